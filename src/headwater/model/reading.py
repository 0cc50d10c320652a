"""Tier 2, readings: everything that was read from one page."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.model.article import Article
from headwater.model.mention import Mention
from headwater.model.statement import Statement


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """One article with the statements and the mentions in it."""

    article: Article
    statements: tuple[Statement, ...]
    """In the order of the text."""
    mentions: tuple[Mention, ...]
    """In the order of the text."""
