"""Articles → how likely two of them tell of one event: what surrounds the sentences that are lined up.

Two sentences about “the attack” are about one attack only if their articles are. What says so is what says that articles
tell one story (`headwater.stories`): names, terms, beginnings and numbers in common; and how near their meanings are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from headwater.model import Article
from headwater.stories.judging import FEATURES as STORY_FEATURES
from headwater.stories.judging import Judge
from headwater.stories.profiles import profile_of

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]
Meanings = NDArray[np.float32]
"""One row of unit length a text."""
TAKEN = ("body", "shared", "names", "lead", "head", "numbers", "shorter", "ratio")
"""Features of the story judge that say something about undated articles as well."""
COLUMNS = [STORY_FEATURES.index(name) for name in TAKEN]


@dataclass(frozen=True, kw_only=True, slots=True)
class Surroundings:
    """A collection of articles, any two of which can be compared."""

    judge: Judge
    places: Mapping[str, int]
    """Article id → its number in the judge."""

    @classmethod
    def of(cls, articles: Sequence[Article]) -> Surroundings:
        """Take in the articles of a story or of a whole collection.

        >>> Surroundings.of([]).places
        {}
        """
        return cls(
            judge=Judge([profile_of(article) for article in articles]),
            places={article.id: number for number, article in enumerate(articles)},
        )

    def between(self, a: str, others: Sequence[str]) -> Numbers:
        """Return one row of `TAKEN` for each of the other articles."""
        found = self.judge.features(self.places[a], np.array([self.places[b] for b in others], dtype=np.int64))
        return found[:, COLUMNS]
