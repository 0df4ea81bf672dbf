"""A document that is being changed, with the places of what was there and of what is new."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from sdkloom.document.json_text import JsonPlaces
from sdkloom.document.places import MarkedPlaces, Marks, Spot
from sdkloom.document.source import Source

Location = tuple[Any, ...]


@dataclass(slots=True)
class Written:
    """A value, where it begins, and where everything below it stands."""

    value: Any
    spot: Spot
    marks: Marks | None

    def copy(self) -> Written:
        """Return the same value in containers of its own."""
        value, marks = _copied(self.value, self.marks)
        return Written(value, self.spot, marks)


class Draft:
    """The value of a document, to be changed in place; `source` is what has become of it."""

    __slots__ = ("value", "_marks", "_source")

    def __init__(self, source: Source, *, foreign: bool = False) -> None:
        written = written_in(source, foreign=foreign)
        self._source = source
        self.value, self._marks = written.value, written.marks

    @property
    def source(self) -> Source:
        """The document as it is now."""
        places = MarkedPlaces(self.value, self._marks)
        return replace(self._source, value=self.value, places=places)

    def at(self, location: Location) -> Written:
        """Return what stands at a location."""
        value, marks = self.value, self._marks
        spot: Spot = 0
        for key in location:
            index = _index(value, key)
            width = 1 if isinstance(value, dict) else 0
            spot, marks = (marks or [])[index + width : index + width + 2]
            value = value[key]
        return Written(value, spot, marks)

    def remove(self, location: Location) -> None:
        """Take an entry out of its mapping or list."""
        *way, key = location
        around = self.at(tuple(way))
        index = _index(around.value, key)
        if around.marks is not None:
            del around.marks[
                index : index + (3 if isinstance(around.value, dict) else 2)
            ]
        del around.value[key]

    def put(self, location: Location, new: Written) -> None:
        """Put a value in the place of another."""
        *way, key = location
        around = self.at(tuple(way))
        index = _index(around.value, key) + (1 if isinstance(around.value, dict) else 0)
        around.value[key] = new.value
        if around.marks is not None:
            around.marks[index : index + 2] = (new.spot, new.marks)

    def append(self, location: Location, new: Written) -> None:
        """Add an item to a list."""
        around = self.at(location)
        around.value.append(new.value)
        if around.marks is not None:
            around.marks += (new.spot, new.marks)

    def merge(self, location: Location, new: Written) -> None:
        """Add the entries of a mapping to another: mappings are merged, lists are joined."""
        around = self.at(location)
        _merge(around.value, around.marks or [], new.value, new.marks or [])

    def extend(self, location: Location, new: Written) -> None:
        """Add the items of a list to another."""
        around = self.at(location)
        around.value.extend(new.value)
        if around.marks is not None:
            around.marks += new.marks or []


def written_in(
    source: Source, location: Location = (), *, foreign: bool = False
) -> Written:
    """Return what a source holds at a location, in containers of its own.

    With `foreign`, its places name the source, so that they can stand in another one's.
    """
    places = source.places
    if isinstance(places, JsonPlaces):
        start: Spot = places.spot((), on_key=False)
        marks = places.marks()
    elif isinstance(places, MarkedPlaces):
        start, marks = places.start, places.marks
    else:
        start, marks = places.spot((), on_key=False), None
    written = Written(source.value, start, marks)
    for key in location:
        index = _index(written.value, key) + (
            1 if isinstance(written.value, dict) else 0
        )
        spot, below = (written.marks or [])[index : index + 2]
        written = Written(written.value[key], spot, below)
    written = written.copy()
    if foreign:
        written.spot = _named(written.spot, source)
        _name_all(written.marks, source)
    return written


def _named(spot: Spot, source: Source) -> Spot:
    return (source, spot) if isinstance(spot, int) else spot


def _name_all(marks: Marks | None, source: Source) -> None:
    for index, mark in enumerate(marks or ()):
        if isinstance(mark, list):
            _name_all(mark, source)
        elif isinstance(mark, int) and marks is not None:
            marks[index] = (source, mark)


def _copied(value: Any, marks: Marks | None) -> tuple[Any, Marks | None]:
    if isinstance(value, dict):
        copy: dict[str, Any] = {}
        copied: Marks = []
        for index, (key, below) in enumerate(value.items()):
            key_spot, spot, under = (marks or [])[3 * index : 3 * index + 3] or (
                0,
                0,
                None,
            )
            copy[key], under = _copied(below, under)
            copied += (key_spot, spot, under)
        return copy, copied
    if isinstance(value, list):
        items: list[Any] = []
        item_marks: Marks = []
        for index, below in enumerate(value):
            spot, under = (marks or [])[2 * index : 2 * index + 2] or (0, None)
            item, under = _copied(below, under)
            items.append(item)
            item_marks += (spot, under)
        return items, item_marks
    return value, None


def _index(value: Any, key: Any) -> int:
    """Return where the marks of an entry begin."""
    return 3 * list(value).index(key) if isinstance(value, dict) else 2 * int(key)


def _merge(
    value: dict[str, Any], marks: Marks, new: dict[str, Any], new_marks: Marks
) -> None:
    for number, (key, below) in enumerate(new.items()):
        key_spot, spot, under = new_marks[3 * number : 3 * number + 3]
        if key not in value:
            value[key] = below
            marks += (key_spot, spot, under)
            continue
        index = _index(value, key)
        old = value[key]
        if isinstance(old, dict) and isinstance(below, dict):
            _merge(old, marks[index + 2], below, under)
        elif isinstance(old, list) and isinstance(below, list):
            old.extend(below)
            marks[index + 2] += under
        else:
            value[key] = below
            marks[index : index + 3] = (key_spot, spot, under)
