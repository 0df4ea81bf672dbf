"""What a reader is told about a schema: text, examples, default, deprecation."""

from __future__ import annotations

from collections.abc import Iterator

from sdkloom.document.node import Node
from sdkloom.graph.composition import is_null
from sdkloom.graph.reading import Reading, Told
from sdkloom.graph.shapes import COMPOSITIONS, flatten, target_of
from sdkloom.graph.values import flag, text, value_of
from sdkloom.ir.types import Json, Value

_FOLDS = 20
"""How many folds of one schema into another are followed for a text."""


def told_of(reading: Reading, node: Node) -> Told:
    """Return what is told at a schema, else by those that it refers to or is made of.

    The text beside a `$ref` comes first (OpenAPI 3.1, 4.8.23; before that version it is to be
    ignored), then that of the target, then that of the members of an `allOf` in their order.
    """
    known = reading.told.get(node.pointer)
    if known is None:
        known = reading.told[node.pointer] = _told(reading, node)
    return known


def _told(reading: Reading, node: Node) -> Told:
    nodes = list(_sources(reading, node))
    return Told(
        title=text(node, "title"),
        description=_first_text(reading, nodes),
        examples=_first_examples(nodes),
        default=_first_default(nodes),
        deprecated=any(flag(item, "deprecated") for item in nodes),
        deprecation_message=next(
            filter(None, (reading.note(item, "deprecation-message") for item in nodes)),
            "",
        ),
    )


def _sources(reading: Reading, node: Node) -> Iterator[Node]:
    """Yield the schemas that may tell something about a node, the nearest first."""
    seen: set[str] = set()
    stack = [node]
    while stack and len(seen) < _FOLDS:
        item = stack.pop()
        if item.pointer in seen:
            continue
        parts = flatten(reading.document, (item,))
        own = [part for part in reversed(parts) if part.pointer == item.pointer]
        rest = [part for part in parts if part.pointer != item.pointer]
        if reading.ignores_siblings:
            own = [part for part in own if not part.ref]
            rest = [part for part in rest if not part.ref]
        for part in (*own, *rest):
            seen.add(part.pointer)
            yield part
        stack.extend(_folded(parts))


def _folded(parts: tuple[Node, ...]) -> Iterator[Node]:
    """Yield the one member of compositions that are no more than `this or null`."""
    for part in parts:
        for key in COMPOSITIONS:
            if key in part:
                members = list(part / key)
                kept = [item for item in members if not is_null(item)]
                if len(kept) == 1 < len(members):
                    yield kept[0]


def _first_text(reading: Reading, nodes: list[Node]) -> str:
    for node in nodes:
        override = reading.extension(node, "docs")
        if isinstance(override, dict):
            python = override.get("python", override.get("all"))
            said = python.get("text") if isinstance(python, dict) else python
            if isinstance(said, str):
                return said
        if description := text(node, "description"):
            return description
    return ""


def _first_examples(nodes: list[Node]) -> tuple[Json, ...]:
    for node in nodes:
        if "example" in node:
            return (node.get("example"),)
        examples = node.get("examples")
        if isinstance(examples, list) and examples:
            return tuple(examples)
    return ()


def _first_default(nodes: list[Node]) -> Value | None:
    """Return the default of a schema.

    One beside a `$ref` or over several alternatives is left to the server; where the alternatives
    come to one type, the default of the first counts.
    """
    for node in nodes:
        place = _first_alternative(node)
        if not node.ref and (value := value_of(place, "default")) is not None:
            return value
    return None


def _first_alternative(node: Node) -> Node:
    for key in COMPOSITIONS:
        if key in node:
            kept = [item for item in node / key if not is_null(item)]
            if len(kept) > 1:
                return kept[0]
    return node


def is_marked(reading: Reading, node: Node, keyword: str) -> bool:
    """Return whether a keyword is `true` at a schema or at what it refers to."""
    if flag(node, keyword):
        return True
    named = target_of(node)
    if named is None and "allOf" not in node:
        return False
    return any(flag(part, keyword) for part in flatten(reading.document, (node,)))
