"""Default values as Python source, where a literal can stand for one."""

from __future__ import annotations

from sdkloom.ir.schemas import EnumSchema, UnionSchema
from sdkloom.ir.types import (
    Anything,
    Constant,
    Json,
    Named,
    Scalar,
    ScalarKind,
    Type,
    without_null,
)
from sdkloom.targets.python.annotations import Scope
from sdkloom.targets.python.literals import json_literal

_TEXT_FORMATS_OF_OTHER_TYPES = {"binary", "date", "date-time", "decimal", "bigint"}


def default_literal(value: Json, type_: Type, scope: Scope) -> str | None:
    """Return a default as source; None where it fits no literal, and is left to the server.

    That is so for null, lists and objects, for values that are no literals in Python (dates,
    decimals, bytes), and for a default that its own schema forbids.
    """
    bare = without_null(type_)
    match bare:
        case Scalar():
            return _scalar(value, bare, scope)
        case Constant():
            return json_literal(value) if _same(value, bare.value) else None
        case Named():
            return _named(value, bare, scope)
        case Anything() if isinstance(value, (str, int, float)):
            return json_literal(value)
    return None


def _named(value: Json, type_: Named, scope: Scope) -> str | None:
    schema = scope.api.schemas.get(type_.schema)
    if isinstance(schema, EnumSchema):
        return _member(value, schema, scope)
    if isinstance(schema, UnionSchema):
        for variant in schema.variants:
            literal = default_literal(value, variant, scope)
            if literal is not None:
                return literal
    return None


def _member(value: Json, schema: EnumSchema, scope: Scope) -> str | None:
    for index, member in enumerate(schema.members):
        if _same(value, member.value):
            if is_literal_enum(schema, scope):
                return json_literal(value)
            class_name = scope.names.model(schema.id).class_name
            name = scope.names.enum_member(schema.id, index)
            return f"{scope.model(schema.id, class_name)}.{name}"
    return None


def is_literal_enum(schema: EnumSchema, scope: Scope) -> bool:
    """Return whether an enum is printed as `Literal[...]`, and not as a class."""
    return (schema.format or scope.settings.python.enum_format) == "union"


def _same(one: Json, other: Json) -> bool:
    return type(one) is type(other) and bool(one == other)


def _scalar(value: Json, type_: Scalar, scope: Scope) -> str | None:
    match type_.kind:
        case ScalarKind.BOOLEAN if isinstance(value, bool):
            return repr(value)
        case ScalarKind.INTEGER if _is_number(value) and value == int(value):
            return json_literal(int(value))
        case ScalarKind.NUMBER if _is_number(value) and type_.format != "decimal":
            return json_literal(value)
        case ScalarKind.STRING if isinstance(value, str):
            return None if _is_no_text(type_, scope) else json_literal(value)
    return None


def _is_number(value: Json) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _is_no_text(type_: Scalar, scope: Scope) -> bool:
    python = scope.settings.python
    return (
        type_.format in _TEXT_FORMATS_OF_OTHER_TYPES
        or type_.base64_file_input
        or (type_.format == "uuid" and python.uuid_format)
        or (type_.format == "duration" and python.duration_format)
    )
