"""Swagger 2.0, clause by clause: what is sent, what is asked for, and what comes back."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import unquote

import httpx
import pytest

from .clients import Calls, package_of

FORMATS = {
    "csv": "a,b",
    "ssv": "a b",
    "tsv": "a\tb",
    "pipes": "a|b",
}
TEXTS = {"type": "array", "items": {"type": "string"}}
OK = {"200": {"description": "ok"}}


def _parameter(place: str, **said: Any) -> dict[str, Any]:
    return {"name": "p", "in": place, "required": True, **TEXTS, **said}


def _operation(*parameters: Any, **said: Any) -> dict[str, Any]:
    return {"parameters": list(parameters), "responses": OK, **said}


def _paths() -> dict[str, Any]:
    """Return an operation for each clause."""
    paths: dict[str, Any] = {}
    for name in (*FORMATS, "multi"):
        said = {"collectionFormat": name}
        query = _operation(_parameter("query", **said), operationId=f"query_{name}")
        paths[f"/query/{name}"] = {"get": query}
        for kind in ("application/x-www-form-urlencoded", "multipart/form-data"):
            word = "form" if "form-urlencoded" in kind else "parts"
            form = _operation(
                _parameter("formData", **said),
                operationId=f"{word}_{name}",
                consumes=[kind],
            )
            paths[f"/{word}/{name}"] = {"post": form}
        if name == "multi":
            continue
        inside = _operation(_parameter("path", **said), operationId=f"path_{name}")
        paths[f"/path/{name}/{{p}}"] = {"get": inside}
        header = _operation(_parameter("header", **said), operationId=f"header_{name}")
        paths[f"/header/{name}"] = {"get": header}
    pet = {"schema": {"$ref": "#/definitions/Pet"}}
    file = {"name": "file", "in": "formData", "type": "file", "required": True}
    note = {"name": "note", "in": "formData", "type": "string"}
    csv = {"200": {"description": "ok", "schema": {"type": "file"}}}
    paths |= {
        "/upload": {"post": _operation(file, note, operationId="upload")},
        "/download": {"get": {"operationId": "download", "responses": csv}},
        "/csv": {
            "get": {"operationId": "csv", "produces": ["text/csv"], "responses": csv}
        },
        "/pets": {
            "parameters": [{"$ref": "#/parameters/Limit"}],
            "post": _operation(
                {"$ref": "#/parameters/Pet"},
                operationId="make",
                consumes=["application/vnd.pet+json"],
                responses={
                    "201": {"description": "made", **pet},
                    "404": {"$ref": "#/responses/Missing"},
                },
            ),
            "get": _operation(
                operationId="secured",
                security=[{"basic": [], "key": []}],
                schemes=["http"],
            ),
        },
    }
    return paths


def document() -> dict[str, Any]:
    """Return the whole document."""
    return {
        "swagger": "2.0",
        "info": {"title": "T", "version": "1"},
        "host": "api.example.com",
        "basePath": "/v1/",
        "schemes": ["http", "https"],
        "consumes": ["application/json"],
        "produces": ["application/json"],
        "paths": _paths(),
        "parameters": {
            "Limit": {"name": "limit", "in": "query", "type": "integer", "default": 5},
            "Pet": {
                "name": "thePet",
                "in": "body",
                "required": True,
                "schema": {"$ref": "#/definitions/Pet"},
            },
        },
        "responses": {
            "Missing": {
                "description": "no",
                "schema": {"$ref": "#/definitions/Problem"},
            }
        },
        "securityDefinitions": {
            "basic": {"type": "basic"},
            "key": {"type": "apiKey", "in": "query", "name": "k"},
            "code": {
                "type": "oauth2",
                "flow": "accessCode",
                "authorizationUrl": "https://a/b",
                "tokenUrl": "https://a/t",
                "scopes": {"read": "r"},
            },
        },
        "security": [{"code": ["read"]}],
        "definitions": {
            "Pet": {
                "type": "object",
                "required": ["name", "owner"],
                "properties": {
                    "name": {"type": "string"},
                    "owner": {"type": "string", "x-nullable": True},
                },
            },
            "Problem": {"type": "object", "properties": {"why": {"type": "string"}}},
        },
    }


@pytest.fixture(scope="module")
def calls(site: Path) -> Calls:
    """The client of the document."""
    return Calls(
        package_of(document(), "swagger_2_0", site), httpx.Response(200), code="token"
    )


@pytest.mark.parametrize("name", FORMATS)
def test_collection_formats(name: str, calls: Calls) -> None:
    """An array has its delimiter in every place that Swagger 2.0 has for it."""
    text = FORMATS[name]
    getattr(calls.sdk, f"query_{name}")(p=["a", "b"])
    assert unquote(calls.request.url.query.decode()) == f"p={text}"
    getattr(calls.sdk, f"path_{name}")(p=["a", "b"])
    raw = calls.request.url.raw_path.decode()
    assert unquote(raw.rpartition("/")[2]) == text
    getattr(calls.sdk, f"header_{name}")(p=["a", "b"])
    assert calls.request.headers["p"] == text
    getattr(calls.sdk, f"form_{name}")(p=["a", "b"])
    assert unquote(calls.request.content.decode()) == f"p={text}"
    getattr(calls.sdk, f"parts_{name}")(p=["a", "b"])
    assert calls.request.content.count(b"Content-Disposition") == 1
    assert f"\r\n\r\n{text}\r\n".encode() in calls.request.content


def test_the_format_multi(calls: Calls) -> None:
    """It repeats the name, in a query and in forms."""
    calls.sdk.query_multi(p=["a", "b"])
    assert calls.request.url.query == b"p=a&p=b"
    calls.sdk.form_multi(p=["a", "b"])
    assert calls.request.content == b"p=a&p=b"
    calls.sdk.parts_multi(p=["a", "b"])
    assert calls.request.content.count(b'name="p"') == 2


def test_a_file_makes_a_form_multipart(calls: Calls) -> None:
    """Whatever the API consumes."""
    calls.sdk.upload(file={"fileName": "f.txt", "content": b"x"}, note="n")
    media_type = calls.request.headers["content-type"]
    assert media_type.startswith("multipart/form-data; boundary=")
    assert b'name="file"; filename="f.txt"' in calls.request.content


@pytest.mark.parametrize(("name", "accept"), [("download", "*/*"), ("csv", "text/csv")])
def test_a_file_is_downloaded(name: str, accept: str, calls: Calls) -> None:
    """It comes in the media type that its operation names; JSON for the whole API is none."""
    calls.reply = httpx.Response(
        200, content=b"a", headers={"content-type": "text/csv"}
    )
    reply = getattr(calls.sdk, name)()
    assert (reply.read(), calls.request.headers["accept"]) == (b"a", accept)


def test_a_shared_body_and_reply(calls: Calls) -> None:
    """Their references are followed; consumes and produces hold; null is allowed by `x-nullable`."""
    pet = {"name": "n", "owner": None}
    calls.reply = httpx.Response(201, json=pet)
    found = calls.sdk.make(**pet)
    assert (found.name, found.owner) == ("n", None)
    assert calls.request.headers["content-type"] == "application/vnd.pet+json"
    assert str(calls.request.url) == "https://api.example.com/v1/pets?limit=5"
    assert calls.request.headers["authorization"] == "Bearer token"

    calls.reply = httpx.Response(404, json={"why": "w"})
    with pytest.raises(calls.package.errors.Problem) as caught:
        calls.sdk.make(**pet)
    assert caught.value.data.why == "w"


def test_schemes_and_security_of_an_operation(calls: Calls) -> None:
    """They take the place of the document's; two schemes of one requirement hold together."""
    calls.reply = httpx.Response(200)
    security = {"basic": {"username": "u", "password": "p"}, "key": "k"}
    calls.sdk.secured(security=security)
    url = calls.request.url
    assert (url.scheme, url.params["k"], url.params["limit"]) == ("http", "k", "5")
    assert calls.request.headers["authorization"].startswith("Basic ")
