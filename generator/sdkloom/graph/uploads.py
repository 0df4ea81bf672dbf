"""Files in multipart bodies: a part's content goes with its name and its media type."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sdkloom.graph.identities import part_id
from sdkloom.graph.mediatypes import means_files
from sdkloom.graph.origins import below
from sdkloom.graph.parttypes import (
    FILE_NAME,
    MEDIA_TYPE,
    content_type,
    headers_property,
    part_object,
)
from sdkloom.graph.reading import Reading
from sdkloom.ir.bodies import Content, Encoding, PartEncoding, is_multipart
from sdkloom.ir.operations import Operation
from sdkloom.ir.schemas import ObjectSchema, OriginKind, Property
from sdkloom.ir.types import (
    BINARY,
    Array,
    Named,
    Nullable,
    Scalar,
    ScalarKind,
    SchemaId,
    Tuple,
    Type,
    without_null,
)
from sdkloom.ir.walk import named_in, reachable

_USUAL = PartEncoding()


def make_uploads(reading: Reading, operations: Sequence[Operation]) -> None:
    """Type each binary property of a multipart body as a file: name, content, media type.

    A part with headers that the caller gives has them beside its content.
    """
    forms = _Forms(reading, operations)
    for operation in operations:
        for content in operation.body.contents if operation.body else ():
            if content.encoding is Encoding.MULTIPART:
                _with_files(forms, content.type, content.parts)
            elif content.encoding is Encoding.PARTS:
                for type_, way in _by_position(content.type, content):
                    _inside(forms, type_, way)


class _Forms:
    """The multipart bodies of a document, among all that it sends and receives."""

    def __init__(self, reading: Reading, operations: Sequence[Operation]) -> None:
        self.reading = reading
        self.operations = operations

    def are_all(self, id: SchemaId) -> bool:
        """Return whether nothing but a multipart body holds a schema."""
        return not any(
            id in reachable(self.reading.schemas, named_in([content.type]))
            for content in self._contents()
            if content.encoding not in (Encoding.MULTIPART, Encoding.PARTS)
        )

    def _contents(self) -> Iterator[Content]:
        for operation in self.operations:
            yield from operation.body.contents if operation.body else ()
            for response in operation.responses:
                yield from response.contents


def _by_position(
    type_: Type, around: Content | PartEncoding
) -> list[tuple[Type, PartEncoding]]:
    """Return the types of parts by position, each with how it is written."""
    rest = around.rest or _USUAL
    if isinstance(type_, Array):
        return [(type_.items, rest)]
    if not isinstance(type_, Tuple):
        return []
    ways = (*around.prefix, *(rest for _ in type_.prefix[len(around.prefix) :]))
    further = [] if type_.rest is None else [(type_.rest, rest)]
    return [*zip(type_.prefix, ways, strict=False), *further]


def _inside(forms: _Forms, type_: Type, way: PartEncoding) -> None:
    """Find the files in a part that is itself in parts."""
    if not is_multipart(way):
        return
    for inner, deeper in _by_position(type_, way):
        _inside(forms, inner, deeper)
    _with_files(forms, type_, way.parts)


def _with_files(forms: _Forms, type_: Type, parts: tuple[PartEncoding, ...]) -> None:
    reading = forms.reading
    inner = without_null(type_)
    schema = reading.schemas.get(inner.schema) if isinstance(inner, Named) else None
    if isinstance(schema, ObjectSchema):
        ways = {part.property: part for part in parts}
        properties = tuple(
            _with_file(forms, one, schema, ways.get(one.name, _USUAL))
            for one in schema.properties
        )
        reading.schemas[schema.id] = replace(schema, properties=properties)


def _with_file(
    forms: _Forms, one: Property, owner: ObjectSchema, way: PartEncoding
) -> Property:
    given = tuple(
        # Every part of a form says its name itself.
        item
        for item in way.given
        if item.name.lower() != "content-disposition"
    )
    type_ = _PartOf(forms, one, owner, replace(way, given=given)).typed(one.type)
    return one if type_ == one.type else replace(one, type=type_)


class _PartOf:
    """One property of a multipart body, and how it is written."""

    def __init__(
        self, forms: _Forms, one: Property, owner: ObjectSchema, way: PartEncoding
    ) -> None:
        self.forms = forms
        self.reading = forms.reading
        self.owner = owner
        self.way = way
        self.origin = below(
            owner.origin, OriginKind.PROPERTY, one.name, parent=owner.id
        )
        self.id = part_id(SchemaId(one.pointer or owner.id), "file")
        self.object_id = part_id(SchemaId(one.pointer or owner.id), "part")
        self.object_origin = below(
            owner.origin, OriginKind.PROPERTY, f"{one.name}-part", parent=owner.id
        )

    def typed(self, type_: Type, *, is_item: bool = False) -> Type:
        """Return the type of the property; each item of an array is a part."""
        if isinstance(type_, Nullable):
            inner = self.typed(type_.type, is_item=is_item)
            return type_ if inner is type_.type else Nullable(inner)
        if isinstance(type_, Array) and not (is_item and is_multipart(self.way)):
            self.origin = below(self.origin, OriginKind.ITEM)
            items = self.typed(type_.items, is_item=True)
            return type_ if items is type_.items else replace(type_, items=items)
        return self._part(type_)

    def _part(self, type_: Type) -> Type:
        if isinstance(type_, Named) and type_.schema in (self.id, self.object_id):
            self._say_unsent(type_.schema)
            return type_  # by another operation with the same schema
        found = content_type(self.reading, type_, self.way, self.origin)
        _inside(self.forms, found, self.way)
        if _is_binary(found):
            return self._file()
        is_needed = any(item.required for item in self.way.given)
        if is_needed and self.forms.are_all(self.owner.id):
            return part_object(
                self.reading, found, self.way, self.object_id, self.object_origin
            )
        self._say_unsent(self.object_id)
        return found

    def _say_unsent(self, id: SchemaId) -> None:
        """Name the headers that there is no place for."""
        holder = self.reading.schemas.get(part_id(id, "headers"))
        properties = holder.properties if isinstance(holder, ObjectSchema) else ()
        known = {one.name for one in properties}
        for item in self.way.given:
            if item.name not in known:
                self.reading.diagnostics.degraded(
                    "part-header",
                    item.pointer,
                    (
                        f"the header {item.name!r} of a part is not sent: the schema, which "
                        "is also used otherwise, has no place for it"
                        if item.required
                        else f"the header {item.name!r} of a part is not sent: it is not "
                        "required, and the part has no place for it"
                    ),
                )

    def _file(self) -> Type:
        properties = (
            replace(FILE_NAME, required=True),
            Property(name="content", type=BINARY, required=True),
            MEDIA_TYPE,
            *headers_property(self.reading, self.way, self.id, self.origin),
        )
        self.reading.schemas[self.id] = ObjectSchema(
            id=self.id, origin=self.origin, properties=properties
        )
        return Named(self.id)


def _is_binary(type_: Type) -> bool:
    """Return whether a schema is of binary content, said as JSON Schema 2020-12 does, too.

    That is `contentMediaType` without an encoding.
    """
    match type_:
        case Scalar(format="binary"):
            return True
        case Scalar(kind=ScalarKind.STRING, format="", content_encoding=""):
            return means_files(type_.content_media_type)
    return False
