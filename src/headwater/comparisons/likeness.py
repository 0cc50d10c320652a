"""Units of one story → how alike two of them are, the story's own theme left aside.

Every report of a ferry accident says “ferry”: inside the story the word tells nothing. In words, a term's weight is
multiplied by how rare it is among the story's own units; terms that only name somebody weigh little, and alone they make
no likeness: two sentences about one person are not yet one point. In meaning, what all units have in common (their mean)
is taken out of each before they are compared (as Mu and Viswanath 2018 do for words).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from headwater.comparisons.alignment import unit_length
from headwater.comparisons.surroundings import Meanings, Numbers, Places
from headwater.comparisons.units import Unit, dot

ASIDE = 0.35
"""What a term that only names somebody, or carries the attribution, weighs against a term of the content."""
YEAR = 4
"""Digits of a year."""
SHARED = 2
"""Terms of content that two units must share for their words to count."""
RARE = 12
"""A telling term stands in at most this many units of a story, or in one of `SHARE`."""
SHARE = 40
THEME = 0.8
"""How much of the story's mean meaning is taken out of each unit's."""
FEW = 10
"""Units of which nobody could say what their theme is: a story must have more of them for it to show."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Likeness:
    """The units of a story with its theme taken out."""

    vectors: Sequence[Mapping[str, float]]
    contents: Sequence[frozenset[str]]
    """The terms of content of each unit."""
    meanings: Meanings
    """One row a unit, unit length; rows of nothing where there is no meaning to go by."""
    counts: Mapping[str, int]
    """In how many units each term stands."""

    @property
    def few(self) -> int:
        """In how many units of the story a telling term stands at most."""
        return max(RARE, len(self.vectors) // SHARE)

    @classmethod
    def among(cls, units: Sequence[Unit], meanings: Meanings) -> Likeness:
        """Weigh all units of one story; each should stand there once, however many print it."""
        counts = Counter(term for unit in units for term in unit.vector)
        rarity = {term: math.log((len(units) + FEW) / count) for term, count in counts.items()}
        theme_share = np.float32(THEME * len(units) / (len(units) + FEW))
        known = meanings.any(axis=1, keepdims=True)
        theme = meanings.sum(axis=0, keepdims=True) / max(1, int(known.sum()))
        return cls(
            vectors=[
                _unit_length(
                    {
                        term: value * rarity[term] * (ASIDE if term in unit.aside or _is_figure(term) else 1.0)
                        for term, value in unit.vector.items()
                    }
                )
                for unit in units
            ],
            contents=[frozenset(unit.vector) - unit.aside for unit in units],
            meanings=unit_length(np.where(known, meanings - theme_share * theme, 0).astype(np.float32)),
            counts=counts,
        )

    def telling(self, a: int, b: int) -> frozenset[str]:
        """Return the terms of content that two units share and that few others of the story hold."""
        return frozenset(term for term in self.contents[a] & self.contents[b] if self.counts[term] <= self.few)

    def between(self, pairs: Places) -> Numbers:
        """Return how alike the units of each pair are: the mean of words and meaning, 0 to 1."""
        meaning = np.einsum("ij,ij->i", self.meanings[pairs[:, 0]], self.meanings[pairs[:, 1]], dtype=np.float64)
        words = np.array([self._in_words(a, b) for a, b in pairs.tolist()], dtype=np.float64)
        return np.asarray((np.maximum(meaning, 0.0) + words) / 2, dtype=np.float64)

    def _in_words(self, a: int, b: int) -> float:
        if len(self.contents[a] & self.contents[b]) < SHARED:
            return 0.0
        return dot(self.vectors[a], self.vectors[b])


def _is_figure(term: str) -> bool:
    """Say whether a term is a number and no year: numbers are compared as quantities, not as words."""
    return term.isdigit() and len(term) < YEAR


def _unit_length(vector: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(value * value for value in vector.values()))
    return {term: value / length for term, value in vector.items()} if length else {}
