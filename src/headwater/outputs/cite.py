"""Words of a page and where they stand: what every line of a brief ends in.

>>> from headwater.model import Span
>>> span = Span(start=3, end=9)
>>> cite = Cite(story=1, article=2, outlet="Tern", file="a.html", part="text", spans=(span,), quote="closed", language="en")
>>> cite.place, cite.mark, cite.anchor
('a.html:3-9', '[2]:3-9', 's1a2-3-9')
"""

from __future__ import annotations

from dataclasses import dataclass

from headwater.model import Article, Part, Spans, Statement
from headwater.outputs.fragments import text_link
from headwater.outputs.visible import web_address


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
    before: str = ""
    """What the sentence has before the words; empty where they are whole sentences."""
    after: str = ""
    """What it has after them."""
    published: str | None = None
    """When the article was published, ISO 8601."""
    url: str | None = None

    @property
    def place(self) -> str:
        """Where it stands, like `tern.html:120-184`; several runs are joined by commas."""
        where = f"{self.file}:title" if self.part == "title" else self.file
        return f"{where}:{self.span_words}" if self.spans else where

    @property
    def mark(self) -> str:
        """Where it stands, short, like `[2]:120-184`: the article by its number in the story."""
        return f"[{self.article}]" + self.place.removeprefix(self.file)

    @property
    def span_words(self) -> str:
        """The characters alone, like `120-184`."""
        return ",".join(f"{span.start}-{span.end}" for span in self.spans)

    @property
    def anchor(self) -> str:
        """The name of its mark in the web page: the first run, or the article where the words stand in the title."""
        base = f"s{self.story}a{self.article}"
        return f"{base}-{self.spans[0].start}-{self.spans[0].end}" if self.spans and self.part == "text" else base

    @property
    def sentence(self) -> str:
        """The words with what their sentence has around them."""
        return self.before + self.quote + self.after

    @property
    def live(self) -> str | None:
        """The address that opens the live page at the sentence; None where the article has none that may be linked."""
        address = web_address(self.url)
        return text_link(address, self.sentence) if address else None


def stated_in(statement: Statement, article: Article) -> str:
    """Return the string that the statement's spans count in: the article's title or its text.

    >>> from headwater.outputs.sample import sample_story
    >>> told = sample_story()
    >>> stated_in(told.statements[0], told.articles[0]) == told.articles[0].text
    True
    """
    return (article.title or "") if statement.part == "title" else article.text
