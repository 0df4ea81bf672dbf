"""Plain values of a node, whatever the author wrote there."""

from __future__ import annotations

from collections.abc import Mapping

from sdkloom.document.node import Node
from sdkloom.ir.types import Json, Value


def text(node: Node, key: str) -> str:
    """Return a text; a number or boolean as it is written; "" for anything else."""
    value = node.get(key)
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, (int, float)) else ""


def flag(node: Node, key: str) -> bool:
    """Return whether `true` stands there."""
    return node.get(key) is True


def whole(node: Node, key: str) -> int | None:
    """Return a whole number, None if there is none."""
    value = node.get(key)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def number(node: Node, key: str) -> int | float | None:
    """Return a number, None if there is none."""
    value = node.get(key)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    return value


def texts(node: Node, key: str) -> tuple[str, ...]:
    """Return the texts of a sequence, or the one text that stands in its place."""
    value = node.get(key)
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, list):
        return ()
    return tuple(str(item) for item in value if isinstance(item, (str, int)))


def value_of(node: Node, key: str) -> Value | None:
    """Return a value that may be null, None if the key is not there."""
    return Value(node.get(key)) if key in node else None


def mapping(node: Node) -> Mapping[str, Json]:
    """Return a mapping's plain value, an empty one for anything else."""
    return node.value if isinstance(node.value, dict) else {}
