"""Numbers with more digits than a float has, from a document to the wire and back."""

from __future__ import annotations

import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
import pytest

from .clients import package_of

PI = "3.14159265358979323846264338327950288"
BIG = "123456789012345678901234567890"
DECIMAL = {"type": "number", "format": "decimal"}
BIGINT = {"type": "string", "format": "bigint"}


def document() -> dict[str, Any]:
    """Return a document that sends and returns each schema as a body of its own."""
    schemas = {
        "decimal": DECIMAL,
        "decimals": {"type": "array", "items": DECIMAL},
        "maybe": {"type": ["number", "null"], "format": "decimal"},
        "table": {"type": "object", "additionalProperties": DECIMAL},
        "bigint": BIGINT,
        "bigints": {"type": "array", "items": BIGINT},
        "integer": {"type": "integer"},
        "text": {"type": "string", "format": "decimal"},
        "object": {"$ref": "#/components/schemas/Price"},
    }
    paths = {
        f"/{name}": {
            "post": {
                "operationId": name,
                "requestBody": {
                    "required": True,
                    "content": {"application/json": {"schema": schema}},
                },
                "responses": {
                    "200": {
                        "description": "ok",
                        "content": {"application/json": {"schema": schema}},
                    }
                },
            }
        }
        for name, schema in schemas.items()
    }
    price = {
        "type": "object",
        "required": ["amount"],
        "properties": {"amount": DECIMAL, "count": BIGINT},
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Numbers", "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
        "paths": paths,
        "components": {"schemas": {"Price": price}},
    }


VALUES: dict[str, tuple[Any, str]] = {
    "decimal": (Decimal(PI), PI),
    "decimals": ([Decimal(PI), Decimal("0.5"), Decimal(BIG)], f"[{PI},0.5,{BIG}]"),
    "maybe": (Decimal(PI), PI),
    "table": ({"a": Decimal(PI)}, f'{{"a":{PI}}}'),
    "bigint": (int(BIG), f'"{BIG}"'),
    "bigints": ([int(BIG), 1], f'["{BIG}","1"]'),
    "integer": (int(BIG), BIG),
    "text": (Decimal(PI), f'"{PI}"'),
}


@pytest.fixture(scope="module")
def package(site: Path) -> Any:
    """The package of the document, without flattened requests."""
    return package_of(document(), "numbers_sdk", site, {"flattenRequests": False})


@pytest.mark.parametrize("name", VALUES)
def test_a_body_that_is_a_number_keeps_its_digits(package: Any, name: str) -> None:
    """It is sent as the document says, and read back the same."""
    value, text = VALUES[name]
    sent: list[bytes] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request.content)
        kind = {"content-type": "application/json"}
        return httpx.Response(200, content=text.encode(), headers=kind)

    client = httpx.Client(transport=httpx.MockTransport(answer))
    with package.Sdk(client=client) as sdk:
        found = getattr(sdk, name)(request=value)

    assert sent == [text.encode()]
    assert found == value
    assert type(found) is type(value)


def test_an_object_keeps_the_digits_of_its_numbers(package: Any) -> None:
    """So do the fields of models."""
    text = f'{{"amount":{PI},"count":"{BIG}"}}'
    sent: list[bytes] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request.content)
        kind = {"content-type": "application/json"}
        return httpx.Response(200, content=text.encode(), headers=kind)

    client = httpx.Client(transport=httpx.MockTransport(answer))
    with package.Sdk(client=client) as sdk:
        price = sdk.object(request={"amount": PI, "count": BIG})
        sdk.object(request=price)

    assert sent == [text.encode()] * 2
    assert (price.amount, price.count) == (Decimal(PI), int(BIG))
    assert json.loads(price.model_dump_json())["amount"] == float(PI)


def test_the_package_type_checks_and_loads_nothing_early(
    package: Any, site: Path
) -> None:
    """mypy has no remark, and the client's module needs neither pydantic nor httpx."""
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--cache-dir=.mypy", "numbers_sdk"],
        cwd=site,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    code = (
        "import sys, numbers_sdk.sdk; print({'pydantic', 'httpx'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=site,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "set()"
