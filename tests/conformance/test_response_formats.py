"""`responseFormat`: what a method of a printed SDK returns, whatever the reply is."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
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
    Fault: {type: object, properties: {code: {type: integer}}}
paths:
  /pets:
    get:
      operationId: listPets
      x-speakeasy-pagination:
        type: cursor
        inputs: [{name: after, in: parameters, type: cursor}]
        outputs: {nextCursor: $.next}
      parameters: [{name: after, in: query, schema: {type: string}}]
      responses:
        "200":
          description: A page
          headers: {X-Total: {schema: {type: integer}}}
          content: {application/json: {schema: {type: object, properties: {next: {type: string}}}}}
    post:
      operationId: createPet
      responses:
        "200": {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
        "201": {description: ok, content: {text/plain: {schema: {type: string}}}}
        "202": {description: later}
        "404": {description: no, content: {application/json: {schema: {$ref: '#/components/schemas/Fault'}}}}
  /halves:
    get:
      operationId: getHalf
      responses:
        "200": {description: ok, content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}
        "201": {description: ok, content: {application/json: {schema: {type: object, properties: {b: {type: string}}}}}}
  /photo:
    get:
      operationId: getPhoto
      responses:
        "200": {description: ok, content: {image/png: {schema: {type: string, format: binary}}}}
  /events:
    get:
      operationId: watch
      responses:
        "200":
          description: ok
          content:
            text/event-stream:
              schema: {type: object, required: [data], properties: {data: {$ref: '#/components/schemas/Pet'}}}
  /names:
    get:
      operationId: names
      responses:
        "200": {description: ok, content: {application/json: {schema: {type: array, items: {type: string}}}}}
  /all:
    get:
      operationId: all
      responses:
        "200": {description: ok, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}}
"""
PET = {"name": "Rex"}


class Client:
    """A printed client whose requests a function answers, called one way or the other."""

    def __init__(self, package: Any, is_async: bool) -> None:
        self.package = package
        self._is_async = is_async

    def call(self, method: str, answer: Any, **arguments: Any) -> Any:
        """Call a method; `answer` is the reply, or a function from the request to it."""
        handler: Callable[[httpx.Request], httpx.Response] = (
            answer if callable(answer) else lambda request: answer
        )
        transport = httpx.MockTransport(handler)
        sdk = self.package.Sdk(
            client=httpx.Client(transport=transport),
            async_client=httpx.AsyncClient(transport=transport),
        )
        if not self._is_async:
            return getattr(sdk, method)(**arguments)
        return asyncio.run(getattr(sdk, f"{method}_async")(**arguments))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """A folder that modules are imported from."""
    folder = tmp_path_factory.mktemp("formats")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(folder))
        yield folder


@pytest.fixture(scope="module")
def packages(site: Path) -> dict[str, Any]:
    """The same document printed in both forms of envelope."""
    document = yaml.safe_load(DOCUMENT)
    return {
        form: package_of(
            document, f"form_{form.replace('-', '_')}", site, {"responseFormat": form}
        )
        for form in ("envelope", "envelope-http")
    }


@pytest.fixture(params=["envelope", "envelope-http"])
def form(request: pytest.FixtureRequest) -> str:
    """The kind of envelope."""
    return str(request.param)


@pytest.fixture(params=[False, True], ids=["sync", "async"])
def client(
    packages: dict[str, Any], form: str, request: pytest.FixtureRequest
) -> Client:
    """A client of each kind."""
    return Client(packages[form], bool(request.param))


def _response(result: Any) -> httpx.Response:
    found: httpx.Response = (
        result.raw_response
        if hasattr(result, "raw_response")
        else result.http_meta.response
    )
    return found


def test_a_body_is_in_the_field_of_its_type(client: Client, form: str) -> None:
    """Beside what http knows of the call; the fields of other bodies are None."""
    answer = httpx.Response(200, json=PET, headers={"x-a": "1"})
    result = client.call("create_pet", answer)

    assert result.pet == client.package.models.Pet(name="Rex")
    assert result.res is None
    assert _response(result) is answer
    if form == "envelope":
        assert (result.status_code, result.content_type) == (200, "application/json")
        assert not hasattr(result, "http_meta")
    else:
        assert result.http_meta.request.method == "POST"
        assert not hasattr(result, "status_code")


def test_texts_and_empty_replies(client: Client) -> None:
    """A text is in `res`; without a body there is the envelope alone."""
    assert client.call("create_pet", httpx.Response(201, text="made")).res == "made"
    empty = client.call("create_pet", httpx.Response(202))
    assert empty.pet is empty.res is None
    assert _response(empty).status_code == 202


def test_bodies_that_want_one_name_are_told_apart(client: Client) -> None:
    """By status and media type."""
    first = client.call("get_half", httpx.Response(200, json={"a": "1"}))
    assert first.two_hundred_application_json_object.a == "1"
    second = client.call("get_half", httpx.Response(201, json={"b": "2"}))
    assert second.two_hundred_and_one_application_json_object.b == "2"
    assert second.two_hundred_application_json_object is None


def test_lists_are_in_the_plural(client: Client) -> None:
    """Of the items' word, or `classes`."""
    assert client.call("names", httpx.Response(200, json=["a"])).strings == ["a"]
    assert client.call("all", httpx.Response(200, json=[PET])).classes[0].name == "Rex"


def test_pages_go_on(client: Client) -> None:
    """`next()` gives the next envelope; documented headers are in each."""

    def answer(request: httpx.Request) -> httpx.Response:
        body = {} if "after" in request.url.params else {"next": "x"}
        return httpx.Response(200, json=body, headers={"X-Total": "2"})

    page = client.call("list_pets", answer)
    assert page.object.next == "x"
    assert page.headers["x-total"] == ["2"]
    following = page.next()
    if hasattr(following, "__await__"):
        following = asyncio.run(following)
    assert following.object.next is None


def test_open_replies(client: Client) -> None:
    """A download and a stream are in the envelope while they are open."""
    photo = client.call("get_photo", httpx.Response(200, content=b"png"))
    assert photo.response_stream.status_code == 200
    stream = httpx.Response(
        200,
        headers={"content-type": "text/event-stream"},
        content=b'data: {"name": "Rex"}\n\n',
    )
    result = client.call("watch", stream)
    field = next(name for name in type(result).model_fields if name.startswith("watch"))
    events = getattr(result, field)

    async def read() -> list[Any]:
        return [event async for event in events]

    found = list(events) if hasattr(events, "__next__") else asyncio.run(read())
    assert found[0].data.name == "Rex"


def test_errors_are_raised_as_ever(client: Client) -> None:
    """A documented error has its class, its data and the reply."""
    with pytest.raises(client.package.errors.Fault) as caught:
        client.call("create_pet", httpx.Response(404, json={"code": 7}))
    assert caught.value.data.code == 7
    assert caught.value.status_code == 404


def test_the_data_of_an_envelope_is_its_bodies(client: Client) -> None:
    """What is the http library's is no part of it."""
    result = client.call("create_pet", httpx.Response(200, json=PET))
    dumped = result.model_dump(mode="json")
    assert dumped["pet"] == PET
    assert not {"raw_response", "http_meta"} & dumped.keys()
