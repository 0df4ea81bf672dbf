"""Which member of a union a value is of."""

from __future__ import annotations

from sdkloom.ir.schemas import ObjectSchema, Origin, OriginKind, Property, UnionSchema
from sdkloom.ir.types import STRING, Named, Nullable, SchemaId, Type
from sdkloom.targets.docs.matching import Schemas, fits, variant_of

ORIGIN = Origin(kind=OriginKind.COMPONENT, word="a")


def union(name: str, *variants: Type) -> UnionSchema:
    return UnionSchema(id=SchemaId(name), origin=ORIGIN, variants=variants)


def nested(depth: int) -> Schemas:
    """Unions whose two members are the next one, and an object in the last of them."""
    leaf = Property(name="a", type=STRING, required=True)
    schemas = {
        SchemaId(f"U{index}"): union(
            f"U{index}",
            Named(SchemaId(f"U{index + 1}")),
            Nullable(Named(SchemaId(f"U{index + 1}"))),
        )
        for index in range(depth)
    }
    last = ObjectSchema(id=SchemaId("O"), origin=ORIGIN, properties=(leaf,))
    end = union(f"U{depth}", Named(last.id))
    return {**schemas, end.id: end, last.id: last}


def test_members_of_nested_unions_are_compared_once() -> None:
    """Forty unions of two have a million million ways down, and one member."""
    schemas = nested(40)
    first = schemas[SchemaId("U0")]
    assert isinstance(first, UnionSchema)

    assert variant_of({"a": "x"}, first, schemas) == 0
    assert variant_of(5, first, schemas) is None
    assert fits({"a": "x"}, Named(first.id), schemas)
    assert fits(None, Named(first.id), schemas)
    assert not fits({"a": 5}, Named(first.id), schemas)
