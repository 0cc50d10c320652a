"""Pairs of places with their worth → the heaviest of those chains in which both places only ever rise.

>>> chain([(0, 5, 1.0), (1, 1, 1.0), (2, 2, 1.0), (3, 0, 1.5)])
[(1, 1), (2, 2)]
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import groupby

Worth = tuple[int, int, float]
"""A place in the old, a place in the new, and what it is worth (above 0) to pair them."""


def chain(pairs: Iterable[Worth]) -> list[tuple[int, int]]:
    """Return the pairs of the heaviest chain, in order; of equal ones the first in order of places.

    The heaviest increasing subsequence (Jacobson and Vo 1992) over a tree of prefix maxima: n log n for n pairs.
    """
    ordered = sorted(pairs)
    places = sorted({new for _, new, _ in ordered})
    best = _Best(len(places))
    before: list[int] = []
    for _, row in groupby(enumerate(ordered), key=lambda item: item[1][0]):
        found = []
        for number, (_, new, worth) in row:
            at = bisect_left(places, new)
            total, last = best.below(at)
            before.append(last)
            found.append((at, total + worth, number))
        for at, total, number in found:
            best.raise_to(at, total, number)
    _, last = best.below(len(places))
    chained = []
    while last >= 0:
        chained.append(ordered[last][:2])
        last = before[last]
    return chained[::-1]


class _Best:
    """The best total that ends below a place (Fenwick 1994)."""

    def __init__(self, size: int) -> None:
        self._tree: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)

    def below(self, place: int) -> tuple[float, int]:
        """Return the best total that ends at a place below this one, and its pair; 0 and -1 where there is none."""
        best = (0.0, -1)
        while place:
            if self._tree[place][0] > best[0]:
                best = self._tree[place]
            place -= place & -place
        return best

    def raise_to(self, place: int, total: float, number: int) -> None:
        """Take note of a total that ends at a place."""
        place += 1
        while place < len(self._tree):
            if total > self._tree[place][0]:
                self._tree[place] = (total, number)
            place += place & -place
