"""Names of method arguments, and of the fields of the object that holds them all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sdkloom.ir.api import Api
from sdkloom.ir.operations import Operation
from sdkloom.ir.schemas import ObjectSchema
from sdkloom.ir.types import Named, SchemaId, without_null
from sdkloom.settings import Settings
from sdkloom.targets.python.flattening import Flattening, Shape, flattening_of
from sdkloom.targets.python.keywords import (
    BUILTINS,
    EXTRA_ARGUMENTS,
    FIELD_WORDS,
    KEYWORDS,
    PYDANTIC_WORDS,
    TAIL_ARGUMENTS,
)
from sdkloom.targets.python.names_fields import (
    Taken,
    field_name,
    field_names,
    unique,
    visible,
)
from sdkloom.targets.python.variants import body_variants, variant_properties

Key = tuple[str, str, str]
"""An operation's id, a location, and a name on the wire; the whole body has the name ""."""


def name_arguments(
    operation: Operation, api: Api, settings: Settings
) -> dict[Key, str]:
    """Name the arguments of a method, each unique and none of the tail's."""
    flattening = flattening_of(operation, api, settings)
    body = _body_fields(flattening)
    parameters = {
        (item.location.value, item.name): _beside_body(
            field_name(item.name_override or item.name), body
        )
        for item in operation.parameters
    }
    taken = Taken(("self", *TAIL_ARGUMENTS, settings.python.method_timeout_argument))
    if has_extras(settings):
        taken.update(EXTRA_ARGUMENTS)
    taken.add("accept_header_override")
    if operation.security_schema is not None:
        taken.add("security")
    variants = body_variants(operation, api, settings)
    if variants:
        taken.add("fields")  # all further arguments
    found: dict[Key, str] = {}
    for wire, name in body.items():
        found[operation.id, "body", wire] = _argument(name, settings, taken)
    for (location, wire), name in parameters.items():
        found[operation.id, location, wire] = _argument(name, settings, taken)
    if operation.body is not None and flattening.body is None:
        name = field_name(body_word(operation, api, settings))
        found[operation.id, "body", ""] = _argument(name, settings, taken)
    if flattening.shape is Shape.BODY:
        taken.add("request")
    for wire in variant_properties(variants):
        name = visible(field_name(wire))
        found[operation.id, "body", wire] = _argument(name, settings, taken)
    return found


def has_extras(settings: Settings) -> bool:
    """Return whether methods take further headers, query parameters and properties of bodies."""
    return settings.python.method_arguments == "positional-path-with-extras"


def name_request_fields(
    operation: Operation, schema: ObjectSchema, api: Api, settings: Settings
) -> Iterator[tuple[tuple[SchemaId, str], str]]:
    """Name the fields of `<Op>Request`: parameters by their names, the body by its own."""
    body = _body_fields(flattening_of(operation, api, settings))
    taken = Taken()
    for item in schema.properties:
        if item.location == "body":
            name = field_name(body_word(operation, api, settings))
        else:
            wire = item.name_override or item.parameter or item.name
            name = _beside_body(field_name(wire), body)
        yield (schema.id, item.name), unique(visible(name), taken)


def body_word(operation: Operation, api: Api, settings: Settings) -> str:
    """Return the word for a body that stays whole: as set, else its component's, else `request_body`.

    Only an object or a union lends its component's name; the argument keeps the wire name
    of the document's override if there is one.
    """
    assert operation.body is not None
    chosen = settings.generation.request_body_field_name
    if operation.body.name_override or chosen:
        return operation.body.name_override or chosen
    return _component_word(operation, api) or "request_body"


def _component_word(operation: Operation, api: Api) -> str:
    assert operation.body is not None
    type_ = without_null(operation.body.contents[0].type)
    schema = api.schemas.get(type_.schema) if isinstance(type_, Named) else None
    if schema is None or schema.origin.owner or len(schema.origin.steps) > 1:
        return ""
    return schema.name_override or schema.origin.component


def _body_fields(flattening: Flattening) -> Mapping[str, str]:
    return {} if flattening.body is None else field_names(flattening.body)


def _beside_body(name: str, body: Mapping[str, str]) -> str:
    """Return a parameter's name: with `_param` if the flattened body has the same name."""
    return f"{name.rstrip('_')}_param" if name in body.values() else name


def _argument(name: str, settings: Settings, taken: set[str]) -> str:
    """Return an argument for a field's name: no keyword, and no built-in but the allowed ones."""
    allowed = settings.python.allowed_redefined_builtins
    if name[:-1] in FIELD_WORDS | PYDANTIC_WORDS:
        # Reserved among fields only: an argument hides nothing of the base model.
        name = name.removesuffix("_")
    if name in KEYWORDS or (name in BUILTINS and name not in allowed):
        name = f"{name}_"
    if name in taken:
        name = f"{name.rstrip('_')}_"
    return unique(name, taken)
