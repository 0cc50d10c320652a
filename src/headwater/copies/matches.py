"""Two articles that may share text → a match: how much, where, and whether it is a copy at all.

A quotation that both carry is no copy: words inside quote marks count towards the share, but do not make a link alone.

>>> from headwater.copies.traces import trace_text
>>> text = "Ferries stood still on Friday while dockers argued with harbour owners about unpaid night shifts."
>>> corpus = Corpus.of([text, text])
>>> corpus.match(0, 1).share
1.0
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from headwater.copies.candidates import Weights, weigh
from headwater.copies.passages import Run, match_runs
from headwater.copies.traces import SHINGLE, Trace, quoted_places, trace_text

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
    outside: float
    """Weight of the shared words outside quote marks, in words."""
    longest: float
    """The same for the longest run alone."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Corpus:
    """The texts that are compared with one another."""

    texts: tuple[str, ...]
    traces: tuple[Trace, ...]
    hashes: NDArray[np.uint64]
    """Every shingle of the corpus, sorted."""
    weights: Weights
    """The weight of each."""

    @classmethod
    def of(cls, texts: Sequence[str]) -> Corpus:
        """Return the corpus of some texts, traced."""
        traces = tuple(trace_text(text) for text in texts)
        every = np.concatenate([*(np.unique(trace.shingles) for trace in traces), np.empty(0, dtype=np.uint64)])
        hashes, spread = np.unique(every, return_counts=True)
        return cls(texts=tuple(texts), traces=traces, hashes=hashes, weights=weigh(spread))

    def match(self, a: int, b: int) -> Match:
        """Return what two articles of the corpus share."""
        runs = tuple(match_runs(self.traces[a], self.traces[b]))
        weights_a, weights_b = self._word_weights(a), self._word_weights(b)
        mask_a, mask_b = covered(len(weights_a), runs, "a"), covered(len(weights_b), runs, "b")
        free_a, free_b = ~quoted_places(self.texts[a], self.traces[a]), ~quoted_places(self.texts[b], self.traces[b])
        return Match(
            a=a,
            b=b,
            runs=runs,
            share_a=_part(mask_a, np.ones(len(mask_a))),
            share_b=_part(mask_b, np.ones(len(mask_b))),
            share=max(_part(mask_a, weights_a), _part(mask_b, weights_b)),
            outside=min(float(weights_a[mask_a & free_a].sum()), float(weights_b[mask_b & free_b].sum())),
            longest=max((_unquoted(run, weights_a, free_a, free_b) for run in runs), default=0.0),
        )

    def _word_weights(self, article: int) -> Weights:
        """Return one weight a content word: that of the shingle it begins, the last ones that of the last shingle."""
        trace = self.traces[article]
        if not len(trace.shingles):
            return np.ones(len(trace.places))
        found = self.weights[np.searchsorted(self.hashes, trace.shingles)]
        return np.concatenate((found, np.repeat(found[-1], SHINGLE - 1)))


def covered(length: int, runs: Sequence[Run], side: str) -> Mask:
    """Return for each content word of one side (“a” or “b”) whether a run covers it."""
    mask = np.zeros(length, dtype=np.bool_)
    for run in runs:
        first, last = (run.a, run.a_last) if side == "a" else (run.b, run.b_last)
        mask[first : last + 1] = True
    return mask


def _part(mask: Mask, weights: Weights) -> float:
    whole = float(weights.sum())
    return float(weights[mask].sum()) / whole if whole else 0.0


def _unquoted(run: Run, weights: Weights, free_a: Mask, free_b: Mask) -> float:
    """Return the weight of a run's words outside quote marks, no more than the words that are the same."""
    inside = slice(run.a, run.a_last + 1)
    free = min(float(weights[inside][free_a[inside]].sum()), float(free_b[run.b : run.b_last + 1].sum()))
    return min(free, run.matched * float(weights[inside].mean()))
