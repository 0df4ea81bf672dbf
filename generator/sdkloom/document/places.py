"""Where each key and value of a document stands, as offsets into its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol, Union

from sdkloom.document.node import child

Marks = list[Any]
"""Offsets in the shape of the value: for a mapping `key, value, Marks below` for each entry in
order, for a sequence `value, Marks below`; None instead of Marks below a scalar."""

Spot = Union[int, tuple[Any, int]]
"""An offset into the text; or a source and an offset into its text."""


class Places(Protocol):
    """Finds the offset of a value, or of its key."""

    def spot(self, tokens: tuple[str, ...], *, on_key: bool) -> Spot:
        """Return where the value stands; what does not exist stands where its parent does."""


@dataclass(frozen=True, slots=True)
class MarkedPlaces:
    """Places that were written down while the text was read."""

    value: Any
    marks: Marks | None
    start: Spot = 0

    def spot(self, tokens: tuple[str, ...], *, on_key: bool) -> Spot:
        """Walk value and marks side by side."""
        value, marks, found = self.value, self.marks, self.start
        key_spot = found
        for token in tokens:
            if marks is None:
                break
            if isinstance(value, dict):
                if token not in value:
                    break
                index = 3 * list(value).index(token)
                key_spot, found, marks = marks[index : index + 3]
            elif (
                isinstance(value, list)
                and token.isdecimal()
                and int(token) < len(value)
            ):
                index = 2 * int(token)
                found, marks = marks[index : index + 2]
                key_spot = found
            else:
                break
            value = child(value, token)
        return key_spot if on_key else found


@dataclass(frozen=True, slots=True)
class MovedPlaces:
    """Places of a value parts of which were written elsewhere.

    `moves` tells by the way to a part what was written there: its places, the way to it, and
    the source if that is another one.
    """

    places: Places
    moves: Mapping[tuple[str, ...], tuple[Places, tuple[str, ...], Any]]

    def spot(self, tokens: tuple[str, ...], *, on_key: bool) -> Spot:
        """Look in the nearest part that was moved."""
        for length in range(len(tokens), -1, -1):
            moved = self.moves.get(tokens[:length])
            if moved:
                places, way, source = moved
                spot = places.spot((*way, *tokens[length:]), on_key=on_key)
                return (source, spot) if source and isinstance(spot, int) else spot
        return self.places.spot(tokens, on_key=on_key)


def depth_exceeds(value: Any, limit: int) -> bool:
    """Return whether mappings and sequences are nested deeper than `limit`."""
    level: list[Any] = [[value]]
    for _ in range(limit + 1):
        level = [
            below
            for container in level
            for below in (container.values() if type(container) is dict else container)
            if type(below) is dict or type(below) is list
        ]
        if not level:
            return False
    return True
