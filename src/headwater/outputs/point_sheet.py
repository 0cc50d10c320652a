"""What is shown of points: the answers side by side, the grid of outlets and points, what each outlet leaves out.

>>> from headwater.outputs.laying_out import lay_out
>>> from headwater.outputs.sample import sample_brief
>>> boats = lay_out(sample_brief())[0].points[0]
>>> boats.status, [(answer.letter, answer.value) for answer in boats.answers]
('disputed', [('A', 'nine'), ('B', 'twelve')])
"""

from __future__ import annotations

from dataclasses import dataclass

from headwater.model import LinkKind, Status, Verdict
from headwater.outputs.cite import Cite
from headwater.outputs.said import Said, Wording, wordings

DIVIDED: frozenset[str] = frozenset({"disputed", "updated", "unsure"})
"""Statuses of points whose answers differ, or may differ."""


@dataclass(frozen=True, kw_only=True, slots=True)
class AnswerSheet:
    """One value of a point with those who give it."""

    letter: str
    """What the answer is called inside its point: A, B … Z, AA …; the grid names answers by it."""
    value: str
    voices: int
    reported: str | None
    """When it was first reported, ISO 8601."""
    step: str
    """The same against the answer before it, like “next day”; empty where the point is not a sequence."""
    said: tuple[Said, ...]

    def wordings(self) -> tuple[Wording, ...]:
        """The evidence grouped by its words, those that are the value itself first."""
        found = wordings(self.said)
        return tuple(sorted(found, key=lambda wording: not wording.is_all(self.value)))

    def whole(self) -> Cite | None:
        """Where the value stands as a whole sentence; None where it is only a part of one."""
        first = self.wordings()[:1]
        return first[0].cite if first and first[0].is_all(self.value) else None


@dataclass(frozen=True, kw_only=True, slots=True)
class JudgementSheet:
    """How two pieces of a point's evidence relate, and who judged it."""

    kind: LinkKind
    verdict: Verdict
    score: float
    by: str
    a: Said
    b: Said


@dataclass(frozen=True, kw_only=True, slots=True)
class PointSheet:
    """One point with its answers."""

    anchor: str
    status: Status
    reason: str
    voices: int
    certainty: float
    doubts: tuple[str, ...]
    """Why some of those who speak to it are not shown to be independent."""
    answers: tuple[AnswerSheet, ...]
    judgements: tuple[JudgementSheet, ...]
    """Surest first."""

    @property
    def maybe(self) -> tuple[JudgementSheet, ...]:
        """Possible conflicts inside one answer: two pieces of evidence that may oppose each other; nobody is sure."""
        if self.status in DIVIDED:
            return ()  # its answers stand side by side already
        return tuple(each for each in self.judgements if each.kind == "contradicts" and each.verdict == "unsure")

    @property
    def divided(self) -> bool:
        """Whether it has answers that differ, or may differ."""
        return self.status in DIVIDED


@dataclass(frozen=True, kw_only=True, slots=True)
class Given:
    """An answer that an outlet gives, with its first evidence there."""

    letter: str
    value: str
    cite: Cite


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell:
    """What one outlet has on one point."""

    given: tuple[Given, ...]
    """Empty where it does not mention the point."""
    left_out: bool
    """Enough other origins carry the point and this outlet does not."""


@dataclass(frozen=True, kw_only=True, slots=True)
class OutletColumn:
    """One outlet as a column of the grid."""

    name: str
    number: int
    """Of its first article in the story."""


@dataclass(frozen=True, kw_only=True, slots=True)
class GridRow:
    """One point across the outlets of the grid."""

    point: PointSheet
    cells: tuple[Cell, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Grid:
    """Outlets across points; what did not fit is counted."""

    outlets: tuple[OutletColumn, ...]
    rows: tuple[GridRow, ...]
    more_outlets: int
    more_points: int


@dataclass(frozen=True, kw_only=True, slots=True)
class LeftOut:
    """The points that an outlet leaves out, heaviest first."""

    outlet: str
    points: tuple[PointSheet, ...]
