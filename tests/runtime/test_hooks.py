"""Hooks: their order, what they are told, what they can change."""

from __future__ import annotations

from typing import Any, Optional

import httpx
import pytest

from sdkloom_templates.python.runtime.hooks import Hooks
from sdkloom_templates.python.runtime.models import BaseModel
from sdkloom_templates.python.runtime.operation import (
    Api,
    Operation,
    Reply,
    Scheme,
)
from sdkloom_templates.python.runtime.retries import RetryConfig

from .conftest import Caller, DefaultError, ShopError, make_api

GET: Operation[Any] = Operation(
    id="get", method="GET", path="/", replies=(Reply(),), scopes=("read",)
)


class Security(BaseModel):
    """The security model of the shop."""

    token: Optional[str] = None


class Spy:
    """A hook of every kind that notes what happens, and does what it was told."""

    def __init__(self, name: str, log: list[Any], **doing: Any) -> None:
        self.name = name
        self.log = log
        self.doing = doing

    def before_request(self, hook_ctx: Any, request: Any) -> Any:
        self.log.append((self.name, "before", hook_ctx.operation_id))
        self.context = hook_ctx
        do = self.doing.get("before")
        return do(request) if do else request

    def after_success(self, hook_ctx: Any, response: Any) -> Any:
        self.log.append((self.name, "success", response.status_code))
        do = self.doing.get("success")
        return do(response) if do else response

    def after_error(self, hook_ctx: Any, response: Any, error: Any) -> Any:
        status = None if response is None else response.status_code
        self.log.append((self.name, "error", status, type(error).__name__))
        do = self.doing.get("error")
        return do(response, error) if do else (response, error)


def api_with(*spies: Spy) -> Api:
    """Return an API whose clients register the spies."""

    def register(hooks: Hooks) -> None:
        for spy in spies:
            hooks.register_before_request_hook(spy)  # type: ignore[arg-type]
            hooks.register_after_success_hook(spy)  # type: ignore[arg-type]
            hooks.register_after_error_hook(spy)  # type: ignore[arg-type]

    scheme = Scheme(key="b", kind="bearer", fields=(("value", "token"),))
    return make_api(
        hooks=lambda: register,
        schemes=(scheme,),
        security=((("b", ("read",)),),),
        security_model=lambda: Security,
    )


def test_hooks_run_in_their_order(caller: Caller) -> None:
    """before_request and after_success run once each, in order of registration."""
    caller.answer(httpx.Response(200, json={}))
    log: list[Any] = []
    one, two = Spy("1", log), Spy("2", log)
    shop = caller.shop(api_with(one, two), security={"token": "t"})

    caller.call(GET, shop=shop)

    assert log == [
        ("1", "before", "get"),
        ("2", "before", "get"),
        ("1", "success", 200),
        ("2", "success", 200),
    ]
    context = one.context
    assert context.base_url == "https://api.example.com/v1"
    assert context.oauth2_scopes == ["read"]
    assert context.security_source == Security(token="t")
    assert context.config is shop.sdk_configuration


def test_every_attempt_is_seen_and_the_end_once(
    caller: Caller, waits: list[float]
) -> None:
    """before_request runs for each attempt, after_error for the last status alone."""
    caller.answer(httpx.Response(503, json={}))
    log: list[Any] = []
    operation: Operation[Any] = Operation(
        id="get", method="GET", path="/", replies=(Reply(),)
    )
    with pytest.raises(DefaultError):
        caller.call(
            operation,
            shop=caller.shop(api_with(Spy("1", log))),
            retries=RetryConfig(max_attempts=3),
        )
    assert [entry[1] for entry in log] == ["before", "before", "before", "error"]
    assert len(waits) == 2


def test_hooks_change_requests_and_replies(caller: Caller) -> None:
    """What a hook returns takes the place of what it was given."""

    def sign(request: httpx.Request) -> httpx.Request:
        request.headers["x-signature"] = "s"
        return request

    other = lambda response: httpx.Response(200, json={"n": 2})  # noqa: E731
    recorder = caller.answer(httpx.Response(200, json={"n": 1}))
    shop = caller.shop(api_with(Spy("1", [], before=sign, success=other)))
    assert caller.call(GET, shop=shop) == {"n": 2}
    assert recorder.request.headers["x-signature"] == "s"


def test_a_hook_can_turn_an_error_into_a_success(caller: Caller) -> None:
    """after_error may give another reply."""
    rescue = lambda response, error: (
        httpx.Response(200, json={"n": 3}),
        None,
    )  # noqa: E731
    caller.answer(httpx.Response(404, json={}))
    assert caller.call(GET, shop=caller.shop(api_with(Spy("1", [], error=rescue)))) == {
        "n": 3
    }


def test_what_a_hook_returns_as_an_exception_is_raised(caller: Caller) -> None:
    """An exception as the result of a hook ends the call."""
    stop = lambda *given: RuntimeError("stop")  # noqa: E731
    caller.answer(httpx.Response(200, json={}))
    for kind in ("before", "success"):
        with pytest.raises(RuntimeError, match="stop"):
            caller.call(GET, shop=caller.shop(api_with(Spy("1", [], **{kind: stop}))))
    caller.answer(httpx.Response(500, json={}))
    with pytest.raises(RuntimeError, match="stop"):
        caller.call(GET, shop=caller.shop(api_with(Spy("1", [], error=stop))))


def test_failures_of_the_connection_reach_hooks(caller: Caller) -> None:
    """after_error sees the failure of each attempt, and may change it."""

    def fail(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused", request=request)

    log: list[Any] = []
    caller.answer(fail)
    with pytest.raises(ShopError):
        caller.call(GET, shop=caller.shop(api_with(Spy("1", log))))
    assert log[-1] == ("1", "error", None, "ConnectError")
    change = lambda response, error: (None, KeyError("other"))  # noqa: E731
    with pytest.raises(KeyError):
        caller.call(GET, shop=caller.shop(api_with(Spy("1", [], error=change))))


def test_async_hooks_are_awaited() -> None:
    """The async client awaits hooks that are coroutines; the sync one refuses them."""

    class Async:
        async def before_request(self, hook_ctx: Any, request: Any) -> Any:
            request.headers["x-async"] = "1"
            return request

    def register(hooks: Hooks) -> None:
        hooks.register_before_request_hook(Async())  # type: ignore[arg-type]

    api = make_api(hooks=lambda: register)
    caller = Caller(True)
    recorder = caller.answer(httpx.Response(200, json={}))
    caller.call(GET, shop=caller.shop(api))
    assert recorder.request.headers["x-async"] == "1"
    sync = Caller(False)
    with pytest.raises(TypeError, match="async"):
        sync.call(GET, shop=sync.shop(api))


def test_sdk_init_chooses_server_and_client(caller: Caller) -> None:
    """sdk_init runs once, before the first call, and may change both."""
    recorder = caller.answer(httpx.Response(200, json={}))
    runs: list[str] = []

    class Init:
        def sdk_init(self, base_url: str, client: Any) -> Any:
            runs.append(base_url)
            return "https://other.example.com", client

    def register(hooks: Hooks) -> None:
        hooks.register_sdk_init_hook(Init())  # type: ignore[arg-type]

    shop = caller.shop(make_api(hooks=lambda: register))
    caller.call(GET, shop=shop)
    caller.call(GET, shop=shop)
    assert runs == ["https://api.example.com/v1"]
    assert {request.url.host for request in recorder.requests} == {"other.example.com"}


@pytest.mark.parametrize("returned", [None, "nothing", 5])
@pytest.mark.parametrize(
    ("kind", "method", "status"),
    [
        ("before", "before_request", 200),
        ("success", "after_success", 200),
        ("error", "after_error", 500),
    ],
)
def test_a_hook_that_returns_nothing_is_told_so(
    caller: Caller, kind: str, method: str, status: int, returned: Any
) -> None:
    """Whoever forgets `return` reads which hook it was, and what it must return."""
    caller.answer(httpx.Response(status, json={}))
    spy = Spy("a", [], **{kind: lambda *_: returned})
    with pytest.raises(TypeError, match=f"Spy.{method} returned a .*must return"):
        caller.call(GET, shop=caller.shop(api_with(spy)))


def test_a_hook_sees_a_failure_and_returns_nothing(caller: Caller) -> None:
    """So it is where no reply came."""

    def fail(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("no", request=request)

    caller.answer(fail)
    spy = Spy("a", [], error=lambda *_: None)
    with pytest.raises(TypeError, match="Spy.after_error returned a NoneType"):
        caller.call(GET, shop=caller.shop(api_with(spy)))


@pytest.mark.parametrize("takes", ["config", "base_url, client"])
def test_an_sdk_init_that_returns_nothing_is_told_so(
    caller: Caller, takes: str
) -> None:
    """Either form of it."""

    class Forgetful:
        """Returns nothing."""

        sdk_init = staticmethod(eval(f"lambda {takes}: None"))

    def register(hooks: Hooks) -> None:
        hooks.register_sdk_init_hook(Forgetful())  # type: ignore[arg-type]

    with pytest.raises(TypeError, match="Forgetful.sdk_init returned a NoneType"):
        caller.call(GET, shop=caller.shop(make_api(hooks=lambda: register)))
