"""What a discriminator may get wrong: a property that its schemas do not have."""

from __future__ import annotations

from typing import Final

from sdkloom.diagnostics import Diagnostics
from sdkloom.document.node import Node

_DEEPEST: Final = 12
_PARTS: Final = ("allOf", "oneOf", "anyOf")


def check_discriminator(schema: Node, diagnostics: Diagnostics) -> None:
    """Note a discriminator whose property a member, or the schema itself, does not have."""
    node = schema / "discriminator"
    name = node.get("propertyName")
    if not isinstance(name, str):
        return
    members = [*(schema / "oneOf"), *(schema / "anyOf")]
    at = f"{node.pointer}/propertyName"
    if _has(schema, name, 0, own=True):
        return
    if not members:
        message = f"the discriminator {name!r} is no property of this schema"
        diagnostics.warning("discriminator-property", at, message)
    for index, member in enumerate(members):
        if not _has(member, name, 0):
            what = member.ref or f"member {index}"
            message = (
                f"{what} has no property {name!r}, by which members are told apart"
            )
            diagnostics.warning("discriminator-property", at, message)


def _has(node: Node, name: str, depth: int, *, own: bool = False) -> bool:
    """Whether an object may have a property, as far as can be told; null needs none."""
    node = node.resolved()
    value = node.value
    if depth > _DEEPEST or not isinstance(value, dict) or value.get("type") == "null":
        return True
    if name in node / "properties":
        return True
    parts = ("allOf",) if own else _PARTS
    below = [member for key in parts for member in node / key]
    if below:
        return any(_has(member, name, depth + 1, own=own) for member in below)
    # A schema that says nothing of its properties may have any.
    return not own and "properties" not in node and "type" not in node
