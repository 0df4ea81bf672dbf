"""Texts that name a moment or a day (RFC 3339), as documents write them in examples."""

from __future__ import annotations

import re
from datetime import date

_DAY = r"(\d{4}-\d\d-\d\d)"
_CLOCK = r"(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:[Zz]|[+-]\d\d:?\d\d)?"
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


def has_format(text: str, format_: str) -> bool:
    """Return whether a text is what its format says, as far as Python has a type for that."""
    return format_ not in ("date", "date-time") or day_of(text) is not None
