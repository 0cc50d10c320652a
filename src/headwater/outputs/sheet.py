"""What a brief shows, before it is known whether on a screen, in Markdown or as a web page: labels, counts and quotes.

Every line ends in a `Cite`: the words of a page and where they stand. Strings are the page's own and not yet made safe.

>>> from headwater.model import Span
>>> span = Span(start=3, end=9)
>>> cite = Cite(story=1, article=2, outlet="Tern", file="a.html", part="text", spans=(span,), quote="closed", language="en")
>>> cite.place, cite.mark, cite.anchor
('a.html:3-9', '[2]:3-9', 's1a2-3-9')
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from headwater.model import CreditKind, Form, Part, Spans, Stance, Status

SpeakerKind = Literal["named", "unnamed", "abstained", "own voice"]
"""Resolved to a name; left unnamed by the outlet; not resolved; the outlet itself."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Cite:
    """Words of an article and where they stand."""

    story: int
    """Number of the story in the brief, from 1."""
    article: int
    """Number of the article in the story, from 1."""
    outlet: str
    """The outlet, else the file."""
    file: str
    part: Part
    spans: Spans
    quote: str
    language: str | None

    @property
    def place(self) -> str:
        """Where it stands, like `tern.html:120-184`; several runs are joined by commas."""
        runs = ",".join(f"{span.start}-{span.end}" for span in self.spans)
        where = f"{self.file}:title" if self.part == "title" else self.file
        return f"{where}:{runs}" if runs else where

    @property
    def mark(self) -> str:
        """Where it stands, short, like `[2]:120-184`: the article by its number in the story."""
        return f"[{self.article}]" + self.place.removeprefix(self.file)

    @property
    def anchor(self) -> str:
        """The name of its mark in the web page: the first run, or the article where the words stand in the title."""
        base = f"s{self.story}a{self.article}"
        return f"{base}-{self.spans[0].start}-{self.spans[0].end}" if self.spans and self.part == "text" else base


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """Who stands behind some words: the speaker, then everyone it passed through, then the outlet (in `cite`)."""

    who: str | None
    kind: SpeakerKind
    via: tuple[str, ...]
    """Those who reported it on the way to the outlet, nearest to the speaker first; the supplier of the text last."""
    stance: Stance | None
    form: Form
    hedge: str | None
    cue: str
    cite: Cite


@dataclass(frozen=True, kw_only=True, slots=True)
class AnswerSheet:
    """One value of a point with those who give it."""

    value: str
    voices: int
    said: tuple[Said, ...]

    def same_words(self) -> tuple[tuple[Said, ...], ...]:
        """The evidence grouped by its words, so that ten reprints of a sentence show it once."""
        groups: dict[str, list[Said]] = {}
        for said in self.said:
            groups.setdefault(said.cite.quote, []).append(said)
        return tuple(tuple(group) for group in groups.values())


@dataclass(frozen=True, kw_only=True, slots=True)
class PointSheet:
    """One point with its answers."""

    anchor: str
    status: Status
    reason: str
    voices: int
    answers: tuple[AnswerSheet, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class CreditLine:
    """The words that name a supplier; `cite` is None where they stand outside the text."""

    agency: str
    kind: CreditKind
    words: str
    cite: Cite | None


@dataclass(frozen=True, kw_only=True, slots=True)
class CopyLine:
    """One article in the tree of its origin."""

    depth: int
    cite: Cite
    """The whole article: no spans, its title as the quote."""
    published: str | None
    source: str | None
    """The outlet that it takes text from; None at the head of the tree."""
    share: float
    undecided: bool
    """Text is shared, and nothing shows who took it from whom."""
    credits: tuple[CreditLine, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class OriginSheet:
    """One origin with the articles that go back to it."""

    name: str
    agency: bool
    """The origin is an agency and not an outlet."""
    undecided: bool
    reason: str
    lines: tuple[CopyLine, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SharedText:
    """Two articles of different origins that share text, undecided whether one is a copy."""

    a: Cite
    b: Cite
    share: float
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SpeakerSheet:
    """One speaker with the statements."""

    name: str | None
    kind: SpeakerKind
    said: tuple[Said, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell:
    """What one outlet has on one point: the values it gives, none where it does not mention the point."""

    values: tuple[str, ...]
    anchor: str | None
    """Of its first evidence."""
    left_out: bool
    """At least two other origins carry the point and this outlet does not."""


@dataclass(frozen=True, kw_only=True, slots=True)
class GridRow:
    """One point across all outlets, in the order of `StorySheet.outlets`."""

    point: PointSheet
    cells: tuple[Cell, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class LeftOut:
    """The points that an outlet leaves out."""

    outlet: str
    points: tuple[PointSheet, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Spelling:
    """One spelling of a name, with the first place where it stands."""

    words: str
    cite: Cite | None


@dataclass(frozen=True, kw_only=True, slots=True)
class NameSheet:
    """One actor with every spelling."""

    name: str
    kind: str
    spellings: tuple[Spelling, ...]
    mentions: int
    articles: int


@dataclass(frozen=True, kw_only=True, slots=True)
class MomentSheet:
    """A time that an article names, apart from the time of the report."""

    when: str
    """ISO date or `first/last`."""
    cite: Cite
    published: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class StorySheet:
    """Everything that is shown of one story."""

    number: int
    title: str
    articles: int
    origins: tuple[OriginSheet, ...]
    shared: tuple[SharedText, ...]
    points: tuple[PointSheet, ...]
    outlets: tuple[str, ...]
    grid: tuple[GridRow, ...]
    left_out: tuple[LeftOut, ...]
    speakers: tuple[SpeakerSheet, ...]
    names: tuple[NameSheet, ...]
    timeline: tuple[MomentSheet, ...]

    @property
    def anchor(self) -> str:
        """The name of the story in the web page."""
        return f"s{self.number}"

    def cites(self) -> Iterator[Cite]:
        """Every piece of evidence that the story shows, in no order that matters and not without repetition."""
        for point in self.points:
            for answer in point.answers:
                yield from (said.cite for said in answer.said)
        for speaker in self.speakers:
            yield from (said.cite for said in speaker.said)
        for origin in self.origins:
            for line in origin.lines:
                yield from (credit.cite for credit in line.credits if credit.cite)
        for name in self.names:
            yield from (spelling.cite for spelling in name.spellings if spelling.cite)
        yield from (moment.cite for moment in self.timeline)

    def of(self, status: Status) -> tuple[PointSheet, ...]:
        """The points with one status, most important first."""
        return tuple(point for point in self.points if point.status == status)
