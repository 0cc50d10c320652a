"""Tier 2, readings: one news text read from a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from headwater.model.page import Place
from headwater.model.span import Span

BlockRole = Literal["headline", "standfirst", "paragraph", "caption", "list"]
"""What a run of the article's own text is."""

CutRole = Literal[
    "menu",  # navigation, sections, breadcrumbs
    "feed",  # headlines of other stories, most-read lists
    "teaser",  # whole sentences about other stories
    "headline",  # the article's own headline, kept as `title`
    "byline",  # author lines
    "date",  # date lines
    "tags",  # topics and keywords
    "translation",  # the same article in another language
    "legal",  # rights notices and terms
    "credit",  # a line that only names a supplier
    "caption",  # picture captions outside the text
    "social",  # share and follow buttons, comments, newsletter forms, advertising
    "other",
]
"""What a line outside the article's text is."""

CreditKind = Literal["republished", "co-written", "cited", "quoted-from"]
"""Text taken over; text made with; a source of facts; a source of a quotation."""


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Block:
    """A run of the article's text with its role; blocks are in order and do not overlap."""

    span: Span
    """Into `Article.text`."""
    role: BlockRole
    page_span: Span | None = None
    """Into the decoded page, for text dumps and ready articles; None where the page is markup."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Cut:
    """A line of the page that is not part of the article's text, kept so that a reader can see what was cut."""

    role: CutRole
    text: str
    page_span: Span | None = None
    """Into the decoded page, for text dumps; None where the page is markup."""


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Credit:
    """The words in a page that name a supplier."""

    agency: str
    """The agency's usual name."""
    kind: CreditKind
    span: Span | None
    """Into `Article.text`; None where the credit stands in `words` outside the text."""
    words: str
    """The words themselves, as the page has them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Translation:
    """The same article in another language, as the page links to it."""

    language: str
    """ISO 639-1."""
    title: str | None
    url: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Article:
    """One news text: one immutable string plus blocks and metadata. What the page does not say is None or empty."""

    id: str
    """Digest of the page's id and the text."""
    page: str
    """Id of the page."""
    places: tuple[Place, ...]
    """Every place where the page was found, in order of file and member."""
    title: str | None
    outlet: str | None
    url: str | None
    authors: tuple[str, ...]
    published: str | None
    """ISO 8601: a date (`2025-11-20`), a local time without zone (`2025-11-20T20:01`) or an instant with offset."""
    language: str | None
    """ISO 639-1; None where the text is too short to tell."""
    section: str | None
    tags: tuple[str, ...]
    credits: tuple[Credit, ...]
    rights: str | None
    translations: tuple[Translation, ...]
    text: str
    blocks: tuple[Block, ...]
    cuts: tuple[Cut, ...]
    by: str
    """Method that read it, like `articles.dump/1`."""

    @property
    def file(self) -> str:
        """The file that the article is shown under: its first place, member included."""
        return self.places[0].label
