"""Remarks as text: place, severity, code and message, and the lines they are about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sdkloom.diagnostics import Remark, Severity
from sdkloom.document.pointer import split
from sdkloom.document.source import Place, Source
from sdkloom.hints import HINTS


def place_of(remark: Remark, sources: Mapping[str, Source]) -> Place | None:
    """Return where a remark belongs; None if it is about no place in a file."""
    if remark.file:
        return Place(remark.file, remark.line, remark.column)
    found = _origin(remark, sources)
    return found[1] if found else None


def format_remark(
    remark: Remark, sources: Mapping[str, Source], *, with_hint: bool = True
) -> str:
    """Return a remark as people read it, with the lines of the document around its place.

    `sources` is by file, as in `Document.sources`; the document itself is "".
    """
    place = place_of(remark, sources)
    head = f"{remark.severity.value}[{remark.code}]: {remark.message}"
    lines = [f"{place.name}:{place.line}:{place.column}: {head}" if place else head]
    found = _origin(remark, sources)
    if remark.excerpt:
        lines += remark.excerpt
    elif found:
        source, place = found
        lines += source.excerpt(place)
    if remark.pointer:
        lines.append(f"   at {remark.pointer}")
    hint = hint_of(remark)
    if hint and with_hint:
        lines.append(f"   hint: {hint}")
    return "\n".join(lines)


def hint_of(remark: Remark) -> str:
    """Return what to do: as the place suggests, else as for every remark of its code."""
    return remark.hint or HINTS.get(remark.code, "")


def in_reading_order(
    remarks: Iterable[Remark], sources: Mapping[str, Source]
) -> list[Remark]:
    """Return remarks file by file and line by line; those without a place come first.

    Errors come last: they are what a reader of the terminal must see.
    """

    def position(remark: Remark) -> tuple[bool, str, int, int]:
        place = place_of(remark, sources)
        at = (place.name, place.line, place.column) if place else ("", 0, 0)
        return (remark.severity is Severity.ERROR, *at)

    return sorted(remarks, key=position)


def _origin(
    remark: Remark, sources: Mapping[str, Source]
) -> tuple[Source, Place] | None:
    source = sources.get(split(remark.pointer)[0])
    if remark.file or source is None or not remark.pointer:
        return None
    if remark.line:
        return source, Place(source.name, remark.line, remark.column)
    return source.origin(remark.pointer, remark.on_key)
