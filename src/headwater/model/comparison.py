"""Tier 4, views: the points of a story sorted into agreed, disputed, single and, for each outlet, omitted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from headwater.model.digest import digest
from headwater.model.link import Link
from headwater.model.span import Span

Status = Literal["disputed", "updated", "unsure", "agreed", "single"]
"""`updated`: values that grew with the hour of the report, so that they need not be opposed; `unsure`: answers that may be
opposed, which is not sure enough to call it a dispute."""


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Evidence:
    """The characters of an article that an answer rests on."""

    article: str
    span: Span
    """Into `Article.text`."""
    origin: str
    """Id of the origin whose voice this is."""
    statement: str | None
    """Id of the statement, where somebody is reported to say it; None where it is the outlet's own sentence."""

    @property
    def id(self) -> str:
        """Digest of where it stands: what links between two pieces of evidence name."""
        return digest("evidence", self.article, f"{self.span.start}:{self.span.end}", self.statement or "")


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """A value or proposition for a point, with the evidence of each article that gives it and the voices behind it."""

    value: str
    """The words of the clearest piece of evidence, or the differing value itself (“15”, “12 May”)."""
    voices: int
    """How many independent origins give it."""
    evidence: tuple[Evidence, ...]
    reported: str | None = None
    """When it was first reported: the earliest date or instant of the articles that give it; None where none has one."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Point:
    """One question of fact within a story."""

    id: str
    status: Status
    voices: int
    """How many independent origins speak to it at all."""
    answers: tuple[Answer, ...]
    reason: str
    """What decided the status: `same`, `number`, `date`, `place`, `name`, `denial`, `opposed`, `person`; empty for `single`."""
    certainty: float = 1.0
    """How sure the judgement is that made the status, 0 to 1; 1 for `single`."""
    weight: float = 0.0
    """How much the point tells (names, numbers, times, prominence, voices): what ranks points of one status."""
    links: tuple[Link, ...] = ()
    """The judgements between two pieces of its evidence (`supports`, `contradicts`; ids are `Evidence.id`). A
    `contradicts` with verdict `unsure` is a possible conflict and disputes nothing."""
    doubts: tuple[str, ...] = ()
    """Why some of the origins under it count once only, in a few words each; empty where all are independent."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Omission:
    """What an outlet leaves out: points that at least two other origins carry and it does not, heaviest first."""

    outlet: str
    points: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Moment:
    """A time that an article names, with the sentence it stands in."""

    when: str | None
    """ISO date, or `first/last` where the words leave a range; None where they cannot be resolved."""
    article: str
    span: Span
    """The sentence, into `Article.text`."""
    words: Span
    """The time words themselves."""
    of: Literal["event", "statement"] = "event"
    """What happened then: what the sentence tells, or that somebody said so."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Comparison:
    """Ids and numbers only: every sentence of it stands in some page."""

    story: str
    points: tuple[Point, ...]
    omissions: tuple[Omission, ...]
    timeline: tuple[Moment, ...]
