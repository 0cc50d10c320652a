"""Tier 4, views: what a desk that is kept shows of itself, beside the records that it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from headwater.model.article import Article
from headwater.model.link import Link
from headwater.model.page import Rejected
from headwater.model.statement import Stance, Statement

Item = TypeVar("Item")
StoryOrder = Literal["newest", "articles", "origins", "disputed"]
"""`newest`: last report first; `articles`, `origins`, `disputed`: most first. Ties by id."""
HitKind = Literal["article", "statement"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Slice(Generic[Item]):
    """One page of a listing."""

    items: tuple[Item, ...]
    after: str | None
    """Cursor of the next page, opaque; None: this is the last."""
    total: int | None = None
    """How many there are in all, where that is cheap to know."""


@dataclass(frozen=True, kw_only=True, slots=True)
class StoryCard:
    """What a list of stories shows of one."""

    id: str
    title: str
    articles: int
    origins: int
    """Origins that hold an article."""
    outlets: tuple[str, ...]
    """Names, in order, the first 12."""
    languages: tuple[str, ...]
    disputed: int
    updated: int
    unsure: int
    agreed: int
    single: int
    """Points by status."""
    first: str | None
    last: str | None
    """Earliest and latest `Article.published`; None where none is dated."""
    revision: int
    """The desk's revision when the story last changed."""
    settled: bool
    """False while its comparison is older than its articles."""
    reports: tuple[tuple[str, int, int], ...] = ()
    """For charts: (ISO hour in UTC `2031-05-03T10`, articles, origins first seen then), in order; undated are left out."""


StoryChange = Literal["began", "grew", "revised", "merged", "split", "ended"]


@dataclass(frozen=True, kw_only=True, slots=True)
class StoryEvent:
    """One change of a story; replayed from the first they give the stories as they are."""

    number: int
    """Counts from 1 over the whole desk."""
    story: str
    change: StoryChange
    articles: tuple[str, ...]
    """What came (`began`, `grew`, `merged`) or went (`split`, `ended`), in order; `revised`: the old version and the new."""
    other: str | None
    """`merged`: the story whose articles came, which ended; `split`: the story that they went to; `ended`: where they went."""
    by: str
    """Method, or `person`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Acknowledged:
    """One input after its transaction was committed: what is said then is never lost."""

    file: str
    """`Article.file` form: file and member."""
    page: str | None
    article: str | None
    """None: rejected."""
    known: bool
    """The same page had been there before; at most a place was added."""
    rejected: Rejected | None = None
    version_of: str | None = None
    """Id of the article of the same address that this one replaces as the current version."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Query:
    """What is searched for; filters that are None or empty do not filter."""

    words: str = ""
    """Full text: words, “quoted phrases”, `-without`, `OR`, `prefix*`; for `meaning` a sentence in plain words."""
    meaning: bool = False
    """By meaning (article vectors) instead of by words."""
    kind: HitKind = "article"
    """`statement`: what speakers are reported to have said."""
    outlet: str | None = None
    language: str | None = None
    since: str | None = None
    """ISO date, inclusive, compared with `Article.published`."""
    until: str | None = None
    speaker: str | None = None
    """A name: any spelling of the actor, compared folded."""
    about: str | None = None
    """With `speaker`: words in what was said."""
    stance: Stance | None = None
    story: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Hit:
    """One thing found."""

    article: Article
    story: str | None
    statement: Statement | None
    """For `kind="statement"`."""
    spans: tuple[tuple[int, int], ...]
    """Where words of the query stand in `article.text` (code points); empty where found by meaning."""
    score: float


@dataclass(frozen=True, kw_only=True, slots=True)
class SpeakerCard:
    """What a list of speakers shows of one."""

    name: str
    statements: int
    articles: int
    stories: int
    last: str | None
    """Latest `Article.published`."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ArticleView:
    """An article with what the desk knows about it."""

    article: Article
    statements: tuple[Statement, ...]
    story: str | None
    copies: tuple[Link, ...]
    """Copy links that it is part of."""
    versions: tuple[str, ...]
    """Ids of all articles of its address, oldest first, its own included."""
    current: bool
    """False where a later version of its address is there."""


@dataclass(frozen=True, kw_only=True, slots=True)
class DeskCounts:
    """How much a desk holds."""

    pages: int
    articles: int
    """Current versions only."""
    outlets: int
    stories: int
    statements: int
    corrections: int
    rejected: int
    revision: int
    unsettled: int
    """Stories whose comparison is older than their articles."""
