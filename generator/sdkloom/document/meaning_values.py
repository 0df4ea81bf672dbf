"""Whether a value may be what a schema describes, and if not, why."""

from __future__ import annotations

from typing import Any, Final

from sdkloom.document.node import Node
from sdkloom.document.saying import spelt
from sdkloom.document.structure import matches
from sdkloom.moments import day_of

_DEEPEST: Final = 20
_TYPES: Final = {str: "string", list: "array", dict: "object", type(None): "null"}


def misfit(value: Any, schema: Node, depth: int = 0) -> str:
    """Return why a value is none of a schema's; "" if it is, as far as its keywords tell."""
    if depth > _DEEPEST or not isinstance(schema.value, dict):
        return "no value fits" if schema.value is False else ""
    if schema.ref and schema.resolved() != schema:
        reason = misfit(value, schema.resolved(), depth + 1)
        if reason:
            return reason
    types = schema.get("type")
    if isinstance(types, (str, list)):
        names = [types] if isinstance(types, str) else types
        if not any(is_type(value, name) for name in names):
            return f"it must be of type {' or '.join(names)}"
    values = schema.get("enum")
    if isinstance(values, list) and not any(_same(value, each) for each in values):
        return "it is none of the values of the enum"
    return (
        _outside(value, schema)
        or _in_parts(value, schema, depth)
        or _below(value, schema, depth)
    )


def _in_parts(value: Any, schema: Node, depth: int) -> str:
    for member in schema / "allOf":
        reason = misfit(value, member, depth + 1)
        if reason:
            return reason
    for keyword in ("oneOf", "anyOf"):
        members = list(schema / keyword)
        if members and all(misfit(value, member, depth + 1) for member in members):
            return f"it fits no member of {keyword}"
    return ""


def _below(value: Any, schema: Node, depth: int) -> str:
    if isinstance(value, list) and "items" in schema:
        for item in value:
            reason = misfit(item, schema / "items", depth + 1)
            if reason:
                return f"{spelt(item)} in it does not fit, {reason}"
    if not isinstance(value, dict):
        return ""
    required = schema.get("required")
    for name in required if isinstance(required, list) else ():
        if name not in value:
            return f"{name!r} is required and missing"
    for name, property_ in (schema / "properties").items():
        if name in value:
            reason = misfit(value[name], property_, depth + 1)
            if reason:
                return f"{name!r} does not fit, {reason}"
    return ""


def _outside(value: Any, schema: Node) -> str:
    """Return which limit of its schema a value breaks."""
    if isinstance(value, bool) or value is None:
        return ""
    if isinstance(value, (int, float)):
        return _beyond(value, schema, "minimum", "maximum")
    if isinstance(value, list):
        return _beyond(len(value), schema, "minItems", "maxItems")
    if isinstance(value, dict):
        return _beyond(len(value), schema, "minProperties", "maxProperties")
    reason = _beyond(len(value), schema, "minLength", "maxLength")
    pattern, form = schema.get("pattern"), schema.get("format")
    if not reason and isinstance(pattern, str) and not matches(pattern, value):
        return "it does not match its pattern"
    if not reason and form in ("date", "date-time") and not _is_date(value, form):
        return f"it is no {form}"
    return reason


def _beyond(size: float, schema: Node, low: str, high: str) -> str:
    least, most = schema.get(low), schema.get(high)
    if isinstance(least, (int, float)) and size < least:
        return f"{low} is {least!r}"
    if isinstance(most, (int, float)) and size > most:
        return f"{high} is {most!r}"
    return ""


def _is_date(text: str, form: str) -> bool:
    day = day_of(text)
    return day is not None and (form == "date-time" or day == text)


def is_type(value: Any, name: str) -> bool:
    """Return whether a value is of a type of JSON Schema."""
    if isinstance(value, bool):
        return name == "boolean"
    if isinstance(value, int):
        return name in ("integer", "number")
    if isinstance(value, float):
        return name == "number" or (name == "integer" and value.is_integer())
    return _TYPES.get(type(value)) == name


def _same(one: Any, other: Any) -> bool:
    return isinstance(one, bool) == isinstance(other, bool) and bool(one == other)
