"""The base of every class with methods: it runs operations, and holds the groups below it.

A printed group names its children in `_sub_sdk_map` and annotates them; a child is imported and
made when it is first touched:

    class Pets(BaseSDK):
        toys: "Toys"
        _sub_sdk_map = {"toys": (".pets_toys", "Toys")}
"""

from __future__ import annotations

from .unset import UNSET

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, ClassVar, Mapping, Optional, TypeVar, Union

    import httpx

    from .configuration import SDKConfiguration
    from .extras import Extras
    from .nullable import OptionalNullable
    from .operation import Arguments, Operation
    from .retries import RetryConfig

    T = TypeVar("T")
    A = TypeVar("A")


def in_milliseconds(timeout: Union[float, httpx.Timeout]) -> Any:
    """Return a time in seconds in milliseconds; the http library's own says its own."""
    return timeout * 1000 if isinstance(timeout, (int, float)) else timeout


class BaseSDK:
    """A group of methods. All groups of a client share its configuration."""

    sdk_configuration: SDKConfiguration
    parent_ref: Optional[object]

    _sub_sdk_map: ClassVar[Mapping[str, tuple[str, str]]] = {}
    """The groups below: attribute -> (module, class), modules relative to this class's package."""

    def __init__(
        self,
        sdk_configuration: SDKConfiguration,
        parent_ref: Optional[object] = None,
    ) -> None:
        """Share a configuration, which keeps the http clients open as long as a group lives."""
        self.sdk_configuration = sdk_configuration
        self.parent_ref = parent_ref

    def _call(
        self,
        operation: Operation[T, Any],
        arguments: Arguments,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[float] = None,
        http_headers: Optional[Mapping[str, str]] = None,
        accept_header_override: Optional[str] = None,
        extras: Optional[Extras] = None,
        timeout: Optional[Union[float, httpx.Timeout]] = None,
    ) -> T:
        """Run an operation, and return what its reply means; `timeout` is in seconds."""
        from .calls import Options, call

        options = Options(
            retries, server_url, timeout_ms, http_headers, accept_header_override
        )
        if timeout is not None:
            options.timeout_ms = in_milliseconds(timeout)
        if extras is not None:
            options = extras.added_to(options)
        result: T = call(self, operation, arguments, options)
        return result

    async def _call_async(
        self,
        operation: Operation[Any, A],
        arguments: Arguments,
        *,
        retries: OptionalNullable[RetryConfig] = UNSET,
        server_url: Optional[str] = None,
        timeout_ms: Optional[float] = None,
        http_headers: Optional[Mapping[str, str]] = None,
        accept_header_override: Optional[str] = None,
        extras: Optional[Extras] = None,
        timeout: Optional[Union[float, httpx.Timeout]] = None,
    ) -> A:
        """Run an operation on the async client."""
        from .calls import Options, call_async

        options = Options(
            retries, server_url, timeout_ms, http_headers, accept_header_override
        )
        if timeout is not None:
            options.timeout_ms = in_milliseconds(timeout)
        if extras is not None:
            options = extras.added_to(options)
        result: A = await call_async(self, operation, arguments, options)
        return result

    if (
        not TYPE_CHECKING
    ):  # a type checker must see the annotated groups and nothing else

        def __getattr__(self, name):
            """Import and make a group when it is first touched."""
            place = type(self)._sub_sdk_map.get(name)
            if place is None:
                raise AttributeError(
                    f"{type(self).__name__!r} object has no attribute {name!r}"
                )
            from importlib import import_module

            module, class_name = place
            package = type(self).__module__.rpartition(".")[0]
            made = getattr(import_module(module, package), class_name)(
                self.sdk_configuration, parent_ref=self.parent_ref
            )
            self.__dict__[name] = made
            return made

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *self._sub_sdk_map})
