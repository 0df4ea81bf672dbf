"""Server-sent events as iterators of typed values, sync and async."""

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

from .sse import Parser
from .streams import AsyncStream, Failure, SyncStream, chunks_of, chunks_of_async

if TYPE_CHECKING:
    import httpx

T = TypeVar("T", covariant=True)

Decoder = Callable[[bytes, Optional[bytes], bytes], Any]
"""Makes a value of an event's name, data and id."""


def _read(
    response: httpx.Response,
    parser: Parser,
    decode: Decoder,
    sentinel: bytes,
    failure: Optional[Failure],
) -> Generator[Any, None, None]:
    feed = parser.feed
    chunks = chunks_of(response, failure)
    try:
        for chunk in chunks:
            for name, data, identifier in feed(chunk):
                if sentinel and data == sentinel:
                    return
                parser.handed_id = identifier
                yield decode(name, data, identifier)
            parser.handed_id = parser.sent_id
    finally:
        chunks.close()


async def _read_async(
    response: httpx.Response,
    parser: Parser,
    decode: Decoder,
    sentinel: bytes,
    failure: Optional[Failure],
) -> AsyncGenerator[Any, None]:
    feed = parser.feed
    chunks = chunks_of_async(response, failure)
    try:
        async for chunk in chunks:
            for name, data, identifier in feed(chunk):
                if sentinel and data == sentinel:
                    return
                parser.handed_id = identifier
                yield decode(name, data, identifier)
            parser.handed_id = parser.sent_id
    finally:
        await chunks.aclose()


class _Events:
    """What the sync and the async stream have in common."""

    _parser: Parser
    _reader: Callable[..., Any]
    """Reads the events of a reply, as an iterator of either kind."""

    def __init__(
        self,
        response: httpx.Response,
        decoder: Decoder,
        sentinel: Optional[str] = None,
        client_ref: Optional[object] = None,
        *,
        data_required: bool = True,
        failure: Optional[Failure] = None,
    ) -> None:
        """Read events from a reply; `client_ref` keeps the client open while they last."""
        self.response = response
        self.client_ref = client_ref
        self._parser = Parser(all_blocks=not data_required)
        end = sentinel.encode() if sentinel else b""
        self._values = self._reader(response, self._parser, decoder, end, failure)

    @property
    def last_event_id(self) -> Optional[str]:
        """The id of the last event that was handed out, to go on after it."""
        return self._parser.handed_id.decode("utf-8", errors="replace") or None

    @property
    def retry(self) -> Optional[int]:
        """How many milliseconds the server asks to wait before connecting again."""
        return self._parser.retry


class EventStream(_Events, SyncStream[T]):
    """Events as they come."""

    _reader = staticmethod(_read)


class EventStreamAsync(_Events, AsyncStream[T]):
    """Events as they come, for `async for`."""

    _reader = staticmethod(_read_async)
