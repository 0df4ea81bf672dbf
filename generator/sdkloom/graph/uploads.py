"""Files in multipart bodies: a part's content goes with its name and its media type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sdkloom.graph.contents import means_files
from sdkloom.graph.identities import part_id
from sdkloom.graph.origins import below
from sdkloom.graph.reading import Reading
from sdkloom.ir.bodies import Encoding
from sdkloom.ir.operations import Operation
from sdkloom.ir.schemas import ObjectSchema, Origin, OriginKind, Property
from sdkloom.ir.types import (
    BINARY,
    STRING,
    Anything,
    Array,
    Named,
    Nullable,
    Scalar,
    ScalarKind,
    SchemaId,
    Type,
    without_null,
)


def make_uploads(reading: Reading, operations: Sequence[Operation]) -> None:
    """Type each binary property of a multipart body as a file: name, content, media type."""
    for operation in operations:
        for content in operation.body.contents if operation.body else ():
            if content.encoding is not Encoding.MULTIPART:
                continue
            inner = without_null(content.type)
            schema = (
                reading.schemas.get(inner.schema) if isinstance(inner, Named) else None
            )
            if isinstance(schema, ObjectSchema):
                ways = {part.property: part.content_type for part in content.parts}
                properties = tuple(
                    _with_file(reading, one, schema, ways.get(one.name, ""))
                    for one in schema.properties
                )
                reading.schemas[schema.id] = replace(schema, properties=properties)


def _with_file(
    reading: Reading, one: Property, owner: ObjectSchema, content_type: str
) -> Property:
    origin = below(owner.origin, OriginKind.PROPERTY, one.name, parent=owner.id)
    id = part_id(SchemaId(one.pointer or owner.id), "file")
    type_ = _file_type(reading, _as_binary(one.type, content_type), id, origin)
    return one if type_ == one.type else replace(one, type=type_)


def _as_binary(type_: Type, content_type: str) -> Type:
    """Return binary content where a schema says it as JSON Schema 2020-12 does: by media type.

    That is `contentMediaType` without an encoding, or no schema and the Encoding Object's type.
    """
    match type_:
        case Array():
            return replace(type_, items=_as_binary(type_.items, content_type))
        case Anything() if means_files(content_type):
            return BINARY
        case Scalar(kind=ScalarKind.STRING, format="", content_encoding=""):
            return BINARY if means_files(type_.content_media_type) else type_
    return type_


def _file_type(reading: Reading, type_: Type, id: SchemaId, origin: Origin) -> Type:
    match type_:
        case Nullable():
            inner = _file_type(reading, type_.type, id, origin)
            return type_ if inner is type_.type else Nullable(inner)
        case Array():
            item = below(origin, OriginKind.ITEM)
            items = _file_type(reading, type_.items, id, item)
            return type_ if items is type_.items else replace(type_, items=items)
        case Scalar(format="binary"):
            reading.schemas[id] = ObjectSchema(
                id=id, origin=origin, properties=_PROPERTIES
            )
            return Named(id)
    return type_


_PROPERTIES = (
    Property(name="fileName", type=STRING, required=True),
    Property(name="content", type=BINARY, required=True),
    Property(name="Content-Type", type=STRING, required=False),
)
