"""The pass that reads request bodies."""

from __future__ import annotations

from dataclasses import replace

from sdkloom.document.node import Node
from sdkloom.document.pointer import split
from sdkloom.graph.contents import encoding_of, read_content
from sdkloom.graph.descriptions import told_of
from sdkloom.graph.origins import root
from sdkloom.graph.reading import Reading
from sdkloom.graph.values import flag, text
from sdkloom.ir.bodies import Content, Encoding, RequestBody
from sdkloom.ir.schemas import OriginKind
from sdkloom.ir.types import Array

_LESSER = (Encoding.XML, Encoding.EVENT_STREAM)


def read_body(reading: Reading, node: Node, owner: str) -> RequestBody | None:
    """Return what an operation sends, None if it sends nothing.

    The first media type is the one that a method sends; the others are named in a remark.
    """
    target = node.resolved()
    contents = [item for _, item in (target / "content").items()]
    if not contents:
        return None
    chosen = next(
        (item for item in contents if encoding_of(item) not in _LESSER), contents[0]
    )
    for item in contents:
        if item is not chosen:
            reading.diagnostics.info(
                "request-media-type",
                item.pointer,
                f"the request is sent as {chosen.key}; {item.key} is not offered",
            )
    component = component_of(target)
    origin = root(
        OriginKind.REQUEST_BODY,
        owner="" if component else owner,
        component=component,
    )
    schema = chosen.resolved() / "schema"
    return RequestBody(
        required=flag(target, "required"),
        contents=(_whole(read_content(reading, chosen, origin)),),
        pointer=target.pointer,
        component=component,
        description=text(node, "description") or text(target, "description"),
        examples=told_of(reading, schema).examples if schema else (),
        name_override=reading.note(target, "name-override"),
    )


def _whole(content: Content) -> Content:
    """Return what a request sends at once: all the lines where a reply comes line by line."""
    if content.encoding is not Encoding.JSON_LINES:
        return content
    return replace(content, type=Array(items=content.type))


def component_of(node: Node) -> str:
    """Return the name of the shared component that a node is, "" if it is none."""
    _file, tokens = split(node.pointer)
    return tokens[2] if len(tokens) == 3 and tokens[0] == "components" else ""
