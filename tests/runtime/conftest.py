"""A small SDK by hand, and a server in the same process, for tests of the runtime."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from sdkloom_templates.python.runtime.errors import BaseError, ErrorClasses
from sdkloom_templates.python.runtime.group import BaseSDK
from sdkloom_templates.python.runtime.operation import Api, Operation
from sdkloom_templates.python.runtime.rootsdk import RootSDK

Handler = Callable[[httpx.Request], httpx.Response]


class ShopError(BaseError):
    """The base error."""


class DefaultError(ShopError):
    """The default error."""


class ValidationError(ShopError):
    """The error for replies that do not fit."""


class NoResponseError(ShopError):
    """The error for calls without a reply."""


ERRORS = ErrorClasses(
    base=ShopError,
    default=DefaultError,
    validation=ValidationError,
    no_response=NoResponseError,
)


def make_api(**values: Any) -> Api:
    """Return an API's description with defaults for what a test does not say."""
    from sdkloom_templates.python.runtime.operation import Server

    defaults: dict[str, Any] = {
        "user_agent": "shop/1.0",
        "errors": lambda: ERRORS,
        "servers": (Server(url="https://api.example.com/v1"),),
    }
    return Api(**{**defaults, **values})


class Shop(RootSDK):
    """A client with one group, itself."""

    def __init__(self, api: Api, **values: Any) -> None:
        self._open(api, **values)


class Recorder:
    """Answers requests, and keeps them."""

    def __init__(self, answer: Handler) -> None:
        self.answer = answer
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return self.answer(request)

    @property
    def request(self) -> httpx.Request:
        """The only request."""
        (request,) = self.requests
        return request


class Caller:
    """Runs operations with the sync or with the async client: tests say the same for both."""

    def __init__(self, is_async: bool) -> None:
        self.is_async = is_async
        self.recorder = Recorder(lambda request: httpx.Response(200, json={}))

    def answer(self, handler: Handler | httpx.Response) -> Recorder:
        """Say what the server answers."""
        if isinstance(handler, httpx.Response):
            response = handler
            handler = lambda request: httpx.Response(  # noqa: E731
                response.status_code, headers=response.headers, content=response.content
            )
        self.recorder = Recorder(handler)
        return self.recorder

    def shop(self, api: Api | None = None, **values: Any) -> Shop:
        """Return a client whose requests the recorder answers."""
        values.setdefault("client", self.http_client())
        values.setdefault("async_client", self.async_http_client())
        return Shop(api or make_api(), **values)

    def http_client(self, **values: Any) -> httpx.Client:
        transport = httpx.MockTransport(lambda request: self.recorder(request))
        return httpx.Client(transport=transport, follow_redirects=True, **values)

    def async_http_client(self, **values: Any) -> httpx.AsyncClient:
        transport = httpx.MockTransport(lambda request: self.recorder(request))
        return httpx.AsyncClient(transport=transport, follow_redirects=True, **values)

    def call(
        self,
        operation: Operation[Any, Any],
        arguments: dict[str, Any] | None = None,
        shop: BaseSDK | None = None,
        **options: Any,
    ) -> Any:
        """Run an operation to its end; a stream is read into a list."""
        shop = shop or self.shop()
        if not self.is_async:
            value = shop._call(operation, arguments or {}, **options)
            return list(value) if hasattr(value, "__next__") else value
        return asyncio.run(self._call_async(shop, operation, arguments or {}, options))

    async def _call_async(
        self,
        shop: BaseSDK,
        operation: Operation[Any, Any],
        arguments: dict[str, Any],
        options: dict[str, Any],
    ) -> Any:
        value = await shop._call_async(operation, arguments, **options)
        if hasattr(value, "__anext__"):
            return [item async for item in value]
        return value


@pytest.fixture(params=["sync", "async"])
def caller(request: pytest.FixtureRequest) -> Iterator[Caller]:
    """A caller of each kind."""
    yield Caller(request.param == "async")


@pytest.fixture
def waits(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Note how long is waited, and do not wait."""
    found: list[float] = []
    real = asyncio.sleep

    async def sleep(seconds: float) -> None:
        found.append(seconds)
        await real(0)

    monkeypatch.setattr(time, "sleep", found.append)
    monkeypatch.setattr(asyncio, "sleep", sleep)
    return found
