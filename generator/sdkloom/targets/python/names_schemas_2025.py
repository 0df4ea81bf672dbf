"""Names of inline schemas by the newer rules: where several want a word, none has it bare."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from sdkloom.ir.types import SchemaId
from sdkloom.targets.python.casing import class_name
from sdkloom.targets.python.names_places import Place


def name_inline(places: Iterable[Place], taken: frozenset[str]) -> dict[SchemaId, str]:
    """Name inline schemas: in rounds, all that want the same name move to their next candidate.

    Those that have no candidate left are numbered in order.
    """
    used = set(taken)
    found: dict[SchemaId, str] = {}
    current = [(place, candidates(place)) for place in places]
    while current:
        asked = [(place, next(rest, ""), rest) for place, rest in current]
        wanted = Counter(name for _, name, _ in asked)
        current = []
        for place, name, rest in asked:
            if not name:
                found[place.schema.id] = _numbered(class_name(place.own), used)
            elif wanted[name] == 1 and name not in used:
                found[place.schema.id] = name
            else:
                current.append((place, rest))
        used.update(wanted)
    return found


def _numbered(name: str, used: set[str]) -> str:
    number = 1
    while f"{name}{number}" in used:
        number += 1
    used.add(f"{name}{number}")
    return f"{name}{number}"


def candidates(place: Place) -> Iterator[str]:
    """Yield the names that a schema may have, best first."""
    own, words = place.own, place.context
    if not place.is_body:
        yield class_name(own)
    yield class_name(place.root, own)
    for depth in range(1, len(words) + 1):
        yield class_name(*words[len(words) - depth :], own)
        yield class_name(place.root, *words[len(words) - depth :], own)
