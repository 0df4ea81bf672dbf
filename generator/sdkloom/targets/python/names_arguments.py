"""Names of the arguments that an operation's parameters and body become."""

from __future__ import annotations

from sdkloom.ir.api import Api
from sdkloom.ir.bodies import RequestBody
from sdkloom.ir.operations import Operation
from sdkloom.ir.schemas import ObjectSchema, OriginKind, UnionSchema
from sdkloom.ir.types import Named
from sdkloom.settings import Settings
from sdkloom.targets.python.casing import snake
from sdkloom.targets.python.flattening import flattening_of
from sdkloom.targets.python.names_fields import argument_name, unique


def argument_names(
    operation: Operation, api: Api, settings: Settings
) -> dict[tuple[str, str, str], str]:
    """Return the argument of each parameter and of each property of the body, all different.

    The body itself is the property "". A parameter that is called as a flattened property
    yields: it ends in `_param` (rule 30).
    """
    allowed = settings.python.allowed_redefined_builtins
    names: dict[tuple[str, str, str], str] = {}
    schema = flattening_of(operation, api, settings).body
    taken: set[str] = set()
    if schema is not None:
        for one in schema.properties:
            name = argument_name(one.name_override or one.name, allowed)
            names[operation.id, "body", one.name] = unique(name, taken)
    elif operation.body is not None:
        word = _body_word(operation.body, api, settings)
        names[operation.id, "body", ""] = argument_name(word, allowed)
        taken.add(names[operation.id, "body", ""])
    for parameter in operation.parameters:
        word = parameter.name_override or parameter.name
        name = argument_name(word, allowed)
        if name in taken:
            name = f"{snake(word)}_param"
        key = operation.id, parameter.location.value, parameter.name
        names[key] = unique(name, taken)
    return names


def _body_word(body: RequestBody, api: Api, settings: Settings) -> str:
    """Return the word for a body that is one argument (rule 27)."""
    if body.name_override or settings.generation.request_body_field_name:
        return body.name_override or settings.generation.request_body_field_name
    type_ = body.contents[0].type
    schema = api.schemas.get(type_.schema) if isinstance(type_, Named) else None
    if isinstance(schema, (ObjectSchema, UnionSchema)):
        if schema.origin.kind is OriginKind.COMPONENT:
            return schema.origin.word
    return "request_body"
