"""Where a schema's words come from."""

from __future__ import annotations

from collections.abc import Callable

from sdkloom.ir.api import Api
from sdkloom.ir.schemas import ObjectSchema

Built = Callable[..., Api]

MEMBER = """
        B: {type: object, description: About B, properties: {x: {type: string}}}
        """


def described(api: Api, name: str) -> str:
    """The description of one property of `A`."""
    schema = next(one for one in api.schemas.values() if one.origin.word == "A")
    assert isinstance(schema, ObjectSchema)
    return next(item.description for item in schema.properties if item.name == name)


def test_one_schema_or_null_is_described_as_that_schema(shared: Built) -> None:
    """Such a composition says no more than that a value may be missing."""
    api = shared("""\
        A:
          type: object
          properties:
            b: {anyOf: [{$ref: '#/components/schemas/B'}, {type: 'null'}]}
        """ + MEMBER)

    assert described(api, "b") == "About B"


def test_a_union_of_one_has_words_of_its_own(shared: Built) -> None:
    """It may grow: what its one member says is not said of it."""
    api = shared("""\
        A:
          type: object
          properties:
            b: {oneOf: [{$ref: '#/components/schemas/B'}]}
        """ + MEMBER)

    assert described(api, "b") == ""
