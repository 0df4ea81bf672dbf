"""Documents of OpenAPI 3.1 in the spelling of the versions before and after."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from .schemas import NAMES, TEXTS, Invented, objects

_DATA = ("enum", "default", "const", "example")


@st.composite
def _scalars(draw: st.DrawFn) -> Invented:
    """What every version has a word for."""
    kind = draw(
        st.sampled_from(["string", "integer", "number", "boolean", "enum", "date"])
    )
    if kind == "enum":
        members = draw(st.lists(TEXTS | NAMES, min_size=2, max_size=5, unique=True))
        return Invented({"type": "string", "enum": members}, members[0])
    if kind == "date":
        value = draw(st.dates()).isoformat()
        return Invented({"type": "string", "format": "date"}, value)
    of: dict[str, st.SearchStrategy[Any]] = {
        "string": TEXTS,
        "integer": st.integers(-(2**31), 2**31 - 1),
        "number": st.integers(-1000, 1000).map(lambda number: number / 8),
        "boolean": st.booleans(),
    }
    return Invented({"type": kind}, draw(of[kind]))


def _array(inner: Invented) -> Invented:
    return Invented({"type": "array", "items": inner.schema}, [inner.value])


def _map(inner: Invented) -> Invented:
    schema = {"type": "object", "additionalProperties": inner.schema}
    return Invented(schema, {"any key": inner.value})


def _plain(one: Invented) -> Invented:
    """Leave out what Swagger 2.0 has not."""
    schema = {
        key: value
        for key, value in one.schema.items()
        if key not in ("not", "if", "then")
    }
    return Invented(schema, one.value, one.is_sent)


PLAIN: st.SearchStrategy[Invented] = st.recursive(
    _scalars(),
    lambda inner: st.one_of(
        inner.map(_array), inner.map(_map), objects(inner).map(_plain)
    ),
    max_leaves=6,
).map(_plain)


def in_version(document: dict[str, Any], version: str) -> dict[str, Any]:
    """Return a document in the spelling of a version of OpenAPI 3."""
    if version == "3.0":
        document = _older(document)
    return {"openapi": f"{version}.0", **document}


def _older(value: Any) -> Any:
    """Return a value with schemas in the spelling of 3.0, which has no arrays of types."""
    if isinstance(value, list):
        return [_older(item) for item in value]
    if not isinstance(value, dict):
        return value
    found = {
        key: item if key in _DATA and not isinstance(item, dict) else _older(item)
        for key, item in value.items()
    }
    kind = found.get("type")
    if isinstance(kind, list) and "null" in kind:
        found["type"], found["nullable"] = kind[0], True
    elif kind == "null":
        del found["type"]
        found |= {"enum": [None], "nullable": True}
    if "const" in found and not isinstance(found["const"], dict):
        found["enum"] = [found.pop("const")]
    if isinstance(found.get("prefixItems"), list):
        del found["prefixItems"]
        found["items"] = {}
    for key in ("if", "then", "patternProperties"):
        if not isinstance(found.get(key), dict) or "schema" in found:
            continue
        patterns = found.pop(key)
        if key == "patternProperties":
            found.setdefault("additionalProperties", next(iter(patterns.values()), {}))
    return found


def in_swagger(document: dict[str, Any]) -> dict[str, Any]:
    """Return a document that only holds what Swagger 2.0 has words for, in those words."""
    paths: dict[str, Any] = {}
    for path, item in document["paths"].items():
        paths[path] = {key: _operation(each) for key, each in item.items()}
    schemes = {
        name: {"type": "basic"} if scheme.get("scheme") == "basic" else scheme
        for name, scheme in document["components"]["securitySchemes"].items()
    }
    for name, scheme in schemes.items():
        if scheme.get("scheme") == "bearer":
            flow = {"flow": "application", "tokenUrl": "https://a/t", "scopes": {}}
            schemes[name] = {"type": "oauth2", **flow}
    found = {
        "swagger": "2.0",
        "info": document["info"],
        "host": "api.example.com",
        "basePath": "/v1",
        "schemes": ["https"],
        "paths": paths,
        "definitions": document["components"]["schemas"],
        "securityDefinitions": schemes,
        **{key: document[key] for key in ("security",) if key in document},
    }
    relinked: dict[str, Any] = _relinked(found)
    return relinked


def _operation(operation: dict[str, Any]) -> dict[str, Any]:
    found = {key: value for key, value in operation.items() if key != "requestBody"}
    found["responses"] = {
        status: {
            "description": "x",
            "schema": reply["content"]["application/json"]["schema"],
        }
        for status, reply in operation["responses"].items()
    }
    body = operation.get("requestBody")
    if body is not None:
        ((media_type, content),) = body["content"].items()
        found["consumes"] = [media_type]
        found["parameters"] = [
            *found["parameters"],
            *_body(media_type, content["schema"]),
        ]
    return found


def _body(media_type: str, schema: dict[str, Any]) -> list[dict[str, Any]]:
    if "json" in media_type:
        return [{"in": "body", "name": "the body", "required": True, "schema": schema}]
    return [
        {
            "in": "formData",
            "name": name,
            "required": True,
            **({"type": "file"} if item.get("format") == "binary" else item),
            **({"collectionFormat": "multi"} if item["type"] == "array" else {}),
        }
        for name, item in schema["properties"].items()
    ]


def _relinked(value: Any) -> Any:
    if isinstance(value, list):
        return [_relinked(item) for item in value]
    if not isinstance(value, dict):
        return value
    found = {key: _relinked(item) for key, item in value.items()}
    ref = found.get("$ref")
    if isinstance(ref, str):
        found["$ref"] = ref.replace("#/components/schemas/", "#/definitions/")
    return found
