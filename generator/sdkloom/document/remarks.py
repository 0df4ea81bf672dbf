"""Remarks as text: place, severity, code and message, and the lines they are about."""

from __future__ import annotations

from collections.abc import Mapping

from sdkloom.diagnostics import Remark
from sdkloom.document.pointer import split
from sdkloom.document.source import Place, Source

_CONTEXT = 2
_WIDTH = 160


def place_of(remark: Remark, sources: Mapping[str, Source]) -> Place | None:
    """Return where a remark belongs; None if it is about no place in a file."""
    file, _ = split(remark.pointer)
    source = sources.get(file)
    if source is None:
        return None
    if remark.line:
        return Place(source.name, remark.line, remark.column)
    return source.place(remark.pointer, remark.on_key) if remark.pointer else None


def format_remark(remark: Remark, sources: Mapping[str, Source]) -> str:
    """Return a remark as people read it, with the lines of the document around its place.

    `sources` is by file, as in `Document.sources`; the document itself is "".
    """
    place = place_of(remark, sources)
    head = f"{remark.severity.value}[{remark.code}]: {remark.message}"
    lines = [f"{place.name}:{place.line}:{place.column}: {head}" if place else head]
    if place:
        lines += _excerpt(place, sources)
    if remark.pointer:
        lines.append(f"   at {remark.pointer}")
    if remark.hint:
        lines.append(f"   hint: {remark.hint}")
    return "\n".join(lines)


def _excerpt(place: Place, sources: Mapping[str, Source]) -> list[str]:
    source = next((each for each in sources.values() if each.name == place.name), None)
    if source is None:
        return []
    first = max(1, place.line - _CONTEXT)
    width = max(5, len(str(place.line)))
    # A minified document is one line of megabytes: show the part around the place.
    start = max(0, place.column - _WIDTH // 2) if place.column > _WIDTH else 0
    shown = [
        f"{number:>{width}} | {_printable(source.lines[number - 1][start:start + _WIDTH])}".rstrip()
        for number in range(first, min(place.line, len(source.lines)) + 1)
    ]
    return [*shown, f"{'':>{width}} | {' ' * (place.column - 1 - start)}^"]


def _printable(text: str) -> str:
    """Return a line that a terminal shows without obeying it."""
    return "".join(
        each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in text
    )
