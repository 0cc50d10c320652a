"""How much of a story, or of the whole desk, has come in by now: what a page compares with what it was drawn from."""

from __future__ import annotations

from dataclasses import dataclass

from headwater.web.asked import Asked
from headwater.web.site import Site


@dataclass(frozen=True, kw_only=True, slots=True)
class News:
    """Numbers that a page on the screen is behind of, when it is behind."""

    articles: int
    revision: int


def news_of(site: Site, asked: Asked) -> News:
    """Return how things stand with the story of a path or a query, else with the desk."""
    story = asked.path.get("story") or asked.one("story")
    if story:
        card = site.desk.card(story)
        return News(articles=card.articles, revision=card.revision)
    counts = site.desk.counts()
    return News(articles=counts.articles, revision=counts.revision)
