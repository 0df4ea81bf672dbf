"""Texts that name a moment, a day or a span of time (RFC 3339), as documents write them.

What Python itself takes for a date differs between its versions; what is read here does not.
"""

from __future__ import annotations

import re
from datetime import date

_DAY = r"(\d{4}-\d\d-\d\d)"
_CLOCK = r"(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:[Zz]|[+-](?:[01]\d|2[0-3]):?[0-5]\d)?"
_SPAN = re.compile(
    r"P(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?"
    r"(?:T(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+(?:\.\d+)?)S)?)?"
)
_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\Z")
_MOMENT = re.compile(f"{_DAY}(?:[Tt ]{_CLOCK})?")


def day_of(text: str) -> str | None:
    """Return the day that a text names alone or with a time, None if it names none."""
    found = _MOMENT.fullmatch(text)
    if found is None:
        return None
    try:
        date.fromisoformat(found[1])
    except ValueError:
        return None
    return found[1]


def span_of(text: str) -> dict[str, int | float] | None:
    """Return the arguments of `timedelta` for a duration (ISO 8601), None if a text is none.

    A year has 365 days and a month 30, as models read them.
    """
    found = _SPAN.fullmatch(text)
    if found is None or not any(found.groups()):
        return None
    parts = {name: float(part) for name, part in found.groupdict().items() if part}
    days = parts.pop("years", 0) * 365 + parts.pop("months", 0) * 30
    if days:
        parts = {"days": days + parts.pop("days", 0), **parts}
    return {
        name: int(part) if part.is_integer() else part for name, part in parts.items()
    }


def is_uuid(text: str) -> bool:
    """Return whether a text is a UUID with its hyphens."""
    return _UUID.match(text) is not None


def has_format(text: str, format_: str) -> bool:
    """Return whether a text is what its format says, as far as Python has a type for that."""
    return format_ not in ("date", "date-time") or day_of(text) is not None
