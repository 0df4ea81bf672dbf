"""Two thousand faults of a server on loopback: each call ends, in a value or in the SDK's error."""

from __future__ import annotations

import asyncio
import random
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from typing import Any, Optional

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
from .faulty import EVENTS, HARMLESS, KINDS, LOSES_SILENTLY, TEXT, Faulty, whole

CASES = 2400
FAULTS = 2000
"""How many of the cases are faults, at least."""
SEED = 20_24
SLOWEST = 60.0
"""The seconds after which a call has hung, on however slow a machine; timeouts are far shorter."""
ATTEMPTS = 3
RETRY = RetryConfig("backoff", BackoffStrategy(1, 2, 1.0, 5_000), max_attempts=ATTEMPTS)


class Thing(BaseModel):
    """A value."""

    id: int
    text: str


def operation(
    place: str, method: str = "GET", body: Optional[Body] = None, **reply: Any
) -> Operation[Any, Any]:
    """Return an operation on what the server has at a place."""
    return Operation(
        id=f"{method} {place}",
        method=method,
        path=f"/{place}/{{id}}",
        parameters=(Parameter(name="id", location="path"),),
        body=body,
        replies=(Reply(**reply),),
    )


ONCE = Body(argument="content", codec="binary", media_type="text/plain")
GET = operation("things", type=lambda: Thing)
POST = operation("things", "POST", Body(argument="text"), type=lambda: Thing)
UPLOAD = operation("things", "PUT", ONCE, type=lambda: Thing)
LISTEN = operation(
    "events",
    media_type="text/event-stream",
    decoder="event-stream",
    type=lambda: Thing,
)
LINES = operation(
    "lines", media_type="application/jsonl", decoder="json-lines", type=lambda: Thing
)
DOWNLOAD = operation("files", media_type="*/*", decoder="stream")


class Case:
    """One call: its number, the fault that it meets, and what came of it."""

    def __init__(self, number: int, lot: random.Random) -> None:
        self.number = number
        slow = {"too late": 0.1, "stops": 0.1, "moved in circles": 0.2}
        self.kind = lot.choices(KINDS, [slow.get(kind, 1.0) for kind in KINDS])[0]
        self.operation = lot.choice([GET, GET, POST, UPLOAD, LISTEN, LINES, DOWNLOAD])
        self.retried = lot.random() < 0.5
        self.values: list[Any] = []
        self.error: Optional[Exception] = None
        self.seconds = 0.0

    @property
    def options(self) -> dict[str, Any]:
        return {"retries": RETRY} if self.retried else {}

    def arguments(self, is_async: bool) -> dict[str, Any]:
        content = _chunks_async() if is_async else _chunks()
        return {"id": self.number, "text": "t", "content": content}

    def check(self, server: Faulty) -> None:
        """Fail unless the call ended in what was sent or in an error, and was sent rightly."""
        place = self.operation.path.split("/")[1]
        assert self.seconds < SLOWEST, self
        if place == "files":
            found, right = b"".join(self.values), whole(place, self.number)
            if self.kind in ("other content", "other type"):  # a file like any other
                right = found
            assert right.startswith(found), self
            is_whole = found == right
        else:
            one = Thing(id=self.number, text=TEXT)
            assert all(value == one for value in self.values), self
            most = EVENTS if place in ("events", "lines") else 1
            assert len(self.values) <= most, self
            is_whole = len(self.values) == most
        ends = (
            "moved" in self.kind
            or self.kind in LOSES_SILENTLY
            or (self.kind in ("empty", "other content") and place != "things")
        )
        assert is_whole or self.error is not None or ends, self
        sent = server.arrived[self.operation.method, self.number]
        most = ATTEMPTS if self.retried else 1
        if self.operation is UPLOAD:
            most = 1  # its body is gone
        elif self.kind == "moved":
            most *= 2
        elif self.kind == "moved in circles" and self.operation is not POST:
            return  # as often as the http client follows
        assert sent <= most, (self, sent)

    def __repr__(self) -> str:
        return f"<{self.operation.id} {self.number}, {self.kind}: {self.error!r}>"


def _chunks() -> Iterator[bytes]:
    yield b"once"


async def _chunks_async() -> AsyncIterator[bytes]:
    yield b"once"


def run(shop: Shop, case: Case) -> None:
    """Make a call with the sync client, and read its reply to the end."""
    begun = time.perf_counter()
    try:
        found = shop._call(case.operation, case.arguments(False), **case.options)
        if case.operation is DOWNLOAD:
            try:
                case.values.extend(found.iter_bytes())
            finally:
                found.close()
        elif case.operation in (LISTEN, LINES):
            case.values.extend(found)
        else:
            case.values.append(found)
    except ShopError as error:
        case.error = error
    except httpx.HTTPError as error:
        assert case.operation is DOWNLOAD, case  # whose reply is the http library's
        case.error = error
    case.seconds = time.perf_counter() - begun


async def run_async(shop: Shop, case: Case) -> None:
    """Make a call with the async client, and read its reply to the end."""
    begun = time.perf_counter()
    try:
        found = await shop._call_async(
            case.operation, case.arguments(True), **case.options
        )
        if case.operation is DOWNLOAD:
            try:
                case.values.extend([chunk async for chunk in found.aiter_bytes()])
            finally:
                await found.aclose()
        elif case.operation in (LISTEN, LINES):
            async for value in found:
                case.values.append(value)
        else:
            case.values.append(found)
    except ShopError as error:
        case.error = error
    except httpx.HTTPError as error:
        assert case.operation is DOWNLOAD, case
        case.error = error
    case.seconds = time.perf_counter() - begun


@pytest.fixture(scope="module")
def server() -> Iterator[Faulty]:
    """A faulty server."""
    faulty = Faulty()
    yield faulty
    faulty.close()


def shop_for(server: Faulty) -> Shop:
    """Return a client with its own http clients, and a short timeout."""
    return Shop(make_api(servers=(Server(url=server.url),)), timeout_ms=120)


def test_every_fault_ends_in_a_value_or_in_the_sdks_error(server: Faulty) -> None:
    """Nothing hangs, nothing else is raised, and what must not be sent twice is not."""
    lot = random.Random(SEED)
    cases = [Case(number, lot) for number in range(CASES)]
    assert sum(case.kind not in HARMLESS for case in cases) >= FAULTS
    server.kinds.update({case.number: case.kind for case in cases})

    with shop_for(server) as shop:
        for case in cases[: CASES // 2]:
            run(shop, case)

    async def rest() -> None:
        async with shop_for(server) as shop:
            limit = asyncio.Semaphore(8)

            async def one(case: Case) -> None:
                async with limit:
                    await run_async(shop, case)

            await asyncio.gather(*(one(case) for case in cases[CASES // 2 :]))

    asyncio.run(asyncio.wait_for(rest(), 120))

    for case in cases:
        case.check(server)
        str(case.error)
    ends = Counter(
        (case.operation.id, "error" if case.error else "value") for case in cases
    )
    assert len(ends) == 2 * 6 and min(ends.values()) > 10, ends
    harmless = [case.error is None for case in cases if case.kind in HARMLESS]
    # A fault before it may have closed the connection at that moment.
    assert sum(harmless) > 0.8 * len(harmless)


def test_a_cancelled_call_frees_its_connection(server: Faulty) -> None:
    """A task that is cancelled while it waits leaves the pool as it was."""
    server.kinds.update({9001: "too late", 9002: "right"})

    async def cancel() -> Any:
        limits = httpx.Limits(max_connections=1)
        async with httpx.AsyncClient(limits=limits) as client:
            api = make_api(servers=(Server(url=server.url),))
            shop = Shop(api, async_client=client)
            task = asyncio.create_task(shop._call_async(GET, {"id": 9001}))
            await asyncio.sleep(0.05)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            return await asyncio.wait_for(shop._call_async(GET, {"id": 9002}), 5)

    assert asyncio.run(cancel()).id == 9002
