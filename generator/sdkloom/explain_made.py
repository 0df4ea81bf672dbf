"""Names that no schema or operation has: of clients, groups, an SDK's own errors, what is added."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sdkloom.ir.api import Api
from sdkloom.ir.schemas import EnumSchema, ObjectSchema, Schema, UnionSchema
from sdkloom.settings import Settings
from sdkloom.targets.python.casing import pascal
from sdkloom.targets.python.enums import is_class_enum
from sdkloom.targets.python.methods import choice_of
from sdkloom.targets.python.names_fields import field_name
from sdkloom.targets.python.names_reasons import definition
from sdkloom.targets.python.names_table import Names, Reason
from sdkloom.targets.python.openness import is_open_union
from sdkloom.targets.python.usage import Usage

_ROOT = "#/info"
_EVERY_ERROR = ("message", "status_code", "headers", "body", "raw_response")
_UNKNOWN = "python.forwardCompatibleUnionsByDefault"
Made = tuple[str, str, Reason]
"""A kind, a full name, and the reason for it."""


@dataclass(frozen=True, slots=True)
class Owner:
    """A class that stands for a schema: its full name as in code."""

    name: str
    schema: Schema


def made_names(api: Api, names: Names, settings: Settings) -> Iterator[Made]:
    """Yield the names of an SDK that stand for no definition of the document."""
    yield from _client(api, names)
    yield from _groups(api, names)
    yield from _own_errors(names, settings)
    for operation in api.operations:
        choice = choice_of(operation, names.method(operation.id))
        if choice is None:
            continue
        rule = "the media types that a method can ask for: its name and `AcceptEnum`"
        yield "enum", choice.name, Reason(
            operation.id, rule, "x-speakeasy-name-override"
        )


def members_of(
    owner: Owner, names: Names, usage: Usage, settings: Settings
) -> Iterator[Made]:
    """Yield what a class has beside its fields: members of an enum, what is added to a model."""
    schema = owner.schema
    match schema:
        case EnumSchema() if is_class_enum(schema, settings):
            for index, member in enumerate(schema.members):
                rule = "UPPER_CASE of the value"
                if member.name:
                    rule = "x-speakeasy-enums gives the name, in UPPER_CASE"
                full = f"{owner.name}.{names.enum_member(schema.id, index)}"
                place = f"{definition(schema.id)}/enum/{index}"
                yield "member", full, Reason(place, rule, "x-speakeasy-enums")
        case UnionSchema() if is_open_union(schema, usage, settings):
            yield from _unknown(owner, schema)
        case ObjectSchema():
            place = definition(schema.id)
            if schema.additional is not None:
                rule = "what is sent beside the declared properties: pydantic's name for it"
                setting = "python.flatAdditionalProperties"
                full = f"{owner.name}.__pydantic_extra__"
                yield "field", full, Reason(place, rule, setting)
            if schema.id in usage.pages:
                reason = Reason(
                    place, "returns the next page", "x-speakeasy-pagination"
                )
                yield "method", f"{owner.name}.next", reason


def _client(api: Api, names: Names) -> Iterator[Made]:
    client = names.client.class_name
    rule = "the name of the client, in PascalCase"
    yield "client", client, Reason(_ROOT, rule, "generation.sdkClassName")
    for key, field in names.security_fields.items():
        scheme = (
            f"#/components/securitySchemes/{key.replace('~', '~0').replace('/', '~1')}"
        )
        rule = "snake_case of the security scheme's key"
        setting = "python.flattenGlobalSecurity"
        yield "argument", f"{client}.{field}", Reason(scheme, rule, setting)
    for one in api.globals:
        rule = f"snake_case of the global parameter {one.name!r}"
        yield "argument", f"{client}.{names.global_(one)}", Reason(
            one.pointer, rule, "x-speakeasy-name-override"
        )


def _groups(api: Api, names: Names) -> Iterator[Made]:
    places: dict[tuple[str, ...], str] = {}
    for operation in api.operations:
        for words in operation.groups:
            for depth in range(1, len(words) + 1):
                places.setdefault(names.group(words[:depth]).words, operation.id)
    for group in names.groups:
        rule = "PascalCase of the last word of the group, told apart from other classes"
        if group.class_name == pascal(group.words[-1]):
            rule = "PascalCase of the last word of the group: x-speakeasy-group, else the tag"
        place = places.get(group.words, _ROOT)
        yield "group", group.class_name, Reason(place, rule, "x-speakeasy-group")


def _own_errors(names: Names, settings: Settings) -> Iterator[Made]:
    package = settings.python.import_paths.errors or "models"
    base, default = f"{package}.{names.base_error}", f"{package}.{names.default_error}"
    rule = "the base of all errors: the setting, else the client's class and `Error`"
    yield "error", base, Reason(_ROOT, rule, "python.baseErrorName")
    rule = "raised for replies that the document does not name: the setting, else made"
    yield "error", default, Reason(_ROOT, rule, "python.defaultErrorName")
    for name, rule in (
        ("ResponseValidationError", "raised for a reply that does not fit its schema"),
        ("NoResponseError", "raised where no reply came"),
    ):
        full = f"{package}.{name}"
        yield "error", full, Reason(_ROOT, f"{rule}; every SDK has it")
        yield "field", f"{full}.message", Reason(_ROOT, "every error has it")
    for field in _EVERY_ERROR:
        yield "field", f"{base}.{field}", Reason(_ROOT, "every error has it")


def _unknown(owner: Owner, schema: UnionSchema) -> Iterator[Made]:
    tag = field_name(schema.discriminator.property if schema.discriminator else "type")
    package, _, name = owner.name.rpartition(".")
    full = f"{package}.Unknown{name}"
    place = definition(schema.id)
    rule = (
        "stands for members that an open union does not know: `Unknown` and the union"
    )
    yield "model", full, Reason(place, rule, _UNKNOWN)
    for field in (tag, "raw", "is_unknown"):
        rule = "every class for unknown members has it"
        yield "field", f"{full}.{field}", Reason(place, rule, _UNKNOWN)
