"""Points → what each outlet leaves out, and times → the timeline."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from headwater.comparisons.units import Unit
from headwater.model import Article, Moment, Omission, Origin, Point, Span

ENOUGH = 2
"""How many other origins must carry a point before leaving it out is an omission; the only other one, where there is just one."""


def find_omissions(
    points: Sequence[Point], articles: Sequence[Article], origins: Sequence[Origin]
) -> tuple[Omission, ...]:
    """Return, for each outlet of a story, the points that enough other origins carry and it does not.

    An outlet is known by its name, else by its file. Points keep their order. Outlets that leave nothing out are not
    listed.
    """
    if len(origins) < ENOUGH:
        return ()
    by_outlet: defaultdict[str, set[str]] = defaultdict(set)
    for article in articles:
        by_outlet[article.outlet or article.file].add(article.id)
    origin_of = {article: origin.id for origin in origins for article in origin.articles}
    found = []
    for outlet, own in sorted(by_outlet.items()):
        needed = min(ENOUGH, len(origins) - len({origin_of[article] for article in own}))
        missing = tuple(point.id for point in points if needed and _carried_elsewhere(point, own, origin_of) >= needed)
        if missing:
            found.append(Omission(outlet=outlet, points=missing))
    return tuple(found)


def _carried_elsewhere(point: Point, own: set[str], origin_of: Mapping[str, str]) -> int:
    """Return how many other origins carry a point that none of the outlet's own articles carries; 0 if one does."""
    evidence = [piece for answer in point.answers for piece in answer.evidence]
    if any(piece.article in own for piece in evidence):
        return 0
    voices = {origin_of[article] for article in own}
    return len({piece.origin for piece in evidence} - voices)


def find_moments(units: Sequence[Unit]) -> tuple[Moment, ...]:
    """Return the times that the units name, each with its sentence, in order of time, then of article and text."""
    found = [
        Moment(
            when=time.first if time.first == time.last else f"{time.first}/{time.last}",
            article=unit.article,
            span=unit.span,
            words=Span(start=unit.span.start + time.span.start, end=unit.span.start + time.span.end),
        )
        for unit in units
        for time in unit.times
    ]
    return tuple(sorted(found))
