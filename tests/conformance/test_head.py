"""A reply to HEAD has no content, whatever the document says of it (RFC 9110, 9.3.2)."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import Any

import httpx
import pytest

from .clients import Calls, package_of

PET = {"type": "object", "required": ["name"], "properties": {"name": {}}}
JSON = {"application/vnd.pet+json": {"schema": {"$ref": "#/components/schemas/Pet"}}}


def document(headers: dict[str, Any]) -> dict[str, Any]:
    """Return a document with a HEAD that describes what a GET would answer."""
    responses = {
        "200": {"description": "ok", "headers": headers, "content": JSON},
        "404": {"description": "no", "content": JSON},
    }
    operation = {"operationId": "look", "responses": responses}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Heads", "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
        "paths": {"/pet": {"head": operation}},
        "components": {"schemas": {"Pet": PET}},
    }


@pytest.mark.parametrize("form", ["flat", "envelope", "envelope-http"])
def test_the_type_has_no_place_for_content(form: str, site: Path) -> None:
    """In every form of results; the snippet asserts nothing that is never there."""
    module = f"heads_{form.replace('-', '_')}"
    count = {"X-Count": {"schema": {"type": "integer"}}}
    package = package_of(document(count), module, site, python={"responseFormat": form})
    calls = Calls(package, httpx.Response(200, headers={"X-Count": "3"}))
    reply = calls.sdk.look()
    assert reply.headers["x-count"] == ["3"]
    assert "Pet" not in str(inspect.signature(calls.sdk.look).return_annotation)
    assert not {"pet", "result"} & set(type(reply).model_fields)
    assert calls.request.method == "HEAD"
    assert calls.request.headers["accept"] == "application/vnd.pet+json"


def test_without_headers_there_is_nothing(site: Path) -> None:
    """The status alone says how it went, and an error has its class."""
    package = package_of(document({}), "heads_bare", site)
    calls = Calls(package, httpx.Response(200))
    assert calls.sdk.look() is None
    calls.reply = httpx.Response(404)
    with pytest.raises(package.errors.Pet) as caught:
        calls.sdk.look()
    assert caught.value.status_code == 404
