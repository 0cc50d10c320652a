"""Pairs of texts → how the first relates to the second: supports, contradicts or neither, and whether it keeps its distance.

>>> [found] = relate([("The mayor denied that the bridge was sold.", "The bridge was sold.")])
>>> found.relation
'contradicts'
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np

from headwater.readers.meaning import Floats, each, judge, lower
from headwater.readers.pairs import JUDGED, MARKS, pair

Relation = Literal["supports", "contradicts", "neither"]
REMEMBERED = 1 << 15
"""Pairs whose scores are kept: a story that gains a report is compared again."""
TEMPERATURE = 1.4
"""Scores are divided by this, so that of invented news pairs judged with .8 about 8 in 10 are right (Guo et al., 2017)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Relating:
    """How the first text of a pair relates to the second."""

    supports: float
    """0 to 1: what the first says holds for the second too: the same in other words, or more of it."""
    contradicts: float
    """0 to 1: both cannot hold."""
    neither: float
    """0 to 1; the three sum to 1."""
    hedged: float
    """0 to 1: the first keeps its distance (a rumour, a claim of others, a question), whichever of the three it is."""

    @property
    def relation(self) -> Relation:
        """The likeliest of the three; `neither` of equals."""
        if self.contradicts > max(self.supports, self.neither):
            return "contradicts"
        return "supports" if self.supports > self.neither else "neither"

    @property
    def score(self) -> float:
        """How likely that one is."""
        return max(self.supports, self.contradicts, self.neither)


def relate(pairs: Sequence[tuple[str, str]]) -> list[Relating]:
    """Return how each pair relates, in order; each depends on its own two texts alone.

    Of each text the first 96 pieces are read, about 70 words. Order counts: “ten died” supports “some died”, not the other
    way round. Raises `MissingModel` if a shipped file is gone or damaged.

    >>> [found.relation for found in relate([("The port is open again.", "The port has reopened.")])]
    ['supports']
    """
    return [relating(row) for row in scores(pairs)]


def scores(pairs: Sequence[tuple[str, str]]) -> Floats:
    """Return what the judge makes of pairs, before it is turned into chances: (pairs, 4), in order."""
    return np.array(each(lambda texts: _scores(*texts), pairs), dtype=np.float32).reshape(len(pairs), len(JUDGED))


@lru_cache(maxsize=REMEMBERED)
def _scores(a: str, b: str) -> Floats:
    row = pair(a, b)
    return judge(lower(row.ids, (row.marks >= MARKS // 2).astype(np.int64)), row.marks)


def relating(scores: Floats) -> Relating:
    """Return the chances that some scores (4,) stand for."""
    odds = np.exp((scores - scores.max()).astype(np.float64) / TEMPERATURE)
    supports, contradicts, neither = (odds[:3] / odds[:3].sum()).tolist()
    hedged = float(odds[3] / odds.sum())
    return Relating(supports=supports, contradicts=contradicts, neither=neither, hedged=hedged)
