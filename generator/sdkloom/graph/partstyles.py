"""What Encoding Objects say of the style of a part, and has no effect there."""

from __future__ import annotations

from sdkloom.document.node import Node
from sdkloom.graph.reading import Reading
from sdkloom.graph.shapes import COMPOSITIONS, Shape, declared_types, flatten
from sdkloom.ir.types import BINARY

_QUERY_LIKE = ("style", "explode", "allowReserved")
_OF_MANY = ("spaceDelimited", "pipeDelimited", "deepObject")
_MANY = {"array", "object"}


def check_styles(
    reading: Reading, node: Node, properties: dict[str, tuple[Node, ...]]
) -> None:
    """Note styles that a part's type has no form in, and what does nothing beside a style.

    `node` is a media type whose parts have the names of `properties`.
    """
    for name, item in (node / "encoding").items():
        styled = [key for key in _QUERY_LIKE if key in item]
        if not styled or name not in properties:
            continue
        types = _types(reading, properties[name])
        if types == ("file",):
            for key in styled:
                _note(reading, item / key, f"the part is a file: {key} has no effect")
            continue
        if "contentType" in item:
            message = f"contentType has no effect beside {styled[0]}"
            _note(reading, item / "contentType", message)
        style = item.get("style")
        if style in _OF_MANY and types and _MANY.isdisjoint(types):
            message = f"the part is no list and no object: style {style} has no effect"
            _note(reading, item / "style", message)
        elif style == "deepObject" and item.get("explode") is False:
            message = "the style 'deepObject' always explodes: this has no effect"
            _note(reading, item / "explode", message)


def _types(reading: Reading, nodes: tuple[Node, ...]) -> tuple[str, ...]:
    """Return the types that a property may have, none where that cannot be told."""
    shape = Shape(nodes[0], flatten(reading.document, nodes))
    if any(map(shape.has, COMPOSITIONS)):
        return ()
    format_ = shape.last("format")
    types = declared_types(shape)[0] or ()
    if types == ("string",) and format_ is not None and format_.value == BINARY.format:
        return ("file",)
    return types


def _note(reading: Reading, node: Node, message: str) -> None:
    reading.diagnostics.warning("part-encoding", node.pointer, message, on_key=True)
