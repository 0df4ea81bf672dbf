"""A module in pieces that can be laid out one by one: statements, and methods of classes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from sdkloom.output.laid_out import is_laid_out, stand_apart

_HOME = "class _:\n"
"""The line above a method while it is laid out alone: it keeps its indentation."""
_BETWEEN_STATEMENTS = re.compile(r"(\n{2,})(?=[^\s)\]}])")
_BETWEEN_METHODS = re.compile(r"(\n{2,})(?=    (?:def |async def |@))")


def lay_out_pieces(text: str, lay_out: Callable[[str], str]) -> str | None:
    """Return a module of which only the pieces that need it were laid out; None if in doubt.

    Black's time grows with what it reads, and a single long name in a class of a thousand
    methods must not make it read them all.
    """
    pieces = list(_pieces(text, _BETWEEN_STATEMENTS))
    if len(pieces) < 2 and not text.startswith("class "):
        return None
    if any(piece.startswith('"') for piece, _ in pieces[1:]):
        return None
    try:
        result = "".join(
            _statement(f"{piece}\n", lay_out).removesuffix("\n") + gap
            for piece, gap in pieces
        )
    except ValueError:
        return None
    return f"{result}\n" if stand_apart(f"{result}\n") else None


def _statement(text: str, lay_out: Callable[[str], str]) -> str:
    if is_laid_out(text):
        return text
    (head, gap), *methods = _pieces(text.removesuffix("\n"), _BETWEEN_METHODS)
    if not text.startswith("class ") or not methods:
        return lay_out(text)
    first = f"{head}\n"
    done = [first if is_laid_out(first) else lay_out(first)]
    for method, following in methods:
        done += [gap[1:], _method(f"{_HOME}{method}\n", lay_out)]
        gap = following
    return "".join(done)


def _method(text: str, lay_out: Callable[[str], str]) -> str:
    return (text if is_laid_out(text) else lay_out(text)).removeprefix(_HOME)


def _pieces(text: str, between: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """Yield each piece of a text with the blank lines below it; no string is cut in two."""
    parts = [*between.split(text.removesuffix("\n")), ""]
    piece = ""
    for part, gap in zip(parts[::2], parts[1::2], strict=True):
        piece += part
        if piece.count('"""') % 2 and gap:
            piece += gap
            continue
        yield piece, gap
        piece = ""
