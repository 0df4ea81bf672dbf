"""Hooks: the user's own code before and after requests.

A hook is any object with the method of its kind. Hooks of a kind run in the order in which they
were registered, each with what the one before it returned. The async client runs them in a thread,
so that they may wait. A method may be a coroutine function: it is then awaited by the async client;
the sync client refuses it.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, Callable, List, Optional, Tuple, Union

if TYPE_CHECKING:
    import httpx

    from .configuration import SDKConfiguration
    from .httpclient import HttpClient


class HookContext:
    """What a hook may know about the call that it is part of."""

    config: SDKConfiguration
    base_url: str
    operation_id: str
    oauth2_scopes: Optional[List[str]]
    security_source: Optional[Union[Any, Callable[[], Any]]]

    def __init__(
        self,
        config: SDKConfiguration,
        base_url: str,
        operation_id: str,
        oauth2_scopes: Optional[List[str]],
        security_source: Optional[Union[Any, Callable[[], Any]]],
    ) -> None:
        self.config = config
        self.base_url = base_url
        self.operation_id = operation_id
        self.oauth2_scopes = oauth2_scopes
        self.security_source = security_source


class _ContextOfAHook(HookContext):
    def __init__(self, hook_ctx: HookContext) -> None:
        super().__init__(
            hook_ctx.config,
            hook_ctx.base_url,
            hook_ctx.operation_id,
            hook_ctx.oauth2_scopes,
            hook_ctx.security_source,
        )


class BeforeRequestContext(_ContextOfAHook):
    """The context of `before_request`."""


class AfterSuccessContext(_ContextOfAHook):
    """The context of `after_success`."""


class AfterErrorContext(_ContextOfAHook):
    """The context of `after_error`."""


class SDKInitHook(ABC):
    """Runs once, before a client's first call."""

    @abstractmethod
    def sdk_init(self, base_url: str, client: HttpClient) -> Tuple[str, HttpClient]:
        """Return the server's URL and the http client to use."""


class SDKInitConfigHook(ABC):
    """Runs once, before a client's first call."""

    @abstractmethod
    def sdk_init(self, config: SDKConfiguration) -> SDKConfiguration:
        """Return the configuration to use: the given one, changed."""


class BeforeRequestHook(ABC):
    """Runs before each attempt to send a request."""

    @abstractmethod
    def before_request(
        self, hook_ctx: BeforeRequestContext, request: httpx.Request
    ) -> Union[httpx.Request, Exception]:
        """Return the request to send, or an exception to raise instead."""


class AfterSuccessHook(ABC):
    """Runs once after a call that succeeded."""

    @abstractmethod
    def after_success(
        self, hook_ctx: AfterSuccessContext, response: httpx.Response
    ) -> Union[httpx.Response, Exception]:
        """Return the reply to read, or an exception to raise."""


class AfterErrorHook(ABC):
    """Runs after an attempt that got no reply, and once after a call that got an error."""

    @abstractmethod
    def after_error(
        self,
        hook_ctx: AfterErrorContext,
        response: Optional[httpx.Response],
        error: Optional[Exception],
    ) -> Union[Tuple[Optional[httpx.Response], Optional[Exception]], Exception]:
        """Return the reply and the error to go on with, or an exception to raise at once."""


class Hooks(ABC):
    """What `init_hooks` of `_hooks/registration.py` registers its hooks with."""

    @abstractmethod
    def register_sdk_init_hook(
        self, hook: Union[SDKInitHook, SDKInitConfigHook]
    ) -> None:
        """Register a hook that runs once, before the first call."""

    @abstractmethod
    def register_before_request_hook(self, hook: BeforeRequestHook) -> None:
        """Register a hook that runs before each attempt."""

    @abstractmethod
    def register_after_success_hook(self, hook: AfterSuccessHook) -> None:
        """Register a hook that runs after success."""

    @abstractmethod
    def register_after_error_hook(self, hook: AfterErrorHook) -> None:
        """Register a hook that runs after an error."""


class SDKHooks(Hooks):
    """The registered hooks of one client."""

    def __init__(self, register: Optional[Callable[[Hooks], Any]] = None) -> None:
        self.sdk_init_hooks: List[Union[SDKInitHook, SDKInitConfigHook]] = []
        self.before_request_hooks: List[BeforeRequestHook] = []
        self.after_success_hooks: List[AfterSuccessHook] = []
        self.after_error_hooks: List[AfterErrorHook] = []
        if register is not None:
            register(self)

    def register_sdk_init_hook(
        self, hook: Union[SDKInitHook, SDKInitConfigHook]
    ) -> None:
        self.sdk_init_hooks.append(hook)

    def register_before_request_hook(self, hook: BeforeRequestHook) -> None:
        self.before_request_hooks.append(hook)

    def register_after_success_hook(self, hook: AfterSuccessHook) -> None:
        self.after_success_hooks.append(hook)

    def register_after_error_hook(self, hook: AfterErrorHook) -> None:
        self.after_error_hooks.append(hook)

    def sdk_init(self, config: SDKConfiguration, base_url: str) -> None:
        """Run the hooks of a new client; what they choose is its configuration from then on."""
        for hook in self.sdk_init_hooks:
            run: Any = hook.sdk_init
            if _takes_configuration(run):
                chosen = run(config)
                if not hasattr(chosen, "get_server_details"):
                    raise _misused(hook, "a configuration", chosen)
                config.adopt(chosen)
                continue
            found = run(base_url, config.client)
            if not isinstance(found, tuple) or len(found) != 2:
                raise _misused(hook, "a URL and an http client", found)
            url, client = found
            config.adopt(config, client=client)
            if url != base_url:
                base_url = config.server_url = url

    def with_async(self, register: Optional[Callable[[Any], Any]]) -> SDKHooks:
        """Return these hooks and, after them, those that are registered for async calls."""
        if register is None:
            return self
        joined = SDKHooks(register)
        joined.before_request_hooks[:0] = self.before_request_hooks
        joined.after_success_hooks[:0] = self.after_success_hooks
        joined.after_error_hooks[:0] = self.after_error_hooks
        return joined


def _misused(hook: Any, wanted: str, result: Any) -> TypeError:
    """Return the error for a hook that forgot to return what the client goes on with."""
    name, kind = type(hook).__name__, type(result).__name__
    return TypeError(f"{name}.sdk_init returned a {kind}: it must return {wanted}")


def _takes_configuration(run: Callable[..., Any]) -> bool:
    """Tell the two forms of `sdk_init` apart: (config), or (base_url, client)."""
    from inspect import signature

    return len(signature(run).parameters) == 1
