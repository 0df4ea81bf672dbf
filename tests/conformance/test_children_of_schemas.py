"""Children by `allOf` of a schema with a discriminator come and go as what they are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx
import pytest

from .clients import package_of

CAT = {"properties": {"lives": {"type": "integer"}}}
SCHEMAS = {
    "Pet": {
        "type": "object",
        "required": ["kind"],
        "properties": {
            "kind": {"type": "string"},
            "friends": {
                "type": "array",
                "items": {"$ref": "#/components/schemas/Pet"},
            },
        },
        "discriminator": {
            "propertyName": "kind",
            "mapping": {"cat": "#/components/schemas/Cat"},
        },
    },
    "Cat": {"allOf": [{"$ref": "#/components/schemas/Pet"}, CAT]},
    "Dog": {
        "allOf": [{"$ref": "#/components/schemas/Pet"}],
        "properties": {"bark": {"type": "string"}},
    },
}
JSON = {"application/json": {"schema": {"$ref": "#/components/schemas/Pet"}}}
DOCUMENT = {
    "openapi": "3.0.3",
    "info": {"title": "T", "version": "1"},
    "servers": [{"url": "https://api.example.com"}],
    "paths": {
        "/pets": {
            "post": {
                "operationId": "swap",
                "requestBody": {"required": True, "content": JSON},
                "responses": {
                    "200": {"description": "ok", "content": JSON},
                    "400": {"description": "no", "content": JSON},
                },
            }
        }
    },
    "components": {"schemas": SCHEMAS},
}


@pytest.mark.parametrize(
    ("sent", "name"),
    [
        ({"kind": "cat", "lives": 9}, "Cat"),
        ({"kind": "Dog", "bark": "w", "friends": [{"kind": "cat", "lives": 1}]}, "Dog"),
        ({"kind": "eel", "friends": [{"kind": "eel"}]}, "Pet"),
    ],
)
def test_a_child_comes_and_goes_as_itself(
    site: Path, sent: dict[str, Any], name: str
) -> None:
    """By its value in the mapping or by its name; any other value is the parent's."""
    package = package_of(DOCUMENT, "children", site)
    seen: list[Any] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(json.loads(request.content))
        return httpx.Response(200, json=sent)

    sdk = package.Sdk(client=httpx.Client(transport=httpx.MockTransport(answer)))
    got = sdk.swap(request=sent)
    assert type(got) is getattr(package.models, name)
    assert got.model_dump(by_alias=True, exclude_none=True) == sent
    assert sdk.swap(request=got) == got
    assert seen == [sent, sent]


def test_an_error_is_its_parent(site: Path) -> None:
    """The error has one class, whatever the value."""
    package = package_of(DOCUMENT, "children", site)
    reply = httpx.Response(400, json={"kind": "cat", "lives": 9})
    transport = httpx.MockTransport(lambda request: reply)
    sdk = package.Sdk(client=httpx.Client(transport=transport))

    with pytest.raises(package.errors.Pet) as caught:
        sdk.swap(request={"kind": "cat"})
    assert caught.value.data.kind == "cat"
