"""Contents by media type: what a body holds and how it is written."""

from __future__ import annotations

from sdkloom.document.node import Node
from sdkloom.graph.eventdata import data_is_read
from sdkloom.graph.examples import examples_of
from sdkloom.graph.mediatypes import media_type_of
from sdkloom.graph.parts import (
    first_parts,
    further_parts,
    is_by_position,
    named_parts,
)
from sdkloom.graph.parttypes import part_type, typed_by_position
from sdkloom.graph.reading import Reading
from sdkloom.graph.schemas import type_of
from sdkloom.ir.bodies import Content, Encoding, PartEncoding
from sdkloom.ir.schemas import Origin
from sdkloom.ir.types import (
    ANYTHING,
    BINARY,
    STRING,
    XML,
    Array,
    Scalar,
    ScalarKind,
    Type,
)

_LINES = frozenset(
    (
        "application/jsonl",
        "application/x-ndjson",
        "application/ndjson",
        "application/json-lines",
        "application/x-jsonlines",
        "application/json-seq",
        "application/geo+json-seq",
    )
)
"""JSON lines, and JSON text sequences (RFC 7464), which have other separators."""
_FORM = "application/x-www-form-urlencoded"


def encoding_of(node: Node) -> Encoding:
    """Return how a media type is read and written; what nobody knows is bytes.

    The key of the node is the media type, even if what stands there is a `$ref`.
    """
    media_type = media_type_of(node.key)
    name = media_type.name
    if name == "text/event-stream":
        return Encoding.EVENT_STREAM
    if name in _LINES:
        return Encoding.JSON_LINES
    if media_type.is_xml:
        return Encoding.XML
    if name == _FORM:
        return Encoding.FORM
    if name.startswith("multipart/"):
        node = node.resolved()
        if not is_by_position(node):
            return Encoding.MULTIPART
        streams = "itemSchema" in node and "schema" not in node
        return Encoding.PART_STREAM if streams else Encoding.PARTS
    if name in ("*/*", "application/*", "") and not (node.resolved() / "schema"):
        return Encoding.BINARY
    if media_type.is_json:
        return Encoding.JSON
    return Encoding.TEXT if name.startswith("text/") else Encoding.BINARY


def read_contents(
    reading: Reading, nodes: list[Node], origin: Origin
) -> tuple[Content, ...]:
    """Return what a response holds, by media type.

    Beside JSON the same value in another media type is not asked for, nor is XML.
    """
    json = [item for item in nodes if encoding_of(item) is Encoding.JSON]
    schemas = [(item.resolved() / "schema").value for item in json]
    kept = []
    for item in nodes:
        encoding = encoding_of(item)
        is_same = (item.resolved() / "schema").value in schemas
        is_other = encoding in (Encoding.TEXT, Encoding.BINARY) and is_same
        is_again = item in json[1:] and item.value == json[0].value
        if json and (encoding is Encoding.XML or is_other or is_again):
            reading.diagnostics.info(
                "response-media-type",
                item.pointer,
                f"the reply is asked for as {json[0].key}, not as {item.key}",
            )
        else:
            kept.append(item)
    return tuple(read_content(reading, item, origin) for item in kept)


def read_content(reading: Reading, place: Node, origin: Origin) -> Content:
    """Return what one media type holds."""
    encoding = encoding_of(place)
    node = place.resolved()
    schema = node / "schema"
    item = node / "itemSchema"
    data_is_json = True
    prefix: tuple[PartEncoding, ...] = ()
    rest = PartEncoding()
    if encoding in (Encoding.PARTS, Encoding.PART_STREAM):
        prefix, rest = first_parts(reading, node), further_parts(reading, node)
        if encoding is Encoding.PARTS:
            whole = type_of(reading, schema, origin)
            type_ = typed_by_position(reading, whole, prefix, rest, origin)
        else:
            type_ = part_type(reading, type_of(reading, item, origin), rest, origin)
    elif encoding in (Encoding.EVENT_STREAM, Encoding.JSON_LINES):
        type_ = _item_type(reading, schema, item, origin)
        data_is_json = data_is_read(reading, item or schema)
    else:
        type_, encoding = _body_type(reading, node, encoding, origin)
    return Content(
        media_type="*/*" if place.key == "*" else place.key,
        encoding=encoding,
        type=type_,
        pointer=node.pointer,
        examples=examples_of(reading, node),
        parts=_named(reading, node, encoding),
        prefix=prefix,
        rest=rest,
        sentinel=reading.note(node, "sse-sentinel"),
        data_is_json=data_is_json,
    )


def _named(
    reading: Reading, node: Node, encoding: Encoding
) -> tuple[PartEncoding, ...]:
    is_form = encoding in (Encoding.FORM, Encoding.MULTIPART)
    return named_parts(reading, node) if is_form else ()


def _item_type(reading: Reading, schema: Node, item: Node, origin: Origin) -> Type:
    """Return the type of one item of a stream.

    `schema` types the item as well (what authors mean before OpenAPI 3.2), unless it is an
    array, which is all the items together.
    """
    if item:
        return type_of(reading, item, origin)
    whole = type_of(reading, schema, origin)
    return whole.items if isinstance(whole, Array) else whole


def _body_type(
    reading: Reading, node: Node, encoding: Encoding, origin: Origin
) -> tuple[Type, Encoding]:
    schema = node / "schema"
    if encoding is Encoding.XML:
        if schema and not _is_text(schema):
            reading.diagnostics.degraded(
                "xml-content",
                node.pointer,
                "XML is handed over as it is written: its schema is not modelled",
                on_key=True,
            )
        return XML, Encoding.BINARY
    if encoding is Encoding.BINARY:
        return BINARY, encoding
    if not schema:
        return (STRING if encoding is Encoding.TEXT else ANYTHING), encoding
    type_ = type_of(reading, schema, origin)
    if _is_binary(type_) and encoding in (Encoding.TEXT, Encoding.JSON):
        return BINARY, Encoding.BINARY
    if encoding is Encoding.TEXT and not isinstance(type_, Scalar):
        return STRING, encoding
    return type_, encoding


def _is_text(schema: Node) -> bool:
    return schema.resolved().get("type") in ("string", ["string"])


def _is_binary(type_: Type) -> bool:
    return (
        isinstance(type_, Scalar)
        and type_.kind is ScalarKind.STRING
        and type_.format == "binary"
    )
