"""Event streams that go on after their connection broke, where the server can tell from where."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    AsyncIterator,
    Awaitable,
    Callable,
    Iterator,
    Optional,
    TypeVar,
)

if TYPE_CHECKING:
    from .eventstreaming import EventStream, EventStreamAsync, _Events

T = TypeVar("T")

Headers = dict[str, str]
"""What a call is given as `http_headers`: empty at first, then `Last-Event-ID`."""


class _Position:
    """Where a stream goes on, and how often it may break before anything new has come."""

    def __init__(self, attempts: int) -> None:
        self.attempts = attempts
        self.left = attempts
        self.headers: Headers = {}
        self.seconds = 1.0

    def moved(self) -> None:
        self.left = self.attempts

    def broken(self, error: Exception, stream: Optional[_Events]) -> None:
        """Note where a stream broke, None if it could not be opened again.

        Raise the error if it shall not go on.
        """
        from .exchange import is_connection_error

        if not is_connection_error(error) or self.left <= 0:
            raise error
        self.left -= 1
        if stream is None:
            return
        if stream.last_event_id is not None:
            self.headers = {"Last-Event-ID": stream.last_event_id}
        if stream.retry is not None:
            self.seconds = stream.retry / 1000


def resumed(
    open_stream: Callable[[Headers], EventStream[T]], attempts: int = 5
) -> Iterator[T]:
    """Iterate over a stream, and open it again after its last event when its connection breaks.

    `open_stream` makes the call with the headers it is given:
    `lambda headers: sdk.runs.watch(run_id="r1", http_headers=headers)`. After `attempts` breaks
    without a new event, or attempts to open it that found no connection, the error is raised. The
    wait between is the one the server asks for, and one second where it asks for none.
    """
    from time import sleep

    position = _Position(attempts)
    stream: Optional[EventStream[T]] = open_stream(position.headers)
    while True:
        try:
            if stream is None:
                stream = open_stream(position.headers)
            with stream:
                for event in stream:
                    position.moved()
                    yield event
            return
        except Exception as error:
            position.broken(error, stream)
            stream = None
        sleep(position.seconds)


async def resumed_async(
    open_stream: Callable[[Headers], Awaitable[EventStreamAsync[T]]], attempts: int = 5
) -> AsyncIterator[T]:
    """Iterate over a stream of the async client, and open it again when its connection breaks."""
    from .eventloops import sleep

    position = _Position(attempts)
    stream: Optional[EventStreamAsync[T]] = await open_stream(position.headers)
    while True:
        try:
            if stream is None:
                stream = await open_stream(position.headers)
            async with stream:
                async for event in stream:
                    position.moved()
                    yield event
            return
        except Exception as error:
            position.broken(error, stream)
            stream = None
        await sleep(position.seconds)
