"""What a schema may get wrong: defaults that do not fit, limits that exclude each other."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any, Final

from sdkloom.diagnostics import Diagnostics
from sdkloom.document.meaning_unions import check_discriminator
from sdkloom.document.meaning_values import is_type, misfit
from sdkloom.document.node import Node
from sdkloom.document.resolve import Document
from sdkloom.document.saying import chained, spelt

_NESTED_VALUES: Final = 80
"""Python reads no more than 100 to 200 brackets within each other, depending on its version."""

_MOST_OF_AN_ENUM: Final = 20
"""So many faults of one enum are enough to see what is wrong with it."""

_SUSPICIOUS: Final = _NESTED_VALUES * len("/items")
_LIMITS: Final = (
    ("minimum", "maximum"),
    ("exclusiveMinimum", "maximum"),
    ("minimum", "exclusiveMaximum"),
    ("exclusiveMinimum", "exclusiveMaximum"),
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
        if low in schema and high in schema:
            _check_limits(schema, low, high, pointer, diagnostics)
    values = schema.get("enum")
    if isinstance(values, list):
        _check_values(values, schema.get("type"), pointer, diagnostics)
    if "allOf" in schema:
        check_own_ancestry(document, pointer, diagnostics)
        _check_types(document.node(pointer), diagnostics)
    if isinstance(schema.get("discriminator"), dict):
        check_discriminator(document.node(pointer), diagnostics)


def _values_above(pointer: str) -> int:
    """Return how many lists and maps, each the value of the next, a schema stands in."""
    count = 0
    while pointer.endswith(("/items", "/additionalProperties")):
        pointer = pointer.rpartition("/")[0]
        count += 1
    return count


def _check_limits(
    schema: dict[str, Any], low: str, high: str, pointer: str, diagnostics: Diagnostics
) -> None:
    least, most = schema[low], schema[high]
    if not all(isinstance(each, (int, float)) for each in (least, most)):
        return
    is_strict = low.startswith("exclusive") or high.startswith("exclusive")
    if least > most or (is_strict and least == most):
        diagnostics.warning(
            "limits",
            f"{pointer}/{high}",
            f"no value fits: {low} is {least!r} and {high} is {most!r}",
        )


def _check_types(node: Node, diagnostics: Diagnostics) -> None:
    """Note parts of an `allOf` that want values of different types."""
    known: set[str] | None = None
    for part in (node, *(node / "allOf")):
        types = part.resolved().get("type")
        if not isinstance(types, (str, list)):
            continue
        names = {types} if isinstance(types, str) else set(types)
        names |= {"integer"} if "number" in names else set()
        if known is not None and known.isdisjoint(names):
            wanted = f"{' or '.join(sorted(known))} and {' or '.join(sorted(names))}"
            diagnostics.warning(
                "limits",
                part.pointer,
                f"no value fits: allOf wants {wanted} at once",
            )
            return
        known = names if known is None else known & names


def _check_values(
    values: list[Any], types: Any, pointer: str, diagnostics: Diagnostics
) -> None:
    if not values:
        diagnostics.warning(
            "enum-empty", f"{pointer}/enum", "an enum without values fits nothing"
        )
    seen: set[tuple[type, Any]] = set()
    names = [types] if isinstance(types, str) else types
    before = len(diagnostics.remarks)
    for index, value in enumerate(values):
        if len(diagnostics.remarks) - before >= _MOST_OF_AN_ENUM:
            return
        if isinstance(names, list) and value is not None:
            if not any(is_type(value, name) for name in names):
                kinds = " or ".join(f"{name}s" for name in names)
                end = ": it is read as text" if names == ["string"] else ""
                diagnostics.warning(
                    "enum-value-type",
                    f"{pointer}/enum/{index}",
                    f"{spelt(value)} is a value of an enum of {kinds}{end}",
                )
        if isinstance(value, (dict, list)):
            continue
        if (type(value), value) in seen:
            diagnostics.warning(
                "enum-duplicate",
                f"{pointer}/enum/{index}",
                f"{spelt(value)} is listed twice",
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
        return
    reason = misfit(default.value, node)
    if reason:
        diagnostics.warning(
            "default-value",
            default.pointer,
            f"the default {spelt(default.value)} does not fit its schema: {reason}",
        )


def check_ancestry(document: Document, diagnostics: Diagnostics) -> None:
    """Note every schema that is composed of itself: no value could ever be complete."""
    done: set[str] = set()
    for _, schema in (document.root / "components" / "schemas").items():
        _follow(schema, done, diagnostics)


def check_own_ancestry(
    document: Document, pointer: str, diagnostics: Diagnostics
) -> None:
    """Note a schema without a name that is composed of itself."""
    if not pointer.startswith("#/components/schemas/"):
        node = document.node(pointer)
        if any(member.ref == pointer for member in node / "allOf"):
            _follow(node, set(), diagnostics)


def _follow(start: Node, done: set[str], diagnostics: Diagnostics) -> None:
    """Follow what a schema is composed of, without recursion: chains may be long."""
    way: dict[str, Iterator[Node]] = {}
    following: Node | None = start
    while way or following is not None:
        if following is None:
            following = next(way[next(reversed(way))], None)
            if following is None:
                way.popitem()
            continue
        pointer = following.pointer
        if pointer in way:
            links = list(way)
            ring = [*links[links.index(pointer) :], pointer]
            diagnostics.error(
                "schema-ancestry",
                f"{pointer}/allOf",
                f"schemas are composed of each other in a circle: {chained(ring)}",
                hint="one of them must not have the next one in its allOf",
                on_key=True,
            )
        elif pointer not in done:
            done.add(pointer)
            way[pointer] = _extended(following)
        following = None


def _extended(schema: Node) -> Iterator[Node]:
    return (member.resolved() for member in schema / "allOf" if member.ref)
