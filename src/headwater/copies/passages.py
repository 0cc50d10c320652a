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
from headwater.model import Passage

GAP = 5
"""Up to this many content words may differ between two runs of one passage, on either side: light rewording."""
MOST = 8
"""Of a shingle that a text repeats, no more than this many places are looked at."""


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
    order = np.argsort(b.shingles, kind="stable")
    ranked = b.shingles[order]
    low = np.searchsorted(ranked, a.shingles, side="left")
    high = np.searchsorted(ranked, a.shingles, side="right")
    runs: list[Run] = []
    start = last = other_start = other_last = -1
    matched = 0
    for place in np.flatnonzero(high > low).tolist():
        others = order[low[place] : min(high[place], low[place] + MOST)].tolist()
        other = others[0] if len(others) == 1 else _nearest(others, other_last - SHINGLE + 2)
        end, other_end = place + SHINGLE - 1, other + SHINGLE - 1
        if matched and place <= last + GAP + 1 and other_last < other_end and other <= other_last + GAP + 1:
            matched += min(end - last, other_end - other_last, SHINGLE)
        else:
            if matched:
                runs.append(Run(a=start, a_last=last, b=other_start, b_last=other_last, matched=matched))
            start, other_start, matched = place, other, SHINGLE
        last, other_last = end, other_end
    if matched:
        runs.append(Run(a=start, a_last=last, b=other_start, b_last=other_last, matched=matched))
    return runs


def _nearest(others: list[int], expected: int) -> int:
    return min(others, key=lambda other: (abs(other - expected), other))


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
