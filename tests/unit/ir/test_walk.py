"""Ways through the graph of schemas."""

from __future__ import annotations

import pytest
from sdkloom.ir.schemas import (
    AliasSchema,
    ObjectSchema,
    Origin,
    OriginKind,
    Property,
    Schema,
    UnionSchema,
)
from sdkloom.ir.types import (
    STRING,
    Array,
    Dictionary,
    Named,
    Nullable,
    SchemaId,
    Stream,
    Tuple,
    Type,
)
from sdkloom.ir.walk import (
    map_types,
    named_in,
    reachable,
    redirected,
    references,
    referrers,
    schema_rings,
)

ORIGIN = Origin(kind=OriginKind.COMPONENT)
A, B, C, D = (SchemaId(word) for word in "ABCD")


def made(**types: Type) -> dict[SchemaId, Schema]:
    """Objects with one property each, by name."""
    return {
        SchemaId(word): ObjectSchema(
            id=SchemaId(word),
            origin=ORIGIN,
            properties=(Property(name="p", type=type_, required=True),),
        )
        for word, type_ in types.items()
    }


@pytest.mark.parametrize(
    "type_",
    [
        Named(A),
        Nullable(Named(A)),
        Array(items=Named(A)),
        Dictionary(values=Array(items=Nullable(Named(A)))),
        Tuple(prefix=(STRING, Named(A)), rest=None),
        Tuple(prefix=(), rest=Named(A)),
        Stream(item=Named(A)),
    ],
)
def test_a_reference_is_found_however_deep_it_stands(type_: Type) -> None:
    """Every kind of type hands on what it is made of, to be read or to be changed."""
    assert list(named_in([type_])) == [A]
    assert list(named_in([redirected(type_, {A: B})])) == [B]


def test_references_come_once_and_in_order() -> None:
    """Properties first, then what types undeclared keys."""
    schema = ObjectSchema(
        id=A,
        origin=ORIGIN,
        properties=(
            Property(name="p", type=Named(C), required=True),
            Property(name="q", type=Array(items=Named(B)), required=True),
            Property(name="r", type=Named(C), required=True),
        ),
        additional=Named(D),
    )

    assert references(schema) == (C, B, D)
    assert references(UnionSchema(id=A, origin=ORIGIN, variants=(Named(B),))) == (B,)
    assert references(AliasSchema(id=A, origin=ORIGIN, type=Named(B))) == (B,)


def test_what_is_reached_from_roots() -> None:
    """Roots that are not there are passed over, and so is what nobody refers to."""
    schemas = made(A=Named(B), B=Named(A), C=Named(A), D=STRING)

    assert list(reachable(schemas, [A, SchemaId("missing")])) == [A, B]
    assert referrers(schemas) == {A: [B, C], B: [A], C: [], D: []}


def test_rings_are_together_and_come_after_what_they_need() -> None:
    """Schemas that lead to each other are one group, in the order of the schemas."""
    schemas = made(A=Named(C), B=Named(A), C=Named(B), D=Named(A))

    assert schema_rings(schemas) == ((A, B, C), (D,))


def test_a_long_chain_is_walked_without_recursion() -> None:
    """Ten thousand schemas in a row are ten thousand rings of one."""
    count = 10_000
    words = [SchemaId(str(number)) for number in range(count)]
    schemas = made(**{word: Named(SchemaId(str(int(word) + 1))) for word in words})

    found = schema_rings(schemas)
    assert len(found) == count
    assert found[0] == (SchemaId(str(count - 1)),)


def test_types_are_changed_everywhere() -> None:
    """A schema keeps all but its types."""
    schemas = made(A=Named(B))
    schema = schemas[A]
    assert isinstance(schema, ObjectSchema)

    changed = map_types(schema, lambda type_: Nullable(type_))
    assert isinstance(changed, ObjectSchema)
    assert changed.properties[0].type == Nullable(Named(B))
    assert changed.id == A
