"""The failures that one call cannot show: of large packages, of repeated runs, of long files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest
from pydantic import BaseModel, TypeAdapter

from .clients import package_of

SCHEMAS = 1000
ITEMS = 10_000
FEW = 12
"""Modules of models that one call may load; a thousand schemas are described."""
SLOWER = 4
"""How many times longer than pydantic alone a reply may take to decode."""


def large() -> dict[str, Any]:
    """A document of a thousand schemas, and an operation that needs two of them."""
    schemas: dict[str, Any] = {
        f"Thing{number}": {
            "type": "object",
            "required": ["id"],
            "properties": {
                "id": {"type": "integer"},
                "name": {"type": "string"},
                "tags": {"type": "array", "items": {"type": "string"}},
            },
        }
        for number in range(SCHEMAS)
    }

    def answering(schema: dict[str, Any]) -> dict[str, Any]:
        content = {"application/json": {"schema": schema}}
        return {"200": {"description": "ok", "content": content}}

    paths = {
        f"/things{number}": {
            "get": {
                "operationId": f"list{number}",
                "tags": ["things"],
                "responses": answering(
                    {
                        "type": "array",
                        "items": {"$ref": f"#/components/schemas/Thing{number}"},
                    }
                ),
            }
        }
        for number in range(SCHEMAS)
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "Large", "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
        "paths": paths,
        "components": {"schemas": schemas},
    }


@pytest.fixture(scope="module")
def package(site: Path) -> Any:
    """The package of the large document."""
    return package_of(large(), "case_large", site)


def test_d49_a_large_package_loads_what_is_used(package: Any, site: Path) -> None:
    """Importing and making a client loads no model; a call loads those that it needs."""
    program = f"""
import sys
sys.path.insert(0, {str(site)!r})
import case_large
client = case_large.Sdk()
def loaded(): return [n for n in sys.modules if n.startswith("case_large.models.")]
assert not loaded(), loaded()
assert "pydantic" not in sys.modules and "httpx" not in sys.modules
import httpx
client = case_large.Sdk(client=httpx.Client(transport=httpx.MockTransport(
    lambda request: httpx.Response(200, json=[{{"id": 1}}]))))
assert client.things.list7()[0].id == 1
assert 0 < len(loaded()) < {FEW}, loaded()
"""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


class Plain(BaseModel):
    """The same item as pydantic alone has it."""

    id: int
    name: str
    tags: list[str]


def fastest(work: Callable[[], object]) -> float:
    """Return the shortest of some times, in seconds."""
    times = []
    for _ in range(5):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def test_d51_a_long_list_is_decoded_at_once(package: Any) -> None:
    """Ten thousand items take about as long as pydantic takes for them."""
    item = {"id": 1, "name": "a name", "tags": ["x", "y"]}
    text = json.dumps([item] * ITEMS).encode()
    answer = httpx.MockTransport(
        lambda request: httpx.Response(
            200, content=text, headers={"content-type": "application/json"}
        )
    )
    adapter = TypeAdapter(list[Plain])
    with package.Sdk(client=httpx.Client(transport=answer)) as sdk:
        found = sdk.things.list8()
        assert len(found) == ITEMS and found[-1].tags == ["x", "y"]
        ours = fastest(sdk.things.list8)
    assert ours < SLOWER * fastest(lambda: adapter.validate_json(text))


def test_d55_the_order_of_hashes_changes_nothing(tmp_path: Path) -> None:
    """Two processes with other seeds of hashes write the same bytes."""
    document = Path(__file__).parents[2] / "specs" / "shop" / "openapi.yaml"
    written = []
    for seed in ("1", "4711"):
        out = tmp_path / seed
        subprocess.run(
            [
                *(sys.executable, "-m", "sdkloom", "generate"),
                *(document, "--out", out),
            ],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        )
        written.append(
            {
                path.relative_to(out): path.read_bytes()
                for path in sorted(out.rglob("*"))
                if path.is_file()
            }
        )
    assert len(written[0]) > 100
    assert written[0] == written[1]


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        ("enum: {a: b}", "wrong-type"),
        ("enum: [a, a]", "enum-duplicate"),
        ("$ref: '#/components/schemas/None'", "ref-unresolved"),
    ],
)
def test_d57_a_fault_has_its_line(fault: str, code: str, tmp_path: Path) -> None:
    """In a file of five thousand lines a fault is found by its line."""
    filler = "".join(
        f"    Filler{number}:\n      type: object\n      description: filler\n"
        for number in range(1700)
    )
    head = """\
openapi: 3.1.0
info: {title: Long, version: "1"}
paths:
  /a:
    get:
      operationId: a
      responses:
        "200":
          description: ok
          content: {application/json: {schema: {$ref: '#/components/schemas/Last'}}}
components:
  schemas:
"""
    last = f"""\
    Last:
      type: object
      properties:
        broken: {{ {fault} }}
"""
    spec = tmp_path / "openapi.yaml"
    spec.write_text(head + filler + last, encoding="utf-8")
    lines = spec.read_text(encoding="utf-8").splitlines()
    assert len(lines) > 5000
    done = subprocess.run(
        [sys.executable, "-m", "sdkloom", "validate", spec],
        env={**os.environ, "COLUMNS": "200", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    said = [line for line in done.stderr.splitlines() if f"[{code}]" in line]
    assert len(said) == 1, done.stderr
    assert f"openapi.yaml:{len(lines)}:" in said[0]
