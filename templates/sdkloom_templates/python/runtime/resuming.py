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
    from .eventstreaming import EventStream, EventStreamAsync

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

    def broken(
        self, error: Exception, last: Optional[str], retry: Optional[int]
    ) -> None:
        """Note where a stream broke; raise the error if it shall not go on."""
        from .exchange import is_connection_error

        if not is_connection_error(error) or self.left <= 0:
            raise error
        self.left -= 1
        if last is not None:
            self.headers = {"Last-Event-ID": last}
        if retry is not None:
            self.seconds = retry / 1000


def resumed(
    open_stream: Callable[[Headers], EventStream[T]], attempts: int = 5
) -> Iterator[T]:
    """Iterate over a stream, and open it again after its last event when its connection breaks.

    `open_stream` makes the call with the headers it is given:
    `lambda headers: sdk.runs.watch(run_id="r1", http_headers=headers)`. After `attempts` breaks
    without a new event the error is raised. The wait between is the one the server asks for, and
    one second where it asks for none.
    """
    from time import sleep

    position = _Position(attempts)
    while True:
        stream = open_stream(position.headers)
        try:
            with stream:
                for event in stream:
                    position.moved()
                    yield event
            return
        except Exception as error:
            position.broken(error, stream.last_event_id, stream.retry)
        sleep(position.seconds)


async def resumed_async(
    open_stream: Callable[[Headers], Awaitable[EventStreamAsync[T]]], attempts: int = 5
) -> AsyncIterator[T]:
    """Iterate over a stream of the async client, and open it again when its connection breaks.

    It is `resumed` for methods that are awaited.
    """
    from .eventloops import sleep

    position = _Position(attempts)
    while True:
        stream = await open_stream(position.headers)
        try:
            async with stream:
                async for event in stream:
                    position.moved()
                    yield event
            return
        except Exception as error:
            position.broken(error, stream.last_event_id, stream.retry)
        await sleep(position.seconds)
