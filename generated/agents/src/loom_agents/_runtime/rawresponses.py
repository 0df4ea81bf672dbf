"""Replies as they come, instead of what they mean: every method's, by `raw_response(client.pets.list)`.

The call is the same: arguments, retries, hooks, errors. Only its result is another.
"""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager, AbstractContextManager
from typing import (
    TYPE_CHECKING,
    Any,
    AsyncIterator,
    Callable,
    Coroutine,
    Generic,
    Iterator,
    Optional,
    TypeVar,
    cast,
)

from typing_extensions import ParamSpec

from .answers import Answer, Viewed, viewing
from .errors import request_id_of

if TYPE_CHECKING:
    from types import TracebackType

    import httpx

    from .downloads import Path, Progress

P = ParamSpec("P")
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class _Reply(Generic[T_co]):
    """What is known of a reply before its body."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    @property
    def http_response(self) -> httpx.Response:
        """The http library's own reply."""
        response: httpx.Response = self._answer.response
        return response

    @property
    def http_request(self) -> httpx.Request:
        """The request as it was sent, after redirects the last one."""
        return self.http_response.request

    @property
    def status_code(self) -> int:
        """The status (RFC 9110, 15)."""
        return self.http_response.status_code

    @property
    def headers(self) -> httpx.Headers:
        """The headers; their names are found in any case."""
        return self.http_response.headers

    @property
    def request_id(self) -> Optional[str]:
        """What the server calls the request in a header like `X-Request-Id`, None without one."""
        return request_id_of(self.headers)

    def __repr__(self) -> str:
        kind = self.headers.get("content-type", "")
        return f"<{type(self).__name__} [{self.status_code}] {kind}>".replace(" >", ">")


class RawResponse(_Reply[T_co]):
    """A reply that is read, and not yet made sense of.

    That of a method that streams is open: `parse()` returns the stream.
    """

    @property
    def content(self) -> bytes:
        """The body, without its content encoding."""
        return self.http_response.content

    @property
    def text(self) -> str:
        """The body as a text, in the character set that the reply names, else UTF-8."""
        return self.http_response.text

    def json(self) -> Any:
        """Return the body as plain JSON; ValueError if it is none."""
        return self.http_response.json()

    def parse(self) -> T_co:
        """Return what the method would have; a body that does not fit raises the SDK's error."""
        return cast("T_co", self._answer.value())


class StreamingResponse(_Reply[T_co]):
    """A reply whose body is not read until it is asked for; its `with` block closes it.

    A failing connection raises the SDK's error.
    """

    def read(self) -> bytes:
        """Return the whole body."""
        try:
            return self.http_response.read()
        except Exception as error:
            self._answer.fail(error)

    def text(self) -> str:
        """Return the whole body as a text."""
        self.read()
        return self.http_response.text

    def json(self) -> Any:
        """Return the whole body as plain JSON; ValueError if it is none."""
        self.read()
        return self.http_response.json()

    def parse(self) -> T_co:
        """Return what the method would have; of a method that streams, the stream."""
        if self._answer.is_whole:
            self.read()
        return cast("T_co", self._answer.value())

    def iter_bytes(self, chunk_size: Optional[int] = None) -> Iterator[bytes]:
        """Yield the body as it comes, in pieces of `chunk_size` bytes if that is given."""
        yield from self._each(self.http_response.iter_bytes(chunk_size))

    def iter_text(self, chunk_size: Optional[int] = None) -> Iterator[str]:
        """Yield the body as text as it comes, in pieces of `chunk_size` characters if given."""
        yield from self._each(self.http_response.iter_text(chunk_size))

    def iter_lines(self) -> Iterator[str]:
        """Yield the lines of the body as they come, without their ends."""
        yield from self._each(self.http_response.iter_lines())

    def _each(self, pieces: Iterator[T]) -> Iterator[T]:
        try:
            yield from pieces
        except Exception as error:
            self._answer.fail(error)

    def stream_to_file(self, path: Path, progress: Optional[Progress] = None) -> int:
        """Write the body to a file as it comes, and return how many bytes it has.

        The file appears under its name when it is whole. `progress` is told after each piece how
        many bytes have come, and how many there are, None if the server does not say.
        """
        from .downloads import save

        try:
            return save(self.http_response, path, progress)
        except Exception as error:
            self._answer.fail(error)

    def close(self) -> None:
        """Free the connection; what has not been read is lost."""
        self.http_response.close()


class StreamingResponseAsync(_Reply[T_co]):
    """A reply of the async client whose body is not read until it is asked for."""

    async def read(self) -> bytes:
        """Return the whole body."""
        try:
            return await self.http_response.aread()
        except Exception as error:
            self._answer.fail(error)

    async def text(self) -> str:
        """Return the whole body as a text."""
        await self.read()
        return self.http_response.text

    async def json(self) -> Any:
        """Return the whole body as plain JSON; ValueError if it is none."""
        await self.read()
        return self.http_response.json()

    async def parse(self) -> T_co:
        """Return what the method would have; of a method that streams, the stream."""
        if self._answer.is_whole:
            await self.read()
        return cast("T_co", self._answer.value())

    async def iter_bytes(
        self, chunk_size: Optional[int] = None
    ) -> AsyncIterator[bytes]:
        """Yield the body as it comes, in pieces of `chunk_size` bytes if that is given."""
        async for piece in self._each(self.http_response.aiter_bytes(chunk_size)):
            yield piece

    async def iter_text(self, chunk_size: Optional[int] = None) -> AsyncIterator[str]:
        """Yield the body as text as it comes, in pieces of `chunk_size` characters if given."""
        async for piece in self._each(self.http_response.aiter_text(chunk_size)):
            yield piece

    async def iter_lines(self) -> AsyncIterator[str]:
        """Yield the lines of the body as they come, without their ends."""
        async for piece in self._each(self.http_response.aiter_lines()):
            yield piece

    async def _each(self, pieces: AsyncIterator[T]) -> AsyncIterator[T]:
        try:
            async for piece in pieces:
                yield piece
        except Exception as error:
            self._answer.fail(error)

    async def stream_to_file(
        self, path: Path, progress: Optional[Progress] = None
    ) -> int:
        """Write the body to a file as it comes, and return how many bytes it has."""
        from .downloads import save_async

        try:
            return await save_async(self.http_response, path, progress)
        except Exception as error:
            self._answer.fail(error)

    async def close(self) -> None:
        """Free the connection; what has not been read is lost."""
        await self.http_response.aclose()


# --- from a method to its raw twin ------------------------------------------------------------


def raw_response(method: Callable[P, T]) -> Callable[P, RawResponse[T]]:
    """Return a method with the same arguments that returns the reply as it came.

    `raw_response(client.pets.list)(limit=3).headers`
    """
    return cast("Callable[P, RawResponse[T]]", viewing(method, Viewed(RawResponse)))


def raw_response_async(
    method: Callable[P, Coroutine[Any, Any, T]],
) -> Callable[P, Coroutine[Any, Any, RawResponse[T]]]:
    """Return an async method with the same arguments that returns the reply as it came."""
    return cast(
        "Callable[P, Coroutine[Any, Any, RawResponse[T]]]",
        viewing(method, Viewed(RawResponse)),
    )


def streaming_response(
    method: Callable[P, T],
) -> Callable[P, AbstractContextManager[StreamingResponse[T]]]:
    """Return a method with the same arguments whose reply is read in a `with` block.

    The request is sent when the block begins: `with streaming_response(client.pets.list)() as r:`
    """
    send = viewing(method, Viewed(StreamingResponse, unread=True))
    return lambda *args, **kwargs: _Block(lambda: send(*args, **kwargs))


def streaming_response_async(
    method: Callable[P, Coroutine[Any, Any, T]],
) -> Callable[P, AbstractAsyncContextManager[StreamingResponseAsync[T]]]:
    """Return a method with the same arguments whose reply is read in an `async with` block."""
    send = viewing(method, Viewed(StreamingResponseAsync, unread=True))
    return lambda *args, **kwargs: _AsyncBlock(lambda: send(*args, **kwargs))


class _Block(AbstractContextManager[StreamingResponse[T]]):
    """Sends a request at the beginning of a `with` block, and closes its reply at the end."""

    def __init__(self, send: Callable[[], StreamingResponse[T]]) -> None:
        self._send = send
        self._reply: Optional[StreamingResponse[T]] = None

    def __enter__(self) -> StreamingResponse[T]:
        self._reply = self._send()
        return self._reply

    def __exit__(
        self,
        exc_type: Optional[type[BaseException]],
        exc_val: Optional[BaseException],
        exc_tb: Optional[TracebackType],
    ) -> None:
        if self._reply is not None:
            self._reply.close()


class _AsyncBlock(AbstractAsyncContextManager[StreamingResponseAsync[T]]):
    """The same for an `async with` block."""

    def __init__(
        self, send: Callable[[], Coroutine[Any, Any, StreamingResponseAsync[T]]]
    ) -> None:
        self._send = send
        self._reply: Optional[StreamingResponseAsync[T]] = None

    async def __aenter__(self) -> StreamingResponseAsync[T]:
        self._reply = await self._send()
        return self._reply

    async def __aexit__(
        self,
        exc_type: Optional[type[BaseException]],
        exc_val: Optional[BaseException],
        exc_tb: Optional[TracebackType],
    ) -> None:
        if self._reply is not None:
            await self._reply.close()
