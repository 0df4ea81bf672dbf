"""`rawResponseHelpers`: views of a printed client, as its users and their type checkers see them."""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

from .clients import package_of

DOCUMENT = """
openapi: 3.1.0
info: {title: Pets, version: "1.0"}
servers: [{url: https://pets.example}]
components:
  schemas:
    Pet: {type: object, required: [name], properties: {name: {type: string}}}
paths:
  /pets/{id}:
    get:
      operationId: getPet
      tags: [zoo.pets]
      deprecated: true
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
  /ask:
    post:
      operationId: ask
      tags: [chat]
      requestBody:
        required: true
        content:
          application/json:
            schema: {type: object, required: [q], properties: {q: {type: string}, stream: {type: boolean, default: false}}}
      responses:
        "200":
          description: ok
          content:
            application/json: {schema: {$ref: '#/components/schemas/Pet'}}
            text/event-stream:
              schema: {type: object, required: [data], properties: {data: {$ref: '#/components/schemas/Pet'}}}
"""
USE = """
from typing_extensions import assert_type

from viewed import Sdk, models
from viewed.utils import eventstreaming
from viewed.utils.responses import RawResponse, streaming_response


def use(sdk: Sdk) -> None:
    raw = sdk.zoo.pets.with_raw_response.get_pet(id="1", timeout_ms=5)
    assert_type(raw, RawResponse[models.Pet])
    assert_type(raw.parse(), models.Pet)
    with sdk.with_streaming_response.zoo.pets.get_pet(id="1") as reply:
        assert_type(reply.parse(), models.Pet)
    stream = sdk.chat.with_raw_response.ask(q="?", stream=True).parse()
    assert_type(stream, eventstreaming.EventStream[models.AskResponseBody])
    assert_type(sdk.chat.with_raw_response.ask(q="?").parse(), models.Pet)
    with streaming_response(sdk.zoo.pets.get_pet)(id="1") as reply:
        assert_type(reply.read(), bytes)


async def use_async(sdk: Sdk) -> None:
    raw = await sdk.zoo.pets.with_raw_response.get_pet_async(id="1")
    assert_type(raw.parse(), models.Pet)
    async with sdk.zoo.pets.with_streaming_response.get_pet_async(id="1") as reply:
        assert_type(await reply.parse(), models.Pet)
"""
MISUSE = """
from viewed import Sdk

sdk = Sdk()
sdk.zoo.pets.with_raw_response.get_pet(name="1")
sdk.zoo.pets.with_raw_response.get_pet(id=1)
sdk.zoo.pets.with_raw_response.put_pet(id="1")
number: int = sdk.zoo.pets.with_raw_response.get_pet(id="1").parse()
"""
MISTAKES = {("misuse.py", line) for line in (5, 6, 7, 8)}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder with the printed package `viewed`."""
    folder = tmp_path_factory.mktemp("views")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(folder))
        package_of(
            yaml.safe_load(DOCUMENT), "viewed", folder, {"rawResponseHelpers": True}
        )
        yield folder


def _sdk(**headers: str) -> Any:
    import viewed  # type: ignore[import-not-found]

    transport = httpx.MockTransport(
        lambda request: httpx.Response(200, json={"name": "Rex"}, headers=headers)
    )
    return viewed.Sdk(
        client=httpx.Client(transport=transport),
        async_client=httpx.AsyncClient(transport=transport),
    )


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_views_of_groups_and_of_the_client(site: Path) -> None:
    """Each has all methods; that of a client leads to those of its groups."""
    sdk = _sdk(**{"x-request-id": "r"})
    for view in (sdk.with_raw_response.zoo.pets, sdk.zoo.pets.with_raw_response):
        reply = view.get_pet(id="1")
        assert reply.request_id == "r" and reply.parse().name == "Rex"
    with sdk.with_streaming_response.zoo.pets.get_pet(id="1") as reply:
        assert reply.json() == {"name": "Rex"}
    found = asyncio.run(sdk.zoo.pets.with_raw_response.get_pet_async(id="1"))
    assert found.parse().name == "Rex"
    assert sdk.zoo.pets.get_pet(id="1").name == "Rex"


def test_type_checkers_see_what_is_returned(site: Path) -> None:
    """mypy and pyright know the arguments and the results of every view."""
    good, bad = site / "use.py", site / "misuse.py"
    good.write_text(USE, encoding="utf-8")
    bad.write_text(MISUSE, encoding="utf-8")

    mypy = _checked(
        "mypy", "--strict", "--no-incremental", good.name, bad.name, cwd=site
    )
    assert _places(mypy) == MISTAKES, mypy

    settings = {"include": [good.name, bad.name], "typeCheckingMode": "standard"}
    (site / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    python = ("--pythonpath", sys.executable)
    pyright = _checked("basedpyright", "--level", "error", *python, cwd=site)
    assert _places(pyright) == MISTAKES, pyright


def _places(lines: list[str]) -> set[tuple[str, int]]:
    """Return the files and lines of errors."""
    found = (re.search(r"(\w+\.py):(\d+):.*error:", line) for line in lines)
    return {(one[1], int(one[2])) for one in found if one}


def _checked(*arguments: str, cwd: Path) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    return done.stdout.splitlines()


def test_without_the_setting_there_are_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The functions of `utils.responses` are there all the same."""
    monkeypatch.syspath_prepend(str(tmp_path))
    package = package_of(yaml.safe_load(DOCUMENT), "unviewed", tmp_path)
    sdk = package.Sdk()
    assert not hasattr(sdk, "with_raw_response")
    assert not hasattr(sdk.chat, "with_streaming_response")
    assert callable(package.utils.responses.raw_response)
