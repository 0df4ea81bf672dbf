"""Streams: server-sent events and JSON lines, in whatever pieces they come."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncIterator, Iterator
from typing import Any, Optional, Union

import httpx
import pytest

from sdkloom_templates.python.runtime.eventstreaming import (
    EventStream,
    EventStreamAsync,
)
from sdkloom_templates.python.runtime.models import BaseModel
from sdkloom_templates.python.runtime.operation import Operation, Reply
from sdkloom_templates.python.runtime.sse import Parser

from .conftest import Caller, NoResponseError, ShopError, ValidationError, make_api


class Chunk(BaseModel):
    """The data of an event."""

    text: str


class Event(BaseModel):
    """An event."""

    data: Chunk
    event: Optional[str] = None
    id: Optional[str] = None


class Note(BaseModel):
    """An event with text."""

    data: Optional[str] = None
    event: Optional[str] = None
    id: Optional[str] = None


def events(**reply: Any) -> Operation[Any, Any]:
    """Return an operation that answers with events."""
    return Operation(
        id="listen",
        method="GET",
        path="/events",
        replies=(
            Reply(media_type="text/event-stream", decoder="event-stream", **reply),
        ),
        accept="text/event-stream",
    )


class Body(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A reply's body in pieces, which tells whether it was closed."""

    def __init__(self, chunks: list[bytes], failure: Exception | None = None) -> None:
        self.chunks = chunks
        self.failure = failure
        self.closed = False
        self.given = 0

    def __iter__(self) -> Iterator[bytes]:
        for chunk in self.chunks:
            self.given += 1
            yield chunk
        if self.failure is not None:
            raise self.failure

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for chunk in self:
            yield chunk

    def close(self) -> None:
        self.closed = True

    async def aclose(self) -> None:
        self.closed = True


def answer(caller: Caller, *chunks: bytes, failure: Exception | None = None) -> Body:
    """Answer with a stream."""
    body = Body(list(chunks), failure)
    headers = {"content-type": "text/event-stream; charset=utf-8"}
    caller.answer(lambda request: httpx.Response(200, headers=headers, stream=body))
    return body


def data(text: str, end: str = "\n") -> bytes:
    """Return an event with a chunk."""
    return f'data: {{"text": "{text}"}}{end}{end}'.encode()


U = "é€😀"
ONE_BY_ONE = [bytes([byte]) for byte in data(U)]
BOM = b"\xef\xbb\xbf"
JSON_A = b'{"text": "a"}'

CASES: dict[str, tuple[list[bytes], list[str]]] = {
    "LF": ([data("a") + data("b")], ["a", "b"]),
    "CRLF": ([data("a", "\r\n") + data("b", "\r\n")], ["a", "b"]),
    "CR": ([data("a", "\r") + data("b", "\r")], ["a", "b"]),
    "data over two lines": ([b'data: {"text":\ndata: "a"}\n\n'], ["a"]),
    "comments": (
        [b": ping\n\n" + data("a") + b":\n: more\n\n" + data("b")],
        ["a", "b"],
    ),
    "comment inside": ([b": hi\ndata: " + JSON_A + b"\n: there\n\n"], ["a"]),
    "byte order mark": ([BOM + data("a")], ["a"]),
    "byte order mark in pieces": ([BOM[:1], BOM[1:] + data("a")], ["a"]),
    "retry and id": ([b"retry: 3000\nid: 7\n" + data("a")], ["a"]),
    "retry alone": ([b"retry: 3000\n\n" + data("a")], ["a"]),
    "no space": ([b"data:" + JSON_A + b"\n\n"], ["a"]),
    "unknown field": ([b"foo: bar\ndata: " + JSON_A + b"\n\n"], ["a"]),
    "event without data": ([b"event: ping\n\n" + data("a")], ["a"]),
    "one byte at a time": (ONE_BY_ONE, [U]),
    "character split": ([data(U)[:17], data(U)[17:]], [U]),
    "CRLF split": ([data("a", "\r\n")[:-1], b"\n" + data("b")], ["a", "b"]),
    "CRLF split between lines": ([b"data: " + JSON_A + b"\r", b"\n\r", b"\n"], ["a"]),
    "CRLF one byte at a time": (
        [bytes([byte]) for byte in data("a", "\r\n") + data(U, "\r\n")],
        ["a", U],
    ),
    "mixed line ends": (
        [data("a") + data("b", "\r\n") + data("c", "\r")],
        ["a", "b", "c"],
    ),
    "a line end in the text": ([data("x\\ny\\u000bz")], ["x\ny\x0bz"]),
    "a name and no space": ([b"event:add\nid:1\ndata:" + JSON_A + b"\n\n"], ["a"]),
    "U+2028 and U+0085": ([data("x\u2028y\u0085z")], ["x\u2028y\u0085z"]),
    "no blank line at the end": ([data("a") + b"data: " + JSON_A], ["a"]),
    "cut in the middle": ([data("a") + data("b")[:9]], ["a"]),
    "a large event": ([data("x" * 200_000)], ["x" * 200_000]),
    "nothing": ([b": nothing\n\n"], []),
    "no bytes": ([], []),
}


@pytest.mark.parametrize("case", CASES)
def test_every_form_of_the_format_is_read(caller: Caller, case: str) -> None:
    """Line ends, comments, marks and chunks do not change what events say."""
    chunks, texts = CASES[case]
    body = answer(caller, *chunks)

    found = caller.call(events(type=lambda: Chunk))

    assert [chunk.text for chunk in found] == texts
    assert body.closed


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7, 64, 4096, 1 << 20])
@pytest.mark.parametrize("case", CASES)
def test_chunks_do_not_matter(caller: Caller, case: str, size: int) -> None:
    """A stream says the same in chunks of every size."""
    pieces, texts = CASES[case]
    text = b"".join(pieces)
    body = answer(caller, *(text[at : at + size] for at in range(0, len(text), size)))

    found = caller.call(events(type=lambda: Chunk))

    assert [chunk.text for chunk in found] == texts
    assert body.closed


@pytest.mark.parametrize("case", [name for name in CASES if "large" not in name])
def test_the_place_of_a_cut_does_not_matter(case: str) -> None:
    """The parser gives the same events wherever a stream is cut in two."""
    text = b"".join(CASES[case][0])
    whole = Parser().feed(text)
    for at in range(len(text) + 1):
        parser = Parser()
        assert parser.feed(text[:at]) + parser.feed(text[at:]) == whole


@pytest.mark.parametrize(
    "ending",
    [
        [b"data: [DONE]\n\n"],
        [b"data:[DONE]\n\n"],
        [b"data: [DO", b"NE]\r", b"\n\r\n"],
        [b"event: end\nid: 9\ndata: [DONE]\n\n"],
        [],
    ],
)
def test_every_form_of_the_sentinel_ends_the_stream(
    caller: Caller, ending: list[bytes]
) -> None:
    """The sentinel may have no space, a name or pieces, and may be missing."""
    body = answer(caller, data("a"), *ending)
    found = caller.call(events(type=lambda: Chunk, sentinel="[DONE]"))
    assert [chunk.text for chunk in found] == ["a"]
    assert body.closed


def test_an_event_is_handed_out_with_the_chunk_that_ends_it() -> None:
    """No event waits for the next one."""
    caller = Caller(False)
    body = answer(caller, data("a"), data("b"), data("c", "\r")[:-1], b"\r")
    given = []
    for chunk in caller.shop()._call(events(type=lambda: Chunk), {}):
        given.append((chunk.text, body.given))
    assert given == [("a", 1), ("b", 2), ("c", 4)]


def test_the_sentinel_ends_the_stream(caller: Caller) -> None:
    """What follows the sentinel is not read, and the connection is freed."""
    body = answer(caller, data("a") + b"data: [DONE]\n\n" + data("z"), data("z"))

    found = caller.call(events(type=lambda: Chunk, sentinel="[DONE]"))

    assert [chunk.text for chunk in found] == ["a"]
    assert body.closed and body.given == 1


def test_events_have_their_fields(caller: Caller) -> None:
    """Name, data and the last id of the stream are in each event."""
    answer(caller, b"event: add\nid: 1\n" + data("a") + data("b"))

    first, second = caller.call(events(type=lambda: Event))

    assert first == Event(event="add", id="1", data=Chunk(text="a"))
    assert second == Event(id="1", data=Chunk(text="b"))


def test_text_is_not_read_as_json(caller: Caller) -> None:
    """Data that the document says is a string stays one, even if it looks like a number."""
    answer(caller, b"data: 123\n\ndata:  two\ndata: lines\n\n")

    found = caller.call(events(type=lambda: Note, data_is_json=False))

    assert [note.data for note in found] == ["123", " two\nlines"]


def test_data_that_may_be_a_text_need_not_be_json(caller: Caller) -> None:
    """Beside models and numbers, what is no JSON is the text; alone, nothing is JSON."""
    answer(caller, data("a") + b"data: hello\n\ndata: 5\n\n")
    mixed = caller.call(events(type=lambda: Union[Chunk, int, str]))
    assert list(mixed) == [Chunk(text="a"), "hello", 5]

    answer(caller, b'data: 5\n\ndata: "x"\n\n')
    texts = caller.call(events(type=lambda: str, data_is_json=False))
    assert list(texts) == ["5", '"x"']

    answer(caller, b"data: hello\n\n")
    with pytest.raises(ValidationError):
        list(caller.call(events(type=lambda: Chunk)))


def test_events_without_data_come_where_data_may_be_absent(caller: Caller) -> None:
    """With optional data, an event with only a name is an event."""
    answer(caller, b"event: ping\n\n: comment\n\nretry: 1\n\ndata: x\n\n")
    reply = {"type": lambda: Note, "data_is_json": False, "data_required": False}

    found = caller.call(events(**reply))

    assert [(note.event, note.data) for note in found] == [("ping", None), (None, "x")]


def test_an_event_that_does_not_fit_is_the_sdks_error(caller: Caller) -> None:
    """The error has the reply's status and the event's data."""
    body = answer(caller, data("a") + b"data: {}\n\n")
    with pytest.raises(ValidationError) as caught:
        caller.call(events(type=lambda: Chunk))
    assert (caught.value.status_code, caught.value.body) == (200, "{}")
    assert body.closed


def test_a_cut_connection_is_the_sdks_error(caller: Caller) -> None:
    """A stream that breaks off raises the SDK's error, which is also httpx's."""
    answer(caller, data("a"), failure=httpx.RemoteProtocolError("peer closed"))
    with pytest.raises(ShopError) as caught:
        caller.call(events(type=lambda: Chunk))
    assert isinstance(caught.value, httpx.RemoteProtocolError)


def test_an_error_reply_to_a_stream_is_read(caller: Caller) -> None:
    """A status of an error raises an error with the body, not a stream."""
    caller.answer(httpx.Response(503, text="down"))
    with pytest.raises(ShopError) as caught:
        caller.call(events(type=lambda: Chunk))
    assert (caught.value.status_code, caught.value.body) == (503, "down")


def test_leaving_early_frees_the_connection() -> None:
    """The end of a with block, close(), and being dropped close the reply."""
    caller = Caller(False)
    shop = caller.shop()
    operation = events(type=lambda: Chunk)

    body = answer(caller, data("a"), data("b"))
    with shop._call(operation, {}) as stream:
        assert next(stream).text == "a"
        assert not body.closed
    assert body.closed

    body = answer(caller, data("a"), data("b"))
    for _ in shop._call(operation, {}):
        break
    assert body.closed

    body = answer(caller, data("a"))
    stream = shop._call(operation, {})
    assert isinstance(stream, EventStream) and not body.closed
    del stream
    gc.collect()
    assert body.closed


def test_leaving_early_frees_the_connection_of_async_streams() -> None:
    """The end of an async with block and aclose() close the reply."""
    caller = Caller(True)
    shop = caller.shop()
    operation = events(type=lambda: Chunk)

    async def leave() -> list[bool]:
        closed = []
        body = answer(caller, data("a"), data("b"))
        async with await shop._call_async(operation, {}) as stream:
            assert isinstance(stream, EventStreamAsync)
            assert (await stream.__anext__()).text == "a"
        closed.append(body.closed)
        body = answer(caller, data("a"))
        stream = await shop._call_async(operation, {})
        del stream
        await asyncio.sleep(0.01)
        closed.append(body.closed)
        return closed

    assert asyncio.run(leave()) == [True, True]


@pytest.mark.parametrize("kind", ["events", "lines"])
def test_a_closed_stream_hands_out_nothing_more(caller: Caller, kind: str) -> None:
    """A loop that closes its stream ends; one over a stream that was never read is told why."""
    lines = Reply(media_type="application/jsonl", decoder="json-lines")
    operation: Operation[Any] = events()
    content = data("a") + data("b")
    if kind == "lines":
        operation = Operation(id="e", method="GET", path="/e", replies=(lines,))
        content = JSON_A + b"\n" + JSON_A + b"\n"
    headers = {"content-type": operation.replies[0].media_type}
    caller.answer(
        lambda request: httpx.Response(
            200, headers=headers, stream=Body([content, content], None)
        )
    )

    async def read_async(before: bool) -> int:
        stream = await caller.shop()._call_async(operation, {})
        if before:
            await stream.aclose()
        count = 0
        async for _ in stream:
            count += 1
            await stream.aclose()
        return count

    def read(before: bool) -> int:
        if caller.is_async:
            return asyncio.run(read_async(before))
        stream = caller.shop()._call(operation, {})
        if before:
            stream.close()
        count = 0
        for _ in stream:
            count += 1
            stream.close()
        return count

    assert read(before=False) == 1
    with pytest.raises(ShopError, match="closed") as caught:
        read(before=True)
    assert isinstance(caught.value, RuntimeError)


def test_last_id_and_retry_are_known() -> None:
    """A stream tells where to go on and how long to wait before."""
    caller = Caller(False)
    answer(caller, b"id: 7\nretry: 1500\n" + data("a"))
    stream = caller.shop()._call(events(type=lambda: Chunk), {})
    list(stream)
    assert (stream.last_event_id, stream.retry) == ("7", 1500)


def test_an_event_that_is_not_whole_is_asked_for_again(caller: Caller) -> None:
    """The last id is that of what was handed out: not of what came in the same piece, nor of an
    event that was cut off.
    """
    chunk = b"id: 1\n" + data("a") + b"id: 2\n" + data("b") + b"id: 3\ndata: "
    body = Body([chunk], httpx.ReadError("lost"))
    headers = {"content-type": "text/event-stream"}
    caller.answer(lambda request: httpx.Response(200, headers=headers, stream=body))
    shop, operation = caller.shop(), events(type=lambda: Chunk)
    ids = []

    async def read() -> None:
        stream = await shop._call_async(operation, {})
        with pytest.raises(ShopError):
            async for _ in stream:
                ids.append(stream.last_event_id)
        ids.append(stream.last_event_id)

    if caller.is_async:
        asyncio.run(read())
    else:
        stream = shop._call(operation, {})
        with pytest.raises(ShopError):
            for _ in stream:
                ids.append(stream.last_event_id)
        ids.append(stream.last_event_id)
    assert ids == ["1", "2", "2"]


def test_a_hook_that_fails_leaves_no_stream_open(caller: Caller) -> None:
    """The connection is free when a hook raises, or returns an exception, after a reply came."""

    class Failing:
        def after_success(self, hook_ctx: Any, response: Any) -> Any:
            raise KeyError("hook")

    def register(hooks: Any) -> None:
        hooks.register_after_success_hook(Failing())

    body = answer(caller, data("a"))
    shop = caller.shop(make_api(hooks=lambda: register))
    with pytest.raises(KeyError):
        caller.call(events(type=lambda: Chunk), shop=shop)
    assert body.closed


def test_a_cancelled_hook_leaves_no_stream_open() -> None:
    """Cancelling a task that waits in a hook closes the reply that is open already."""

    class Waiting:
        async def after_success(self, hook_ctx: Any, response: Any) -> Any:
            await asyncio.sleep(60)

    def register(hooks: Any) -> None:
        hooks.register_after_success_hook(Waiting())

    caller = Caller(True)
    body = answer(caller, data("a"))
    shop = caller.shop(make_api(hooks=lambda: register))

    async def cancel() -> None:
        task = asyncio.create_task(shop._call_async(events(type=lambda: Chunk), {}))
        await asyncio.sleep(0.05)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(cancel())
    assert body.closed


def test_unions_of_events_are_told_apart(caller: Caller) -> None:
    """Each event becomes the member that it fits."""
    answer(caller, data("a") + b'data: "plain"\n\n')
    found = caller.call(events(type=lambda: Union[Event, Note]))
    assert [type(event) for event in found] == [Event, Note]


LINES: Operation[Any, Any] = Operation(
    id="lines",
    method="GET",
    path="/lines",
    replies=(
        Reply(media_type="application/jsonl", decoder="json-lines", type=lambda: Chunk),
    ),
)


@pytest.mark.parametrize(
    "chunks",
    [
        [b'{"text":"a"}\n{"text":"b"}\n'],
        [b'{"text":"a"}\r\n\r\n{"text":"b"}'],
        [b'\xef\xbb\xbf{"text":"a"}\n{"te', b'xt":"b"', b"}"],
        [bytes([byte]) for byte in b'{"text":"a"}\n{"text":"b"}\n'],
    ],
)
def test_json_lines_are_read(caller: Caller, chunks: list[bytes]) -> None:
    """Each line is a value; the last needs no line end, and empty ones are none."""
    body = Body(chunks)
    headers = {"content-type": "application/x-jsonl"}
    caller.answer(lambda request: httpx.Response(200, headers=headers, stream=body))
    assert [chunk.text for chunk in caller.call(LINES)] == ["a", "b"]
    assert body.closed


@pytest.mark.parametrize("size", [1, 3, 100])
def test_json_text_sequences_are_read(caller: Caller, size: int) -> None:
    """RFC 7464: a record separator before each text, which may have lines of its own."""
    whole = b'\x1e{"text":\n"a"}\n\x1e{"text": "b"}\n'
    body = Body([whole[at : at + size] for at in range(0, len(whole), size)])
    headers = {"content-type": "application/json-seq"}
    caller.answer(lambda request: httpx.Response(200, headers=headers, stream=body))
    operation: Operation[Any] = Operation(
        id="sequence",
        method="GET",
        path="/",
        replies=(
            Reply(
                media_type="application/json-seq",
                decoder="json-lines",
                type=lambda: Chunk,
            ),
        ),
    )
    assert [chunk.text for chunk in caller.call(operation)] == ["a", "b"]
    assert body.closed


def test_a_text_of_a_sequence_that_is_cut_short_is_an_error(caller: Caller) -> None:
    """RFC 7464, 2.4: a number that no white space ends may be the beginning of another."""
    reply = Reply(media_type="application/json-seq", decoder="json-lines")
    operation: Operation[Any] = Operation(
        id="numbers", method="GET", path="/", replies=(reply,)
    )
    headers = {"content-type": "application/json-seq"}
    for text, is_whole in {b"\x1e12\n\x1e3\n": True, b"\x1e12\n\x1e3": False}.items():
        body = Body([text])
        caller.answer(
            lambda request, body=body: httpx.Response(  # type: ignore[misc]
                200, headers=headers, stream=body
            )
        )
        if is_whole:
            assert caller.call(operation) == [12, 3]
        else:
            with pytest.raises(ValidationError, match="cut short"):
                caller.call(operation)


def test_a_broken_stream_goes_on(
    caller: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is opened again with the id of its last event, however often nobody is there first."""
    from sdkloom_templates.python.runtime.resuming import resumed, resumed_async

    lost = httpx.ReadError("lost")
    bodies: list[Any] = [
        Body([b"retry: 1\nid: 1\n" + data("a")], lost),
        Body([], lost),
        httpx.ConnectError("nobody is there"),
        Body([b"id: 2\n" + data("b")]),
    ]
    headers = {"content-type": "text/event-stream"}

    def reply(request: httpx.Request) -> httpx.Response:
        body = bodies.pop(0)
        if isinstance(body, Exception):
            raise body
        return httpx.Response(200, headers=headers, stream=body)

    recorder = caller.answer(reply)
    shop = caller.shop()
    operation = events(type=lambda: Chunk)

    async def go_on() -> list[Any]:
        opened = resumed_async(
            lambda more: shop._call_async(operation, {}, http_headers=more)
        )
        return [chunk async for chunk in opened]

    if caller.is_async:
        found = asyncio.run(go_on())
    else:
        found = list(resumed(lambda more: shop._call(operation, {}, http_headers=more)))

    assert [chunk.text for chunk in found] == ["a", "b"]
    ids = [request.headers.get("last-event-id") for request in recorder.requests]
    assert ids == [None, "1", "1", "1"]


@pytest.mark.parametrize("opened", [0, 1])
def test_a_stream_that_cannot_be_opened_is_an_error(
    caller: Caller, opened: int
) -> None:
    """At once if it never was; after some attempts otherwise."""
    from sdkloom_templates.python.runtime.resuming import resumed, resumed_async

    headers = {"content-type": "text/event-stream"}
    bodies = [Body([b"retry: 0\n" + data("a")], httpx.ReadError("lost"))][:opened]

    def reply(request: httpx.Request) -> httpx.Response:
        if not bodies:
            raise httpx.ConnectError("nobody is there")
        return httpx.Response(200, headers=headers, stream=bodies.pop(0))

    recorder = caller.answer(reply)
    shop = caller.shop()
    operation = events(type=lambda: Chunk)

    async def go_on() -> None:
        async for _ in resumed_async(lambda more: shop._call_async(operation, {}), 3):
            assert opened

    with pytest.raises(NoResponseError, match="nobody is there"):
        if caller.is_async:
            asyncio.run(go_on())
        else:
            list(resumed(lambda more: shop._call(operation, {}), 3))
    assert len(recorder.requests) == (4 if opened else 1)


def test_a_download_is_saved(caller: Caller, tmp_path: Any) -> None:
    """A reply goes to a file piece by piece; one that breaks off leaves no file."""
    from sdkloom_templates.python.runtime.downloads import save, save_async

    operation: Operation[Any] = Operation(
        id="get",
        method="GET",
        path="/file",
        replies=(Reply(media_type="*/*", decoder="stream"),),
    )
    seen: list[tuple[int, Optional[int]]] = []

    def fetch(body: Body) -> int:
        headers = {"content-type": "image/png", "content-length": "6"}
        caller.answer(lambda request: httpx.Response(200, headers=headers, stream=body))
        note = lambda done, total: seen.append((done, total))  # noqa: E731
        if caller.is_async:

            async def both() -> int:
                response = await caller.shop()._call_async(operation, {})
                return await save_async(response, tmp_path / "x", note)

            return asyncio.run(both())
        return save(caller.shop()._call(operation, {}), tmp_path / "x", note)

    assert fetch(Body([b"abc", b"def"])) == 6
    assert (tmp_path / "x").read_bytes() == b"abcdef"
    assert seen == [(3, 6), (6, 6)]
    (tmp_path / "x").unlink()
    with pytest.raises(httpx.ReadError):
        fetch(Body([b"abc"], httpx.ReadError("lost")))
    assert list(tmp_path.iterdir()) == []
