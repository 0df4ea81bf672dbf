"""What a schema may get wrong: defaults that do not fit, limits that exclude each other."""

from __future__ import annotations

import math
from typing import Any, Final

from sdkloom.diagnostics import Diagnostics
from sdkloom.document.node import Node
from sdkloom.document.resolve import Document

_DEEPEST: Final = 20
_NESTED_VALUES: Final = 80
"""Python reads no more than 100 to 200 brackets within each other, depending on its version."""

_SUSPICIOUS: Final = _NESTED_VALUES * len("/items")
_LIMITS: Final = (
    ("minimum", "maximum"),
    ("minLength", "maxLength"),
    ("minItems", "maxItems"),
    ("minProperties", "maxProperties"),
)


def check_schema(
    document: Document, schema: dict[str, Any], pointer: str, diagnostics: Diagnostics
) -> None:
    """Note what contradicts itself in one schema."""
    if len(pointer) > _SUSPICIOUS and _values_above(pointer) == _NESTED_VALUES:
        diagnostics.error(
            "nesting",
            pointer,
            f"lists and maps are nested more than {_NESTED_VALUES} deep without a name",
            hint="name the inner schemas in components and refer to them by $ref",
        )
    if "default" in schema:
        _check_default(document.node(pointer), diagnostics)
    for low, high in _LIMITS:
        if low in schema and high in schema and schema[low] > schema[high]:
            diagnostics.warning(
                "limits",
                f"{pointer}/{high}",
                f"no value fits: {low} is {schema[low]!r} and {high} is {schema[high]!r}",
            )
    values = schema.get("enum")
    if isinstance(values, list):
        _check_values(values, pointer, diagnostics)


def _values_above(pointer: str) -> int:
    """Return how many lists and maps, each the value of the next, a schema stands in."""
    count = 0
    while pointer.endswith(("/items", "/additionalProperties")):
        pointer = pointer.rpartition("/")[0]
        count += 1
    return count


def _check_values(values: list[Any], pointer: str, diagnostics: Diagnostics) -> None:
    if not values:
        diagnostics.warning(
            "enum-empty", f"{pointer}/enum", "an enum without values fits nothing"
        )
    seen: set[tuple[type, Any]] = set()
    for index, value in enumerate(values):
        if isinstance(value, (dict, list)):
            continue
        if (type(value), value) in seen:
            diagnostics.warning(
                "enum-duplicate",
                f"{pointer}/enum/{index}",
                f"{value!r} is listed twice",
            )
        seen.add((type(value), value))


def _check_default(node: Node, diagnostics: Diagnostics) -> None:
    default = node / "default"
    if isinstance(default.value, float) and not math.isfinite(default.value):
        diagnostics.warning(
            "default-value",
            default.pointer,
            f"the default {default.value!r} cannot be written in JSON",
        )
    elif not fits(default.value, node):
        diagnostics.warning(
            "default-value",
            default.pointer,
            f"the default {_shown(default.value)} does not fit its schema",
        )


def fits(value: Any, schema: Node, depth: int = 0) -> bool:
    """Return whether a value may be what a schema describes, as far as its types tell."""
    if depth > _DEEPEST or not isinstance(schema.value, dict):
        return schema.value is not False
    if schema.ref and schema.resolved() != schema:
        if not fits(value, schema.resolved(), depth + 1):
            return False
    types = schema.get("type")
    if isinstance(types, (str, list)):
        names = [types] if isinstance(types, str) else types
        if not any(_is_type(value, name) for name in names):
            return False
    values = schema.get("enum")
    if isinstance(values, list) and not any(_same(value, each) for each in values):
        return False
    if not all(fits(value, member, depth + 1) for member in schema / "allOf"):
        return False
    for keyword in ("oneOf", "anyOf"):
        members = list(schema / keyword)
        if members and not any(fits(value, member, depth + 1) for member in members):
            return False
    if isinstance(value, list) and "items" in schema:
        return all(fits(item, schema / "items", depth + 1) for item in value)
    return True


def _is_type(value: Any, name: str) -> bool:
    if isinstance(value, bool):
        return name == "boolean"
    if isinstance(value, int):
        return name in ("integer", "number")
    if isinstance(value, float):
        return name == "number" or (name == "integer" and value.is_integer())
    by_type = {str: "string", list: "array", dict: "object", type(None): "null"}
    return by_type.get(type(value)) == name


def _same(one: Any, other: Any) -> bool:
    return isinstance(one, bool) == isinstance(other, bool) and bool(one == other)


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def check_ancestry(document: Document, diagnostics: Diagnostics) -> None:
    """Note every schema that is composed of itself: no value could ever be complete."""
    done: set[str] = set()
    for _, schema in (document.root / "components" / "schemas").items():
        _follow(schema, [], done, diagnostics)


def _follow(
    schema: Node, chain: list[str], done: set[str], diagnostics: Diagnostics
) -> None:
    if schema.pointer in chain:
        ring = [*chain[chain.index(schema.pointer) :], schema.pointer]
        diagnostics.error(
            "schema-ancestry",
            f"{schema.pointer}/allOf",
            "schemas are composed of each other in a circle: " + " -> ".join(ring),
            hint="one of them must not have the next one in its allOf",
            on_key=True,
        )
        return
    if schema.pointer in done:
        return
    done.add(schema.pointer)
    for member in schema / "allOf":
        if member.ref:
            _follow(member.resolved(), [*chain, schema.pointer], done, diagnostics)
