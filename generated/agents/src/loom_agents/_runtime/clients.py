"""The http clients of one SDK client: made when needed, closed when it closes or is dropped."""

from __future__ import annotations

import os
import threading
import weakref
from importlib import import_module
from typing import TYPE_CHECKING, Any, Optional

from .eventloops import is_over, later, running_loop
from .lazy import undisturbed

if TYPE_CHECKING:
    from .configuration import SDKConfiguration
    from .httpclient import AsyncHttpClient, HttpClient
    from .oauth import TokenStore
    from .operation import Api

_SSL_CONTEXTS: dict[str, Any] = {}
"""One for each http library: making one takes as long as a hundred calls."""

_LIVING: weakref.WeakSet[Clients] = weakref.WeakSet()
_INHERITED: list[Any] = []
"""Http clients of the parent process: closing one here would end the parent's connections."""


class ClientClosed(RuntimeError):
    """The client was closed, and is asked to call the API again."""

    def __init__(self) -> None:
        super().__init__("the client is closed: make a new one to call the API again")


class Clients:
    """A sync and an async http client, either made here or handed in by the user."""

    def __init__(
        self,
        api: Api,
        client: Optional[HttpClient],
        async_client: Optional[AsyncHttpClient],
    ) -> None:
        for given, method in ((client, "close"), (async_client, "aclose")):
            missing = [
                name
                for name in ("send", "build_request", method)
                if not hasattr(given, name)
            ]
            if given is not None and missing:
                raise TypeError(
                    f"{type(given).__name__} is no http client: it has no {', '.join(missing)}"
                )
        self._library = api.http_library
        self._sync = client
        self._given_async = async_client
        self._loops: dict[int, tuple[Any, Any]] = {}
        self._made: list[Any] = []
        self._lock = threading.RLock()
        self.tokens: Optional[TokenStore] = None
        self._initialised = False
        self._closed = False
        self._finalizer = weakref.finalize(self, _abandon, self._made)
        _LIVING.add(self)

    def sync(self) -> Any:
        """Return the sync http client."""
        if self._sync is None or self._closed:
            self._make_sync()
        return self._sync

    def asynchronous(self) -> Any:
        """Return the async http client: the user's, or the one of the running event loop.

        Connections belong to the loop that they were opened on, and end with it.
        """
        if self._given_async is not None and not self._closed:
            return self._given_async
        loop = running_loop()
        known = self._loops.get(id(loop))
        if known is None or known[0] is not loop or self._closed:
            return self._make_async(loop)
        return known[1]

    def initialise(self, config: SDKConfiguration) -> None:
        """Run the `sdk_init` hooks, once, before the first call."""
        if self._initialised:
            return
        with self._lock:
            hooks = config.get_hooks()
            if hooks.sdk_init_hooks and not self._initialised:
                from .servers import base_url

                hooks.sdk_init(config, base_url(config, (), None))
            self._initialised = True

    def use(
        self,
        client: Optional[HttpClient] = None,
        async_client: Optional[AsyncHttpClient] = None,
    ) -> None:
        """Take other http clients, whoever made them closes them."""
        if client is not None:
            self._sync = client
        if async_client is not None:
            self._given_async = async_client

    def is_own(self, client: Any) -> bool:
        """Tell whether an http client was made here."""
        return client in self._made

    def is_closed(self, is_async: bool) -> bool:
        """Tell whether calls have no http client any more: closed here, or by who handed it in."""
        given = self._given_async if is_async else self._sync
        return self._closed or bool(getattr(given, "is_closed", False))

    def token_store(self) -> TokenStore:
        """Return the tokens of OAuth 2 that this client holds."""
        if self.tokens is None:
            from .oauth import TokenStore

            with self._lock:
                self.tokens = self.tokens or TokenStore()
        return self.tokens

    def close(self) -> None:
        """Close what was made here."""
        self._closed = True
        made, self._made[:] = list(self._made), []
        for client in made:
            _close(client)

    async def aclose(self) -> None:
        """Close what was made here, from async code."""
        self._closed = True
        made, self._made[:] = list(self._made), []
        for client in made:
            if hasattr(client, "aclose"):
                await client.aclose()
            else:
                client.close()

    def leave_to_parent(self) -> None:
        """In a forked process: open connections of its own, and leave the others to the parent."""
        self._lock = threading.RLock()
        if self._sync in self._made:
            self._sync = None
        self._loops = {}
        _INHERITED.extend(self._made)
        self._made.clear()
        if self.tokens is not None:
            self.tokens.lock = threading.Lock()

    def _make_sync(self) -> None:
        with self._lock:
            self._refuse_when_closed()
            if self._sync is None:
                library, context = _library(self._library)
                client = library.Client(follow_redirects=True, verify=context)
                self._made.append(client)
                self._sync = client

    def _make_async(self, loop: Any) -> Any:
        with self._lock:
            self._refuse_when_closed()
            for key, (other, client) in list(self._loops.items()):
                if is_over(other):
                    del self._loops[key]
                    self._made.remove(client)
            library, context = _library(self._library)
            client = library.AsyncClient(follow_redirects=True, verify=context)
            self._made.append(client)
            self._loops[id(loop)] = (loop, client)
            return client

    def _refuse_when_closed(self) -> None:
        if self._closed:
            raise ClientClosed


def _library(name: str) -> tuple[Any, Any]:
    context = _SSL_CONTEXTS.get(name)
    if context is not None:
        return import_module(name), context
    with undisturbed:
        library = import_module(name)
        context = _SSL_CONTEXTS[name] = library.create_ssl_context()
    return library, context


def _after_fork() -> None:
    for clients in list(_LIVING):
        clients.leave_to_parent()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)


def _abandon(made: list[Any]) -> None:
    """Close the http clients of an SDK client that nobody refers to any more."""
    for client in made:
        _close(client)


def _close(client: Any) -> None:
    if not hasattr(client, "aclose"):
        client.close()
        return
    if later(client.aclose):
        return
    import asyncio

    try:
        asyncio.run(client.aclose())
    except RuntimeError:
        return  # its connections belong to an event loop that has ended
