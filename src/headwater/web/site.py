"""A desk as its pages read it: no folder of the server in any record, and stories laid out once for several requests.

>>> from headwater.outputs.sample import sample_story
>>> told = lay_out_story(sample_story(), full=False)
>>> told.sheet.title, told.places.href(told.sheet.points[0].answers[0].said[0].cite)
('Boats sink at Quill Bay', '/articles/a1#p-0-32')
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from headwater.api.keeping import Kept
from headwater.api.outward import outward_story, outward_view
from headwater.desk.kept import StoredDesk
from headwater.errors import NotHere
from headwater.model import Article, ArticleView, Brief, Point, StoryBrief, StoryCard
from headwater.outputs.laying_out import lay_out_placed
from headwater.outputs.order import ordered
from headwater.outputs.sheet import StorySheet
from headwater.web.addresses import Places

_ARTICLES = 400
"""Articles of all stories together whose sheets are kept; a hundred of them take some megabytes. Drawn pages are kept longer."""


class Elsewhere(Exception):  # noqa: N818 - not an error: the page has moved
    """What is asked for has another address now."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


@dataclass(frozen=True, kw_only=True)
class Told:
    """One story laid out."""

    brief: StoryBrief
    """In the order in which it is shown."""
    sheet: StorySheet
    places: Places

    @cached_property
    def points(self) -> dict[str, Point]:
        """The records of its points by the names that their sheets have in the page."""
        return {
            sheet.anchor: point for sheet, point in zip(self.sheet.points, self.brief.comparison.points, strict=True)
        }

    @cached_property
    def articles(self) -> dict[str, Article]:
        """Its articles by id."""
        return {article.id: article for article in self.brief.articles}


@dataclass(frozen=True, slots=True)
class Site:
    """What pages are made from."""

    desk: StoredDesk
    _told: Kept[Told] = field(default_factory=lambda: Kept(_ARTICLES, weigh=lambda told: len(told.brief.articles)))

    def told(self, card: StoryCard, *, full: bool = False) -> Told:
        """Return a story laid out as it is at the revision of its card."""
        key = (card.id, card.revision, full)
        return self._told.get(key, lambda: lay_out_story(outward_story(self.desk.story(card.id)), full=full))

    def compared(self, card: StoryCard, *, full: bool = False) -> Told | None:
        """Return a story laid out; None where it has not been compared since its first reports came."""
        try:
            return self.told(card, full=full)
        except NotHere:
            return None

    def article(self, article: str) -> ArticleView:
        """Return an article with what the desk knows about it."""
        return outward_view(self.desk.article(article))


def lay_out_story(brief: StoryBrief, *, full: bool) -> Told:
    """Return a story laid out; without `full` its grid is bounded."""
    placed = ordered(Brief(stories=(brief,), pages=0, rejected=()))
    told = placed.stories[0]
    return Told(brief=told, sheet=lay_out_placed(placed, full=full)[0], places=Places.of(told))
