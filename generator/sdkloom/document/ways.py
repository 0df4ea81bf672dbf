"""Finds where a reference leads: into this file, a neighbour, or a schema with a name."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any, Final

from sdkloom.diagnostics import Diagnostics
from sdkloom.document.identifiers import Identifiers, Way
from sdkloom.document.neighbours import Refusal, is_url, join_name, read_neighbour
from sdkloom.document.node import MISSING, child
from sdkloom.document.pointer import build, decode, escape, unescape
from sdkloom.document.saying import like
from sdkloom.document.source import Source

_SCHEMAS: Final = ("components", "schemas")
_LONGEST_CHAIN: Final = 100
_MOST_GUESSES: Final = 100
"""So many references are compared with all names there are: it takes time, and helps no more."""


class Ways:
    """The files read so far, as they are written, and the ways through them."""

    def __init__(
        self, source: Source, diagnostics: Diagnostics, allowed: tuple[str, ...]
    ) -> None:
        self.sources: dict[str, Source] = {"": source}
        self.identifiers = Identifiers()
        self.identifiers.add("", source)
        self._diagnostics = diagnostics
        self._allowed = allowed
        self._failed: set[str] = set()
        self._guesses = 0
        self._found: dict[tuple[str, Way], Way] = {}

    def value(self, way: Way) -> Any:
        """Return what is written at a place."""
        value = self.sources[way.file].value
        for token in way.tokens:
            value = child(value, token)
        return value

    def find(self, ref: str, base: Way) -> Way:
        """Return where a reference of a resource leads, through references on its way.

        Raises `Refusal` with the reason where it leads nowhere, or where nobody may look.
        """
        found = self._found.get((ref, base))
        if found is None:
            try:
                found = self._found[ref, base] = self._find(ref, base, 0)
            except Refusal as fault:
                meant = self._meant(ref)
                if not meant or fault.code == "ref-cycle":
                    raise
                hint = f"did you mean {meant!r}?"
                raise Refusal(fault.code, fault.message, hint) from None
        return found

    def schema(self, name: str, base: Way) -> Way:
        """Return the schema that a discriminator names: a component's name, or else a URI."""
        schemas = self.value(Way("", _SCHEMAS))
        if type(schemas) is dict and name in schemas:
            return Way("", (*_SCHEMAS, name))
        return self.find(name, base)

    def _meant(self, ref: str) -> str:
        """Return the pointer of a component that a reference is likely to mean, "" if of none."""
        self._guesses += 1
        if "://" in ref or self._guesses > _MOST_GUESSES:
            return ""
        section, name = ("", *ref.split("/"))[-2:]
        if "." in name and "#" not in ref:
            return ""
        name = unescape(name.partition("#")[2] or name).strip()
        known = child(self.sources[""].value, "components")
        for key, entries in known.items() if type(known) is dict else ():
            if type(entries) is not dict or (section in known and section != key):
                continue
            near = name if name in entries else like(name, entries)
            if near:
                return f"#/components/{key}/{escape(near)}"
        return ""

    def _find(self, ref: str, base: Way, depth: int) -> Way:
        if depth > _LONGEST_CHAIN:
            raise Refusal("ref-cycle", f"{ref!r} leads back to itself")
        name, _, fragment = ref.partition("#")
        fragment = decode(fragment)
        try:
            start = self._start(name, base)
        except ValueError:
            raise Refusal("ref-unresolved", f"{ref!r} is no URI") from None
        if fragment and not fragment.startswith("/"):
            return self._anchor(ref, fragment, start)
        tokens = tuple(unescape(token) for token in fragment.split("/")[1:])
        try:
            return self._walk(start, tokens, ref, depth)
        except Refusal:
            # An embedded schema with an $id has pointers of its own; many documents
            # nevertheless count from the file's top.
            if not name and start.tokens:
                return self._walk(Way(start.file, ()), tokens, ref, depth)
            raise

    def _start(self, name: str, base: Way) -> Way:
        if not name:
            return base
        known = self.identifiers.resource(name, base)
        if known is not None:
            return known
        if is_url(name):
            return Way(self._open(name), ())
        if is_url(base.file):
            return Way(self._open(self.identifiers.join(name, base)), ())
        return Way(self._open(join_name(base.file, name)), ())

    def _open(self, name: str) -> str:
        """Return the file of a name, read if it has not been."""
        document = self.sources[""]
        if name == document.file_name:
            return ""
        if name in self._failed:
            raise Refusal("ref-file", f"{name!r} cannot be read")
        if name not in self.sources:
            source = read_neighbour(name, document, self._allowed, self._diagnostics)
            if source is None:
                self._failed.add(name)
                raise Refusal("ref-file", f"{name!r} cannot be read")
            self.sources[name] = source
            self.identifiers.add(name, source)
        return name

    def _anchor(self, ref: str, anchor: str, start: Way) -> Way:
        found = self.identifiers.anchor(anchor, start)
        if found is None:
            found = self.identifiers.dynamic_anchor(anchor)
        if found is None:
            raise Refusal(
                "ref-unresolved",
                f"{ref!r} leads nowhere: there is no $anchor {anchor!r}",
                "a pointer begins with #/",
            )
        return found

    def _walk(self, start: Way, tokens: tuple[str, ...], ref: str, depth: int) -> Way:
        way, value = start, self.value(start)
        for token in tokens:
            below = child(value, token)
            if (
                below is MISSING
                and type(value) is dict
                and type(value.get("$ref")) is str
            ):
                way = self._find(value["$ref"], self.identifiers.base(way), depth + 1)
                value = self.value(way)
                below = child(value, token)
            if below is MISSING:
                raise Refusal(
                    "ref-unresolved",
                    f"{ref!r} leads nowhere: {build(*way)} has no {token!r}",
                    _suggestion(token, value) if self._guesses < _MOST_GUESSES else "",
                )
            way, value = Way(way.file, (*way.tokens, token)), below
        return way


def _suggestion(token: str, value: Any) -> str:
    near = get_close_matches(token, value, n=1) if type(value) is dict else []
    return f"did you mean {near[0]!r}?" if near else ""
