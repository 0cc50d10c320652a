"""Two traces → the passages that stand in both, with exact spans on both sides, and how much of each text they cover.

>>> from headwater.copies.traces import trace_text
>>> a = "Local news. Ferries stood still on Friday while dockers argued with harbour owners."
>>> b = "Ferries stood still on Friday while dockers argued with harbour owners. More follows."
>>> [match] = match_runs(trace_text(a), trace_text(b))
>>> passage = as_passage(match, trace_text(a), trace_text(b))
>>> passage.copy.of(a)
'Ferries stood still on Friday while dockers argued with harbour owners'
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from headwater.copies.traces import SHINGLE, Trace
from headwater.model import Passage, Span

GAP = 5
"""Up to this many content words may differ between two runs of one passage, on either side: light rewording."""


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Run:
    """A stretch of content words that two texts share, but for the odd word; indices into each trace's places."""

    a: int
    a_last: int
    b: int
    b_last: int
    matched: int
    """How many content words of the stretch are the same on both sides."""


def match_runs(a: Trace, b: Trace) -> list[Run]:
    """Return the runs of content words that stand in both texts in the same order, in the order of `a`.

    A shingle that stands in `b` more than once is matched where it goes on with the run before.
    """
    runs: list[Run] = []
    for place, others in _shared(a, b):
        other = _nearest(others, runs[-1].b_last - SHINGLE + 2 if runs else 0)
        last = runs[-1] if runs else None
        if (
            last
            and place - last.a_last <= GAP + 1
            and -SHINGLE < other - last.b_last <= GAP + 1
            and _on(last, place, other)
        ):
            fresh = min(place + SHINGLE - 1 - last.a_last, other + SHINGLE - 1 - last.b_last)
            runs[-1] = Run(
                a=last.a,
                a_last=place + SHINGLE - 1,
                b=last.b,
                b_last=other + SHINGLE - 1,
                matched=last.matched + min(max(fresh, 0), SHINGLE),
            )
        else:
            runs.append(Run(a=place, a_last=place + SHINGLE - 1, b=other, b_last=other + SHINGLE - 1, matched=SHINGLE))
    return runs


def _shared(a: Trace, b: Trace) -> list[tuple[int, list[int]]]:
    order = np.argsort(b.shingles, kind="stable")
    ranked = b.shingles[order]
    low = np.searchsorted(ranked, a.shingles, side="left")
    high = np.searchsorted(ranked, a.shingles, side="right")
    return [(int(place), order[low[place] : high[place]][:8].tolist()) for place in np.flatnonzero(high > low)]


def _nearest(others: list[int], expected: int) -> int:
    return min(others, key=lambda other: (abs(other - expected), other))


def _on(last: Run, place: int, other: int) -> bool:
    return place + SHINGLE - 1 > last.a_last and other + SHINGLE - 1 > last.b_last


def as_passage(run: Run, a: Trace, b: Trace) -> Passage:
    """Return the characters that a run covers on both sides, widened over equal words next to it."""
    first, last = int(a.places[run.a]), int(a.places[run.a_last])
    other, other_last = int(b.places[run.b]), int(b.places[run.b_last])
    while first and other and a.words.keys[first - 1] == b.words.keys[other - 1]:
        first, other = first - 1, other - 1
    ends = min(len(a.words.keys) - last, len(b.words.keys) - other_last) - 1
    step = 0
    while step < ends and a.words.keys[last + step + 1] == b.words.keys[other_last + step + 1]:
        step += 1
    return Passage(copy=a.words.span(first, last + step + 1), original=b.words.span(other, other_last + step + 1))


def covered(runs: list[Run]) -> Span:
    """Return the stretch of `a`'s content words from the first run to the last."""
    return Span(start=min(run.a for run in runs), end=max(run.a_last for run in runs) + 1)
