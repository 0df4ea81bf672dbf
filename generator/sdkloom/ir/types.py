"""The types a value can have: a small tree whose only edge into the graph is `Named`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any, NewType, Union

Json = Any
"""A value as JSON has it: None, bool, int, float, str, list or dict."""

SchemaId = NewType("SchemaId", str)
"""The identity of a schema: the JSON pointer of its definition, e.g. `#/components/schemas/Pet`.

A schema that another pass makes out of a definition (the request wrapper of an operation, the
input half of a schema that is split by direction) has the pointer it was made from, `~` and a
word: `#/paths/~1pets/get~request`. No pointer of a document holds a bare `~` followed by a letter.
"""


@dataclass(frozen=True, slots=True)
class Value:
    """A JSON value that is present: tells a `default: null` from no default at all."""

    json: Json


class ScalarKind(Enum):
    """JSON Schema's scalar types."""

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    NULL = "null"


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraints:
    """What JSON Schema says about a scalar's values, an array's length or a map's size.

    `only` is the one value that an enum leaves a boolean.
    """

    minimum: int | float | None = None
    maximum: int | float | None = None
    exclusive_minimum: int | float | None = None
    exclusive_maximum: int | float | None = None
    multiple_of: int | float | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    min_items: int | None = None
    max_items: int | None = None
    unique_items: bool = False
    min_properties: int | None = None
    max_properties: int | None = None
    only: bool | None = None


UNCONSTRAINED = Constraints()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """A string, number, integer, boolean or null.

    `format` is the document's word (`date-time`, `uuid`, `binary`, `byte`, `int64`, ...). Binary
    content is a string of format `binary`.
    """

    kind: ScalarKind
    format: str = ""
    constraints: Constraints = UNCONSTRAINED
    content_encoding: str = ""
    content_media_type: str = ""
    base64_file_input: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Array:
    """A JSON array whose items share one type."""

    items: Type
    constraints: Constraints = UNCONSTRAINED


@dataclass(frozen=True, slots=True, kw_only=True)
class Tuple:
    """A JSON array typed by position (`prefixItems`); `rest` types what follows, None forbids it."""

    prefix: tuple[Type, ...]
    rest: Type | None = None
    constraints: Constraints = UNCONSTRAINED


@dataclass(frozen=True, slots=True, kw_only=True)
class Dictionary:
    """A JSON object without declared properties: any key, one type of values."""

    values: Type
    constraints: Constraints = UNCONSTRAINED


@dataclass(frozen=True, slots=True, kw_only=True)
class Constant:
    """Exactly one JSON scalar (`const`)."""

    value: Json


@dataclass(frozen=True, slots=True)
class Nullable:
    """The type or null; never nested, never around `Anything`."""

    type: Type


@dataclass(frozen=True, slots=True)
class Named:
    """The schema under this identity: an object, an enum, a union, or a recursive alias."""

    schema: SchemaId


@dataclass(frozen=True, slots=True)
class Anything:
    """No restriction: `{}` or `true`."""


@dataclass(frozen=True, slots=True)
class Nothing:
    """No value is valid: `false`."""


class StreamKind(Enum):
    """What a stream's items are: server-sent events, JSON lines, the parts of a multipart reply."""

    EVENTS = "events"
    LINES = "lines"
    PARTS = "parts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """A reply that comes item by item; stands only among the variants of a response schema."""

    item: Type
    kind: StreamKind = StreamKind.EVENTS


@dataclass(frozen=True, slots=True, kw_only=True)
class HttpObject:
    """The http library's own object; stands only in the schemas that we make of replies."""

    name: str
    """`Request`, or `Response`: the reply itself, which may still be open."""


RESPONSE = HttpObject(name="Response")
REQUEST = HttpObject(name="Request")

Type = Union[
    Scalar,
    Array,
    Tuple,
    Dictionary,
    Constant,
    Nullable,
    Named,
    Anything,
    Nothing,
    Stream,
    HttpObject,
]

BINARY = Scalar(kind=ScalarKind.STRING, format="binary")
XML = Scalar(
    kind=ScalarKind.STRING, format="binary", content_media_type="application/xml"
)
"""A document of XML as it is written: bytes, whose encoding it says itself, or a text."""
STRING = Scalar(kind=ScalarKind.STRING)
ANYTHING = Anything()


def without_null(type_: Type) -> Type:
    """Return the type that is not null."""
    return type_.type if isinstance(type_, Nullable) else type_
