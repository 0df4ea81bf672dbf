"""Request bodies: from the arguments of a call to the bytes, or the upload, that is sent."""

from __future__ import annotations

from typing import (
    Any,
    AsyncIterable,
    AsyncIterator,
    Callable,
    Iterable,
    Iterator,
    Mapping,
    Optional,
    Union,
)
from urllib.parse import quote

from .openfiles import can_be_read
from .operation import Body, Part
from .parameters import TRIPLES, styled_pairs
from .unset import UNSET
from .uploads import Source, is_file, source_of
from .values import (
    ArgumentError,
    checked_json,
    field_text,
    json_text,
    plain,
    unfit,
    with_files,
)

Payload = tuple[Union[bytes, Source], str]
"""The content of a request, and its media type."""

BodyWriter = Callable[[Mapping[str, Any]], Optional[Payload]]


def body_writer(body: Body) -> BodyWriter:
    """Return the function that makes a body of a call's arguments; None: there is none."""
    return _WRITERS.get(body.codec, _binary)(body)


def _json(body: Body) -> BodyWriter:
    media_type = body.media_type
    write = _json_serializer(body.type)
    value_of = value_reader(body)

    def content(arguments: Mapping[str, Any]) -> Optional[Payload]:
        value = value_of(arguments)
        if value is UNSET:
            return None
        return checked_json(write(value)), media_type

    return content


def _json_serializer(type_of: Optional[Callable[[], Any]]) -> Callable[[Any], bytes]:
    """Return the function that validates a value and writes it as JSON."""
    if type_of is None:
        return json_text
    from .models import adapter_for

    adapter = adapter_for(type_of())
    validate, dump = adapter.validate_python, adapter.dump_json

    def write(value: Any) -> bytes:
        content: bytes = dump(validate(value), by_alias=True)
        return content

    return lambda value: with_files(write, value)


def value_reader(body: Body) -> Callable[[Mapping[str, Any]], Any]:
    """Return the function that finds the body's value in the arguments, UNSET if there is none."""
    if not body.fields:
        return _whole(body)
    fields = body.fields
    required = body.required

    def flattened(arguments: Mapping[str, Any]) -> Any:
        value = {
            wire: given
            for argument, wire in fields
            if (given := arguments.get(argument, UNSET)) is not UNSET
        }
        if not required and all(given is None for given in value.values()):
            return UNSET
        return value

    return flattened


def _whole(body: Body) -> Callable[[Mapping[str, Any]], Any]:
    argument = body.argument
    required = body.required

    def whole(arguments: Mapping[str, Any]) -> Any:
        value = arguments.get(argument, UNSET)
        if value is UNSET and required:
            raise ArgumentError(f"{argument!r} is required")
        return UNSET if value is None and not required else value

    return whole


# --- form -----------------------------------------------------------------------------------


def _form(body: Body) -> BodyWriter:
    properties = property_reader(body)
    encodings = {part.name: part for part in body.parts}

    def content(arguments: Mapping[str, Any]) -> Optional[Payload]:
        values = properties(arguments)
        if values is None:
            return None
        return form_text(values, encodings).encode(), body.media_type

    return content


def form_text(values: Mapping[str, Any], encodings: Mapping[str, Part]) -> str:
    """Return the text of a form whose properties are written as their encodings say."""
    return "&".join(
        f"{quote(name, safe='')}={text}"
        for key, value in values.items()
        for name, text in form_pairs(key, value, encodings.get(key))
    )


def form_pairs(name: str, value: Any, part: Optional[Part]) -> list[tuple[str, str]]:
    """Return the pairs of one property of a form, with escaped values.

    With a style it is written as a query parameter is. Otherwise arrays repeat their name for
    each item, whatever that is written as (OpenAPI 3.2, Encoding By Name), scalars are texts, and
    everything else is JSON, or a form of its own.
    """
    if part is not None and (part.style or part.explode is not None):
        style = part.style or "form"
        explode = style == "form" if part.explode is None else part.explode
        safe = ":/?[]@!$'()*,;" if part.allow_reserved else ""
        pairs = styled_pairs(name, plain(value), style, explode, safe)
        if not safe:
            return pairs
        return [(key, TRIPLES("%", text)) for key, text in pairs]
    if can_be_read(value):
        raise ArgumentError(f"{name!r} is a file, for which a form has no place")
    items = value if isinstance(value, list) else [value]
    text_of: Callable[[Any], Union[str, bytes]] = field_text
    if part is not None and "json" in part.content_type:
        text_of = json_text
    elif part is not None:
        from .properties import is_nested

        if is_nested(part):
            from .nestedparts import form_of

            text_of = form_of(part)
    return [(name, quote(text_of(item), safe="")) for item in items]


def property_reader(
    body: Body,
) -> Callable[[Mapping[str, Any]], Optional[dict[str, Any]]]:
    """Return the function that gives a form's properties under wire names, as JSON-like values.

    Files are left as they are. Properties that nobody gave are not among them.
    """
    from .properties import table_of

    value_of = value_reader(body)
    table = table_of(body.type, body.parts)

    def read(arguments: Mapping[str, Any]) -> Optional[dict[str, Any]]:
        value = value_of(arguments)
        return None if value is UNSET else table.read(value)

    return read


# --- text, binary, JSON lines ---------------------------------------------------------------


def _text(body: Body) -> BodyWriter:
    value_of = value_reader(body)
    media_type = "text/plain" if "*" in body.media_type else body.media_type

    def content(arguments: Mapping[str, Any]) -> Optional[Payload]:
        value = value_of(arguments)
        if value is UNSET:
            return None
        if value is None:
            raise ArgumentError("None is no text that can be sent")
        if isinstance(value, (bytes, bytearray)):
            return bytes(value), media_type
        if is_file(value) or hasattr(value, "__next__") or hasattr(value, "__anext__"):
            return source_of(value), media_type
        return field_text(value).encode(), media_type

    return content


def _binary(body: Body) -> BodyWriter:
    value_of = value_reader(body)
    media_type = body.media_type
    if "*" in media_type:
        media_type = "application/octet-stream"

    def content(arguments: Mapping[str, Any]) -> Optional[Payload]:
        value = value_of(arguments)
        if value is UNSET:
            return None
        if type(value) is bytes:
            return value, media_type
        return source_of(value), media_type

    return content


def _json_lines(body: Body) -> BodyWriter:
    value_of = value_reader(body)
    write = _json_serializer(body.type)
    begin = b"\x1e" if "json-seq" in body.media_type else b""  # RFC 7464

    def content(arguments: Mapping[str, Any]) -> Optional[Payload]:
        items = value_of(arguments)
        if items is UNSET:
            return None
        is_one = isinstance(items, (str, Mapping)) or is_file(items)
        if is_one or not isinstance(items, (Iterable, AsyncIterable)):
            raise ArgumentError(f"a {type(items).__name__} is no list of items")
        if isinstance(items, AsyncIterable):
            return source_of(_lines_async(items)), body.media_type
        if isinstance(items, (list, tuple)):
            return b"".join(line(item) for item in items), body.media_type
        return source_of(_lines(items)), body.media_type

    def line(item: Any) -> bytes:
        return begin + checked_json(write(item)) + b"\n"

    def _lines(items: Iterable[Any]) -> Iterator[bytes]:
        for item in items:
            yield line_on_the_way(item)

    async def _lines_async(items: Any) -> AsyncIterator[bytes]:
        async for item in items:
            yield line_on_the_way(item)

    def line_on_the_way(item: Any) -> bytes:
        try:
            return line(item)
        except ValueError as error:  # which is not the iterator's own
            raise unfit(error) from error

    return content


def _multipart(body: Body) -> BodyWriter:
    from .multipart import multipart_writer

    return multipart_writer(body)


def _positional(body: Body) -> BodyWriter:
    from .parts import parts_writer

    return parts_writer(body)


_WRITERS: dict[str, Callable[[Body], BodyWriter]] = {
    "json": _json,
    "form": _form,
    "multipart": _multipart,
    "parts": _positional,
    "text": _text,
    "xml": _text,
    "binary": _binary,
    "json-lines": _json_lines,
}
