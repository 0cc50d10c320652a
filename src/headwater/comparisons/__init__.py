"""Story → comparison: points agreed, disputed or single, omissions for each outlet, and a timeline.

What enters: the articles of one story with their statements, origins and actors. What leaves: a `Comparison`, which
holds ids, spans and numbers and writes nothing of its own. Status is counted over independent origins, never over
articles, and evidence inherits the origin of its span.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from headwater.comparisons.alignment import Lines, align
from headwater.comparisons.gathering import gather
from headwater.comparisons.judging import Judge, Judgement, Relation
from headwater.comparisons.omissions import find_omissions
from headwater.comparisons.points import make_points
from headwater.comparisons.surroundings import Surroundings
from headwater.comparisons.timeline import find_moments
from headwater.comparisons.units import Unit, units_of, vector
from headwater.model import Actor, Article, Comparison, Mention, Origin, Span, Statement, Story
from headwater.origins import OriginIndex
from headwater.readers import Recall

__all__ = ["Judge", "Judgement", "Lines", "Relation", "Surroundings", "Unit", "align", "compare", "units_of", "vector"]


def compare(  # noqa: PLR0913 - the readings of a story, each with a good default
    story: Story,
    articles: Sequence[Article],
    *,
    statements: Sequence[Statement] = (),
    origins: Sequence[Origin] = (),
    actors: Sequence[Actor] = (),
    judge: Judge | None = None,
    recall: Recall | None = None,
) -> Comparison:
    """Sort what the articles of a story report into points with a status.

    `origins` must hold every article of the story exactly once as a whole: articles that none holds are one voice
    together. `statements` and `actors` are those of these articles. `judge` is asked about pairs that the shipped
    relation judge is not sure of. `recall` holds what was read of the story before: it changes nothing but the time.
    """
    index = OriginIndex(origins, articles)
    said, named = _by_article(statements), _named(actors)
    units = [
        replace(unit, origin=origin.id) if (origin := index.at(article.id, unit.span)) else unit
        for article in sorted(articles, key=lambda article: article.id)
        for unit in units_of(article, statements=said[article.id], actors=named[article.id])
    ]
    places = {article.id: _places(article, named[article.id]) for article in articles}
    material, groups = gather(
        units, articles, places=places, voices=index.voices, recall=recall or Recall(), judge=judge
    )
    points = make_points(material, groups)
    return Comparison(
        story=story.id,
        points=tuple(points),
        omissions=find_omissions(points, articles, index),
        timeline=find_moments(units, articles),
    )


def _by_article(statements: Sequence[Statement]) -> defaultdict[str, list[Statement]]:
    found: defaultdict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        found[statement.article].append(statement)
    return found


def _named(actors: Sequence[Actor]) -> defaultdict[str, list[Actor]]:
    """Return the actors by the articles that name them, each with its mentions there alone."""
    found: defaultdict[str, list[Actor]] = defaultdict(list)
    for actor in actors:
        there: defaultdict[str, list[Mention]] = defaultdict(list)
        for mention in actor.mentions:
            there[mention.article].append(mention)
        for article, mentions in there.items():
            found[article].append(replace(actor, mentions=tuple(mentions)))
    return found


def _places(article: Article, actors: Sequence[Actor]) -> tuple[Span, ...]:
    """Return the names that may be places: a longer name of unknown kind is one where the words before it locate."""
    mentions = (mention for actor in actors for mention in actor.mentions if mention.article == article.id)
    return tuple(
        sorted(one.span for one in mentions if one.kind == "place" or (one.kind == "other" and " " in one.name))
    )
