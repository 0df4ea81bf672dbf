"""Why each name is what it is: the place in the document, the rule, the setting that changes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sdkloom.ir.api import Api
from sdkloom.ir.operations import Operation
from sdkloom.ir.schemas import ObjectSchema, OriginKind, Schema
from sdkloom.ir.types import SchemaId
from sdkloom.settings import Settings
from sdkloom.targets.python.casing import class_name, snake
from sdkloom.targets.python.keywords import KEYWORDS
from sdkloom.targets.python.names_claims import direction_suffix
from sdkloom.targets.python.names_fields import field_name
from sdkloom.targets.python.names_places import MADE_KINDS, is_component
from sdkloom.targets.python.names_table import ErrorName, ModelName, Reason

_GENERATION = "generation.fixes.nameResolutionFeb2025"
_OVERRIDE = "x-speakeasy-name-override"
_BODIES = (OriginKind.REQUEST_BODY, OriginKind.RESPONSE_BODY)
Key = tuple[str, str]


def reasons_of_schemas(
    api: Api,
    models: Mapping[SchemaId, ModelName],
    errors: Mapping[SchemaId, ErrorName],
    settings: Settings,
) -> Iterator[tuple[Key, Reason]]:
    """Yield the reasons for classes of models and of exceptions."""
    roots = {item.id: class_name(item.operation_id) for item in api.operations}
    for id, model in models.items():
        schema = api.schemas[id]
        root = roots.get(schema.origin.owner, class_name(schema.origin.component))
        yield ("model", id), _model(schema, model.class_name, root, settings)
    for id, error in errors.items():
        is_own = is_component(api.schemas[id])
        word = "the component" if is_own else "its override, title or status"
        suffix = ", and `Error`" if error.class_name.endswith("Error") else ""
        yield ("error", id), Reason(
            definition(id),
            f"raised as an exception: {word}{suffix}",
            "generation.skipErrorSuffix",
        )


def _model(schema: Schema, name: str, root: str, settings: Settings) -> Reason:
    place, origin = definition(schema.id), schema.origin
    if schema.name_override:
        return Reason(place, "x-speakeasy-name-override gives the word", _OVERRIDE)
    half = direction_suffix(schema.id, settings)
    if half and name.endswith(half):
        key = "input" if schema.id.endswith("~input") else "output"
        rule = f"the {key} half of a schema that differs by direction ends in {half!r}"
        return Reason(place, rule, f"python.{key}ModelSuffix")
    if is_component(schema):
        rule = "a component has its own name, in PascalCase"
        return Reason(place, rule, _OVERRIDE)
    if origin.kind in MADE_KINDS:
        return Reason(
            place, f"made for an operation or for the API: {origin.kind.value}"
        )
    if origin.kind in _BODIES and len(origin.steps) == 1:
        return Reason(place, "a body has the name of its operation", _GENERATION)
    source = "its title" if schema.title else "the word of its place"
    if name == class_name(schema.title or origin.word):
        return Reason(place, f"{source}, which is free", _GENERATION)
    if root and name.startswith(root):
        rule = f"{source} behind {root!r}, as others want the same word"
        return Reason(place, rule, _GENERATION)
    return Reason(place, f"{source}, told apart from others of the same", _GENERATION)


def reasons_of_fields(
    api: Api, fields: Mapping[tuple[SchemaId, str], str]
) -> Iterator[tuple[Key, Reason]]:
    """Yield the reasons for fields."""
    overrides = {
        (schema.id, item.name): item.name_override
        for schema in api.schemas.values()
        if isinstance(schema, ObjectSchema)
        for item in schema.properties
        if item.name_override
    }
    for (id, wire), name in fields.items():
        override = overrides.get((id, wire), "")
        yield ("field", f"{id}/{wire}"), Reason(
            definition(id),
            _field_rule(override or wire, name, bool(override)),
            _OVERRIDE,
        )


def _field_rule(word: str, name: str, is_override: bool) -> str:
    if is_override:
        return f"x-speakeasy-name-override gives {word!r}"
    if name == snake(word):
        return "snake_case of the property's name"
    if name.rstrip("_") == snake(word):
        return "snake_case, and `_` because the word is reserved"
    if name == field_name(word):
        return "snake_case, made a valid Python name"
    return "snake_case, told apart from another field or argument of the same name"


def reasons_of_operations(
    api: Api,
    methods: Mapping[str, str],
    arguments: Mapping[tuple[str, str, str], str],
    settings: Settings,
) -> Iterator[tuple[Key, Reason]]:
    """Yield the reasons for methods and arguments."""
    for operation in api.operations:
        yield ("method", operation.id), _method(operation, methods[operation.id])
    for (owner, location, wire), name in arguments.items():
        yield ("argument", f"{owner} {location} {wire}"), _argument(
            owner, location, wire, name, settings
        )


def _method(operation: Operation, name: str) -> Reason:
    source = "operationId" if operation.has_operation_id else "its method and path"
    if snake(operation.name) != snake(operation.operation_id):
        source = "x-speakeasy-name-override"
    rule = f"snake_case of {source}"
    if name != snake(operation.name):
        rule += ", told apart from a keyword or another method"
    return Reason(operation.id, rule, _OVERRIDE)


def _argument(
    owner: str, location: str, wire: str, name: str, settings: Settings
) -> Reason:
    if not wire:
        chosen = settings.generation.request_body_field_name
        rule = "requestBodyFieldName" if chosen else "the component of the body"
        return Reason(
            owner, f"the whole body: {rule}", "generation.requestBodyFieldName"
        )
    rule = f"snake_case of the {location} value {wire!r}"
    if name.endswith("_param"):
        return Reason(
            owner, f"{rule}, and `_param` as the body has the same name", _OVERRIDE
        )
    if name.endswith("_") and name.rstrip("_") not in KEYWORDS:
        setting = "python.allowedRedefinedBuiltins"
        return Reason(owner, f"{rule}, and `_` because it is a built-in", setting)
    if name.endswith("_"):
        return Reason(owner, f"{rule}, and `_` because it is a keyword", _OVERRIDE)
    return Reason(owner, rule, _OVERRIDE)


def definition(id: str) -> str:
    """Return the definition that a schema is, or was made from."""
    head, mark, word = id.rpartition("~")
    return definition(head) if mark and word[:1].isalpha() else id
