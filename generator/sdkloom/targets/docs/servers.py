"""The section on servers: by index or name, by variables, by URL, for one call."""

from __future__ import annotations

import re
from dataclasses import replace

from sdkloom.ir.servers import ServerVariable
from sdkloom.targets.docs import markdown
from sdkloom.targets.docs.clients import EXAMPLE_SERVER
from sdkloom.targets.docs.snippets import Snippet, program
from sdkloom.targets.docs.tables import table
from sdkloom.targets.docs.types import Shelf
from sdkloom.targets.docs.views import ServersView
from sdkloom.targets.python.constructor import usable_servers, variable_names


def servers_view(
    shelf: Shelf, snippet: Snippet | None, own: Snippet | None
) -> ServersView:
    """Return the section's parts; those that do not apply to the API are empty.

    `own` is a call of an operation that has servers of its own.
    """
    servers = usable_servers(shelf.api)
    several = len(servers) > 1
    named = several and all(server.id for server in servers)
    rows = [
        (
            markdown.cell(server.id) if named else str(index),
            markdown.code(server.url).replace("|", "\\|"),
            markdown.cell(server.description),
        )
        for index, server in enumerate(servers)
    ]
    url = _example_url(shelf)
    argument = "server" if named else "server_idx"
    choice: str | int = servers[1].id if named else 1
    header = ("Name" if named else "#", "Server", "Description")
    variables = _variables(shelf)
    example = variables[0] if variables else None
    return ServersView(
        argument=argument,
        table=table(header, rows) if several else "",
        by_choice=_with(snippet, argument, choice) if several else "",
        by_url=_with(snippet, "server_url", url),
        variables=_variables_table(variables),
        by_variable=_with(snippet, example[0], _value(example[1])) if example else "",
        per_operation=_for_call(own, url),
    )


def _variables(shelf: Shelf) -> list[tuple[str, ServerVariable]]:
    names = variable_names(shelf.api)
    found = {
        one.name: one
        for server in usable_servers(shelf.api)
        for one in server.variables
    }
    return [(names[name], one) for name, one in found.items()]


def _variables_table(variables: list[tuple[str, ServerVariable]]) -> str:
    rows = [
        (
            f"`{name}`",
            markdown.cell(", ".join(one.values)) or "any",
            markdown.cell(one.default),
            markdown.cell(one.description),
        )
        for name, one in variables
    ]
    header = ("Variable", "Values", "Default", "Description")
    return table(header, rows) if rows else ""


def _value(variable: ServerVariable) -> str:
    others = [value for value in variable.values if value != variable.default]
    return others[0] if others else variable.default


def _example_url(shelf: Shelf) -> str:
    for server in usable_servers(shelf.api):
        if server.url.startswith(("http://", "https://")) and "{" not in server.url:
            return server.url
    return EXAMPLE_SERVER


def _with(snippet: Snippet | None, name: str, value: int | str) -> str:
    if snippet is None:
        return ""
    return program(replace(snippet, client={name: value, **snippet.client}))


def _for_call(snippet: Snippet | None, url: str) -> str:
    if snippet is None:
        return ""
    arguments = {**snippet.arguments, "server_url": url}
    return program(replace(snippet, arguments=arguments))


def repository_of(shelf: Shelf) -> str:
    """Return what pip installs from the repository (PEP 508), "" if none is known."""
    generation = shelf.settings.generation
    url, folder = generation.repo_url, generation.repo_sub_directory.strip("/.")
    if not re.fullmatch(r"https://[\w.~:/@%+-]+", url):
        return ""
    if folder and not re.fullmatch(r"[\w./-]+", folder):
        return ""
    end = f"#subdirectory={folder}" if folder else ""
    return f"git+{url.rstrip('/').removesuffix('.git')}.git{end}"
