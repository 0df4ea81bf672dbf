"""Which type a JSON value is of: whether it fits, and which member of a union it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

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
    without_null,
)
from sdkloom.moments import has_format

Schemas = Mapping[SchemaId, Schema]


def fits(value: Json, type_: Type, schemas: Schemas) -> bool:
    """Return whether a value could be of a type; an object's missing members do not matter."""
    match type_:
        case Nullable():
            return value is None or fits(value, type_.type, schemas)
        case Anything():
            return True
        case Nothing() | HttpObject():
            return False
        case Constant():
            return same(value, type_.value)
        case Scalar():
            if isinstance(value, str) and not has_format(value, type_.format):
                return False
            only = type_.constraints.only
            return _is_scalar(value, type_.kind) and only in (None, value)
        case Array():
            return isinstance(value, list) and all(
                fits(item, type_.items, schemas) for item in value
            )
        case Tuple():
            return isinstance(value, list)
        case Dictionary():
            return isinstance(value, dict) and all(
                fits(item, type_.values, schemas) for item in value.values()
            )
        case Stream():
            return fits(value, type_.item, schemas)
        case Named():
            return _fits_schema(value, schemas[type_.schema], schemas)
    assert_never(type_)


def is_usable(value: Json, type_: Type, schemas: Schemas) -> bool:
    """Return whether a value is of the right kind; parts of it that are not get replaced."""
    if isinstance(value, (dict, list)):
        return _is_container(value, type_, schemas)
    inner = without_null(type_)
    is_whole = isinstance(inner, Scalar) and inner.kind is ScalarKind.INTEGER
    if isinstance(value, float) and is_whole:
        return True
    return fits(value, type_, schemas)


def variant_of(value: Json, union: UnionSchema, schemas: Schemas) -> int | None:
    """Return the member of a union that a value is of: the discriminator's, else the best match."""
    marked = union.discriminator
    if marked is not None and isinstance(value, dict):
        for mapped, index in marked.mapping:
            if marked.property in value and same(value[marked.property], mapped):
                return index
    scores = [_score(value, variant, schemas) for variant in union.variants]
    best = max(scores, default=_NO_MATCH)
    return scores.index(best) if best > _NO_MATCH else None


def is_named_value(value: Json, type_: Type, schemas: Schemas) -> bool:
    """Return whether a value is none of an enum's that lacks it, even if the enum is open."""
    schema = named_schema(type_, schemas)
    if not isinstance(schema, EnumSchema):
        return True
    return any(same(value, member.value) for member in schema.members)


def same(left: Json, right: Json) -> bool:
    """Return whether two JSON values are equal; true is not 1."""
    return bool(left == right) and isinstance(left, bool) == isinstance(right, bool)


def named_schema(type_: Type, schemas: Schemas) -> Schema | None:
    """Return the schema that a type names, None if it names none."""
    inner = without_null(type_)
    return schemas[inner.schema] if isinstance(inner, Named) else None


_NO_MATCH = (-1, 0, 0, 0)


def _score(value: Json, variant: Type, schemas: Schemas) -> tuple[int, int, int, int]:
    schema = named_schema(variant, schemas)
    if isinstance(schema, UnionSchema):
        return max(
            (_score(value, one, schemas) for one in _members(schema, schemas)),
            default=_NO_MATCH,
        )
    if not isinstance(schema, ObjectSchema) or not isinstance(value, dict):
        return (3, 0, 0, 0) if fits(value, variant, schemas) else _NO_MATCH
    declared = {one.name: one for one in schema.properties}
    required = [one for one in schema.properties if one.required]
    wrong = missing = known = 0
    for one in required:
        missing += one.name not in value
    for name, item in value.items():
        if name in declared:
            known += 1
            wrong += not fits(item, declared[name].type, schemas)
            if wrong and isinstance(without_null(declared[name].type), Constant):
                return _NO_MATCH
    unknown = len(value) - known if schema.additional is None else 0
    return (
        2 if not wrong else 1 if not missing else 0,
        -wrong - missing,
        -unknown,
        known,
    )


def _members(union: UnionSchema, schemas: Schemas) -> Iterator[Type]:
    """Yield the members of a union, and those of unions in it: each once, however they nest."""
    seen: set[Type] = set()
    waiting = list(reversed(union.variants))
    while waiting:
        variant = waiting.pop()
        if variant in seen:
            continue
        seen.add(variant)
        schema = named_schema(variant, schemas)
        if not isinstance(schema, UnionSchema):
            yield variant
            continue
        if isinstance(variant, Nullable):
            yield Scalar(kind=ScalarKind.NULL)
        waiting.extend(reversed(schema.variants))


def _is_scalar(value: Json, kind: ScalarKind) -> bool:
    match kind:
        case ScalarKind.NULL:
            return value is None
        case ScalarKind.BOOLEAN:
            return isinstance(value, bool)
        case ScalarKind.STRING:
            return isinstance(value, str)
        case ScalarKind.NUMBER:
            return isinstance(value, (int, float)) and not isinstance(value, bool)
        case ScalarKind.INTEGER:
            whole = isinstance(value, int) or (
                isinstance(value, float) and value.is_integer()
            )
            return whole and not isinstance(value, bool)
    assert_never(kind)


def _fits_schema(value: Json, schema: Schema, schemas: Schemas) -> bool:
    match schema:
        case EnumSchema():
            known = any(same(value, member.value) for member in schema.members)
            return known or (bool(schema.open) and _is_scalar(value, schema.kind))
        case UnionSchema():
            return any(fits(value, one, schemas) for one in _members(schema, schemas))
        case AliasSchema():
            return fits(value, schema.type, schemas)
        case ObjectSchema():
            if not isinstance(value, dict):
                return False
            return all(
                fits(value[one.name], one.type, schemas)
                for one in schema.properties
                if one.name in value
            )
    assert_never(schema)


def _is_container(value: Json, type_: Type, schemas: Schemas) -> bool:
    match type_:
        case Nullable():
            return _is_container(value, type_.type, schemas)
        case Array() | Tuple():
            return isinstance(value, list)
        case Dictionary():
            return isinstance(value, dict)
        case Anything():
            return True
        case Named():
            return _is_schema_container(value, schemas[type_.schema], schemas)
        case _:
            return False


def _is_schema_container(value: Json, schema: Schema, schemas: Schemas) -> bool:
    match schema:
        case ObjectSchema():
            return isinstance(value, dict)
        case EnumSchema():
            return False
        case UnionSchema():
            return variant_of(value, schema, schemas) is not None
        case AliasSchema():
            return _is_container(value, schema.type, schemas)
    assert_never(schema)
