"""Unit vectors of terms → pairs of articles worth judging, in time that grows with the articles and not with their pairs.

Each article is listed under its heaviest terms. Articles of one list are paired with their next neighbours in time, so
a term of very many articles costs little and still chains a large story together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from heapq import nsmallest

import numpy as np

from headwater.stories.vectors import Places

TERMS = 50
"""Heaviest terms that an article is listed under."""
NEIGHBOURS = 40
"""How many articles after it in a list an article is paired with."""
LEAST_LIKENESS = 0.01
MOST = 40
"""Candidates kept an article, the most alike."""


def find_candidates(bodies: Sequence[dict[str, float]], order: Sequence[int]) -> list[Places]:
    """Return for every article the later-numbered ones that share heavy terms with it; `order` is by time.

    >>> find_candidates([{"ferry": 1.0}, {"mayor": 1.0}, {"ferry": 1.0}], [0, 1, 2])
    [array([2]), array([], dtype=int64), array([], dtype=int64)]
    """
    firsts, seconds, products = _pairs(bodies, order)
    count = len(bodies)
    keys, where = np.unique(firsts * count + seconds, return_inverse=True)
    likeness = np.bincount(where, weights=products, minlength=len(keys))
    keys, likeness = keys[likeness >= LEAST_LIKENESS], likeness[likeness >= LEAST_LIKENESS]
    firsts, seconds = keys // max(count, 1), keys % max(count, 1)
    kept = _best(firsts, likeness, count) | _best(seconds, likeness, count)
    firsts, seconds = firsts[kept], seconds[kept]
    cuts = np.searchsorted(firsts, np.arange(count + 1))
    return [seconds[cuts[one] : cuts[one + 1]] for one in range(count)]


def _pairs(bodies: Sequence[dict[str, float]], order: Sequence[int]) -> tuple[Places, Places, np.ndarray]:
    lists: dict[str, tuple[list[int], list[float]]] = defaultdict(lambda: ([], []))
    for one in order:
        heaviest = nsmallest(TERMS, bodies[one].items(), key=lambda item: (-item[1], item[0]))
        for term, value in heaviest:
            lists[term][0].append(one)
            lists[term][1].append(value)
    firsts, seconds, products = [], [], []
    for listed, values in lists.values():
        places, weights = np.array(listed), np.array(values)
        for step in range(1, min(NEIGHBOURS, len(listed) - 1) + 1):
            firsts.append(np.minimum(places[:-step], places[step:]))
            seconds.append(np.maximum(places[:-step], places[step:]))
            products.append(weights[:-step] * weights[step:])
    if not firsts:
        empty = np.zeros(0, dtype=np.int64)
        return empty, empty, np.zeros(0)
    return np.concatenate(firsts), np.concatenate(seconds), np.concatenate(products)


def _best(owners: Places, likeness: np.ndarray, count: int) -> np.ndarray:
    """Mark the pairs that are among the `MOST` most alike of their owner; ties by place."""
    ranked = np.lexsort((np.arange(len(owners)), -likeness, owners))
    firsts = np.searchsorted(owners[ranked], np.arange(count + 1))
    rank = np.arange(len(owners)) - firsts[owners[ranked]]
    kept = np.zeros(len(owners), dtype=bool)
    kept[ranked[rank < MOST]] = True
    return kept
