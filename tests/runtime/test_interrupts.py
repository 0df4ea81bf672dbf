"""Ctrl-C, and the end of a task's patience, free the connection wherever they strike."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest
import trio

from sdkloom_templates.python.runtime.operation import Body, Operation, Reply
from sdkloom_templates.python.runtime.rawresponses import (
    streaming_response,
    streaming_response_async,
)
from sdkloom_templates.python.runtime.retries import BackoffStrategy, RetryConfig

from .conftest import Shop, make_api
from .listener import Listener

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
STREAM = b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\ndata: 1\n\n"
BUSY = b"HTTP/1.1 503 Busy\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
BEGUN = {
    "/head": b"",
    "/body": HEAD + b'Content-Length: 99\r\n\r\n{"id":',
    "/events": STREAM,
    "/busy": BUSY,
}
"""What the server sends before it waits; for any other path it answers."""
DONE = HEAD + b"Content-Length: 2\r\n\r\n{}"


def operation(path: str, streams: bool = False) -> Operation[Any]:
    """Return an operation at a path."""
    stream = Reply(media_type="text/event-stream", decoder="event-stream")
    reply = stream if streams else Reply()
    return Operation(id="get", method="GET", path=path, replies=(reply,))


class Group(Shop):
    """A client with a method to view."""

    def body(self) -> Any:
        """Return what `/body` says."""
        return self._call(operation("/body"), {})

    async def body_async(self) -> Any:
        """Return what `/body` says."""
        return await self._call_async(operation("/body"), {})


class Slow(Listener):
    """Begins its answers, tells that it has, and waits."""

    def __init__(self) -> None:
        self.begun: Callable[[], None] = lambda: None
        super().__init__()

    def serve(self, connection: socket.socket) -> None:
        """Answer at once, or only begin to, as the path has it."""
        asked = connection.recv(65536)
        path = asked.split(b" ")[1].decode() if asked else ""
        if path not in BEGUN:
            connection.sendall(DONE)
            return
        connection.sendall(BEGUN[path])
        self.begun()
        connection.settimeout(20)
        connection.recv(1)


@pytest.fixture
def server() -> Iterator[Slow]:
    """A server that makes its clients wait."""
    slow = Slow()
    yield slow
    slow.close()


ONE = httpx.Limits(max_connections=1)
"""With one connection at all, one that is not freed is one too few."""
PATIENT = RetryConfig("backoff", BackoffStrategy(30_000, 30_000, 1.0, 90_000, 0))


def shop_for(server: Slow) -> Group:
    """Return a client with one connection, which waits long before it sends again."""
    return Group(
        make_api(),
        server_url=server.url,
        client=httpx.Client(limits=ONE, timeout=httpx.Timeout(20, pool=2)),
        async_client=httpx.AsyncClient(limits=ONE, timeout=httpx.Timeout(20, pool=2)),
        retry_config=PATIENT,
    )


def a_call(shop: Group, path: str) -> None:
    """Wait for a reply, or for the next attempt."""
    shop._call(operation(path), {})


def events(shop: Group, path: str) -> None:
    """Wait for the second event."""
    for _ in shop._call(operation(path, streams=True), {}):
        pass


def a_view(shop: Group, path: str) -> None:
    """Wait for the body of a reply that is read piece by piece."""
    with streaming_response(shop.body)() as reply:
        reply.read()


async def a_call_async(shop: Group, path: str) -> None:
    """Wait for a reply, or for the next attempt."""
    await shop._call_async(operation(path), {})


async def events_async(shop: Group, path: str) -> None:
    """Wait for the second event."""
    async with await shop._call_async(operation(path, streams=True), {}) as stream:
        async for _ in stream:
            pass


async def a_view_async(shop: Group, path: str) -> None:
    """Wait for the body of a reply that is read piece by piece."""
    async with streaming_response_async(shop.body_async)() as reply:
        await reply.read()


WAITS: dict[str, tuple[Callable[[Group, str], None], Any, str]] = {
    "for the head": (a_call, a_call_async, "/head"),
    "for the body": (a_call, a_call_async, "/body"),
    "for the next attempt": (a_call, a_call_async, "/busy"),
    "for the first event": (events, events_async, "/head"),
    "for the next event": (events, events_async, "/events"),
    "for the rest of a view": (a_view, a_view_async, "/body"),
}


@pytest.mark.skipif(os.name == "nt", reason="signals reach no single thread here")
@pytest.mark.parametrize("wait", WAITS)
def test_ctrl_c_frees_the_connection(server: Slow, wait: str) -> None:
    """KeyboardInterrupt comes through as itself, and the next call has a connection."""
    run, _, path = WAITS[wait]
    main = threading.main_thread().ident
    assert main is not None
    server.begun = lambda: threading.Timer(
        0.1, signal.pthread_kill, (main, signal.SIGINT)
    ).start()
    shop = shop_for(server)

    with pytest.raises(KeyboardInterrupt):
        run(shop, path)

    assert shop._call(operation("/done"), {}) == {}
    shop.sdk_configuration.client.close()


@pytest.mark.parametrize("library", ["asyncio", "trio"])
@pytest.mark.parametrize("wait", WAITS)
def test_a_task_that_gives_up_frees_the_connection(
    server: Slow, wait: str, library: str
) -> None:
    """A cancelled call leaves its connection to the next."""
    _, run, path = WAITS[wait]
    shop = shop_for(server)

    async def again() -> Any:
        found = await shop._call_async(operation("/done"), {})
        await shop.sdk_configuration.async_client.aclose()
        return found

    async def with_asyncio() -> Any:
        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(run(shop, path), 0.3)
        return await again()

    async def with_trio() -> Any:
        with trio.move_on_after(0.3) as scope:
            await run(shop, path)
        assert scope.cancelled_caught
        return await again()

    found = trio.run(with_trio) if library == "trio" else asyncio.run(with_asyncio())
    assert found == {}


@pytest.mark.skipif(os.name == "nt", reason="signals reach no single thread here")
def test_ctrl_c_in_an_upload_frees_the_connection(server: Slow) -> None:
    """So does one that strikes in the user's own iterator."""

    def pieces() -> Iterator[bytes]:
        yield b"a"
        raise KeyboardInterrupt

    upload: Operation[Any] = Operation(
        id="put",
        method="PUT",
        path="/head",
        body=Body(argument="body", codec="binary", media_type="application/x"),
        replies=(Reply(),),
    )
    shop = shop_for(server)
    with pytest.raises(KeyboardInterrupt):
        shop._call(upload, {"body": pieces()})
    assert shop._call(operation("/done"), {}) == {}
    shop.sdk_configuration.client.close()
