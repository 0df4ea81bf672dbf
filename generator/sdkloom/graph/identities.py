"""Identities of schemas that stand in others, and of those that we make."""

from __future__ import annotations

from sdkloom.document.node import Node
from sdkloom.document.pointer import escape
from sdkloom.graph.reading import Reading
from sdkloom.graph.shapes import Shape
from sdkloom.ir.types import SchemaId

_FREE_COPIES = 5000
_COPIES_EACH = 3
"""How many schemas a merge may copy: some for free, and some for each that is written."""


def part_id(id: SchemaId, *words: str | int) -> SchemaId:
    """Return the identity of a schema that we make out of another."""
    return SchemaId(f"{id}~" + "/".join(escape(str(word)) for word in words))


def id_inside(
    reading: Reading, id: SchemaId, shape: Shape, node: Node, *words: str | int
) -> SchemaId:
    """Return the identity of a schema that stands in another.

    What is written inside has its place. What comes from elsewhere by a merge gets an identity
    of its own: it is a part of the merged schema, and is named after it. A schema that would so
    be copied into its own copy, or that would be one copy too many, keeps its place instead.
    """
    home = shape.home.pointer
    copied = reading.copied.get(id, frozenset())
    if node.pointer.startswith(f"{home}/"):
        inside = SchemaId(id + node.pointer[len(home) :])
        if copied:
            reading.copied[inside] = copied
        return inside
    written = len(reading.origins) - reading.copies
    limit = _FREE_COPIES + _COPIES_EACH * written
    if node.pointer in copied or reading.copies > limit:
        return SchemaId(node.pointer)
    copy = part_id(id, *words)
    reading.copied[copy] = copied | {node.pointer}
    return copy
