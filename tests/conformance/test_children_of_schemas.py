"""Children by `allOf` of a schema with a discriminator come and go as what they are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx
import pytest

import sdkloom
from sdkloom.pipeline import Options

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


@pytest.mark.parametrize(
    ("lock", "returned"),
    [
        ("lockVersion: 2.0.0\n", "models.PetUnion"),
        ("management: {generationVersion: 2.900.0}\n", "models.Pet"),
    ],
)
def test_an_sdk_that_another_generator_made_keeps_its_types(
    tmp_path: Path, lock: str, returned: str
) -> None:
    """Its callers' annotations go on to fit, and the report says what is left out."""
    (tmp_path / "openapi.json").write_text(json.dumps(DOCUMENT), encoding="utf-8")
    (tmp_path / "gen.lock").write_text(lock, encoding="utf-8")
    result = sdkloom.generate(
        tmp_path / "openapi.json", Options(lock=tmp_path / "gen.lock")
    )
    (sdk,) = (one.text for one in result.files if one.path.endswith("/sdk.py"))
    noted = [one.pointer for one in result.remarks if one.code.endswith("-children")]
    replies = "#/paths/~1pets/post/responses/400/content/application~1json/schema/$ref"
    parent = "#/components/schemas/Pet/discriminator"

    assert f"_SWAP: Operation[{returned}] = " in sdk
    assert noted == [parent if returned == "models.Pet" else replies]
