"""A schema that differs by direction is two schemas."""

from __future__ import annotations

from collections.abc import Callable

from sdkloom.ir.api import Api
from sdkloom.ir.schemas import ObjectSchema
from sdkloom.ir.types import Named, SchemaId

Built = Callable[..., Api]
BOTH = """\
    paths:
      /a:
        post:
          requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Outer'}}}}
          responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Outer'}}}}}
    components:
      schemas:
        Outer: {type: object, properties: {pet: {$ref: '#/components/schemas/Pet'}, other: {$ref: '#/components/schemas/Plain'}}}
        Pet: {type: object, properties: {id: {type: string, readOnly: true}, %s name: {type: string}}}
        Plain: {type: object, properties: {x: {type: string}}}
    """
COMPONENTS = "#/components/schemas/"


def names_of(api: Api, word: str) -> list[str]:
    """The names of the properties of a component, or of a half of it."""
    schema = api.schemas[SchemaId(COMPONENTS + word)]
    assert isinstance(schema, ObjectSchema)
    return [item.name for item in schema.properties]


def test_read_only_properties_are_not_sent(built: Built) -> None:
    """The half that is sent is a schema of its own, and so are those that refer to it."""
    api = built(BOTH % "")

    assert {id.removeprefix(COMPONENTS) for id in api.schemas} == {
        "Outer~input",
        "Outer",
        "Pet~input",
        "Pet",
        "Plain",
    }
    assert names_of(api, "Pet~input") == ["name"]
    assert names_of(api, "Pet") == ["id", "name"]
    body = api.operations[0].body
    assert body is not None
    assert body.contents[0].type == Named(SchemaId(COMPONENTS + "Outer~input"))
    answer = api.operations[0].responses[0].contents[0].type
    assert answer == Named(SchemaId(COMPONENTS + "Outer"))


def test_write_only_properties_are_not_received(built: Built) -> None:
    """With properties of both kinds each direction has a half of its own."""
    api = built(BOTH % "secret: {type: string, writeOnly: true},")

    assert names_of(api, "Pet~input") == ["secret", "name"]
    assert names_of(api, "Pet~output") == ["id", "name"]
    assert COMPONENTS + "Pet" not in api.schemas


def test_a_schema_of_one_direction_only_loses_properties(built: Built) -> None:
    """What is only received keeps its name; a component that is only sent is its input half."""
    api = built("""\
        paths:
          /a:
            post:
              requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Sent'}}}}
              responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Got'}}}}}
        components:
          schemas:
            Sent: {type: object, properties: {id: {$ref: '#/components/schemas/Id'}, name: {type: string}}}
            Got: {type: object, properties: {id: {type: string}, secret: {type: string, writeOnly: true}}}
            Id: {type: string, readOnly: true}
        """)

    assert names_of(api, "Sent~input") == ["name"]
    assert names_of(api, "Got") == ["id"]
    assert COMPONENTS + "Sent" not in api.schemas
