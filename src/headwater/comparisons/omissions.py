"""Points → what each outlet leaves out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from headwater.model import Article, Evidence, Omission, Point
from headwater.origins import OriginIndex

ENOUGH = 2
"""How many other voices must carry a point before leaving it out is an omission; the only other one, where there is just one."""


def find_omissions(points: Sequence[Point], articles: Sequence[Article], index: OriginIndex) -> tuple[Omission, ...]:
    """Return, for each outlet of a story, the points that enough other voices carry and it does not.

    An outlet is known by its name, else by its file. The heaviest point comes first. Outlets that leave nothing out are not
    listed.
    """
    home = {article.id: _home(article, index) for article in articles}
    by_outlet: defaultdict[str, set[str]] = defaultdict(set)
    for article in articles:
        by_outlet[article.outlet or article.file].add(article.id)
    found = []
    carried = cache(lambda point, aside: _carried(evidence[point], aside, index))
    evidence = {point.id: [piece for answer in point.answers for piece in answer.evidence] for point in points}
    printed = {
        point: ({piece.article for piece in each}, {piece.origin for piece in each}) for point, each in evidence.items()
    }
    for outlet, own in sorted(by_outlet.items()):
        origins = {home[article] for article in own}
        needed = min(ENOUGH, index.independent(set(home.values()) - origins).count)
        missing = [
            point
            for point in points
            if needed
            and len(printed[point.id][1] - origins) >= needed
            and not printed[point.id][0] & own
            and carried(point.id, frozenset(printed[point.id][1] & origins)) >= needed
        ]
        if missing:
            missing.sort(key=lambda point: (-point.weight, point.id))
            found.append(Omission(outlet=outlet, points=tuple(point.id for point in missing)))
    return tuple(found)


def _home(article: Article, index: OriginIndex) -> str:
    """Return the id of the origin that an article belongs to as a whole."""
    origin = index.home(article.id)
    return origin.id if origin else article.id


def _carried(evidence: Sequence[Evidence], aside: frozenset[str], index: OriginIndex) -> int:
    """Return how many voices some evidence has, that of the origins left aside not counted."""
    return index.voices(piece for piece in evidence if piece.origin not in aside).count
