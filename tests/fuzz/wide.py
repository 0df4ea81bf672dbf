"""Invented documents of every version: several operations, bodies, replies, schemes and tags."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from .components import taken_apart
from .parameters import Sent, parameters
from .schemas import NAMES, SCHEMAS, TEXTS, Invented, objects
from .versions import PLAIN, in_swagger, in_version

VERSIONS = ("2.0", "3.0", "3.1", "3.2")
_FORM = "application/x-www-form-urlencoded"
_MULTIPART = "multipart/form-data"
_WORD = st.from_regex("[a-z]{1,8}", fullmatch=True)
_TAGS = st.sampled_from(
    ["things", "Things", "A / B", "class", "größe", "名前", "list", "a.b", "__init__"]
)
_SCHEMES: list[tuple[dict[str, Any], Any]] = [
    ({"type": "http", "scheme": "bearer"}, "the-token"),
    ({"type": "http", "scheme": "basic"}, {"username": "u", "password": "p:w"}),
    ({"type": "apiKey", "in": "header", "name": "X-Key"}, "the-key"),
    ({"type": "apiKey", "in": "query", "name": "the key"}, "a b&c"),
    ({"type": "apiKey", "in": "cookie", "name": "key"}, "the-key"),
]


@dataclass(frozen=True)
class Call:
    """An operation, what is sent to it, and what it answers: a status and a value of JSON."""

    id: str
    method: str
    path: str
    parameters: list[Sent]
    media_type: str
    body: Any
    status: int
    value: Any


@dataclass
class Wide:
    """A document, its calls, and the credentials of its schemes by their names."""

    document: dict[str, Any]
    version: str
    calls: list[Call]
    schemes: dict[str, tuple[dict[str, Any], Any]]
    is_either: bool
    python: dict[str, Any] = field(default_factory=dict)


@st.composite
def _fields(draw: st.DrawFn, is_multipart: bool, version: str) -> Invented:
    """An object as forms can carry it."""
    kinds = ["string", "integer", "boolean", "array"]
    kinds += ["file"] if is_multipart else []
    kinds += ["object"] if version != "2.0" else []
    chosen = draw(
        st.dictionaries(NAMES, st.sampled_from(kinds), min_size=1, max_size=4)
    )
    properties: dict[str, Any] = {}
    value: dict[str, Any] = {}
    for name, kind in chosen.items():
        if kind == "string":
            properties[name], value[name] = {"type": "string"}, draw(TEXTS.filter(bool))
        elif kind == "integer":
            properties[name], value[name] = {"type": "integer"}, draw(st.integers(0, 9))
        elif kind == "boolean":
            properties[name], value[name] = {"type": "boolean"}, draw(st.booleans())
        elif kind == "array":
            properties[name] = {"type": "array", "items": {"type": "string"}}
            value[name] = draw(st.lists(_WORD, min_size=2, max_size=3))
        elif kind == "object":
            inner = draw(objects(SCHEMAS))
            properties[name], value[name] = inner.schema, inner.value
        else:
            properties[name] = {"type": "string", "format": "binary"}
            value[name] = draw(st.binary(max_size=8))
    schema = {"type": "object", "properties": properties, "required": sorted(chosen)}
    return Invented(schema, value)


@st.composite
def _bodies(draw: st.DrawFn, version: str) -> tuple[str, Invented] | None:
    """The media type and the content of what is sent, None for nothing."""
    json = objects(PLAIN if version == "2.0" else SCHEMAS)
    kinds = ["none", "json", "json", "json", "form", "multipart"]
    kinds += ["text", "bytes", "lines", "any"] if version != "2.0" else []
    kinds += ["parts"] if version == "3.2" else []
    kind = draw(st.sampled_from(kinds))
    if kind == "none":
        return None
    if kind == "json":
        return "application/json", draw(json)
    if kind == "any":
        return "application/json", draw(
            SCHEMAS.filter(lambda one: one.value is not None)
        )
    if kind in ("form", "multipart"):
        is_multipart = kind == "multipart"
        return (
            _MULTIPART if is_multipart else _FORM,
            draw(_fields(is_multipart, version)),
        )
    if kind == "text":
        return "text/plain", Invented({"type": "string"}, draw(TEXTS.filter(bool)))
    if kind == "bytes":
        return "image/png", Invented({}, draw(st.binary(min_size=1, max_size=9)))
    items = draw(st.lists(json, min_size=1, max_size=1))[0]
    value = [items.value, items.value]
    if kind == "lines":
        return "application/x-ndjson", Invented(items.schema, value)
    return "multipart/mixed", Invented({"type": "array", "items": items.schema}, value)


@st.composite
def _replies(
    draw: st.DrawFn, version: str
) -> tuple[dict[str, dict[str, Any]], int, Any]:
    """The schemas of replies by status, and the status and value of one of them."""
    of = objects(PLAIN if version == "2.0" else SCHEMAS)
    found: dict[str, dict[str, Any]] = {}
    values: dict[str, Any] = {}
    statuses = ["200", "201", "400", "404", "default"]
    statuses += ["2XX", "5XX"] if version != "2.0" else []
    for status in draw(
        st.lists(st.sampled_from(statuses), min_size=1, max_size=3, unique=True)
    ):
        one = draw(of)
        found[status], values[status] = one.schema, one.value
    status = draw(st.sampled_from(sorted(found)))
    sent = {"default": "200" if "200" not in found and "2XX" not in found else "499"}
    sent |= {"2XX": "206", "5XX": "503"}
    number = int(sent.get(status, status))
    if status == "default" and number == 200 and "201" in found:
        number = 499  # an undocumented success is taken for the documented one
    return found, number, values[status]


@st.composite
def documents(draw: st.DrawFn) -> Wide:
    """A document with up to four operations, and a call of each."""
    version = draw(st.sampled_from(VERSIONS))
    components: dict[str, Any] = {}
    paths: dict[str, Any] = {}
    calls: list[Call] = []
    for index in range(draw(st.integers(1, 4))):
        sent = draw(parameters(version))
        body = draw(_bodies(version))
        replies, status, value = draw(_replies(version))
        method = draw(st.sampled_from(["post", "put", "patch"]))
        if body is None:
            method = draw(st.sampled_from(["get", "delete", "post"]))
        if version == "3.2" and draw(st.integers(0, 3)) == 0:
            method = "query"
        path = f"/{draw(_WORD)}/{index}" + "".join(
            f"/{{{one.written['name']}}}" for one in sent if one.written["in"] == "path"
        )
        operation: dict[str, Any] = {
            "operationId": f"{draw(NAMES)}_{index}",
            "tags": [draw(_TAGS)],
            "parameters": [one.written for one in sent],
            "responses": {},
        }
        for number, schema in replies.items():
            schema = taken_apart(draw, schema, components)
            content = {"application/json": {"schema": schema}}
            operation["responses"][number] = {"description": "x", "content": content}
        media_type, given = "", None
        if body is not None:
            media_type, given = body[0], body[1].value
            schema = body[1].schema
            if media_type in ("application/json", "application/x-ndjson"):
                schema = taken_apart(draw, schema, components)
            described = {"schema": schema} if schema else {}
            operation["requestBody"] = {
                "required": True,
                "content": {media_type: described},
            }
        paths[path] = {method: operation}
        calls.append(
            Call(
                operation["operationId"],
                method.upper(),
                path,
                sent,
                media_type,
                given,
                status,
                value,
            )
        )
    schemes: dict[str, tuple[dict[str, Any], Any]] = {}
    is_either = draw(st.booleans())
    if draw(st.booleans()):
        chosen = draw(
            st.lists(
                st.sampled_from(range(len(_SCHEMES))),
                min_size=2,
                max_size=2,
                unique=True,
            )
        )
        if set(chosen) != {0, 1}:  # both would be the header Authorization
            schemes = {
                f"scheme{word}": _SCHEMES[at]
                for word, at in zip(("One", "Two"), chosen)
            }
    document: dict[str, Any] = {
        "info": {"title": "Fuzz", "version": "1"},
        "servers": [{"url": "https://api.example.com/v1"}],
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {name: scheme for name, (scheme, _) in schemes.items()},
        },
    }
    if schemes:
        names = list(schemes)
        both = [dict.fromkeys(names, [])]
        document["security"] = [{name: []} for name in names] if is_either else both
    document = (
        in_swagger(document) if version == "2.0" else in_version(document, version)
    )
    python = {
        "flattenRequests": draw(st.booleans()),
        "maxMethodParams": draw(st.sampled_from([0, 4, 999])),
    }
    return Wide(document, version, calls, schemes, is_either, python)
