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

from headwater.model import Voices
from headwater.outputs.cite import Cite
from headwater.outputs.copy_sheet import OriginSheet, SharedText
from headwater.outputs.point_sheet import Grid, LeftOut, PointSheet
from headwater.outputs.said import Said, SpeakerKind
from headwater.outputs.timeline import EventSheet


@dataclass(frozen=True, kw_only=True, slots=True)
class SpeakerSheet:
    """One speaker with the statements."""

    name: str | None
    kind: SpeakerKind
    said: tuple[Said, ...]


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
    grid: Grid
    left_out: tuple[LeftOut, ...]
    speakers: tuple[SpeakerSheet, ...]
    names: tuple[NameSheet, ...]
    timeline: tuple[EventSheet, ...]

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
        for event in self.timeline:
            yield from (cite for wording in event.wordings for chain in wording.chains for cite in chain.cites)

    def of(self, status: str) -> tuple[PointSheet, ...]:
        """The points with one status, most important first."""
        return tuple(point for point in self.points if point.status == status)
