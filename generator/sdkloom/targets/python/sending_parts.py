"""The parts of forms and multipart bodies, as source."""

from __future__ import annotations

from collections.abc import Iterator

from sdkloom.ir.api import Api
from sdkloom.ir.bodies import Content, Encoding, PartEncoding
from sdkloom.ir.schemas import ObjectSchema
from sdkloom.ir.types import (
    ANYTHING,
    Anything,
    Array,
    Named,
    Scalar,
    Tuple,
    Type,
    without_null,
)
from sdkloom.targets.python.layout import Code, call, keyword, tuple_of
from sdkloom.targets.python.lazytypes import LazyTypes
from sdkloom.targets.python.literals import text_literal

_MODULE = "._runtime.operation"


def part_items(content: Content, types: LazyTypes) -> Iterator[Code]:
    """Yield what parts by position hold: the first ones, and those that follow."""
    whole = without_null(content.type)
    first: list[tuple[Type, PartEncoding]] = []
    further: Type = whole
    if isinstance(whole, Tuple):
        ways = (*content.prefix, *(content.rest for _ in whole.prefix))
        first = list(zip(whole.prefix, ways, strict=False))
        further = ANYTHING if whole.rest is None else whole.rest
    elif isinstance(whole, Array) and content.encoding is Encoding.PARTS:
        further = whole.items
    parts = [_part(type_, way, types) for type_, way in first]
    if any(part != _part(ANYTHING, PartEncoding(), types) for part in parts):
        yield keyword("prefix", tuple_of(parts))
    last = _part(further, content.rest, types)
    if last != _part(ANYTHING, PartEncoding(), types):
        yield keyword("rest", last)


def _part(type_: Type, way: PartEncoding, types: LazyTypes) -> Code:
    is_bytes = is_file(type_, types.scope.api)
    items = [keyword("name", '""'), *_part_items(is_bytes, way)]
    if not is_bytes and not isinstance(type_, Anything):
        items.append(keyword("type", types.lazy(type_)))
    return call(types.use(_MODULE, "Part"), *items)


def form_items(content: Content, types: LazyTypes) -> Iterator[Code]:
    """Yield how the properties of a form or multipart body are written, where it is not as usual."""
    parts = _parts(content, types)
    if parts:
        yield keyword("parts", tuple_of(parts))
    arrays = types.scope.settings.python.multipart_array_format
    if content.encoding is Encoding.MULTIPART and arrays != "standard":
        yield keyword("array_names", text_literal(arrays))


def _parts(content: Content, types: LazyTypes) -> list[Code]:
    if content.encoding not in (Encoding.FORM, Encoding.MULTIPART):
        return []
    encodings = {one.property: one for one in content.parts}
    properties = _property_types(content.type, types.scope.api)
    files = {
        name
        for name, type_ in properties.items()
        if content.encoding is Encoding.MULTIPART and is_file(type_, types.scope.api)
    }
    names = [name for name in properties if name in files or name in encodings]
    return [
        call(
            types.use(_MODULE, "Part"),
            keyword("name", text_literal(name)),
            *_part_items(name in files, encodings.get(name)),
        )
        for name in names
    ]


def _part_items(is_a_file: bool, encoding: PartEncoding | None) -> Iterator[Code]:
    if is_a_file:
        yield keyword("file", "True")
    if encoding is None:
        return
    if encoding.content_type:
        yield keyword("content_type", text_literal(encoding.content_type))
    if encoding.style is not None:
        yield keyword("style", text_literal(encoding.style.value))
    if encoding.explode is not None:
        yield keyword("explode", str(encoding.explode))
    if encoding.allow_reserved:
        yield keyword("allow_reserved", "True")
    if encoding.headers:
        pairs = [tuple_of(map(text_literal, pair)) for pair in encoding.headers]
        yield keyword("headers", tuple_of(pairs))


def _property_types(type_: Type, api: Api) -> dict[str, Type]:
    bare = without_null(type_)
    schema = api.schemas.get(bare.schema) if isinstance(bare, Named) else None
    if not isinstance(schema, ObjectSchema):
        return {}
    return {one.name: one.type for one in schema.properties}


def is_file(type_: Type, api: Api) -> bool:
    """Return whether a property of a multipart body is a file, or an array of files."""
    bare = without_null(type_)
    if isinstance(bare, Array):
        return is_file(bare.items, api)
    if isinstance(bare, Scalar):
        return bare.format == "binary"
    if isinstance(bare, Named):
        schema = api.schemas.get(bare.schema)
        return isinstance(schema, ObjectSchema) and any(
            one.name == "content" and is_file(one.type, api)
            for one in schema.properties
        )
    return False
