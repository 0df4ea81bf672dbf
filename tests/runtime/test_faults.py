"""Two thousand faults of a server on loopback: each call ends, in a value or in the SDK's error."""

from __future__ import annotations

import asyncio
import gc
import gzip
import os
import random
import re
import socket
import threading
import time
from collections import Counter
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from sdkloom_templates.python.runtime.models import BaseModel
from sdkloom_templates.python.runtime.operation import (
    Body,
    Operation,
    Parameter,
    Reply,
    Server,
)
from sdkloom_templates.python.runtime.retries import BackoffStrategy, RetryConfig

from .conftest import Shop, ShopError, make_api

FAULTS = 2000
SEED = 20_24


class Thing(BaseModel):
    """A value."""

    id: int
    text: str


GET: Operation[Any] = Operation(
    id="get",
    method="GET",
    path="/things/{id}",
    parameters=(Parameter(name="id", location="path"),),
    replies=(Reply(type=lambda: Thing),),
)
POST: Operation[Any] = Operation(
    id="post",
    method="POST",
    path="/things/{id}",
    parameters=(Parameter(name="id", location="path"),),
    body=Body(argument="text"),
    replies=(Reply(type=lambda: Thing),),
)
EVENTS: Operation[Any, Any] = Operation(
    id="events",
    method="GET",
    path="/things/{id}",
    parameters=(Parameter(name="id", location="path"),),
    replies=(
        Reply(
            media_type="text/event-stream", decoder="event-stream", type=lambda: Thing
        ),
    ),
)
TEXT = "x" * 3000
_TARGET = re.compile(rb"^(\w+) /(?:things|moved)/(\d+)")


def whole(number: int) -> bytes:
    """Return the body that is right."""
    return f'{{"id": {number}, "text": "{TEXT}"}}'.encode()


def reply(
    body: bytes, status: str = "200 OK", *headers: str, length: int | None = None
) -> bytes:
    """Return a reply's bytes."""
    size = len(body) if length is None else length
    head = [f"HTTP/1.1 {status}", f"Content-Length: {size}", *headers]
    if not any(header.lower().startswith("content-type") for header in headers):
        head.append("Content-Type: application/json")
    return ("\r\n".join(head) + "\r\n\r\n").encode() + body


def faults(number: int, first: bool, port: int) -> dict[str, list[Any]]:
    """Return what the server may do with a request: bytes to send, seconds to wait, or an end."""
    good = whole(number)
    event = b"data: " + good + b"\n\n"
    stream = "Content-Type: text/event-stream"
    return {
        "right": [reply(good)],
        "in pieces": [reply(good)[:37], 0.001, reply(good)[37:]],
        "dropped at once": [],
        "dropped in the head": [b"HTTP/1.1 200 OK\r\nContent-Le"],
        "dropped in the body": [reply(good)[:-100]],
        "no HTTP": [os.urandom(64) + b"\r\n\r\n"],
        "no number as length": [
            b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n" + good
        ],
        "bad chunk": [
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n" + good
        ],
        "chunks that end early": [
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc"
        ],
        "no gzip": [reply(good, "200 OK", "Content-Encoding: gzip")],
        "cut gzip": [
            reply(gzip.compress(good)[:-20], "200 OK", "Content-Encoding: gzip")
        ],
        "not JSON": [reply(good[:-1])],
        "other JSON": [reply(b'{"id": "no"}')],
        "other type": [reply(b"<html>", "200 OK", "Content-Type: text/html")],
        "empty": [reply(b"")],
        "too late": [0.25, reply(good)],
        "stops in the body": [reply(good)[:-10], 0.25],
        "500": [reply(b"oops", "500 Error", "Content-Type: text/plain")],
        "429": [reply(b"{}", "429 Slow", "Retry-After: 0")] if first else [reply(good)],
        "503 then right": [reply(b"", "503 Busy")] if first else [reply(good)],
        "dropped then right": [] if first else [reply(good)],
        "moved": [reply(b"", "307 Moved", f"Location: /moved/{number}")],
        "moved in circles": [reply(b"", "302 Moved", f"Location: /things/{number}")],
        "moved to nowhere": [reply(b"", "302 Moved", "Location: http://127.0.0.1:1/x")],
        "moved to nonsense": [reply(b"", "302 Moved", "Location: http://[::/")],
        "304": [reply(b"", "304 Not Modified")],
        "event": [reply(event, "200 OK", stream)],
        "cut event": [reply(event[:-9], "200 OK", stream, length=len(event))],
        "bad event": [reply(b"data: {}\n\n", "200 OK", stream)],
    }


class Faulty:
    """A server that does what a seeded lot says."""

    def __init__(self) -> None:
        self.socket = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.port: int = self.socket.getsockname()[1]
        self.kinds: dict[int, str] = {}
        self.arrived: Counter[tuple[bytes, int]] = Counter()
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self.socket.accept()
            except OSError:
                return
            threading.Thread(
                target=self._serve, args=(connection,), daemon=True
            ).start()

    def _serve(self, connection: socket.socket) -> None:
        with connection:
            connection.settimeout(5)
            pending = b""
            try:
                while True:
                    while b"\r\n\r\n" not in pending:
                        received = connection.recv(65536)
                        if not received:
                            return
                        pending += received
                    pending = self._answer(connection, pending)
                    if pending is None:
                        return
            except (OSError, TimeoutError):
                return

    def _answer(self, connection: socket.socket, pending: bytes) -> Any:
        head, _, rest = pending.partition(b"\r\n\r\n")
        length = re.search(rb"content-length: (\d+)", head.lower())
        wanted = int(length.group(1)) if length else 0
        while len(rest) < wanted:
            rest += connection.recv(65536)
        target = _TARGET.match(head)
        if target is None:
            return None
        method, number = target.group(1), int(target.group(2))
        moved = b" /moved/" in head.split(b"\r\n")[0]
        if not moved:
            self.arrived[method, number] += 1
        first = self.arrived[method, number] == 1
        kind = "right" if moved else self.kinds[number]
        for step in faults(number, first, self.port)[kind]:
            if isinstance(step, float):
                time.sleep(step)
            else:
                connection.sendall(step)
        return rest[wanted:] if kind in ("right", "in pieces", "moved", "500") else None


@pytest.fixture(scope="module")
def server() -> Iterator[Faulty]:
    """A faulty server."""
    faulty = Faulty()
    yield faulty
    faulty.socket.close()


def lots() -> list[tuple[int, str, Operation[Any, Any], bool]]:
    """Return the cases: a number, a fault, an operation, whether it is retried."""
    lot = random.Random(SEED)
    kinds = list(faults(0, True, 0))
    slow = {"too late", "stops in the body"}
    weights = [0.1 if kind in slow else 1.0 for kind in kinds]
    return [
        (
            number,
            lot.choices(kinds, weights)[0],
            lot.choice([GET, GET, POST, EVENTS]),
            lot.random() < 0.5,
        )
        for number in range(FAULTS)
    ]


RETRY = RetryConfig("backoff", BackoffStrategy(1, 2, 1.0, 5_000), max_attempts=3)


def check(outcome: Any, number: int) -> str:
    """Return what a call ended in; anything but a right value or the SDK's error fails."""
    if isinstance(outcome, ShopError):
        str(outcome)
        return "error"
    if isinstance(outcome, list):
        assert all(isinstance(item, Thing) and item.id == number for item in outcome)
        return "events"
    assert isinstance(outcome, Thing), outcome
    assert (outcome.id, outcome.text) == (number, TEXT)
    return "value"


def shop_for(server: Faulty) -> Shop:
    """Return a client with its own http clients, and a short timeout."""
    url = f"http://127.0.0.1:{server.port}"
    return Shop(make_api(servers=(Server(url=url),)), timeout_ms=120)


def test_every_fault_ends_in_a_value_or_in_the_sdks_error(server: Faulty) -> None:
    """Nothing hangs, nothing else is raised, and what is not retried is sent once."""
    cases = lots()
    half = len(cases) // 2
    server.kinds.update({number: kind for number, kind, _, _ in cases})
    outcomes: Counter[str] = Counter()

    with shop_for(server) as shop:
        for number, _, operation, retried in cases[:half]:
            options: dict[str, Any] = {"retries": RETRY} if retried else {}
            try:
                found = shop._call(operation, {"id": number, "text": "t"}, **options)
                found = list(found) if operation is EVENTS else found
            except ShopError as error:
                found = error
            outcomes[check(found, number)] += 1

    async def rest() -> None:
        async with shop_for(server) as shop:
            limit = asyncio.Semaphore(8)

            async def one(number: int, operation: Any, retried: bool) -> None:
                options: dict[str, Any] = {"retries": RETRY} if retried else {}
                arguments = {"id": number, "text": "t"}
                async with limit:
                    try:
                        found = await shop._call_async(operation, arguments, **options)
                        if operation is EVENTS:
                            found = [event async for event in found]
                    except ShopError as error:
                        found = error
                outcomes[check(found, number)] += 1

            await asyncio.gather(
                *(
                    one(number, operation, retried)
                    for number, _, operation, retried in cases[half:]
                )
            )

    asyncio.run(asyncio.wait_for(rest(), 120))

    assert sum(outcomes.values()) == FAULTS and min(outcomes.values()) > 10
    for number, kind, operation, retried in cases:
        sent = server.arrived[operation.method.encode(), number]
        most = 3 if retried else 1
        assert sent <= most or kind.startswith("moved"), (number, kind, sent)


def _sockets() -> int:
    return sum(
        os.readlink(f"/proc/self/fd/{name}").startswith("socket:")
        for name in os.listdir("/proc/self/fd")
        if os.path.exists(f"/proc/self/fd/{name}")
    )


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="needs /proc")
def test_nothing_is_left_open(server: Faulty) -> None:
    """Dropped clients, streams left early and failed calls leave no socket behind."""
    server.kinds.update({1: "right", 2: "event", 3: "500", 4: "dropped in the body"})
    counts = []
    for _ in range(2):
        for _ in range(100):
            shop = shop_for(server)
            shop._call(GET, {"id": 1})
            del shop
        with shop_for(server) as shop:
            for _ in range(100):
                with shop._call(EVENTS, {"id": 2}):
                    pass
            for _ in range(100):
                for number in (3, 4):
                    with pytest.raises(ShopError):
                        shop._call(GET, {"id": number})
        gc.collect()
        time.sleep(0.05)
        counts.append(_sockets())
    assert counts[1] <= counts[0] + 4, counts


def test_a_cancelled_call_frees_its_connection(server: Faulty) -> None:
    """A task that is cancelled while it waits leaves the pool as it was."""
    server.kinds.update({5: "too late", 6: "right"})

    async def cancel() -> Any:
        limits = httpx.Limits(max_connections=1)
        async with httpx.AsyncClient(limits=limits) as client:
            shop = Shop(
                make_api(servers=(Server(url=f"http://127.0.0.1:{server.port}"),)),
                async_client=client,
            )
            task = asyncio.create_task(shop._call_async(GET, {"id": 5}))
            await asyncio.sleep(0.05)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            return await asyncio.wait_for(shop._call_async(GET, {"id": 6}), 5)

    assert asyncio.run(cancel()).id == 6
