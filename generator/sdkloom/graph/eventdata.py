"""The data of server-sent events: text, or JSON as the schema of an event says."""

from __future__ import annotations

from sdkloom.document.node import Node
from sdkloom.graph.reading import Reading
from sdkloom.graph.shapes import COMPOSITIONS, properties_of, shape_of


def data_is_read(reading: Reading, schema: Node) -> bool:
    """Return whether the data of an event is more than text.

    Data that its schema describes as a text of JSON (`contentMediaType`, `contentSchema`) is then
    typed as what the text holds (OpenAPI 3.2, 4.14.4.1).
    """
    if not schema:
        return False
    found = _data(reading, schema)
    for node in found:
        if "contentSchema" in node:
            reading.decoded.add(node.pointer)
    shape = shape_of(reading.document, schema)
    if "data" not in properties_of(shape, deep=False):
        return _is_more(reading, schema)
    return any(_is_more(reading, node) for node in found)


def _is_more(reading: Reading, node: Node) -> bool:
    shape = shape_of(reading.document, node)
    described = shape.has("contentSchema") or shape.has("contentMediaType")
    kind = shape.last("type")
    return described or kind is None or kind.value not in ("string", ["string"])


def _data(reading: Reading, schema: Node) -> list[Node]:
    """Return the schemas of the data of an event, of each of its kinds."""
    found: list[Node] = []
    seen: set[str] = set()
    waiting = [schema]
    while waiting:
        node = waiting.pop()
        if node.pointer in seen:
            continue
        seen.add(node.pointer)
        shape = shape_of(reading.document, node)
        found.extend(properties_of(shape, deep=False).get("data", ())[-1:])
        for part in shape.parts:
            waiting.extend(item for key in COMPOSITIONS for item in part / key)
    return found
