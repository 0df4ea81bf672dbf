"""The section on servers: by index or name, by variables, by URL, for one call."""

from __future__ import annotations

from dataclasses import replace

from sdkloom.targets.docs import markdown
from sdkloom.targets.docs.clients import EXAMPLE_SERVER, needs_server
from sdkloom.targets.docs.snippets import Snippet, program
from sdkloom.targets.docs.tables import table
from sdkloom.targets.docs.types import Shelf
from sdkloom.targets.docs.views import ServersView


def servers_view(shelf: Shelf, snippet: Snippet | None) -> ServersView:
    """Return the section's parts; those that do not apply to the API are empty."""
    servers = shelf.api.servers
    several = len(servers) > 1 and not needs_server(shelf)
    rows = [
        (
            str(index),
            markdown.code(server.url).replace("|", "\\|"),
            markdown.cell(server.description),
        )
        for index, server in enumerate(servers)
    ]
    url = _example_url(shelf)
    return ServersView(
        table=table(("#", "Server", "Description"), rows) if several else "",
        by_index=_with(snippet, "server_idx", 1) if several else "",
        by_url=_with(snippet, "server_url", url),
        variables="",
        per_operation="",
    )


def _example_url(shelf: Shelf) -> str:
    for server in shelf.api.servers:
        if server.url.startswith(("http://", "https://")) and "{" not in server.url:
            return server.url
    return EXAMPLE_SERVER


def _with(snippet: Snippet | None, name: str, value: int | str) -> str:
    if snippet is None:
        return ""
    return program(replace(snippet, client={name: value, **snippet.client}))
