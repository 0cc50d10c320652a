"""One more text and those that keep shingles of it → the few that are worth comparing with it, as a batch would choose them.

>>> mine = np.array([3, 5, 8], dtype=np.uint64)
>>> partners_of(mine, [("a", mine), ("b", mine[:1])], np.array([2, 1, 1]))
['a']
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nsmallest

import numpy as np

from headwater.copies.candidates import ENOUGH, FEW, MOST_OF_IT, PARTNERS, Counts, weigh
from headwater.text.shingles import Hashes


def partners_of(mine: Hashes, sharing: Sequence[tuple[str, Hashes]], spread: Counts) -> list[str]:
    """Return the articles that share shingles of enough weight with a text, those that share most first.

    `mine` are the text's kept shingles in order, `sharing` articles with the shingles that they have of them, `spread` in how
    many other articles each of `mine` stands. See `CopyIndex.pairs`, which does it for a whole collection.
    """
    weights = weigh(spread + 1)
    whole = float(weights.sum())
    if not sharing:
        return []
    places = np.searchsorted(mine, np.concatenate([shared for _, shared in sharing]))
    rows = np.repeat(np.arange(len(sharing)), [len(shared) for _, shared in sharing])
    totals = np.bincount(rows, weights=weights[places], minlength=len(sharing))
    rare = np.bincount(rows, weights=spread[places] + 1 <= FEW, minlength=len(sharing)) > 0
    worth = ((totals >= ENOUGH) & rare) | ((totals >= MOST_OF_IT * whole) & (whole > 0))
    found = [(-float(totals[row]), sharing[row][0]) for row in np.flatnonzero(worth).tolist()]
    return [article for _, article in nsmallest(PARTNERS, found)]
