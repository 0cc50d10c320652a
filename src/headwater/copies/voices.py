"""Evidence and origins → voices: how many independent origins stand under what is said.

Evidence inherits the origin of its span. Two origins under one thing are one voice unless they are shown to be
independent; every rule that joins them is one function of this file, and says why in a doubt.

>>> from headwater.outputs.sample import sample_story
>>> told = sample_story()
>>> evidence = [piece for point in told.comparison.points for answer in point.answers for piece in answer.evidence]
>>> voices(evidence, told.origins, told.articles).count
2
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from headwater.articles.agencies import same_publisher
from headwater.copies.membership import whole_credits
from headwater.copies.stretches import shared_length
from headwater.model import Article, Evidence, Origin, Span, Voices

ENOUGH = 0.3
"""Evidence rests on another origin than its article's if this much of its characters does."""
NOBODY = ""
"""Stands for the origin of an article that no origin holds."""


def voices(evidence: Iterable[Evidence], origins: Sequence[Origin], articles: Sequence[Article]) -> Voices:
    """Count the independent origins under some evidence; where independence is not shown, once, and a doubt says why.

    Each piece counts for the origin of its span, whatever its `origin` says. `articles` are those of the origins. For
    much evidence over the same origins make an `OriginIndex` once.

    >>> voices([], [], []).count
    0
    """
    return OriginIndex(origins, articles).voices(evidence)


def origin_at(article: str, span: Span, origins: Sequence[Origin]) -> Origin | None:
    """Return the origin that some characters of an article rest on; None for an article that no origin holds.

    That is the origin of the passage that holds most of the span if it holds enough of it, else the article's own.

    >>> origin_at("a", Span(start=0, end=9), []) is None
    True
    """
    return OriginIndex(origins, ()).at(article, span)


@dataclass(frozen=True, kw_only=True, slots=True)
class Witness:
    """An origin with the articles that print what it says under some evidence."""

    origin: Origin | None
    """None: evidence in articles that no origin holds."""
    printed_by: frozenset[str]


class OriginIndex:
    """Origins ready to be asked: what a span rests on, and how many voices stand under evidence."""

    def __init__(self, origins: Sequence[Origin], articles: Sequence[Article]) -> None:
        self._origins = {origin.id: origin for origin in origins}
        self._home = {article: origin for origin in origins for article in origin.articles}
        self._articles = {article.id: article for article in articles}
        lent = [
            (each.article, span, origin.id) for origin in origins for each in origin.borrowed for span in each.spans
        ]
        self._lent: defaultdict[str, list[tuple[Span, str]]] = defaultdict(list)
        for article, span, origin in sorted(lent):
            self._lent[article].append((span, origin))

    def at(self, article: str, span: Span) -> Origin | None:
        """Return the origin that some characters of an article rest on; None for an article that no origin holds."""
        lent = self._lent.get(article, [])
        lengths: defaultdict[str, int] = defaultdict(int)
        for place in range(bisect_right(lent, span.start, key=lambda each: each[0].end), len(lent)):
            passage, origin = lent[place]
            if passage.start >= span.end:
                break
            lengths[origin] += shared_length(span, [passage])
        best = max(sorted(lengths), key=lambda origin: lengths[origin], default=None)
        if best is not None and lengths[best] >= ENOUGH * (span.end - span.start):
            return self._origins[best]
        return self._home.get(article)

    def home(self, article: str) -> Origin | None:
        """Return the origin that an article belongs to as a whole; None where no origin holds it."""
        return self._home.get(article)

    def voices(self, evidence: Iterable[Evidence]) -> Voices:
        """Count the independent origins under some evidence; where independence is not shown, once, and a doubt says why."""
        printed: defaultdict[str, set[str]] = defaultdict(set)
        for piece in evidence:
            origin = self.at(piece.article, piece.span)
            printed[origin.id if origin else NOBODY].add(piece.article)
        return self._count(
            [Witness(origin=self._origins.get(name), printed_by=frozenset(by)) for name, by in sorted(printed.items())]
        )

    def independent(self, origins: Iterable[str]) -> Voices:
        """Count the independent ones among some origins as wholes, known by their ids; unknown ids are left out."""
        found = (self._origins[name] for name in sorted(set(origins)) if name in self._origins)
        return self._count([Witness(origin=origin, printed_by=frozenset(origin.articles)) for origin in found])

    def _count(self, witnesses: Sequence[Witness]) -> Voices:
        """Choose witnesses that are pairwise independent, those with the fewest doubts first."""
        doubts: defaultdict[int, set[int]] = defaultdict(set)
        reasons: set[str] = set()
        for (a, one), (b, other) in combinations(enumerate(witnesses), 2):
            reason = next(self._doubts(one, other), None)
            if reason:
                doubts[a].add(b)
                doubts[b].add(a)
                reasons.add(reason)
        left, count = set(range(len(witnesses))), 0
        while left:
            chosen = min(left, key=lambda number: (len(doubts[number] & left), number))
            left -= doubts[chosen] | {chosen}
            count += 1
        names = tuple(witness.origin.id for witness in witnesses if witness.origin)
        if len(witnesses) > len(names):
            reasons.add("an article of no known origin")
        return Voices(count=count, origins=names, doubts=tuple(sorted(reasons)))

    def _doubts(self, one: Witness, other: Witness) -> Iterator[str]:
        """Yield why two witnesses are not shown to be independent."""
        if self._nobodys(one) and self._nobodys(other):
            yield "publisher unknown"
        if one.origin is None or other.origin is None:
            return
        yield from (
            f"one publisher: {min(name, another)}"
            for name in self._publishers(one.origin)
            for another in self._publishers(other.origin)
            if same_publisher(name, another)
        )
        for a, b in ((one, other), (other, one)):
            yield from self._written_with(a, b)
            yield from self._same_words(a.origin, b.origin)
            yield from self._beside(a, b)

    def _nobodys(self, witness: Witness) -> bool:
        """Say whether no publisher is known, or one of those who may be behind it is not."""
        origin = witness.origin
        if origin is None or not origin.articles:
            return origin is None or origin.agency is None
        heads = self._heads(origin)
        return origin.agency is None and not all(article.outlet for article in heads)

    def _publishers(self, origin: Origin) -> list[str]:
        """Return who is behind an origin: its agency, else the outlet of its head, else every outlet that may be."""
        if origin.agency:
            return [origin.agency]
        return sorted({article.outlet for article in self._heads(origin) if article.outlet})

    def _heads(self, origin: Origin) -> list[Article]:
        ids = (origin.head,) if origin.head else origin.articles
        return [self._articles[article] for article in ids if article in self._articles]

    def _written_with(self, one: Witness, other: Witness) -> Iterator[str]:
        """Yield a doubt where an article was made with a supplier and nothing shows which of it is whose."""
        theirs = [*self._publishers(other.origin), *self._helpers(other)] if other.origin else []
        for agency in self._helpers(one):
            if any(same_publisher(agency, name) for name in theirs):
                yield f"written with {agency}"

    def _helpers(self, witness: Witness) -> list[str]:
        """Return the suppliers whose part in an origin's own articles is not seen."""
        origin = witness.origin
        if origin is None:
            return []
        ids = {article for article in origin.articles if article in witness.printed_by or article == origin.head}
        articles = [self._articles[article] for article in sorted(ids) if article in self._articles]
        return sorted({agency for article in articles for agency in self._unseen(article)})

    def _unseen(self, article: Article) -> Iterator[str]:
        whole = whole_credits(article)
        joint = [credit.agency for credit in article.credits if credit.kind == "co-written"]
        for agency in (*joint, *(whole if len(whole) > 1 else ())):
            if not same_publisher(article.outlet, agency) and not self._is_seen(article, agency):
                yield agency

    def _is_seen(self, article: Article, agency: str) -> bool:
        """Say whether passages of an article, other than those that cite it, are shown to be a supplier's."""
        citing = [credit.span for credit in article.credits if credit.span and credit.kind in ("cited", "quoted-from")]
        return any(
            not any(span.overlaps(cited) for cited in citing)
            for span, origin in self._lent.get(article.id, ())
            if any(same_publisher(agency, name) for name in self._publishers(self._origins[origin]))
        )

    def _same_words(self, words: Origin | None, origin: Origin | None) -> Iterator[str]:
        """Yield a doubt where shared words may as well be the article's that prints them beside its own."""
        if words is None or origin is None or words.articles or words.agency:
            return
        holders = {each.article for each in words.borrowed}
        if holders & set(origin.articles):
            yield f"may be the same source: {words.name}"

    def _beside(self, own: Witness, lent: Witness) -> Iterator[str]:
        """Yield a doubt where an article says in its own voice what it also gives on another's word."""
        if own.origin is None or lent.origin is None:
            return
        if lent.printed_by & set(own.origin.articles) - set(lent.origin.articles):
            yield f"{own.origin.name} gives it on the word of {lent.origin.name} too"
