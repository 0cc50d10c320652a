"""Words of a page and where they stand: what every line of a brief ends in.

>>> from headwater.model import Span
>>> span = Span(start=3, end=9)
>>> cite = Cite(story=1, article=2, outlet="Tern", file="a.html", part="text", spans=(span,), quote="closed", language="en")
>>> cite.place, cite.mark, cite.anchor
('a.html:3-9', '[2]:3-9', 's1a2-3-9')
"""

from __future__ import annotations

from dataclasses import dataclass

from headwater.model import Part, Spans


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
