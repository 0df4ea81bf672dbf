"""Swagger 2.0 is read as OpenAPI 3.1, and remarks still point to what was written."""

from __future__ import annotations

from collections.abc import Callable

from sdkloom.diagnostics import Diagnostics
from sdkloom.document.resolve import Document, resolve
from sdkloom.document.source import Source

Read = Callable[..., tuple[Source | None, Diagnostics]]

TEXT = """\
swagger: "2.0"
info: {title: T, version: "1"}
host: api.example.com
basePath: /v1/
schemes: [http, https]
consumes: [application/json]
produces: [application/json, application/xml]
tags: [{name: a}]
paths:
  /pets/{id}:
    parameters:
      - {name: id, in: path, required: true, type: integer, format: int64}
    post:
      operationId: makePet
      parameters:
        - {name: pet, in: body, required: true, description: The pet., schema: {$ref: "#/definitions/Pet"}}
        - {$ref: "#/parameters/Limit"}
        - {name: tags, in: query, type: array, items: {type: string}, collectionFormat: pipes}
      responses:
        "200":
          description: ok
          schema: {$ref: "#/definitions/Pet"}
          examples: {application/json: {name: Rex}}
          headers: {X-Rate: {type: integer, description: rate}}
        default: {$ref: "#/responses/Fault"}
  /upload:
    post:
      consumes: [multipart/form-data]
      schemes: [https]
      parameters:
        - {name: file, in: formData, type: file, required: true, description: Bytes.}
        - {name: many, in: formData, type: array, items: {type: string}, collectionFormat: multi}
        - {$ref: "#/parameters/Note"}
      responses:
        "204": {description: none}
  /download:
    get:
      produces: [application/pdf]
      responses:
        "200": {description: ok, schema: {type: file}}
  /shared:
    put:
      parameters: [{$ref: "#/parameters/Body"}]
      responses:
        "200": {description: ok, schema: {$ref: "#/paths/~1pets~1{id}/post/responses/200/schema"}}
definitions:
  Pet:
    required: [name]
    discriminator: kind
    properties: {name: {type: string, x-nullable: true}, kind: {type: string}}
parameters:
  Limit: {name: limit, in: query, type: integer, maximum: 5}
  Body: {name: body, in: body, schema: {type: object}}
  Note: {name: note, in: formData, type: string}
responses:
  Fault: {description: fault, schema: {type: string}}
securityDefinitions:
  basic: {type: basic}
  key: {type: apiKey, in: header, name: X-Key}
  oauth: {type: oauth2, flow: accessCode, authorizationUrl: a, tokenUrl: t, scopes: {r: read}}
"""


def lifted(read: Read) -> Document:
    source, diagnostics = read(TEXT)
    assert source is not None
    document = resolve(source, diagnostics)
    assert document is not None and not diagnostics.remarks, diagnostics.remarks
    return document


def test_addresses_become_servers(read: Read) -> None:
    """Secure ones first; an operation's own schemes give it servers of its own."""
    root = lifted(read).root

    assert root.get("openapi") == "3.1.0"
    assert root.get("servers") == [
        {"url": "https://api.example.com/v1"},
        {"url": "http://api.example.com/v1"},
    ]
    assert (root / "paths" / "/upload" / "post").get("servers") == [
        {"url": "https://api.example.com/v1"}
    ]
    assert "servers" not in root / "paths" / "/pets/{id}" / "post"


def test_a_body_parameter_becomes_a_request_body(read: Read) -> None:
    """In every media type that is consumed; a shared one becomes a shared body."""
    document = lifted(read)

    assert document.node("#/paths/~1pets~1{id}/post/requestBody").value == {
        "required": True,
        "description": "The pet.",
        "content": {
            "application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}
        },
    }
    body = document.node(
        "#/paths/~1shared/put/requestBody/content/application~1json/schema"
    )
    assert body.value == {"type": "object"}


def test_form_parameters_become_a_form(read: Read) -> None:
    """Files make it multipart; how lists are written is kept as their encoding."""
    body = lifted(read).node("#/paths/~1upload/post/requestBody")

    assert body.value == {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "properties": {
                        "file": {
                            "type": "string",
                            "format": "binary",
                            "description": "Bytes.",
                        },
                        "many": {"type": "array", "items": {"type": "string"}},
                        "note": {"type": "string"},
                    },
                },
                "encoding": {"many": {"style": "form", "explode": True}},
            }
        },
    }


def test_other_parameters_get_a_schema(read: Read) -> None:
    """And the style that their collection format is called now."""
    document = lifted(read)
    parameters = document.node("#/paths/~1pets~1{id}/post/parameters")

    assert [each.value for each in parameters] == [
        {"$ref": "#/components/parameters/Limit"},
        {
            "name": "tags",
            "in": "query",
            "schema": {"type": "array", "items": {"type": "string"}},
            "style": "pipeDelimited",
            "explode": False,
        },
    ]
    assert document.node("#/components/parameters/Limit").value == {
        "name": "limit",
        "in": "query",
        "schema": {"type": "integer", "maximum": 5},
    }
    shared = document.node("#/paths/~1pets~1{id}/parameters/0/schema")
    assert shared.value == {"type": "integer", "format": "int64"}


def test_responses_get_contents(read: Read) -> None:
    """One for each media type that is produced, with its example; headers get schemas."""
    document = lifted(read)
    response = document.node("#/paths/~1pets~1{id}/post/responses/200")
    schema = {"$ref": "#/components/schemas/Pet"}

    assert response.value == {
        "description": "ok",
        "content": {
            "application/json": {"schema": schema, "example": {"name": "Rex"}},
            "application/xml": {"schema": schema},
        },
        "headers": {"X-Rate": {"description": "rate", "schema": {"type": "integer"}}},
    }
    assert document.node("#/paths/~1pets~1{id}/post/responses/default").ref == (
        "#/components/responses/Fault"
    )
    assert document.node("#/paths/~1download/get/responses/200/content").value == {
        "application/pdf": {"schema": {"type": "string", "format": "binary"}}
    }


def test_definitions_become_components(read: Read) -> None:
    """Schemas are spelled as in 3.1, and flows are called by their new names."""
    document = lifted(read)

    assert document.node("#/components/schemas/Pet").value == {
        "required": ["name"],
        "discriminator": {"propertyName": "kind"},
        "properties": {
            "name": {"type": ["string", "null"]},
            "kind": {"type": "string"},
        },
    }
    assert document.node("#/components/securitySchemes").value == {
        "basic": {"type": "http", "scheme": "basic"},
        "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
        "oauth": {
            "type": "oauth2",
            "flows": {
                "authorizationCode": {
                    "authorizationUrl": "a",
                    "tokenUrl": "t",
                    "scopes": {"r": "read"},
                }
            },
        },
    }


def test_references_into_paths_follow_what_moved(read: Read) -> None:
    """The schema of a response stands in its first content now."""
    document = lifted(read)
    schema = document.node(
        "#/paths/~1shared/put/responses/200/content/application~1json/schema"
    )

    assert schema.resolved().pointer == "#/components/schemas/Pet"


def test_places_are_those_of_the_text(read: Read) -> None:
    """Whatever moved stands where it was written."""
    source = lifted(read).sources[""]

    def line(pointer: str, word: str) -> bool:
        place = source.place(pointer)
        return source.lines[place.line - 1][place.column - 1 :].startswith(word)

    body = "#/paths/~1pets~1{id}/post/requestBody"
    assert line(body, "{name: pet")
    assert line(f"{body}/description", "The pet.")
    assert line(f"{body}/content/application~1json/schema/$ref", '"#/definitions/Pet"')
    assert line("#/paths/~1pets~1{id}/post/parameters/1/schema/items", "{type: string}")
    assert line(
        "#/paths/~1upload/post/requestBody/content/multipart~1form-data/schema"
        "/properties/file",
        "{name: file",
    )
    assert line("#/components/schemas/Pet/properties/kind/type", "string")
    assert line("#/components/securitySchemes/oauth/flows", "{type: oauth2")
    assert line("#/servers/0/url", "api.example.com")


def test_careless_documents_do_not_stop_the_lifting(read: Read) -> None:
    """Lists, strings and null stand where mappings belong."""
    source, diagnostics = read("""\
        swagger: "2.0"
        info: {title: T, version: "1"}
        consumes: x
        paths:
          /a: []
          /b: {get: {parameters: {a: b}, responses: [x]}, post: null, put: {responses: {"200": x}}}
          /c: {get: {parameters: [5, {in: body}], responses: {"200": {content: {a/b: {}}}}}}
        definitions: [a]
        securityDefinitions: {a: x}
        parameters: {a: x}
        """)
    assert source is not None

    document = resolve(source, diagnostics)

    assert document is not None
    content = document.node("#/paths/~1c/get/responses/200/content").value
    assert content == {"a/b": {}}
