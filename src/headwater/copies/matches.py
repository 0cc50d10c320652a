"""Two articles that may share text → a match: how much, where, and how much of it a quotation or a notice explains.

A quotation that both carry is no copy: words that stand inside quote marks on both sides count towards the share, but do
not make a link alone unless they are nearly all of one text. A lost mark turns the rest of a paragraph inside out; so both
sides are counted apart.

>>> text = "Ferries stood still on Friday while dockers argued with harbour owners about unpaid night shifts."
>>> match = Sides([text, text]).compare(0, 1)
>>> match is not None and match.share
1.0
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b

import numpy as np

from headwater.copies.candidates import CopyIndex, Weights, weigh
from headwater.copies.passages import Ranked, Runs, covered, match_runs
from headwater.copies.traces import Mask, Trace, quoted_places, trace_text
from headwater.copies.vocabulary import Vocabulary
from headwater.text.shingles import Hashes, Positions

REPEATS = 8
"""Of texts that are the same word for word this many are indexed; the others are only compared with the first."""
DENSE = 0.5
"""Near runs are one passage where they are this much of it."""
AT_HAND = 6144
"""Texts that are kept ready for the next comparison: some 25 KB each."""


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Side:
    """What a text's content words are worth in a match."""

    weights: Weights
    """One a content word: 1 where at most two articles have it, less the more have it."""
    free: Mask
    """Which content words stand outside quote marks."""


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Match:
    """What two articles share; `a` and `b` are their places in the order of input."""

    a: int
    b: int
    runs: Runs
    share_a: float
    """How much of `a`'s content words stand in the runs, 0 to 1."""
    share_b: float
    share: float
    """The larger of the two, each word weighing less the more articles have it: boilerplate hardly counts."""
    words: int
    """How many content words the runs have in common, boilerplate and quotations included."""
    weight: float
    """The same, each word weighing less the more articles have it."""
    telling: float
    """How many of all the words in the runs are content words, on the side with fewer: near 1 in lists and tables."""
    outside: tuple[float, float]
    """Weight of the shared words outside quote marks on the side with fewer and the side with more of them, in words."""
    longest: tuple[float, float]
    """The same for the longest run or dense stretch of runs alone."""

    def covers(self, article: int) -> Mask:
        """Return which content words of one of the two the runs cover, up to the last of them."""
        firsts, lasts = (self.runs.a, self.runs.a_last) if article == self.a else (self.runs.b, self.runs.b_last)
        return covered(int(lasts.max()) + 1, firsts, lasts)


@dataclass(kw_only=True, slots=True)
class Repeated:
    """Texts that are the same word for word: the first few are indexed, the others compared with some of these only."""

    indexed: list[int] = field(default_factory=list)
    always: list[int] = field(default_factory=list)
    others: list[int] = field(default_factory=list)

    def add(self, place: int, *, always: bool) -> bool:
        """Take one more text; return whether it is indexed."""
        if always and len(self.always) < REPEATS:
            self.always.append(place)
        elif len(self.indexed) < REPEATS:
            self.indexed.append(place)
        else:
            self.others.append(place)
            return False
        return True

    def pairs(self) -> Iterator[tuple[int, int]]:
        """Yield the pairs of the texts that are not indexed: with the first that is, and with those of `always`."""
        for place in self.others:
            for other in (*self.indexed[:1], *self.always):
                yield min(place, other), max(place, other)


class Sides:
    """The texts of a collection, indexed, and made ready for comparing when they are first needed."""

    def __init__(self, texts: Sequence[str], *, always: frozenset[int] = frozenset()) -> None:
        """Index the texts; pairs and matches are by their places. A few of `always` are, however often they are repeated."""
        self._texts, self._always = texts, always
        self.trace = lru_cache(maxsize=AT_HAND)(self._trace)
        self._ranked = lru_cache(maxsize=AT_HAND)(self._rank)
        self._side = lru_cache(maxsize=AT_HAND)(self._prepare)
        self.vocabulary = Vocabulary()
        self._same: dict[bytes, Repeated] = {}
        self.index = CopyIndex(map(self._count, range(len(texts))))

    def pairs(self) -> list[tuple[int, int]]:
        """Return the pairs of texts that are worth comparing, in order."""
        repeated = {pair for same in self._same.values() for pair in same.pairs()}
        return sorted({*((pair.a, pair.b) for pair in self.index.pairs()), *repeated})

    def compare(self, a: int, b: int, *, least: float = 0.0) -> Match | None:
        """Return what two texts share; None where it is fewer than `least` content words, none included."""
        runs = match_runs(self.trace(a), self.trace(b), self._ranked(b))
        if int(runs.matched.sum()) < max(1.0, least):
            return None
        one, other = self._side(a), self._side(b)
        mask_a = covered(len(one.weights), runs.a, runs.a_last)
        mask_b = covered(len(other.weights), runs.b, runs.b_last)
        free_a, free_b = _unquoted(runs, runs.a, runs.a_last, one), _unquoted(runs, runs.b, runs.b_last, other)
        return Match(
            a=a,
            b=b,
            runs=runs,
            share_a=float(mask_a.mean()),
            share_b=float(mask_b.mean()),
            share=max(_part(mask_a, one.weights), _part(mask_b, other.weights)),
            words=int(runs.matched.sum()),
            weight=float(one.weights[mask_a].sum()),
            telling=min(_telling(self.trace(a), runs.a, runs.a_last), _telling(self.trace(b), runs.b, runs.b_last)),
            outside=_ordered(
                float(one.weights[mask_a & one.free].sum()), float(other.weights[mask_b & other.free].sum())
            ),
            longest=(_longest(runs, np.minimum(free_a, free_b)), _longest(runs, np.maximum(free_a, free_b))),
        )

    def _trace(self, place: int) -> Trace:
        return trace_text(self._texts[place])

    def _rank(self, place: int) -> Ranked:
        return Ranked.of(self.trace(place))

    def _count(self, place: int) -> Hashes:
        """Return what of a text is indexed: nothing where others before it are the same word for word."""
        trace = self.trace(place)
        self.vocabulary.add(trace.hashes)
        if not len(trace.shingles):
            return trace.shingles
        same = self._same.setdefault(blake2b(trace.shingles.tobytes(), digest_size=8).digest(), Repeated())
        return trace.kept if same.add(place, always=place in self._always) else trace.shingles[:0]

    def _prepare(self, place: int) -> Side:
        trace = self.trace(place)
        return Side(weights=_word_weights(trace, self.index), free=~quoted_places(self._texts[place], trace))


def _word_weights(trace: Trace, index: CopyIndex) -> Weights:
    """Return one weight a content word: that of the nearest shingle that the index keeps."""
    every = np.arange(len(trace.places))
    spread = index.spread(trace.shingles)
    kept = np.flatnonzero(spread)
    if not len(kept):
        return np.ones(len(every))
    after = np.minimum(np.searchsorted(kept, every), len(kept) - 1)
    before = np.maximum(after - 1, 0)
    nearest = np.where(np.abs(kept[after] - every) <= np.abs(every - kept[before]), after, before)
    return weigh(spread[kept])[nearest]


def _part(mask: Mask, weights: Weights) -> float:
    whole = float(weights.sum())
    return float(weights[mask].sum()) / whole if whole else 0.0


def _telling(trace: Trace, firsts: Positions, lasts: Positions) -> float:
    every = int((trace.places[lasts] - trace.places[firsts] + 1).sum())
    return float((lasts - firsts + 1).sum()) / every


def _unquoted(runs: Runs, firsts: Positions, lasts: Positions, side: Side) -> Weights:
    """Return the weight of each run's words outside quote marks, no more than the words that are the same."""
    sums = np.concatenate(([0.0], np.cumsum(side.weights)))
    free = np.concatenate(([0.0], np.cumsum(side.weights * side.free)))
    mean = (sums[lasts + 1] - sums[firsts]) / np.maximum(1, lasts + 1 - firsts)
    least: Weights = np.minimum(runs.matched * mean, free[lasts + 1] - free[firsts])
    return least


def _longest(runs: Runs, free: Weights) -> float:
    """Return the weight of the longest run, or of the heaviest stretch of near runs that is dense enough."""
    opens = np.flatnonzero(np.diff(runs.stretches(), prepend=-1))
    closes = np.append(opens[1:], len(runs)) - 1
    length = np.maximum(runs.a_last[closes] - runs.a[opens], runs.b_last[closes] - runs.b[opens]) + 1
    dense = np.add.reduceat(runs.matched, opens) >= DENSE * length
    return max(float(free.max()), float(np.where(dense, np.add.reduceat(free, opens), 0.0).max()))


def _ordered(first: float, second: float) -> tuple[float, float]:
    return (first, second) if first <= second else (second, first)
