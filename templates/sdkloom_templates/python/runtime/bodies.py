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
    get_args,
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
    scalar_text,
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


def is_nested(part: Part) -> bool:
    """Tell whether a part is itself a form or multipart."""
    return part.content_type.lower().startswith(
        ("multipart/", "application/x-www-form-urlencoded")
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
    elif part is not None and is_nested(part):
        from .nestedparts import form_of

        text_of = form_of(part)
    return [(name, quote(text_of(item), safe="")) for item in items]


def property_reader(
    body: Body,
) -> Callable[[Mapping[str, Any]], Optional[dict[str, Any]]]:
    """Return the function that gives a form's properties under wire names, as JSON-like values.

    Files are left as they are. Properties that nobody gave are not among them.
    """
    value_of = value_reader(body)
    table = Properties(body.type, body.parts)

    def read(arguments: Mapping[str, Any]) -> Optional[dict[str, Any]]:
        value = value_of(arguments)
        return None if value is UNSET else table.read(value)

    return read


class Properties:
    """The properties of a form's model: how each is validated and written."""

    def __init__(
        self, type_of: Optional[Callable[[], Any]], parts: tuple[Part, ...]
    ) -> None:
        self.raw = {part.name for part in parts if part.file or is_nested(part)}
        model: Any = type_of() if type_of is not None else None
        fields = getattr(model, "__pydantic_fields__", None)
        self.model = model if fields else None
        if fields and not getattr(model, "__pydantic_complete__", True):
            model.model_rebuild()
            fields = model.__pydantic_fields__
        self.fields: dict[str, Any] = dict(fields or {})
        self.wires = {name: field.alias or name for name, field in self.fields.items()}
        self.known = frozenset(self.wires.values())
        self.adapters: dict[str, Any] = {}

    def read(self, value: Any) -> dict[str, Any]:
        """Return the properties of a model or a mapping."""
        given = value
        if self.model is None and not isinstance(value, Mapping):
            given = plain(value)
        if not isinstance(given, Mapping) and not hasattr(given, "__pydantic_fields__"):
            raise ArgumentError(f"a {type(value).__name__} has no properties to send")
        found = self._given(given)
        for name, field in self.fields.items():
            wire = self.wires[name]
            if not field.is_required():
                if wire not in found:
                    found[wire] = field.get_default(call_default_factory=True)
            elif wire not in found:
                raise ArgumentError(f"{name!r} is required")
            elif found[wire] is None and not self._may_be_null(wire, field):
                raise ArgumentError(f"{name!r} is required, and cannot be null")
        return {
            wire: item if wire in self.raw else self._plain(wire, item)
            for wire, item in found.items()
            if item is not None and item is not UNSET
        }

    def _may_be_null(self, wire: str, field: Any) -> bool:
        if wire in self.raw:
            return type(None) in get_args(field.annotation)
        try:
            self._adapter(wire).validate_python(None)
        except ValueError:
            return False
        return True

    def _given(self, value: Any) -> dict[str, Any]:
        if not isinstance(value, Mapping):
            known = (name for name in self.wires if hasattr(value, name))
            given = {name: getattr(value, name) for name in known}
            given.update(getattr(value, "__pydantic_extra__", None) or {})
        else:
            given = dict(value)
        return {self.wires.get(name, str(name)): item for name, item in given.items()}

    def _plain(self, wire: str, value: Any) -> Any:
        """Validate a property, and return it as JSON has it."""
        items = value if isinstance(value, (list, tuple)) else [value]
        if any(map(is_file, items)):
            return value
        if wire not in self.known and scalar_text(value) is not None:
            return value  # pydantic would make null of what is no number
        adapter = self._adapter(wire)

        def written(given: Any) -> Any:
            checked = adapter.validate_python(given)
            return adapter.dump_python(checked, mode="json", by_alias=True)

        return with_files(written, value)

    def _adapter(self, wire: str) -> Any:
        adapter = self.adapters.get(wire)
        if adapter is None:
            from .models import adapter_for

            names = [name for name, alias in self.wires.items() if alias == wire]
            declared = self.fields[names[0]].rebuild_annotation() if names else Any
            adapter = self.adapters[wire] = adapter_for(declared)
        return adapter


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
