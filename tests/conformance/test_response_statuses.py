"""Statuses: the exact one first, then its range, then default (OpenAPI 3.1, 4.8.16)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest

from .clients import package_of

TABLE = [
    (200, "result.exact", "result"),
    (201, "result.exact", "result"),
    (404, "NotFound", "error"),
    (409, "Refused", "error"),
    (499, "Refused", "error"),
    (500, "AgentsDefaultError", "error"),
]


def _json(name: str) -> dict[str, Any]:
    schema = {"$ref": f"#/components/schemas/{name}"}
    return {"description": name, "content": {"application/json": {"schema": schema}}}


def _object(name: str) -> dict[str, Any]:
    return {
        "type": "object",
        "required": [name],
        "properties": {name: {"type": "string"}},
    }


@pytest.fixture(scope="module")
def package(site: Path) -> Any:
    """A package whose only operation documents an exact status and a range."""
    responses = {
        "200": _json("Exact"),
        "404": _json("NotFound"),
        "4XX": _json("Refused"),
    }
    operation = {"operationId": "getThing", "tags": ["things"], "responses": responses}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Statuses", "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
        "paths": {"/thing": {"get": operation}},
        "components": {
            "schemas": {
                "Exact": _object("exact"),
                "NotFound": _object("missing"),
                "Refused": _object("why"),
            }
        },
    }
    return package_of(document, "statuses", site)


@pytest.mark.parametrize("status, expected, kind", TABLE)
def test_a_reply_is_read_as_its_status_says(
    package: Any, status: int, expected: str, kind: str
) -> None:
    """A success is returned; an error is raised as the class of its status."""
    body = {"exact": "result.exact", "missing": "x", "why": "y"}

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(status, json=body)

    client = httpx.Client(transport=httpx.MockTransport(answer))
    with package.Sdk(client=client) as sdk:
        if kind == "result":
            assert sdk.things.get_thing().exact == expected
            return
        with pytest.raises(package.errors.SdkError) as caught:
            sdk.things.get_thing()

    assert type(caught.value).__name__ == expected
    assert caught.value.status_code == status
