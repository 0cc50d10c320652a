"""Traces → pairs of articles that share enough kept shingles to be compared.

Cost grows with the articles, not with their pairs: a shingle that many articles share pairs each of them only with its
neighbours in order and with the first. It also weighs less, so that a notice at the foot of every page pairs nobody.

>>> from headwater.copies.traces import trace_text
>>> text = "Ferries stood still on Friday while dockers argued with harbour owners about unpaid night shifts."
>>> index = CopyIndex(trace_text(each).kept for each in (text, "Nothing else.", text))
>>> [(pair.a, pair.b) for pair in index.pairs()]
[(0, 2)]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from headwater.text.shingles import Hashes

NEIGHBOURS = 8
"""With how many of the next articles that share a shingle each is paired."""
PARTNERS = 12
"""A pair is given if it is among the best so many of either article."""
ENOUGH = 1.5
"""Weight of shared shingles that makes a pair worth comparing; a shingle that no third article has weighs 1."""
FEW = 256
"""… if at least one of them stands in no more articles than this: what more have in common is a notice …"""
MOST_OF_IT = 0.6
"""… but this much of all that the shorter one keeps is enough: one sentence that a hundred outlets print."""
STRETCH = 1 << 20
"""Postings that are paired at a time: bounds the memory that pairing takes."""

Weights = NDArray[np.float64]
Counts = NDArray[np.int64]


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Pair:
    """Two articles by their places in the order of input, `a` first, with the weight of what they share."""

    a: int
    b: int
    weight: float


def weigh(spread: Counts) -> Weights:
    """Return the weight of shingles that stand in `spread` articles each: 1 for two, falling with the logarithm."""
    weights: Weights = 1.0 / (1.0 + np.log(np.maximum(spread, 2) / 2.0))
    return weights


class CopyIndex:
    """Which articles keep which shingles: twelve bytes for each shingle that an article keeps."""

    def __init__(self, kept: Iterable[Hashes]) -> None:
        """Take the kept shingles of each article, different and in any order, in the order of the articles."""
        every = list(kept)
        self.articles = len(every)
        owners = np.repeat(np.arange(len(every), dtype=np.int32), [len(each) for each in every])
        hashes = np.concatenate([*every, np.empty(0, dtype=np.uint64)])
        del every
        order = np.argsort(hashes, kind="stable")  # stable: the owners of one shingle stay in order
        self._hashes, self._owners = hashes[order], owners[order]

    def spread(self, hashes: Hashes) -> Counts:
        """Return how many articles keep each shingle; 0 for one that none keeps."""
        last = np.searchsorted(self._hashes, hashes, side="right")
        return last - np.searchsorted(self._hashes, hashes)

    def pairs(self) -> list[Pair]:
        """Return the pairs of articles that share shingles of enough weight, in order."""
        opens = np.flatnonzero(np.diff(self._hashes, prepend=self._hashes[:1] + np.uint64(1)))
        sizes = np.diff(np.append(opens, len(self._hashes)))
        keys, totals, rare = np.empty(0, dtype=np.int64), np.empty(0), np.empty(0)
        for more, weights, few in self._stretches(opens, sizes):
            keys, totals, rare = _summed(
                np.concatenate((keys, more)), np.concatenate((totals, weights)), np.concatenate((rare, few))
            )
        a, b = keys // max(1, self.articles), keys % max(1, self.articles)
        wholes = np.bincount(self._owners, weights=np.repeat(weigh(sizes), sizes), minlength=self.articles)
        most = totals >= MOST_OF_IT * np.minimum(wholes[a], wholes[b])
        enough = most | ((totals >= ENOUGH) & (rare > 0))
        a, b, totals = a[enough], b[enough], totals[enough]
        best = _among_best(a, b, totals)
        return [
            Pair(a=first, b=second, weight=weight)
            for first, second, weight in zip(a[best].tolist(), b[best].tolist(), totals[best].tolist(), strict=True)
        ]

    def _stretches(self, opens: Counts, sizes: Counts) -> Iterator[tuple[Counts, Weights, Weights]]:
        """Yield pairs as one number each, with the weight of what they share and of what few share, for stretches of postings.

        `opens` is where the postings of each shingle begin, `sizes` how many it has.
        """
        shared = np.flatnonzero(sizes > 1)
        ends = np.cumsum(sizes[shared])
        cuts = np.searchsorted(ends, np.arange(STRETCH, ends[-1] if len(ends) else 0, STRETCH), side="right")
        for part in np.split(shared, np.unique(cuts)):
            if len(part):
                yield _summed(*self._paired(opens[part], sizes[part]))

    def _paired(self, opens: Counts, sizes: Counts) -> tuple[Counts, Weights, Weights]:
        rank = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        owners = self._owners[np.repeat(opens, sizes) + rank].astype(np.int64)
        every = np.repeat(sizes, sizes)
        left, weights = every - rank, np.repeat(weigh(sizes), sizes)
        keys, shared, spread = [], [], []
        for step in range(1, NEIGHBOURS + 1):
            here = np.flatnonzero(left > step)
            keys.append(owners[here] * self.articles + owners[here + step])
            shared.append(weights[here])
            spread.append(every[here])
        far = np.flatnonzero(rank > NEIGHBOURS)
        keys.append(owners[far - rank[far]] * self.articles + owners[far])
        shared.append(weights[far])
        spread.append(every[far])
        totals = np.concatenate(shared)
        return np.concatenate(keys), totals, np.where(np.concatenate(spread) <= FEW, totals, 0.0)


def _summed(keys: Counts, *weights: Weights) -> tuple[Counts, Weights, Weights]:
    """Return the different keys in order, each with the sums of its two weights."""
    found, places = np.unique(keys, return_inverse=True)
    first, second = (np.bincount(places, weights=each, minlength=len(found)).astype(np.float64) for each in weights)
    return found, first, second


def _among_best(a: Counts, b: Counts, totals: Weights) -> Counts:
    """Return the places of the pairs that are among the best of either article, in order."""
    articles = np.concatenate((a, b))
    places = np.tile(np.arange(len(a)), 2)
    order = np.lexsort((places, -np.tile(totals, 2), articles))
    sizes = np.bincount(articles) if len(articles) else np.zeros(0, dtype=np.int64)
    rank = np.arange(len(order)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return np.unique(places[order[rank < PARTNERS]])
