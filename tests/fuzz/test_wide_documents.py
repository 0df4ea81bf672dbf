"""Whatever document of whatever version: every call of it arrives as the document says it."""

from __future__ import annotations

import asyncio
import importlib
import json
import warnings
from base64 import b64encode
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import httpx
from hypothesis import given, settings

from ..packages import settings_of, write_package
from .parameters import Sent
from .test_documents import forget, same
from .test_documents import site as site
from .wide import Call, Wide, documents
from .wire import (
    content_value,
    cookie_pairs,
    form_value,
    header_value,
    pairs_value,
    part_values,
    path_value,
    path_values,
    query_pairs,
    texts,
)

_NUMBERS = count()


def written(wide: Wide, site: Path) -> str:
    """Generate a document's package into the site and return its name."""
    module = f"wide{next(_NUMBERS)}"
    settings = settings_of(
        module,
        python={"baseErrorName": "SdkError", **wide.python},
        generation={"auth": {"oAuth2ClientCredentialsEnabled": False}},
    )
    spec = site / f"{module}.json"
    spec.write_text(json.dumps(wide.document), encoding="utf-8")
    result = write_package(spec, settings, site)
    severe = [one for one in result.remarks if one.severity.value == "unsupported"]
    assert not severe, severe
    return module


def methods(sdk: Any, base: type) -> Iterator[tuple[Any, str, Any]]:
    """Yield every method of a client and its groups, its name and its operation."""
    for cls in type(sdk).__mro__:
        module = importlib.import_module(cls.__module__)
        for name, function in vars(cls).items():
            for constant in getattr(
                getattr(function, "__code__", None), "co_names", ()
            ):
                operation = getattr(module, constant, None)
                if type(operation).__name__ == "Operation" and not name.endswith(
                    "_async"
                ):
                    yield sdk, name, operation
    for name in type(sdk).__annotations__:
        group = getattr(sdk, name, None)
        if isinstance(group, base):
            yield from methods(group, base)


def arguments_of(call: Call, operation: Any) -> dict[str, Any]:
    """Return the arguments of a call by their names in Python."""
    by_place = {
        (one.written["in"], one.written["name"]): one.value for one in call.parameters
    }
    found = {}
    for one in operation.parameters:
        found[one.argument or one.name] = by_place.pop((one.location, one.name))
    assert not by_place, f"{sorted(by_place)} are no parameters of {operation.id}"
    body = operation.body
    given = _with_files(call)
    if body is not None and body.fields:
        for argument, wire in body.fields:
            if wire in given:
                found[argument] = given[wire]
    elif body is not None and given is not None:
        found[body.argument] = given
    if operation.request is not None:
        return {"request": found}
    return found


def _with_files(call: Call) -> Any:
    """Return what is given as a body: the files of a form have names."""
    if call.media_type != "multipart/form-data":
        return call.body
    return {
        name: (
            {"fileName": "f.bin", "content": value}
            if isinstance(value, bytes)
            else value
        )
        for name, value in call.body.items()
    }


def sent_of(call: Call, operation: Any) -> Call:
    """Return a call without what its arguments cannot say: undeclared keys of a flat body."""
    body = operation.body
    if body is None or not body.fields:
        return call
    declared = {wire for _, wire in body.fields}
    kept = {name: value for name, value in call.body.items() if name in declared}
    return replace(call, body=kept)


def check_request(call: Call, wide: Wide, request: httpx.Request) -> None:
    """Compare what arrived with what was given, by the document alone."""
    assert request.method == call.method
    inside = path_values(call.path, request)
    for one in call.parameters:
        given, place = one.value, one.meant["in"]
        name = one.meant["name"]
        pairs = query_pairs(request) if place == "query" else cookie_pairs(request)
        if "content" in one.meant:
            raw = _raw(one, inside, request, pairs)
            found = content_value("application/json", raw)
            assert same(found, given), (name, found, given)
            continue
        if place == "path":
            found = path_value(one.meant, inside[name])
        elif place == "header":
            found = header_value(one.meant, request.headers[name])
        else:
            found = pairs_value(one.meant, pairs)
        assert found == texts(given), (one.meant, found, given)
    check_body(call, wide, request)
    check_security(wide, request)


def _raw(one: Sent, inside: dict[str, str], request: httpx.Request, pairs: Any) -> str:
    """Return the text of a parameter with `content`, wherever it is."""
    name = one.meant["name"]
    if one.meant["in"] == "header":
        return request.headers[name]
    if one.meant["in"] == "path":
        return unquote(inside[name])
    return unquote(dict(pairs)[name])


def check_body(call: Call, wide: Wide, request: httpx.Request) -> None:
    """Compare the body."""
    kind = request.headers.get("content-type", "")
    content = request.content
    assert kind.startswith(call.media_type), (kind, call.media_type)
    if not call.media_type:
        assert content == b""
    elif call.media_type == "application/json":
        assert same(json.loads(content), call.body), (content, call.body)
    elif call.media_type == "application/x-ndjson":
        lines = [json.loads(line) for line in content.splitlines()]
        assert same(lines, call.body), (lines, call.body)
    elif call.media_type == "text/plain":
        assert content.decode() == call.body
    elif call.media_type == "image/png":
        assert content == call.body
    elif call.media_type == "multipart/mixed":
        parts = [json.loads(part) for _, _, part in part_values(request)]
        assert same(parts, call.body), (parts, call.body)
    elif call.media_type == "multipart/form-data":
        fields: dict[str, list[bytes]] = {}
        for name, _, part in part_values(request):
            fields.setdefault(name, []).append(part)
        _check_fields(call.body, fields)
    else:
        raw = {
            name: [value.encode() for value in values]
            for name, values in form_value(request).items()
        }
        _check_fields(call.body, raw)


def _check_fields(given: dict[str, Any], fields: dict[str, list[bytes]]) -> None:
    assert set(fields) == set(given), (fields, given)
    for name, value in given.items():
        found = fields[name]
        if isinstance(value, bytes):
            assert found == [value]
        elif isinstance(value, dict):
            assert same(json.loads(found[0]), value), (name, found, value)
        else:
            wanted = texts(value if isinstance(value, list) else [value])
            assert [each.decode() for each in found] == wanted, (name, found, value)


def check_security(wide: Wide, request: httpx.Request) -> None:
    """Compare the credentials: all of them, or the first alternative's."""
    names = list(wide.schemes)[:1] if wide.is_either else list(wide.schemes)
    for name in names:
        scheme, value = wide.schemes[name]
        if scheme["type"] == "http":
            given = f"Bearer {value}"
            if scheme["scheme"] == "basic":
                text = f"{value['username']}:{value['password']}"
                given = f"Basic {b64encode(text.encode()).decode()}"
            assert request.headers["authorization"] == given
        elif scheme["in"] == "header":
            assert request.headers[scheme["name"]] == value
        elif scheme["in"] == "query":
            assert request.url.params.get_list(scheme["name"])[-1:] == [value]
        else:
            assert (scheme["name"], value) in cookie_pairs(request)


def carried(wide: Wide, site: Path) -> None:
    """Generate the document, make all of its calls, and compare what goes and comes."""
    module = written(wide, site)
    requests: list[httpx.Request] = []
    answers: list[Call] = []

    def answer(request: httpx.Request) -> httpx.Response:
        request.read()
        requests.append(request)
        return httpx.Response(answers[-1].status, json=answers[-1].value)

    async def answer_async(request: httpx.Request) -> httpx.Response:
        await request.aread()
        requests.append(request)
        return httpx.Response(answers[-1].status, json=answers[-1].value)

    security = {
        f"scheme_{name.removeprefix('scheme').lower()}": value
        for name, (_, value) in wide.schemes.items()
    }
    given = {"security": security} if security else {}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            package = importlib.import_module(module)
            sdk = package.Sdk(
                client=httpx.Client(transport=httpx.MockTransport(answer)),
                async_client=httpx.AsyncClient(
                    transport=httpx.MockTransport(answer_async)
                ),
                **given,
            )
            base = importlib.import_module(f"{module}.basesdk").BaseSDK
            found = {
                operation.id: (group, name, operation)
                for group, name, operation in methods(sdk, base)
            }
            assert set(found) == {call.id for call in wide.calls}
            for call in wide.calls:
                answers.append(call)
                group, name, operation = found[call.id]
                arguments = arguments_of(call, operation)
                for is_async in (False, True):
                    result = called(package, group, name, is_async, arguments)
                    check_request(sent_of(call, operation), wide, requests.pop())
                    check_result(call, result)
    finally:
        forget(module)


def called(
    package: Any, group: Any, name: str, is_async: bool, arguments: dict[str, Any]
) -> Any:
    """Call a method, and return its result or the data of its error."""
    try:
        if is_async:
            return asyncio.run(getattr(group, f"{name}_async")(**arguments))
        return getattr(group, name)(**arguments)
    except package.errors.SdkError as error:
        assert error.status_code >= 400, error
        return getattr(error, "data", error)


def check_result(call: Call, result: Any) -> None:
    """Compare what a method returns, or raises, with what the server said."""
    if isinstance(result, Exception):
        assert json.loads(result.body) == call.value  # type: ignore[attr-defined]
        return
    back = json.loads(result.model_dump_json(by_alias=True, warnings="error"))
    assert same(back, call.value), (back, call.value)


# Such a document has several calls, and takes three times as long as one of `cases`.
@settings(max_examples=settings().max_examples // 3)
@given(wide=documents())
def test_every_call_arrives_as_the_document_says(wide: Wide, site: Path) -> None:
    """Parameters, bodies, credentials and replies, of every version."""
    carried(wide, site)
