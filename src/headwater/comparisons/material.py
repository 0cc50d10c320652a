"""What the points of a story are made from: its units, each once, and how they relate."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from headwater.comparisons.opposition import Places
from headwater.comparisons.relating import Related
from headwater.comparisons.units import Unit
from headwater.model import Evidence, Voices

CountVoices = Callable[[Sequence[Evidence]], Voices]


@dataclass(frozen=True, kw_only=True, slots=True)
class Material:
    """Units of one story, known by their numbers."""

    units: Sequence[Unit]
    printed: Sequence[Sequence[Unit]]
    """For each of them, every unit of the story with the same words, itself included."""
    pairs: Mapping[tuple[int, int], Related]
    """By numbers, the smaller first."""
    places: Places
    reported: Mapping[str, str | None]
    """Article id → when it was published."""
    voices: CountVoices

    def related(self, a: int, b: int) -> Related | None:
        """Return what is known of two units."""
        return self.pairs.get((min(a, b), max(a, b)))
