"""Hooks of async calls alone: coroutine functions, and adapters that make them of others.

They are registered in `_hooks/asyncregistration.py`, and run after those of `registration.py`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Optional, Tuple, Union

from .eventloops import in_thread

if TYPE_CHECKING:
    import httpx

    from .hooks import (
        AfterErrorContext,
        AfterErrorHook,
        AfterSuccessContext,
        AfterSuccessHook,
        BeforeRequestContext,
        BeforeRequestHook,
    )


class AsyncBeforeRequestHook(ABC):
    """Runs before each attempt to send a request."""

    @abstractmethod
    async def before_request(
        self, hook_ctx: BeforeRequestContext, request: httpx.Request
    ) -> Union[httpx.Request, Exception]:
        """Return the request to send, or an exception to raise instead."""


class AsyncAfterSuccessHook(ABC):
    """Runs once after a call that succeeded."""

    @abstractmethod
    async def after_success(
        self, hook_ctx: AfterSuccessContext, response: httpx.Response
    ) -> Union[httpx.Response, Exception]:
        """Return the reply to read, or an exception to raise."""


class AsyncAfterErrorHook(ABC):
    """Runs after an attempt that got no reply, and once after a call that got an error."""

    @abstractmethod
    async def after_error(
        self,
        hook_ctx: AfterErrorContext,
        response: Optional[httpx.Response],
        error: Optional[Exception],
    ) -> Union[Tuple[Optional[httpx.Response], Optional[Exception]], Exception]:
        """Return the reply and the error to go on with, or an exception to raise at once."""


class AsyncHooks(ABC):
    """What `init_async_hooks` of `_hooks/asyncregistration.py` registers its hooks with."""

    @abstractmethod
    def register_before_request_hook(self, hook: AsyncBeforeRequestHook) -> None:
        """Register a hook that runs before each attempt."""

    @abstractmethod
    def register_after_success_hook(self, hook: AsyncAfterSuccessHook) -> None:
        """Register a hook that runs after success."""

    @abstractmethod
    def register_after_error_hook(self, hook: AsyncAfterErrorHook) -> None:
        """Register a hook that runs after an error."""


class SyncToAsyncBeforeRequestAdapter(AsyncBeforeRequestHook):
    """Runs a sync hook in a thread."""

    def __init__(self, hook: BeforeRequestHook) -> None:
        self.hook = hook

    async def before_request(
        self, hook_ctx: BeforeRequestContext, request: httpx.Request
    ) -> Union[httpx.Request, Exception]:
        return await in_thread(self.hook.before_request, hook_ctx, request)


class SyncToAsyncAfterSuccessAdapter(AsyncAfterSuccessHook):
    """Runs a sync hook in a thread."""

    def __init__(self, hook: AfterSuccessHook) -> None:
        self.hook = hook

    async def after_success(
        self, hook_ctx: AfterSuccessContext, response: httpx.Response
    ) -> Union[httpx.Response, Exception]:
        return await in_thread(self.hook.after_success, hook_ctx, response)


class SyncToAsyncAfterErrorAdapter(AsyncAfterErrorHook):
    """Runs a sync hook in a thread."""

    def __init__(self, hook: AfterErrorHook) -> None:
        self.hook = hook

    async def after_error(
        self,
        hook_ctx: AfterErrorContext,
        response: Optional[httpx.Response],
        error: Optional[Exception],
    ) -> Union[Tuple[Optional[httpx.Response], Optional[Exception]], Exception]:
        return await in_thread(self.hook.after_error, hook_ctx, response, error)
