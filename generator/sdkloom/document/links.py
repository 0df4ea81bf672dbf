"""Follows references: each `$ref` becomes the pointer of its target."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any, Final, NamedTuple

from sdkloom.diagnostics import Diagnostics
from sdkloom.document.grammar import FIELDS, OPEN, REFERABLE, STRINGS, Kind, Shape, Slot
from sdkloom.document.identifiers import Identifiers, Way
from sdkloom.document.neighbours import Refusal, is_url, join_name, read_neighbour
from sdkloom.document.node import MISSING, child
from sdkloom.document.normalise import is_reference, normalise
from sdkloom.document.places import Places
from sdkloom.document.pointer import build, decode, escape, unescape
from sdkloom.document.source import Source

_SCHEMAS: Final = ("components", "schemas")
_LONGEST_CHAIN: Final = 100


class _Broken(Exception):
    """Why a reference leads nowhere."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint


class _Waiting(NamedTuple):
    """A target that is still to be read, and the reference that named it."""

    way: Way
    kind: Kind
    pointer: str


class Linker:
    """Reads parts of a document and its neighbours, and links them.

    `take` reads a part as an object of some kind; `finish` reads what was referred to on the
    way, and what that refers to.
    """

    def __init__(
        self, source: Source, diagnostics: Diagnostics, allowed: tuple[str, ...]
    ) -> None:
        self.sources: dict[str, Source] = {"": source}
        self.moves: dict[tuple[str, ...], tuple[Places, tuple[str, ...], Any]] = {}
        self._diagnostics = diagnostics
        self._allowed = allowed
        self._raw: dict[str, Any] = {"": source.value}
        self._read: dict[Way, Any] = {}
        self._kinds: dict[str, Kind] = {}
        self._links: dict[str, str] = {}
        self._waiting: list[_Waiting] = []
        self._inlining: set[Way] = set()
        self._failed: set[str] = set()
        self._identifiers = Identifiers()
        self._identifiers.add("", source)

    # -- reading -----------------------------------------------------------------------

    def take(self, file: str, tokens: tuple[str, ...], kind: Kind) -> None:
        """Read a part of a file as an object of a kind."""
        self._part(Way(file, tokens), kind)

    def finish(self) -> None:
        """Read everything that is referred to, and look for references in a circle."""
        while self._waiting:
            way, kind, pointer = self._waiting.pop()
            known = self._kinds.get(build(*way))
            if known is None:
                self._part(way, kind)
            elif known is not kind and {known, kind} != {Kind.PARAMETER, Kind.HEADER}:
                self._diagnostics.error(
                    "ref-kind",
                    pointer,
                    f"a {kind.value} belongs here, and {build(*way)} is a {known.value}",
                )
        self._report_circles()

    def roots(self) -> dict[str, Any]:
        """Return the value of every file with all parts read in place."""
        roots = dict(self._raw)
        copied: set[int] = set()
        for way in sorted(self._read, key=lambda way: len(way.tokens)):
            if not way.tokens:
                roots[way.file] = self._read[way]
            elif way.file in roots:
                value = self._read[way]
                roots[way.file] = _put(roots[way.file], way.tokens, value, copied)
        return roots

    def _part(self, way: Way, kind: Kind) -> Any:
        if way not in self._read:
            value = normalise(self._value(way), kind)
            base = self._identifiers.base(way)
            self._read[way] = self._link(value, kind, build(*way), base)
        return self._read[way]

    def _value(self, way: Way) -> Any:
        value = self._raw[way.file]
        for token in way.tokens:
            value = child(value, token)
        return value

    # -- linking -----------------------------------------------------------------------

    def _link(self, value: Any, kind: Kind, pointer: str, base: Way) -> Any:
        """Return an object in which every reference below is the pointer of its target."""
        if type(value) is not dict:
            return value
        self._kinds[pointer] = kind
        changes: dict[str, Any] = {}
        if kind is Kind.SCHEMA:
            base = self._identifiers.base_of(value, pointer, base)
            if "$dynamicRef" in value and "$ref" not in value:
                value = {**value, "$ref": value["$dynamicRef"]}
        if "$ref" in value and type(value["$ref"]) is str:
            if kind not in REFERABLE:
                return self._inline(value, kind, pointer, base)
            changes["$ref"] = self._follow(value["$ref"], kind, pointer, base)
        if kind is Kind.DISCRIMINATOR:
            changes["mapping"] = self._mapping(value.get("mapping"), pointer, base)
        fields = FIELDS[kind]
        every = OPEN.get(kind)
        for key, below in value.items():
            if type(below) is not dict and type(below) is not list:
                continue
            slot = fields.get(key)
            if slot is None and every and not key.startswith("x-"):
                slot = every
            at = f"{pointer}/{escape(key)}"
            if slot is not None:
                linked = self._fill(below, slot, at, base)
            elif key in STRINGS.get(kind, ()) and is_reference(below):
                linked = self._text(below, at, base)
            else:
                continue
            if linked is not below:
                changes[key] = linked
        if not changes:
            return value
        if all(value.get(key) is each for key, each in changes.items()):
            return value
        merged = {**value, **changes}
        return {key: each for key, each in merged.items() if each is not MISSING}

    def _fill(self, value: Any, slot: Slot, pointer: str, base: Way) -> Any:
        shape, kind = slot
        if shape is Shape.ONE and type(value) is dict:
            return self._link(value, kind, pointer, base)
        if shape is not Shape.ONE and is_reference(value):
            return self._container(value, slot, pointer, base)
        if type(value) is dict:
            changes = {}
            for key, below in value.items():
                linked = self._link(below, kind, f"{pointer}/{escape(key)}", base)
                if linked is not below:
                    changes[key] = linked
            return {**value, **changes} if changes else value
        items = [
            self._link(below, kind, f"{pointer}/{index}", base)
            for index, below in enumerate(value)
        ]
        return items if any(a is not b for a, b in zip(items, value)) else value

    def _follow(self, ref: str, kind: Kind, pointer: str, base: Way) -> Any:
        """Return the pointer that a reference means; a mark of absence if it leads nowhere."""
        try:
            way = self._way(ref, base)
            if kind is not Kind.SCHEMA and type(self._value(way)) is not dict:
                raise _Broken("ref-kind", f"{ref!r} leads to no {kind.value}")
        except (_Broken, Refusal) as fault:
            self._diagnostics.error(
                fault.code, f"{pointer}/$ref", fault.message, hint=fault.hint
            )
            return MISSING
        target = build(*way)
        self._waiting.append(_Waiting(way, kind, f"{pointer}/$ref"))
        self._links[pointer] = target
        return target

    def _mapping(self, mapping: Any, pointer: str, base: Way) -> Any:
        """Return a discriminator's mapping with the pointer of each schema that it names."""
        if type(mapping) is not dict:
            return MISSING
        schemas = child(child(self._raw[""], "components"), "schemas")
        linked: dict[str, str] = {}
        for value, name in mapping.items():
            at = f"{pointer}/mapping/{escape(value)}"
            if type(name) is str and type(schemas) is dict and name in schemas:
                linked[value] = build("", (*_SCHEMAS, name))
                continue
            try:
                way = self._way(str(name), base)
            except (_Broken, Refusal):
                self._diagnostics.warning(
                    "discriminator-mapping",
                    at,
                    f"the value {value!r} is mapped to {name!r}, which is no schema",
                )
                continue
            linked[value] = build(*way)
            self._waiting.append(_Waiting(way, Kind.SCHEMA, at))
        return mapping if linked == mapping else linked

    # -- references where the standard has none ------------------------------------------

    def _inline(self, value: Any, kind: Kind, pointer: str, base: Way) -> Any:
        """Return what a reference means where the standard wants the object itself."""
        return self._moved(
            value["$ref"], pointer, base, lambda way: self._part(way, kind)
        )

    def _container(self, value: Any, slot: Slot, pointer: str, base: Way) -> Any:
        """Return the map or list that a reference means."""

        def read(way: Way) -> Any:
            found = self._value(way)
            if type(found) is not (dict if slot.shape is Shape.MAP else list):
                raise _Broken(
                    "ref-kind", f"{value['$ref']!r} is not {slot.shape.value}"
                )
            parts = found.items() if type(found) is dict else enumerate(found)
            read = {
                key: self._part(Way(way.file, (*way.tokens, str(key))), slot.kind)
                for key, _ in parts
            }
            return read if type(found) is dict else list(read.values())

        return self._moved(value["$ref"], pointer, base, read)

    def _text(self, value: Any, pointer: str, base: Way) -> Any:
        """Return the string that a reference means."""
        found = self._moved(value["$ref"], pointer, base, self._value)
        return found if type(found) is str else MISSING

    def _moved(self, ref: str, pointer: str, base: Way, read: Any) -> Any:
        try:
            way = self._way(ref, base)
            if way in self._inlining:
                raise _Broken("ref-cycle", f"{ref!r} leads back to itself")
            self._inlining.add(way)
            try:
                found = read(way)
            finally:
                self._inlining.discard(way)
        except (_Broken, Refusal) as fault:
            self._diagnostics.error(
                fault.code, f"{pointer}/$ref", fault.message, hint=fault.hint
            )
            return MISSING
        if pointer.startswith("#"):
            source = self.sources[way.file]
            tokens = tuple(unescape(token) for token in pointer.split("/")[1:])
            self.moves[tokens] = (
                source.places,
                way.tokens,
                source if way.file else None,
            )
        return found

    # -- finding -----------------------------------------------------------------------

    def _way(self, ref: str, base: Way, depth: int = 0) -> Way:
        """Return where a reference leads, through references on its way."""
        if depth > _LONGEST_CHAIN:
            raise _Broken("ref-cycle", f"{ref!r} leads back to itself")
        name, hash_sign, fragment = ref.partition("#")
        fragment = decode(fragment)
        try:
            start = self._start(name, base)
        except ValueError:
            raise _Broken("ref-unresolved", f"{ref!r} is no URI") from None
        if fragment and not fragment.startswith("/"):
            return self._anchor(ref, fragment, start, hash_sign)
        tokens = tuple(unescape(token) for token in fragment.split("/")[1:])
        try:
            return self._walk(start, tokens, ref, depth)
        except _Broken:
            # An embedded schema with an $id has pointers of its own; many documents
            # nevertheless count from the file's top.
            if not name and start.tokens:
                return self._walk(Way(start.file, ()), tokens, ref, depth)
            raise

    def _start(self, name: str, base: Way) -> Way:
        if not name:
            return base
        known = self._identifiers.resource(name, base)
        if known is not None:
            return known
        if is_url(name):
            return Way(self._open(name), ())
        if is_url(base.file):
            return Way(self._open(self._identifiers.join(name, base)), ())
        return Way(self._open(join_name(base.file, name)), ())

    def _open(self, name: str) -> str:
        """Return the file of a name, read if it has not been."""
        document = self.sources[""]
        if document.path is not None and name == document.path.name:
            return ""
        if name in self._failed:
            raise _Broken("ref-file", f"{name!r} cannot be read")
        if name not in self._raw:
            try:
                source = read_neighbour(
                    name, document, self._allowed, self._diagnostics
                )
            except Refusal:
                raise
            if source is None:
                self._failed.add(name)
                raise _Broken("ref-file", f"{name!r} cannot be read")
            self.sources[name] = source
            self._raw[name] = source.value
            self._identifiers.add(name, source)
        return name

    def _anchor(self, ref: str, anchor: str, start: Way, hash_sign: str) -> Way:
        found = self._identifiers.anchor(anchor, start)
        if found is None:
            found = self._identifiers.dynamic_anchor(anchor)
        if found is None:
            raise _Broken(
                "ref-unresolved",
                f"{ref!r} leads nowhere: there is no $anchor {anchor!r}",
                "a pointer begins with #/",
            )
        return found

    def _walk(self, start: Way, tokens: tuple[str, ...], ref: str, depth: int) -> Way:
        way, value = start, self._value(start)
        for token in tokens:
            below = child(value, token)
            if (
                below is MISSING
                and type(value) is dict
                and type(value.get("$ref")) is str
            ):
                way = self._way(value["$ref"], self._identifiers.base(way), depth + 1)
                value = self._value(way)
                below = child(value, token)
            if below is MISSING:
                raise _Broken(
                    "ref-unresolved",
                    f"{ref!r} leads nowhere: {build(*way)} has no {token!r}",
                    _suggestion(token, value),
                )
            way, value = Way(way.file, (*way.tokens, token)), below
        return way

    # -- circles -----------------------------------------------------------------------

    def _report_circles(self) -> None:
        """Note every ring of definitions that are nothing but references to the next."""
        done: set[str] = set()
        for start in self._links:
            chain: dict[str, None] = {}
            pointer = start
            while (
                pointer in self._links and pointer not in done and pointer not in chain
            ):
                chain[pointer] = None
                pointer = self._links[pointer]
            if pointer in chain:
                ring = list(chain)[list(chain).index(pointer) :]
                self._diagnostics.error(
                    "ref-cycle",
                    f"{pointer}/$ref",
                    "references lead in a circle: " + " -> ".join([*ring, pointer]),
                    hint="one of them must be a definition",
                )
            done.update(chain)


def _suggestion(token: str, value: Any) -> str:
    near = get_close_matches(token, value, n=1) if type(value) is dict else []
    return f"did you mean {near[0]!r}?" if near else ""


def _put(value: Any, tokens: tuple[str, ...], new: Any, copied: set[int]) -> Any:
    """Return a value with a part replaced; each container on the way is copied once."""
    if not tokens:
        return new
    if id(value) not in copied:
        value = dict(value) if type(value) is dict else list(value)
        copied.add(id(value))
    key: Any = tokens[0] if type(value) is dict else int(tokens[0])
    value[key] = _put(value[key], tokens[1:], new, copied)
    return value
