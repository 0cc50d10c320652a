"""Two articles that may share text → a match: how much, where, and whether it is a copy at all.

A quotation that both carry is no copy: words that stand inside quote marks on both sides count towards the share, but do
not make a link alone. A lost mark turns the rest of a paragraph inside out; so both
sides are counted apart.

>>> from headwater.copies.passages import match_runs
>>> from headwater.copies.traces import trace_text
>>> text = "Ferries stood still on Friday while dockers argued with harbour owners about unpaid night shifts."
>>> traces = [trace_text(text), trace_text(text)]
>>> compare(0, 1, match_runs(*traces), prepare([text, text], traces, (0, 1))).share
1.0
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from headwater.copies.candidates import Weights, weigh
from headwater.copies.passages import Run
from headwater.copies.traces import SHINGLE, Trace, quoted_places

Mask = NDArray[np.bool_]


@dataclass(frozen=True, kw_only=True, slots=True)
class Match:
    """What two articles share; `a` and `b` are their places in the order of input."""

    a: int
    b: int
    runs: tuple[Run, ...]
    share_a: float
    """How much of `a`'s content words stand in the runs, 0 to 1."""
    share_b: float
    share: float
    """The larger of the two, each word weighing less the more articles have it: boilerplate hardly counts."""
    words: int
    """How many content words the runs have in common, boilerplate and quotations included."""
    outside: tuple[float, float]
    """Weight of the shared words outside quote marks on the side with fewer and the side with more of them, in words."""
    longest: tuple[float, float]
    """The same for the longest run alone."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Side:
    """A text as it enters a match."""

    trace: Trace
    weights: Weights
    """One a content word: 1 where at most two articles have it, less the more have it."""
    free: Mask
    """Which content words stand outside quote marks."""


def prepare(texts: Sequence[str], traces: Sequence[Trace], needed: Iterable[int]) -> dict[int, Side]:
    """Return the sides of the texts that are needed, by their places in the order of input."""
    every = np.concatenate([*(np.unique(trace.shingles) for trace in traces), np.empty(0, dtype=np.uint64)])
    hashes, spread = np.unique(every, return_counts=True)
    weights = weigh(spread)
    return {
        place: Side(
            trace=traces[place],
            weights=_word_weights(traces[place], hashes, weights),
            free=~quoted_places(texts[place], traces[place]),
        )
        for place in sorted(set(needed))
    }


def compare(a: int, b: int, runs: Sequence[Run], sides: Mapping[int, Side]) -> Match:
    """Return what two texts share, given the runs that stand in both."""
    one, other = sides[a], sides[b]
    mask_a, mask_b = covered(len(one.weights), runs, "a"), covered(len(other.weights), runs, "b")
    free = [_unquoted(run, one, other) for run in runs]
    return Match(
        a=a,
        b=b,
        runs=tuple(runs),
        share_a=_part(mask_a, np.ones(len(mask_a))),
        share_b=_part(mask_b, np.ones(len(mask_b))),
        share=max(_part(mask_a, one.weights), _part(mask_b, other.weights)),
        words=sum(run.matched for run in runs),
        outside=_ordered(float(one.weights[mask_a & one.free].sum()), float(other.weights[mask_b & other.free].sum())),
        longest=(max((each[0] for each in free), default=0.0), max((each[1] for each in free), default=0.0)),
    )


def covered(length: int, runs: Sequence[Run], side: Literal["a", "b"]) -> Mask:
    """Return for each content word of one side whether a run covers it."""
    mask = np.zeros(length, dtype=np.bool_)
    for run in runs:
        first, last = (run.a, run.a_last) if side == "a" else (run.b, run.b_last)
        mask[first : last + 1] = True
    return mask


def _word_weights(trace: Trace, hashes: NDArray[np.uint64], weights: Weights) -> Weights:
    """Return one weight a content word: that of the shingle it begins, the last ones that of the last shingle."""
    if not len(trace.shingles):
        return np.ones(len(trace.places))
    found = weights[np.searchsorted(hashes, trace.shingles)]
    return np.concatenate((found, np.repeat(found[-1], SHINGLE - 1)))


def _part(mask: Mask, weights: Weights) -> float:
    whole = float(weights.sum())
    return float(weights[mask].sum()) / whole if whole else 0.0


def _unquoted(run: Run, one: Side, other: Side) -> tuple[float, float]:
    """Return the weight of a run's words outside quote marks on each side, no more than the words that are the same."""
    inside = slice(run.a, run.a_last + 1)
    weights = one.weights[inside]
    most = run.matched * float(weights.mean())
    return _ordered(
        min(most, float(weights[one.free[inside]].sum())),
        min(most, float(weights.mean()) * int(other.free[run.b : run.b_last + 1].sum())),
    )


def _ordered(first: float, second: float) -> tuple[float, float]:
    return (first, second) if first <= second else (second, first)
