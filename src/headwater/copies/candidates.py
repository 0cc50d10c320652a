"""Traces → pairs of articles that share enough kept shingles to be compared.

Cost grows with the articles, not with their pairs: a shingle that many articles share pairs each of them only with its
neighbours in order and with the first. It also weighs less, so that a notice at the foot of every page pairs nobody.

>>> from headwater.copies.traces import trace_text
>>> text = "Ferries stood still on Friday while dockers argued with harbour owners about unpaid night shifts."
>>> [(pair.a, pair.b) for pair in find_pairs([trace_text(text), trace_text("Nothing else."), trace_text(text)])]
[(0, 2)]
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from headwater.copies.traces import Trace

NEIGHBOURS = 16
"""With how many of the next articles that share a shingle each is paired."""
ENOUGH = 1.5
"""Weight of shared shingles that makes a pair worth comparing; a shingle that no third article has weighs 1."""

Weights = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Pair:
    """Two articles by their places in the order of input, `a` first, with the weight of what they share."""

    a: int
    b: int
    weight: float


def weigh(spread: NDArray[np.int64]) -> Weights:
    """Return the weight of shingles that stand in `spread` articles each: 1 for two, falling with the logarithm."""
    weights: Weights = 1.0 / (1.0 + np.log(np.maximum(spread, 2) / 2.0))
    return weights


def find_pairs(traces: Sequence[Trace]) -> list[Pair]:
    """Return the pairs of articles that share kept shingles of enough weight, in order."""
    hashes = [np.unique(trace.shingles[trace.kept]) for trace in traces]
    owners = np.repeat(np.arange(len(traces)), [len(each) for each in hashes])
    flat = np.concatenate([*hashes, np.empty(0, dtype=np.uint64)])
    order = np.lexsort((owners, flat))
    flat, owners = flat[order], owners[order]
    if not len(flat):
        return []
    opens = np.flatnonzero(np.concatenate(([True], flat[1:] != flat[:-1])))
    sizes = np.diff(np.append(opens, len(flat)))
    weights = np.repeat(weigh(sizes), sizes)
    rank = np.arange(len(flat)) - np.repeat(opens, sizes)
    keys, shared = [], []
    for step in range(1, NEIGHBOURS + 1):
        first = np.flatnonzero(flat[:-step] == flat[step:])
        keys.append(owners[first] * len(traces) + owners[first + step])
        shared.append(weights[first])
    far = np.flatnonzero(rank > NEIGHBOURS)
    keys.append(owners[far - rank[far]] * len(traces) + owners[far])
    shared.append(weights[far])
    found, places = np.unique(np.concatenate(keys), return_inverse=True)
    totals = np.bincount(places, weights=np.concatenate(shared), minlength=len(found))
    return [
        Pair(a=int(key) // len(traces), b=int(key) % len(traces), weight=float(total))
        for key, total in zip(found, totals, strict=True)
        if total >= ENOUGH
    ]
