"""Which objects hold the same type twice: examples write those as models, not as dicts."""

from __future__ import annotations

from collections.abc import Iterator

from sdkloom.ir.schemas import AliasSchema, EnumSchema, ObjectSchema, UnionSchema
from sdkloom.ir.types import Named, SchemaId, Type, without_null
from sdkloom.targets.docs.types import Shelf

Repeats = dict[SchemaId, frozenset[str] | None]
"""The classes below each schema; None where one of them is there twice."""


def holds_repeats(schema: SchemaId, shelf: Shelf) -> bool:
    """Return whether a schema or anything below it is of a class that is there twice.

    Lists and maps are not looked into. A schema that leads back to itself is there twice.
    """
    return _classes(schema, shelf, shelf.repeats, ()) is None


def _classes(
    schema: SchemaId, shelf: Shelf, known: Repeats, above: tuple[SchemaId, ...]
) -> frozenset[str] | None:
    if schema in known:
        return known[schema]
    if schema in above:
        return None
    found = {shelf.names.model(schema).class_name}
    result: frozenset[str] | None = None
    for part in _parts(schema, shelf):
        below = _classes(part, shelf, known, (*above, schema))
        if below is None or not found.isdisjoint(below):
            break
        found |= below
    else:
        result = frozenset(found)
    known[schema] = result
    return result


def _parts(schema: SchemaId, shelf: Shelf) -> Iterator[SchemaId]:
    match shelf.api.schemas[schema]:
        case ObjectSchema() as whole:
            for one in whole.properties:
                yield from _named(one.type)
        case UnionSchema() as union:
            for variant in union.variants:
                yield from _named(variant)
        case AliasSchema() as alias:
            yield from _named(alias.type)
        case EnumSchema():
            return


def _named(type_: Type) -> Iterator[SchemaId]:
    inner = without_null(type_)
    if isinstance(inner, Named):
        yield inner.schema
