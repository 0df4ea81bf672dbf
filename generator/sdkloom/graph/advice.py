"""Values of extensions that are mappings: what they do not have, and what cannot be meant."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sdkloom.document.node import Node
from sdkloom.document.saying import like, shown
from sdkloom.graph.reading import Reading


def check_keys(reading: Reading, node: Node, known: Iterable[str]) -> None:
    """Note keys of a mapping that are none of those that are read."""
    words = tuple(known)
    for key, below in node.items():
        if key in words or key.startswith("x-"):
            continue
        near = like(key, words)
        reading.diagnostics.warning(
            "extension",
            below.pointer,
            f"{key!r} is not known here: it has no effect",
            hint=f"write {near!r}" if near else f"the keys are {', '.join(words)}",
            on_key=True,
        )


def note_odd(
    reading: Reading, node: Node, wanted: str, effect: str, *, value: Any = None
) -> None:
    """Note a value that cannot be meant, and what it is read as."""
    found = shown(node.value if value is None else value)
    reading.diagnostics.warning(
        "extension",
        node.pointer,
        f"{node.key!r} must be {wanted}, and is {found}: {effect}",
    )
