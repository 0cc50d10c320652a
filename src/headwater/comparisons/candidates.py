"""Units of one story → the pairs worth judging: time grows with the units, not with all their pairs.

A few units are paired each with each. Of many, a unit meets those nearest in meaning, those that give a toll of the same
sort, and, where one of the two negates, those that share a telling word: a denial is far from what it denies in meaning.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np

from headwater.comparisons.likeness import Likeness
from headwater.comparisons.surroundings import Places
from headwater.comparisons.units import Unit, two_speakers
from headwater.text.numbers import MEASURES

FEW = 250
"""Up to so many units all pairs are judged."""
NEAREST, PAIRS = 5, 40_000
"""Of many units, how many of the nearest in meaning each one meets: the more units, the fewer, down to this."""
MEETING = 24
"""How many it meets at most."""
BLOCK = 1024
"""Units whose likeness to all others is held in memory at a time."""
TOGETHER = 60
"""Units with a toll of one sort, or of one telling word, that are paired each with each; of more, the first ones."""


def candidates(units: Sequence[Unit], likeness: Likeness) -> Places:
    """Return the pairs of units of different articles, or of two speakers in one, as rows (smaller number, larger), in order."""
    if len(units) <= FEW:
        found = set(combinations(range(len(units)), 2))
    else:
        found = {*_nearest(likeness), *_measured(units), *_negated(units, likeness)}
    apart = sorted((a, b) for a, b in found if units[a].article != units[b].article or two_speakers(units[a], units[b]))
    return np.array(apart, dtype=np.int64).reshape(-1, 2)


def _nearest(likeness: Likeness) -> Iterator[tuple[int, int]]:
    """Yield the pairs of units nearest in meaning; neighbours in one article are among them and fall away later."""
    meanings = likeness.meanings
    for start in range(0, len(meanings), BLOCK):
        near = meanings[start : start + BLOCK] @ meanings.T
        count = min(max(NEAREST, PAIRS // len(meanings)), MEETING, near.shape[1] - 1)
        for row, partners in enumerate(np.argpartition(-near, count, axis=1)[:, :count].tolist()):
            for partner in partners:
                if partner != start + row:
                    yield min(start + row, partner), max(start + row, partner)


def _measured(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of units that give a toll of one sort."""
    giving: defaultdict[str, list[int]] = defaultdict(list)
    for number, unit in enumerate(units):
        for measure in sorted({quantity.unit for quantity in unit.quantities} & MEASURES.keys()):
            giving[measure].append(number)
    for listed in giving.values():
        yield from combinations(listed[:TOGETHER], 2)


def _negated(units: Sequence[Unit], likeness: Likeness) -> Iterator[tuple[int, int]]:
    """Yield the pairs of a unit that negates and one that does not, with a telling word in common."""
    holding: defaultdict[str, list[int]] = defaultdict(list)
    for number, content in enumerate(likeness.contents):
        for term in content:
            holding[term].append(number)
    for term in sorted(holding):
        listed = holding[term]
        if len(listed) <= likeness.few:
            for a, b in combinations(listed[:TOGETHER], 2):
                if units[a].negated != units[b].negated:
                    yield a, b
