"""OpenAPI 3.2, clause by clause: what is new beside 3.1, or clearer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import httpx
import pytest

from .clients import Calls, package_of

SECURITY = '{"key": {"type": "apiKey", "in": "header", "name": "X-Key"}}'
NOTHING = {"204": {"summary": "Done"}}
TEXT = {"type": "string"}
FORM = "application/x-www-form-urlencoded"


def _object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def _json(schema: Any, **said: Any) -> dict[str, Any]:
    return {"content": {"application/json": {"schema": schema, **said}}}


def _get(name: str, *parameters: Any, **said: Any) -> dict[str, Any]:
    operation = {"operationId": name, "responses": NOTHING, "parameters": [*parameters]}
    return {"get": {**operation, **said}}


def _querystring(media_type: str) -> dict[str, Any]:
    schema = _object(a=TEXT, b={"type": "array", "items": {"type": "integer"}})
    return {
        "in": "querystring",
        "name": "q",
        "content": {media_type: {"schema": schema}},
    }


def document() -> dict[str, Any]:
    """Return a document with an operation for each clause."""
    event = _object(
        event=TEXT,
        data={
            **TEXT,
            "contentMediaType": "application/json",
            "contentSchema": _object(n={"type": "integer"}),
        },
    )
    pet = {"$ref": "#/components/schemas/Pet"}
    things = {"application/json": {"$ref": "#/components/mediaTypes/Things"}}
    headers = {
        "Set-Cookie": {"schema": {"type": "array", "items": TEXT}},
        "Link": {"content": {"application/linkset": {"schema": TEXT}}},
        "Content-Type": {"schema": TEXT},
    }
    return {
        "openapi": "3.2.0",
        "$self": "https://example.com/api/openapi.json",
        "info": {"title": "T", "version": "1", "summary": "S"},
        "servers": [
            {
                "url": "https://{region}.example.com",
                "name": "main",
                "variables": {"region": {"default": "eu", "enum": ["eu", "us"]}},
            },
            {"url": "https://other.example.com", "name": "other"},
        ],
        "tags": [
            {"name": "animals", "summary": "Animals", "kind": "nav"},
            {"name": "cats", "parent": "animals", "kind": "nav"},
            {"name": "beta", "kind": "badge"},
        ],
        "security": [{"security.json#/key": []}],
        "paths": {
            "/search": {
                "query": {
                    "operationId": "search",
                    "tags": ["beta", "cats"],
                    "requestBody": {"required": True, **_json(_object(q=TEXT))},
                    "responses": {"200": {"summary": "Found", "content": things}},
                },
                "additionalOperations": {
                    "LINK": {"operationId": "join", "responses": NOTHING}
                },
            },
            "/form": _get("as_form", _querystring(FORM)),
            "/json": _get("as_json", _querystring("application/json")),
            "/styles/{p}": _get(
                "styles",
                {"in": "cookie", "name": "c", "style": "cookie", "schema": TEXT},
                {
                    "in": "query",
                    "name": "s",
                    "style": "spaceDelimited",
                    "schema": _object(a={"type": "integer"}),
                },
                {"in": "header", "name": "h", **_json(_object(x={"type": "integer"}))},
                {
                    "in": "path",
                    "name": "p",
                    "required": True,
                    "allowReserved": True,
                    "schema": TEXT,
                },
            ),
            "/headers": _get("headers", responses={"204": {"headers": headers}}),
            "/events": _get(
                "events",
                responses={
                    "200": {"content": {"text/event-stream": {"itemSchema": event}}}
                },
            ),
            "/pets": {
                **_get("pets", responses={"2XX": _json(pet)}, security=[{}]),
                "post": {
                    "operationId": "name",
                    "security": [
                        {"old": [], "./security.json#/key": []},
                        {"#/components/securitySchemes/old": []},
                    ],
                    "requestBody": {
                        "required": True,
                        **_json(
                            {"$ref": "https://example.com/api/openapi.json#/x-kinds"}
                        ),
                    },
                    "responses": NOTHING,
                },
            },
        },
        "x-kinds": {
            "oneOf": [
                {"const": "a", "title": "First"},
                {"const": "b", "title": "Other"},
            ]
        },
        "components": {
            "mediaTypes": {"Things": {"schema": {"type": "array", "items": TEXT}}},
            "securitySchemes": {
                "old": {"type": "http", "scheme": "bearer", "deprecated": True}
            },
            "schemas": {
                "Pet": {
                    "oneOf": [
                        {"$ref": "#/components/schemas/Cat"},
                        {"$ref": "#/components/schemas/Dog"},
                    ],
                    "discriminator": {
                        "propertyName": "kind",
                        "mapping": {
                            "cat": "Cat",
                            "d": "./openapi.json#/components/schemas/Dog",
                        },
                        "defaultMapping": "Dog",
                    },
                },
                "Cat": _object(kind=TEXT, lives={"type": "integer"}),
                "Dog": _object(kind=TEXT, barks={"type": "boolean"}),
            },
        },
    }


@pytest.fixture(scope="module")
def calls(site: Path) -> Calls:
    """The client of the document."""
    (site / "security.json").write_text(SECURITY, encoding="utf-8")
    return Calls(
        package_of(document(), "openapi_3_2", site), httpx.Response(204), key="k"
    )


def test_methods_of_any_name(calls: Calls) -> None:
    """QUERY has a body, other methods are sent as written; media types may be references."""
    calls.reply = httpx.Response(200, json=["x"])
    assert calls.sdk.animals.cats.search(q="a") == ["x"]
    assert (calls.request.method, calls.request.content) == ("QUERY", b'{"q":"a"}')
    calls.reply = httpx.Response(204)
    calls.sdk.join()
    assert calls.request.method == "LINK"


def test_a_scheme_is_named_by_its_uri(calls: Calls) -> None:
    """In another file, or in this one; a component's name comes first."""
    calls.reply = httpx.Response(204)
    calls.sdk.join()
    assert calls.request.headers["x-key"] == "k"
    calls.sdk.name(security={"old": "t"}, request="a")
    assert calls.request.headers["authorization"] == "Bearer t"
    assert "x-key" not in calls.request.headers
    calls.sdk.name(security={"old": "t", "key": "k"}, request="a")
    assert calls.request.headers["x-key"] == "k"


def test_a_server_has_a_name(calls: Calls) -> None:
    """It is chosen by it; a variable has its default."""
    calls.reply = httpx.Response(204)
    calls.sdk.join()
    assert calls.request.url.host == "eu.example.com"
    client = httpx.Client(transport=httpx.MockTransport(calls._answer))
    calls.package.Sdk(client=client, server="other", key="k").join()
    assert calls.request.url.host == "other.example.com"


def test_the_whole_query(calls: Calls) -> None:
    """As a form, or in one text of JSON."""
    calls.reply = httpx.Response(204)
    calls.sdk.as_form(q={"a": "x y", "b": [1, 2]})
    assert calls.request.url.query == b"a=x%20y&b=1&b=2"
    calls.sdk.as_json(q={"a": "x", "b": [1]})
    text = unquote(calls.request.url.query.decode())
    assert json.loads(text) == {"a": "x", "b": [1]}


def test_styles(calls: Calls) -> None:
    """A cookie without escapes, an object with spaces, a header of JSON, a reserved path."""
    calls.reply = httpx.Response(204)
    calls.sdk.styles(c="a=b c", s={"a": 1}, h={"x": 2}, p="a:b@c")
    assert calls.request.headers["cookie"] == "c=a=b c"
    assert calls.request.url.query == b"s=a%201"
    assert calls.request.headers["h"] == '{"x":2}'
    assert calls.request.url.raw_path.startswith(b"/styles/a:b@c?")


def test_headers_of_a_reply(calls: Calls) -> None:
    """`Set-Cookie` may come several times; a header `Content-Type` is not described."""
    headers = [("Set-Cookie", "a=1, b"), ("Set-Cookie", "c=2"), ("Link", "<x>")]
    calls.reply = httpx.Response(204, headers=headers)
    found = calls.sdk.headers()
    assert found.headers["set-cookie"] == ["a=1, b", "c=2"]


def test_events_with_described_data(calls: Calls) -> None:
    """Data with a `contentSchema` is what the schema says."""
    stream = b'event: e\ndata: {"n": 1}\n\nunknown: x\ndata: {"n": 2}\n\n'
    kind = {"content-type": "text/event-stream"}
    calls.reply = httpx.Response(200, content=stream, headers=kind)
    assert [event.data.n for event in calls.sdk.events()] == [1, 2]


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ({"kind": "cat", "lives": 9}, "Cat"),
        ({"kind": "d", "barks": True}, "Dog"),
        ({"kind": "new"}, "Dog"),
        ({"barks": False}, "Dog"),
    ],
)
def test_a_default_of_a_discriminator(value: Any, name: str, calls: Calls) -> None:
    """It takes values without the property, and unknown ones; a range of statuses is one."""
    calls.reply = httpx.Response(226, json=value)
    found = calls.sdk.pets()
    assert type(found).__name__ == name
    assert json.loads(found.model_dump_json(exclude_unset=True)) == value


def test_an_annotated_enum(calls: Calls) -> None:
    """`oneOf` of constants is an enum, and `$self` is the document's own address."""
    calls.reply = httpx.Response(204)
    calls.sdk.name(security={"old": "t"}, request="b")
    assert calls.request.content == b'"b"'
