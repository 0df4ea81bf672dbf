"""Thousands of clients, streams and failures leave neither sockets nor memory behind."""

from __future__ import annotations

import asyncio
import gc
import os
import time
from collections.abc import Iterator
from typing import Any

import pytest

from .conftest import ShopError
from .faulty import Faulty
from .test_faults import GET, LISTEN, shop_for

EACH = 1000
WARM = 150
"""How often everything is done before it is measured: caches and pools then have their size."""
SPARE_SOCKETS = 10
"""Connections that the server has not yet seen the end of."""
SPARE_MEMORY = 3_000_000
"""Bytes: a kilobyte for each of the things that are done would be more."""

RIGHT, EVENTS, FAILED, CUT = range(4)

pytestmark = pytest.mark.skipif(
    not os.path.isdir("/proc/self/fd"), reason="open files are counted in /proc"
)


@pytest.fixture
def server() -> Iterator[Faulty]:
    """A server for one right reply, one stream and two failures."""
    faulty = Faulty()
    faulty.kinds.update({RIGHT: "right", EVENTS: "right", FAILED: "500", CUT: "cut"})
    yield faulty
    faulty.close()


def _measured() -> tuple[int, int]:
    """Return how many sockets are open, and the resident memory in bytes."""
    gc.collect()
    time.sleep(0.2)
    links = []
    for name in os.listdir("/proc/self/fd"):
        try:
            links.append(os.readlink(f"/proc/self/fd/{name}"))
        except FileNotFoundError:  # the folder itself, open while it was listed
            continue
    with open("/proc/self/statm", encoding="ascii") as file:
        pages = int(file.read().split()[1])
    sockets = sum(link.startswith("socket:") for link in links)
    return sockets, pages * os.sysconf("SC_PAGE_SIZE")


def _stays(before: tuple[int, int], after: tuple[int, int]) -> None:
    assert after[0] - before[0] <= SPARE_SOCKETS, (before, after)
    assert after[1] - before[1] <= SPARE_MEMORY, (before, after)


def _everything(server: Faulty, times: int) -> None:
    for number in range(times):
        shop = shop_for(server)
        assert shop._call(GET, {"id": RIGHT}).id == RIGHT
        if number % 2:
            shop.close()
        del shop  # the others are dropped
    with shop_for(server) as shop:
        for number in range(times):
            stream = shop._call(LISTEN, {"id": EVENTS})
            assert next(stream).id == EVENTS
            if number % 2:
                stream.close()
            del stream
        for number in range(times):
            with pytest.raises(ShopError):
                shop._call(GET, {"id": (FAILED, CUT)[number % 2]})


async def _everything_async(server: Faulty, times: int) -> None:
    for number in range(times):
        shop = shop_for(server)
        assert (await shop._call_async(GET, {"id": RIGHT})).id == RIGHT
        if number % 2:
            await shop.aclose()
        del shop
    async with shop_for(server) as shop:
        for number in range(times):
            stream: Any = await shop._call_async(LISTEN, {"id": EVENTS})
            assert (await stream.__anext__()).id == EVENTS
            if number % 2:
                await stream.aclose()
            del stream
        for number in range(times):
            with pytest.raises(ShopError):
                await shop._call_async(GET, {"id": (FAILED, CUT)[number % 2]})
    await asyncio.sleep(0.1)


def test_the_sync_client_leaves_nothing_behind(server: Faulty) -> None:
    """A thousand clients, streams left early and failed calls: as many sockets as before."""
    _everything(server, WARM)
    before = _measured()
    _everything(server, EACH)
    _stays(before, _measured())


def test_the_async_client_leaves_nothing_behind(server: Faulty) -> None:
    """The same of the async client, closed or dropped."""

    async def run() -> None:
        await _everything_async(server, WARM)
        before = _measured()
        await _everything_async(server, EACH)
        _stays(before, _measured())

    asyncio.run(asyncio.wait_for(run(), 120))
