"""Encoding Objects: how the parts of a form or a multipart body are written."""

from __future__ import annotations

from dataclasses import replace

from sdkloom.document.fields import STYLES, TABS
from sdkloom.document.node import Node
from sdkloom.graph.partheaders import constant_headers, given_headers
from sdkloom.graph.partstyles import check_styles
from sdkloom.graph.reading import Reading
from sdkloom.graph.shapes import COMPOSITIONS, Shape, properties_of, shape_of
from sdkloom.graph.values import flag, text
from sdkloom.ir.bodies import PartEncoding, is_form, is_multipart
from sdkloom.ir.parameters import Style

_STYLES = {style: Style(style) for style in (*STYLES, TABS)}
_NESTED = ("encoding", "prefixEncoding", "itemEncoding")
_ARRAYS = {"array", "null"}
BY_POSITION = ("prefixEncoding", "itemEncoding")


def is_by_position(node: Node) -> bool:
    """Return whether a multipart media type's parts are known by their position alone.

    Its schema is an array's, or each part has a schema (`itemSchema`), or an encoding.
    """
    if "itemSchema" in node:
        return True
    schema = (node / "schema").resolved()
    kind = schema.get("type")
    if kind is not None:
        return kind == "array" or (isinstance(kind, list) and set(kind) <= _ARRAYS)
    if "properties" in schema or "allOf" in schema:
        return False
    return "prefixItems" in schema or any(key in node for key in BY_POSITION)


def named_parts(reading: Reading, node: Node) -> tuple[PartEncoding, ...]:
    """Return how the properties of a form are written, where the document says it."""
    shape = shape_of(reading.document, node / "schema") if "schema" in node else None
    if shape is not None and shape.has("properties") and _is_closed(shape):
        known = properties_of(shape, deep=False)
        for name, item in (node / "encoding").items():
            if name not in known:
                message = f"{name!r} is no property of the schema: this has no effect"
                reading.diagnostics.warning(
                    "part-encoding", item.pointer, message, on_key=True
                )
        check_styles(reading, node, known)
    for key in BY_POSITION:
        if key in node and not is_by_position(node):
            message = f"the schema is no array: {key} has no effect"
            reading.diagnostics.warning(
                "part-encoding", f"{node.pointer}/{key}", message, on_key=True
            )
    return tuple(
        _encoding(reading, item, name) for name, item in (node / "encoding").items()
    )


def first_parts(reading: Reading, node: Node) -> tuple[PartEncoding, ...]:
    """Return how the first parts of a multipart body are written (`prefixEncoding`)."""
    return tuple(_encoding(reading, item) for item in node / "prefixEncoding")


def further_parts(reading: Reading, node: Node) -> PartEncoding:
    """Return how the parts that follow the first ones are written (`itemEncoding`)."""
    item = node / "itemEncoding"
    return _encoding(reading, item) if item else PartEncoding()


def _is_closed(shape: Shape) -> bool:
    """Return whether all properties of a schema stand in it, and not in members of a union."""
    return not any(map(shape.has, (*COMPOSITIONS, "then", "else", "dependentSchemas")))


def _encoding(reading: Reading, node: Node, name: str = "") -> PartEncoding:
    explode = node.get("explode")
    style = _STYLES.get(text(node, "style"))
    if style is None and ("style" in node or "allowReserved" in node):
        style = Style.FORM  # each of the three fields makes the part like a query
    one = PartEncoding(
        property=name,
        content_type=text(node, "contentType"),
        style=style,
        explode=explode if isinstance(explode, bool) else None,
        allow_reserved=flag(node, "allowReserved"),
        headers=constant_headers(node),
        given=given_headers(reading, node),
        pointer=node.pointer,
    )
    if not (is_multipart(one) or is_form(one)):
        for key in (key for key in _NESTED if key in node):
            message = f"the part is neither a form nor multipart: {key} has no effect"
            reading.diagnostics.warning(
                "part-encoding", f"{node.pointer}/{key}", message, on_key=True
            )
        return one
    rest = node / "itemEncoding"
    return replace(
        one,
        parts=tuple(
            _encoding(reading, item, key) for key, item in (node / "encoding").items()
        ),
        prefix=first_parts(reading, node),
        rest=_encoding(reading, rest) if rest else None,
    )
