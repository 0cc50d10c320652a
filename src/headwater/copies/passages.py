"""Two traces → the passages that stand in both, with exact spans on both sides.

>>> from headwater.copies.traces import trace_text
>>> a = "Local news. Ferries stood still on Friday while dockers argued with harbour owners."
>>> b = "Ferries stood still on Friday while dockers argued with harbour owners. More follows."
>>> runs = match_runs(trace_text(a), trace_text(b))
>>> [passage] = as_passages(runs, trace_text(a), trace_text(b))
>>> passage.copy.of(a)
'Ferries stood still on Friday while dockers argued with harbour owners'
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from headwater.copies.traces import SHINGLE, Mask, Places, Trace
from headwater.model import Passage
from headwater.text.shingles import Hashes, Positions

GAP = 5
"""Up to this many content words may differ between two runs of one passage, on either side: light rewording."""
NEAR = 13
"""Runs with fewer content words than this between them may be one passage of which much was changed or dropped."""
EDGE = 16
"""Up to this many equal words beside a run belong to its passage: what follows the last shared shingle is short."""
MOST = 8
"""Of a shingle that a text repeats, no more than this many places are looked at."""


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Runs:
    """Stretches of content words that two texts share, but for the odd word, in the order of the first text.

    Arrays of equal length; indices into each trace's `places`.
    """

    a: Positions
    a_last: Positions
    b: Positions
    b_last: Positions
    matched: Positions
    """How many content words of the stretch are the same on both sides."""

    def __len__(self) -> int:
        """Return the number of stretches."""
        return len(self.a)

    def stretches(self) -> Positions:
        """Return the number of the stretch that each run belongs to: near runs in the same order on both sides."""
        far = (self.a[1:] - self.a_last[:-1] > NEAR) | (self.b[1:] - self.b_last[:-1] > NEAR)
        back = self.b[1:] <= self.b[:-1]
        return np.concatenate((np.zeros(min(1, len(self)), dtype=np.int64), np.cumsum(far | back)))


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Ranked:
    """The shingles of a text in order of their hash, so that those of others are found in it."""

    hashes: Hashes
    order: Positions

    @classmethod
    def of(cls, trace: Trace) -> Ranked:
        """Return the ranked shingles of a trace."""
        order = np.argsort(trace.shingles, kind="stable")
        return cls(hashes=trace.shingles[order], order=order)


def match_runs(a: Trace, b: Trace, ranked: Ranked | None = None) -> Runs:
    """Return the runs of content words that stand in both texts in the same order, in the order of `a`.

    `ranked` is that of `b`, where it is at hand. A shingle that stands in `b` more than once is matched where it goes on
    with the run before.
    """
    ranked = ranked or Ranked.of(b)
    low = np.searchsorted(ranked.hashes, a.shingles)
    if len(ranked.hashes):
        found = ranked.hashes[np.minimum(low, len(ranked.hashes) - 1)] == a.shingles
    else:
        found = np.zeros(len(low), dtype=np.bool_)
    places = np.flatnonzero(found)
    low = low[places]
    others = ranked.order[low]
    high = np.searchsorted(ranked.hashes, a.shingles[places], side="right")
    for repeated in np.flatnonzero(high - low > 1).tolist():
        expected = int(others[repeated - 1] + places[repeated] - places[repeated - 1]) if repeated else 0
        if expected < len(b.shingles) and b.shingles[expected] == a.shingles[places[repeated]]:
            others[repeated] = expected
        else:
            choices = ranked.order[low[repeated] : min(high[repeated], low[repeated] + MOST)]
            others[repeated] = choices[np.argmin(np.abs(choices - expected))]
    return _joined(places, others)


def _joined(places: Positions, others: Positions) -> Runs:
    """Return matched shingles joined to runs where the gaps between them are small on both sides."""
    step, other_step = np.diff(places), np.diff(others)
    reach = GAP + SHINGLE
    goes_on = (step <= reach) & (other_step > 0) & (other_step <= reach)
    opens = np.flatnonzero(np.concatenate((np.ones(min(1, len(places)), dtype=np.bool_), ~goes_on)))
    closes = np.append(opens[1:], len(places)) - 1 if len(opens) else opens
    gained = np.concatenate(([0], np.cumsum(np.where(goes_on, np.minimum(np.minimum(step, other_step), SHINGLE), 0))))
    return Runs(
        a=places[opens],
        a_last=places[closes] + SHINGLE - 1,
        b=others[opens],
        b_last=others[closes] + SHINGLE - 1,
        matched=gained[closes] - gained[opens] + SHINGLE,
    )


def covered(length: int, firsts: Positions | Places, lasts: Positions | Places) -> Mask:
    """Return for each of `length` content words whether a stretch covers it.

    >>> covered(5, np.asarray([1]), np.asarray([2])).tolist()
    [False, True, True, False, False]
    """
    change = np.zeros(length + 1, dtype=np.int64)
    np.add.at(change, firsts, 1)
    np.add.at(change, lasts + 1, -1)
    return np.cumsum(change[:-1]) > 0


def as_passages(runs: Runs, a: Trace, b: Trace) -> tuple[Passage, ...]:
    """Return the characters that runs cover on both sides, widened over equal words next to them, in order."""
    copied = zip(a.places[runs.a].tolist(), a.places[runs.a_last].tolist(), strict=True)
    original = zip(b.places[runs.b].tolist(), b.places[runs.b_last].tolist(), strict=True)
    return tuple(sorted(_passage(one, other, a, b) for one, other in zip(copied, original, strict=True)))


def _passage(copied: tuple[int, int], original: tuple[int, int], a: Trace, b: Trace) -> Passage:
    (first, last), (other, other_last) = copied, original
    back = min(first, other, EDGE)
    on = min(len(a.hashes) - last - 1, len(b.hashes) - other_last - 1, EDGE)
    before = _alike(a.hashes[first - back : first][::-1], b.hashes[other - back : other][::-1])
    after = _alike(a.hashes[last + 1 : last + 1 + on], b.hashes[other_last + 1 : other_last + 1 + on])
    return Passage(
        copy=a.span(first - before, last + after),
        original=b.span(other - before, other_last + after),
    )


def _alike(one: Hashes, other: Hashes) -> int:
    """Return with how many equal hashes two arrays of one length begin."""
    differing = np.flatnonzero(one != other)
    return int(differing[0]) if len(differing) else len(one)
