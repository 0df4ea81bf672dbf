"""Whatever document is invented: it generates, imports, and carries its values both ways."""

from __future__ import annotations

import base64
import importlib
import json
import subprocess
import sys
import warnings
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import httpx
import pytest
from hypothesis import given

from ..packages import settings_of, write_package
from .documents import Case, cases

ROOT = Path(__file__).resolve().parents[2]
LOOPBACK = ROOT / ".venv-loopback" / "bin" / "python"
NUMBERS = count()

Validate = Callable[[dict[str, Any], httpx.Request], list[str]]


@pytest.fixture(scope="module")
def validate() -> Iterator[Validate]:
    """Ask openapi-core, in its own environment, what is wrong with a request."""
    if not LOOPBACK.exists():
        pytest.fail("the validator has no environment: run `make test`")
    process = subprocess.Popen(
        [LOOPBACK, Path(__file__).with_name("validator.py")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdin is not None and process.stdout is not None
    reader, writer = process.stdout, process.stdin

    def ask(document: dict[str, Any], request: httpx.Request) -> list[str]:
        said = {
            "url": str(request.url),
            "method": request.method,
            "headers": dict(request.headers),
            "body": base64.b64encode(request.content).decode(),
        }
        writer.write(json.dumps({"document": document, "request": said}) + "\n")
        writer.flush()
        found: list[str] = json.loads(reader.readline())
        return found

    with process:
        yield ask
        process.terminate()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder that modules are imported from."""
    folder = tmp_path_factory.mktemp("fuzz")
    sys.path.insert(0, str(folder))
    yield folder
    sys.path.remove(str(folder))


def written(case: Case, site: Path) -> str:
    """Generate a document's package into the site and return its name."""
    module = f"fuzz{next(NUMBERS)}"
    settings = settings_of(
        module,
        python={"flattenRequests": False, "maxMethodParams": 0},
        generation={},
    )
    spec = site / f"{module}.json"
    spec.write_text(json.dumps(case.document), encoding="utf-8")
    write_package(spec, settings, site)
    return module


def forget(module: str) -> None:
    """Let go of a package that was imported."""
    for name in [each for each in sys.modules if each.split(".")[0] == module]:
        del sys.modules[name]


def request_value(package: Any, case: Case) -> dict[str, Any]:
    """Return the one argument of the method, by the wire names of its model's fields."""
    model = package.models.SendThingRequest
    bodies = ("body", "Thing", "thing", "Form", "form", "request_body", "RequestBody")
    wire = {**dict.fromkeys(bodies, case.body), **case.parameters}
    found = {}
    for name, field in model.model_fields.items():
        key = field.alias or name
        if key in wire:
            found[key] = wire[key]
    return found


def credentials(case: Case) -> dict[str, str]:
    """Return the client's credential, if the document asks for one."""
    return {"the_scheme": "secret"} if case.document.get("security") else {}


def carried(case: Case, site: Path, validate: Validate) -> None:
    """Generate the case, call its method, and compare what goes and comes."""
    module = written(case, site)
    received: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        request.read()
        received.append(request)
        return httpx.Response(200, json=case.value)

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            package = importlib.import_module(module)
            client = httpx.Client(transport=httpx.MockTransport(answer))
            with package.Sdk(client=client, **credentials(case)) as sdk:
                arguments = {"request": case.body} if case.body is not None else {}
                if case.parameters:
                    given = request_value(package, case)
                    model = package.models.SendThingRequest
                    arguments = {"request": model.model_validate(given)}
                result = sdk.things.send_thing(**arguments)
            back = result.model_dump_json(by_alias=True, warnings="error")
        if case.is_json:
            assert same(json.loads(received[0].content), case.body)
        assert same(json.loads(back), case.value)
        found = validate(case.document, received[0])
        assert found == [], found
    finally:
        forget(module)


def same(one: Any, other: Any) -> bool:
    """Return whether two JSON values are equal, and true is not 1."""
    return json.dumps(_floats(one), sort_keys=True) == json.dumps(
        _floats(other), sort_keys=True
    )


def _floats(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _floats(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_floats(item) for item in value]
    return float(value) if type(value) is int else value


@given(case=cases())
def test_a_document_carries_its_values_both_ways(
    case: Case, site: Path, validate: Validate
) -> None:
    """The request fits the document, and the reply comes back as it was sent."""
    carried(case, site, validate)
