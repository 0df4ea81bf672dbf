"""Reads JSON, with the place of a value found when somebody asks for it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from sdkloom.document.places import Marks
from sdkloom.document.scalars import MAX_DIGITS
from sdkloom.document.syntax import json_constant

_SPACE: Final = re.compile(r"[ \t\n\r]*").match
_DECODER: Final = json.JSONDecoder()


class Entry(NamedTuple):
    """A child of an object or array: its key (or index) and where both begin."""

    key: str
    key_offset: int
    offset: int


class Json(NamedTuple):
    """A JSON text's value, and whether an object has a key twice."""

    value: Any
    has_duplicates: bool


def read(text: str) -> Json:
    """Return the value of a JSON text.

    Raises `json.JSONDecodeError` for what is no JSON and `RecursionError` for nesting that the
    reader cannot follow.
    """
    duplicates: list[int] = []

    def constant(word: str) -> None:
        # Python's reader takes words that JSON does not have (RFC 8259, 6).
        raise json.JSONDecodeError("Expecting value", text, json_constant(text))

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        value = dict(items)
        if len(value) != len(items):
            duplicates.append(1)
        return value

    try:
        value = json.loads(text, object_pairs_hook=pairs, parse_constant=constant)
    except json.JSONDecodeError:
        raise
    except ValueError:
        # An integer of more digits than Python converts; it is kept as it is written.
        value = json.loads(
            text,
            object_pairs_hook=pairs,
            parse_constant=constant,
            parse_int=_integer,
        )
    return Json(value, bool(duplicates))


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) <= MAX_DIGITS else digits


def _skip(text: str, offset: int) -> int:
    space = _SPACE(text, offset)
    return space.end() if space else offset


class JsonPlaces:
    """Places in a JSON text, read again container by container on the way to a value."""

    __slots__ = ("_text", "_start", "_entries", "_by_key")

    def __init__(self, text: str) -> None:
        self._text = text
        self._start = _skip(text, 0)
        self._entries: dict[int, list[Entry]] = {}
        self._by_key: dict[int, dict[str, Entry]] = {}

    def spot(self, tokens: tuple[str, ...], *, on_key: bool) -> int:
        """Return where a value or its key begins."""
        found = key = self._start
        for token in tokens:
            if found not in self._by_key:
                # Of two entries with one key the last counts, as it does in the value.
                self._by_key[found] = {each.key: each for each in self.entries(found)}
            entry = self._by_key[found].get(token)
            if entry is None:
                break
            key, found = entry.key_offset, entry.offset
        return key if on_key else found

    def entries(self, offset: int) -> list[Entry]:
        """Return the children of the container that begins at an offset."""
        if offset not in self._entries:
            self._entries[offset] = list(self._scan(offset))
        return self._entries[offset]

    def _scan(self, offset: int) -> Iterator[Entry]:
        text = self._text
        opening = text[offset]
        if opening not in "{[":
            return
        index = 0
        offset = _skip(text, offset + 1)
        while text[offset] not in "}]":
            key, key_offset = str(index), offset
            if opening == "{":
                key, offset = _DECODER.raw_decode(text, offset)
                offset = _skip(text, _skip(text, offset) + 1)
            yield Entry(key, key_offset, offset)
            # The decoder, written in C, skips the value.
            offset = _skip(text, _DECODER.raw_decode(text, offset)[1])
            if text[offset] == ",":
                offset = _skip(text, offset + 1)
            index += 1

    def duplicates(self) -> Iterator[tuple[tuple[str, ...], Entry, Entry]]:
        """Yield every key that an object has twice: the way to it, and the two entries."""
        waiting: list[tuple[tuple[str, ...], int]] = [((), self._start)]
        while waiting:
            way, offset = waiting.pop()
            seen: dict[str, Entry] = {}
            for entry in self.entries(offset):
                path = (*way, entry.key)
                if entry.key in seen:
                    yield path, seen[entry.key], entry
                seen.setdefault(entry.key, entry)
                waiting.append((path, entry.offset))

    def marks(self) -> Marks | None:
        """Return the places of all values at once."""
        if self._text[self._start] not in "{[":
            return None
        root: Marks = []
        waiting: list[tuple[Marks, int]] = [(root, self._start)]
        while waiting:
            marks, offset = waiting.pop()
            keyed = self._text[offset] == "{"
            # Of two entries with one key the value has the last one, in the place of the first.
            entries = {entry.key: entry for entry in self.entries(offset)}
            for entry in entries.values():
                below: Marks | None = [] if self._text[entry.offset] in "{[" else None
                marks += (entry.key_offset,) * keyed + (entry.offset, below)
                if below is not None:
                    waiting.append((below, entry.offset))
        return root


class Escape(NamedTuple):
    """An escape sequence that stands for something no text should hold."""

    text: str
    offset: int
    is_surrogate: bool


_ESCAPE: Final = re.compile(
    r"\\(?:u[dD][89abAB]..\\u[dD][c-fC-F]..|(?P<lone>u[dD][89a-fA-F]..)"
    r"|(?P<control>u00(?:0[0-8bcefBCEF]|1.))|.)"
)


def strange_escapes(text: str) -> Iterator[Escape]:
    """Yield the escapes of control characters and of halves of surrogate pairs."""
    if "\\u" in text:
        for found in _ESCAPE.finditer(text):
            if found["lone"] or found["control"]:
                yield Escape(found.group(), found.start(), bool(found["lone"]))
