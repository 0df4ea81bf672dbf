"""Parameters of Swagger 2.0 as parameters and request bodies of OpenAPI 3.1."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from sdkloom.document.fields import TABS

Tokens = tuple[str, ...]

_SCHEMA_KEYS: Final = frozenset(
    [
        "type",
        "format",
        "items",
        "default",
        "enum",
        "pattern",
        "maximum",
        "exclusiveMaximum",
        "minimum",
        "exclusiveMinimum",
        "maxLength",
        "minLength",
        "maxItems",
        "minItems",
        "uniqueItems",
        "multipleOf",
        "x-nullable",
        "title",
    ]
)
_STYLES: Final = {
    "csv": ("form", False),
    "tsv": (TABS, False),
    "ssv": ("spaceDelimited", False),
    "pipes": ("pipeDelimited", False),
    "multi": ("form", True),
}
DELIMITED: Final = "x-delimited"
"""The key of a style of arrays that only Swagger 2.0 has for the parameter's location."""
_FORM: Final = "application/x-www-form-urlencoded"
_MULTIPART: Final = "multipart/form-data"


def read_parameter(parameter: dict[str, Any]) -> dict[str, Any]:
    """Return a parameter whose type stands in a schema; itself if it has one already."""
    if "schema" in parameter or "content" in parameter:
        return parameter
    lifted = {
        key: value
        for key, value in parameter.items()
        if key not in _SCHEMA_KEYS and key != "collectionFormat"
    }
    lifted["schema"] = (
        {"$ref": lifted.pop("$ref")} if "$ref" in lifted else _schema_of(parameter)
    )
    if parameter.get("type") == "array":
        style, explode = _STYLES.get(
            str(parameter.get("collectionFormat")), ("form", False)
        )
        if parameter.get("in") == "query" and style != "tabDelimited":
            lifted["style"] = style
            lifted["explode"] = explode
        elif style != "form":
            # OpenAPI 3 has no style for it: this is a word of our own.
            lifted[DELIMITED] = style
            lifted["explode"] = False
    return lifted


def plain_body(
    parameter: dict[str, Any],
    consumes: Sequence[str],
    new: Tokens,
    old: Tokens,
    moves: dict[Tokens, Tokens],
) -> dict[str, Any]:
    """Return the request body that a parameter `in: body` is."""
    schema = parameter.get("schema", {})
    media = [each for each in consumes if each not in (_FORM, _MULTIPART)]
    media = media or list(consumes) or ["application/json"]
    body = {
        key: value
        for key, value in parameter.items()
        if key not in ("in", "name", "schema")
    }
    body["content"] = {name: {"schema": schema} for name in media}
    moves[new] = old
    for name in reversed(media):
        moves[(*new, "content", name, "schema")] = (*old, "schema")
    return body


def form_body(
    parts: Sequence[tuple[Tokens, dict[str, Any]]],
    consumes: Sequence[str],
    new: Tokens,
    moves: dict[Tokens, Tokens],
) -> dict[str, Any]:
    """Return the request body that parameters `in: formData` are together."""
    has_files = any(parameter.get("type") == "file" for _, parameter in parts)
    media = [each for each in consumes if each in (_FORM, _MULTIPART)]
    if has_files:
        media = [_MULTIPART]
    media = media or [_FORM]
    properties: dict[str, Any] = {}
    encoding: dict[str, Any] = {}
    moves[new] = parts[0][0]
    for way, parameter in parts:
        name = str(parameter.get("name", ""))
        schema = _schema_of(parameter)
        if isinstance(parameter.get("description"), str):
            schema["description"] = parameter["description"]
        properties[name] = schema
        if parameter.get("type") == "array":
            style, explode = _STYLES.get(
                str(parameter.get("collectionFormat")), ("form", False)
            )
            encoding[name] = {"style": style, "explode": explode}
        for each in media:
            moves[(*new, "content", each, "schema", "properties", name)] = way
    required = [
        str(parameter.get("name", ""))
        for _, parameter in parts
        if parameter.get("required") is True
    ]
    content: dict[str, Any] = {"schema": {"type": "object", "properties": properties}}
    if required:
        content["schema"]["required"] = required
    if encoding:
        content["encoding"] = encoding
    return {"required": bool(required), "content": {each: content for each in media}}


def _schema_of(parameter: dict[str, Any]) -> dict[str, Any]:
    schema = {key: value for key, value in parameter.items() if key in _SCHEMA_KEYS}
    if schema.get("type") == "file":
        schema["type"] = "string"
        schema["format"] = "binary"
    return schema
