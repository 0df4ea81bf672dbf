"""Async calls under trio do what they do under asyncio; what waits is shared by all that wait."""

from __future__ import annotations

import asyncio
import gc
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
import pytest
import trio
import trio.testing

from sdkloom_templates.python.runtime.asynchooks import (
    AsyncBeforeRequestHook,
    SyncToAsyncBeforeRequestAdapter,
)
from sdkloom_templates.python.runtime.eventloops import is_over, running_loop
from sdkloom_templates.python.runtime.hooks import BeforeRequestHook
from sdkloom_templates.python.runtime.models import BaseModel
from sdkloom_templates.python.runtime.operation import (
    Operation,
    PageInput,
    Pagination,
    Parameter,
    Reply,
    Scheme,
    Wrapper,
)
from sdkloom_templates.python.runtime.retries import BackoffStrategy, RetryConfig

from .conftest import Caller, Shop, make_api

GET: Operation[Any] = Operation(id="get", method="GET", path="/get", replies=(Reply(),))
EVENTS: Operation[Any] = Operation(
    id="events",
    method="GET",
    path="/events",
    replies=(Reply(media_type="text/event-stream", decoder="event-stream"),),
)
AGAIN = RetryConfig("backoff", BackoffStrategy(1, 2, 1.0, 5000))


class Page(BaseModel):
    """A page."""

    result: Any
    next: Any


LIST: Operation[Any] = Operation(
    id="list",
    method="GET",
    path="/list",
    parameters=(Parameter(name="page"),),
    replies=(Reply(),),
    pagination=Pagination(
        kind="offsetLimit",
        inputs=(PageInput(role="page", argument="page"),),
        results="$",
    ),
    wrapper=Wrapper(type=lambda: Page, next="next"),
)


class Server(BaseHTTPRequestHandler):
    """Fails every other GET, tells events without an end, gives tokens and pages."""

    protocol_version = "HTTP/1.1"
    paths: list[str] = []

    def log_message(self, *_: Any) -> None:
        """Say nothing."""

    def do_POST(self) -> None:
        """Give a token."""
        self.rfile.read(int(self.headers["content-length"]))
        self.do_GET()

    def do_GET(self) -> None:
        """Answer by the path."""
        self.paths.append(self.path)
        path = self.path.partition("?")[0]
        if path == "/events":
            self.send_response(200)
            self.send_header("content-type", "text/event-stream")
            self.end_headers()
            self.wfile.write(b"data: 1\n\ndata: 2\n\n")
            self.close_connection = True
            return
        bodies = {"/token": b'{"access_token": "t"}', "/list": b"[1]"}
        content = bodies.get(path, b'{"id": 1}')
        is_bad = path == "/get" and self.paths.count("/get") % 2 == 1
        self.send_response(503 if is_bad else 200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@pytest.fixture
def url() -> Iterator[str]:
    """The address of a server on loopback."""
    Server.paths = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_calls_retries_and_streams_under_trio(url: str) -> None:
    """A client calls, waits, reads events and closes, in one run after another."""
    shop = Shop(make_api(), server_url=url, retry_config=AGAIN)

    async def use() -> None:
        assert await shop._call_async(GET, {}) == {"id": 1}
        stream = await shop._call_async(EVENTS, {})
        assert [event async for event in stream] == [1, 2]
        await shop.sdk_configuration.async_client.aclose()

    trio.run(use)
    trio.run(use)
    assert Server.paths.count("/get") == 4


def test_each_run_of_trio_has_its_own_connections(url: str) -> None:
    """Those of a run that is over are forgotten."""
    shop = Shop(make_api(), server_url=url)
    seen: list[Any] = []

    async def use() -> None:
        seen.append(shop.sdk_configuration.async_client)
        seen.append(running_loop())

    for _ in range(2):
        trio.run(use)
    assert seen[0] is not seen[2]
    assert is_over(seen[1]) and len(shop.sdk_configuration.clients._loops) == 1
    shop.close()


def test_tokens_are_shared_under_trio(url: str) -> None:
    """Calls that wait for the same token ask for it once."""
    scheme = Scheme(
        key="oauth",
        kind="clientCredentials",
        token_url=f"{url}/token",
        fields=(("client_id", "id"), ("client_secret", "secret")),
    )
    api = make_api(schemes=(scheme,), security=((("oauth", ()),),))
    shop = Shop(api, server_url=url, security={"id": "i", "secret": "s"})

    async def together() -> None:
        async with trio.open_nursery() as nursery:
            for _ in range(5):
                nursery.start_soon(shop._call_async, LIST, {})
        await shop.aclose()

    trio.run(together)
    assert Server.paths.count("/token") == 1


def test_hooks_under_trio(url: str) -> None:
    """Sync hooks run in a thread there too, and by themselves or adapted."""
    threads: list[str] = []

    class Sync(BeforeRequestHook):
        """Notes the thread it runs in."""

        def before_request(self, hook_ctx: Any, request: Any) -> Any:
            """Go on."""
            threads.append(threading.current_thread().name)
            return request

    class Native(AsyncBeforeRequestHook):
        """Notes the thread it runs in."""

        async def before_request(self, hook_ctx: Any, request: Any) -> Any:
            """Go on."""
            threads.append(threading.current_thread().name)
            await trio.sleep(0)
            return request

    def register(hooks: Any) -> None:
        hooks.register_before_request_hook(Sync())
        hooks.register_before_request_hook(Native())
        hooks.register_before_request_hook(SyncToAsyncBeforeRequestAdapter(Sync()))

    shop = Shop(make_api(async_hooks=lambda: register), server_url=url)

    async def use() -> None:
        await shop._call_async(LIST, {})
        await shop.aclose()

    trio.run(use)
    main = threading.current_thread().name
    assert [name == main for name in threads] == [False, True, False]


def test_a_stream_that_is_dropped_under_trio_is_closed(url: str) -> None:
    """Its connection is free when nothing refers to it any more."""
    shop = Shop(make_api(), server_url=url)

    async def use() -> bool:
        stream = await shop._call_async(EVENTS, {})
        response = stream.response
        del stream
        gc.collect()
        await trio.testing.wait_all_tasks_blocked()
        closed = bool(response.is_closed)
        await shop.aclose()
        return closed

    assert trio.run(use)


def slow_pages(caller: Caller) -> Any:
    """Have a server that takes its time for each page."""

    def answer(request: httpx.Request) -> httpx.Response:
        time.sleep(0.01)
        return httpx.Response(200, json=[1])

    return caller.answer(answer)


def test_threads_that_want_the_same_page_fetch_it_once() -> None:
    """The second waits for what the first gets."""
    caller = Caller(False)
    recorder = slow_pages(caller)
    first = caller.call(LIST)
    found: list[Any] = []

    threads = [
        threading.Thread(target=lambda: found.append(first.next())) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(recorder.requests) == 2
    assert len({id(page) for page in found}) == 1 and len(found) == 8


@pytest.mark.parametrize("library", ["asyncio", "trio"])
def test_tasks_that_want_the_same_page_fetch_it_once(url: str, library: str) -> None:
    """The second waits for what the first gets; if that is cancelled, it asks itself."""
    shop = Shop(make_api(), server_url=url)
    found: list[Any] = []

    async def want(first: Any) -> None:
        found.append(await first.next())

    async def with_trio() -> None:
        first = await shop._call_async(LIST, {})
        async with trio.open_nursery() as nursery:
            for _ in range(8):
                nursery.start_soon(want, first)
        await shop.aclose()

    async def with_asyncio() -> None:
        first = await shop._call_async(LIST, {})
        begun = asyncio.create_task(want(first))
        others = [asyncio.create_task(want(first)) for _ in range(8)]
        await asyncio.sleep(0)
        begun.cancel()
        await asyncio.gather(*others)
        await shop.aclose()

    trio.run(with_trio) if library == "trio" else asyncio.run(with_asyncio())

    assert len({id(page) for page in found}) == 1 and len(found) == 8
    assert Server.paths.count("/list?page=2") <= 2 - (library == "trio")


def test_a_page_that_could_not_be_had_is_asked_for_again(caller: Caller) -> None:
    """A failure is no page: the next `next()` tries once more."""
    statuses = iter([200, 500, 200])
    caller.answer(lambda request: httpx.Response(next(statuses), json=[1]))
    first = caller.call(LIST)

    def following() -> Any:
        return asyncio.run(first.next()) if caller.is_async else first.next()

    with pytest.raises(Exception, match="500"):
        following()
    assert following().result == [1]


def test_asyncio_needs_no_other_library() -> None:
    """Nothing of this imports anyio or trio where asyncio runs."""
    here = "sdkloom_templates.python.runtime.eventloops"
    code = (
        f"import asyncio, sys\nfrom {here} import in_thread, lock_of, sleep\n"
        "async def main():\n    await sleep(0)\n    await in_thread(int)\n"
        "    async with lock_of({}):\n        pass\n"
        "asyncio.run(main())\nprint({'anyio', 'trio'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize("what", ["a client", "a stream"])
def test_what_outlives_its_loop_goes_unheard(
    what: str, url: str, caplog: pytest.LogCaptureFixture
) -> None:
    """What another loop finds dropped cannot be closed there, and nobody is told of it."""
    held: list[Any] = []

    async def use() -> None:
        shop = Shop(make_api(), server_url=url)
        if what == "a client":
            await shop._call_async(LIST, {})
            held.append(shop)
        else:
            held.append(await shop._call_async(EVENTS, {}))

    async def drop() -> None:
        held.clear()
        for _ in range(3):
            gc.collect()
            await asyncio.sleep(0.01)

    asyncio.run(use())
    asyncio.run(drop())
    assert [record.getMessage() for record in caplog.records] == []
