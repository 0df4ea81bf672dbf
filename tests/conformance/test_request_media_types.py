"""Bodies that a document offers in several media types (OpenAPI 3.1, Request Body Object)."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import httpx
import pytest

from .clients import package_of

NOTE = {
    "type": "object",
    "required": ["text"],
    "properties": {
        "text": {"type": "string"},
        "tags": {"type": "array", "items": {"type": "integer"}},
    },
}
FILE = {
    "type": "object",
    "required": ["file"],
    "properties": {"file": {"type": "string", "format": "binary"}},
}
BYTES = {"type": "string", "format": "binary"}
FORM = "application/x-www-form-urlencoded"


def document(content: dict[str, Any]) -> dict[str, Any]:
    """Return a document with one operation that sends a body."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
        "paths": {
            "/notes": {
                "post": {
                    "operationId": "create",
                    "requestBody": {
                        "required": True,
                        "content": {
                            key: {"schema": schema} for key, schema in content.items()
                        },
                    },
                    "responses": {"204": {"description": "made"}},
                }
            }
        },
    }


def sender(package: Any, is_async: bool) -> Any:
    """Return a function that calls a method, and gives what arrived."""
    found: list[tuple[str, bytes]] = []

    def take(request: httpx.Request) -> httpx.Response:
        found.append((request.headers["content-type"], request.read()))
        return httpx.Response(204)

    async def take_async(request: httpx.Request) -> httpx.Response:
        found.append((request.headers["content-type"], await request.aread()))
        return httpx.Response(204)

    sdk = package.Sdk(
        client=httpx.Client(transport=httpx.MockTransport(take)),
        async_client=httpx.AsyncClient(transport=httpx.MockTransport(take_async)),
    )

    def send(name: str, **arguments: Any) -> tuple[str, bytes]:
        if is_async:
            asyncio.run(getattr(sdk, f"{name}_async")(**arguments))
        else:
            getattr(sdk, name)(**arguments)
        return found.pop()

    return send


@pytest.mark.parametrize("is_async", [False, True])
def test_a_header_chooses_what_the_same_arguments_are_sent_as(
    is_async: bool, site: Path
) -> None:
    """Without it the first media type is sent; one that nobody knows stays the caller's."""
    content = {"application/json": NOTE, FORM: NOTE, "multipart/form-data": NOTE}
    module = f"several_same_{is_async}".lower()
    send = sender(package_of(document(content), module, site), is_async)
    arguments = {"text": "a b", "tags": [1, 2]}

    assert send("create", **arguments) == (
        "application/json",
        b'{"text":"a b","tags":[1,2]}',
    )
    headers = {"content-type": FORM}
    sent = send("create", **arguments, http_headers=headers)
    assert sent == (FORM, b"text=a%20b&tags=1&tags=2")

    headers = {"Content-Type": "Multipart/Form-Data", "X-Other": "1"}
    media_type, body = send("create", **arguments, http_headers=headers)
    assert media_type.startswith("multipart/form-data; boundary=")
    assert body.count(b'name="tags"') == 2

    headers = {"Content-Type": "application/vnd.note+json"}
    media_type, body = send("create", **arguments, http_headers=headers)
    assert (media_type, body[:1]) == ("application/vnd.note+json", b"{")


@pytest.mark.parametrize("is_async", [False, True])
def test_other_arguments_have_a_method_of_their_own(is_async: bool, site: Path) -> None:
    """The first keeps its name and arguments; each other kind has a method beside it."""
    content = {
        "application/json": NOTE,
        "multipart/form-data": FILE,
        "image/png": BYTES,
        "image/jpeg": BYTES,
        "application/xml": NOTE,
    }
    module = f"several_other_{is_async}".lower()
    send = sender(package_of(document(content), module, site), is_async)

    assert send("create", text="a")[1] == b'{"text":"a"}'
    media_type, body = send(
        "create_as_multipart", file={"fileName": "f", "content": b"x"}
    )
    assert media_type.startswith("multipart/form-data; boundary=")
    assert b'name="file"; filename="f"' in body
    assert send("create_as_bytes", request=b"\x89") == ("image/png", b"\x89")
    headers = {"Content-Type": "image/jpeg"}
    sent = send("create_as_bytes", request=b"\xff", http_headers=headers)
    assert sent == ("image/jpeg", b"\xff")
    assert send("create_as_xml", request=b"<a/>") == ("application/xml", b"<a/>")
    text = "<a>\u00e9</a>"
    assert send("create_as_xml", request=text) == ("application/xml", text.encode())


def test_no_name_of_the_document_gives_way(site: Path) -> None:
    """An operation that is called as such a method would be keeps its name."""
    spec = document({"application/json": NOTE, "application/octet-stream": BYTES})
    spec["paths"]["/other"] = {
        "get": {
            "operationId": "create_as_bytes",
            "responses": {"204": {"description": "nothing"}},
        }
    }
    sdk = package_of(spec, "several_names", site).Sdk
    assert "request" not in sdk.create_as_bytes.__annotations__
    assert "request" in sdk.create_as_bytes2.__annotations__
