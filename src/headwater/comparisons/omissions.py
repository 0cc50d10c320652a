"""Points → what each outlet leaves out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from headwater.model import Article, Omission, Point
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
    for outlet, own in sorted(by_outlet.items()):
        origins = {home[article] for article in own}
        needed = min(ENOUGH, index.independent(set(home.values()) - origins).count)
        missing = [point for point in points if needed and _carried_elsewhere(point, own, origins, index) >= needed]
        if missing:
            missing.sort(key=lambda point: (-point.weight, point.id))
            found.append(Omission(outlet=outlet, points=tuple(point.id for point in missing)))
    return tuple(found)


def _home(article: Article, index: OriginIndex) -> str:
    """Return the id of the origin that an article belongs to as a whole."""
    origin = index.home(article.id)
    return origin.id if origin else article.id


def _carried_elsewhere(point: Point, own: set[str], origins: set[str], index: OriginIndex) -> int:
    """Return how many other voices carry a point that none of the outlet's own articles carries; 0 if one does."""
    evidence = [piece for answer in point.answers for piece in answer.evidence]
    if any(piece.article in own for piece in evidence):
        return 0
    return index.voices(piece for piece in evidence if piece.origin not in origins).count
