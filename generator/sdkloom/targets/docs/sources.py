"""A JSON value and its type become the Python that a caller writes for it."""

from __future__ import annotations

import json
import re
from enum import Enum

from typing_extensions import assert_never

from sdkloom.ir.schemas import (
    AliasSchema,
    EnumSchema,
    ObjectSchema,
    Schema,
    UnionSchema,
)
from sdkloom.ir.types import (
    Anything,
    Array,
    Constant,
    Dictionary,
    HttpObject,
    Json,
    Named,
    Nothing,
    Nullable,
    Scalar,
    ScalarKind,
    SchemaId,
    Stream,
    Tuple,
    Type,
)
from sdkloom.targets.docs.expressions import (
    Call,
    Expression,
    Source,
    is_name,
    json_source,
)
from sdkloom.targets.docs.matching import same, variant_of
from sdkloom.moments import day_of, is_uuid, span_of
from sdkloom.targets.docs.repeats import holds_repeats
from sdkloom.targets.docs.types import Shelf
from sdkloom.targets.python.annotations import is_exact
from sdkloom.targets.python.classes import attribute
from sdkloom.targets.python.literals import text_literal

_DECIMAL = re.compile(r"[+-]?\d+(\.\d+)?\Z")
_FILE = re.compile(r"x-file: (.+)\Z", re.DOTALL)


class Form(Enum):
    """How objects are written."""

    DICTS = "dicts"
    """As dicts with the names of the model's fields."""
    ARGUMENT = "argument"
    """As dicts, but for those that hold a class twice: they and all below them are models."""
    MODELS = "models"
    """As models."""


def source_of(
    value: Json, type_: Type, shelf: Shelf, form: Form = Form.DICTS
) -> Expression:
    """Return the expression of a value: enum members, dates and files as their types want them."""
    match type_:
        case Nullable():
            if value is None:
                return None
            return source_of(value, type_.type, shelf, form)
        case Scalar():
            return _scalar(value, type_, shelf)
        case Array() | Tuple():
            if not isinstance(value, list):
                return json_source(value)
            types = (
                [type_.items] * len(value)
                if isinstance(type_, Array)
                else _places(type_, len(value))
            )
            items = [
                source_of(item, one, shelf, form) for item, one in zip(value, types)
            ]
            return tuple(items) if is_exact(type_) else items
        case Dictionary():
            if not isinstance(value, dict):
                return json_source(value)
            return {
                str(key): source_of(item, type_.values, shelf, form)
                for key, item in value.items()
            }
        case Stream():
            return source_of(value, type_.item, shelf, form)
        case Constant() | Anything() | Nothing() | HttpObject():
            return json_source(value)
        case Named():
            return _named(value, shelf.api.schemas[type_.schema], shelf, form)
    assert_never(type_)


def _places(type_: Tuple, count: int) -> list[Type]:
    rest: Type = type_.rest if type_.rest is not None else Anything()
    return [*type_.prefix, *[rest] * count][:count]


def _named(value: Json, schema: Schema, shelf: Shelf, form: Form) -> Expression:
    match schema:
        case EnumSchema():
            return enum_source(value, schema, shelf)
        case AliasSchema():
            return source_of(value, schema.type, shelf, form)
        case UnionSchema():
            index = variant_of(value, schema, shelf.api.schemas)
            if index is None:
                return json_source(value)
            return source_of(value, schema.variants[index], shelf, form)
        case ObjectSchema():
            return _object(value, schema, shelf, form)
    assert_never(schema)


def _object(value: Json, schema: ObjectSchema, shelf: Shelf, form: Form) -> Expression:
    found = _FILE.match(value) if isinstance(value, str) else None
    if found:
        return _file_object(found[1], schema, shelf)
    if not isinstance(value, dict):
        return json_source(value)
    if form is Form.ARGUMENT and holds_repeats(schema.id, shelf):
        form = Form.MODELS
    declared = {one.name: one for one in schema.properties}
    rest: Type = schema.additional if schema.additional is not None else Anything()
    members: dict[str, Expression] = {}
    attributes: dict[str, str] = {}
    for name, item in value.items():
        one = declared.get(name)
        key = field_name(schema.id, name, shelf) if one is not None else str(name)
        members[key] = source_of(item, one.type if one else rest, shelf, form)
        if one is not None:
            attributes[key] = attribute(schema, one, shelf.names, shelf.settings)
    if form is not Form.MODELS or not all(map(is_name, members)):
        return members
    members = {attributes.get(key, key): item for key, item in members.items()}
    model = shelf.names.model(schema.id)
    return Call(shelf.called(model), members, (shelf.need_of(model),))


def _file_object(name: str, schema: ObjectSchema, shelf: Shelf) -> Expression:
    """The part of a multipart body that is a file: its name beside its content."""
    written: dict[str, Expression] = {}
    for one in schema.properties:
        if isinstance(one.type, Scalar) and one.type.format == "binary":
            written[field_name(schema.id, one.name, shelf)] = _opened(name)
        elif one.required:
            written[field_name(schema.id, one.name, shelf)] = name
    return written


def enum_source(value: Json, schema: EnumSchema, shelf: Shelf) -> Expression:
    """Return a value of an enum: a member of its class, or a plain literal of its `Literal`."""
    if is_enum_class(schema, shelf):
        for index, member in enumerate(schema.members):
            if same(value, member.value):
                model = shelf.names.model(schema.id)
                name = shelf.names.enum_member(schema.id, index)
                return Source(f"{shelf.called(model)}.{name}", (shelf.need_of(model),))
    return json_source(value)


def is_enum_class(schema: EnumSchema, shelf: Shelf) -> bool:
    """Return whether an enum is a class with members; else it is a `Literal`."""
    return (schema.format or shelf.settings.python.enum_format) == "enum"


def field_name(schema: SchemaId, wire: str, shelf: Shelf) -> str:
    """Return the name of a field in its model's TypedDict."""
    return shelf.names.field(schema, wire)


def _scalar(value: Json, type_: Scalar, shelf: Shelf) -> Expression:
    if isinstance(value, str):
        return _text(value, type_, shelf)
    if type_.kind is ScalarKind.INTEGER and isinstance(value, float):
        return int(value)
    is_decimal = type_.kind is ScalarKind.NUMBER and type_.format == "decimal"
    if is_decimal and _is_number(value):
        return Source(f"Decimal({text_literal(json.dumps(value))})", ("Decimal",))
    return json_source(value)


def _is_number(value: Json) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _text(value: str, type_: Scalar, shelf: Shelf) -> Expression:
    python = shelf.settings.python
    match type_.format:
        case "binary":
            found = _FILE.match(value)
            return _opened(found[1]) if found else Source(repr(value.encode()))
        case "date-time" if day_of(value):
            return Source(f"parse_datetime({text_literal(value)})", ("parse_datetime",))
        case "date" if (day := day_of(value)) is not None:
            return Source(f"date.fromisoformat({text_literal(day)})", ("date",))
        case "uuid" if python.uuid_format and is_uuid(value):
            return Source(f"UUID({text_literal(value)})", ("UUID",))
        case "duration" if python.duration_format and (span := span_of(value)):
            given = ", ".join(f"{name}={part}" for name, part in span.items())
            return Source(f"timedelta({given})", ("timedelta",))
        case "decimal" if _DECIMAL.match(value):
            return Source(f"Decimal({text_literal(value)})", ("Decimal",))
        case "bigint" if _DECIMAL.match(value) and "." not in value:
            return Source(str(int(value)))
    if type_.base64_file_input and _FILE.match(value):
        return _opened(value.removeprefix("x-file: "))
    return value


def _opened(name: str) -> Source:
    return Source(f'open({text_literal(name)}, "rb")')
