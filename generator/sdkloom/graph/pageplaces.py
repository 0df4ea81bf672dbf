"""Whether bodies and replies have room for what pagination takes from them, or puts there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sdkloom.document.node import Node
from sdkloom.document.resolve import Document
from sdkloom.graph.mediatypes import media_type_of
from sdkloom.graph.shapes import (
    COMPOSITIONS,
    Shape,
    declared_types,
    flatten,
    properties_of,
)

Step = str | int

_DEEPEST = 12
_OPEN = (
    "additionalProperties",
    "unevaluatedProperties",
    "patternProperties",
    "then",
    "else",
    "dependentSchemas",
)
"""What may describe a property that is not among `properties`."""


def sent_schemas(operation: Node) -> Iterator[Node]:
    """Yield the schemas of what an operation sends."""
    for _, item in ((operation / "requestBody").resolved() / "content").items():
        yield item.resolved() / "schema"


def received_schemas(operation: Node) -> Iterator[Node]:
    """Yield the schemas of an operation's successful replies in JSON."""
    for status, response in (operation / "responses").items():
        if status[:1] not in ("2", "d"):
            continue
        for name, item in (response.resolved() / "content").items():
            if media_type_of(name).is_json or "*" in name:
                yield item.resolved() / "schema"


def have_place(
    document: Document, schemas: Iterable[Node], steps: Sequence[Step]
) -> bool:
    """Return whether a value of any of these schemas may have something at a place."""
    return any(_may_hold(document, (one,), steps, 0) for one in schemas)


def _may_hold(
    document: Document, nodes: tuple[Node, ...], steps: Sequence[Step], depth: int
) -> bool:
    if not steps or depth > _DEEPEST or not all(map(_is_described, nodes)):
        return True
    shape = Shape(nodes[0], flatten(document, nodes))
    types, _ = declared_types(shape)
    step, rest = steps[0], steps[1:]
    if types and ("array" if isinstance(step, int) else "object") not in types:
        return False
    if isinstance(step, int):
        items = shape.last("items")
        if items is None or shape.has("prefixItems"):
            return True
        return _may_hold(document, (items,), rest, depth + 1)
    properties = properties_of(shape, deep=True)
    if step in properties:
        return _may_hold(document, properties[step], rest, depth + 1)
    members = [
        item for part in shape.parts for key in COMPOSITIONS for item in part / key
    ]
    if members:
        return any(_may_hold(document, (one,), steps, depth + 1) for one in members)
    further = (shape.last(key) for key in _OPEN)
    is_open = any(node is not None and node.value is not False for node in further)
    return is_open or not shape.has("properties")


def _is_described(node: Node) -> bool:
    return isinstance(node.value, dict) and bool(node.value)
