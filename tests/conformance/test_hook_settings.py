"""The two forms of `sdk_init`, and hooks of async calls alone."""

from __future__ import annotations

import asyncio
import threading
from itertools import count
from pathlib import Path
from typing import Any

import httpx
import pytest

from .clients import package_of

DOCUMENT = {
    "openapi": "3.1.0",
    "info": {"title": "T", "version": "1"},
    "servers": [{"url": "https://api.example.com"}],
    "paths": {
        "/pets": {
            "get": {
                "operationId": "pets",
                "responses": {"204": {"description": "nothing"}},
            }
        }
    },
}
NUMBERS = count()
CONFIG = """
from .types import Hooks, SDKInitHook
from ..sdkconfiguration import SDKConfiguration

SEEN = []


class Init(SDKInitHook):
    def sdk_init(self, config: SDKConfiguration) -> SDKConfiguration:
        SEEN.append(config.get_server_details()[0])
        config.server_url = "https://other.example.com"
        config.client = Wrapped(config.client)
        return config


class Wrapped:
    def __init__(self, inner):
        self.inner = inner

    def build_request(self, *args, **kwargs):
        return self.inner.build_request(*args, **kwargs)

    def send(self, request, **kwargs):
        request.headers["x-wrapped"] = "1"
        return self.inner.send(request, **kwargs)

    def close(self):
        self.inner.close()


def init_hooks(hooks: Hooks) -> None:
    hooks.register_sdk_init_hook(Init())
"""
SYNC = """
import threading

from .types import BeforeRequestHook, Hooks


class Before(BeforeRequestHook):
    def before_request(self, hook_ctx, request):
        request.headers["x-sync"] = threading.current_thread().name
        return request


def init_hooks(hooks: Hooks) -> None:
    hooks.register_before_request_hook(Before())
"""
ASYNC = """
import asyncio

from .adapters import SyncToAsyncBeforeRequestAdapter
from .asynctypes import AsyncBeforeRequestHook, AsyncHooks
from .registration import Before


class Late(AsyncBeforeRequestHook):
    async def before_request(self, hook_ctx, request):
        await asyncio.sleep(0)
        request.headers["x-async"] = hook_ctx.operation_id + str("x-sync" in request.headers)
        return request


def init_async_hooks(hooks: AsyncHooks) -> None:
    hooks.register_before_request_hook(Late())
    hooks.register_before_request_hook(SyncToAsyncBeforeRequestAdapter(Before()))
"""


def package_with(site: Path, files: dict[str, str], **settings: Any) -> Any:
    """Return a package whose files of hooks are a user's."""
    module = f"hooks_{next(NUMBERS)}"
    package = package_of(DOCUMENT, module, site, **settings)
    for name, text in files.items():
        (site / module / "_hooks" / name).write_text(text, encoding="utf-8")
    return package


def clients(seen: list[httpx.Request]) -> dict[str, Any]:
    """Return http clients that note what they send."""

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(204)

    transport = httpx.MockTransport(answer)
    return {
        "client": httpx.Client(transport=transport),
        "async_client": httpx.AsyncClient(transport=transport),
    }


@pytest.mark.parametrize("is_async", [False, True])
def test_sdk_init_may_change_the_configuration(is_async: bool, site: Path) -> None:
    """With `sdkHooksConfigAccess` it is given all of it, once, and what it sets holds."""
    package = package_with(
        site, {"registration.py": CONFIG}, generation={"sdkHooksConfigAccess": True}
    )
    seen: list[httpx.Request] = []
    sdk = package.Sdk(**clients(seen))
    for _ in range(2):
        if is_async:
            asyncio.run(sdk.pets_async())
        else:
            sdk.pets()
    assert [str(one.url) for one in seen] == ["https://other.example.com/pets"] * 2
    assert ["x-wrapped" in one.headers for one in seen] == [not is_async] * 2
    registration = __import__(
        f"{package.__name__}._hooks.registration", fromlist=["SEEN"]
    )
    assert registration.SEEN == ["https://api.example.com"]


def test_async_calls_have_hooks_of_their_own(site: Path) -> None:
    """With `useAsyncHooks` they are awaited after the others, which run in a thread."""
    files = {"registration.py": SYNC, "asyncregistration.py": ASYNC}
    package = package_with(site, files, python={"useAsyncHooks": True})
    seen: list[httpx.Request] = []
    sdk = package.Sdk(**clients(seen))
    sdk.pets()
    asyncio.run(sdk.pets_async())
    main = threading.current_thread().name
    sync, late = seen
    assert sync.headers["x-sync"] == main and "x-async" not in sync.headers
    assert late.headers["x-async"] == "petsTrue"
    assert late.headers["x-sync"] != main


def test_files_of_async_hooks_are_made_only_when_asked_for(site: Path) -> None:
    """Without the setting there are none."""
    package = package_with(site, {})
    folder = Path(package.__file__).parent / "_hooks"
    assert sorted(path.name for path in folder.glob("*async*")) == []
