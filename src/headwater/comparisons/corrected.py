"""A comparison and people's rulings about words of pages → the comparison as people corrected it.

See `correct_comparison`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from headwater.comparisons.omissions import find_omissions
from headwater.comparisons.points import RANK
from headwater.comparisons.rejoined import Rejoining, Ruled
from headwater.model import Answer, Article, Comparison, Evidence, Link, Origin, Point, Quoted
from headwater.origins import OriginIndex

OPPOSED = frozenset({"disputed", "updated", "unsure"})


def correct_comparison(
    comparison: Comparison,
    articles: Sequence[Article],
    rulings: Sequence[Link],
    *,
    quoted: Iterable[Quoted] = (),
    origins: Sequence[Origin] = (),
) -> Comparison:
    """Return the comparison of a story as people corrected it; the same one where no ruling is about its words.

    `rulings` are links of kind `contradicts` between ids of `Quoted`, in the order in which they were made: of two about
    the same words the later holds. `quoted` are the words behind the ids: evidence matches where its words equal them,
    hold them or are held by them, white space folded. Of an id that is not among them only evidence in exactly its words
    is found. `articles` and `origins` are those that the comparison was made from.

    No: answers that hold the two are made one, which is then agreed or single, unless others still oppose it. Yes: the
    point that holds both is disputed; if one answer holds both it is divided, and if two points do they are joined.
    The person's link joins those of the point, in place of what the machine said of the same two; voices, order and
    omissions are as if the comparison had been made so.
    """
    index = OriginIndex(origins, articles)
    pages = Pages({article.page: article for article in articles}, quoted)
    rejoining = Rejoining(articles={article.id: article for article in articles}, voices=index.voices)
    points = list(comparison.points)
    for ruling in _latest(rulings):
        found = pages.evidence(points, ruling)
        if found is not None:
            points = (
                _opposed(points, found, rejoining) if ruling.verdict == "yes" else _merged(points, found, rejoining)
            )
    if points == list(comparison.points):
        return comparison
    points.sort(key=lambda point: (RANK[point.status], -point.weight, point.id))
    return replace(comparison, points=tuple(points), omissions=find_omissions(points, articles, index))


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """The evidence that the two sides of a ruling are about, that which its words fit best first; no piece is on both."""

    a: tuple[Evidence, ...]
    b: tuple[Evidence, ...]
    ruling: Link

    def ruled(self, answers: Iterable[Answer]) -> Ruled:
        """Return which of the evidence of some answers the ruling is about; both sides must be there."""
        there = {piece for answer in answers for piece in answer.evidence}
        a, b = (next(piece for piece in side if piece in there) for side in (self.a, self.b))
        return Ruled(a=a, b=b, link=replace(self.ruling, a=a.id, b=b.id, directed=False))

    def sides(self, point: Point) -> tuple[set[int], set[int]]:
        """Return the places of the answers that hold either side."""
        one, other = (
            {place for place, answer in enumerate(point.answers) if not set(side).isdisjoint(answer.evidence)}
            for side in (self.a, self.b)
        )
        return one, other


class Pages:
    """The articles of a story by their pages, and the words that rulings are about."""

    def __init__(self, articles: dict[str, Article], quoted: Iterable[Quoted]) -> None:
        self._page_of = {article.id: page for page, article in articles.items()}
        self._texts = {article.id: article.text for article in articles.values()}
        self._quoted = {each.id: each for each in quoted}

    def evidence(self, points: Sequence[Point], ruling: Link) -> Found | None:
        """Return the evidence that a ruling is about; None where one of its sides has none."""
        pieces = {piece for point in points for answer in point.answers for piece in answer.evidence}
        a, b = (dict(self._fitting(pieces, side)) for side in (ruling.a, ruling.b))
        one, other = (
            tuple(sorted(own, key=lambda piece: (own[piece], piece)))
            for own in (
                {piece: far for piece, far in a.items() if piece not in b or far <= b[piece]},
                {piece: far for piece, far in b.items() if piece not in a or far < a[piece]},
            )
        )
        return Found(a=one, b=other, ruling=ruling) if one and other else None

    def _fitting(self, pieces: Iterable[Evidence], quoted: str) -> Iterator[tuple[Evidence, int]]:
        """Yield the pieces that some words fit, each with how far from them in length it is."""
        known = self._quoted.get(quoted)
        exact = _folded(known.exact) if known else ""
        for piece in pieces:
            page = self._page_of.get(piece.article, "")
            given = piece.span.of(self._texts.get(piece.article, ""))
            words = _folded(given)
            if known is None:
                if quoted in {Quoted(page=page, exact=form).id for form in (given, words)}:
                    yield piece, 0
            elif page == known.page and exact and words and (words in exact or exact in words):
                yield piece, abs(len(words) - len(exact))


def _folded(text: str) -> str:
    return " ".join(text.split())


def _latest(rulings: Iterable[Link]) -> list[Link]:
    """Return the last ruling about each two, in the order in which those were made."""
    last: dict[frozenset[str], Link] = {}
    for ruling in rulings:
        if ruling.kind == "contradicts" and ruling.verdict != "unsure":
            last.pop(frozenset((ruling.a, ruling.b)), None)
            last[frozenset((ruling.a, ruling.b))] = ruling
    return list(last.values())


def _merged(points: Sequence[Point], found: Found, rejoining: Rejoining) -> list[Point]:
    """Return the points, the answers that hold the two sides made one wherever they are opposed."""
    corrected = []
    for point in points:
        one, other = found.sides(point)
        merging = sorted(one | other)
        if point.status in OPPOSED and one and other and len(merging) > 1:
            ruled = found.ruled(point.answers[place] for place in merging)
            corrected.append(rejoining.merged(point, merging, ruled))
        else:
            corrected.append(point)
    return corrected


def _opposed(points: Sequence[Point], found: Found, rejoining: Rejoining) -> list[Point]:
    """Return the points with the two sides disputed: where they are different answers, one answer, or two points."""
    holding: defaultdict[str, list[Point]] = defaultdict(list)
    for point in points:
        one, other = found.sides(point)
        if one and other:
            holding["apart" if len(one | other) > 1 else "one answer"].append(point)
        elif one or other:
            holding["a" if one else "b"].append(point)
    if holding["apart"]:
        made = [rejoining.opposed(point, point.answers, found.ruled(point.answers)) for point in holding["apart"]]
        used = holding["apart"]
    elif holding["one answer"]:
        used = [min(holding["one answer"], key=_size)]
        made = [_split(used[0], found, rejoining)]
    elif holding["a"] and holding["b"]:
        used = [min(holding[side], key=_size) for side in "ab"]
        ruled = found.ruled(answer for point in used for answer in point.answers)
        made = [rejoining.joined(used[0], used[1], ruled)]
    else:
        return list(points)
    gone = {point.id for point in used}
    return [*(point for point in points if point.id not in gone), *made]


def _size(point: Point) -> tuple[int, int, str]:
    return len(point.answers), sum(len(answer.evidence) for answer in point.answers), point.id


def _split(point: Point, found: Found, rejoining: Rejoining) -> Point:
    """Return a point of which one answer holds both sides, that answer made two."""
    (place,) = found.sides(point)[0]
    ruled = found.ruled([point.answers[place]])
    rest = [answer for at, answer in enumerate(point.answers) if at != place]
    return rejoining.opposed(point, [*rejoining.divided(point.answers[place], ruled), *rest], ruled)
