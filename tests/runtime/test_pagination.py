"""Pages: every kind of pagination, to its end, without fetching a page twice."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any, List, Optional, Union

import httpx
import pytest

from sdkloom_templates.python.runtime.items import items, items_async
from sdkloom_templates.python.runtime.jsonpath import find
from sdkloom_templates.python.runtime.models import BaseModel
from sdkloom_templates.python.runtime.operation import (
    Body,
    Operation,
    PageInput,
    Pagination,
    Parameter,
    Reply,
    Wrapper,
)
from sdkloom_templates.python.runtime.pagination import pages, pages_async
from sdkloom_templates.python.runtime.values import ArgumentError

from .conftest import Caller, DefaultError, ValidationError


class Items(BaseModel):
    """The body of a page."""

    data: List[int]
    next: Optional[str] = None


class Page(BaseModel):
    """A page."""

    next: Callable[[], Any]
    result: Items


def listing(pagination: Pagination, **values: Any) -> Operation[Any, Any]:
    """Return an operation with pages."""
    defaults: dict[str, Any] = {
        "replies": (Reply(type=lambda: Items),),
        "parameters": tuple(
            Parameter(name=name) for name in ("cursor", "page", "offset", "limit")
        ),
    }
    defaults["wrapper"] = Wrapper(type=lambda: Page, next="next")
    return Operation(
        id="list",
        method="GET",
        path="/items",
        pagination=pagination,
        **{**defaults, **values},
    )


def walk(caller: Caller, operation: Operation[Any, Any], **arguments: Any) -> list[int]:
    """Follow the pages, and return their items."""
    if not caller.is_async:
        first = caller.shop()._call(operation, arguments)
        found = [item for page in pages(first) for item in page.result.data]
        assert first.next() is first.next()
        return found

    async def follow() -> list[int]:
        first = await caller.shop()._call_async(operation, arguments)
        found = [item async for page in pages_async(first) for item in page.result.data]
        assert await first.next() is await first.next()
        return found

    return asyncio.run(follow())


ALL = list(range(7))


def by_offset(request: httpx.Request) -> httpx.Response:
    """Answer with a part of all items."""
    offset, limit = int(request.url.params.get("offset", 0)), int(
        request.url.params["limit"]
    )
    return httpx.Response(200, json={"data": ALL[offset : offset + limit]})


def test_offsets(caller: Caller) -> None:
    """The offset grows by what came, until a page is short."""
    pagination = Pagination(
        kind="offsetLimit",
        inputs=(
            PageInput(role="offset", argument="offset"),
            PageInput(role="limit", argument="limit"),
        ),
        results="$.data",
    )
    recorder = caller.answer(by_offset)
    assert walk(caller, listing(pagination), limit=3) == ALL
    assert len(recorder.requests) == 3


def test_pages_by_number(caller: Caller) -> None:
    """The page grows by one, until the last that the reply names, or an empty one."""

    def answer(request: httpx.Request) -> httpx.Response:
        page = int(request.url.params.get("page", 1))
        return httpx.Response(
            200, json={"data": ALL[page * 3 - 3 : page * 3], "pages": 3}
        )

    inputs = (PageInput(role="page", argument="page"),)
    recorder = caller.answer(answer)
    counted = Pagination(kind="offsetLimit", inputs=inputs, page_count="$.pages")
    assert walk(caller, listing(counted)) == ALL
    assert len(recorder.requests) == 3
    recorder = caller.answer(answer)
    empty = Pagination(kind="offsetLimit", inputs=inputs, results="$.data")
    assert walk(caller, listing(empty)) == ALL
    assert len(recorder.requests) == 4


def by_cursor(request: httpx.Request) -> httpx.Response:
    """Answer with two items and where to go on."""
    start = int(request.url.params.get("cursor") or 0)
    following = str(start + 2) if start + 2 < len(ALL) else None
    return httpx.Response(200, json={"data": ALL[start : start + 2], "next": following})


CURSOR = Pagination(
    kind="cursor",
    inputs=(PageInput(role="cursor", argument="cursor"),),
    results="$.data",
    next_cursor="$.next",
)


def test_a_reply_that_is_a_list_needs_no_path(caller: Caller) -> None:
    """Where the document does not say where the items are, they are the body; an empty one ends."""
    asked: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.url.params["page"])
        return httpx.Response(200, json=[1, 2] if len(asked) < 3 else [])

    caller.answer(answer)
    pagination = Pagination(
        kind="offsetLimit", inputs=(PageInput(role="page", argument="page"),)
    )
    operation = listing(pagination, replies=(Reply(),))

    async def follow() -> None:
        first = await caller.shop()._call_async(operation, {"page": 1})
        async for _ in pages_async(first):
            assert len(asked) < 9

    if caller.is_async:
        asyncio.run(follow())
    else:
        for _ in pages(caller.shop()._call(operation, {"page": 1})):
            assert len(asked) < 9
    assert asked == ["1", "2", "3"]


def test_cursors(caller: Caller) -> None:
    """The cursor of a reply is the argument of the next call; other arguments stay."""
    recorder = caller.answer(by_cursor)
    assert walk(caller, listing(CURSOR), limit=2) == ALL
    assert [request.url.params.get("cursor") for request in recorder.requests] == [
        None,
        "2",
        "4",
        "6",
    ]
    assert {request.url.params["limit"] for request in recorder.requests} == {"2"}


def test_a_cursor_that_does_not_move_ends(caller: Caller) -> None:
    """A server that always gives the same cursor is not asked for ever."""
    recorder = caller.answer(httpx.Response(200, json={"data": [1], "next": "x"}))
    assert walk(caller, listing(CURSOR)) == [1, 1]
    assert len(recorder.requests) == 2


@pytest.mark.parametrize("length", [2, 3, 7])
@pytest.mark.parametrize("lead", [0, 1, 5])
def test_pages_in_a_circle_are_an_error(caller: Caller, length: int, lead: int) -> None:
    """Cursors that come back would lead round for ever; a list is told so after a few rounds."""

    def answer(request: httpx.Request) -> httpx.Response:
        number = int(request.url.params.get("cursor", -1)) + 1
        following = number if number < lead + length else lead
        return httpx.Response(200, json={"data": [1], "next": str(following)})

    recorder = caller.answer(answer)
    with pytest.raises(ValidationError, match="round in a circle") as caught:
        walk(caller, listing(CURSOR))
    assert isinstance(caught.value, ValueError)
    assert len(recorder.requests) <= 3 * (lead + length) + 2


def test_addresses_in_a_circle_are_an_error(caller: Caller) -> None:
    """So would addresses."""

    def answer(request: httpx.Request) -> httpx.Response:
        other = "/v1/items?a=1" if "b" in request.url.params else "/v1/items?b=1"
        return httpx.Response(200, json={"data": [1], "next": other})

    recorder = caller.answer(answer)
    with pytest.raises(ValidationError, match="round in a circle"):
        walk(caller, listing(Pagination(kind="url", next_url="$.next")))
    assert len(recorder.requests) < 6


def test_long_lists_and_pages_that_failed_are_no_circle(caller: Caller) -> None:
    """A page that could not be had is asked for at the same place again, by whoever wants it."""
    asked: set[int] = set()

    def answer(request: httpx.Request) -> httpx.Response:
        number = int(request.url.params.get("cursor", 0)) + 1
        if number > 1 and number not in asked:
            asked.add(number)
            return httpx.Response(503)
        following = str(number) if number < 100 else None
        return httpx.Response(200, json={"data": [number], "next": following})

    def awaited(value: Any) -> Any:
        return loop.run_until_complete(value) if caller.is_async else value

    caller.answer(answer)
    loop = asyncio.new_event_loop()
    shop = caller.shop()
    run = shop._call_async if caller.is_async else shop._call
    page, found = awaited(run(listing(CURSOR), {})), []
    while page is not None:
        found += page.result.data
        if len(found) < 100:
            with pytest.raises(DefaultError, match="503"):
                awaited(page.next())
        page = awaited(page.next())
    loop.close()
    assert found == list(range(1, 101))


def test_cursors_in_bodies(caller: Caller) -> None:
    """A cursor may be a field of the body, whole or flattened, mapping or model."""

    class Query(BaseModel):
        cursor: Optional[str] = None
        size: Optional[int] = None

    def answer(request: httpx.Request) -> httpx.Response:
        import json

        start = int(json.loads(request.content).get("cursor") or 0)
        following = str(start + 4) if start + 4 < len(ALL) else None
        return httpx.Response(
            200, json={"data": ALL[start : start + 4], "next": following}
        )

    body = Body(argument="query", type=lambda: Query, required=True)
    pagination = Pagination(
        kind="cursor",
        inputs=(PageInput(role="cursor", argument="query", field="cursor"),),
        next_cursor="$.next",
    )
    for value in ({"size": 4}, Query(size=4)):
        caller.answer(answer)
        assert (
            walk(caller, listing(pagination, body=body, parameters=()), query=value)
            == ALL
        )
        assert caller.recorder.requests[1].content == b'{"cursor":"4","size":4}'


def test_urls(caller: Caller) -> None:
    """A URL in the reply, whole or relative, is the next page."""

    def answer(request: httpx.Request) -> httpx.Response:
        page = int(request.url.params.get("p", 0))
        urls = ["/v1/items?p=1", "https://api.example.com/v1/items?p=2", None]
        return httpx.Response(200, json={"data": [page], "next": urls[page]})

    caller.answer(answer)
    pagination = Pagination(kind="url", next_url="$.next")
    assert walk(caller, listing(pagination), limit=5) == [0, 1, 2]
    assert caller.recorder.requests[1].url.query == b"p=1"


def test_links(caller: Caller) -> None:
    """The Link header's next is the next page."""

    def answer(request: httpx.Request) -> httpx.Response:
        page = int(request.url.params.get("p", 0))
        links = ['</v1/items?p=1>; rel="next"', '</v1/items?p=0>; rel="prev"']
        return httpx.Response(200, json={"data": [page]}, headers={"Link": links[page]})

    caller.answer(answer)
    assert walk(caller, listing(Pagination(kind="link"))) == [0, 1]


def test_a_page_on_another_server_is_refused() -> None:
    """Credentials are not carried to a host that a reply names."""
    caller = Caller(False)
    caller.answer(
        httpx.Response(200, json={"data": [], "next": "https://evil.example.com/"})
    )
    page = caller.shop()._call(listing(Pagination(kind="url", next_url="$.next")), {})
    with pytest.raises(ValueError, match="evil"):
        page.next()


def test_a_documented_server_is_the_one_that_was_called(caller: Caller) -> None:
    """Behind another address, an API's own URLs lead on through that address."""

    def answer(request: httpx.Request) -> httpx.Response:
        page = int(request.url.params.get("p", 0))
        urls = ["https://api.example.com/v1/items?p=1", None]
        return httpx.Response(200, json={"data": [page], "next": urls[page]})

    caller.answer(answer)
    operation = listing(Pagination(kind="url", next_url="$.next"))
    shop = caller.shop(server_url="http://127.0.0.1:8080/proxy")
    first = caller.call(operation, {}, shop)
    asyncio.run(_awaited(first.next())) if caller.is_async else first.next()
    assert (
        str(caller.recorder.requests[1].url) == "http://127.0.0.1:8080/proxy/items?p=1"
    )


async def _awaited(value: Any) -> Any:
    return await value


def test_a_page_can_be_dumped(caller: Caller) -> None:
    """What fetches the next page is no data, and has no JSON."""

    class Either(BaseModel):
        """A page as older SDKs have it."""

        next: Union[Callable[[], Any], Callable[[], Awaitable[Any]]]
        result: Items

    caller.answer(by_cursor)
    data = {"data": [0, 1], "next": "2"}
    for page_type in (Page, Either):
        wrapper = Wrapper(type=lambda: page_type, next="next")
        page = caller.call(listing(CURSOR, wrapper=wrapper))
        assert page.model_dump() == {"result": data}
        assert json.loads(page.model_dump_json()) == {"result": data}
        assert callable(page.next)


def test_settings_may_keep_next_a_plain_call() -> None:
    """Older SDKs have a plain `next()` on the pages of async methods too."""
    caller = Caller(True)
    caller.answer(by_cursor)
    pagination = Pagination(
        kind="cursor", inputs=CURSOR.inputs, next_cursor="$.next", async_next=False
    )

    async def follow() -> Any:
        page = await caller.shop()._call_async(listing(pagination), {})
        return page.next()

    assert asyncio.run(follow()).result.data == [2, 3]


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("$.a.b", 1),
        ("$['a']['b']", 1),
        ("$.list[0].x", 5),
        ("$.list[-1].x", 6),
        ("$", {"a": {"b": 1}, "list": [{"x": 5}, {"x": 6}]}),
        ("$.none.b", None),
        ("$.list[9]", None),
        ("$.a[0]", None),
        ("$.list[*].x", [5, 6]),
        ("$.list[?@.x==6].x", 6),
    ],
)
def test_paths(path: str, found: Any) -> None:
    """Plain paths are followed here, all others by the library."""
    assert find(path, {"a": {"b": 1}, "list": [{"x": 5}, {"x": 6}]}) == found


def collect(
    caller: Caller, operation: Operation[Any, Any], each: Any = None, **arguments: Any
) -> Any:
    """Return the items of all pages."""
    if not caller.is_async:
        return list(items(caller.shop()._call(operation, arguments), each))

    async def follow() -> list[Any]:
        first = await caller.shop()._call_async(operation, arguments)
        return [item async for item in items_async(first, each)]

    return asyncio.run(follow())


OFFSETS = (
    PageInput(role="offset", argument="offset"),
    PageInput(role="limit", argument="limit"),
)


@pytest.mark.parametrize("results", ["$.data", "$.data[*]", "$['data']", ""])
def test_items_of_all_pages(caller: Caller, results: str) -> None:
    """Items come by the path of the results, else from the only list; no page comes twice."""
    recorder = caller.answer(by_offset)
    paging = Pagination(kind="offsetLimit", inputs=OFFSETS, results=results)
    if not results:
        cursors = (PageInput(role="cursor", argument="offset"),)
        paging = Pagination(kind="cursor", inputs=cursors, next_cursor="$.data[3]")
    found = collect(caller, listing(paging), limit=3)

    assert found == (ALL if results else ALL[:3])
    assert len(recorder.requests) == (3 if results else 1)


def test_items_that_the_caller_names(caller: Caller) -> None:
    """`each` says what the items of a page are, and is asked once a page."""
    caller.answer(by_offset)
    paging = Pagination(kind="offsetLimit", inputs=OFFSETS, results="$.data")

    def each(page: Page) -> list[int]:
        return page.result.data[:1]

    assert collect(caller, listing(paging), each=each, limit=4) == [0, 4]


def test_items_of_what_is_no_list(caller: Caller) -> None:
    """A page without a list, or what is no page, says how to name the items."""

    class Nothing(BaseModel):
        """A body without a list."""

        total: int

    caller.answer(lambda _: httpx.Response(200, json={"total": 1}))
    paging = Pagination(kind="url", next_url="$.next")
    plain = listing(paging, replies=(Reply(type=lambda: Nothing),))
    with pytest.raises(ArgumentError, match="each="):
        collect(caller, plain)
    with pytest.raises(ArgumentError, match="no page"):
        list(items(Nothing(total=1)))
    assert list(items(None)) == []
