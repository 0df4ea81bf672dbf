"""Invented documents: one operation, and what to send to it and to get back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from .components import taken_apart
from .schemas import NAMES, SCHEMAS, TEXTS, Invented, objects

# A WSGI server cannot tell `_` from `-` in a header's name.
PLAIN = str.maketrans("_.", "--", "$@")

_WORD = st.from_regex("[a-z]{1,8}", fullmatch=True)
_SECURITY: list[dict[str, Any]] = [
    {"type": "http", "scheme": "bearer"},
    {"type": "apiKey", "in": "header", "name": "X-Key"},
    {"type": "apiKey", "in": "query", "name": "the-key"},
    {"type": "apiKey", "in": "cookie", "name": "the-key"},
]
_SERVERS: list[dict[str, Any]] = [
    {"url": "https://api.example.com"},
    {"url": "https://api.example.com/v1", "description": "<b>`x`"},
    {
        "url": "https://{region}.example.com/{from}",
        "variables": {
            "region": {"default": "eu", "enum": ["eu", "us"]},
            "from": {"default": "v2"},
        },
    },
]


@dataclass(frozen=True)
class Case:
    """A document with one operation, what to send to it and what it answers.

    `body` is what is sent as a body, `sent` its value as JSON if the body is JSON.
    """

    document: dict[str, Any]
    parameters: dict[str, Any]
    body: Any
    is_json: bool
    value: Any


@st.composite
def _parameters(draw: st.DrawFn) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    parameters: list[dict[str, Any]] = []
    sent: dict[str, Any] = {}
    taken: set[str] = set()
    for name in draw(st.lists(NAMES, max_size=4)):
        place = draw(st.sampled_from(["query", "query", "header", "path", "cookie"]))
        if place != "query" and not name.replace("-", "").isascii():
            place = "query"
        wire = f"p-{name}".translate(PLAIN) if place != "query" else name
        if wire.lower() in taken:
            continue
        taken.add(wire.lower())
        found = draw(_values(place))
        item = {"name": wire, "in": place, "required": True, **found.schema}
        parameters.append(item)
        sent[wire] = found.value
    return parameters, sent


@st.composite
def _values(draw: st.DrawFn, place: str) -> Invented:
    """A parameter's schema, style and value; the validator does not read the other styles."""
    kind = draw(st.sampled_from(["integer", "boolean", "string", "array", "enum"]))
    style: dict[str, Any] = {}
    if kind == "array":
        value: Any = draw(st.lists(_WORD, min_size=2, max_size=3))
        schema: dict[str, Any] = {"type": "array", "items": {"type": "string"}}
        style = {
            "style": "form" if place in ("query", "cookie") else "simple",
            "explode": place == "query" and draw(st.booleans()),
        }
    elif kind == "enum":
        words = draw(st.lists(_WORD, min_size=2, max_size=4, unique=True))
        value, schema = words[0], {"type": "string", "enum": words}
    else:
        of: dict[str, st.SearchStrategy[Any]] = {
            "integer": st.integers(0, 99),
            "boolean": st.booleans(),
            "string": _WORD if place != "query" else TEXTS.filter(bool),
        }
        value, schema = draw(of[kind]), {"type": kind}
    return Invented({"schema": schema, **style}, value)


@st.composite
def _forms(draw: st.DrawFn, kind: str) -> Invented:
    """An object as forms can carry it; the validator casts no part of a multipart one."""
    kinds: dict[str, Any] = {"string": "x y"}
    if kind == "form":
        kinds |= {"integer": 3, "boolean": True}
    fields = draw(
        st.dictionaries(
            st.from_regex("[a-z][a-zA-Z_-]{0,8}", fullmatch=True),
            st.sampled_from(sorted(kinds)),
            min_size=1,
            max_size=3,
        )
    )
    schema = {
        "type": "object",
        "properties": {name: {"type": kind} for name, kind in fields.items()},
        "required": sorted(fields),
    }
    return Invented(schema, {name: kinds[kind] for name, kind in fields.items()})


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A document whose only operation takes and returns invented values."""
    thing = draw(objects(SCHEMAS))
    components: dict[str, Any] = {}
    for word in ("Thing", "Form"):
        components[word] = {}
    components["Thing"] = taken_apart(draw, thing.schema, components)
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}
    parameters, sent = draw(_parameters())
    operation: dict[str, Any] = {
        "operationId": "sendThing",
        "tags": ["things"],
        "parameters": parameters,
        "responses": {"200": {"description": "ok", "content": content}},
    }
    body: Any = thing.value
    kind = draw(
        st.sampled_from(
            ["json", "json", "json", "none", "text", "bytes", "form", "multipart"]
        )
    )
    if kind == "json":
        operation["requestBody"] = {"required": True, "content": content}
    elif kind == "none":
        body = None
    elif kind in ("text", "bytes"):
        media = {"text": "text/plain", "bytes": "application/octet-stream"}[kind]
        # The validator takes any bytes for no string.
        described = {"schema": {"type": "string"}} if kind == "text" else {}
        operation["requestBody"] = {"required": True, "content": {media: described}}
        body = "some text" if kind == "text" else b"\x00\xff"
    else:
        form = draw(_forms(kind))
        components["Form"] = form.schema
        media = {
            "form": "application/x-www-form-urlencoded",
            "multipart": "multipart/form-data",
        }[kind]
        operation["requestBody"] = {
            "required": True,
            "content": {media: {"schema": {"$ref": "#/components/schemas/Form"}}},
        }
        body = form.value
    if not components["Form"]:
        del components["Form"]
    path = "/thing" + "".join(
        f"/{{{item['name']}}}" for item in parameters if item["in"] == "path"
    )
    method = "get" if kind == "none" else "post"
    document: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {"title": "Fuzz", "version": "1"},
        "servers": [draw(st.sampled_from(_SERVERS))],
        "paths": {path: {method: operation}},
        "components": {"schemas": components},
    }
    if draw(st.booleans()):
        scheme = draw(st.sampled_from(_SECURITY))
        document["components"]["securitySchemes"] = {"theScheme": scheme}
        document["security"] = [{"theScheme": []}]
    return Case(document, sent, body, kind == "json", thing.value)
