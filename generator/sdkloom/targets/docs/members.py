"""Members of unions in examples: what tells an object apart from the others is written."""

from __future__ import annotations

from collections.abc import Iterator

from sdkloom.ir.schemas import ObjectSchema, Property, UnionSchema
from sdkloom.ir.types import Json
from sdkloom.targets.docs.matching import Schemas, fits, named_schema


def tagged(found: Json, given: Json, union: UnionSchema, index: int) -> Json:
    """Return a member with its discriminator, which no default of the member stands for."""
    marked = union.discriminator
    if marked is None or not isinstance(found, dict) or marked.property in found:
        return found
    if isinstance(given, dict) and marked.property in given:
        return {marked.property: given[marked.property], **found}
    words = [word for word, number in marked.mapping if number == index]
    return {marked.property: words[0], **found} if words else found


def is_apart(
    value: dict[str, Json], union: UnionSchema, index: int, schemas: Schemas
) -> bool:
    """Return whether a value of one member of a union is of no other member."""
    others = _others(union, index, schemas)
    return not any(_is_of(value, schema, schemas) for schema in others)


def marks(
    value: dict[str, Json], union: UnionSchema, index: int, schemas: Schemas
) -> Iterator[Property]:
    """Yield properties of a member that could tell a value of it apart: others name them too."""
    own = named_schema(union.variants[index], schemas)
    others = _others(union, index, schemas)
    shared = {one.name for other in others for one in other.properties}
    for one in own.properties if isinstance(own, ObjectSchema) else ():
        if one.name in shared and one.name not in value and not one.read_only:
            yield one


def _others(
    union: UnionSchema, index: int, schemas: Schemas
) -> tuple[ObjectSchema, ...]:
    found = [
        named_schema(variant, schemas)
        for number, variant in enumerate(union.variants)
        if number != index
    ]
    return tuple(one for one in found if isinstance(one, ObjectSchema))


def _is_of(value: dict[str, Json], schema: ObjectSchema, schemas: Schemas) -> bool:
    return all(
        (
            fits(value[one.name], one.type, schemas)
            if one.name in value
            else not one.required
        )
        for one in schema.properties
    )
