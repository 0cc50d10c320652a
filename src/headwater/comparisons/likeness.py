"""Units of one story → how alike two of their sentences are, the story's own theme words left aside.

Every report of a ferry accident says “ferry”: inside the story the word tells nothing. A term's weight is therefore
multiplied by how rare it is among the story's own sentences; a sentence printed ten times counts once. Terms that only
name somebody weigh little, and alone they make no likeness: two sentences about one person are not yet one point.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from headwater.comparisons.units import Unit, dot

ASIDE = 0.35
"""What a term that only names somebody, or carries the attribution, weighs against a term of the content."""
YEAR = 4
"""Digits of a year."""
SHARED = 2
"""Terms of content that two sentences must share; one is enough where a number agrees as well."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Likeness:
    """The vectors of a story's units with theme words weighed down."""

    vectors: tuple[Mapping[str, float], ...]
    contents: tuple[frozenset[str], ...]
    """The terms of content of each unit."""

    @classmethod
    def among(cls, units: Sequence[Unit]) -> Likeness:
        """Weigh the terms of all units of one story.

        >>> Likeness.among([]).vectors
        ()
        """
        different = {unit.words: unit for unit in units}.values()
        counts = Counter(term for unit in different for term in unit.vector)
        total = math.log(len(different) + 1) or 1.0
        rarity = {term: math.log((len(different) + 1) / count) / total for term, count in counts.items()}
        return cls(
            vectors=tuple(
                _unit_length(
                    {
                        term: value * rarity[term] * (ASIDE if term in unit.aside or _is_figure(term) else 1.0)
                        for term, value in unit.vector.items()
                    }
                )
                for unit in units
            ),
            contents=tuple(frozenset(unit.vector) - unit.aside for unit in units),
        )

    def between(self, a: int, b: int, *, numbers: bool) -> float:
        """Return the cosine of two units, known by their index; 0 where they share too little content.

        `numbers` says whether a number of one unit agrees.
        """
        if len(self.contents[a] & self.contents[b]) < SHARED - numbers:
            return 0.0
        return dot(self.vectors[a], self.vectors[b])


def _is_figure(term: str) -> bool:
    """Say whether a term is a number and no year: numbers are compared as quantities, not as words."""
    return term.isdigit() and len(term) < YEAR


def _unit_length(vector: Mapping[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(value * value for value in vector.values()))
    return {term: value / length for term, value in vector.items()} if length else {}
