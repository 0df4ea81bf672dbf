"""Which server a call goes to: by index, by id, by URL, with its variables filled in."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Mapping, Optional, Sequence

    from .configuration import SDKConfiguration
    from .operation import Api, Server


def fill_variables(template: str, values: Mapping[str, str]) -> str:
    """Put values into the `{variables}` of a URL; one without a value stays as it is."""
    for name, value in values.items():
        template = template.replace("{" + name + "}", str(value))
    return template


def check_server(
    api: Api,
    server: Optional[str],
    server_idx: Optional[int],
    variables: Mapping[str, str],
) -> None:
    """Refuse a server that does not exist, before anything is called."""
    if server is not None:
        _named(api.servers, server)
    if server_idx is not None and not 0 <= server_idx < len(api.servers):
        raise ValueError(
            f"server_idx {server_idx} is out of range: there are {len(api.servers)} servers"
        )
    for name, value in variables.items():
        if any(character in value for character in "\r\n\0 \\"):
            raise ValueError(
                f"server variable {name!r} has a value that no URL can hold"
            )


def chosen_server(config: SDKConfiguration) -> tuple[str, dict[str, str]]:
    """Return the URL of the client's server, and the values of its variables."""
    if config.server_url:
        return config.server_url.rstrip("/"), dict(config.server_defaults)
    servers = config.api.servers
    if not servers:
        raise ValueError("the API names no server: give server_url")
    if config.server is not None:
        server = _named(servers, config.server)
    else:
        server = servers[config.server_idx or 0]
    return server.url, {**dict(server.variables), **config.server_defaults}


def base_url(
    config: SDKConfiguration, servers: Sequence[Server], override: Optional[str]
) -> str:
    """Return the URL that an operation's path is added to, without a slash at its end.

    `servers` are the operation's own; they stand behind the call's URL and the client's URL.
    """
    if override is not None:
        return override.rstrip("/")
    if servers and not config.server_url:
        own = servers[0]
        values = {**dict(own.variables), **config.server_defaults}
        return fill_variables(own.url, values).rstrip("/")
    template, values = chosen_server(config)
    return fill_variables(template, values).rstrip("/")


def _named(servers: Sequence[Server], name: str) -> Server:
    for server in servers:
        if server.id == name:
            return server
    known = ", ".join(repr(server.id) for server in servers)
    raise ValueError(f"there is no server {name!r}; there is {known or 'none'}")
