"""Follows references: each `$ref` becomes the pointer of its target."""

from __future__ import annotations

from operator import is_
from typing import Any, Final, NamedTuple

from sdkloom.diagnostics import Diagnostics
from sdkloom.document.grammar import (
    FIELDS,
    OPEN,
    REFERABLE,
    STRINGS,
    Kind,
    Shape,
    Slot,
    is_author_key,
)
from sdkloom.document.identifiers import Way
from sdkloom.document.neighbours import Refusal
from sdkloom.document.node import MISSING, put
from sdkloom.document.normalise import is_reference, normalise
from sdkloom.document.places import Places
from sdkloom.document.pointer import build, escape, parent, split, unescape
from sdkloom.document.saying import chained
from sdkloom.document.shapes import check_shapes
from sdkloom.document.source import Source
from sdkloom.document.ways import Ways

_MINOR: Final = frozenset([Kind.EXAMPLE, Kind.LINK, Kind.SECURITY_SCHEME])
"""Kinds without which an operation is still the same."""

_MARGINAL: Final = frozenset(["$ref", "summary", "description"])
"""What a path item may say beside its reference without being another one."""

_WITH_SECURITY: Final = (Kind.DOCUMENT, Kind.OPERATION)


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
        self.moves: dict[tuple[str, ...], tuple[Places, tuple[str, ...], Any]] = {}
        self._ways = Ways(source, diagnostics, allowed)
        self._diagnostics = diagnostics
        self._read: dict[Way, Any] = {}
        self._kinds: dict[str, Kind] = {}
        self._links: dict[str, str] = {}
        self._waiting: list[_Waiting] = []
        self._inlining: set[Way] = set()

    @property
    def sources(self) -> dict[str, Source]:
        """The files read so far."""
        return self._ways.sources

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
                self._refuse_kind(way, kind, known, pointer)
        self._report_circles()

    def _refuse_kind(self, way: Way, kind: Kind, known: Kind, pointer: str) -> None:
        """Note a reference to an object of another kind; a schema's is read as any value."""
        message = f"{kind.phrase} belongs here, and {build(*way)} is {known.phrase}"
        if kind is not Kind.SCHEMA and kind not in _MINOR:
            self._diagnostics.error("ref-kind", pointer, message)
            return
        if kind is Kind.SCHEMA:
            message = f"{message}: any value is accepted"
        self._diagnostics.warning("ref-kind", pointer, message)
        holder = Way(*split(parent(pointer)))
        self._links.pop(parent(pointer), None)
        self._read[holder] = {}

    def roots(self) -> dict[str, Any]:
        """Return the value of every file with all parts read in place."""
        roots = {file: source.value for file, source in self.sources.items()}
        copied: set[int] = set()
        for way in sorted(self._read, key=lambda way: len(way.tokens)):
            if not way.tokens:
                roots[way.file] = self._read[way]
            elif way.file in roots:
                value = self._read[way]
                roots[way.file] = put(roots[way.file], way.tokens, value, copied)
        return roots

    def parts(self) -> tuple[tuple[str, Kind], ...]:
        """Return the parts that were read, each as a pointer and a kind."""
        pointers = (build(*way) for way in self._read)
        return tuple(
            (each, self._kinds[each]) for each in pointers if each in self._kinds
        )

    def _part(self, way: Way, kind: Kind) -> Any:
        if way not in self._read:
            written = self._ways.value(way)
            if way.file:
                check_shapes(written, kind, build(*way), self._diagnostics)
            value = normalise(written, kind)
            base = self._ways.identifiers.base(way)
            self._read[way] = self._link(value, kind, build(*way), base)
        return self._read[way]

    # -- linking -----------------------------------------------------------------------

    def _link(self, value: Any, kind: Kind, pointer: str, base: Way) -> Any:
        """Return an object in which every reference below is the pointer of its target."""
        if type(value) is not dict:
            return value
        self._kinds[pointer] = kind
        changes: dict[str, Any] = {}
        if kind is Kind.SCHEMA:
            base = self._ways.identifiers.base_of(value, pointer, base)
            if type(value.get("$dynamicRef")) is str:
                value = self._static(value, pointer)
        if "$ref" in value and type(value["$ref"]) is str:
            if kind is Kind.PATH_ITEM and not _MARGINAL.issuperset(value):
                return self._joined(value, pointer, base)
            if kind not in REFERABLE:
                return self._inline(value, kind, pointer, base)
            changes["$ref"] = self._follow(value["$ref"], kind, pointer, base)
        if kind is Kind.DISCRIMINATOR:
            changes.update(self._mapping(value, pointer, base))
        if kind in _WITH_SECURITY and type(value.get("security")) is list:
            changes["security"] = self._requirements(value["security"], pointer, base)
        fields = FIELDS[kind]
        every = OPEN.get(kind)
        for key, below in value.items():
            if type(below) is not dict and type(below) is not list:
                continue
            slot = fields.get(key)
            if slot is None and every and is_author_key(key):
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

    def _requirements(self, value: list[Any], pointer: str, base: Way) -> list[Any]:
        """Return requirements with the pointer of each scheme that they name by its URI.

        The name of a component comes first; `./name` is always a URI (OpenAPI 3.2, 4.30).
        """
        known = self._ways.value(Way("", ("components", "securitySchemes")))
        linked = []
        for index, requirement in enumerate(value):
            names = requirement if type(requirement) is dict else {}
            renamed = {}
            for name, scopes in names.items():
                at = f"{pointer}/security/{index}/{escape(name)}"
                is_known = type(known) is dict and name in known
                is_uri = not is_known and ("/" in name or "#" in name)
                renamed[self._scheme(name, at, base) if is_uri else name] = scopes
            linked.append(requirement if renamed == names else renamed)
        return value if all(map(is_, linked, value)) else linked

    def _scheme(self, name: str, pointer: str, base: Way) -> str:
        try:
            way = self._ways.find(name, base)
        except Refusal:
            return name  # no scheme has this name, which is said where they are read
        self._waiting.append(_Waiting(way, Kind.SECURITY_SCHEME, pointer))
        return build(*way)

    def _static(self, value: dict[str, Any], pointer: str) -> dict[str, Any]:
        """Return a schema with a `$dynamicRef` as one with a `$ref`: to where it leads at first."""
        name = value["$dynamicRef"].partition("#")[2]
        count = self._ways.identifiers.dynamic_anchors(name)
        if count > 1 or "$ref" in value:
            message = (
                f"{count} schemas have the $dynamicAnchor {name!r}; the first is meant"
            )
            if "$ref" in value:
                message = "what stands beside it as $ref is meant"
            self._diagnostics.degraded(
                "dynamic-reference", f"{pointer}/$dynamicRef", message
            )
        return value if "$ref" in value else {**value, "$ref": value["$dynamicRef"]}

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
            way = self._ways.find(ref, base)
            found = type(self._ways.value(way))
            is_section = way.tokens[:1] == ("components",) and len(way.tokens) < 3
            is_bool = kind is Kind.SCHEMA and found is bool
            if is_section or not (found is dict or is_bool):
                raise Refusal("ref-kind", f"{ref!r} leads to no {kind.value}")
        except Refusal as fault:
            # In the place of a schema such a reference is read as any value.
            is_any = kind is Kind.SCHEMA and fault.code == "ref-kind"
            is_minor = kind in _MINOR or is_any
            note = self._diagnostics.warning if is_minor else self._diagnostics.error
            note(fault.code, f"{pointer}/$ref", fault.message, hint=fault.hint)
            return MISSING
        target = build(*way)
        self._waiting.append(_Waiting(way, kind, f"{pointer}/$ref"))
        self._links[pointer] = target
        return target

    def _mapping(
        self, discriminator: dict[str, Any], pointer: str, base: Way
    ) -> dict[str, Any]:
        """Return a discriminator's mappings with the pointer of each schema that they name."""
        changes: dict[str, Any] = {"mapping": MISSING}
        mapping = discriminator.get("mapping")
        if type(mapping) is dict:
            changes["mapping"] = linked = {}
            for value, name in mapping.items():
                at = f"{pointer}/mapping/{escape(value)}"
                meant = self._schema(str(name), f"the value {value!r}", at, base)
                if meant is not MISSING:
                    linked[value] = meant
        default = discriminator.get("defaultMapping")
        if type(default) is str:
            at = f"{pointer}/defaultMapping"
            changes["defaultMapping"] = self._schema(default, "the default", at, base)
        return changes

    def _schema(self, name: str, what: str, pointer: str, base: Way) -> Any:
        try:
            way = self._ways.schema(name, base)
        except Refusal:
            self._diagnostics.warning(
                "discriminator-mapping",
                pointer,
                f"{what} is mapped to {name!r}, which is no schema",
            )
            return MISSING
        self._waiting.append(_Waiting(way, Kind.SCHEMA, pointer))
        return build(*way)

    # -- path items that say more than their reference --------------------------------------

    def _joined(self, value: dict[str, Any], pointer: str, base: Way) -> Any:
        """Return a path item with what its reference means, and what it says itself first."""
        own = {key: below for key, below in value.items() if key != "$ref"}
        read = self._link(own, Kind.PATH_ITEM, pointer, base)
        meant = self._inline(value, Kind.PATH_ITEM, pointer, base)
        if pointer.startswith("#"):
            way = split(pointer)[1]
            places = self.sources[""].places
            for key in own:
                self.moves[(*way, key)] = (places, (*way, key), None)
        if type(meant) is not dict:
            return read
        first, further = read.get("parameters"), meant.get("parameters")
        if isinstance(first, list) and isinstance(further, list):
            read = {**read, "parameters": [*first, *further]}
        return {**meant, **read}

    # -- references where the standard has none ------------------------------------------

    def _inline(self, value: Any, kind: Kind, pointer: str, base: Way) -> Any:
        """Return what a reference means where the standard wants the object itself."""
        return self._moved(
            value["$ref"], pointer, base, lambda way: self._part(way, kind)
        )

    def _container(self, value: Any, slot: Slot, pointer: str, base: Way) -> Any:
        """Return the map or list that a reference means."""

        def read(way: Way) -> Any:
            found = self._ways.value(way)
            if type(found) is not (dict if slot.shape is Shape.MAP else list):
                raise Refusal(
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
        found = self._moved(value["$ref"], pointer, base, self._ways.value)
        return found if type(found) is str else MISSING

    def _moved(self, ref: str, pointer: str, base: Way, read: Any) -> Any:
        try:
            way = self._ways.find(ref, base)
            if way in self._inlining:
                raise Refusal("ref-cycle", f"{ref!r} leads back to itself")
            self._inlining.add(way)
            try:
                found = read(way)
            finally:
                self._inlining.discard(way)
        except Refusal as fault:
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
                is_minor = self._kinds.get(pointer) in _MINOR
                note = (
                    self._diagnostics.warning if is_minor else self._diagnostics.error
                )
                note(
                    "ref-cycle",
                    f"{pointer}/$ref",
                    f"references lead in a circle: {chained([*ring, pointer])}",
                    hint="one of them must be a definition",
                )
            done.update(chain)
