"""Stories with their origins, and copy links → what `headwater copies` shows, on a terminal or as a web page.

>>> from headwater.outputs.sample import sample_brief
>>> report = lay_out_copies(sample_brief(), ())
>>> [story.title for story in report.stories], report.alone, len(report.across)
(['Boats sink at Quill Bay'], 0, 0)
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from headwater.model import Article, Brief, Link
from headwater.outputs.citing import StoryIndex
from headwater.outputs.closing import closing_line, number
from headwater.outputs.copy_sheet import SharedText
from headwater.outputs.copy_tree import shared_text
from headwater.outputs.laying_out import lay_out_placed
from headwater.outputs.order import ordered
from headwater.outputs.sheet import StorySheet


@dataclass(frozen=True, kw_only=True, slots=True)
class CopyReport:
    """What is shown of a collection's copies."""

    brief: Brief
    """Everything in its order; `stories` are those that are shown."""
    articles: Mapping[str, Article]
    """All of them, by id."""
    stories: tuple[StorySheet, ...]
    across: tuple[tuple[Link, SharedText], ...]
    """Links between articles of different stories."""
    alone: int
    """Articles that tell no story with others and share nothing, where they are not shown."""
    closing: str

    @property
    def lone(self) -> str:
        """How many articles are not shown and how to see them; nothing where all are shown."""
        if not self.alone:
            return ""
        if self.alone == 1:
            return "1 article tells no story with others and shares nothing (--full lists it)"
        return f"{number(self.alone, 'article')} tell no story with others and share nothing (--full lists them)"


def lay_out_copies(brief: Brief, links: Iterable[Link], *, full: bool = False) -> CopyReport:
    """Return the stories with more than one article (`full`: all of them) and the links between stories.

    `links` are those of the whole collection; statements, points and names of the brief are not looked at. Copies stand
    before shared quotations and notices.
    """
    placed = ordered(brief)
    indexes = {
        article: index
        for place, told in enumerate(placed.stories, start=1)
        for index in (StoryIndex.of(place, told),)
        for article in index.articles
    }
    between = [link for link in links if _between(link, indexes)]
    between.sort(key=lambda link: (link.verdict == "no", -link.share, link.a, link.b, repr(link)))
    linked = {end for link in between for end in (link.a, link.b)}
    shown = [full or len(told.articles) > 1 for told in placed.stories]
    sheets = lay_out_placed(placed)
    hidden = (told for told, show in zip(placed.stories, shown, strict=True) if not show)
    return CopyReport(
        brief=replace(placed, stories=tuple(t for t, show in zip(placed.stories, shown, strict=True) if show)),
        articles={article.id: article for told in placed.stories for article in told.articles},
        stories=tuple(sheet for sheet, show in zip(sheets, shown, strict=True) if show),
        across=tuple(
            (link, shared_text(link, indexes, pair=f"x{place}")) for place, link in enumerate(between, start=1)
        ),
        alone=sum(article.id not in linked for told in hidden for article in told.articles),
        closing=closing_line(placed),
    )


def _between(link: Link, indexes: dict[str, StoryIndex]) -> bool:
    return link.a in indexes and link.b in indexes and indexes[link.a] is not indexes[link.b]
