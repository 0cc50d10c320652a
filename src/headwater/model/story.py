"""Tier 4, views: the articles about one event. Rebuilt at will; never the truth."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Story:
    """The articles about one event or one development of it."""

    id: str
    """Digest of the article ids."""
    title: str
    """The title of its most central article."""
    articles: tuple[str, ...]
    """Ids, earliest report first, undated last, then by id."""
