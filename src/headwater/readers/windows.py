"""A long run of pieces → overlapping windows that a model can read, each with a core that it alone answers for.

>>> [(each.first, each.last, each.core_first, each.core_last) for each in windows(1000, size=510, margin=64)]
[(0, 397, 0, 333), (269, 730, 333, 666), (602, 1000, 666, 1000)]
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

SIZE = 510
"""Pieces in the longest window: BERT has 512 positions, two of them for the edges."""
MARGIN = 64
"""Pieces that a window sees on either side of its core."""


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces `first` up to `last`; answers are taken for `core_first` up to `core_last` only."""

    first: int
    last: int
    core_first: int
    core_last: int

    def __len__(self) -> int:
        return self.last - self.first


def windows(count: int, *, size: int = SIZE, margin: int = MARGIN) -> list[Window]:
    """Return windows of about equal length whose cores together are all `count` pieces, in order, none twice."""
    if count <= size:
        return [Window(0, count, 0, count)] if count else []
    parts = -(-count // (size - 2 * margin))
    while parts > 1 and -(-count // (parts - 1)) + 2 * margin <= size:
        parts -= 1
    edges = [count * at // parts for at in range(parts + 1)]
    return [Window(max(0, first - margin), min(count, last + margin), first, last) for first, last in pairwise(edges)]
