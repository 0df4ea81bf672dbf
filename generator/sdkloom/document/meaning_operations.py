"""What an operation may get wrong beside its parameters: an id of nothing, a body that has no meaning."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sdkloom.diagnostics import Diagnostics
from sdkloom.document.node import Node

_CACHED: Final = ("get", "head")
"""Methods whose requests are answered from caches, which look at no body."""


def check_operations(
    operations: Iterable[tuple[Node, Node]], diagnostics: Diagnostics
) -> None:
    """Note operations whose id says nothing, and bodies that HTTP gives no meaning."""
    for operation, _ in operations:
        name = operation.get("operationId")
        if isinstance(name, str) and not name.strip():
            diagnostics.warning(
                "operation-id-empty",
                f"{operation.pointer}/operationId",
                "the operationId is empty: the operation is named by its method and path",
            )
        body = operation / "requestBody"
        if any(_holds(item) for _, item in (body.resolved() / "content").items()):
            _check_body(operation.key, body.pointer, diagnostics)


def _holds(content: Node) -> bool:
    """Whether a content holds anything: many generators describe a form without fields."""
    schema = (content.resolved() / "schema").resolved()
    return schema.get("properties") is None or bool(len(schema / "properties"))


def _check_body(method: str, pointer: str, diagnostics: Diagnostics) -> None:
    """Note the body of a method for which HTTP does not define one (RFC 9110, 9.3)."""
    if method in _CACHED:
        diagnostics.warning(
            "request-body-method",
            pointer,
            f"HTTP gives the body of a {method.upper()} request no meaning: it is sent, and"
            " servers and caches may drop it",
            on_key=True,
        )
    elif method == "trace":
        diagnostics.warning(
            "request-body-method",
            pointer,
            "HTTP forbids the body of a TRACE request: it is sent all the same",
            on_key=True,
        )
    elif method == "delete":
        diagnostics.info(
            "request-body-method",
            pointer,
            "HTTP gives the body of a DELETE request no meaning: it is sent",
        )
