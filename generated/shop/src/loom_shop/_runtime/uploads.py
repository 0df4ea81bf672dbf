"""What a request's body is read from: bytes, files, paths, iterators; never held whole.

An upload is read again for every attempt, as far as its sources can be read again.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterable, Mapping
from errno import EISDIR
from inspect import iscoroutinefunction
from stat import S_ISDIR, S_ISREG
from typing import Any, AsyncIterator, Iterable, Iterator, Optional, Union

from .openfiles import can_be_read
from .values import ArgumentError

CHUNK = 1 << 16


class Source:
    """Something that bytes are read from, more than once if it can."""

    length: Optional[int] = None
    repeatable: bool = True

    def chunks(self) -> Iterator[bytes]:
        """Read it from its beginning."""
        raise ArgumentError("an async iterator can only be sent by the async client")

    async def chunks_async(self) -> AsyncIterator[bytes]:
        """Read it from its beginning, from async code."""
        for chunk in self.chunks():
            yield chunk

    def for_client(self, is_async: bool) -> Union[SyncUpload, AsyncUpload]:
        """Return the source as the http client takes it."""
        return AsyncUpload(self) if is_async else SyncUpload(self)


class _Bytes(Source):
    def __init__(self, content: bytes) -> None:
        self.content = content
        self.length = len(content)

    def chunks(self) -> Iterator[bytes]:
        yield self.content


class _Path(Source):
    def __init__(self, path: Any) -> None:
        self.path = path
        found = os.stat(path)
        if S_ISDIR(found.st_mode):
            raise IsADirectoryError(EISDIR, os.strerror(EISDIR), os.fspath(path))
        self.length = found.st_size if S_ISREG(found.st_mode) else None

    def chunks(self) -> Iterator[bytes]:
        with open(self.path, "rb") as file:
            yield from _read(file, self.length)


class _File(Source):
    """A file object, from where it stands to its end."""

    def __init__(self, file: Any) -> None:
        self.file = file
        if getattr(file, "closed", False) is True:
            raise ArgumentError("a file that is closed cannot be sent")
        try:
            self.start = file.tell()
            file.seek(0, os.SEEK_END)
            end = file.tell()
            file.seek(self.start)
            first = file.read(0)
        except (AttributeError, OSError, ValueError):
            self.repeatable = False
            return
        if isinstance(first, bytes):
            self.length = end - self.start

    def chunks(self) -> Iterator[bytes]:
        if self.repeatable:
            self.file.seek(self.start)
        yield from _read(self.file, self.length)


def _read(file: Any, length: Optional[int]) -> Iterator[bytes]:
    """Read a file to its end; what is written to it meanwhile is not of the announced length."""
    left = length
    while chunk := file.read(CHUNK if left is None else min(CHUNK, left)):
        content = _sent(chunk)
        if left is not None:
            left -= len(content)
        yield content


def _sent(chunk: Any) -> bytes:
    """Return a piece of an upload as bytes: a text in UTF-8; nothing else can be sent."""
    if isinstance(chunk, bytes):
        return chunk
    if isinstance(chunk, str):
        try:
            return chunk.encode()
        except UnicodeError as error:
            raise ArgumentError(f"a piece of an upload is no text: {error}") from error
    if isinstance(chunk, (bytearray, memoryview)):
        return bytes(chunk)
    raise ArgumentError(f"a piece of an upload is a {type(chunk).__name__}, not bytes")


class _Iterable(Source):
    def __init__(self, items: Iterable[Any]) -> None:
        self.items = items
        self.repeatable = iter(items) is not items

    def chunks(self) -> Iterator[bytes]:
        for item in self.items:
            yield _sent(item)


class _AsyncIterable(Source):
    repeatable = False

    def __init__(self, items: AsyncIterable[Any]) -> None:
        self.items = items

    async def chunks_async(self) -> AsyncIterator[bytes]:
        async for item in self.items:
            yield _sent(item)


class Sequence(Source):
    """Several sources, one after the other."""

    def __init__(self, sources: list[Source]) -> None:
        self.sources = sources
        lengths = [source.length for source in sources]
        self.length = (
            None if None in lengths else sum(length or 0 for length in lengths)
        )
        self.repeatable = all(source.repeatable for source in sources)

    def chunks(self) -> Iterator[bytes]:
        for source in self.sources:
            yield from source.chunks()

    async def chunks_async(self) -> AsyncIterator[bytes]:
        for source in self.sources:
            async for chunk in source.chunks_async():
                yield chunk


def source_of(value: Any) -> Source:
    """Return the source that a value is read from."""
    if isinstance(value, str):
        return _Bytes(value.encode())
    if isinstance(value, (bytes, bytearray, memoryview)):
        return _Bytes(bytes(value))
    if can_be_read(value) and not iscoroutinefunction(value.read):
        return _File(value)
    if isinstance(value, os.PathLike):
        return _Path(value)
    if isinstance(value, AsyncIterable):
        return _AsyncIterable(value)
    if isinstance(value, Iterable) and not isinstance(value, Mapping):
        return _Iterable(value)
    raise ArgumentError(
        f"a {type(value).__name__} is nothing that bytes can be read from"
    )


def is_file(value: Any) -> bool:
    """Tell whether a value is content of a file rather than a text or a number."""
    held = (bytes, bytearray, memoryview, os.PathLike)
    return isinstance(value, held) or can_be_read(value)


class SyncUpload:
    """A source as the sync http client takes it."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def __iter__(self) -> Iterator[bytes]:
        return self._source.chunks()


class AsyncUpload:
    """A source as the async http client takes it."""

    def __init__(self, source: Source) -> None:
        self._source = source

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self._source.chunks_async()
