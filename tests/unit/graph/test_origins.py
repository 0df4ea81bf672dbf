"""Schemas remember where they come from, and stand in the order of the document."""

from __future__ import annotations

from collections.abc import Callable

from sdkloom.ir.api import Api
from sdkloom.ir.schemas import Origin, OriginKind
from sdkloom.ir.types import SchemaId

Built = Callable[..., Api]
OK = "responses: {'200': {description: ok}}"
COMPONENT, PROPERTY = OriginKind.COMPONENT, OriginKind.PROPERTY


def test_the_way_down_from_a_component(shared: Built) -> None:
    """Every step from the component to the schema is kept, with its words."""
    api = shared("""\
        Pet:
          type: object
          properties:
            tags: {type: array, items: {type: object, properties: {kind: {enum: [a]}}}}
        """)

    pet = SchemaId("#/components/schemas/Pet")
    item = SchemaId(f"{pet}/properties/tags/items")
    assert api.schemas[pet].origin == Origin(
        kind=COMPONENT, word="Pet", component="Pet", steps=((COMPONENT, "Pet"),)
    )
    assert api.schemas[item].origin == Origin(
        kind=OriginKind.ITEM,
        parent=pet,
        component="Pet",
        steps=((COMPONENT, "Pet"), (PROPERTY, "tags"), (OriginKind.ITEM, "")),
    )
    kind = api.schemas[SchemaId(f"{item}/properties/kind")].origin
    assert (kind.word, kind.parent) == ("kind", item)


def test_the_owner_of_what_stands_in_an_operation(built: Built) -> None:
    """Bodies, replies and parameters belong to their operation; shared ones to a component."""
    api = built("""\
        paths:
          /a:
            post:
              parameters: [{name: q, in: query, schema: {enum: [x]}}]
              requestBody: {content: {application/json: {schema: {type: object, properties: {a: {}}}}}}
              responses:
                '200': {description: ok, content: {application/json: {schema: {type: object, properties: {b: {}}}}}}
                '400': {$ref: '#/components/responses/Bad'}
        components:
          responses: {Bad: {description: no, content: {application/json: {schema: {type: object, properties: {c: {}}}}}}}
        """)

    owner = "#/paths/~1a/post"
    found = {
        (one.origin.kind.value, one.origin.word, one.origin.owner, one.origin.component)
        for one in api.schemas.values()
    }
    assert found == {
        ("parameter", "q", owner, ""),
        ("request-body", "", owner, ""),
        ("response-body", "200", owner, ""),
        ("response-body", "400", "", "Bad"),
        ("request", "", owner, ""),
    }


def test_a_reference_into_a_component(shared: Built) -> None:
    """What is referred to by its place is named after its place, whoever refers to it."""
    api = shared("""\
        A: {type: object, properties: {p: {$ref: '#/components/schemas/B/properties/q'}}}
        B: {type: object, properties: {q: {type: object, properties: {r: {}}}}}
        """)

    origin = api.schemas[SchemaId("#/components/schemas/B/properties/q")].origin
    assert origin.steps == ((COMPONENT, "B"), (PROPERTY, "q"))


def test_components_come_first(built: Built) -> None:
    """Schemas are in the order of the document, those we make after what they are made from."""
    schema = "{type: object, properties: {z: {$ref: '#/components/schemas/Z'}, a: {$ref: '#/components/schemas/A'}}}"
    api = built(f"""\
        paths:
          /a:
            post:
              parameters: [{{name: q, in: query, schema: {{enum: [x]}}}}]
              requestBody: {{content: {{application/json: {{schema: {schema}}}}}}}
              {OK}
        components:
          schemas:
            A: {{type: object}}
            Z: {{type: object}}
        """)

    assert list(api.schemas)[:2] == ["#/components/schemas/A", "#/components/schemas/Z"]
    assert list(api.schemas)[2:] == [
        "#/paths/~1a/post~request",
        "#/paths/~1a/post/parameters/0/schema",
        "#/paths/~1a/post/requestBody/content/application~1json/schema",
    ]
