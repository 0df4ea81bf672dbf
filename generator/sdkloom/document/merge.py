"""Merges several documents into one, in order: what is said twice, the last one says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from sdkloom.diagnostics import Diagnostics, Severity
from sdkloom.document.drafts import Draft, Location, Written
from sdkloom.document.grammar import METHODS
from sdkloom.document.relocate import redirect, relocate
from sdkloom.document.source import Source, note_fault
from sdkloom.document.yaml_events import Fault

_LOCAL: Final = ("servers", "security")
"""What a document says for all of its operations and another one may say otherwise."""

_OPERATIONS: Final = frozenset(METHODS)
_SECTIONS: Final = ("paths", "webhooks")
"""Fields that hold path items."""


def merge(sources: Sequence[Source], diagnostics: Diagnostics) -> Source:
    """Return one document that holds the operations and components of all.

    An operation that another document describes otherwise under the same path is kept beside it,
    at the path with a fragment (`/pets#2`), which is never sent; a webhook likewise. Servers and security that differ
    move down to the operations. An `operationId` that is taken gets a number.
    """
    first, *others = sources
    if not others:
        return first
    draft = Draft(first)
    for number, other in enumerate(others, start=2):
        if not _is_openapi(other.value):
            message = "neither 'openapi' nor 'swagger' is at the top: this is no OpenAPI document"
            fault = Fault("not-openapi", message, 0)
            note_fault(other, fault, Severity.ERROR, diagnostics)
            continue
        if not _is_openapi(draft.value):
            continue  # which is said where its version is read
        if ("swagger" in other.value) != ("swagger" in draft.value):
            message = (
                "Swagger 2.0 and OpenAPI 3 cannot be merged: convert one of them first"
            )
            _note(other, 0, Severity.ERROR, message, diagnostics)
            continue
        _Merging(draft, other, number, first, diagnostics).run()
    return draft.source


class _Merging:
    """One document on its way into another."""

    def __init__(
        self,
        draft: Draft,
        other: Source,
        number: int,
        first: Source,
        diagnostics: Diagnostics,
    ) -> None:
        self._draft = draft
        self._source = other
        self._number = number
        self._diagnostics = diagnostics
        self._other = Draft(other, foreign=True)
        self._renamed: dict[tuple[str, ...], str] = {}
        relocate(self._other.value, other, first)

    def run(self) -> None:
        """Put everything in its place."""
        for key in _LOCAL:
            self._move_down(key)
        self._number_operation_ids()
        for section in _SECTIONS:
            self._rename_items(section)
        redirect(self._other.value, self._renamed)
        for key in list(self._other.value):
            new = self._written((key,))
            if key not in self._draft.value:
                self._draft.merge((), self._entry((key,)))
            elif key in _SECTIONS:
                self._items(key, new.value)
            elif key == "tags":
                self._tags(new.value)
            elif key == "components":
                self._components(new.value)
            elif key in ("openapi", "swagger"):
                self._version(key, new)
            elif isinstance(new.value, dict) and isinstance(
                self._draft.value[key], dict
            ):
                self._draft.merge((key,), new)
            else:
                self._draft.put((key,), new)

    def _written(self, location: Location) -> Written:
        """Return what the other document holds."""
        return self._other.at(location).copy()

    def _entry(self, location: Location) -> Written:
        """Return a mapping of one entry of the other document."""
        *way, key = location
        around = self._written(tuple(way))
        index = 3 * list(around.value).index(key)
        marks = (around.marks or [])[index : index + 3]
        return Written({key: around.value[key]}, around.spot, marks)

    # -- what holds for all operations ---------------------------------------------------

    def _move_down(self, key: str) -> None:
        """Move what the two documents say otherwise to the operations of each."""
        mine, theirs = self._draft.value.get(key), self._other.value.get(key)
        if mine == theirs:
            return
        for draft, value in ((self._draft, mine), (self._other, theirs)):
            if value is None:
                continue
            for location in _operations(draft.value):
                has_own = key in draft.at(location).value
                if not has_own and key not in draft.at(location[:2]).value:
                    written = draft.at((key,)).copy()
                    marks = [written.spot, written.spot, written.marks]
                    draft.merge(
                        location, Written({key: written.value}, written.spot, marks)
                    )
            draft.remove((key,))

    def _number_operation_ids(self) -> None:
        taken = {
            self._draft.at(location).value.get("operationId")
            for location in _operations(self._draft.value)
        }
        for location in list(_operations(self._other.value)):
            name = self._other.at(location).value.get("operationId")
            twin = self._twin(location)
            if name is None or name not in taken or twin:
                continue
            new = f"{name}_{self._number}"
            at = (*location, "operationId")
            self._warn(at, f"operationId {name!r} is taken: it becomes {new!r}")
            written = self._other.at(at)
            self._other.put(at, Written(new, written.spot, None))

    def _twin(self, location: Location) -> bool:
        """Whether the same operation is there already."""
        mine: Any = self._draft.value
        for key in location:
            mine = mine.get(key) if isinstance(mine, dict) else None
        return bool(mine == self._other.at(location).value)

    # -- parts ---------------------------------------------------------------------------

    def _rename_items(self, section: str) -> None:
        """Give path items that are described otherwise a name beside the first."""
        mine, theirs = self._draft.value.get(section), self._other.value.get(section)
        if not isinstance(theirs, dict) or not isinstance(mine, dict):
            return
        for name, item in theirs.items():
            if name not in mine or mine[name] == item or _can_join(mine[name], item):
                continue
            new = self._renamed[section, name] = f"{name}#{self._number}"
            at = (section, name)
            self._warn(at, f"{name!r} is described otherwise: it becomes {new!r}")

    def _items(self, section: str, items: Any) -> None:
        mine = self._draft.value[section]
        if not isinstance(items, dict) or not isinstance(mine, dict):
            return
        for name, item in items.items():
            entry = self._entry((section, name))
            new = self._renamed.get((section, name), name)
            if new != name or name not in mine:
                entry.value = {new: item}
                self._draft.merge((section,), entry)
            elif mine[name] != item:
                self._draft.merge((section, name), self._written((section, name)))

    def _tags(self, tags: Any) -> None:
        mine = self._draft.value["tags"]
        if not isinstance(tags, list) or not isinstance(mine, list):
            return
        known = {
            name.lower(): index
            for index, tag in enumerate(mine)
            if (name := _name(tag))
        }
        for index, tag in enumerate(tags):
            new = self._written(("tags", index))
            at = known.get(_name(tag).lower())
            if at is None:
                self._draft.append(("tags",), new)
            else:
                # The name that came first is the one that operations may have written.
                named = {**tag, "name": _name(mine[at])}
                self._draft.merge(("tags", at), Written(named, new.spot, new.marks))

    def _components(self, components: Any) -> None:
        mine = self._draft.value["components"]
        if not isinstance(components, dict) or not isinstance(mine, dict):
            return
        for section, entries in components.items():
            way = ("components", section)
            if not isinstance(mine.get(section), dict) or not isinstance(entries, dict):
                self._draft.merge(("components",), self._entry(way))
                continue
            for name, value in entries.items():
                self._component((*way, name), value)

    def _component(self, location: Location, value: Any) -> None:
        _, section, name = location
        known = self._draft.value["components"][section]
        if name not in known:
            self._draft.merge(location[:2], self._entry(location))
        elif (
            section == "securitySchemes" and _is_oauth(known[name]) and _is_oauth(value)
        ):
            self._draft.merge(location, self._written(location))
        elif known[name] != value:
            self._warn(
                location,
                f"the component {name!r} is described otherwise: the last counts",
            )
            self._draft.put(location, self._written(location))

    def _version(self, key: str, new: Written) -> None:
        """Keep the newer version."""
        if str(new.value) > str(self._draft.value[key]):
            self._draft.put((key,), new)

    def _warn(self, location: Location, message: str) -> None:
        spot = self._other.at(location).spot
        source, offset = spot if isinstance(spot, tuple) else (self._source, spot)
        _note(source, offset, Severity.WARNING, message, self._diagnostics)


def _is_openapi(value: Any) -> bool:
    return isinstance(value, dict) and ("openapi" in value or "swagger" in value)


def _note(
    source: Source,
    offset: int,
    severity: Severity,
    message: str,
    diagnostics: Diagnostics,
) -> None:
    note_fault(source, Fault("merge-conflict", message, offset), severity, diagnostics)


def _operations(value: dict[str, Any]) -> Iterator[Location]:
    paths = value.get("paths")
    for path, item in paths.items() if isinstance(paths, dict) else ():
        for method, operation in item.items() if isinstance(item, dict) else ():
            if not isinstance(operation, dict):
                continue
            if method in _OPERATIONS:
                yield ("paths", path, method)
            elif method == "additionalOperations":
                for other, below in operation.items():
                    if isinstance(below, dict):
                        yield ("paths", path, method, other)


def _can_join(mine: Any, theirs: Any) -> bool:
    """Whether two path items say nothing of the same thing otherwise."""
    if not isinstance(mine, dict) or not isinstance(theirs, dict):
        return False
    if any(mine[key] != theirs[key] for key in mine.keys() & theirs.keys()):
        return False
    # What one item says for all of its operations must not reach those of the other.
    shared = (mine.keys() | theirs.keys()) - _OPERATIONS - {"summary", "description"}
    return all(mine.get(key) == theirs.get(key) for key in shared)


def _name(tag: Any) -> str:
    name = tag.get("name") if isinstance(tag, dict) else None
    return name if isinstance(name, str) else ""


def _is_oauth(scheme: Any) -> bool:
    return isinstance(scheme, dict) and scheme.get("type") == "oauth2"
