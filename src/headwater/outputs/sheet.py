"""What a brief shows, before it is known whether on a screen, in Markdown or as a web page: labels, counts and quotes.

Every line ends in a `Cite`: the words of a page and where they stand. Strings are the page's own and not yet made safe.

>>> from headwater.outputs.laying_out import lay_out
>>> from headwater.outputs.sample import sample_brief
>>> sheet = lay_out(sample_brief())[0]
>>> sheet.anchor, [point.status for point in sheet.of("single")]
('s1', ['single'])
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from headwater.model import Form, Stance, Status, Voices
from headwater.outputs.cite import Cite
from headwater.outputs.copy_sheet import OriginSheet, SharedText

SpeakerKind = Literal["named", "unnamed", "abstained", "own voice"]
"""Resolved to a name; left unnamed by the outlet; not resolved; the outlet itself."""


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
    doubts: tuple[str, ...]
    """Why some of those who speak to it are not shown to be independent."""
    answers: tuple[AnswerSheet, ...]


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

    when: str | None
    """ISO date or `first/last`; None where the words are not resolved."""
    cite: Cite
    published: str | None


@dataclass(frozen=True, kw_only=True, slots=True)
class StorySheet:
    """Everything that is shown of one story."""

    number: int
    title: str
    articles: int
    origins: tuple[OriginSheet, ...]
    """Those that hold an article: what the header counts."""
    independent: Voices
    """How many of them are shown to be independent of one another."""
    rests_on: tuple[OriginSheet, ...]
    """Those that only passages of articles rest on."""
    shared: tuple[SharedText, ...]
    """Text in common, undecided whether one is a copy."""
    common: tuple[SharedText, ...]
    """Words in common that are no copy: quotations and notices."""
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
        for origin in (*self.origins, *self.rests_on):
            yield from (passage.cite for passage in origin.borrowed)
            for line in origin.lines:
                yield from (cite for credit in line.credits for cite in credit.cites)
        for pair in self.common:
            yield from (twin.copy for twin in pair.twins)
        for name in self.names:
            yield from (spelling.cite for spelling in name.spellings if spelling.cite)
        yield from (moment.cite for moment in self.timeline)

    def of(self, status: Status) -> tuple[PointSheet, ...]:
        """The points with one status, most important first."""
        return tuple(point for point in self.points if point.status == status)
