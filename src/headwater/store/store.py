"""What a kept desk asks of its store: records in and out, postings by key, views, corrections; no judgement is made here.

Every record is written inside `writing()`; what was written is there for good when that block has been left, and not
at all if it was left by an exception or a power cut. Readers see the last committed state and never wait.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from headwater.model import (
    Correction,
    DeskCounts,
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

Hashes = NDArray[np.uint64]
Vector = NDArray[np.float32]


@dataclass(frozen=True, kw_only=True, slots=True)
class Posting:
    """An article under one of its terms."""

    article: str
    weight: float
    """Of the term in the article's vector of length 1."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """What a search found, by ids: the desk makes `Hit`s of it."""

    article: str
    statement: str | None
    score: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Trouble:
    """One thing that a check found wrong."""

    what: str
    """One sentence that names the thing and the fix."""


class Store(Protocol):
    """Where a desk is kept. One writer, many readers; ids are the records' own. Raises `StoreError` for what it cannot do."""

    # transactions -------------------------------------------------------------------------------------------------

    def writing(self) -> AbstractContextManager[None]:
        """Begin a transaction; commit it durably at the end, undo it at an exception. Not nested.

        Raises `StoreError` with a clear sentence where another writer is at work, the disk is full or the file is read-only.
        """

    def revision(self) -> int:
        """Return how many transactions have changed anything: readers compare it, ETags carry it."""

    def close(self) -> None:
        """Let go of the file."""

    # tier 1: evidence ---------------------------------------------------------------------------------------------

    def add_page(self, page: Page) -> bool:
        """Keep a page (bytes packed) with its place; False: it was there (the place is added all the same)."""

    def add_place(self, place: Place) -> bool:
        """Keep one more place of a page; False: it was there, or its page is not."""

    def page(self, page: str) -> Page | None:
        """Return a page with its first place."""

    def places(self, page: str) -> tuple[Place, ...]:
        """Return the places of a page, in order of file and member."""

    def add_rejected(self, rejected: Rejected) -> bool:
        """Keep a rejected input; False: the same was there."""

    def rejected(self, after: str | None = None, limit: int = 100) -> Slice[Rejected]:
        """Return rejected inputs in the order in which they came."""

    # tier 2: readings ---------------------------------------------------------------------------------------------

    def add_reading(self, reading: Reading, *, address: str | None, vector: Vector | None) -> None:
        """Keep what was read from a page, in place of what was read from it before; full text becomes searchable.

        `address` is the article's address made canonical, by which versions are told; `vector` (384,) has length 1.
        """

    def readings(self, articles: Sequence[str]) -> dict[str, Reading]:
        """Return readings by article id; ids that are not there are left out."""

    def article_of(self, pages: Sequence[str]) -> dict[str, str]:
        """Return the ids of the articles read from some pages."""

    def current_of(self, pages: Sequence[str]) -> dict[str, str]:
        """Return the ids of the current versions of the articles read from some pages."""

    def articles(self) -> Iterator[str]:
        """Yield the ids of all articles in the order in which they came."""

    def current_at(self, address: str) -> str | None:
        """Return the id of the current version at an address."""

    def replace_version(self, old: str, new: str) -> None:
        """Say that `new` is the current version of the address of `old`."""

    def versions(self, article: str) -> tuple[str, ...]:
        """Return the ids of all versions of an article, oldest first, itself included."""

    def vectors(self, after: int = 0) -> tuple[int, tuple[str, ...], NDArray[np.float32]]:
        """Return a cursor, and the ids and vectors (n, 384) of the articles that came after an earlier cursor."""

    # indexes over readings: rebuilt at will ------------------------------------------------------------------------

    def add_profile(self, article: str, profile: bytes) -> None:
        """Keep what the story judge looks at, packed."""

    def profiles(self, articles: Sequence[str]) -> dict[str, bytes]:
        """Return packed profiles by article id."""

    def post_terms(self, article: str, day: int, terms: Mapping[str, float]) -> None:
        """List an article under its heaviest terms; `day` counts from year 1, 0 for undated."""

    def posted(self, terms: Sequence[str], day: int, most: int) -> dict[str, list[Posting]]:
        """Return for each term up to `most` articles before or on `day` and as many after it, the nearest in time first;
        ties by the latest added; articles of day 0 count as of the same day. Cost must not grow with the desk.
        """  # noqa: D205 - one sentence

    def count_words(self, words: Iterable[str]) -> None:
        """Count one more article for each different word."""

    def word_counts(self, words: Sequence[str]) -> dict[str, int]:
        """Return in how many articles each word was counted; words never counted are left out."""

    def post_shingles(self, article: str, hashes: Hashes) -> None:
        """List an article under its kept shingles."""

    def sharing(self, hashes: Hashes, most: int) -> list[tuple[str, Hashes]]:
        """Return the articles that keep any of these shingles, with which, in the order in which they came.

        A shingle that more than `most` articles keep gives its first and its latest `most` articles only.
        """

    def shingle_spread(self, hashes: Hashes) -> NDArray[np.int64]:
        """Return how many articles keep each shingle (may stop counting at 4096)."""

    def add_partners(self, article: str, others: Iterable[str]) -> None:
        """Keep which articles are worth comparing with one for copies; both ways."""

    def partners(self, articles: Sequence[str]) -> tuple[tuple[str, str], ...]:
        """Return the pairs that any of these articles is in, each once, smaller id first, in order."""

    # tier 3: judgements -------------------------------------------------------------------------------------------

    def add_correction(self, correction: Correction) -> bool:
        """Keep a person's judgement and its links; False: the same was there. Never deleted."""

    def corrections(self) -> tuple[Correction, ...]:
        """Return all corrections in the order in which they were added, those taken back included."""

    def put_links(self, story: str, links: Iterable[Link]) -> None:
        """Keep the copy links found while this story was settled, in place of those found for it before."""

    def links_of(self, article: str) -> tuple[Link, ...]:
        """Return the copy links that an article is part of, in order, each pair once (the story of `a` decides)."""

    # tier 4: views ------------------------------------------------------------------------------------------------

    def put_story(self, story: str, articles: Sequence[str], events: Sequence[StoryEvent] = ()) -> None:
        """Say which articles a story has now (none: it ended), and record what happened; the story is unsettled from here on.

        `StoryEvent.number` of the events is ignored and given by the store.
        """

    def members(self, stories: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Return the articles of stories that are there, each in the order of `put_story`."""

    def story_of(self, articles: Sequence[str]) -> dict[str, str]:
        """Return the story of each article that is in one."""

    def unsettled(self, limit: int = 1000) -> tuple[str, ...]:
        """Return stories whose view is older than their articles, the longest waiting first."""

    def unsettle(self, stories: Iterable[str]) -> None:
        """Say that the views of stories must be made anew."""

    def put_view(self, told: StoryBrief, card: StoryCard) -> None:
        """Keep the view of a story: it is settled. Articles and statements of the brief are kept by id only.

        Also keeps who each statement's speaker is by the story's actors, for search by speaker.
        """

    def put_known(self, story: str, data: bytes) -> None:
        """Keep what spares the next view of a story some reading, in place of what was kept before; nothing to keep none."""

    def known(self, story: str) -> bytes:
        """Return what was kept so; nothing where there is none."""

    def view(self, story: str) -> StoryBrief | None:
        """Return the view of a story as last settled."""

    def card(self, story: str) -> StoryCard | None:
        """Return what a list shows of a story; a story never settled has counts of 0 and the title of its first article."""

    def cards(self, order: StoryOrder, after: str | None = None, limit: int = 30) -> Slice[StoryCard]:
        """Return one page of the list of stories that have articles; cost must not grow with the desk."""

    def became(self, story: str) -> str | None:
        """Return the story that an ended story's articles went to, followed to one that is there; None: not known."""

    def events(self, story: str | None = None, after: int = 0, limit: int = 1000) -> tuple[StoryEvent, ...]:
        """Return what happened to one story, or to all of them, in order."""

    # search -------------------------------------------------------------------------------------------------------

    def search(self, query: Query, after: str | None = None, limit: int = 20) -> Slice[Found]:
        """Return what full text and filters find (`meaning` is the desk's), best first, then newest, then by id.

        Raises `UsageError` for a query that cannot be read, naming what is wrong with it.
        """

    def fulfilling(self, query: Query, articles: Sequence[str]) -> tuple[str, ...]:
        """Return those of some articles that fulfil the filters of a query, in the order given."""

    def speakers(self, prefix: str = "", after: str | None = None, limit: int = 50) -> Slice[SpeakerCard]:
        """Return speakers whose name, or a word of it, begins like this (folded), most statements first."""

    def outlets(self, prefix: str = "", limit: int = 50) -> tuple[tuple[str, int], ...]:
        """Return outlets with the number of their articles, most first."""

    def counts(self) -> DeskCounts:
        """Return how much the desk holds; cheap."""

    # memory of what watches ---------------------------------------------------------------------------------------

    def recall(self, address: str) -> bytes | None:
        """Return what was remembered of a watched address."""

    def remember(self, address: str, record: bytes) -> None:
        """Remember something of a watched address."""

    # housekeeping -------------------------------------------------------------------------------------------------

    def check(self) -> tuple[Trouble, ...]:
        """Look for anything wrong: the file's integrity, references, views, postings; empty: all is well."""

    def backup(self, path: Path) -> None:
        """Write a consistent copy while others read and write; the copy appears whole or not at all."""

    def compact(self) -> tuple[int, int]:
        """Give back unused space; return the size before and after, in bytes."""
