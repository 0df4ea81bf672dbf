"""Programs of the README that are about the client and not about a call."""

from __future__ import annotations

from sdkloom.targets.docs.clients import client_arguments
from sdkloom.targets.docs.expressions import Source
from sdkloom.targets.docs.snippets import (
    Handling,
    Snippet,
    client_text,
    import_lines,
    program,
)
from sdkloom.targets.docs.types import Shelf
from sdkloom.targets.python.constructor import needs_security


def resource_code(snippet: Snippet | None) -> str:
    """Return a call in a `with` block of a function, and the same in an asynchronous one."""
    if snippet is None:
        return ""
    lines = program(snippet).split("\n")
    start = next(n for n, line in enumerate(lines) if line.startswith("with "))
    body = [f"    {line}" if line else "" for line in lines[start:]]
    later = program(snippet, asynchronous=True).split("\n")
    begin = later.index("async def main():")
    end = later.index("asyncio.run(main())")
    asynchronous = ["async def amain():", *later[begin + 1 : end]]
    head = [*import_lines(snippet, asynchronous=(False, True)), "", ""]
    return "\n".join([*head, "def main():", "", *body, "", *asynchronous]).rstrip()


def http_code(shelf: Shelf) -> str:
    """Return how the client is given an HTTP client."""
    library = shelf.settings.python.http_client_library
    snippet = _opening(shelf, "client", Source("http_client", (library,)))
    return "\n".join(
        [
            *import_lines(snippet),
            "",
            f'http_client = {library}.Client(headers={{"x-custom-header": "someValue"}})',
            f"{shelf.names.client.variable} = {client_text(snippet)}",
        ]
    )


def debug_code(shelf: Shelf) -> str:
    """Return how the client is given a logger."""
    logger = f'logging.getLogger("{shelf.settings.python.module}")'
    snippet = _opening(shelf, "debug_logger", Source(logger, ("logging",)))
    return "\n".join(
        [
            *import_lines(snippet),
            "",
            "logging.basicConfig(level=logging.DEBUG)",
            f"{shelf.names.client.variable} = {client_text(snippet)}",
        ]
    )


def _opening(shelf: Shelf, name: str, value: Source) -> Snippet:
    """The client with one argument, and with its credentials if it cannot be without."""
    client = {}
    if needs_security(shelf.api, shelf.settings):
        client = client_arguments(None, shelf, {})
    return Snippet(
        target="",
        handling=Handling.NOTHING,
        shelf=shelf,
        client={**client, name: value},
    )
