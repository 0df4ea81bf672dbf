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


def filled(server: Server, values: Mapping[str, str]) -> str:
    """Return the URL of a documented server; a value that leads to another place is refused.

    A value beside the server's name holds nothing that would end it, one in the path no query, no
    fragment and no dot segment. What the document itself has as a default is let through.
    """
    defaults = dict(server.variables)
    for name, value in values.items():
        at = server.url.find("{" + name + "}")
        default = defaults.get(name, "")
        if at > 0 and value != default:
            _check_value(name, value, default, _is_beside_name(server.url[:at]))
    return fill_variables(server.url, {**defaults, **values})


def _is_beside_name(before: str) -> bool:
    return "/" not in before.partition("://")[2] and not before.startswith("/")


def _check_value(name: str, value: str, default: str, is_beside_name: bool) -> None:
    ending = "/?#@" if is_beside_name else "?#"
    found = [one for one in ending if one in value and one not in default]
    if not is_beside_name and {".", ".."} & set(value.split("/")):
        found.append("..")
    if found:
        from .values import ArgumentError

        raise ArgumentError(
            f"server variable {name!r} must not have {found[0]!r} in its value: "
            "it would lead to another place"
        )


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
    server = _chosen(config)
    return server.url, {**dict(server.variables), **config.server_defaults}


def _chosen(config: SDKConfiguration) -> Server:
    servers = config.api.servers
    if not servers:
        raise ValueError("the API names no server: give server_url")
    if config.server is not None:
        return _named(servers, config.server)
    return servers[config.server_idx or 0]


def base_url(
    config: SDKConfiguration, servers: Sequence[Server], override: Optional[str]
) -> str:
    """Return the URL that an operation's path is added to, without a slash at its end.

    `servers` are the operation's own; they stand behind the call's URL and the client's URL.
    """
    if override is not None:
        return _checked(override)
    if servers and not config.server_url:
        return _checked(filled(servers[0], config.server_defaults))
    if config.server_url:
        return _checked(fill_variables(config.server_url, config.server_defaults))
    return _checked(filled(_chosen(config), config.server_defaults))


def _checked(url: str) -> str:
    """Return a URL that a path can be added to (OpenAPI 3.2: neither query nor fragment)."""
    url = url.strip()
    if "?" in url or "#" in url or not url.isprintable():
        from .values import ArgumentError

        raise ArgumentError(
            "a server's URL must have no query, no fragment and no line end"
        )
    return url.rstrip("/")


def _named(servers: Sequence[Server], name: str) -> Server:
    for server in servers:
        if server.id == name:
            return server
    known = ", ".join(repr(server.id) for server in servers)
    raise ValueError(f"there is no server {name!r}; there is {known or 'none'}")
