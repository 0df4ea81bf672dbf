"""What the SDK needs of an http client: `httpx.Client`, `httpx2.Client`, or one of the user's."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

if TYPE_CHECKING:
    import httpx

    from .clients import Clients


class RequestBuilder(Protocol):
    """What the sync and the async http client have in common."""

    def build_request(
        self,
        method: str,
        url: Any,
        *,
        content: Any = None,
        data: Any = None,
        files: Any = None,
        json: Any = None,
        params: Any = None,
        headers: Any = None,
        cookies: Any = None,
        timeout: Any = None,
        extensions: Any = None,
    ) -> httpx.Request:
        """Build a request with the client's own headers, cookies and parameters."""
        ...


@runtime_checkable
class HttpClient(RequestBuilder, Protocol):
    """A sync http client."""

    def send(
        self,
        request: httpx.Request,
        *,
        stream: bool = False,
        auth: Any = None,
        follow_redirects: Any = None,
    ) -> httpx.Response:
        """Send a request."""
        ...

    def close(self) -> None:
        """Close all connections."""


@runtime_checkable
class AsyncHttpClient(RequestBuilder, Protocol):
    """An async http client."""

    async def send(
        self,
        request: httpx.Request,
        *,
        stream: bool = False,
        auth: Any = None,
        follow_redirects: Any = None,
    ) -> httpx.Response:
        """Send a request."""
        ...

    async def aclose(self) -> None:
        """Close all connections."""


class ClientOwner(Protocol):
    """Something that holds the http clients of an SDK."""

    clients: Clients


def close_clients(owner: ClientOwner) -> None:
    """Close the http clients that an SDK made itself."""
    owner.clients.close()
