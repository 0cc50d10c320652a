"""Tier 4, views: the origins that copy links and credits lead to, and the voices counted over them."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.model.span import Spans


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Borrowed:
    """Passages of an article that rest on an origin other than the one that the article as a whole belongs to."""

    article: str
    spans: Spans
    """Into `Article.text`, in order."""
    share: float
    """How much of the article's text they are, 0 to 1."""
    reason: str
    """What shows it: the shared passage, or the words that credit a supplier."""


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Origin:
    """The article or agency at the head of a family of copies: one origin is one voice."""

    id: str
    """Digest of the family."""
    name: str
    """The agency's or outlet's name; the head article's title where neither is known."""
    agency: str | None
    """The agency behind the family, where credits name one."""
    head: str | None
    """Id of the article that the others were taken from; None where it is not in the collection or undecided."""
    articles: tuple[str, ...]
    """Ids of the articles that belong to it as a whole, in order; empty where only passages of articles do."""
    borrowed: tuple[Borrowed, ...] = ()
    """Passages of other articles that rest on it, by article: evidence inherits the origin of its span."""
    reason: str
    """What shows it: the credit, the copied share, or why it stays undecided."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Voices:
    """How many independent origins stand under some evidence."""

    count: int
    origins: tuple[str, ...]
    """Ids of the origins under the evidence, in order; more than `count` where some are not shown to be independent."""
    doubts: tuple[str, ...]
    """Why some of them count once only, in a few words each; empty where all are independent."""
