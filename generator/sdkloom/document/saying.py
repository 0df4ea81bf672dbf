"""How remarks say what several passes find: wrong kinds, missing and unknown fields."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Any, Final

from sdkloom.diagnostics import Diagnostics

_LONGEST: Final = 60
_MOST_LINKS: Final = 12
_ALIKE: Final = 0.75
_MOST: Final = 2000
"""Of more names than these only the case of a word is looked at: comparing them takes long."""


def shown(value: Any) -> str:
    """Return a value as a remark names it: short, and a container by its kind alone."""
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    return spelt(value)


def spelt(value: Any) -> str:
    """Return a value as a document spells it, shortened."""
    if value is None or isinstance(value, bool):
        text = json.dumps(value)
    elif isinstance(value, (dict, list)) and not _is_odd(value):
        text = json.dumps(value, ensure_ascii=False)
    else:
        text = repr(value)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 3]}..."


def _is_odd(value: Any) -> bool:
    """Whether a value holds what JSON cannot spell, or more than anybody reads."""
    if isinstance(value, float):
        return not math.isfinite(value)
    if isinstance(value, (dict, list)):
        below = value.values() if isinstance(value, dict) else value
        return len(value) > _LONGEST or any(map(_is_odd, below))
    return False


def chained(ring: Sequence[str]) -> str:
    """Return a chain as a remark shows it: of a long one its beginning and its end."""
    if len(ring) > _MOST_LINKS:
        half = _MOST_LINKS // 2
        left_out = f"({len(ring) - 2 * half} more)"
        ring = [*ring[:half], left_out, *ring[-half:]]
    return " -> ".join(ring)


def like(word: str, known: Iterable[str]) -> str:
    """Return the known word that a word is most like, "" if it is like none."""
    by_case = {each.lower(): each for each in known}
    if word.lower() in by_case or len(by_case) > _MOST:
        return by_case.get(word.lower(), "")
    near = get_close_matches(word[:_LONGEST].lower(), by_case, n=1, cutoff=_ALIKE)
    return by_case[near[0]] if near else ""


def note_wrong(
    pointer: str, name: str, wanted: str, value: Any, diagnostics: Diagnostics
) -> None:
    """Note a value of another kind than its place asks for."""
    diagnostics.warning(
        "wrong-type", pointer, f"{name!r} must be {wanted}, and is {shown(value)}"
    )


def note_missing(pointer: str, name: str, diagnostics: Diagnostics) -> None:
    """Note that an object lacks a field."""
    diagnostics.warning("missing-field", pointer, f"{name!r} is missing", on_key=True)


def note_unknown(
    pointer: str,
    name: str,
    place: str,
    known: Iterable[str],
    diagnostics: Diagnostics,
) -> None:
    """Note a field that does not belong where it is, and the one that it is like."""
    where = f"no field of {place}" if place else "no field that belongs here"
    near = like(name, known)
    meant = f": did you mean {near!r}?" if near else ""
    diagnostics.warning(
        "unknown-field",
        pointer,
        f"{name!r} is {where}{meant}",
        hint=f"write {near!r}" if near else "an extension's name begins with x-",
        on_key=True,
    )
