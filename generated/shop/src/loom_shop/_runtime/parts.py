"""Multipart bodies whose parts are known by their position: written item by item."""

from __future__ import annotations

import os
from typing import Any, AsyncIterator, Callable, Iterable, Iterator, Mapping, Optional

from .bodies import BodyWriter, Payload, value_reader
from .multipart import content_of, head_of, media_type_of
from .operation import Body, Part
from .unset import UNSET
from .uploads import Sequence, Source, is_file, source_of
from .values import field_text, json_text, scalar_text

Framed = Callable[[Any, int], "list[Source]"]
"""Makes the sources of a part of a value and its position."""


def parts_writer(body: Body) -> BodyWriter:
    """Return the function that makes a body of parts of the items of an argument.

    The items of a list are the parts; those of an iterator, of either kind, are taken from it
    while the request is sent, so that such a request is sent once.
    """
    value_of = value_reader(body)
    media_type = media_type_of(body)

    def content(arguments: Mapping[str, Any]) -> Optional[Payload]:
        items = value_of(arguments)
        if items is UNSET:
            return None
        boundary = os.urandom(16).hex()
        framed = _framer(body, media_type, boundary)
        end = f"--{boundary}--\r\n"
        whole: Source
        if hasattr(items, "__aiter__"):
            whole = source_of(_chunks_async(items, framed, end))
        elif hasattr(items, "__next__"):
            whole = source_of(_chunks(items, framed, end))
        else:
            sources = [one for at, item in enumerate(items) for one in framed(item, at)]
            whole = Sequence([*sources, source_of(end)])
        return whole, f"{media_type}; boundary={boundary}"

    return content


def _chunks(items: Iterable[Any], framed: Framed, end: str) -> Iterator[bytes]:
    for at, item in enumerate(items):
        yield from Sequence(framed(item, at)).chunks()
    yield end.encode()


async def _chunks_async(items: Any, framed: Framed, end: str) -> AsyncIterator[bytes]:
    at = 0
    async for item in items:
        async for chunk in Sequence(framed(item, at)).chunks_async():
            yield chunk
        at += 1
    yield end.encode()


def _framer(body: Body, media_type: str, boundary: str) -> Framed:
    # RFC 7578, 4.2: each part of a form says so; in other types a part without a name says nothing.
    disposition = "form-data" if media_type.endswith("/form-data") else ""

    def framed(value: Any, at: int) -> list[Source]:
        part = body.prefix[at] if at < len(body.prefix) else body.rest or Part(name="")
        file_name, kind, content = _content(_checked(value, part), part)
        own = disposition or ("attachment" if file_name else "")
        head = head_of(boundary, own, "", file_name, kind, part.headers)
        return [head, content, source_of("\r\n")]

    return framed


def _checked(value: Any, part: Part) -> Any:
    """Return a part's value as JSON has it; a file stays one."""
    if part.file or part.type is None or is_file(value):
        return value
    from .models import adapter_for

    adapter = adapter_for(part.type())
    return adapter.dump_python(
        adapter.validate_python(value), mode="json", by_alias=True
    )


def _content(value: Any, part: Part) -> tuple[str, str, Source]:
    """Return a part's file name, media type and content."""
    if part.file or is_file(value):
        return content_of(value, part.content_type)
    declared = media_type_of(part)
    if scalar_text(value) is None or "json" in declared:
        return "", declared or "application/json", source_of(json_text(value))
    return "", declared, source_of(field_text(value))
