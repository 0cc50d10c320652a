"""Profiles → how likely two articles tell one story, as log-odds.

A logistic model on the likeness of bodies, names, beginnings, titles and numbers and on the days between; the likeness
is the cosine of tf-idf vectors (Salton and Buckley 1988), its root taken so that small values still count.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import islice
from math import log, sqrt
from pathlib import Path

import numpy as np

from headwater.stories.profiles import Profile
from headwater.stories.vectors import Numbers, Places, Vectors
from headwater.text.weights import weights_for

FILE = Path(__file__).parent / "judge.json"
FEATURES = ("body", "shared", "names", "lead", "head", "numbers", "gap", "undated", "shorter", "ratio", "one")
"""`shared`: weight of the shared terms over that of the lighter article; `one`: the constant."""
TERMS_USUAL = 150.0
LONGEST_GAP = 30
USUAL_GAP = 3
"""Days that count as the gap where a date is missing."""
LEAST_BODY = 0.04
"""Bodies less alike than this are no story, whatever the rest says."""
AT_ONCE = 1 << 16
"""Pairs whose features are held at a time."""
SURE = 6.0
"""Log-odds are cut here, so that no one pair outweighs the rest of a cluster."""


@cache
def coefficients() -> tuple[float, ...]:
    """Return the shipped coefficients in the order of `FEATURES`."""
    shipped: dict[str, float] = json.loads(FILE.read_text(encoding="utf-8"))
    return tuple(shipped[name] for name in FEATURES)


class Judge:
    """The vectors of a collection, ready to compare any of its articles."""

    def __init__(
        self,
        profiles: Sequence[Profile],
        *,
        weights: tuple[float, ...] | None = None,
        worth: Mapping[str, float] | None = None,
    ) -> None:
        """Weigh the terms of all profiles; `weights` are the coefficients, the shipped ones if None.

        `worth` is what each term weighs, where the profiles are part of a larger collection; None: they are all of it.
        """
        self.coefficients = np.array(weights if weights is not None else coefficients())
        if worth is None:
            worth = weights_for(profile.body.keys() | profile.head.keys() for profile in profiles)
        self.bodies = [unit_vector(profile.body, worth) for profile in profiles]
        self._parts = [
            Vectors(self.bodies),
            Vectors([unit_vector(profile.names, worth) for profile in profiles]),
            Vectors([unit_vector(profile.lead, worth) for profile in profiles]),
            Vectors([unit_vector(profile.head, worth) for profile in profiles]),
            Vectors([unit_vector(profile.numbers, worth) for profile in profiles]),
        ]
        self._shared = Vectors([{term: sqrt(worth[term]) for term in profile.body} for profile in profiles])
        self._mass = np.array([max(1.0, sum(worth[term] for term in profile.body)) for profile in profiles])
        self._days = np.array([-1 if profile.day is None else profile.day for profile in profiles])
        self._sizes = np.log(np.array([max(1, len(profile.body)) for profile in profiles]) / TERMS_USUAL)

    def features(self, one: int, others: Places) -> Numbers:
        """Return one row of `FEATURES` for each of the others."""
        dots = [part.dots(one, others) for part in (*self._parts, self._shared)]
        return self._features(np.full(len(others), one), others, dots)

    def _features(self, ones: Places, others: Places, dots: Sequence[Numbers]) -> Numbers:
        """Return one row of `FEATURES` for each pair, from its dot products by part."""
        body, names, lead, head, numbers = map(np.sqrt, dots[:-1])
        shared = dots[-1] / np.minimum(self._mass[ones], self._mass[others])
        undated = (self._days[ones] < 0) | (self._days[others] < 0)
        gap = np.log1p(np.minimum(np.abs(self._days[others] - self._days[ones]), LONGEST_GAP))
        gap = np.where(undated, log(1 + USUAL_GAP), gap)
        shorter = np.minimum(self._sizes[ones], self._sizes[others])
        ratio = np.abs(self._sizes[ones] - self._sizes[others])
        columns = (
            body,
            np.sqrt(shared),
            names,
            lead,
            head,
            numbers,
            gap,
            undated,
            shorter,
            ratio,
            np.ones(len(others)),
        )
        return np.stack(columns, axis=1).astype(np.float64)

    def log_odds(self, one: int, others: Places) -> Numbers:
        """Return the log-odds that article `one` and each of the others tell one story, cut at ±`SURE`."""
        return self._judged(self.features(one, others))

    def _judged(self, features: Numbers) -> Numbers:
        # A sum for each row, not a product of matrices: that rounds a pair otherwise in other company.
        judged = np.clip((features * self.coefficients).sum(axis=1), -SURE, SURE)
        return np.where(features[:, 0] ** 2 > LEAST_BODY, judged, -SURE)

    def within(self, one: int, others: Places, days: int) -> Numbers:
        """Return the log-odds as `log_odds` does, `-SURE` where articles are more than so many days apart."""
        return np.where(self.days_apart(one, others) <= days, self.log_odds(one, others), -SURE)

    def matrix(self, members: Sequence[int], days: int) -> Numbers:
        """Return the log-odds of each with each of some articles, `within` so many days; 0 on the diagonal."""
        places = np.array(members, dtype=np.int64)
        odds = np.zeros((len(members), len(members)))
        dots = zip(*(part.among(places) for part in (*self._parts, self._shared)), strict=True)
        for rows in _blocks(len(members)):
            first, second = _pairs_of(rows, len(members))
            told = [np.concatenate(part) for part in zip(*islice(dots, len(rows)), strict=True)]
            judged = self._judged(self._features(places[first], places[second], told))
            near = self.days_apart(places[first], places[second]) <= days
            odds[first, second] = odds[second, first] = np.where(near, judged, -SURE)
        return odds

    def days_apart(self, one: int | Places, others: Places) -> Places:
        """Return the days between article `one`, or one for each, and the others, 0 where a date is missing."""
        undated = (self._days[one] < 0) | (self._days[others] < 0)
        return np.where(undated, 0, np.abs(self._days[others] - self._days[one]))


def _blocks(size: int) -> Iterator[range]:
    """Yield the rows of a triangle of pairs, so many at a time that their pairs are about `AT_ONCE`."""
    rows = max(1, AT_ONCE // max(1, size))
    for start in range(0, size, rows):
        yield range(start, min(start + rows, size))


def _pairs_of(rows: range, size: int) -> tuple[Places, Places]:
    """Return the pairs of each row with those that follow it."""
    following = np.arange(size - rows.start - 1, size - rows.stop - 1, -1)
    first = np.repeat(np.arange(rows.start, rows.stop), following)
    second = np.concatenate([np.arange(row + 1, size) for row in rows])
    return first, second


def unit_vector(counts: Mapping[str, int], worth: Mapping[str, float]) -> dict[str, float]:
    """Return tf-idf weights with the logarithm of the count, at length 1."""
    weighted = {term: (1 + log(count)) * worth.get(term, 0.0) for term, count in counts.items()}
    length = sqrt(sum(value * value for value in weighted.values())) or 1.0
    return {term: value / length for term, value in weighted.items()}
