"""Headers of parts that the caller gives, beside what a part holds."""

from __future__ import annotations

from typing import Any, Iterator, Mapping

from .operation import Part
from .parameters import header_writer, is_absent
from .values import ArgumentError


def apart(value: Any, part: Part) -> tuple[Any, tuple[tuple[str, str], ...]]:
    """Return what a part holds, and all of its headers; a file stays with its name."""
    headers = (*part.headers, *_given(_member(value, "headers"), part))
    return (value if part.file else _member(value, "content")), headers


def _given(values: Any, part: Part) -> Iterator[tuple[str, str]]:
    for one in part.given:
        value = _member(values, one.name)
        if is_absent(value):
            value = _member(values, one.argument or one.name)
        if not is_absent(value):
            yield one.name, header_writer(one)(value)
        elif one.required:
            where = f" of {part.name!r}" if part.name else ""
            raise ArgumentError(f"the header {one.name!r}{where} is required")


def _member(value: Any, name: str) -> Any:
    return value.get(name) if isinstance(value, Mapping) else getattr(value, name, None)
