"""The parts of forms and multipart bodies, as source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sdkloom.ir.api import Api
from sdkloom.ir.bodies import (
    Content,
    Encoding,
    PartEncoding,
    is_form,
    is_multipart,
)
from sdkloom.ir.schemas import ObjectSchema, UnionSchema
from sdkloom.ir.types import (
    ANYTHING,
    Anything,
    Array,
    Dictionary,
    Named,
    Scalar,
    ScalarKind,
    SchemaId,
    Tuple,
    Type,
    without_null,
)
from sdkloom.targets.python.annotations import is_exact
from sdkloom.targets.python.layout import Code, call, flat, keyword, tuple_of
from sdkloom.targets.python.lazytypes import LazyTypes
from sdkloom.targets.python.literals import text_literal

_MODULE = "._runtime.operation"


def part_items(
    content: Content, types: LazyTypes, *, received: bool = False
) -> Iterator[Code]:
    """Yield what parts by position hold: the first ones, and those that follow.

    Of parts that are `received`, the inner ones with names need to be known as such.
    """
    whole = without_null(content.type)
    if content.encoding is Encoding.PART_STREAM:
        whole = Array(items=content.type)
    yield from _by_position(whole, content.prefix, content.rest, types, received)


def form_items(content: Content, types: LazyTypes) -> Iterator[Code]:
    """Yield how the properties of a form or multipart body are written, where it is not as usual."""
    if content.encoding not in (Encoding.FORM, Encoding.MULTIPART):
        return
    of_text = content.encoding is Encoding.FORM
    parts = _by_name(content.type, content.parts, types, of_text=of_text)
    if parts:
        yield keyword("parts", tuple_of(parts))
    arrays = types.scope.settings.python.multipart_array_format
    if not of_text and arrays != "standard":
        yield keyword("array_names", text_literal(arrays))


def _by_position(
    whole: Type,
    prefix: tuple[PartEncoding, ...],
    rest: PartEncoding,
    types: LazyTypes,
    received: bool,
) -> Iterator[Code]:
    first: list[tuple[Type, PartEncoding]] = []
    further: Type = ANYTHING
    if isinstance(whole, Tuple):
        ways = (*prefix, *(rest for _ in whole.prefix))
        first = list(zip(whole.prefix, ways, strict=False))
        further = ANYTHING if whole.rest is None else whole.rest
    elif isinstance(whole, Array):
        further = whole.items
    usual = _part(ANYTHING, PartEncoding(), types, received)
    parts = [_part(type_, way, types, received) for type_, way in first]
    if any(part != usual for part in parts):
        yield keyword("prefix", tuple_of(parts))
    last = _part(further, rest, types, received)
    if last != usual:
        yield keyword("rest", last)
    if is_exact(whole):
        yield keyword("length", str(len(first)))


def _by_name(
    whole: Type, ways: tuple[PartEncoding, ...], types: LazyTypes, *, of_text: bool
) -> list[Code]:
    encodings = {one.property: one for one in ways}
    found: list[Code] = []
    for name, type_ in _property_types(whole, types.scope.api).items():
        inner, way = _item(type_), encodings.get(name, PartEncoding())
        if not of_text:
            way = _with_default(way, inner)
        is_a_file = not of_text and is_file(type_, types.scope.api)
        if is_a_file or name in encodings or way.content_type:
            items = list(_part_items(inner, way, types))
            if isinstance(without_null(type_), Array) and _is_raw(inner, way, types):
                items.insert(1, keyword("many", "True"))
            named = keyword("name", text_literal(name))
            found.append(call(types.use(_MODULE, "Part"), named, *items))
    return found


def _is_raw(inner: Type, way: PartEncoding, types: LazyTypes) -> bool:
    """Return whether a part's value is not validated before it is written."""
    return is_file(inner, types.scope.api) or _is_nested(way)


def _with_default(way: PartEncoding, type_: Type) -> PartEncoding:
    """Return an encoding with the media type that a part has if the document names none.

    The others are those of the values themselves, without being said.
    """
    bare = without_null(type_)
    if not isinstance(bare, Scalar) or not bare.content_encoding:
        return way
    is_styled = way.style is not None or way.explode is not None
    if way.content_type or is_styled or bare.kind is not ScalarKind.STRING:
        return way
    return replace(way, content_type="application/octet-stream")


def _item(type_: Type) -> Type:
    """Return the type of one part of a property: each item of an array is one."""
    bare = without_null(type_)
    return bare.items if isinstance(bare, Array) else bare


def _part(
    type_: Type, way: PartEncoding, types: LazyTypes, received: bool = False
) -> Code:
    way = _with_default(way, type_)
    items = [keyword("name", '""'), *_part_items(type_, way, types, received)]
    is_typed = any(item.startswith("type=") for item in map(flat, items))
    is_named = received and not _holds_parts(type_, way)
    is_whole = is_named or not _is_nested(way)
    is_plain = is_whole and not is_file(type_, types.scope.api)
    has_headers = headers_of(type_, types.scope.api) is not None
    if not is_typed and not isinstance(type_, Anything) and (is_plain or has_headers):
        items.append(keyword("type", types.lazy(type_)))
    return call(types.use(_MODULE, "Part"), *items)


def _part_items(
    type_: Type, way: PartEncoding, types: LazyTypes, received: bool = False
) -> Iterator[Code]:
    api = types.scope.api
    holder = headers_of(type_, api)
    is_a_file = is_file(type_, api) and not _holds_parts(type_, way)
    if is_a_file:
        yield keyword("file", "True")
    if way.content_type:
        yield keyword("content_type", text_literal(way.content_type))
    if way.style is not None:
        yield keyword("style", text_literal(way.style.value))
    if way.explode is not None:
        yield keyword("explode", str(way.explode))
    if way.allow_reserved:
        yield keyword("allow_reserved", "True")
    if way.headers:
        pairs = [tuple_of(map(text_literal, pair)) for pair in way.headers]
        yield keyword("headers", tuple_of(pairs))
    if holder is not None:
        yield keyword("given", tuple_of(_given(way, holder, types)))
    if _is_nested(way) and not is_a_file:
        inner = type_ if holder is None else _property_types(type_, api)["content"]
        yield from _nested_items(without_null(inner), way, types, received)


def received_parts(
    whole: Type, ways: tuple[PartEncoding, ...], types: LazyTypes
) -> list[Code]:
    """Return how each property of a form in a part is read, where it is not as usual.

    Usual is a text. An object is JSON unless its part says something else.
    """
    api = types.scope.api
    encodings = {one.property: one for one in ways}
    found: list[Code] = []
    for name, type_ in _property_types(whole, api).items():
        inner, way = _item(type_), encodings.get(name, PartEncoding())
        is_many = isinstance(without_null(type_), Array) and not _is_json(way)
        if not way.content_type and _is_json_by_type(inner, api):
            way = replace(way, content_type="application/json")
        items = list(_part_items(inner, way, types, received=True))
        if is_many:
            items.append(keyword("many", "True"))
        if is_file(inner, api) and isinstance(without_null(inner), Named):
            items.append(keyword("described", "True"))
        if items:
            named = keyword("name", text_literal(name))
            found.append(call(types.use(_MODULE, "Part"), named, *items))
    return found


def _is_json(way: PartEncoding) -> bool:
    return "json" in way.content_type


def _is_json_by_type(type_: Type, api: Api) -> bool:
    bare = without_null(type_)
    if isinstance(bare, Named):
        is_object = isinstance(api.schemas.get(bare.schema), ObjectSchema)
        return is_object and not is_file(bare, api)
    return isinstance(bare, (Array, Tuple, Dictionary))


def _is_nested(way: PartEncoding) -> bool:
    return is_multipart(way) or is_form(way)


def _holds_parts(type_: Type, way: PartEncoding) -> bool:
    return is_multipart(way) and isinstance(without_null(type_), (Array, Tuple))


def _nested_items(
    inner: Type, way: PartEncoding, types: LazyTypes, received: bool
) -> Iterator[Code]:
    if _holds_parts(inner, way):
        rest = way.rest or PartEncoding()
        yield from _by_position(inner, way.prefix, rest, types, received)
    elif received and (way.prefix or way.rest is not None):
        whole = Array(items=ANYTHING)
        rest = way.rest or PartEncoding()
        yield from _by_position(whole, way.prefix, rest, types, received)
    elif received:
        yield keyword("named", "True")
        parts = received_parts(inner, way.parts, types)
        if parts:
            yield keyword("parts", tuple_of(parts))
    elif isinstance(inner, Named):
        parts = _by_name(inner, way.parts, types, of_text=is_form(way))
        if parts:
            yield keyword("parts", tuple_of(parts))
        yield keyword("type", types.lazy(inner))


def headers_of(type_: Type, api: Api) -> ObjectSchema | None:
    """Return the object that holds the headers of a part, None if nobody gives any."""
    owner = type_.schema if isinstance(type_, Named) else ""
    inner = _property_types(type_, api).get("headers")
    if not isinstance(inner, Named) or inner.schema != f"{owner}~headers":
        return None
    schema = api.schemas.get(inner.schema)
    return schema if isinstance(schema, ObjectSchema) else None


def _given(way: PartEncoding, holder: ObjectSchema, types: LazyTypes) -> Iterator[Code]:
    names = {one.name for one in holder.properties}
    for one in way.given:
        if one.name not in names:
            continue
        items = [keyword("name", text_literal(one.name))]
        argument = types.scope.names.field(holder.id, one.name)
        if argument != one.name:
            items.append(keyword("argument", text_literal(argument)))
        items.append(keyword("location", '"header"'))
        if one.content_media_type:
            items.append(keyword("media_type", text_literal(one.content_media_type)))
        if one.explode:
            items.append(keyword("explode", "True"))
        if one.required:
            items.append(keyword("required", "True"))
        yield call(types.use(_MODULE, "Parameter"), *items)


def _property_types(type_: Type, api: Api) -> dict[str, Type]:
    """The types of an object's properties, or of those of all members of a union."""
    found: dict[str, Type] = {}
    seen: set[SchemaId] = set()
    waiting = [without_null(type_)]
    while waiting:
        bare = waiting.pop(0)
        if not isinstance(bare, Named) or bare.schema in seen:
            continue
        seen.add(bare.schema)
        schema = api.schemas.get(bare.schema)
        if isinstance(schema, ObjectSchema):
            for one in schema.properties:
                found.setdefault(one.name, one.type)
        elif isinstance(schema, UnionSchema):
            waiting.extend(map(without_null, schema.variants))
    return found


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
