"""Replies as they come: read, or read in a `with` block, with every error of an ordinary call."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Optional

import httpx
import pytest

from sdkloom_templates.python.runtime.eventstreaming import EventStream
from sdkloom_templates.python.runtime.group import BaseSDK
from sdkloom_templates.python.runtime.models import BaseModel
from sdkloom_templates.python.runtime.operation import (
    Operation,
    PageInput,
    Pagination,
    Parameter,
    Reply,
    Wrapper,
)
from sdkloom_templates.python.runtime.rawresponses import (
    raw_response,
    raw_response_async,
    streaming_response,
    streaming_response_async,
)

from .conftest import Caller, DefaultError, NoResponseError, ValidationError


class Pet(BaseModel):
    """What a reply holds."""

    name: str


class Page(BaseModel):
    """A page."""

    next: Callable[[], Any]
    result: Any


GET: Operation[Pet] = Operation(
    id="get",
    method="GET",
    path="/pets",
    parameters=(Parameter(name="after"),),
    replies=(Reply(type=lambda: Pet),),
)
EVENTS: Operation[Any] = Operation(
    id="events",
    method="GET",
    path="/pets",
    replies=(
        Reply(media_type="text/event-stream", decoder="event-stream"),
        Reply(type=lambda: Pet),
    ),
)
PAGES: Operation[Any] = Operation(
    id="pages",
    method="GET",
    path="/pets",
    parameters=(Parameter(name="after"),),
    replies=(Reply(type=lambda: Pet),),
    pagination=Pagination(
        kind="cursor",
        inputs=(PageInput(role="cursor", argument="after"),),
        next_cursor="$.name",
    ),
    wrapper=Wrapper(type=lambda: Page, next="next"),
)


class Pets(BaseSDK):
    """A group as it is printed."""

    def get(self, *, after: Optional[str] = None, **options: Any) -> Any:
        return self._call(GET, {"after": after}, **options)

    async def get_async(self, *, after: Optional[str] = None, **options: Any) -> Any:
        return await self._call_async(GET, {"after": after}, **options)

    def events(self) -> Any:
        return self._call(EVENTS, {})

    def pages(self) -> Any:
        return self._call(PAGES, {"after": None})


class Body(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that says how much of it has been read."""

    def __init__(self, *pieces: bytes) -> None:
        self.pieces = pieces
        self.read = 0

    def __iter__(self) -> Iterator[bytes]:
        for piece in self.pieces:
            self.read += 1
            yield piece

    async def __aiter__(self) -> Any:
        for piece in self:
            yield piece


def _pets(caller: Caller) -> Pets:
    return Pets(caller.shop().sdk_configuration)


def _raw(caller: Caller, **options: Any) -> Any:
    pets = _pets(caller)
    if not caller.is_async:
        return raw_response(pets.get)(**options)
    return asyncio.run(raw_response_async(pets.get_async)(**options))


def test_a_raw_reply_has_what_http_has(caller: Caller) -> None:
    """Status, headers, body, request and its id; the value only when it is asked for."""
    headers = {"X-Request-Id": "r-1", "X-A": "1"}
    caller.answer(httpx.Response(200, json={"name": "Rex"}, headers=headers))
    reply = _raw(caller, after="x", http_headers={"X-B": "2"})

    assert reply.status_code == 200
    assert reply.headers["x-a"] == "1"
    assert reply.request_id == "r-1"
    assert reply.content == b'{"name":"Rex"}' and reply.text == '{"name":"Rex"}'
    assert reply.json() == {"name": "Rex"}
    assert reply.http_request.url.params["after"] == "x"
    assert reply.http_request.headers["x-b"] == "2"
    assert reply.parse() == reply.parse() == Pet(name="Rex")
    assert repr(reply) == "<RawResponse [200] application/json>"


@pytest.mark.parametrize(
    "name", ["x-request-id", "request-id", "x-amzn-requestid", "x-correlation-id"]
)
def test_replies_and_errors_find_the_same_request_ids(
    caller: Caller, name: str
) -> None:
    """Whatever a server calls the header, a reply and an error have it."""
    caller.answer(httpx.Response(200, json={"no": 1}, headers={name: "r-2"}))
    reply = _raw(caller)

    with pytest.raises(ValidationError) as raised:
        reply.parse()

    assert reply.request_id == raised.value.request_id == "r-2"


def test_a_raw_reply_that_does_not_fit_is_there(caller: Caller) -> None:
    """What the body means is asked for by `parse()`, which raises."""
    caller.answer(httpx.Response(200, json={"no": 1}))
    reply = _raw(caller)
    assert reply.json() == {"no": 1} and reply.request_id is None
    with pytest.raises(ValidationError):
        reply.parse()


def test_errors_are_those_of_an_ordinary_call(caller: Caller) -> None:
    """A status of failure and a lost connection raise."""
    caller.answer(httpx.Response(404, text="no"))
    with pytest.raises(DefaultError):
        _raw(caller)

    def lost(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("lost", request=request)

    caller.answer(lost)
    with pytest.raises(NoResponseError):
        _raw(caller)


def test_what_is_no_method_is_refused(caller: Caller) -> None:
    """Only a client's own methods have replies."""
    with pytest.raises(TypeError, match="not a method"):
        raw_response(len)


def test_the_group_itself_is_left_as_it_is(caller: Caller) -> None:
    """A view changes nothing for those who do not use it."""
    caller.answer(httpx.Response(200, json={"name": "Rex"}))
    pets = _pets(Caller(is_async=False))
    raw_response(pets.get)
    assert "_call" not in vars(pets)


def test_a_stream_is_parsed_while_it_comes() -> None:
    """The raw reply of a method that streams is open."""
    caller = Caller(is_async=False)
    kind = {"content-type": "text/event-stream"}
    caller.answer(
        lambda request: httpx.Response(200, headers=kind, content=b"data: 1\n\n")
    )
    stream = raw_response(_pets(caller).events)().parse()
    assert isinstance(stream, EventStream)
    assert len(list(stream)) == 1


def test_pages_go_on_as_ordinary_ones() -> None:
    """`next()` of a parsed page gives a page, and not its reply."""
    caller = Caller(is_async=False)
    caller.answer(
        lambda request: httpx.Response(
            200, json={"name": request.url.params.get("after", "") + "a"}
        )
    )
    page = raw_response(_pets(caller).pages)().parse()
    assert isinstance(page.next(), Page)
    assert page.next().result == Pet(name="aa")


def _streamed(caller: Caller, use: Callable[[Any], Any]) -> Any:
    """Use a streaming reply in its block; what `use` returns is awaited if it can be."""
    pets = _pets(caller)
    if not caller.is_async:
        with streaming_response(pets.get)() as reply:
            return use(reply)

    async def main() -> Any:
        async with streaming_response_async(pets.get_async)() as reply:
            found = use(reply)
            if hasattr(found, "__aiter__"):
                return [piece async for piece in found]
            return await found if hasattr(found, "__await__") else found

    return asyncio.run(main())


def _answer(caller: Caller, body: Body, status: int = 200) -> None:
    kind = {"content-type": "application/json"}
    caller.answer(lambda request: httpx.Response(status, headers=kind, stream=body))


def test_a_streaming_reply_is_not_read_before(caller: Caller) -> None:
    """Headers are there first; at the end of the block the connection is free."""
    body = Body(b'{"name":', b'"Rex"}')
    _answer(caller, body)
    replies = []
    status = _streamed(caller, lambda reply: replies.append(reply) or body.read)
    assert status == 0
    assert replies[0].http_response.is_closed


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        ("read", b'{"name":"Rex"}'),
        ("text", '{"name":"Rex"}'),
        ("json", {"name": "Rex"}),
        ("parse", Pet(name="Rex")),
    ],
)
def test_a_streaming_reply_is_read_whole(
    caller: Caller, method: str, expected: Any
) -> None:
    """As bytes, as text, as JSON, as what it means."""
    _answer(caller, Body(b'{"name":', b'"Rex"}'))
    assert _streamed(caller, lambda reply: getattr(reply, method)()) == expected


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        ("iter_bytes", [b"a\nb", b"c\n"]),
        ("iter_text", ["a\nb", "c\n"]),
        ("iter_lines", ["a", "bc"]),
    ],
)
def test_a_streaming_reply_is_read_in_pieces(
    caller: Caller, method: str, expected: list[Any]
) -> None:
    """As they come."""
    _answer(caller, Body(b"a\nb", b"c\n"))

    def use(reply: Any) -> Any:
        pieces = getattr(reply, method)()
        return pieces if hasattr(pieces, "__aiter__") else list(pieces)

    assert [piece for piece in _streamed(caller, use) if piece] == expected


def test_a_streaming_reply_goes_to_a_file(caller: Caller, tmp_path: Path) -> None:
    """Piece by piece, and who asks is told how far it is."""
    _answer(caller, Body(b"abc", b"de"))
    told: list[tuple[int, Optional[int]]] = []
    path = tmp_path / "pet"
    size = _streamed(
        caller,
        lambda reply: reply.stream_to_file(path, lambda *now: told.append(now)),
    )
    assert size == 5 and path.read_bytes() == b"abcde"
    assert told == [(3, None), (5, None)]


def test_a_streaming_reply_that_is_an_error_is_raised(caller: Caller) -> None:
    """With its body, which is read for it."""
    _answer(caller, Body(b"no ", b"pets"), status=400)
    with pytest.raises(DefaultError) as caught:
        _streamed(caller, lambda reply: None)
    assert caught.value.body == "no pets"


def test_a_connection_that_is_lost_on_the_way(caller: Caller) -> None:
    """Reading on raises the SDK's error."""

    class Lost(Body):
        def __iter__(self) -> Iterator[bytes]:
            yield b"{"
            raise httpx.ReadError("lost")

    _answer(caller, Lost())
    with pytest.raises(NoResponseError):
        _streamed(caller, lambda reply: reply.read())
