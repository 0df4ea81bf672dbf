"""Which schemas are equal: the same structure, whatever they are called and wherever they stand."""

from __future__ import annotations

import json
from collections.abc import Hashable, Mapping

from sdkloom.ir.schemas import (
    AliasSchema,
    EnumSchema,
    ObjectSchema,
    Property,
    Schema,
)
from sdkloom.ir.types import (
    Array,
    Constant,
    Dictionary,
    HttpObject,
    Json,
    Named,
    Nullable,
    Scalar,
    SchemaId,
    Stream,
    Tuple,
    Type,
)
from sdkloom.ir.walk import references, schema_rings

Keys = dict[SchemaId, int]


def equality_keys(schemas: Mapping[SchemaId, Schema]) -> Keys:
    """Return a number for each schema; equal schemas, and only those, have the same.

    Structure counts: properties with their types, defaults and requirements, values, members.
    Descriptions, examples, titles and places do not. Members of a ring are told apart step by
    step, until no difference spreads any further.
    """
    keys: Keys = {}
    known: dict[Hashable, int] = {}
    for ring in schema_rings(schemas):
        if len(ring) == 1 and ring[0] not in references(schemas[ring[0]]):
            keys[ring[0]] = _number(known, _schema(schemas[ring[0]], keys))
        else:
            _number_ring({id: schemas[id] for id in ring}, keys, known)
    return keys


def _number(known: dict[Hashable, int], signature: Hashable) -> int:
    return known.setdefault(signature, len(known))


def _number_ring(
    ring: Mapping[SchemaId, Schema], keys: Keys, known: dict[Hashable, int]
) -> None:
    """Number the schemas of a ring by what can be seen from each in as many steps as it takes."""
    keys.update(dict.fromkeys(ring, -1))
    classes = 0
    while True:
        found = {id: _schema(schema, keys) for id, schema in ring.items()}
        numbers = {id: _number(known, signature) for id, signature in found.items()}
        keys.update(numbers)
        if len(set(numbers.values())) == classes:
            return
        classes = len(set(numbers.values()))


def _schema(schema: Schema, keys: Keys) -> Hashable:
    if isinstance(schema, ObjectSchema):
        extra = None if schema.additional is None else _type(schema.additional, keys)
        properties = tuple(_property(item, keys) for item in schema.properties)
        return ("object", schema.name_override, properties, extra)
    if isinstance(schema, EnumSchema):
        members = tuple((_json(item.value), item.name) for item in schema.members)
        return ("enum", schema.name_override, schema.kind, members, schema.open)
    if isinstance(schema, AliasSchema):
        return ("alias", _type(schema.type, keys))
    variants = tuple(_type(item, keys) for item in schema.variants)
    return ("union", schema.name_override, variants, schema.discriminator, schema.open)


def _property(item: Property, keys: Keys) -> Hashable:
    default = None if item.default is None else _json(item.default.json)
    return (
        item.name,
        item.name_override,
        _type(item.type, keys),
        item.required,
        default,
        item.read_only,
        item.write_only,
    )


def _type(type_: Type, keys: Keys) -> Hashable:
    if isinstance(type_, Named):
        return keys.get(type_.schema, type_.schema)
    if isinstance(type_, Nullable):
        return ("nullable", _type(type_.type, keys))
    if isinstance(type_, Array):
        return ("array", _type(type_.items, keys))
    if isinstance(type_, Dictionary):
        return ("map", _type(type_.values, keys))
    if isinstance(type_, Stream):
        return ("stream", type_.kind, _type(type_.item, keys))
    if isinstance(type_, HttpObject):
        return ("http", type_.name)
    if isinstance(type_, Tuple):
        rest = None if type_.rest is None else _type(type_.rest, keys)
        return ("tuple", tuple(_type(item, keys) for item in type_.prefix), rest)
    if isinstance(type_, Scalar):
        return ("scalar", type_.kind, type_.format)
    if isinstance(type_, Constant):
        return ("constant", _json(type_.value))
    return type(type_).__name__


def _json(value: Json) -> str:
    """Return a value as text: `1` and `True` are different values."""
    return json.dumps(value, sort_keys=True)
