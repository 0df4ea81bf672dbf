"""Invented documents: schemas, parameters and operations, each with a value that fits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

WORDS = (
    "id name type class from self None schema json copy dict list date items values fields "
    "model_config models utils errors request retries url_params async 1st a_b a-b A.b $ref @type "
    "größe 名前 имя _private __init__ HTTPServer iPhone x"
).split()
NAMES = st.sampled_from(WORDS) | st.from_regex(
    r"[A-Za-z][A-Za-z0-9_-]{0,12}", fullmatch=True
)
TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=12
)

# A WSGI server cannot tell `_` from `-` in a header's name.
PLAIN = str.maketrans("_.", "--", "$@")


@dataclass(frozen=True)
class Invented:
    """A schema, and a value that it allows."""

    schema: dict[str, Any]
    value: Any


@dataclass(frozen=True)
class Case:
    """A document with one operation, and what to send to it and to get back."""

    document: dict[str, Any]
    parameters: dict[str, Any]
    value: Any


def _constant(value: Any) -> dict[str, Any]:
    return {"type": "string", "const": value}


@st.composite
def scalars(draw: st.DrawFn) -> Invented:
    """Strings, numbers, booleans, dates, enums and constants."""
    kind = draw(
        st.sampled_from("text integer number boolean enum date const any".split())
    )
    if kind == "text":
        return Invented({"type": "string"}, draw(TEXTS))
    if kind == "integer":
        return Invented({"type": "integer"}, draw(st.integers(-(2**53), 2**53)))
    if kind == "number":
        value = draw(st.integers(-1000, 1000)) / 8
        return Invented({"type": "number"}, value)
    if kind == "boolean":
        return Invented({"type": "boolean"}, draw(st.booleans()))
    if kind == "date":
        value = draw(st.dates()).isoformat()
        return Invented({"type": "string", "format": "date"}, value)
    if kind == "const":
        word = draw(NAMES)
        return Invented(_constant(word), word)
    if kind == "any":
        return Invented({}, draw(st.sampled_from([1, "x", True, [1], {"a": "b"}])))
    members = draw(st.lists(TEXTS, min_size=1, max_size=5, unique=True))
    return Invented({"type": "string", "enum": members}, draw(st.sampled_from(members)))


def _array(inner: Invented) -> Invented:
    return Invented(
        {"type": "array", "items": inner.schema}, [inner.value, inner.value]
    )


def _map(inner: Invented) -> Invented:
    schema = {"type": "object", "additionalProperties": inner.schema}
    return Invented(schema, {"some key": inner.value})


@st.composite
def objects(draw: st.DrawFn, inner: st.SearchStrategy[Invented]) -> Invented:
    """Objects with required and optional properties, some of them left out of the value."""
    properties = draw(st.dictionaries(NAMES, inner, min_size=1, max_size=5))
    required = [name for name in properties if draw(st.booleans())]
    value = {
        name: each.value
        for name, each in properties.items()
        # A constant is always sent: what else could its value be?
        if name in required or "const" in each.schema or draw(st.booleans())
    }
    schema: dict[str, Any] = {
        "type": "object",
        "properties": {name: each.schema for name, each in properties.items()},
    }
    if required:
        schema["required"] = required
    if draw(st.booleans()):
        schema["title"] = draw(NAMES)
    if draw(st.booleans()):
        schema["description"] = draw(TEXTS) + '"""\\ {{ x }} <b>|'
    return Invented(schema, value)


@st.composite
def unions(draw: st.DrawFn, inner: st.SearchStrategy[Invented]) -> Invented:
    """Objects told apart by a constant, as a union."""
    count = draw(st.integers(2, 3))
    members = []
    for index in range(count):
        body = draw(objects(inner))
        tag = f"kind{index}"
        properties = {**body.schema["properties"], "tag": _constant(tag)}
        required = sorted({*body.schema.get("required", ()), "tag"})
        schema = {"type": "object", "properties": properties, "required": required}
        members.append(Invented(schema, {**body.value, "tag": tag}))
    chosen = draw(st.sampled_from(members))
    return Invented({"oneOf": [each.schema for each in members]}, chosen.value)


SCHEMAS: st.SearchStrategy[Invented] = st.recursive(
    scalars(),
    lambda inner: st.one_of(
        inner.map(_array), inner.map(_map), objects(inner), unions(inner)
    ),
    max_leaves=8,
)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """A document whose only operation takes and returns an invented object."""
    body = draw(objects(SCHEMAS))
    parameters: list[dict[str, Any]] = []
    sent: dict[str, Any] = {}
    for name in draw(st.lists(NAMES, max_size=3, unique_by=str.lower)):
        place = draw(st.sampled_from(["query", "header"]))
        if place == "header" and not name.replace("-", "").isascii():
            place = "query"
        wire = f"p-{name}".translate(PLAIN) if place == "header" else name
        value = draw(
            st.integers(0, 99)
            | st.booleans()
            | st.from_regex("[a-z]{1,8}", fullmatch=True)
        )
        kind = {int: "integer", bool: "boolean", str: "string"}[type(value)]
        parameters.append(
            {"name": wire, "in": place, "schema": {"type": kind}, "required": True}
        )
        sent[wire] = value
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}
    operation = {
        "operationId": "sendThing",
        "tags": ["things"],
        "parameters": parameters,
        "requestBody": {"required": True, "content": content},
        "responses": {"200": {"description": "ok", "content": content}},
    }
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Fuzz", "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
        "paths": {"/thing": {"post": operation}},
        "components": {"schemas": {"Thing": body.schema}},
    }
    return Case(document, sent, body.value)
