"""Story → comparison: points agreed, disputed or single, omissions for each outlet, and a timeline.

What enters: the articles of one story with their statements, origins and actors. What leaves: a `Comparison`, which
holds ids, spans and numbers and writes nothing of its own. Status is counted over independent origins, never over
articles, and evidence inherits the origin of its span.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from headwater.comparisons.alignment import Aligned, align
from headwater.comparisons.omissions import find_moments, find_omissions
from headwater.comparisons.points import make_points
from headwater.comparisons.units import Unit, units_of, vector
from headwater.model import Actor, Article, Comparison, Origin, Span, Statement, Story
from headwater.origins import OriginIndex

__all__ = ["Aligned", "Unit", "align", "compare", "units_of", "vector"]


def compare(
    story: Story,
    articles: Sequence[Article],
    *,
    statements: Sequence[Statement] = (),
    origins: Sequence[Origin] = (),
    actors: Sequence[Actor] = (),
) -> Comparison:
    """Sort what the articles of a story report into points with a status.

    `origins` must hold every article of the story exactly once as a whole: articles that none holds are one voice
    together. `statements` and `actors` are those of these articles.
    """
    index = OriginIndex(origins, articles)
    units = [
        replace(unit, origin=origin.id) if (origin := index.at(article.id, unit.span)) else unit
        for article in articles
        for unit in units_of(article, statements=statements, actors=actors)
    ]
    whole = {article.id: vector(article.text) for article in articles}
    places = {article.id: _places(article, actors) for article in articles}
    points = make_points(units, align(units, whole), places=places, voices=index.voices)
    return Comparison(
        story=story.id,
        points=tuple(points),
        omissions=find_omissions(points, articles, index),
        timeline=find_moments(units),
    )


def _places(article: Article, actors: Sequence[Actor]) -> tuple[Span, ...]:
    """Return the names that may be places: a longer name of unknown kind is one where the words before it locate."""
    mentions = (mention for actor in actors for mention in actor.mentions if mention.article == article.id)
    return tuple(
        sorted(one.span for one in mentions if one.kind == "place" or (one.kind == "other" and " " in one.name))
    )
