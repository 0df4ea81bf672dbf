"""The order in which pattern-defeating quicksort leaves what compares equal.

Published SDKs have the members of a union sorted by size with a quicksort that keeps up to twelve
items in their order, and moves more about. A caller who changes generators keeps that order.
The algorithm is Orson Peters' (arXiv:2106.05123), with the thresholds of Go's package `sort` and
without its fallback for lists that defeat it, which would change how long it takes and not what is
sorted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Generic, TypeVar

_T = TypeVar("_T")
_Key = tuple[int, int]

_INSERTION = 12
"""Up to so many items are sorted by insertion, which keeps the order of equals."""
_LARGE = 50
"""From so many items on, nine are looked at for a pivot, and nearly sorted lists are mended."""
_MENDS = 5
_MASK = 2**64 - 1


def sort_unstably(items: Iterable[_T], key: Callable[[_T], _Key]) -> list[_T]:
    """Return the items in the order of their keys, equal ones as the quicksort leaves them."""
    sorting = _Sorting([(key(item), item) for item in items])
    sorting.sort(0, len(sorting.pairs))
    return [item for _, item in sorting.pairs]


class _Sorting(Generic[_T]):
    """A list that is being sorted in place; ranges are half open."""

    def __init__(self, pairs: list[tuple[_Key, _T]]) -> None:
        self.pairs = pairs

    def sort(self, start: int, end: int) -> None:
        balanced = ordered = True
        while end - start > _INSERTION:
            if not balanced:
                self._scatter(start, end)
            pivot, swaps = self._pivot(start, end)
            falling = swaps == (12 if end - start >= _LARGE else -1)
            if falling:
                self.pairs[start:end] = self.pairs[start:end][::-1]
                pivot = end - 1 - (pivot - start)
            promising = balanced and ordered and (falling or not swaps)
            if promising and self._mend(start, end):
                return
            if start > 0 and not self._less(start - 1, pivot):
                start = self._skip_equal(start, end, pivot)
                continue
            middle, ordered = self._partition(start, end, pivot)
            left, right = middle - start, end - middle
            balanced = min(left, right) >= (end - start) // 8
            if left < right:
                self.sort(start, middle)
                start = middle + 1
            else:
                self.sort(middle + 1, end)
                end = middle
        self._insert(start, end)

    def _less(self, one: int, other: int) -> bool:
        return self.pairs[one][0] < self.pairs[other][0]

    def _swap(self, one: int, other: int) -> None:
        pairs = self.pairs
        pairs[one], pairs[other] = pairs[other], pairs[one]

    def _insert(self, start: int, end: int) -> None:
        self.pairs[start:end] = sorted(self.pairs[start:end], key=lambda pair: pair[0])

    def _scatter(self, start: int, end: int) -> None:
        """Swap three items of the middle with others, as far away as an xorshift says."""
        length = state = end - start
        middle = start + length // 4 * 2
        for position in range(middle - 1, middle + 2):
            state ^= state << 13 & _MASK
            state ^= state >> 7
            state ^= state << 17 & _MASK
            other = state & ((1 << length.bit_length()) - 1)
            self._swap(position, start + (other - length if other >= length else other))

    def _pivot(self, start: int, end: int) -> tuple[int, int]:
        """Return the median of three items, or of three medians, and the swaps that it took."""
        quarter = (end - start) // 4
        places = [start + quarter * step for step in (1, 2, 3)]
        swaps = 0
        if end - start >= _LARGE:
            for index, place in enumerate(places):
                places[index], more = self._median(place - 1, place, place + 1)
                swaps += more
        pivot, more = self._median(*places)
        return pivot, swaps + more

    def _median(self, first: int, second: int, third: int) -> tuple[int, int]:
        places, swaps = [first, second, third], 0
        for left in (0, 1, 0):
            if self._less(places[left + 1], places[left]):
                places[left : left + 2] = places[left + 1], places[left]
                swaps += 1
        return places[1], swaps

    def _mend(self, start: int, end: int) -> bool:
        """Return whether the items are in order, after moving a few where there are many."""
        index = start + 1
        for _ in range(_MENDS):
            while index < end and not self._less(index, index - 1):
                index += 1
            if index == end:
                return True
            if end - start < _LARGE:
                return False
            self._swap(index, index - 1)
            self._sink(range(index - 1, start, -1))
            self._sink(range(index + 1, end))
        return False

    def _sink(self, places: range) -> None:
        for place in places:
            if not self._less(place, place - 1):
                return
            self._swap(place, place - 1)

    def _skip_equal(self, start: int, end: int, pivot: int) -> int:
        """Put what equals the pivot first; return where the rest, which is greater, begins."""
        self._swap(start, pivot)
        low, high = start + 1, end - 1
        while True:
            while low <= high and not self._less(start, low):
                low += 1
            while low <= high and self._less(start, high):
                high -= 1
            if low > high:
                return low
            self._swap(low, high)
            low, high = low + 1, high - 1

    def _partition(self, start: int, end: int, pivot: int) -> tuple[int, bool]:
        """Part the items at the pivot; return its place, and whether they were parted already."""
        self._swap(start, pivot)
        low, high, ordered = start + 1, end - 1, True
        while True:
            while low <= high and self._less(low, start):
                low += 1
            while low <= high and not self._less(high, start):
                high -= 1
            if low > high:
                self._swap(high, start)
                return high, ordered
            self._swap(low, high)
            low, high, ordered = low + 1, high - 1, False
