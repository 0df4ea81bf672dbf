"""The pass that reads servers."""

from __future__ import annotations

from sdkloom.document.node import Node
from sdkloom.graph.reading import Reading
from sdkloom.graph.values import text, texts
from sdkloom.ir.servers import Server, ServerVariable


def read_servers(reading: Reading, node: Node) -> tuple[Server, ...]:
    """Return the servers of the document, a path or an operation."""
    return tuple(_server(reading, item) for item in node / "servers")


def _server(reading: Reading, node: Node) -> Server:
    url = text(node, "url")
    variables = []
    for name, item in (node / "variables").items():
        if f"{{{name}}}" not in url:
            reading.diagnostics.warning(
                "server-variable-unused",
                item.pointer,
                f"the URL has no variable {name!r}",
            )
            continue
        variables.append(
            ServerVariable(
                name=name,
                default=text(item, "default"),
                values=texts(item, "enum"),
                description=text(item, "description"),
            )
        )
    return Server(
        url=url,
        description=text(node, "description"),
        id=reading.note(node, "server-id") or text(node, "name"),
        variables=tuple(variables),
    )
