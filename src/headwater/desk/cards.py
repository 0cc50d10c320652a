"""The view of a story → what a list of stories shows of it."""

from __future__ import annotations

from collections import Counter

from headwater.model import StoryBrief, StoryCard
from headwater.stories.profiles import moment

OUTLETS = 12
"""Names of outlets that a card holds."""


def card_of(told: StoryBrief, revision: int) -> StoryCard:
    """Return the card of a story as it is settled at a revision of the desk."""
    statuses = Counter(point.status for point in told.comparison.points)
    dated = sorted((when, article.published) for article in told.articles if (when := moment(article.published)))
    return StoryCard(
        id=told.story.id,
        title=told.story.title,
        articles=len(told.articles),
        origins=sum(bool(origin.articles) for origin in told.origins),
        outlets=tuple(sorted({article.outlet for article in told.articles if article.outlet})[:OUTLETS]),
        languages=tuple(sorted({article.language for article in told.articles if article.language})),
        disputed=statuses["disputed"],
        updated=statuses["updated"],
        unsure=statuses["unsure"],
        agreed=statuses["agreed"],
        single=statuses["single"],
        first=dated[0][1] if dated else None,
        last=dated[-1][1] if dated else None,
        revision=revision,
        settled=True,
        reports=_reports(told),
    )


def _reports(told: StoryBrief) -> tuple[tuple[str, int, int], ...]:
    """Return the hours in which articles were published, with how many, and how many origins were first seen then."""
    home = {article: origin.id for origin in told.origins for article in origin.articles}
    articles: Counter[str] = Counter()
    origins: Counter[str] = Counter()
    seen: set[str] = set()
    for when, article in sorted((when, one.id) for one in told.articles if (when := moment(one.published))):
        hour = when.isoformat()[:13]
        articles[hour] += 1
        origins[hour] += home.get(article, article) not in seen
        seen.add(home.get(article, article))
    return tuple((hour, count, origins[hour]) for hour, count in sorted(articles.items()))
