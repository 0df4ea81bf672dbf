"""The pass that reads request bodies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sdkloom.document.node import Node
from sdkloom.document.pointer import escape
from sdkloom.graph.contents import encoding_of, read_content
from sdkloom.graph.descriptions import told_of
from sdkloom.graph.origins import component_of, root
from sdkloom.graph.parts import named_parts
from sdkloom.graph.reading import Reading
from sdkloom.graph.values import flag, text
from sdkloom.ir.bodies import Content, Encoding, RequestBody
from sdkloom.ir.schemas import OriginKind
from sdkloom.ir.types import ANYTHING, BINARY, Array

_LESSER = (Encoding.XML, Encoding.EVENT_STREAM)
_OF_PROPERTIES = (Encoding.JSON, Encoding.FORM, Encoding.MULTIPART)
_WORDS = {
    Encoding.JSON: "json",
    Encoding.FORM: "form",
    Encoding.MULTIPART: "multipart",
    Encoding.PARTS: "multipart",
    Encoding.PART_STREAM: "multipart",
    Encoding.TEXT: "text",
    Encoding.BINARY: "bytes",
    Encoding.XML: "xml",
    Encoding.EVENT_STREAM: "text",
    Encoding.JSON_LINES: "json_lines",
}


def read_body(reading: Reading, node: Node, owner: str) -> RequestBody | None:
    """Return what an operation sends, None if it sends nothing.

    A method sends the first media type, and what can be made of the same arguments where a call
    names it in its header `Content-Type`. For others there is `other_bodies`.
    """
    target = node.resolved()
    contents = [item for _, item in (target / "content").items()]
    if not contents:
        return None
    chosen = _chosen(contents)
    kept = [chosen]
    for item in contents:
        if item is chosen:
            continue
        same = _has_same_arguments(item, chosen)
        how = "if the header Content-Type says so" if same else "by a method of its own"
        reading.diagnostics.info(
            "request-media-type",
            item.pointer,
            f"the request is sent as {chosen.key}; as {item.key} {how}",
        )
        if same and encoding_of(item) is not encoding_of(chosen):
            kept.append(item)
    component = component_of(target)
    origin = root(
        OriginKind.REQUEST_BODY,
        owner="" if component else owner,
        component=component,
    )
    schema = chosen.resolved() / "schema"
    first = _whole(read_content(reading, chosen, origin))
    return RequestBody(
        required=flag(target, "required"),
        contents=(
            first,
            *(replace(_described(reading, item), type=first.type) for item in kept[1:]),
        ),
        pointer=target.pointer,
        component=component,
        description=text(node, "description") or text(target, "description"),
        examples=told_of(reading, schema).examples if schema else (),
        name_override=reading.note(target, "name-override"),
    )


def other_bodies(
    reading: Reading, node: Node, body: RequestBody | None, owner: str
) -> Iterator[tuple[str, str, RequestBody]]:
    """Yield the bodies that a method cannot make of its arguments: of each kind the first.

    With each come the id of its operation, and the word for it.
    """
    contents = [item for _, item in (node.resolved() / "content").items()]
    if body is None or len(contents) < 2:
        return
    chosen = _chosen(contents)
    words: set[str] = set()
    for item in contents:
        word = _WORDS[encoding_of(item)]
        if item is chosen or word in words or _has_same_arguments(item, chosen):
            continue
        words.add(word)
        id = f"{owner}/requestBody/content/{escape(item.key)}"
        if encoding_of(item) in _LESSER:
            content = replace(
                _described(reading, item), type=BINARY, encoding=Encoding.BINARY
            )
        else:
            origin = root(OriginKind.REQUEST_BODY, owner=id)
            content = _whole(read_content(reading, item, origin))
        other = replace(body, contents=(content,), component="", examples=())
        yield id, word, other


def _chosen(contents: list[Node]) -> Node:
    """Return the first media type, XML only if there is nothing else."""
    for item in contents:
        if encoding_of(item) not in _LESSER:
            return item
    return contents[0]


def _has_same_arguments(item: Node, chosen: Node) -> bool:
    """Return whether a body can be made of what the chosen one is made of."""
    encoding, other = encoding_of(item), encoding_of(chosen)
    same_schema = (item.resolved() / "schema").value == (
        chosen.resolved() / "schema"
    ).value
    if encoding is other:
        return same_schema or encoding in (Encoding.TEXT, Encoding.BINARY)
    return same_schema and encoding in _OF_PROPERTIES and other in _OF_PROPERTIES


def _described(reading: Reading, item: Node) -> Content:
    """Return a media type whose content is described elsewhere."""
    return Content(
        media_type=item.key,
        encoding=encoding_of(item),
        type=ANYTHING,
        pointer=item.pointer,
        parts=named_parts(reading, item.resolved()),
    )


def _whole(content: Content) -> Content:
    """Return what a request sends at once: all the items where a reply comes item by item."""
    if content.encoding is Encoding.PART_STREAM:
        whole = Array(items=content.type)
        return replace(content, type=whole, encoding=Encoding.PARTS)
    if content.encoding is Encoding.JSON_LINES:
        return replace(content, type=Array(items=content.type))
    return content
