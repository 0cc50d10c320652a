"""The JSON shapes of a brief, one typed dictionary each; `docs/brief.schema.json` describes every key.

>>> sorted(CutRow.__annotations__)
['role', 'text']
"""

from __future__ import annotations

from typing import TypedDict


class PlaceRow(TypedDict):
    """A file (and record in it) where a page was found."""

    file: str
    member: str
    url: str | None
    saved: str | None


class CreditRow(TypedDict):
    """Words that name a supplier; `start` and `end` are null where they stand outside the text."""

    agency: str
    kind: str
    start: int | None
    end: int | None
    words: str


class TranslationRow(TypedDict):
    """The same article in another language."""

    language: str
    title: str | None
    url: str | None


class RunRow(TypedDict):
    """A run of the article's text with its role."""

    role: str
    start: int
    end: int


class CutRow(TypedDict):
    """A line of the page outside the article's text."""

    role: str
    text: str


class ArticleRow(TypedDict):
    """One article."""

    id: str
    page: str
    file: str
    places: list[PlaceRow]
    title: str | None
    outlet: str | None
    url: str | None
    authors: list[str]
    published: str | None
    language: str | None
    section: str | None
    tags: list[str]
    text: str
    blocks: list[RunRow]
    cuts: list[CutRow]
    credits: list[CreditRow]
    rights: str | None
    translations: list[TranslationRow]
    by: str


class SpansRow(TypedDict):
    """Where source, cue and content stand, each a list of [start, end]."""

    source: list[list[int]]
    cue: list[list[int]]
    content: list[list[int]]
    anonymity: list[list[int]]


class StatementRow(TypedDict):
    """One statement; source, cue, content and anonymity are the words of the article."""

    id: str
    article: str
    file: str
    part: str
    speaker: str | None
    source: str
    cue: str
    content: str
    form: str
    stance: str
    hedge: str | None
    anonymous: bool
    anonymity: str
    within: str | None
    spans: SpansRow
    score: float
    by: str


class PassageRow(TypedDict):
    """The same text on both sides of a copy, each [start, end]."""

    copy: list[int]
    original: list[int]


class CopyRow(TypedDict):
    """One article that takes text from another."""

    copy: str
    copy_file: str | None
    original: str
    original_file: str | None
    verdict: str
    directed: bool
    share: float
    passages: list[PassageRow]
    shared: str
    reason: str
    score: float
    by: str


class BorrowedRow(TypedDict):
    """Passages of an article that rest on an origin other than its own; `spans` is a list of [start, end]."""

    article: str
    file: str | None
    spans: list[list[int]]
    share: float
    reason: str


class OriginRow(TypedDict):
    """A family of copies and what stands at its head; no articles where only passages rest on it."""

    id: str
    story: str
    name: str
    agency: str | None
    head: str | None
    articles: list[str]
    borrowed: list[BorrowedRow]
    reason: str


class EvidenceRow(TypedDict):
    """The characters of an article that an answer rests on, and who stands behind them.

    `sentence` is [start, end] of the sentence around them; `before` and `after` are its words on either side.
    """

    id: str
    article: str
    file: str
    outlet: str | None
    url: str | None
    published: str | None
    origin: str
    quote: str
    start: int
    end: int
    sentence: list[int]
    before: str
    after: str
    statement: str | None
    speaker: str | None
    speaker_kind: str
    via: list[str]
    stance: str | None
    hedge: str | None


class AnswerRow(TypedDict):
    """One answer to a point."""

    value: str
    voices: int
    reported: str | None
    evidence: list[EvidenceRow]


class JudgementRow(TypedDict):
    """How two pieces of evidence relate, by their ids, and who judged it."""

    kind: str
    a: str
    b: str
    verdict: str
    score: float
    by: str
    reason: str


class PointRow(TypedDict):
    """One question of fact within a story."""

    id: str
    story: str
    status: str
    reason: str
    certainty: float
    weight: float
    voices: int
    doubts: list[str]
    answers: list[AnswerRow]
    links: list[JudgementRow]
    omitted_by: list[str]


class OmissionRow(TypedDict):
    """The points that an outlet leaves out."""

    outlet: str
    points: list[str]


class MentionRow(TypedDict):
    """Where a name stands."""

    article: str
    start: int
    end: int


class NameRow(TypedDict):
    """One actor with every spelling found."""

    id: str
    name: str
    kind: str
    variants: list[str]
    mentions: list[MentionRow]


class MomentRow(TypedDict):
    """A time that an article names, null where its words are not resolved; `published` is the time of the report."""

    when: str | None
    of: str
    text: str
    article: str
    start: int
    end: int
    words: str
    published: str | None


class StoryRow(TypedDict):
    """One story with everything that was read from its articles."""

    id: str
    title: str
    origins: list[OriginRow]
    articles: list[ArticleRow]
    copies: list[CopyRow]
    statements: list[StatementRow]
    points: list[PointRow]
    omissions: list[OmissionRow]
    names: list[NameRow]
    timeline: list[MomentRow]


class RejectedRow(TypedDict):
    """An input that could not be read."""

    file: str
    member: str
    page: str | None
    reason: str
    detail: str
    by: str


class CountsRow(TypedDict):
    """How much was read."""

    pages: int
    articles: int
    stories: int
    origins: int
    rejected: int
    reasons: dict[str, int]


class BriefRow(TypedDict):
    """The whole brief."""

    format: str
    counts: CountsRow
    stories: list[StoryRow]
    rejected: list[RejectedRow]
