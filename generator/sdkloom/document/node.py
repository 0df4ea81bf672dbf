"""A cursor over a document: every node knows its value, its pointer and its way on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from sdkloom.document.pointer import escape, split

Roots = Mapping[str, Any]
"""The root value of each file; the document's own file is ""."""

MISSING: Final = object()
_INDEX: Final = re.compile(r"(?:0|[1-9][0-9]*)\Z").match


class Node:
    """A place in a document. What is not there is a node too: false, without a value.

    Two nodes are equal when they stand at the same pointer.
    """

    __slots__ = ("value", "pointer", "key", "exists", "_roots")

    value: Any
    pointer: str
    key: str
    exists: bool

    def __init__(self, value: Any, pointer: str, key: str, roots: Roots) -> None:
        self.exists = value is not MISSING
        self.value = value if self.exists else None
        self.pointer = pointer
        self.key = key
        self._roots = roots

    def __truediv__(self, key: str | int) -> Node:
        """Return the child under a key or an index."""
        text = str(key)
        pointer = f"{self.pointer}/{escape(text)}"
        return Node(child(self.value, text), pointer, text, self._roots)

    def __bool__(self) -> bool:
        return self.exists

    def __iter__(self) -> Iterator[Node]:
        """Yield the items of a sequence; nothing for any other value."""
        if isinstance(self.value, list):
            for index, value in enumerate(self.value):
                yield Node(value, f"{self.pointer}/{index}", str(index), self._roots)

    def __len__(self) -> int:
        return len(self.value) if isinstance(self.value, (list, dict)) else 0

    def __contains__(self, key: str) -> bool:
        return isinstance(self.value, dict) and key in self.value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Node) and other.pointer == self.pointer

    def __hash__(self) -> int:
        return hash(self.pointer)

    def __repr__(self) -> str:
        return f"Node({self.pointer!r})"

    def get(self, key: str, default: Any = None) -> Any:
        """Return the plain value under a key of a mapping."""
        return self.value.get(key, default) if isinstance(self.value, dict) else default

    def items(self) -> Iterator[tuple[str, Node]]:
        """Yield the keys and children of a mapping in the order of the document."""
        if isinstance(self.value, dict):
            for key, value in self.value.items():
                yield key, Node(
                    value, f"{self.pointer}/{escape(key)}", key, self._roots
                )

    @property
    def ref(self) -> str:
        """The pointer of what a direct `$ref` names; "" if there is none."""
        target = self.get("$ref")
        return target if isinstance(target, str) else ""

    def resolved(self) -> Node:
        """Return the definition that a chain of `$ref` leads to; itself where there is none.

        A chain that bites its own tail ends at the last node not yet seen.
        """
        node = self
        seen = {self.pointer}
        while (target := node.ref) and target not in seen:
            seen.add(target)
            following = find(self._roots, target)
            if not following:
                break
            node = following
        return node


def child(value: Any, key: str) -> Any:
    """Return what stands under a key or index; a mark of absence if nothing does."""
    if isinstance(value, dict):
        return value.get(key, MISSING)
    if isinstance(value, list) and len(key) < 10 and _INDEX(key):
        index = int(key)
        return value[index] if index < len(value) else MISSING
    return MISSING


def find(roots: Roots, pointer: str) -> Node:
    """Return the node at a pointer, which may be one that does not exist."""
    file, tokens = split(pointer)
    value = roots.get(file, MISSING)
    for token in tokens:
        value = child(value, token)
    return Node(value, pointer, tokens[-1] if tokens else "", roots)


def put(value: Any, tokens: tuple[str, ...], new: Any, copied: set[int]) -> Any:
    """Return a value with a part replaced; each container on the way is copied once.

    A part that is not there any more, because what it stood in was replaced, is left out.
    """
    if not tokens:
        return new
    if child(value, tokens[0]) is MISSING:
        return value
    if id(value) not in copied:
        value = dict(value) if type(value) is dict else list(value)
        copied.add(id(value))
    key: Any = tokens[0] if type(value) is dict else int(tokens[0])
    value[key] = put(value[key], tokens[1:], new, copied)
    return value
