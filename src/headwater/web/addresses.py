"""Ids and spans → addresses of pages. Links are always made here, so that a page that moves is moved in one place.

>>> article("a1", Span(start=12, end=40)), speaker("Ana Ruz", about="boats")
('/articles/a1#p-12-40', '/speaker?name=Ana+Ruz&about=boats')
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote, urlencode

from headwater.model import Span, StoryBrief
from headwater.outputs.cite import Cite

MARK = "p"
"""What names of marks begin with on the page of an article: the mark of a span is `p-12-40`."""


def story(story_id: str, fragment: str = "") -> str:
    """Return the address of a story.

    >>> story("s1", "p3")
    '/stories/s1#p3'
    """
    return f"/stories/{_part(story_id)}" + (f"#{fragment}" if fragment else "")


def article(article_id: str, span: Span | None = None) -> str:
    """Return the address of an article, or of some of its words."""
    return f"/articles/{_part(article_id)}" + (f"#{MARK}-{span.start}-{span.end}" if span else "")


def pair(a: str, b: str) -> str:
    """Return the address of two articles side by side.

    >>> pair("a1", "a2")
    '/copies/a1/a2'
    """
    return f"/copies/{_part(a)}/{_part(b)}"


def versions(new: str, old: str = "") -> str:
    """Return the address of what changed between two versions of an article; the one before, where `old` is not given.

    >>> versions("a2", "a1")
    '/articles/a2/versions?against=a1'
    """
    return f"/articles/{_part(new)}/versions" + ("?" + urlencode({"against": old}) if old else "")


def speaker(name: str, about: str = "") -> str:
    """Return the address of everything that somebody is reported to have said."""
    return "/speaker?" + urlencode({"name": name} | ({"about": about} if about else {}), errors="replace")


def speaker_feed(name: str) -> str:
    """Return the address of the feed of what somebody is reported to have said.

    >>> speaker_feed("Ana Ruiz")
    '/api/v1/speakers/Ana%20Ruiz?format=atom'
    """
    return f"/api/v1/speakers/{_part(name)}?format=atom"


def with_fields(path: str, **fields: str | None) -> str:
    """Return a path with a query; fields that are None or empty are left out.

    >>> with_fields("/search", words="boats sank", outlet=None)
    '/search?words=boats+sank'
    """
    given = {name: value for name, value in fields.items() if value}
    return path + ("?" + urlencode(given, errors="replace") if given else "")


@dataclass(frozen=True, kw_only=True, slots=True)
class Places:
    """Where the words that a story shows stand: its articles by their number, and its pairs by their name."""

    articles: tuple[str, ...]
    pairs: Mapping[str, tuple[str, str]]

    @classmethod
    def of(cls, told: StoryBrief) -> Places:
        """Return the places of a story whose records are in the order of its sheet."""
        pairs = {f"s1c{place}": (link.a, link.b) for place, link in enumerate(told.copies, start=1)}
        return cls(articles=tuple(each.id for each in told.articles), pairs=pairs)

    def href(self, cite: Cite) -> str:
        """Return the address of the words of a cite: its first run, or the article where they stand in the title."""
        held = self.articles[cite.article - 1]
        return article(held, cite.spans[0] if cite.spans and cite.part == "text" else None)

    def beside(self, name: str) -> str:
        """Return the address of the two articles of a copy link side by side."""
        return pair(*self.pairs[name])


@lru_cache(maxsize=4096)
def _part(name: str) -> str:
    return quote(name, safe="", errors="replace")
