"""Claims on an article's text → the passages that rest on another origin than the article's own.

Every character rests on one origin. Where several claim it the most explicit wins: words that two suppliers are credited
with, a cited supplier, words shared with others, a passage taken from another article; of two such passages the
narrower. A passage that was taken rests on what it rests on where it was taken.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from headwater.model import Article, Borrowed, Span
from headwater.origins.stretches import carried_over, count_words, share_of, trimmed
from headwater.origins.takings import Taking

CONFLICT, CITED, SHARED, TAKEN = 3, 2, 1, 0
"""How explicit a claim is."""
LEAST = 3
"""A shorter piece in words, left over between two passages, rests on nothing of its own."""
WORD_EDGE = 30
"""A carried-over passage is widened by no more than this many characters to where its words begin and end."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Home:
    """Where an article belongs as a whole."""

    origin: str
    """Id of the origin."""
    label: str
    """What the article is called: its outlet, else its title."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """That a passage of an article rests on an origin."""

    level: int
    span: Span
    origin: str
    reason: str
    carried: bool = False
    """Whether it was made on the article that the passage was taken from."""

    @property
    def rank(self) -> tuple[int, int, int, bool, str]:
        """Order the claims of one article, the one that wins last."""
        return self.level, self.span.start - self.span.end, self.span.start, self.carried, self.origin


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Piece:
    """A passage of an article with the origin that it rests on."""

    span: Span
    origin: str
    reason: str


def settle(article: Article, claims: Iterable[Claim]) -> list[Piece]:
    """Return the pieces of an article that claims leave, in order, without overlap; text that nothing claims is in none."""
    ordered = sorted(claims, key=lambda claim: claim.rank)
    if not ordered:
        return []
    painted = np.zeros(len(article.text) + 1, dtype=np.int64)
    for number, claim in enumerate(ordered, start=1):
        painted[claim.span.start : min(claim.span.end, len(article.text))] = number
    edges = [0, *(np.flatnonzero(np.diff(painted)) + 1).tolist()]
    pieces = []
    for start, end in zip(edges, [*edges[1:], len(article.text)], strict=True):
        number = int(painted[start])
        span = trimmed(Span(start=start, end=max(start, end)), article.text)
        if number and count_words(article.text, span) >= LEAST:
            claim = ordered[number - 1]
            pieces.append(Piece(span=span, origin=claim.origin, reason=claim.reason))
    return pieces


def taken_claims(
    article: Article, takings: Iterable[Taking], settled: Mapping[str, Sequence[Piece]], homes: Mapping[str, Home]
) -> list[Claim]:
    """Return the claims of what an article takes: on whom it rests there, else on the origin of the article there.

    `settled` holds the pieces of the articles that it takes from.
    """
    claims = []
    for taking in takings:
        source, home = taking.source, homes[taking.source.article]
        reason = f"taken from {home.label}: {taking.reason}" if taking.reason else f"taken from {home.label}"
        claims.append(Claim(level=TAKEN, span=taking.span, origin=home.origin, reason=reason))
        pieces = settled.get(source.article, ())
        first = bisect_right(pieces, source.span.start, key=lambda piece: piece.span.end)
        last = bisect_left(pieces, source.span.end, key=lambda piece: piece.span.start)
        for piece in pieces[first:last]:
            span = _to_words(carried_over(piece.span, source.span, taking.span), article.text, taking.span)
            claims.append(Claim(level=TAKEN, span=span, origin=piece.origin, reason=piece.reason, carried=True))
    return claims


def _to_words(span: Span, text: str, within: Span) -> Span:
    """Return a span widened to where its first word begins and its last one ends."""
    start, end = span.start, span.end
    while max(within.start, span.start - WORD_EDGE) < start and text[start - 1].isalnum():
        start -= 1
    while end < min(within.end, span.end + WORD_EDGE, len(text)) and text[end].isalnum():
        end += 1
    return Span(start=start, end=end)


def gather(
    articles: Iterable[Article], settled: Mapping[str, Sequence[Piece]], homes: Mapping[str, Home]
) -> dict[str, tuple[Borrowed, ...]]:
    """Return for each origin the passages of other origins' articles that rest on it, by article, one record a reason."""
    found: defaultdict[str, list[Borrowed]] = defaultdict(list)
    for article in articles:
        grouped: defaultdict[tuple[str, str], list[Span]] = defaultdict(list)
        for piece in settled.get(article.id, ()):
            if piece.origin != homes[article.id].origin:
                grouped[piece.origin, piece.reason].append(piece.span)
        for (origin, reason), spans in grouped.items():
            found[origin].append(
                Borrowed(article=article.id, spans=tuple(spans), share=share_of(spans, article.text), reason=reason)
            )
    return {origin: tuple(sorted(borrowed)) for origin, borrowed in found.items()}
