"""Which groups an operation belongs to, and the tags of the document."""

from __future__ import annotations

from collections.abc import Mapping

from sdkloom.document.node import Node
from sdkloom.graph.reading import Reading
from sdkloom.graph.values import text, texts
from sdkloom.ir.api import Tag
from sdkloom.ir.external import ExternalDocs

_OTHER_KINDS = ("badge", "audience")
_DEEPEST = 20


def read_tags(reading: Reading) -> dict[str, Tag]:
    """Return the tags that the document describes, by name."""
    found = {}
    for node in reading.document.root / "tags":
        name = text(node, "name")
        if name:
            found[name] = Tag(
                name=name,
                description=text(node, "description"),
                summary=text(node, "summary"),
                parent=text(node, "parent"),
                kind=text(node, "kind"),
                docs=read_docs(node),
            )
    return found


def read_docs(node: Node) -> ExternalDocs:
    """Return the external documentation that an object names."""
    docs = node / "externalDocs"
    return ExternalDocs(text(docs, "url"), text(docs, "description"))


def groups_of(
    reading: Reading, path_item: Node, operation: Node, tags: Mapping[str, Tag]
) -> tuple[tuple[tuple[str, ...], ...], bool]:
    """Return the paths of the groups of an operation, and whether a tag gave them.

    The operation's own word counts, then the path item's, then its first tag, below the tag's
    parents. Dots nest. An operation in no group stands on the client itself.
    """
    for node in (operation, path_item):
        named = texts(node, reading.extended(node, "group").key)
        if named:
            return tuple(_split(item) for item in named), False
    for name in texts(operation, "tags"):
        tag = tags.get(name)
        if tag is None or tag.kind not in _OTHER_KINDS:
            return (_below_parents(name, tags),), True
    return ((),), False


def _split(words: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in words.split(".") if word.strip())


def _below_parents(name: str, tags: Mapping[str, Tag]) -> tuple[str, ...]:
    path: list[str] = []
    for _ in range(_DEEPEST):
        path[:0] = _split(name)
        tag = tags.get(name)
        if tag is None or not tag.parent:
            break
        name = tag.parent
    return tuple(path)
