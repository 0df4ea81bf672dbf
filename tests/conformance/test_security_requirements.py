"""Security requirements: one of several, all of several, none (OpenAPI 3.1, 4.8.30)."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import Any

import httpx
import pytest

from .clients import package_of

SCHEMES = {
    "first": {"type": "apiKey", "in": "header", "name": "X-First"},
    "second": {"type": "apiKey", "in": "header", "name": "X-Second"},
    "bearer": {"type": "http", "scheme": "bearer"},
    "basic": {"type": "http", "scheme": "basic"},
}
FIRST = {"x-first": "1"}
BOTH = {"x-first": "1", "x-second": "2"}
BEARER = {"authorization": "Bearer b"}
NUMBERS = count()

TABLE: list[tuple[str, list[dict[str, list[str]]], dict[str, Any], dict[str, str]]] = [
    ("one", [{"first": []}], {"first": "1"}, FIRST),
    ("a bearer token", [{"bearer": []}], {"bearer": "b"}, BEARER),
    (
        "a name and a password",
        [{"basic": []}],
        {"security": {"username": "u", "password": "p"}},
        {"authorization": "Basic dTpw"},
    ),
    (
        "this or that: this",
        [{"first": []}, {"bearer": []}],
        {"security": {"first": "1"}},
        FIRST,
    ),
    (
        "this or that: that",
        [{"first": []}, {"bearer": []}],
        {"security": {"bearer": "b"}},
        BEARER,
    ),
    (
        "this and that",
        [{"first": [], "second": []}],
        {"security": {"first": "1", "second": "2"}},
        BOTH,
    ),
    ("this or none: none", [{}, {"first": []}], {}, {}),
    ("none at all", [], {}, {}),
]


@pytest.mark.parametrize("title, security, given, sent", TABLE)
def test_a_request_carries_what_the_requirement_asks(
    title: str,
    security: list[dict[str, list[str]]],
    given: dict[str, Any],
    sent: dict[str, str],
    site: Path,
) -> None:
    """The credentials that were given are sent, and no others."""
    document = {
        "openapi": "3.1.0",
        "info": {"title": title, "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
        "security": security,
        "paths": {
            "/thing": {
                "get": {
                    "operationId": "getThing",
                    "tags": ["things"],
                    "responses": {"204": {"description": "none"}},
                }
            }
        },
        "components": {"securitySchemes": SCHEMES},
    }
    package = package_of(document, f"security{next(NUMBERS)}", site)
    received: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        received.append(request)
        return httpx.Response(204)

    client = httpx.Client(transport=httpx.MockTransport(answer))
    with package.Sdk(client=client, **given) as sdk:
        sdk.things.get_thing()

    names = ("x-first", "x-second", "authorization")
    headers = received[0].headers
    assert {name: headers[name] for name in names if name in headers} == sent
