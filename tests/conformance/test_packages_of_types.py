"""Types in packages by their kind, where components and operations need each other."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

from .clients import package_of

PATHS = {
    "callbacks": "models/callbacks",
    "errors": "models/errors",
    "operations": "models/operations",
    "shared": "models/components",
    "webhooks": "models/webhooks",
}
SETTINGS = {"imports": {"option": "openapi", "paths": PATHS}}
DOCUMENT = yaml.safe_load("""
openapi: 3.1.0
info: {title: Rings, version: "1"}
servers: [{url: https://rings.example}]
paths:
  /trees:
    post:
      operationId: grow
      tags: [trees]
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: array
              items: {$ref: "#/components/schemas/Node"}
      responses:
        "200":
          description: OK
          content:
            application/json:
              schema:
                type: object
                properties:
                  node: {$ref: "#/components/schemas/Node"}
                  branch:
                    oneOf:
                      - {type: string}
                      - {type: array, items: {$ref: "#/components/schemas/Node"}}
        "409":
          description: No
          content: {application/json: {schema: {$ref: "#/components/schemas/Refusal"}}}
components:
  schemas:
    Node:
      type: object
      required: [name]
      properties:
        name: {type: string}
        grown: {$ref: "#/paths/~1trees/post/responses/200/content/application~1json/schema"}
        branch: {$ref: "#/paths/~1trees/post/responses/200/content/application~1json/schema/properties/branch"}
    Refusal:
      type: object
      properties: {message: {type: string}, node: {$ref: "#/components/schemas/Node"}}
""")
INNER = {"name": "b", "branch": [{"name": "c", "grown": {"branch": "d"}}]}


@pytest.fixture(scope="module", params=["rings", "wide.world.rings"])
def package(request: pytest.FixtureRequest, site: Path) -> Any:
    """The document's package, in a folder of its own or in a namespace (PEP 420)."""
    return package_of(DOCUMENT, request.param, site, SETTINGS)


def client_of(package: Any, status: int, reply: Any) -> tuple[Any, list[Any]]:
    """Return a client that gets one reply to everything, and what it has sent."""
    sent: list[Any] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(json.loads(request.content))
        return httpx.Response(status, json=reply)

    transport = httpx.MockTransport(answer)
    return package.Sdk(client=httpx.Client(transport=transport)), sent


def test_a_ring_across_packages_is_sent_and_read(package: Any) -> None:
    """Models, dicts and replies are what they are where all models are in one package."""
    components = importlib.import_module(f"{package.__name__}.models").components
    client, sent = client_of(package, 200, {"node": INNER, "branch": "x"})

    reply = client.trees.grow(
        request=[
            components.Node(name="a", branch=[components.Node(name="b")]),
            {"name": "c", "grown": {"node": {"name": "d"}}},
        ]
    )

    assert sent == [
        [
            {"name": "a", "branch": [{"name": "b"}]},
            {"name": "c", "grown": {"node": {"name": "d"}}},
        ]
    ]
    assert type(reply).__module__ == f"{package.__name__}.models.operations.grow"
    assert isinstance(reply.node, components.Node)
    assert reply.node.branch[0].grown.branch == "d"


def test_an_error_holds_a_component(package: Any) -> None:
    """It is raised as a class of the package of errors, its data is read in full."""
    models = package.models
    client, _ = client_of(package, 409, {"message": "no", "node": INNER})

    with pytest.raises(models.errors.Refusal) as caught:
        client.trees.grow(request=[])

    assert isinstance(caught.value.data.node, models.components.Node)
    assert caught.value.message == "no"
    assert isinstance(caught.value, models.errors.SdkError)
