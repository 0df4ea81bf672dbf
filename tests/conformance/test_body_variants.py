"""`bodyVariantOverloads`: a body by its properties, or as a whole."""

from __future__ import annotations

import json
from pathlib import Path

import httpx
import pytest
import yaml

from .clients import package_of

DOCUMENT = """
openapi: 3.1.0
info: {title: Pets, version: "1.0"}
servers: [{url: https://pets.example}]
paths:
  /pets/{name}:
    post:
      operationId: create
      parameters: [{name: name, in: path, required: true, schema: {type: string}}]
      requestBody:
        required: true
        content:
          application/json:
            schema: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}
      responses: {"204": {description: done}}
components:
  schemas:
    Cat: {type: object, required: [type], properties: {type: {const: cat}, name: {type: string}}}
    Dog: {type: object, required: [type], properties: {type: {const: dog}, from: {type: string}}}
"""


def test_the_body_is_sent_either_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its properties are arguments; those that a parameter is called like have an underscore."""
    monkeypatch.syspath_prepend(str(tmp_path))
    package = package_of(
        yaml.safe_load(DOCUMENT), "variants", tmp_path, {"bodyVariantOverloads": True}
    )
    sent: list[object] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(json.loads(request.content))
        return httpx.Response(204)

    sdk = package.Sdk(client=httpx.Client(transport=httpx.MockTransport(answer)))
    sdk.create(name="x", type_="cat", name_="Tom")
    sdk.create(name="x", type_="dog", from_="pound")
    sdk.create(name="x", body={"type": "dog"})
    sdk.create(name="x", body=package.models.Cat(name="Tom"))
    assert sent == [
        {"type": "cat", "name": "Tom"},
        {"type": "dog", "from": "pound"},
        {"type": "dog"},
        {"type": "cat", "name": "Tom"},
    ]
    with pytest.raises(TypeError):
        sdk.create(name="x", type_="cat", nothing=1)
    with pytest.raises(ValueError):
        sdk.create(name="x")
