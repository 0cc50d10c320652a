"""Tier 4, views: everything that a brief shows, put together from the other records."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.model.article import Article
from headwater.model.comparison import Comparison
from headwater.model.link import Link
from headwater.model.mention import Actor
from headwater.model.origin import Origin
from headwater.model.page import Rejected
from headwater.model.statement import Statement
from headwater.model.story import Story


@dataclass(frozen=True, kw_only=True, slots=True)
class StoryBrief:
    """One story with what was read from its articles."""

    story: Story
    articles: tuple[Article, ...]
    """In the order of `Story.articles`."""
    origins: tuple[Origin, ...]
    """Each article of the story stands in exactly one of them as a whole; most articles first, then by name. Those that
    only passages rest on (a cited agency, words that two articles share) come last and hold no articles."""
    copies: tuple[Link, ...]
    statements: tuple[Statement, ...]
    """In the order of articles, then of the text."""
    actors: tuple[Actor, ...]
    comparison: Comparison


@dataclass(frozen=True, kw_only=True, slots=True)
class Brief:
    """The whole answer for a set of pages."""

    stories: tuple[StoryBrief, ...]
    """Most origins first, then most articles, then earliest, then by id."""
    pages: int
    """Different pages seen, rejected ones included."""
    rejected: tuple[Rejected, ...]
