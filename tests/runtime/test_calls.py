"""A call from its arguments to its value: requests, replies, options."""

from __future__ import annotations

import asyncio
import copy
import os
from collections.abc import Callable
from enum import Enum
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
from sdkloom_templates.python.runtime.values import ArgumentError

from .conftest import Caller, NoResponseError, ShopError, ValidationError, make_api


class Region(str, Enum):
    """An enum of a server variable."""

    US = "us"


class Pet(BaseModel):
    """A pet."""

    id: int
    name: Optional[str] = None


GET: Operation[Pet] = Operation(
    id="getPet",
    method="GET",
    path="/pets/{petId}",
    parameters=(
        Parameter(name="petId", argument="pet_id", location="path"),
        Parameter(name="verbose"),
        Parameter(name="X-Trace", argument="x_trace", location="header"),
        Parameter(name="session", location="cookie"),
    ),
    replies=(Reply(type=lambda: Pet),),
)
CREATE: Operation[Pet] = Operation(
    id="createPet",
    method="POST",
    path="/pets",
    body=Body(fields=(("id", "id"), ("name", "name")), type=lambda: Pet, required=True),
    replies=(Reply(status="201", type=lambda: Pet),),
)


def test_arguments_go_to_their_places(caller: Caller) -> None:
    """Path, query, header and cookie arguments are where the operation says."""
    recorder = caller.answer(httpx.Response(200, json={"id": 7}))

    arguments = {"pet_id": 7, "verbose": True, "x_trace": "t1", "session": "s"}
    pet = caller.call(GET, arguments)

    assert pet == Pet(id=7)
    assert str(recorder.request.url) == "https://api.example.com/v1/pets/7?verbose=true"
    assert recorder.request.headers["x-trace"] == "t1"
    assert recorder.request.headers["cookie"] == "session=s"
    assert recorder.request.headers["accept"] == "application/json"
    assert recorder.request.headers["user-agent"] == "shop/1.0"
    assert recorder.request.headers["host"] == "api.example.com"


def test_absent_arguments_are_not_sent(caller: Caller) -> None:
    """None and UNSET leave no trace in the request."""
    recorder = caller.answer(httpx.Response(200, json={"id": 7}))

    caller.call(GET, {"pet_id": "a", "verbose": None})

    assert recorder.request.url.query == b""
    assert "cookie" not in recorder.request.headers


def test_a_flattened_body_is_one_object(caller: Caller) -> None:
    """The fields of a body are validated together and sent as JSON."""
    recorder = caller.answer(httpx.Response(201, json={"id": 1, "name": "Rex"}))

    assert caller.call(CREATE, {"id": "1", "name": "Rex"}).name == "Rex"
    assert recorder.request.content == b'{"id":1,"name":"Rex"}'
    assert recorder.request.headers["content-type"] == "application/json"


def test_the_same_plan_serves_many_clients(caller: Caller) -> None:
    """Two clients with other servers and keys do not see each other's values."""
    recorder = caller.answer(httpx.Response(200, json={"id": 7}))
    other = make_api(
        servers=(
            Server(url="https://{region}.example.com/", variables=(("region", "eu"),)),
        )
    )

    caller.call(GET, {"pet_id": "x"})
    caller.call(GET, {"pet_id": "x"}, caller.shop(other))
    caller.call(GET, {"pet_id": "x"}, caller.shop(other, variables={"region": "us"}))
    caller.call(GET, {"pet_id": "x"}, server_url="https://else.example.com/")

    assert [str(request.url) for request in recorder.requests] == [
        "https://api.example.com/v1/pets/x",
        "https://eu.example.com/pets/x",
        "https://us.example.com/pets/x",
        "https://else.example.com/pets/x",
    ]


def test_a_calls_own_headers_win(caller: Caller) -> None:
    """http_headers replace those of the SDK, whatever their case."""
    recorder = caller.answer(httpx.Response(200, json={"id": 7}))

    caller.call(GET, {"pet_id": "x"}, http_headers={"ACCEPT": "text/x", "X-New": "1"})

    assert recorder.request.headers.get_list("accept") == ["text/x"]
    assert recorder.request.headers["x-new"] == "1"


def test_a_calls_own_header_may_be_none_or_bytes(caller: Caller) -> None:
    """None takes a header away, which is sent otherwise; bytes are what they say."""
    recorder = caller.answer(httpx.Response(200, json={"id": 7}))
    own: Any = {"accept": None, "X-Never": None, "X-New": b"\xe9", "X-Number": 5}

    caller.call(GET, {"pet_id": "x"}, http_headers=own)

    headers = recorder.request.headers
    assert "accept" not in headers and "x-never" not in headers
    assert headers["x-new"] == "é" and headers["x-number"] == "5"


def test_the_users_http_client_adds_its_own(caller: Caller) -> None:
    """Headers, parameters and cookies of an http client handed in are kept."""
    recorder = caller.answer(httpx.Response(200, json={"id": 7}))
    for more in ({"params": {"tenant": "a"}}, {}):
        values: dict[str, Any] = {
            "headers": {"x-app": "1"},
            "cookies": {"c": "d"},
            **more,
        }
        shop = caller.shop(
            client=caller.http_client(**values),
            async_client=caller.async_http_client(**values),
        )
        caller.call(GET, {"pet_id": "x", "verbose": False}, shop)

    first, second = recorder.requests
    assert first.headers["x-app"] == second.headers["x-app"] == "1"
    assert first.headers["cookie"] == second.headers["cookie"] == "c=d"
    assert dict(first.url.params) == {"tenant": "a", "verbose": "false"}
    assert first.headers["user-agent"] == "shop/1.0"


def test_timeouts_come_from_the_nearest(caller: Caller) -> None:
    """A call's timeout beats the client's, that the document's, that the http client's own."""
    recorder = caller.answer(httpx.Response(200, json={"id": 7}))
    documented = make_api(timeout_ms=7000)

    caller.call(
        GET, {"pet_id": "x"}, caller.shop(documented, timeout_ms=3000), timeout_ms=2000
    )
    caller.call(GET, {"pet_id": "x"}, caller.shop(documented, timeout_ms=3000))
    caller.call(GET, {"pet_id": "x"}, caller.shop(documented))
    caller.call(GET, {"pet_id": "x"})

    reads = [request.extensions["timeout"]["read"] for request in recorder.requests]
    assert reads == [2.0, 3.0, 7.0, 5.0]
    connects = [
        request.extensions["timeout"]["connect"] for request in recorder.requests
    ]
    assert connects == [2.0, 3.0, 5.0, 5.0]


@pytest.mark.parametrize("value", ["", ".", "..", None])
def test_a_path_value_that_leaves_its_segment_is_refused(
    caller: Caller, value: Any
) -> None:
    """Nothing is sent for an empty value or a dot segment."""
    recorder = caller.answer(httpx.Response(200, json={"id": 7}))

    with pytest.raises(ArgumentError):
        caller.call(GET, {"pet_id": value})
    assert recorder.requests == []


def test_a_timeout_in_seconds(caller: Caller) -> None:
    """A number is seconds, the http library's own is taken whole, and infinity waits for ever."""
    recorder = caller.answer(httpx.Response(200, json={"id": 7}))
    own = httpx.Timeout(9.0, connect=1.0)

    caller.call(GET, {"pet_id": "x"}, timeout=0.5)
    caller.call(GET, {"pet_id": "x"}, timeout=own)
    caller.call(GET, {"pet_id": "x"}, timeout=float("inf"))
    caller.call(GET, {"pet_id": "x"}, timeout=0)
    caller.call(GET, {"pet_id": "x"}, timeout_ms=10**400)

    given = [request.extensions["timeout"] for request in recorder.requests]
    assert given[0] == {"connect": 0.5, "read": 0.5, "write": 0.5, "pool": 0.5}
    assert given[1] == own.as_dict()
    assert (given[2]["read"], given[2]["connect"]) == (None, 5.0)
    assert given[3]["read"] == 0
    assert given[4]["read"] is None


@pytest.mark.parametrize("timeout", ["5", -1, float("nan"), [1, 2]])
def test_what_is_no_time_is_refused(caller: Caller, timeout: Any) -> None:
    """By the call, and by a client that was made with it."""
    recorder = caller.answer(httpx.Response(200, json={"id": 7}))
    with pytest.raises(ShopError, match="no time to wait"):
        caller.call(GET, {"pet_id": "x"}, timeout_ms=timeout)
    with pytest.raises(ShopError, match="no time to wait"):
        caller.call(GET, {"pet_id": "x"}, caller.shop(timeout_ms=timeout))
    assert recorder.requests == []


@pytest.mark.parametrize(
    ("value", "target"),
    [
        ("../admin", "..%2Fadmin"),
        ("a/b", "a%2Fb"),
        ("a?x=1", "a%3Fx%3D1"),
        ("a#b", "a%23b"),
        ("%2e%2e", "%252e%252e"),
        ("é b", "%C3%A9%20b"),
        ("..a", "..a"),
        ("...", "..."),
        ("a\\b", "a%5Cb"),
    ],
)
def test_a_path_value_stays_in_its_segment(
    caller: Caller, value: str, target: str
) -> None:
    """Whatever a value holds, it arrives as one segment."""
    recorder = caller.answer(httpx.Response(200, json={"id": 7}))

    caller.call(GET, {"pet_id": value})

    assert recorder.request.url.raw_path.decode() == f"/v1/pets/{target}"


SEGMENTS = Operation[Any](
    id="segments",
    method="GET",
    path="/x/{p}/y",
    parameters=(
        Parameter(name="p", location="path", allow_reserved=True, allow_slashes=True),
    ),
    replies=(Reply(),),
)


@pytest.mark.parametrize("value", ["../a", "a/..", "a/./b", ".."])
def test_a_value_of_several_segments_has_no_dots_among_them(
    caller: Caller, value: str
) -> None:
    """A document that lets a value hold slashes does not let it lead elsewhere."""
    recorder = caller.answer(httpx.Response(200, json={}))

    with pytest.raises(ArgumentError, match="another path"):
        caller.call(SEGMENTS, {"p": value})
    caller.call(SEGMENTS, {"p": "a/b"})

    assert recorder.request.url.raw_path == b"/v1/x/a/b/y"


@pytest.mark.parametrize("value", [["a/b", ".."], {"../k": "?#"}, ["..", ""]])
def test_a_path_value_of_several_parts_stays_in_its_segment(
    caller: Caller, value: Any
) -> None:
    """Items, keys and values are escaped one by one."""
    recorder = caller.answer(httpx.Response(200, json={"id": 7}))

    caller.call(GET, {"pet_id": value})

    path = recorder.request.url.raw_path
    assert path.count(b"/") == 3
    assert not set(b"?#") & set(path)


LABEL: Operation[Any] = Operation(
    id="label",
    method="GET",
    path="/x/{p}/y",
    parameters=(Parameter(name="p", location="path", style="label", explode=True),),
    replies=(Reply(),),
)


@pytest.mark.parametrize("value", [".", ["."]])
def test_a_label_makes_no_step_up(caller: Caller, value: Any) -> None:
    """The point before it and one in it are two, however that one is written."""
    with pytest.raises(ArgumentError, match="another path"):
        caller.call(LABEL, {"p": value})


def test_white_space_around_a_header_is_no_part_of_it(caller: Caller) -> None:
    """RFC 9110, 5.5: neither side of a connection sees it."""
    recorder = caller.answer(httpx.Response(200, json={"id": 7}))

    caller.call(GET, {"pet_id": "x", "x_trace": " a\tb "})
    caller.call(GET, {"pet_id": "x", "x_trace": "é"})

    found = [request.headers.raw for request in recorder.requests]
    assert [dict(one)[b"X-Trace"] for one in found] == [b"a\tb", "é".encode()]


@pytest.mark.parametrize("value", ["a\r\nX-Evil: 1", "a\nb", "a\0b", "a\x1bb", "a\x7f"])
def test_line_ends_in_headers_are_refused(caller: Caller, value: str) -> None:
    """No header value begins another header."""
    with pytest.raises(ArgumentError):
        caller.call(GET, {"pet_id": "x", "x_trace": value})
    with pytest.raises(ArgumentError):
        caller.call(GET, {"pet_id": "x"}, http_headers={"x-a": value})


def test_nan_is_refused(caller: Caller) -> None:
    """A body with NaN is not sent; the text NaN is."""

    class Number(BaseModel):
        value: float
        text: str = ""

    operation: Operation[Any] = Operation(
        id="put",
        method="PUT",
        path="/",
        body=Body(argument="body", type=lambda: Number),
    )
    recorder = caller.answer(httpx.Response(204))
    with pytest.raises(ArgumentError):
        caller.call(operation, {"body": {"value": float("nan")}})
    caller.call(operation, {"body": {"value": 1.5, "text": "NaN Infinity"}})
    assert recorder.request.content == b'{"value":1.5,"text":"NaN Infinity"}'


def test_headers_of_two_http_clients_are_not_mixed() -> None:
    """Sync and async calls that alternate have the headers of their own http client."""
    caller = Caller(False)
    recorder = caller.answer(httpx.Response(200, json={"id": 7}))
    shop = caller.shop(
        client=caller.http_client(headers={"x-kind": "sync"}),
        async_client=caller.async_http_client(headers={"x-kind": "async"}),
    )
    other = Caller(True)
    other.recorder = recorder
    for _ in range(2):
        caller.call(GET, {"pet_id": 1}, shop)
        other.call(GET, {"pet_id": 1}, shop)
    kinds = [request.headers["x-kind"] for request in recorder.requests]
    assert kinds == ["sync", "async"] * 2


def test_a_closed_client_refuses_calls(caller: Caller) -> None:
    """A call after close() says so."""
    shop = caller.shop()
    shop.close()
    with pytest.raises(RuntimeError, match="closed"):
        caller.call(GET, {"pet_id": "x"}, shop)


def test_a_closed_client_of_the_users_is_no_reply(caller: Caller) -> None:
    """Who closes the http client that they handed in reads the SDK's error."""
    http_client, async_http_client = caller.http_client(), caller.async_http_client()
    http_client.close()
    asyncio.run(async_http_client.aclose())
    shop = caller.shop(client=http_client, async_client=async_http_client)
    with pytest.raises(NoResponseError, match="closed") as caught:
        caller.call(GET, {"pet_id": "x"}, shop)
    assert isinstance(caught.value, RuntimeError)


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy])
def test_a_copy_of_a_client_shares_its_connections(
    caller: Caller, again: Callable[[Any], Any]
) -> None:
    """A deep copy has settings of its own, and sends what the client sends."""
    recorder = caller.answer(httpx.Response(200, json={"id": 7}))
    shop = caller.shop(timeout_ms=3000)
    caller.call(GET, {"pet_id": "x"}, shop)
    other = again(shop)
    assert other.sdk_configuration.clients is shop.sdk_configuration.clients
    other.sdk_configuration.timeout_ms = 1000
    caller.call(GET, {"pet_id": "x"}, other)
    caller.call(GET, {"pet_id": "x"}, shop)
    reads = [request.extensions["timeout"]["read"] for request in recorder.requests]
    assert reads == [3.0, 1.0, 3.0 if again is copy.deepcopy else 1.0]


def test_connection_failures_are_both_the_sdks_and_httpxs(caller: Caller) -> None:
    """A timeout can be caught as the SDK's base error and as httpx's own class."""

    def fail(request: httpx.Request) -> httpx.Response:
        raise httpx.ReadTimeout("slow", request=request)

    caller.answer(fail)
    with pytest.raises(ShopError) as caught:
        caller.call(GET, {"pet_id": "x"})
    assert isinstance(caught.value, httpx.TimeoutException)
    assert "getPet" in str(caught.value) and "ReadTimeout" in str(caught.value)
    assert caught.value.status_code == 0


def test_a_reply_that_does_not_fit_keeps_everything(caller: Caller) -> None:
    """The error for an unexpected body has status, headers and body."""
    caller.answer(
        httpx.Response(200, json={"id": "no"}, headers={"x-request-id": "r1"})
    )
    with pytest.raises(ValidationError) as caught:
        caller.call(GET, {"pet_id": "x"})
    error = caught.value
    assert (error.status_code, error.body) == (200, '{"id":"no"}')
    assert error.request_id == "r1" and "r1" in str(error)


def test_each_event_loop_has_its_own_connections() -> None:
    """One client serves several event loops, one after the other, and its sync calls."""
    made: list[int] = []

    async def seen(shop: Any) -> None:
        first = shop.sdk_configuration.async_client
        assert shop.sdk_configuration.async_client is first
        made.append(id(first))
        kept.append(first)

    kept: list[Any] = []
    shop = Caller(True).shop(client=None, async_client=None)
    for _ in range(2):
        asyncio.run(seen(shop))
    assert len(set(made)) == 2
    shop.close()
    with pytest.raises(RuntimeError, match="closed"):
        asyncio.run(seen(shop))


def test_a_path_never_becomes_part_of_the_host(caller: Caller) -> None:
    """A path without a slash at its beginning gets one."""
    recorder = caller.answer(httpx.Response(204))
    odd: Operation[Any] = Operation(id="odd", method="GET", path="@evil.example.com/x")
    caller.call(odd)
    assert recorder.request.url.host == "api.example.com"


def test_a_template_may_hold_a_query_and_a_fragment(caller: Caller) -> None:
    """The query of a path is sent before the parameters', its fragment never."""
    recorder = caller.answer(httpx.Response(204))
    operation: Operation[Any] = Operation(
        id="chat",
        method="POST",
        path="/chat?v=1#streamed",
        parameters=(Parameter(name="q"),),
    )
    caller.call(operation, {"q": "a"})
    assert recorder.request.url.raw_path == b"/v1/chat?v=1&q=a"


def test_variables_in_the_query_of_a_template_are_filled(caller: Caller) -> None:
    """By path parameters of their names; where a query parameter has the name, it writes itself."""
    recorder = caller.answer(httpx.Response(204))
    operation: Operation[Any] = Operation(
        id="export",
        method="GET",
        path="/{id}/export?file={file}&q={q}&v=1",
        parameters=(
            Parameter(name="id", location="path"),
            Parameter(name="file", location="path"),
            Parameter(name="q"),
        ),
    )
    caller.call(operation, {"id": "7", "file": "a&b.csv", "q": "x"})
    path = b"/v1/7/export?file=a%26b.csv&v=1&q=x"
    assert recorder.request.url.raw_path == path


@pytest.mark.parametrize("body", [None, Body(argument="body", required=True)])
def test_a_length_that_an_argument_gives_is_that_of_the_body(
    caller: Caller, body: Body | None
) -> None:
    """Another one would break the request, or the next one on the connection."""
    recorder = caller.answer(httpx.Response(204))
    operation: Operation[Any] = Operation(
        id="put",
        method="PUT",
        path="/",
        parameters=(Parameter(name="content-length", location="header"),),
        body=body,
    )
    caller.call(operation, {"content-length": 500.5, "body": {"a": 1}})
    lengths = recorder.request.headers.get_list("content-length")
    assert lengths == ["7" if body else "0"]


def test_an_http_client_of_the_users_own_class(caller: Caller) -> None:
    """What has send, build_request and close is an http client; it builds and sends."""

    class Wrapped:
        def __init__(self, inner: Any) -> None:
            self.inner = inner

        def build_request(self, method: str, url: Any, **values: Any) -> httpx.Request:
            built: httpx.Request = self.inner.build_request(method, url, **values)
            built.headers["x-built"] = "1"
            return built

    class Sync(Wrapped):
        def send(self, request: httpx.Request, **values: Any) -> Any:
            return self.inner.send(request, **values)

        def close(self) -> None:
            self.inner.close()

    class Async(Wrapped):
        async def send(self, request: httpx.Request, **values: Any) -> Any:
            return await self.inner.send(request, **values)

        async def aclose(self) -> None:
            await self.inner.aclose()

    recorder = caller.answer(httpx.Response(201, json={"id": 1}))
    client: Any = Sync(caller.http_client())
    async_client: Any = Async(caller.async_http_client())
    shop = caller.shop(client=client, async_client=async_client, timeout_ms=2000)
    assert caller.call(CREATE, {"id": 1}, shop, http_headers={"ACCEPT": "a/b"}) == Pet(
        id=1
    )
    request = recorder.request
    assert request.headers["x-built"] == "1" and request.content == b'{"id":1}'
    assert request.headers.get_list("accept") == ["a/b"]
    assert request.extensions["timeout"]["read"] == 2.0
    wrong: Any = object()
    with pytest.raises(TypeError, match="no http client"):
        caller.shop(client=wrong)


def test_servers_are_chosen_by_index_and_name(caller: Caller) -> None:
    """A server that does not exist is refused when the client is made."""
    recorder = caller.answer(httpx.Response(204))
    api = make_api(
        servers=(
            Server(url="https://one.example.com", id="one"),
            Server(
                url="https://{zone}.example.com/{v}",
                id="two",
                variables=(("zone", "z"), ("v", "v1")),
            ),
        )
    )
    ping: Operation[Any] = Operation(id="ping", method="GET", path="/ping")
    for values in (
        {},
        {"server_idx": 1},
        {"server": "two", "url_params": {"zone": "y"}},
    ):
        caller.call(ping, shop=caller.shop(api, **values))
    own: Operation[Any] = Operation(
        id="own",
        method="GET",
        path="/own",
        servers=(Server(url="https://own.example.com"),),
    )
    caller.call(own, shop=caller.shop(api))
    caller.call(own, shop=caller.shop(api, server_url="https://mine.example.com/a/"))
    template = {"server_url": "https://{a}.example.com", "url_params": {"a": "b"}}
    caller.call(ping, shop=caller.shop(api, **template))
    assert [str(request.url) for request in recorder.requests] == [
        "https://one.example.com/ping",
        "https://z.example.com/v1/ping",
        "https://y.example.com/v1/ping",
        "https://own.example.com/own",
        "https://mine.example.com/a/own",
        "https://b.example.com/ping",
    ]
    for wrong in ({"server_idx": 2}, {"server_idx": -1}, {"server": "three"}):
        with pytest.raises(ValueError):
            caller.shop(api, **wrong)


REGIONAL = Server(
    url="https://{region}.example.com/{base}",
    variables=(("region", "eu"), ("base", "v1/x")),
)


@pytest.mark.parametrize(
    ("variables", "url"),
    [
        ({}, "https://eu.example.com/v1/x/pets"),
        ({"region": "us", "base": "a/b"}, "https://us.example.com/a/b/pets"),
        ({"region": Region.US}, "https://us.example.com/v1/x/pets"),
        ({"region": "evil.com/"}, ""),
        ({"region": "a@evil.com"}, ""),
        ({"region": "evil.com?"}, ""),
        ({"region": "evil.com#"}, ""),
        ({"base": "x?y"}, ""),
        ({"base": "a/../.."}, ""),
    ],
)
def test_a_server_variable_cannot_lead_elsewhere(
    caller: Caller, variables: dict[str, Any], url: str
) -> None:
    """Beside the server's name nothing ends it; in the path there are no dots and no query."""
    recorder = caller.answer(httpx.Response(204))
    ping: Operation[Any] = Operation(id="ping", method="GET", path="/pets")
    shop = caller.shop(make_api(servers=(REGIONAL,)), variables=variables)
    if url:
        caller.call(ping, shop=shop)
        assert str(recorder.request.url) == url
        return
    with pytest.raises(ArgumentError, match="another place"):
        caller.call(ping, shop=shop)
    assert recorder.requests == []


@pytest.mark.parametrize(
    ("server_url", "url"),
    [
        ("https://[::1]:8080/a/", "https://[::1]:8080/a/pets"),
        (" https://h.example.com//", "https://h.example.com/pets"),
        ("https://h.example.com?a=1", ""),
        ("https://h.example.com#a", ""),
        ("https://h.example.com/\r\n", "https://h.example.com/pets"),
        ("https://h.exam\r\nple.com", ""),
        ("https://[::1", ""),
    ],
)
def test_a_servers_url_is_one_that_paths_can_be_added_to(
    caller: Caller, server_url: str, url: str
) -> None:
    """A path is its end: a query or a fragment before it would swallow it."""
    recorder = caller.answer(httpx.Response(204))
    ping: Operation[Any] = Operation(id="ping", method="GET", path="/pets")
    for shop, options in (
        (caller.shop(), {"server_url": server_url}),
        (caller.shop(server_url=server_url), {}),
    ):
        if url:
            caller.call(ping, None, shop, **options)
            assert str(recorder.requests[-1].url) == url
            continue
        with pytest.raises(ArgumentError):
            caller.call(ping, None, shop, **options)
        assert recorder.requests == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes do not fork here")
def test_a_forked_process_opens_connections_of_its_own() -> None:
    """What the parent has open stays the parent's, and the client can be used in both."""
    from sdkloom_templates.python.runtime.clients import Clients

    clients = Clients(make_api(), None, None)
    mine = clients.sync()
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        other = clients.sync()
        clients.close()
        is_fresh = other is not mine and other.is_closed and not mine.is_closed
        os.write(writer, b"1" if is_fresh else b"0")
        os._exit(0)
    os.waitpid(child, 0)
    assert os.read(reader, 1) == b"1"
    assert clients.sync() is mine and not mine.is_closed
    clients.close()
    os.close(reader)
    os.close(writer)


def test_globals_stand_in_for_arguments(
    caller: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A client's value is sent where the call gives none; the environment before neither."""
    recorder = caller.answer(httpx.Response(204))
    operation: Operation[Any] = Operation(
        id="g",
        method="GET",
        path="/{tenant}",
        parameters=(
            Parameter(name="tenant", location="path", is_global=True),
            Parameter(name="x-env", argument="env", location="header", is_global=True),
        ),
    )
    api = make_api(global_env=(("env", "SHOP_ENV"),))
    monkeypatch.setenv("SHOP_ENV", "e1")
    shop = caller.shop(api, globals={"tenant": "t1", "env": None})
    caller.call(operation, {"tenant": None}, shop)
    caller.call(operation, {"tenant": "t2", "env": "e2"}, shop)
    sent = [
        (request.url.path, request.headers["x-env"]) for request in recorder.requests
    ]
    assert sent == [("/v1/t1", "e1"), ("/v1/t2", "e2")]
    with pytest.raises(ArgumentError):
        caller.call(operation, {}, caller.shop(make_api()))


def test_a_request_object_holds_the_arguments(caller: Caller) -> None:
    """One argument may be a model or a mapping of all of them."""

    class Request(BaseModel):
        pet_id: str
        verbose: Optional[bool] = None
        x_trace: Optional[str] = None
        session: Optional[str] = None

    operation: Operation[Any] = Operation(
        id="r",
        method="GET",
        path="/pets/{petId}",
        parameters=GET.parameters,
        request=lambda: Request,
    )
    recorder = caller.answer(httpx.Response(204))
    caller.call(operation, {"request": {"pet_id": "a", "verbose": True}})
    caller.call(operation, {"request": Request(pet_id="b")})
    assert [request.url.raw_path for request in recorder.requests] == [
        b"/v1/pets/a?verbose=true",
        b"/v1/pets/b",
    ]


def test_the_accept_header_says_what_is_asked_for(caller: Caller) -> None:
    """An argument may choose between a stream and a whole reply, and a call override both."""
    operation: Operation[Any] = Operation(
        id="s",
        method="GET",
        path="/s",
        accept="application/json",
        stream_accept=("stream", "text/event-stream", "application/json"),
    )
    recorder = caller.answer(httpx.Response(204))
    caller.call(operation, {"stream": True})
    caller.call(operation, {"stream": False})
    caller.call(operation, {}, accept_header_override="text/csv")
    accepts = [request.headers["accept"] for request in recorder.requests]
    assert accepts == ["text/event-stream", "application/json", "text/csv"]
