"""Evidence and origins → voices: how many independent origins stand under what is said.

Evidence inherits the origin of its span. Two origins under one thing are one voice unless they are shown to be
independent (`independence` holds the rules).

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

from headwater.articles.agencies import same_publisher
from headwater.copies.direction import whole_credits
from headwater.model import Article, Evidence, Origin, Span, Voices
from headwater.origins.independence import NOBODY, Witness, count_voices
from headwater.origins.stretches import shared_length

ENOUGH = 0.3
"""Evidence rests on another origin than its article's if this much of its characters does."""


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
            printed[origin.id if origin else NOBODY.origin].add(piece.article)
        return count_voices([self._witness(name, by) for name, by in sorted(printed.items())])

    def independent(self, origins: Iterable[str]) -> Voices:
        """Count the independent ones among some origins as wholes, known by their ids; unknown ids are left out."""
        found = sorted(set(origins) & self._origins.keys())
        return count_voices([self._witness(name, self._origins[name].articles) for name in found])

    def _witness(self, name: str, printed_by: Iterable[str]) -> Witness:
        origin = self._origins.get(name)
        if origin is None:
            return NOBODY
        heads = self._read([origin.head] if origin.head else origin.articles)
        printing = set(printed_by)
        own = self._read([each for each in origin.articles if each in printing or each == origin.head])
        outlets = (origin.agency,) if origin.agency else tuple(sorted({each.outlet for each in heads if each.outlet}))
        return Witness(
            origin=name,
            name=origin.name,
            publishers=tuple(filter(None, outlets)),
            unknown=origin.agency is None and not (heads and all(each.outlet for each in heads)),
            helpers=tuple(
                sorted({*self._other_credits(origin), *(name for each in own for name in self._unseen(each))})
            ),
            articles=frozenset(origin.articles),
            printed_by=frozenset(printing),
            holders=frozenset()
            if origin.articles or origin.agency
            else frozenset(each.article for each in origin.borrowed),
        )

    def _read(self, ids: Iterable[str]) -> list[Article]:
        return [self._articles[each] for each in ids if each in self._articles]

    def _other_credits(self, origin: Origin) -> set[str]:
        """Return the suppliers that articles of an origin credit with their whole text beside the agency behind it."""
        credited = {credit.agency for article in self._read(origin.articles) for credit in whole_credits(article)}
        return {name for name in credited if not same_publisher(name, origin.agency)}

    def _unseen(self, article: Article) -> Iterator[str]:
        """Yield the suppliers that an article was written with and whose part in it nothing shows."""
        joint = {credit.agency for credit in article.credits if credit.kind == "co-written"}
        for agency in sorted(joint):
            if not same_publisher(article.outlet, agency) and not self._is_seen(article, agency):
                yield agency

    def _is_seen(self, article: Article, agency: str) -> bool:
        """Say whether passages of an article, other than those that cite it, are shown to be a supplier's."""
        citing = [credit.span for credit in article.credits if credit.span and credit.kind in ("cited", "quoted-from")]
        return any(
            not any(span.overlaps(cited) for cited in citing)
            for span, name in self._lent.get(article.id, ())
            if self._is_published_by(self._origins[name], agency)
        )

    def _is_published_by(self, origin: Origin, agency: str) -> bool:
        heads = self._read([origin.head] if origin.head else origin.articles)
        return any(same_publisher(agency, name) for name in (origin.agency, *(each.outlet for each in heads)))
