"""Bodies: media types, encodings of their parts, request bodies."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from typing_extensions import assert_never

from sdkloom.ir.parameters import Parameter, Style
from sdkloom.ir.types import RESPONSE, STRING, Json, Stream, StreamKind, Type


class Encoding(Enum):
    """How a media type is read and written."""

    JSON = "json"
    FORM = "form"
    MULTIPART = "multipart"
    PARTS = "parts"
    PART_STREAM = "part-stream"
    TEXT = "text"
    BINARY = "binary"
    XML = "xml"
    EVENT_STREAM = "event-stream"
    JSON_LINES = "json-lines"


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedExample:
    """An example of a media type; the single `example` has the name ""."""

    name: str
    value: Json
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartEncoding:
    """How one property of a form or multipart body is written (the Encoding Object).

    `headers` are those that the document gives a value, by a constant or a default, `given` those
    that the caller gives. An encoding by position has no property. `parts`, or `prefix` and `rest`,
    are the encodings inside of a part that is itself a form or in parts.
    """

    property: str = ""
    content_type: str = ""
    style: Style | None = None
    explode: bool | None = None
    allow_reserved: bool = False
    headers: tuple[tuple[str, str], ...] = ()
    given: tuple[Parameter, ...] = ()
    parts: tuple[PartEncoding, ...] = ()
    prefix: tuple[PartEncoding, ...] = ()
    rest: PartEncoding | None = None
    pointer: str = field(default="", compare=False)


def is_multipart(way: PartEncoding) -> bool:
    """Return whether a part is itself in parts."""
    return _media_type(way).startswith("multipart/")


def is_form(way: PartEncoding) -> bool:
    """Return whether a part is itself a form."""
    return _media_type(way) == "application/x-www-form-urlencoded"


def _media_type(way: PartEncoding) -> str:
    return way.content_type.partition(";")[0].partition(",")[0].strip().lower()


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """One media type of a request body or response.

    For `EVENT_STREAM`, `JSON_LINES` and `PART_STREAM`, `type` is the type of one item (an event, a
    line, a part), and `sentinel` the data that ends the stream; in a request it is an array of
    them all.
    For `PARTS`, a multipart body whose parts are known by their position, `type` is an array or a
    tuple; `prefix` says how its first parts are written, `rest` how those that follow.
    `data_is_json` tells whether the `data` of an event is decoded as JSON: the schema of `data`
    is anything but a string.
    """

    media_type: str
    encoding: Encoding
    type: Type
    pointer: str = ""
    examples: tuple[NamedExample, ...] = ()
    parts: tuple[PartEncoding, ...] = ()
    prefix: tuple[PartEncoding, ...] = ()
    rest: PartEncoding = PartEncoding()
    sentinel: str = ""
    data_is_json: bool = True


def received_type(content: Content) -> Type:
    """Return the type of what a reply's content is read as: a stream, the open reply, a text."""
    match content.encoding:
        case Encoding.EVENT_STREAM:
            return Stream(item=content.type)
        case Encoding.JSON_LINES:
            return Stream(item=content.type, kind=StreamKind.LINES)
        case Encoding.PART_STREAM:
            return Stream(item=content.type, kind=StreamKind.PARTS)
        case Encoding.BINARY | Encoding.MULTIPART:
            return RESPONSE
        case Encoding.TEXT | Encoding.FORM | Encoding.XML:
            return STRING
        case Encoding.JSON | Encoding.PARTS:
            return content.type
    assert_never(content.encoding)


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestBody:
    """What an operation sends; `contents` in the order of the document, never empty.

    `examples` are those of the schema of the first content, not of its media type.
    """

    required: bool
    contents: tuple[Content, ...]
    pointer: str = ""
    component: str = ""
    description: str = ""
    examples: tuple[Json, ...] = ()
    name_override: str = ""
