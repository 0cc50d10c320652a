"""The seam between readers and everything that comes after: who said what, as spans of one text.

A reader turns one text into attributions; speakers, nesting and ids are added afterwards, once for every reader.

>>> found = Attribution(source=(Span(start=0, end=4),), cue=(Span(start=5, end=9),), content=(Span(start=10, end=20),),
...                     form="indirect", stance="asserts", hedge=None, anonymous=False, score=0.8)
>>> found.start
0
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from headwater.model import Form, Part, Span, Spans, Stance
from headwater.text.names import Name


@dataclass(frozen=True, kw_only=True, slots=True)
class Attribution:
    """One source, cue and content in a text, before anybody knows who the source is."""

    source: Spans
    """The words that name the speaker; empty where there are none."""
    cue: Spans
    content: Spans
    form: Form
    stance: Stance
    hedge: str | None
    """The outlet's own distance, in the text's words."""
    anonymous: bool
    """The source is one that the outlet leaves unnamed."""
    score: float
    """0 to 1: how sure the reader is."""

    @property
    def start(self) -> int:
        """Return where the first word of it stands."""
        return min(span.start for span in (*self.source, *self.cue, *self.content))


class Reader(Protocol):
    """Anything that finds attributions in one text."""

    @property
    def by(self) -> str:
        """Return the method and version, like `statements.rules/1`."""
        ...

    def attributions(self, text: str, paragraphs: Sequence[Span], part: Part) -> Sequence[Attribution]:
        """Return the attributions of a text, spans into `text`; `part` says whether it is a headline."""
        ...

    def names(self, text: str) -> Sequence[Name]:
        """Return the names in a text, in order, without overlaps."""
        ...
