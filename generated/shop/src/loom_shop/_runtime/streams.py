"""Replies that are read while they come: iterators that free their connection, sync and async."""

from __future__ import annotations

from contextlib import suppress
from types import TracebackType
from typing import (
    TYPE_CHECKING,
    AsyncGenerator,
    Callable,
    Generator,
    Generic,
    Optional,
    TypeVar,
)

if TYPE_CHECKING:
    import httpx
    from typing_extensions import Self

T = TypeVar("T", covariant=True)

Failure = Callable[[Exception], Exception]
"""Turns a failure of the connection into the SDK's error."""


class SyncStream(Generic[T]):
    """An iterator over an open reply.

    The connection is free at the end of the stream, at the end of a `with` block, on `close()`,
    and when nothing refers to the stream any more.
    """

    response: httpx.Response
    """The open reply."""

    _values: Generator[T, None, None]

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> T:
        return next(self._values)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: Optional[type[BaseException]],
        exc_val: Optional[BaseException],
        exc_tb: Optional[TracebackType],
    ) -> None:
        self.close()

    def __del__(self) -> None:
        response = self.__dict__.get("response")
        if response is not None and not response.is_closed:
            response.close()

    def close(self) -> None:
        """Free the connection; what has not been read is lost, and a loop over it ends."""
        is_begun = self.response.is_stream_consumed
        self.response.close()
        if is_begun:
            with suppress(ValueError):  # another thread reads, and finds it closed
                self._values.close()


class AsyncStream(Generic[T]):
    """An iterator over an open reply, for `async for`."""

    response: httpx.Response
    """The open reply."""

    _values: AsyncGenerator[T, None]

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        return await self._values.__anext__()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        exc_type: Optional[type[BaseException]],
        exc_val: Optional[BaseException],
        exc_tb: Optional[TracebackType],
    ) -> None:
        await self.aclose()

    def __del__(self) -> None:
        response = self.__dict__.get("response")
        if response is None or response.is_closed:
            return
        from .eventloops import later

        later(
            response.aclose
        )  # where no event loop is left, there is none to close it on

    async def aclose(self) -> None:
        """Free the connection; what has not been read is lost, and a loop over it ends."""
        is_begun = self.response.is_stream_consumed
        await self.response.aclose()
        if is_begun:
            with suppress(RuntimeError):  # another task reads, and finds it closed
                await self._values.aclose()


def chunks_of(
    response: httpx.Response, failure: Optional[Failure]
) -> Generator[bytes, None, None]:
    """Read a reply to its end, and free its connection then, or when reading stops."""
    try:
        yield from response.iter_bytes()
    except Exception as error:
        if failure is None:
            raise
        raise failure(error) from error
    finally:
        response.close()


async def chunks_of_async(
    response: httpx.Response, failure: Optional[Failure]
) -> AsyncGenerator[bytes, None]:
    """Read a reply to its end, and free its connection then, or when reading stops."""
    try:
        async for chunk in response.aiter_bytes():
            yield chunk
    except Exception as error:
        if failure is None:
            raise
        raise failure(error) from error
    finally:
        await response.aclose()
