"""What async code needs beside the http client, under asyncio and, by anyio, under trio.

httpx runs under both; anyio is there where httpx is. asyncio is asked first, by itself.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Callable, Coroutine, TypeVar

if TYPE_CHECKING:
    from collections.abc import MutableMapping

T = TypeVar("T")


def running_asyncio() -> Any:
    """Return the running event loop of asyncio, None where there is none."""
    asyncio = sys.modules.get("asyncio")
    try:
        return None if asyncio is None else asyncio.get_running_loop()
    except RuntimeError:
        return None


def running_loop() -> Any:
    """Return what connections and locks belong to: asyncio's event loop, or the run of trio.

    None where nothing of that kind is running.
    """
    loop = running_asyncio()
    trio = sys.modules.get("trio")
    if loop is not None or trio is None:
        return loop
    try:
        return trio.lowlevel.current_trio_token()
    except RuntimeError:
        return None


def is_over(loop: Any) -> bool:
    """Tell whether a loop will never run again."""
    if hasattr(loop, "is_closed"):
        return bool(loop.is_closed())
    try:
        if loop is not None:
            loop.run_sync_soon(int)
    except RuntimeError:  # trio's RunFinishedError
        return True
    return False


async def sleep(seconds: float) -> None:
    """Wait, and let others run."""
    if running_asyncio() is not None:
        from asyncio import sleep

        return await sleep(seconds)
    import anyio

    await anyio.sleep(seconds)


async def in_thread(function: Callable[..., T], *arguments: Any) -> T:
    """Run a function that may wait in a thread, and return what it returns."""
    if running_asyncio() is not None:
        from asyncio import to_thread

        return await to_thread(function, *arguments)
    import anyio.to_thread

    return await anyio.to_thread.run_sync(lambda: function(*arguments))


def lock_of(locks: MutableMapping[int, tuple[Any, Any]]) -> Any:
    """Return the lock of the running loop, which is kept among those of other loops."""
    loop = running_loop()
    known = locks.get(id(loop))
    if known is not None and known[0] is loop:
        return known[1]
    for key, (other, _) in list(locks.items()):
        if is_over(other):
            locks.pop(key, None)
    made = _lock()
    locks[id(loop)] = (loop, made)
    return made


def _lock() -> Any:
    if running_asyncio() is not None:
        import asyncio

        return asyncio.Lock()
    import anyio

    return anyio.Lock()


def later(close: Callable[[], Coroutine[Any, Any, Any]]) -> bool:
    """Have something closed soon by the running loop; False if none is running.

    What was opened on a loop that has ended went with it, and closing it fails unheard.
    """

    async def quietly() -> None:
        with suppress(Exception):
            await close()

    loop = running_asyncio()
    if loop is not None:
        loop.create_task(quietly())
        return True
    if running_loop() is None:
        return False
    sys.modules["trio"].lowlevel.spawn_system_task(quietly)
    return True
