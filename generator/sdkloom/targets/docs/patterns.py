"""A text that a regular expression matches, for the simple expressions that schemas hold."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CLASSES = {"d": "0123456789", "w": "abcdefghijklmnopqrstuvwxyz0123456789_", "s": " "}
_ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_. "
_QUANTIFIER = re.compile(r"\{(\d*)(,?)(\d*)\}")
_GROUP = re.compile(r"\?(?:(<?[!=])|:|P<\w+>)")
"""What makes a group special: a look around, no capture, or a name."""
_LONGEST = 256


class _TooHard(Exception):
    """The expression uses something that this file does not write."""


def match_of(pattern: str, shortest: int = 0, longest: int | None = None) -> str | None:
    """Return a text that matches a pattern and has a length in bounds, None if none was found."""
    try:
        expression = re.compile(pattern)
        for extra in (0, 1, 4, 8, 16, 32, max(shortest, 0)):
            text = _Writer(pattern, extra).whole()
            fits = shortest <= len(text) and (longest is None or len(text) <= longest)
            if fits and expression.search(text):
                return text
    except (re.error, _TooHard, RecursionError, OverflowError):
        return None
    return None


@dataclass(slots=True)
class _Writer:
    """Reads a pattern from left to right and writes one match; loops run `extra` more times."""

    pattern: str
    extra: int
    place: int = 0

    def whole(self) -> str:
        text = self._choice()
        if self.place < len(self.pattern):
            raise _TooHard
        return text

    def _choice(self) -> str:
        first = self._sequence()
        while self._peek() == "|":
            self.place += 1
            self._sequence()
        return first

    def _sequence(self) -> str:
        written: list[str] = []
        while self._peek() not in ("", "|", ")"):
            piece = self._piece()
            low, high = self._times()
            times = min(low + self.extra, high)
            if len(piece) * times > _LONGEST:
                times = low
            if len(piece) * times > _LONGEST:
                raise _TooHard
            written.append(piece * times)
        return "".join(written)

    def _piece(self) -> str:
        character = self._next()
        if character in "^$":
            return ""
        if character == ".":
            return "a"
        if character == "(":
            return self._group()
        if character == "[":
            return self._set()
        if character == "\\":
            return self._escape(self._next())[:1]
        if character in "*+?{":
            raise _TooHard
        return character

    def _group(self) -> str:
        found = _GROUP.match(self.pattern, self.place)
        if found:
            self.place = found.end()
        elif self._peek() == "?":
            raise _TooHard
        text = self._choice()
        if self._next() != ")":
            raise _TooHard
        # What must or must not stand around is no text; the whole is tried in the end.
        return "" if found and found[1] else text

    def _set(self) -> str:
        inverted = self._peek() == "^"
        if inverted:
            self.place += 1
        found = ""
        first = True
        while first or self._peek() != "]":
            first = False
            character = self._next()
            options = self._escape(self._next()) if character == "\\" else character
            if (
                self._peek() == "-"
                and self.pattern[self.place + 1 : self.place + 2] != "]"
            ):
                self.place += 1
                last = self._next()
                if last == "\\":
                    last = self._escape(self._next())
                options = "".join(
                    map(
                        chr,
                        range(
                            ord(options[0]),
                            min(ord(last[0]), ord(options[0]) + 127) + 1,
                        ),
                    )
                )
            found += options
        self.place += 1
        if not inverted:
            return found[:1]
        return next((one for one in _ALPHABET if one not in found), "~")

    def _escape(self, letter: str) -> str:
        if letter in _CLASSES:
            return _CLASSES[letter]
        if letter in "bBAZz":
            return ""
        if letter.isalnum():
            simple = {"n": "\n", "t": "\t", "r": "\r", "D": "a", "W": "-", "S": "a"}
            if letter not in simple:
                raise _TooHard
            return simple[letter]
        return letter

    def _times(self) -> tuple[int, int]:
        character = self._peek()
        low, high = 1, 1
        if character and character in "*+?":
            self.place += 1
            low, high = (1 if character == "+" else 0), (
                1 if character == "?" else 1000
            )
        elif character == "{":
            found = _QUANTIFIER.match(self.pattern, self.place)
            if not found:
                raise _TooHard
            self.place = found.end()
            low = int(found[1] or 0)
            high = int(found[3]) if found[3] else (1000 if found[2] else low)
        else:
            return 1, 1
        if self._peek() == "?":
            self.place += 1
        return low, high

    def _peek(self) -> str:
        return self.pattern[self.place : self.place + 1]

    def _next(self) -> str:
        character = self._peek()
        if not character:
            raise _TooHard
        self.place += 1
        return character
