"""The base of the client class: it opens and closes what all groups below it share."""

from __future__ import annotations

from .group import BaseSDK
from .unset import UNSET

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import TracebackType
    from typing import Any, Mapping, Optional

    from typing_extensions import Self

    from .httpclient import AsyncHttpClient, HttpClient
    from .logger import Logger
    from .nullable import OptionalNullable
    from .operation import Api
    from .retries import RetryConfig


class RootSDK(BaseSDK):
    """A client. Close it with `with`, `async with`, `close()` or `await aclose()`.

    A client that is dropped without closing closes the http clients that it made itself; those
    that the user handed in are the user's to close.
    """

    def _open(
        self,
        api: Api,
        *,
        security: Any = None,
        globals: Mapping[str, Any] = {},
        server: Optional[str] = None,
        server_idx: Optional[int] = None,
        server_url: Optional[str] = None,
        url_params: Optional[Mapping[str, str]] = None,
        variables: Mapping[str, Any] = {},
        client: Optional[HttpClient] = None,
        async_client: Optional[AsyncHttpClient] = None,
        retry_config: OptionalNullable[RetryConfig] = UNSET,
        timeout_ms: Optional[float] = None,
        debug_logger: Optional[Logger] = None,
    ) -> None:
        """Take the constructor's arguments.

        `security` is the Security model, a callable that returns it, or a mapping of its fields
        with values or callables (`{"api_key": api_key}`). `globals` maps the names of global
        parameters to values, `variables` server variables that are arguments of their own.
        """
        from .configuration import make_configuration

        configuration = make_configuration(
            api,
            security=security,
            globals=globals,
            server=server,
            server_idx=server_idx,
            server_url=server_url,
            url_params=url_params,
            variables=variables,
            client=client,
            async_client=async_client,
            retry_config=retry_config,
            timeout_ms=timeout_ms,
            debug_logger=debug_logger,
        )
        super().__init__(configuration)

    def close(self) -> None:
        """Close the client; what it is asked to do later is refused."""
        self.sdk_configuration.clients.close()

    async def aclose(self) -> None:
        """Close the client from async code."""
        await self.sdk_configuration.clients.aclose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        exc_type: Optional[type[BaseException]],
        exc_val: Optional[BaseException],
        exc_tb: Optional[TracebackType],
    ) -> None:
        self.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        exc_type: Optional[type[BaseException]],
        exc_val: Optional[BaseException],
        exc_tb: Optional[TracebackType],
    ) -> None:
        await self.aclose()
