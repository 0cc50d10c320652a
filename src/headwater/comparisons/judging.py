"""Who says how two pieces of evidence relate: the seam between a comparison and a judge of quoted spans.

What enters: pairs of texts. What leaves: for each pair a `Judgement`, or None where the judge abstains. A judge writes no
text; what it says is kept as a link with its name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

Relation = Literal["supports", "contradicts", "neither"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Judgement:
    """How one text relates to another."""

    relation: Relation
    score: float
    """How sure the judge is, 0 to 1."""
    by: str
    """Name and version of the judge: goes into `Link.by`."""


class Judge(Protocol):
    """Anything that says how the texts of a pair relate."""

    def __call__(self, pairs: Sequence[tuple[str, str]]) -> Sequence[Judgement | None]:
        """Return one judgement a pair, in order; None where it abstains (no answer, no budget left, not understood)."""
        ...
