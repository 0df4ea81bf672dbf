"""The pass that finds where every `$ref` leads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sdkloom.diagnostics import Diagnostics
from sdkloom.document.grammar import Kind
from sdkloom.document.links import Linker
from sdkloom.document.node import Node, Roots, find
from sdkloom.document.places import MovedPlaces
from sdkloom.document.source import Source
from sdkloom.document.swagger import lift


@dataclass(frozen=True, slots=True)
class Document:
    """A document whose references all lead somewhere.

    `roots` and `sources` are by file, "" being the document itself; the values of `roots` are
    spelled as OpenAPI 3.1, and every `$ref` in them is the pointer of its target.
    """

    roots: Roots
    sources: Mapping[str, Source]
    parts: tuple[tuple[str, Kind], ...]
    """What was read of each file, as which kind of object; the document itself is the first."""

    @property
    def root(self) -> Node:
        """The top of the document."""
        return self.node("#")

    def node(self, pointer: str) -> Node:
        """Return the node at a pointer, which may be one that does not exist."""
        return find(self.roots, pointer)


def resolve(
    source: Source, diagnostics: Diagnostics, *, allow_ref: Sequence[str] = ()
) -> Document | None:
    """Return the document with every reference followed, and the files that they lead to.

    None if the document is no mapping. A reference that leads nowhere is an error and is left
    out. `allow_ref` names folders and beginnings of https URLs that may be read as well.
    """
    if not isinstance(source.value, dict):
        return None
    source = lift(source)
    linker = Linker(source, diagnostics, tuple(allow_ref))
    linker.take("", (), Kind.DOCUMENT)
    linker.finish()
    sources = dict(linker.sources)
    if linker.moves:
        sources[""] = replace(source, places=MovedPlaces(source.places, linker.moves))
    return Document(linker.roots(), sources, linker.parts())
