"""JSON lines as iterators of typed values, sync and async."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Any,
    AsyncGenerator,
    Callable,
    Generator,
    Optional,
    TypeVar,
)

from .streams import AsyncStream, Failure, SyncStream, chunks_of, chunks_of_async

if TYPE_CHECKING:
    import httpx

T = TypeVar("T", covariant=True)

Decoder = Callable[[bytes], Any]
"""Makes a value of a line."""


def unless_cut(decode: Decoder) -> Decoder:
    """Refuse a text whose end is in no way its end: `12` may be half of `123` (RFC 7464, 2.4)."""

    def read(text: bytes) -> Any:
        if text[-1:] not in b'}]" \t\r\n':
            raise ValueError("the text was cut short")
        return decode(text)

    return read


class _Lines:
    """Chunks go in, lines come out; empty lines are none, and the last needs no line end.

    A JSON text sequence (RFC 7464) has another separator, which stands before each text.
    """

    def __init__(self, separator: bytes) -> None:
        self._separator = separator
        self._pending: list[bytes] = []
        self._first = True

    def feed(self, chunk: bytes) -> list[bytes]:
        """Return the lines that a chunk completes."""
        head, newline, rest = chunk.rpartition(self._separator)
        if not newline:
            self._pending.append(chunk)
            return []
        whole = b"".join(self._pending) + head
        self._pending = [rest] if rest else []
        return self._split(whole)

    def end(self) -> list[bytes]:
        """Return what is left at the end of the stream."""
        rest, self._pending = b"".join(self._pending), []
        return self._split(rest)

    def _split(self, text: bytes) -> list[bytes]:
        if self._first:
            self._first = False
            text = text.removeprefix(b"\xef\xbb\xbf")
        lines = text.split(self._separator)
        return [line for line in lines if line and not line.isspace()]


def _read(
    response: httpx.Response,
    decode: Decoder,
    lines: _Lines,
    failure: Optional[Failure],
) -> Generator[Any, None, None]:
    chunks = chunks_of(response, failure)
    try:
        for chunk in chunks:
            for line in lines.feed(chunk):
                yield decode(line)
        for line in lines.end():
            yield decode(line)
    finally:
        chunks.close()


async def _read_async(
    response: httpx.Response,
    decode: Decoder,
    lines: _Lines,
    failure: Optional[Failure],
) -> AsyncGenerator[Any, None]:
    chunks = chunks_of_async(response, failure)
    try:
        async for chunk in chunks:
            for line in lines.feed(chunk):
                yield decode(line)
        for line in lines.end():
            yield decode(line)
    finally:
        await chunks.aclose()


class _Values:
    """What the sync and the async stream have in common."""

    _reader: Callable[..., Any]
    """Reads the lines of a reply, as an iterator of either kind."""

    def __init__(
        self,
        response: httpx.Response,
        decoder: Decoder,
        client_ref: Optional[object] = None,
        *,
        separator: bytes = b"\n",
        failure: Optional[Failure] = None,
    ) -> None:
        """Read lines from a reply; `client_ref` keeps the client open while they last."""
        self.response = response
        self.client_ref = client_ref
        self._values = self._reader(response, decoder, _Lines(separator), failure)


class JsonLStream(_Values, SyncStream[T]):
    """Values as their lines come."""

    _reader = staticmethod(_read)


class JsonLStreamAsync(_Values, AsyncStream[T]):
    """Values as their lines come, for `async for`."""

    _reader = staticmethod(_read_async)
