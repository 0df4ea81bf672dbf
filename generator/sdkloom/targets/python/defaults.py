"""Defaults of fields and arguments: what stands after the equals sign."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from sdkloom.ir.schemas import (
    AliasSchema,
    EnumSchema,
    ObjectSchema,
    UnionSchema,
)
from sdkloom.ir.types import (
    Anything,
    Constant,
    Json,
    Named,
    Scalar,
    ScalarKind,
    Type,
    Value,
    without_null,
)
from sdkloom.moments import day_of
from sdkloom.targets.python.annotations import (
    Annotation,
    Form,
    Scope,
    Speller,
    must_be_given,
)
from sdkloom.targets.python.enums import is_class_enum
from sdkloom.targets.python.literals import json_literal, text_literal


def default_text(
    type_: Type, *, required: bool, default: Value | None, scope: Scope
) -> Annotation:
    """Return the default of a field or an argument, "" for one that must be given.

    A default that its own type refuses is left to the server: nothing is sent then.
    """
    speller = Speller(scope)
    bare = without_null(type_)
    if isinstance(bare, Constant) and (required or bare is type_):
        return speller.annotation(json_literal(bare.value))
    if must_be_given(type_, required=required, default=default):
        return speller.annotation("")
    text = "" if default is None else _literal(bare, default.json, speller)
    if not text:
        text = "None" if bare is type_ else speller.use("UNSET")
    return speller.annotation(text)


def _literal(type_: Type, value: Json, speller: Speller) -> str:
    """Return a scalar as the type has it, "" if the type has no such value."""
    if isinstance(value, (dict, list, type(None))):
        return ""
    match type_:
        case Scalar():
            return _scalar(type_, value, speller)
        case Constant():
            return json_literal(value) if value == type_.value else ""
        case Named():
            return _named(type_, value, speller)
        case Anything():
            return json_literal(value)
    return ""


def _named(type_: Named, value: Json, speller: Speller) -> str:
    scope = speller.scope
    schema = scope.api.schemas.get(type_.schema)
    match schema:
        case EnumSchema():
            for index, member in enumerate(schema.members):
                if member.value == value and type(member.value) is type(value):
                    if not is_class_enum(schema, scope.settings):
                        return json_literal(value)
                    name = scope.names.enum_member(schema.id, index)
                    return f"{speller.spell(type_, Form.MODEL)}.{name}"
            return ""
        case AliasSchema():
            return _literal(schema.type, value, speller)
        case UnionSchema() | ObjectSchema() | None:
            return ""


def _scalar(type_: Scalar, value: Json, speller: Speller) -> str:
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    match type_.kind:
        case ScalarKind.BOOLEAN:
            return repr(value) if isinstance(value, bool) else ""
        case ScalarKind.INTEGER:
            whole = is_number and value == value // 1
            return json_literal(int(value)) if whole else ""
        case ScalarKind.NUMBER:
            if type_.format == "decimal" and is_number:
                return f"{speller.use('Decimal')}({text_literal(str(value))})"
            return json_literal(value) if is_number else ""
        case ScalarKind.STRING:
            return _string(type_, value, speller) if isinstance(value, str) else ""
        case ScalarKind.NULL:
            return ""


def _string(type_: Scalar, text: str, speller: Speller) -> str:
    python = speller.scope.settings.python
    literal = text_literal(text)
    try:
        match type_.format:
            case "date-time":
                if day_of(text) is None:
                    return ""
                return f"{speller.use('parse_datetime')}({literal})"
            case "date":
                if day_of(text) != text:
                    return ""
                return f"{speller.use('date')}.fromisoformat({literal})"
            case "decimal":
                Decimal(text)
                return f"{speller.use('Decimal')}({literal})"
            case "bigint":
                return json_literal(int(text))
    except (ValueError, InvalidOperation):
        return ""
    left_to_server = (
        type_.format == "binary"
        or type_.base64_file_input
        or (type_.format == "uuid" and python.uuid_format)
        or (type_.format == "duration" and python.duration_format)
    )
    return "" if left_to_server else literal
