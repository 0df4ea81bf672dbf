"""Multipart bodies whose parts are known by their position: written item by item."""

from __future__ import annotations

import os
from typing import (
    Any,
    AsyncIterator,
    Callable,
    Iterable,
    Iterator,
    Mapping,
    Optional,
    Union,
)

from .bodies import BodyWriter, Payload, value_reader
from .multipart import head_of, media_type_of, written
from .operation import Body, Part
from .properties import is_nested
from .unset import UNSET
from .uploads import Sequence, Source, is_file, source_of
from .values import ArgumentError, unfit, with_files

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
        return None if items is UNSET else placed_parts(items, body, media_type)

    return content


def placed_parts(
    items: Any, described: Union[Body, Part], media_type: str
) -> tuple[Source, str]:
    """Return parts in the order of items, and their media type with its boundary."""
    boundary = os.urandom(16).hex()
    framed = _framer(described, media_type, boundary)
    end = f"--{boundary}--\r\n"
    whole: Source
    if hasattr(items, "__aiter__"):
        whole = source_of(_chunks_async(items, framed, end))
    elif hasattr(items, "__next__"):
        whole = source_of(_chunks(items, framed, end))
    else:
        if isinstance(items, (str, bytes, Mapping)):
            raise ArgumentError(f"a {type(items).__name__} is no list of parts")
        found = list(items)
        if described.length not in (0, len(found)):
            raise ArgumentError(f"{len(found)} parts are not {described.length}")
        sources = [one for at, item in enumerate(found) for one in framed(item, at)]
        whole = Sequence([*sources, source_of(end)])
    return whole, f"{media_type}; boundary={boundary}"


def _chunks(items: Iterable[Any], framed: Framed, end: str) -> Iterator[bytes]:
    for at, item in enumerate(items):
        yield from _framed_on_the_way(framed, item, at).chunks()
    yield end.encode()


async def _chunks_async(items: Any, framed: Framed, end: str) -> AsyncIterator[bytes]:
    at = 0
    async for item in items:
        async for chunk in _framed_on_the_way(framed, item, at).chunks_async():
            yield chunk
        at += 1
    yield end.encode()


def _framed_on_the_way(framed: Framed, item: Any, at: int) -> Source:
    try:
        return Sequence(framed(item, at))
    except ValueError as error:  # which is not the iterator's own
        raise unfit(error) from error


def _framer(described: Union[Body, Part], media_type: str, boundary: str) -> Framed:
    # RFC 7578, 4.2: each part of a form says so; in other types a part without a name says nothing.
    disposition = "form-data" if media_type.endswith("/form-data") else ""
    prefix, rest = described.prefix, described.rest or Part(name="")

    def framed(value: Any, at: int) -> list[Source]:
        part = prefix[at] if at < len(prefix) else rest
        file_name, kind, headers, content = written(_checked(value, part), part)
        own = disposition or ("attachment" if file_name else "")
        head = head_of(boundary, own, "", file_name, kind, headers)
        return [head, content, source_of("\r\n")]

    return framed


def _checked(value: Any, part: Part) -> Any:
    """Return a part's value as JSON has it; a file stays one, and so does what holds files."""
    if part.file or part.type is None or is_file(value) or is_nested(part):
        return value
    from .models import adapter_for

    adapter = adapter_for(part.type())

    def checked(given: Any) -> Any:
        return adapter.dump_python(
            adapter.validate_python(given), mode="json", by_alias=True
        )

    return with_files(checked, value)
