"""A client's configuration: what all its groups share, and every call starts from."""

from __future__ import annotations

from .unset import UNSET

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Mapping, Optional

    from .clients import Clients
    from .hooks import SDKHooks
    from .httpclient import AsyncHttpClient, HttpClient
    from .logger import Logger
    from .nullable import OptionalNullable
    from .operation import Api
    from .retries import RetryConfig


class SDKConfiguration:
    """What a client was made with. Its repr shows no secret.

    Calls keep what they derive from it in `prepared`; setting an attribute forgets that.
    """

    api: Api
    security: Any
    globals: dict[str, Any]
    server: Optional[str]
    server_idx: Optional[int]
    server_url: str
    server_defaults: dict[str, str]
    retry_config: OptionalNullable[RetryConfig]
    timeout_ms: Optional[float]
    debug_logger: Optional[Logger]
    clients: Clients
    prepared: dict[Any, Any]

    def __init__(self, **values: Any) -> None:
        self.__dict__.update({"_hooks": None, "_async_hooks": None, **values})
        self.__dict__["prepared"] = {}

    def __setattr__(self, name: str, value: Any) -> None:
        if name in ("client", "async_client"):
            self.clients.use(**{name: value})
        else:
            self.__dict__[name] = value
        if name not in ("prepared", "_hooks", "_async_hooks"):
            self.__dict__["prepared"] = {}

    def adopt(
        self, chosen: SDKConfiguration, *, client: Optional[HttpClient] = None
    ) -> None:
        """Take over what an `sdk_init` hook returned."""
        if chosen is not self:
            self.__dict__.update(chosen.__dict__)
        if client is not None:
            self.clients.use(client)
        self.__dict__["prepared"] = {}

    def __repr__(self) -> str:
        shown = ("server", "server_idx", "server_url", "retry_config", "timeout_ms")
        values = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
        return f"SDKConfiguration({values})"

    def __getstate__(self) -> object:
        raise TypeError("an SDK's configuration holds secrets and is not pickled")

    def __copy__(self) -> SDKConfiguration:
        """Return a configuration that can be changed by itself; connections are shared."""
        made = SDKConfiguration(**self.__dict__)
        made.__dict__["globals"] = dict(self.globals)
        made.__dict__["server_defaults"] = dict(self.server_defaults)
        return made

    def __deepcopy__(self, memo: Any) -> SDKConfiguration:
        """Return a copy: neither connections nor hooks can be there twice."""
        return self.__copy__()

    @property
    def client(self) -> HttpClient:
        """The sync http client, made when it is first needed."""
        client: HttpClient = self.clients.sync()
        return client

    @property
    def async_client(self) -> AsyncHttpClient:
        """The async http client, made when it is first needed."""
        client: AsyncHttpClient = self.clients.asynchronous()
        return client

    @property
    def user_agent(self) -> str:
        return self.api.user_agent

    def get_hooks(self) -> SDKHooks:
        """Return the client's hooks."""
        hooks: Optional[SDKHooks] = self.__dict__["_hooks"]
        if hooks is None:
            from .hooks import SDKHooks

            register = self.api.hooks
            hooks = SDKHooks(register() if register is not None else None)
            self.__dict__["_hooks"] = hooks
        return hooks

    def get_async_hooks(self) -> SDKHooks:
        """Return the hooks of async calls."""
        hooks: Optional[SDKHooks] = self.__dict__["_async_hooks"]
        if hooks is None:
            register = self.api.async_hooks
            hooks = self.get_hooks().with_async(register() if register else None)
            self.__dict__["_async_hooks"] = hooks
        return hooks

    def get_server_details(self) -> tuple[str, dict[str, str]]:
        """Return the URL of the chosen server, and the values of its variables."""
        from .servers import chosen_server

        return chosen_server(self)


def make_configuration(
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
) -> SDKConfiguration:
    """Check what the user gave the client's constructor, and keep it."""
    from .clients import Clients
    from .logger import logger_for
    from .servers import check_server, fill_variables

    given = {
        name: str(getattr(value, "value", value))
        for name, value in variables.items()
        if value is not None
    }
    if server_url is not None and url_params is not None:
        server_url = fill_variables(server_url, url_params)
    elif url_params:
        given = {**given, **url_params}
    check_server(api, server, server_idx, given)
    return SDKConfiguration(
        api=api,
        security=security,
        globals=_with_environment(api, globals),
        server=server,
        server_idx=server_idx,
        server_url=server_url or "",
        server_defaults=given,
        retry_config=retry_config,
        timeout_ms=timeout_ms,
        debug_logger=logger_for(api, debug_logger),
        clients=Clients(api, client, async_client),
    )


def _with_environment(api: Api, values: Mapping[str, Any]) -> dict[str, Any]:
    if not api.global_env:
        return dict(values)
    from os import environ

    env = {name: environ[key] for name, key in api.global_env if key in environ}
    given = {name: value for name, value in values.items() if value is not None}
    return {**values, **env, **given}
