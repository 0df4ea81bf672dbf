"""Servers and their variables."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerVariable:
    """A `{name}` of a server's URL."""

    name: str
    default: str
    values: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """One server. `id` is its name (`x-speakeasy-server-id`, or `name` of OpenAPI 3.2)."""

    url: str
    description: str = ""
    id: str = ""
    variables: tuple[ServerVariable, ...] = ()
