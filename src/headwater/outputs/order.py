"""Brief → the same brief with everything in its place, so that no output depends on the order of the input.

>>> from headwater.model import Brief
>>> ordered(Brief(stories=(), pages=0, rejected=()))
Brief(stories=(), pages=0, rejected=())
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime

from headwater.model import (
    Actor,
    Answer,
    Article,
    Brief,
    Comparison,
    Evidence,
    Link,
    Moment,
    Origin,
    Point,
    Span,
    Statement,
)
from headwater.model.brief import StoryBrief
from headwater.outputs.closing import origin_count
from headwater.stories.profiles import moment as instant_of

Order = Mapping[str, int]
"""Article id → its place in the story."""

_STATUSES: tuple[str, ...] = ("disputed", "updated", "unsure", "agreed", "single")
_UNDATED = "\N{REPLACEMENT CHARACTER}"  # sorts after every date


def ordered(brief: Brief) -> Brief:
    """Return the brief with stories, records and evidence sorted.

    Stories: most origins, most articles, earliest, id. Points: disputed, updated, unsure, agreed, single; then the heaviest, most
    voices, most evidence, nearest to the top of an article (news puts first what matters most). Answers: most voices,
    those of an updated point by the time of their first report.
    """
    stories = sorted((_story(told) for told in brief.stories), key=_story_key)
    return replace(brief, stories=tuple(stories), rejected=tuple(sorted(brief.rejected, key=repr)))


def _story_key(told: StoryBrief) -> tuple[int, int, str, str]:
    earliest = min((article.published or _UNDATED for article in told.articles), default=_UNDATED)
    return -origin_count(told), -len(told.articles), earliest, told.story.id


def _story(told: StoryBrief) -> StoryBrief:
    order = {article: place for place, article in enumerate(told.story.articles)}
    return replace(
        told,
        articles=tuple(sorted((_article(article) for article in told.articles), key=lambda a: (order[a.id], a.id))),
        origins=tuple(sorted((_origin(origin, order) for origin in told.origins), key=_origin_key)),
        copies=tuple(sorted((_copy(link) for link in told.copies), key=lambda link: _copy_key(link, order))),
        statements=tuple(sorted(told.statements, key=lambda statement: _statement_key(statement, order))),
        actors=tuple(sorted((_actor(actor, order) for actor in told.actors), key=_actor_key)),
        comparison=_comparison(told.comparison, order),
    )


def _article(article: Article) -> Article:
    return replace(
        article,
        places=tuple(sorted(article.places, key=lambda p: (p.file, p.member, p.url or "", p.saved or ""))),
        credits=tuple(sorted(article.credits, key=lambda c: (c.span is None, c.span and c.span.start, repr(c)))),
    )


def _origin(origin: Origin, order: Order) -> Origin:
    last = len(order)
    return replace(
        origin,
        articles=tuple(sorted(origin.articles, key=lambda article: (order[article], article))),
        borrowed=tuple(sorted(origin.borrowed, key=lambda each: (order.get(each.article, last), each))),
    )


def _origin_key(origin: Origin) -> tuple[int, str, str]:
    return -len(origin.articles), origin.name, origin.id


def _copy(link: Link) -> Link:
    return replace(link, passages=tuple(sorted(link.passages)))


def _copy_key(link: Link, order: Order) -> tuple[int, int, str, str, str]:
    last = len(order)
    return order.get(link.a, last), order.get(link.b, last), link.a, link.b, repr(link)


def _statement_key(statement: Statement, order: Order) -> tuple[int, bool, int, int, str]:
    spans = statement.source + statement.cue + statement.content
    start = min((span.start for span in spans), default=0)
    end = max((span.end for span in spans), default=0)
    return order[statement.article], statement.part == "text", start, -end, statement.id


def _actor(actor: Actor, order: Order) -> Actor:
    mentions = sorted(actor.mentions, key=lambda m: (order.get(m.article, len(order)), m.span, m.name))
    return replace(actor, variants=tuple(sorted(set(actor.variants))), mentions=tuple(mentions))


def _actor_key(actor: Actor) -> tuple[int, str, str]:
    return -len(actor.mentions), actor.name, actor.id


def _comparison(comparison: Comparison, order: Order) -> Comparison:
    points = sorted((_point(point, order) for point in comparison.points), key=lambda point: _point_key(point, order))
    heaviest = sorted(range(len(points)), key=lambda place: (-points[place].weight, place))
    ranks = {points[place].id: rank for rank, place in enumerate(heaviest)}
    omissions = (
        replace(omission, points=tuple(sorted(omission.points, key=lambda id_: (ranks.get(id_, len(ranks)), id_))))
        for omission in comparison.omissions
    )
    return replace(
        comparison,
        points=tuple(points),
        omissions=tuple(sorted(omissions, key=lambda omission: (-len(omission.points), omission.outlet))),
        timeline=tuple(sorted(comparison.timeline, key=lambda moment: _moment_key(moment, order))),
    )


def _moment_key(moment: Moment, order: Order) -> tuple[bool, str, int, Span, Span, str]:
    """Earliest first; what is not resolved stands last."""
    return moment.when is None, moment.when or "", order[moment.article], moment.span, moment.words, moment.of


def _point(point: Point, order: Order) -> Point:
    answers = (
        replace(answer, evidence=tuple(sorted(answer.evidence, key=lambda found: _evidence_key(found, order))))
        for answer in point.answers
    )
    in_order = sorted(answers, key=lambda answer: _answer_key(answer, order))
    if point.status == "updated":
        in_order.sort(key=_report_key)
    links = sorted(point.links, key=lambda link: (-link.score, link.a, link.b, repr(link)))
    return replace(point, answers=tuple(in_order), links=tuple(links))


def _report_key(answer: Answer) -> tuple[bool, datetime, str]:
    """By the instant of the first report; what has no date stands last."""
    instant = instant_of(answer.reported)
    return instant is None, instant or datetime.min.replace(tzinfo=UTC), answer.reported or ""


def _answer_key(answer: Answer, order: Order) -> tuple[int, int, str, list[tuple[int, int, int, str]]]:
    return (
        -answer.voices,
        -len(answer.evidence),
        answer.value,
        [_evidence_key(found, order) for found in answer.evidence],
    )


def _evidence_key(found: Evidence, order: Order) -> tuple[int, int, int, str]:
    return order[found.article], found.span.start, found.span.end, found.statement or ""


def _point_key(point: Point, order: Order) -> tuple[int, float, int, int, int, int, str]:
    evidence = [found for answer in point.answers for found in answer.evidence]
    top = min((found.span.start for found in evidence), default=0)
    first = min((order[found.article] for found in evidence), default=0)
    return _STATUSES.index(point.status), -point.weight, -point.voices, -len(evidence), top, first, point.id
