"""Postings that wait in memory to be merged into their tree, in the tree's order.

A posting's key is a hash: each of an article's 200 would touch a page of its own in a tree of millions of rows, and every
page touched is written twice. So an article's postings are first written in one row of a `listed_` table, which is the truth;
the newest of them are held here, sorted, and go into the tree later, one 64th of the keys at a time, many rows to a page. Each
of these ranges remembers up to which article it has been merged (as in a log-structured merge tree, O'Neil et al. 1996,
but for the ranges, which spread the work evenly).

>>> held = Staged()
>>> held.add(rows_of(7, np.array([30, 10])))
>>> held.of(np.array([10, 20]))["seq"].tolist()
[7]
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Keys = NDArray[np.int64]
Rows = NDArray[np.void]
"""Postings: `key`, `seq` and, for terms, `day` and `weight`."""
ROWS = np.dtype([("key", "<i8"), ("seq", "<i8"), ("day", "<i4"), ("weight", "<f4")])
RANGES = 64
"""Equal parts of the keys, merged in turn."""
TAIL = 16_384
"""Latest rows that are looked through one by one; more are sorted in."""
LEAST, MOST = 512, 4096
"""Articles whose postings are held at least, and at most."""
SHARE = 16
"""One in so many articles of a desk is held in between, so that an article's part of the merging does not grow."""


class Staged:
    """Rows by key."""

    def __init__(self) -> None:
        self._sorted: Rows = np.empty(0, ROWS)
        self._tail: Rows = np.empty(0, ROWS)

    def __len__(self) -> int:
        return len(self._sorted) + len(self._tail)

    def add(self, rows: Rows) -> None:
        """Hold more rows."""
        self._tail = np.concatenate((self._tail, rows))
        if len(self._tail) > TAIL:
            self._sort_in()

    def of(self, keys: Keys) -> Rows:
        """Return the rows of some keys, given in order and each once; those of one key in the order in which they came."""
        firsts = np.searchsorted(self._sorted["key"], keys, "left")
        lasts = np.searchsorted(self._sorted["key"], keys, "right")
        found = [
            self._sorted[first:last]
            for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True)
            if first < last
        ]
        tail = self._tail[np.isin(self._tail["key"], keys)]
        return np.concatenate((*found, tail)) if found else tail

    def take(self, number: int) -> Rows:
        """Return the rows of one range, in the order of their tree, and hold them no longer."""
        self._sort_in()
        inside = range_of(self._sorted["key"]) == number
        taken: Rows = self._sorted[inside]
        self._sorted = self._sorted[~inside]
        in_order: Rows = taken[np.lexsort((taken["seq"], taken["day"], taken["key"]))]
        return in_order

    def _sort_in(self) -> None:
        tail = self._tail[np.argsort(self._tail["key"], kind="stable")]
        self._sorted = np.insert(self._sorted, np.searchsorted(self._sorted["key"], tail["key"], "right"), tail)
        self._tail = self._tail[:0]


def rows_of(seq: int, keys: Keys, day: int = 0, weights: NDArray[np.float32] | float = 0.0) -> Rows:
    """Return an article's postings as rows."""
    rows = np.empty(len(keys), ROWS)
    rows["key"], rows["seq"], rows["day"], rows["weight"] = keys, seq, day, weights
    return rows


def range_of(keys: Keys) -> NDArray[np.int64]:
    """Return the range that each key lies in."""
    return (keys.astype(np.int64).view(np.uint64) >> np.uint64(58)).astype(np.int64)


def between_merges(articles: int) -> int:
    """Return how many articles come between two merges, on a desk of so many.

    >>> between_merges(100), between_merges(32_000), between_merges(1_000_000)
    (8, 31, 64)
    """
    return max(1, min(max(articles // SHARE, LEAST), MOST) // RANGES)
