"""Where each key and value of a document stands, as offsets into its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol, Union

from sdkloom.document.node import MISSING, child

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
    _orders: dict[int, dict[str, int]] = field(
        default_factory=dict, compare=False, repr=False
    )

    def _order(self, value: dict[str, Any]) -> dict[str, int]:
        """Return the number of each key of a mapping of ours."""
        found = self._orders.get(id(value))
        if found is None or len(found) != len(value):
            found = {key: index for index, key in enumerate(value)}
            self._orders[id(value)] = found
        return found

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
                index = 3 * self._order(value)[token]
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


def as_written(value: Any, tokens: tuple[str, ...]) -> tuple[str, ...]:
    """Return the way to a value that is read in another spelling than it is written in.

    What is nullable becomes one of two alternatives, and a list of `items` `prefixItems`.
    """
    written: list[str] = []
    rest = list(tokens)
    while rest and value is not MISSING:
        token = rest.pop(0)
        below = child(value, token)
        if below is MISSING and token == "anyOf" and rest[:1] == ["0"]:
            rest.pop(0)
            continue
        if below is MISSING and token == "prefixItems":
            token = "items"
            below = child(value, token)
        written.append(token)
        value = below
    return (*written, *rest)


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
