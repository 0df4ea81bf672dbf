"""When calls are sent again: statuses, failures, waits, bodies that cannot repeat."""

from __future__ import annotations

import email.utils
import io
import time
from copy import copy
from typing import Any

import httpx
import pytest

from sdkloom_templates.python.runtime import retries as retries_module
from sdkloom_templates.python.runtime.operation import Body, Operation, Parameter, Reply
from sdkloom_templates.python.runtime.operation import Retries
from sdkloom_templates.python.runtime.retries import (
    BackoffStrategy,
    RetryConfig,
    retry_after,
)

from .conftest import Caller, ShopError, make_api

GET: Operation[Any] = Operation(id="get", method="GET", path="/", replies=(Reply(),))
DOCUMENTED: Operation[Any] = Operation(
    id="get",
    method="GET",
    path="/",
    replies=(Reply(),),
    retries=Retries(statuses=("429", "5XX"), connection_errors=True),
)


pytestmark = pytest.mark.usefixtures("waits")


@pytest.fixture(autouse=True)
def longest_jitter(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait as long as chance allows."""
    monkeypatch.setattr(retries_module.random, "uniform", lambda low, high: high)


def failing(caller: Caller, times: int, status: int = 503, **headers: str) -> None:
    """Answer with errors first."""

    def answer(request: httpx.Request) -> httpx.Response:
        request.read() if not caller.is_async else None
        if len(caller.recorder.requests) <= times:
            return httpx.Response(status, headers=headers, json={"e": 1})
        return httpx.Response(200, json={"ok": True})

    caller.answer(answer)


def test_nothing_is_retried_unless_asked(caller: Caller) -> None:
    """Without a policy the first error is the last."""
    failing(caller, 1)
    with pytest.raises(ShopError):
        caller.call(GET)
    assert len(caller.recorder.requests) == 1


def test_the_documents_policy_holds(caller: Caller, waits: list[float]) -> None:
    """Documented statuses are retried, with growing waits."""
    failing(caller, 3, 500)
    assert caller.call(DOCUMENTED) == {"ok": True}
    assert waits == [0.5, 0.75, 1.125]


def test_a_call_can_turn_retries_off_and_on(caller: Caller) -> None:
    """None turns them off, a RetryConfig on; the client's stands between call and document."""
    failing(caller, 1, 500)
    with pytest.raises(ShopError):
        caller.call(DOCUMENTED, retries=None)
    failing(caller, 1, 500)
    assert caller.call(GET, retries=RetryConfig("backoff")) == {"ok": True}
    failing(caller, 1, 500)
    shop = caller.shop(retry_config=RetryConfig("none"))
    with pytest.raises(ShopError):
        caller.call(DOCUMENTED, shop=shop)
    failing(caller, 1, 418)
    override = RetryConfig("backoff", status_codes_override=["418"])
    assert caller.call(DOCUMENTED, retries=override) == {"ok": True}
    failing(caller, 1, 418)
    alone = RetryConfig("backoff", status_codes_override="418")
    assert caller.call(DOCUMENTED, retries=alone) == {"ok": True}


def test_other_statuses_are_not_retried(caller: Caller) -> None:
    """A status outside of the policy is final."""
    failing(caller, 1, 404)
    with pytest.raises(ShopError):
        caller.call(DOCUMENTED)
    assert len(caller.recorder.requests) == 1


@pytest.mark.parametrize(
    "failure", [httpx.ConnectError, httpx.ReadTimeout, httpx.RemoteProtocolError]
)
def test_failures_of_the_connection_are_retried_when_asked(
    caller: Caller, failure: type[httpx.TransportError]
) -> None:
    """Refused, dropped and slow connections count the same."""

    def answer(request: httpx.Request) -> httpx.Response:
        if len(caller.recorder.requests) == 1:
            raise failure("no", request=request)
        return httpx.Response(200, json={"ok": True})

    caller.answer(answer)
    assert caller.call(DOCUMENTED) == {"ok": True}
    caller.answer(answer)
    with pytest.raises(ShopError):
        config = RetryConfig("backoff", retry_connection_errors=False)
        caller.call(DOCUMENTED, retries=config)


def test_a_reply_that_breaks_off_is_asked_for_again(caller: Caller) -> None:
    """That holds where an operation can also answer with a stream, and replies are read late."""

    class Cut(httpx.SyncByteStream, httpx.AsyncByteStream):
        def __iter__(self) -> Any:
            yield b'{"ok":'
            raise httpx.RemoteProtocolError("dropped")

        async def __aiter__(self) -> Any:
            yield b'{"ok":'
            raise httpx.RemoteProtocolError("dropped")

    def answer(request: httpx.Request) -> httpx.Response:
        if len(caller.recorder.requests) == 1:
            headers = {"content-type": "application/json"}
            return httpx.Response(200, headers=headers, stream=Cut())
        return httpx.Response(200, json={"ok": True})

    streams = Reply(media_type="text/event-stream", decoder="event-stream")
    for replies in ((Reply(),), (Reply(), streams)):
        operation = Operation[Any](
            id="get",
            method="GET",
            path="/",
            replies=replies,
            retries=DOCUMENTED.retries,
        )
        caller.answer(answer)
        assert caller.call(operation) == {"ok": True}


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"Retry-After": "2"}, [2.0]),
        ({"Retry-After": "0"}, [0.0]),
        ({"Retry-After": "1.5"}, [1.5]),
        ({"retry-after-ms": "250"}, [0.25]),
        ({"Retry-After": "soon"}, [0.5]),
        ({"Retry-After": "-5"}, [0.5]),
        ({"Retry-After": "60"}, [60.0]),
    ],
)
def test_the_servers_wish_is_kept_to(
    caller: Caller, waits: list[float], headers: dict[str, str], expected: list[float]
) -> None:
    """Retry-After in seconds and milliseconds is the wait; nonsense is not."""
    failing(caller, 1, 429, **headers)
    assert caller.call(DOCUMENTED) == {"ok": True}
    assert waits == expected


def test_a_wish_may_be_a_date() -> None:
    """Retry-After as an HTTP date is the time until then, not less than none."""
    soon = email.utils.formatdate(time.time() + 5, usegmt=True)
    assert 3.5 < (retry_after({"retry-after": soon}) or 0) <= 5
    assert retry_after({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}) == 0


def test_a_wish_beyond_the_cap_ends_the_retries(caller: Caller) -> None:
    """Nobody waits an hour inside of a call."""
    failing(caller, 1, 429, **{"Retry-After": "3600"})
    with pytest.raises(ShopError):
        caller.call(DOCUMENTED)
    assert len(caller.recorder.requests) == 1


def test_attempts_and_time_are_bounded(caller: Caller) -> None:
    """A cap on attempts and a deadline for all of them end the retries."""
    failing(caller, 99)
    with pytest.raises(ShopError):
        caller.call(GET, retries=RetryConfig("backoff", max_attempts=3))
    assert len(caller.recorder.requests) == 3
    failing(caller, 99)
    with pytest.raises(ShopError):
        backoff = BackoffStrategy(1000, 1000, 1.0, max_elapsed_time=500)
        caller.call(GET, retries=RetryConfig("backoff", backoff))
    assert len(caller.recorder.requests) == 1


def test_x_should_retry_false_is_respected(caller: Caller) -> None:
    """A server that says no is not asked again."""
    failing(caller, 1, **{"x-should-retry": "false"})
    with pytest.raises(ShopError):
        caller.call(DOCUMENTED)
    assert len(caller.recorder.requests) == 1


UPLOAD: Operation[Any] = Operation(
    id="put",
    method="PUT",
    path="/",
    body=Body(codec="binary", media_type="application/octet-stream", argument="body"),
    replies=(Reply(),),
    retries=Retries(),
)


def reading(caller: Caller, times: int) -> list[bytes]:
    """Answer with errors first, and read every body."""
    bodies: list[bytes] = []

    async def take_async(request: httpx.Request) -> httpx.Response:
        bodies.append(await request.aread())
        return reply()

    def take(request: httpx.Request) -> httpx.Response:
        bodies.append(request.read())
        return reply()

    def reply() -> httpx.Response:
        if len(bodies) <= times:
            return httpx.Response(503)
        return httpx.Response(200, json={})

    caller.answer(take_async if caller.is_async else take)  # type: ignore[arg-type]
    return bodies


def test_a_file_is_sent_again_from_where_it_stood(caller: Caller) -> None:
    """Each attempt has the same bytes."""
    bodies = reading(caller, 2)
    file = io.BytesIO(b"headdata")
    file.seek(4)
    caller.call(UPLOAD, {"body": file})
    assert bodies == [b"data"] * 3


def test_an_iterator_is_not_sent_again(caller: Caller) -> None:
    """A body that can be read once is sent once."""
    bodies = reading(caller, 1)
    with pytest.raises(ShopError):
        caller.call(UPLOAD, {"body": iter([b"a", b"b"])})
    assert bodies == [b"ab"]


def test_an_idempotency_key_stays_the_same(caller: Caller) -> None:
    """A header parameter has one value in all attempts."""
    operation: Operation[Any] = Operation(
        id="pay",
        method="POST",
        path="/",
        parameters=(
            Parameter(name="Idempotency-Key", argument="key", location="header"),
        ),
        replies=(Reply(),),
        retries=Retries(),
    )
    failing(caller, 2)
    caller.call(operation, {"key": "k1"})
    keys = {request.headers["idempotency-key"] for request in caller.recorder.requests}
    assert keys == {"k1"} and len(caller.recorder.requests) == 3


def test_waits_are_a_random_part_of_their_interval(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Full jitter: from nothing to the interval; with jitter_ms the interval and a bit."""
    asked: list[tuple[float, float]] = []
    note = lambda low, high: asked.append((low, high)) or high  # noqa: E731
    monkeypatch.setattr(retries_module.random, "uniform", note)
    backoff = BackoffStrategy(500, 4000, 2.0, 10_000)
    assert [backoff.interval(attempt) for attempt in range(5)] == [
        0.5,
        1.0,
        2.0,
        4.0,
        4.0,
    ]
    assert all(low == 0 for low, _ in asked)
    assert BackoffStrategy(500, 4000, 2.0, 10_000, jitter_ms=100).interval(0) == 0.6
    assert BackoffStrategy(500, 4000, 9.9, 10_000).interval(100_000) == 4.0


def test_clients_do_not_share_policies(caller: Caller) -> None:
    """The API's own policy holds for operations without one."""
    failing(caller, 1, 500)
    api = make_api(retries=Retries(statuses=("500",)))
    assert caller.call(GET, shop=caller.shop(api)) == {"ok": True}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (BackoffStrategy(exponent=2), BackoffStrategy(exponent=3)),
        (RetryConfig(max_attempts=2), RetryConfig(max_attempts=3)),
        (RetryConfig(), BackoffStrategy()),
        (BackoffStrategy(), None),
    ],
)
def test_configurations_are_equal_if_all_they_say_is(one: Any, other: Any) -> None:
    """A copy is equal; another value or another class is not."""
    assert one == copy(one)
    assert one != other
