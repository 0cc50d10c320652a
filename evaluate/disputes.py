"""`python -m evaluate disputes`: every disputed, updated and unsure point of the untouched stories, for a person to read.

What is printed is text of the shared data: it is for the screen. What a reader makes of it stands in `docs/readings.md`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from evaluate.conflicts.detection import Stories, compared
from headwater.model import Article, Evidence, Point

SHOWN = 400
"""Characters of a sentence that are printed."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Listed:
    """One point that says that articles differ, or may."""

    story: str
    point: Point
    articles: Mapping[str, Article]


def disputes(stories: Stories) -> Iterator[Listed]:
    """Yield the points of every story, by its gold label, that are disputed or updated or hold a possible conflict."""
    for story in stories.inside:
        readings = list(stories.readings(story).values())
        articles = {reading.article.id: reading.article for reading in readings}
        for point in compared(readings).points:
            if point.status in {"disputed", "updated"} or doubted(point):
                yield Listed(story=story, point=point, articles=articles)


def doubted(point: Point) -> bool:
    """Say whether a point holds a possible conflict that disputes nothing."""
    return any(link.kind == "contradicts" and link.verdict == "unsure" for link in point.links)


def print_disputes(stories: Stories) -> None:
    """Print every such point with its answers, the words and the outlets, then how many there are of each sort."""
    counts = {"disputed": 0, "updated": 0, "unsure": 0}
    for listed in disputes(stories):
        point = listed.point
        sort = point.status if point.status in counts else "unsure"
        counts[sort] += 1
        print(
            f"\n{listed.story}: {sort}, {point.reason or 'no reason'}, certainty {point.certainty:.2f}, {point.voices} voices"
        )
        if sort == "unsure":
            _print_doubts(listed)
            continue
        for answer in point.answers:
            print(f"  ● {answer.value[:SHOWN]}  ({answer.voices} voices)")
            for piece in answer.evidence:
                _print_piece(piece, listed.articles[piece.article])
    print("\n" + ", ".join(f"{count} {sort}" for sort, count in counts.items()) + f" in {len(stories.inside)} stories")


def _print_doubts(listed: Listed) -> None:
    pieces = {piece.id: piece for answer in listed.point.answers for piece in answer.evidence}
    for link in listed.point.links:
        if link.kind == "contradicts" and link.verdict == "unsure":
            print(f"  ? {link.score:.2f} {link.by} {link.reason}")
            for piece in (pieces[link.a], pieces[link.b]):
                _print_piece(piece, listed.articles[piece.article])


def _print_piece(piece: Evidence, article: Article) -> None:
    outlet = article.outlet or article.file
    print(f"      [{outlet}, {(article.published or 'undated')[:16]}] {piece.span.of(article.text)[:SHOWN]}")
