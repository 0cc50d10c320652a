"""A desk that is kept: store + engine + settings. Pages come in one by one; stories, copies and points grow with them.

What leaves are the records of `headwater.model`; the CLI, the REST interface and the web pages only translate them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from headwater.desk.visiting import Progress, Settings, _silent
from headwater.engine import Engine, Here
from headwater.model import (
    Acknowledged,
    ArticleView,
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
)
from headwater.store import Store


@dataclass(frozen=True, kw_only=True, slots=True)
class StoredDesk:
    """A store, an engine and settings. Reading methods never wait for writing ones; all raise `NotHere` for unknown ids."""

    store: Store
    engine: Engine = field(default_factory=Here)
    settings: Settings = field(default_factory=Settings)
    progress: Progress = _silent

    # writing ------------------------------------------------------------------------------------------------------

    def add(self, paths: Iterable[str]) -> Iterator[Acknowledged]:
        """Read pages and add them; each is yielded after its transaction was committed."""

    def add_pages(self, pages: Iterable[Page | Place | Rejected]) -> Iterator[Acknowledged]:
        """Add what somebody else brought in, like a watch."""

    def settle(self) -> int:
        """Make the views of all stories that changed; return how many."""

    def correct(self, correction: Correction) -> tuple[str, ...]:
        """Add a person's judgement and make what it changes anew; return the ids of the stories that it touched."""

    def undo(self, correction: str, *, person: str, made: str) -> tuple[str, ...]:
        """Take a correction back; return the ids of the stories that changed."""

    # reading ------------------------------------------------------------------------------------------------------

    def revision(self) -> int:
        """Return a number that grows with every change: for ETags and live update."""

    def counts(self) -> DeskCounts:
        """Return how much the desk holds."""

    def stories(self, order: StoryOrder = "newest", *, after: str | None = None, limit: int = 30) -> Slice[StoryCard]:
        """Return one page of the list of stories."""

    def card(self, story: str) -> StoryCard:
        """Return what a list shows of one story; the id of an ended story gives the one that its articles went to."""

    def story(self, story: str) -> StoryBrief:
        """Return the view of a story; the id of an ended story gives the one that its articles went to."""

    def history(self, story: str | None = None, *, after: int = 0, limit: int = 1000) -> tuple[StoryEvent, ...]:
        """Return what happened to one story, or to all."""

    def article(self, article: str) -> ArticleView:
        """Return an article with what the desk knows about it."""

    def page(self, page: str) -> Page:
        """Return a page as it was saved."""

    def pair(self, a: str, b: str) -> tuple[Link | None, Reading, Reading]:
        """Return what links two articles as copies, if anything, and both readings."""

    def search(self, query: Query, *, after: str | None = None, limit: int = 20) -> Slice[Hit]:
        """Return what words, filters or meaning find."""

    def speakers(self, prefix: str = "", *, after: str | None = None, limit: int = 50) -> Slice[SpeakerCard]:
        """Return speakers by the beginning of their names."""

    def outlets(self, prefix: str = "", *, limit: int = 50) -> tuple[tuple[str, int], ...]:
        """Return outlets with the number of their articles."""

    def rejected(self, *, after: str | None = None, limit: int = 100) -> Slice[Rejected]:
        """Return inputs that could not be read."""

    def corrections(self) -> tuple[Correction, ...]:
        """Return the audit list: every correction in the order in which it was made, those taken back included."""


def open_desk(path: Path, *, write: bool = False, engine: Engine | None = None, settings: Settings = Settings()) -> StoredDesk:
    """Open a desk's file, made when `write` and not there; raise `StoreError` with a clear sentence where that cannot be."""
