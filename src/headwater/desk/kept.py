"""A desk that is kept: store + engine + settings. Pages come in one by one; stories, copies and points grow with them.

What leaves are the records of `headwater.model`; the CLI, the REST interface and the web pages only translate them.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self

from headwater.desk.arrivals import Arrival, Arrivals, read_arrival
from headwater.desk.correcting import apply
from headwater.desk.decided import Decided, decided
from headwater.desk.finding import Meanings, find
from headwater.desk.settling import Settling
from headwater.desk.visiting import Progress, Settings, given_up, silent
from headwater.engine import Engine, Failure, Here
from headwater.errors import NotHere
from headwater.model import (
    Acknowledged,
    ArticleView,
    Comparison,
    Correction,
    DeskCounts,
    Hit,
    Link,
    Page,
    Place,
    Query,
    Reading,
    Rejected,
    Slice,
    SpeakerCard,
    StoryBrief,
    StoryCard,
    StoryEvent,
    StoryOrder,
    correction,
    standing,
)
from headwater.pages import read_pages
from headwater.store import Store, open_store

SETTLE_AFTER = 64
"""Articles after which the stories that changed are viewed anew, while more are coming."""


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredDesk:
    """A store, an engine and settings. Reading methods never wait for writing ones; all raise `NotHere` for unknown ids."""

    store: Store
    engine: Engine = field(default_factory=Here)
    settings: Settings = field(default_factory=Settings)
    progress: Progress = silent
    meanings: Meanings = field(default_factory=Meanings)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self.store.close()

    # writing ------------------------------------------------------------------------------------------------------

    def add(self, paths: Iterable[str]) -> Iterator[Acknowledged]:
        """Read pages and add them; each is yielded after its transaction was committed."""
        yield from self.add_pages(read_pages(paths, settings=self.settings.pages))

    def add_pages(self, pages: Iterable[Page | Place | Rejected], *, settle: bool = True) -> Iterator[Acknowledged]:
        """Add what somebody else brought in, like a watch; views are made anew every `SETTLE_AFTER` articles and at the end.

        Without `settle` they are left for later.
        """
        arrivals = Arrivals(store=self.store, decided=self._decided())
        begun = 0
        passed: deque[tuple[int, Place | Rejected]] = deque()

        def unknown() -> Iterator[Page]:
            nonlocal begun
            for item in pages:
                if isinstance(item, Page) and not self.store.article_of([item.id]):
                    begun += 1
                    yield item
                else:
                    # An engine reads ahead: what follows a page waits until that page is kept.
                    passed.append((begun, item.place if isinstance(item, Page) else item))

        fresh = 0
        outcomes = self.engine.each(read_arrival, unknown(), seconds=self.settings.seconds_per_page)
        for done, outcome in enumerate(outcomes, start=1):
            acknowledged = self._keep(arrivals, outcome)
            yield acknowledged
            self.progress("pages", done)
            while passed and passed[0][0] <= done:
                yield self._pass(passed.popleft()[1])
            fresh += acknowledged.article is not None and not acknowledged.known
            if settle and fresh >= SETTLE_AFTER:
                self.settle()
                fresh = 0
        while passed:
            yield self._pass(passed.popleft()[1])
        if settle:
            self.settle()

    def add_arrivals(self, arrivals: Iterable[Arrival]) -> Iterator[Acknowledged]:
        """Add pages that were read already, by `read_arrival`; their stories wait to be settled."""
        keeping = Arrivals(store=self.store, decided=self._decided())
        for arrival in arrivals:
            yield self._keep(keeping, arrival)

    def read_anew(self) -> Iterator[Acknowledged]:
        """Read every page again, as after an upgrade; what reads differently replaces what was kept, people's judgements hold.

        A page that cannot be read any more keeps its former reading and is told among the rejected.
        """
        arrivals = Arrivals(store=self.store, decided=self._decided())
        reading: deque[Reading] = deque()

        def again() -> Iterator[Page]:
            for article in tuple(self.store.articles()):
                was = self._reading(article)
                reading.append(was)
                yield self.page(was.article.page)

        outcomes = self.engine.each(read_arrival, again(), seconds=self.settings.seconds_per_page)
        for done, outcome in enumerate(outcomes, start=1):
            was = reading.popleft()
            if isinstance(outcome, Failure | Rejected):
                yield self._pass(given_up(outcome) if isinstance(outcome, Failure) else outcome)
            else:
                now = outcome.reading
                same = now == replace(was, article=replace(was.article, places=now.article.places))
                if not same:
                    with self.store.writing():
                        arrivals.read_anew(outcome, was)
                yield Acknowledged(file=now.article.file, page=now.article.page, article=now.article.id, known=same)
            self.progress("pages", done)
        self.settle()

    def settle(self, stories: Iterable[str] | None = None) -> int:
        """Make the views of all stories that changed, or of these only; return how many."""
        settling = Settling(store=self.store, engine=self.engine, settings=self.settings, decided=self._decided())
        done = 0
        for done, _ in enumerate(settling.settle(stories), start=1):
            self.progress("stories", done)
        return done

    def correct(self, correction: Correction) -> tuple[str, ...]:
        """Add a person's judgement and make what it changes anew; return the ids of the stories that it touched.

        Raises `NotHere` for pages that the desk does not hold, `UsageError` for a correction that makes no sense.
        """
        touched = apply(self.store, correction)
        self.settle(touched)
        return touched

    def undo(self, given: str, *, person: str, made: str) -> tuple[str, ...]:
        """Take a correction back, by its id; return the ids of the stories that changed."""
        return self.correct(correction("undo", subject=given, person=person, made=made))

    def _keep(self, arrivals: Arrivals, outcome: Arrival | Rejected | Failure[Page]) -> Acknowledged:
        """Commit one outcome and say so: what is returned is kept for good."""
        if isinstance(outcome, Failure):
            outcome = given_up(outcome)
        if isinstance(outcome, Rejected):
            return self._pass(outcome)
        page, article = outcome.page, outcome.reading.article
        if self.store.article_of([page.id]):  # it came twice before it was read once
            return self._pass(page.place)
        with self.store.writing():
            before = arrivals.arrive(outcome)
        return Acknowledged(file=article.file, page=page.id, article=article.id, known=False, version_of=before)

    def _pass(self, place: Place | Rejected) -> Acknowledged:
        """Keep what needs no reading: a page that is known, one more place of it, an input that cannot be read."""
        if isinstance(place, Rejected):
            with self.store.writing():
                fresh = self.store.add_rejected(place)
            return Acknowledged(file=place.label, page=place.page, article=None, known=not fresh, rejected=place)
        with self.store.writing():
            self.store.add_place(place)
        return Acknowledged(
            file=place.label, page=place.page, article=self.store.article_of([place.page]).get(place.page), known=True
        )  # fmt: skip

    def _decided(self) -> Decided:
        return decided(self.store.corrections())

    # reading ------------------------------------------------------------------------------------------------------

    def revision(self) -> int:
        """Return a number that grows with every change: for ETags and live update."""
        return self.store.revision()

    def counts(self) -> DeskCounts:
        """Return how much the desk holds."""
        return self.store.counts()

    def stories(self, order: StoryOrder = "newest", *, after: str | None = None, limit: int = 30) -> Slice[StoryCard]:
        """Return one page of the list of stories."""
        return self.store.cards(order, after, limit)

    def card(self, story: str) -> StoryCard:
        """Return what a list shows of one story; the id of an ended story gives the one that its articles went to."""
        card = self.store.card(self._there(story))
        if card is None:
            raise NotHere(f"no story {story} on this desk")
        return card

    def story(self, story: str) -> StoryBrief:
        """Return the view of a story; the id of an ended story gives the one that its articles went to."""
        there = self._there(story)
        told = self.store.view(there)
        if told is None and self.store.members([there]):
            raise NotHere(f"story {story} is not compared yet; `headwater desk settle` does it, or who is adding will")
        if told is None:
            raise NotHere(f"no story {story} on this desk")
        return told

    def compare(self, story: str) -> Comparison:
        """Return the comparison of a story, as last settled."""
        return self.story(story).comparison

    def history(self, story: str | None = None, *, after: int = 0, limit: int = 1000) -> tuple[StoryEvent, ...]:
        """Return what happened to one story, or to all."""
        return self.store.events(story, after, limit)

    def article(self, article: str) -> ArticleView:
        """Return an article with what the desk knows about it."""
        reading = self._reading(article)
        versions = self.store.versions(article)
        return ArticleView(
            article=reading.article,
            statements=reading.statements,
            story=self.store.story_of([article]).get(article),
            copies=self.store.links_of(article),
            versions=versions,
            current=versions[-1] == article,
        )

    def page(self, page: str) -> Page:
        """Return a page as it was saved."""
        found = self.store.page(page)
        if found is None:
            raise NotHere(f"no page {page} on this desk")
        return found

    def pair(self, a: str, b: str) -> tuple[Link | None, Reading, Reading]:
        """Return what links two articles as copies, if anything, and both readings."""
        link = next((link for link in self.store.links_of(a) if b in (link.a, link.b)), None)
        return link, self._reading(a), self._reading(b)

    def search(self, query: Query, *, after: str | None = None, limit: int = 20) -> Slice[Hit]:
        """Return what words, filters or meaning find; raise `UsageError` for a query that cannot be read."""
        return find(self.store, self.meanings, query, after, limit)

    def speakers(self, prefix: str = "", *, after: str | None = None, limit: int = 50) -> Slice[SpeakerCard]:
        """Return speakers by the beginning of their names."""
        return self.store.speakers(prefix, after, limit)

    def outlets(self, prefix: str = "", *, limit: int = 50) -> tuple[tuple[str, int], ...]:
        """Return outlets with the number of their articles."""
        return self.store.outlets(prefix, limit)

    def rejected(self, *, after: str | None = None, limit: int = 100) -> Slice[Rejected]:
        """Return inputs that could not be read."""
        return self.store.rejected(after, limit)

    def corrections(self) -> tuple[Correction, ...]:
        """Return the audit list: every correction in the order in which it was made, those taken back included."""
        return self.store.corrections()

    def standing(self) -> tuple[Correction, ...]:
        """Return the corrections that hold."""
        return standing(self.store.corrections())

    def _there(self, story: str) -> str:
        return story if self.store.members([story]) else self.store.became(story) or story

    def _reading(self, article: str) -> Reading:
        found = self.store.readings([article])
        if article not in found:
            raise NotHere(f"no article {article} on this desk")
        return found[article]


def open_desk(
    path: Path, *, write: bool = False, engine: Engine | None = None, settings: Settings | None = None
) -> StoredDesk:
    """Open a desk's file, made when `write` and not there; raise `StoreError` with a clear sentence where that cannot be."""
    return StoredDesk(store=open_store(path, write=write), engine=engine or Here(), settings=settings or Settings())
