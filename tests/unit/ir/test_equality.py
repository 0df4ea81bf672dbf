"""Equal schemas have equal keys."""

from __future__ import annotations

from sdkloom.ir.equality import equality_keys
from sdkloom.ir.schemas import ObjectSchema, Origin, OriginKind, Property, Schema
from sdkloom.ir.types import STRING, Named, Nullable, SchemaId, Type

A, B, C, D = (SchemaId(word) for word in "ABCD")


def made(**types: Type) -> dict[SchemaId, Schema]:
    """Objects with one property each, by name."""
    return {
        SchemaId(word): ObjectSchema(
            id=SchemaId(word),
            origin=Origin(kind=OriginKind.COMPONENT, word=word),
            description=f"Text of {word}.",
            properties=(Property(name="p", type=type_, required=True),),
        )
        for word, type_ in types.items()
    }


def test_equal_schemas_have_equal_keys() -> None:
    """Structure counts, through references and rings; names, places and texts do not."""
    schemas = made(A=Named(B), B=STRING, C=Named(D), D=STRING)
    keys = equality_keys(schemas)

    assert keys[A] == keys[C]
    assert keys[B] == keys[D]
    assert keys[A] != keys[B]


def test_rings_can_be_equal() -> None:
    """A ring that looks like another has the same keys; one that differs anywhere has not."""
    equal = equality_keys(made(A=Named(B), B=Named(A), C=Named(D), D=Named(C)))
    other = equality_keys(
        made(A=Named(B), B=Nullable(Named(A)), C=Named(D), D=Named(C))
    )

    assert equal[A] == equal[C]
    assert other[A] != other[C]
