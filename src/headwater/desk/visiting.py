"""What a user holds: an engine and settings. Paths go in, briefs and records come out.

>>> from io import BytesIO
>>> row = b'{"id": "a", "text": "Rain fell on Lowmark, said Ana Ruiz.", "source": "The Lowmark Post"}'
>>> brief = Desk().brief(["-"], stdin=BytesIO(row))
>>> [view.story.title for view in brief.stories]
['Rain fell on Lowmark, said Ana Ruiz.']
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from headwater.actors import find_mentions
from headwater.articles import read_article
from headwater.comparisons.judging import Judge
from headwater.copies import link_copies
from headwater.desk.viewing import StoryOrigins, tell, trace
from headwater.engine import Engine, Failure, Here
from headwater.model import Article, Brief, Link, Page, Place, Reading, Rejected, Story, StoryBrief
from headwater.pages import PageSettings, read_pages
from headwater.statements import read_statements
from headwater.stories import group_stories

METHOD = "desk/1"
Progress = Callable[[str, int], None]
"""Called with the name of a step and how many of its items are done."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """What a user may change."""

    pages: PageSettings = field(default_factory=PageSettings)
    seconds_per_page: float = 30.0
    """A page that takes longer is given up on and named."""
    transliterate: bool = True
    """Whether spellings in different scripts may be one actor."""
    judge: Judge | None = None
    """Asked about pairs of evidence that the shipped judge is not sure of; None: nobody is."""


def read_page(page: Page) -> Reading | Rejected:
    """Read one page, statements included: what an engine maps over. A page without an article is `Rejected`."""
    read = read_page_only(page)
    if isinstance(read, Rejected):
        return read
    return replace(read, statements=tuple(read_statements([read.article])), mentions=find_mentions(read.article))


def read_page_only(page: Page) -> Reading | Rejected:
    """Read one page without its statements and mentions."""
    article = read_article(page)
    return article if isinstance(article, Rejected) else Reading(article=article, statements=(), mentions=())


def silent(step: str, done: int) -> None:
    """Report progress to nobody."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Desk:
    """An engine and settings; every method reads its pages anew and keeps nothing."""

    engine: Engine = field(default_factory=Here)
    settings: Settings = field(default_factory=Settings)
    progress: Progress = silent

    def read(
        self, paths: Iterable[str], *, stdin: BinaryIO | None = None, statements: bool = True
    ) -> Iterator[Reading | Place | Rejected]:
        """Yield what each page holds as it is read, in the order of the pages; memory does not grow with their number.

        Without `statements` they are not looked for, which is quicker.
        """
        passed: list[Place | Rejected] = []

        def given() -> Iterator[Page]:
            for item in read_pages(paths, settings=self.settings.pages, stdin=stdin):
                if isinstance(item, Page):
                    yield item
                else:
                    passed.append(item)

        function = read_page if statements else read_page_only
        outcomes = self.engine.each(function, given(), seconds=self.settings.seconds_per_page)
        for done, outcome in enumerate(outcomes, start=1):
            yield given_up(outcome) if isinstance(outcome, Failure) else outcome
            self.progress("pages", done)
            yield from passed
            passed.clear()
        yield from passed

    def collect(self, paths: Iterable[str], *, stdin: BinaryIO | None = None, statements: bool = True) -> Collection:
        """Read every page and put repeats where they belong; the order of the paths leaves no trace."""
        readings: dict[str, Reading] = {}
        places: defaultdict[str, set[Place]] = defaultdict(set)
        rejected: list[Rejected] = []
        for item in self.read(paths, stdin=stdin, statements=statements):
            if isinstance(item, Place):
                places[item.page].add(item)
            elif isinstance(item, Rejected):
                rejected.append(item)
            else:
                readings[item.article.page] = item
                places[item.article.page].update(item.article.places)
        placed = [
            replace(reading, article=replace(reading.article, places=tuple(sorted(places[page], key=_in_order))))
            for page, reading in sorted(readings.items())
        ]
        pages = set(readings) | {item.page for item in rejected if item.page}
        rejected += [
            replace(item, file=place.file, member=place.member)
            for item in tuple(rejected)
            for place in sorted(places.get(item.page or "", ()), key=_in_order)
        ]
        unread = sum(item.page is None for item in rejected)
        return Collection(
            readings=tuple(placed),
            rejected=tuple(sorted(rejected, key=lambda item: (item.file, item.member, item.reason, item.detail))),
            pages=len(pages) + unread,
        )

    def stories(self, collection: Collection) -> list[Story]:
        """Group the articles of a collection into stories."""
        self.progress("stories", 0)
        return group_stories(collection.articles)

    def copies(self, collection: Collection) -> list[Link]:
        """Link the articles of a collection that take text from each other."""
        self.progress("copies", 0)
        return link_copies(collection.articles)

    def origins(self, collection: Collection, links: Iterable[Link], stories: Iterable[Story]) -> list[StoryOrigins]:
        """Trace the articles of each story to their origins, in the order of the stories; quicker than a brief."""
        by_id = {article.id: article for article in collection.articles}
        by_article: defaultdict[str, list[Link]] = defaultdict(list)
        for link in links:
            by_article[link.a].append(link)
        traced = []
        for number, story in enumerate(stories, start=1):
            articles = tuple(by_id[article] for article in story.articles)
            inside = set(story.articles)
            among = (link for article in story.articles for link in by_article[article] if link.b in inside)
            traced.append(trace(story, articles, list(among)))
            self.progress("origins", number)
        return traced

    def brief(self, paths: Iterable[str], *, stdin: BinaryIO | None = None) -> Brief:
        """Do the main job: read the pages, group, trace and compare them."""
        collection = self.collect(paths, stdin=stdin)
        links = self.copies(collection)
        views = []
        readings = {reading.article.id: reading for reading in collection.readings}
        for number, traced in enumerate(self.origins(collection, links, self.stories(collection)), start=1):
            views.append(
                tell(
                    traced,
                    [readings[article.id] for article in traced.articles],
                    transliterate=self.settings.transliterate,
                    judge=self.settings.judge,
                )
            )
            self.progress("comparisons", number)
        views.sort(key=_most_telling)
        return Brief(stories=tuple(views), pages=collection.pages, rejected=collection.rejected)


@dataclass(frozen=True, kw_only=True, slots=True)
class Collection:
    """Everything that was read from a set of pages, in an order that does not depend on theirs."""

    readings: tuple[Reading, ...]
    rejected: tuple[Rejected, ...]
    pages: int
    """Different pages seen, rejected ones included."""

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles alone."""
        return tuple(reading.article for reading in self.readings)


def given_up(failure: Failure[Page]) -> Rejected:
    """Return the record that says why a page was given up on."""
    page = failure.item
    return Rejected(
        file=page.place.file,
        member=page.place.member,
        page=page.id,
        reason=failure.reason,
        detail=failure.detail,
        by=METHOD,
    )


def _in_order(place: Place) -> tuple[str, str, str, str]:
    return place.file, place.member, place.url or "", place.saved or ""


def _most_telling(view: StoryBrief) -> tuple[int, int, str, str]:
    earliest = min((article.published for article in view.articles if article.published), default="9999")
    return -sum(bool(origin.articles) for origin in view.origins), -len(view.articles), earliest, view.story.id
