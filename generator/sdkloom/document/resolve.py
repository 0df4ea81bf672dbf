"""The pass that finds where every `$ref` leads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sdkloom.diagnostics import Diagnostics
from sdkloom.document.grammar import Kind
from sdkloom.document.inheritance import Family, Rewriter, families
from sdkloom.document.links import Linker
from sdkloom.document.node import Node, Roots, child, find, put
from sdkloom.document.places import MovedPlaces, Places
from sdkloom.document.pointer import join, split
from sdkloom.document.source import Source
from sdkloom.document.swagger import lift
from sdkloom.document.walk import objects


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
    unions: frozenset[str] = frozenset()
    """The pointers of schemas that nobody wrote: unions of the children of another schema."""

    @property
    def root(self) -> Node:
        """The top of the document."""
        return self.node("#")

    def node(self, pointer: str) -> Node:
        """Return the node at a pointer, which may be one that does not exist."""
        return find(self.roots, pointer)


def resolve(
    source: Source,
    diagnostics: Diagnostics,
    *,
    allow_ref: Sequence[str] = (),
    children: bool = True,
) -> Document | None:
    """Return the document with every reference followed, and the files that they lead to.

    None if the document is no mapping. A reference that leads nowhere is an error and is left
    out. `allow_ref` names folders and beginnings of https URLs that may be read as well. With
    `children`, a reference to a schema with a discriminator means its children by `allOf` too.
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
    document = Document(linker.roots(), sources, linker.parts())
    found = _families(document)
    if children:
        return _with_unions(document, found, diagnostics) if found else document
    for family in found:
        diagnostics.info(
            "discriminator-children",
            f"{family.parent}/discriminator",
            "values of children are read as this schema, as ever in this SDK:"
            " what children add is left out",
        )
    return document


def _families(document: Document) -> list[Family]:
    """Return the schemas that are referred to in the place of their children."""
    named = (document.root / "components" / "schemas").items()
    targets = [pointer for pointer, kind in document.parts if kind is Kind.SCHEMA]
    definitions = list(dict.fromkeys([*(node.pointer for _, node in named), *targets]))
    return families(document.roots, definitions)


def _with_unions(
    document: Document, found: list[Family], diagnostics: Diagnostics
) -> Document:
    """Return the document with a union of children where their parent is referred to."""
    rewriter = Rewriter(found, _errors(document), diagnostics)
    roots, copied = dict(document.roots), set[int]()
    for pointer, kind in document.parts:
        file, tokens = split(pointer)
        read = rewriter.rewritten(find(roots, pointer).value, kind, pointer)
        roots[file] = put(roots[file], tokens, read, copied)
    moves: dict[tuple[str, ...], tuple[Places, tuple[str, ...], Source | None]] = {}
    for one in rewriter.used.values():
        tokens = split(one.union)[1]
        file, way = split(one.parent)
        home = document.sources[file]
        moves[tokens] = (home.places, way, home if file else None)
        roots[""] = _with_schema(roots[""], tokens[-1], one.value)
    sources = dict(document.sources)
    places = MovedPlaces(sources[""].places, moves)
    sources[""] = replace(sources[""], places=places)
    unions = frozenset(one.union for one in rewriter.used.values())
    return Document(roots, sources, document.parts, unions)


def _with_schema(root: Any, name: str, schema: dict[str, Any]) -> Any:
    components = root.get("components") or {}
    schemas = {**(components.get("schemas") or {}), name: schema}
    return {**root, "components": {**components, "schemas": schemas}}


def _errors(document: Document) -> frozenset[str]:
    """Return the responses to statuses that are errors, and those that they refer to."""
    found: set[str] = set()
    for pointer, part in document.parts:
        value = document.node(pointer).value
        for responses, kind, at in objects(value, part, pointer):
            for key, response in responses.items() if kind is Kind.RESPONSES else ():
                if key.startswith(("4", "5")):
                    found.add(join(at, key))
                    found.add(str(child(response, "$ref")))
    return frozenset(found)
