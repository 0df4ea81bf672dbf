"""Types of parts: files are bytes, and what has headers of its own is an object with them."""

from __future__ import annotations

from dataclasses import replace

from sdkloom.graph.identities import part_id
from sdkloom.graph.mediatypes import means_files
from sdkloom.graph.origins import below
from sdkloom.graph.reading import Reading
from sdkloom.graph.shapes import COMPOSITIONS, shape_of
from sdkloom.ir.bodies import PartEncoding, is_form, is_multipart
from sdkloom.ir.parameters import Parameter
from sdkloom.ir.schemas import ObjectSchema, Origin, OriginKind, Property
from sdkloom.ir.types import (
    ANYTHING,
    BINARY,
    STRING,
    Anything,
    Array,
    Dictionary,
    Named,
    Nullable,
    Scalar,
    ScalarKind,
    SchemaId,
    Tuple,
    Type,
    without_null,
)

_TEXTS = (ScalarKind.STRING, ScalarKind.INTEGER, ScalarKind.NUMBER, ScalarKind.BOOLEAN)


def typed_by_position(
    reading: Reading,
    type_: Type,
    prefix: tuple[PartEncoding, ...],
    rest: PartEncoding,
    origin: Origin,
) -> Type:
    """Return the type of what is in parts by position, its files being bytes."""

    def typed(inner: Type, way: PartEncoding, word: str = "part") -> Type:
        return part_type(reading, inner, way, origin, word)

    if isinstance(type_, Nullable):
        return typed_by_position(reading, type_.type, prefix, rest, origin)
    if isinstance(type_, Array) and not prefix:
        return replace(type_, items=typed(type_.items, rest))
    if isinstance(type_, Array):
        first = tuple(
            typed(type_.items, one, f"part-{at}") for at, one in enumerate(prefix, 1)
        )
        further = typed(type_.items, rest)
        return Tuple(prefix=first, rest=further, constraints=type_.constraints)
    if isinstance(type_, Tuple):
        ways = (*prefix, *(rest for _ in type_.prefix[len(prefix) :]))
        pairs = enumerate(zip(type_.prefix, ways, strict=False), 1)
        return replace(
            type_,
            prefix=tuple(typed(item, way, f"part-{at}") for at, (item, way) in pairs),
            rest=None if type_.rest is None else typed(type_.rest, rest),
        )
    if prefix:
        first = tuple(
            typed(ANYTHING, one, f"part-{at}") for at, one in enumerate(prefix, 1)
        )
        return Tuple(prefix=first, rest=typed(ANYTHING, rest))
    return Array(items=typed(ANYTHING, rest))


def part_type(
    reading: Reading, type_: Type, way: PartEncoding, origin: Origin, word: str = "part"
) -> Type:
    """Return the type of a part; `word` is what an object around it is called.

    What has no schema but a media type of files is bytes.
    """
    found = content_type(reading, type_, way, origin)
    if not way.given:
        return found
    around = below(origin, OriginKind.PROPERTY, word)
    return part_object(
        reading, found, way, part_id(SchemaId(way.pointer), "part"), around
    )


def content_type(
    reading: Reading, type_: Type, way: PartEncoding, origin: Origin
) -> Type:
    """Return the type of what a part holds, its headers aside."""
    if isinstance(type_, Anything) and means_files(way.content_type):
        return BINARY
    is_open = isinstance(type_, Anything)
    if is_multipart(way) and (
        isinstance(type_, (Array, Tuple))
        or (is_open and (way.prefix or way.rest is not None))
    ):
        rest = way.rest or PartEncoding()
        return typed_by_position(reading, type_, way.prefix, rest, origin)
    if is_reply(origin) and (is_multipart(way) or is_form(way)):
        if _has_fields(reading, without_null(type_)):
            _say_unread(reading, way)
            return type_
        reading.diagnostics.degraded(
            "nested-encoding",
            way.pointer,
            "a part of a reply that is a form or multipart, of which no schema names the"
            " fields, is handed over as bytes",
        )
        return BINARY
    return type_


def _has_fields(reading: Reading, type_: Type) -> bool:
    """Return whether a type has room for what comes with a name."""
    if not isinstance(type_, Named):
        return isinstance(type_, Dictionary)
    shape = shape_of(reading.document, reading.document.node(type_.schema))
    return any(map(shape.has, ("properties", "additionalProperties", *COMPOSITIONS)))


def _say_unread(reading: Reading, way: PartEncoding) -> None:
    """Name the headers of inner parts: a property has no place for them."""
    for part in way.parts:
        for header in part.given:
            reading.diagnostics.degraded(
                "part-header",
                header.pointer,
                f"the header {header.name!r} of a part in a part of a reply is not handed"
                " over",
            )


def is_reply(origin: Origin) -> bool:
    """Return whether something is received, not sent."""
    return origin.steps[0][0] is OriginKind.RESPONSE_BODY


def part_object(
    reading: Reading, type_: Type, way: PartEncoding, id: SchemaId, origin: Origin
) -> Type:
    """Return the type of a part whose headers are given beside its content."""
    named = (FILE_NAME, MEDIA_TYPE) if type_ == BINARY else ()
    reading.schemas[id] = ObjectSchema(
        id=id,
        origin=origin,
        properties=(
            *named[:1],
            Property(name="content", type=type_, required=True),
            *named[1:],
            *headers_property(reading, way, id, origin),
        ),
    )
    return Named(id)


def headers_property(
    reading: Reading, way: PartEncoding, owner: SchemaId, origin: Origin
) -> tuple[Property, ...]:
    """Return the property that holds the headers of a part, none where nobody gives one."""
    if not way.given:
        return ()
    id = part_id(owner, "headers")
    reading.schemas[id] = ObjectSchema(
        id=id,
        origin=below(origin, OriginKind.PROPERTY, "headers", parent=owner),
        properties=tuple(_header(one, is_reply(origin)) for one in way.given),
    )
    is_needed = any(one.required for one in way.given)
    return (Property(name="headers", type=Named(id), required=is_needed),)


def _header(one: Parameter, is_received: bool) -> Property:
    # As in replies, a header that is no scalar is handed over as a text.
    is_text = isinstance(one.type, Scalar) and one.type.kind in _TEXTS
    return Property(
        name=one.name,
        type=one.type if is_text or not is_received else STRING,
        required=one.required,
        pointer=one.pointer,
        description=one.description,
        examples=one.examples,
        deprecated=one.deprecated,
    )


FILE_NAME = Property(name="fileName", type=STRING, required=False)
MEDIA_TYPE = Property(name="Content-Type", type=STRING, required=False)
