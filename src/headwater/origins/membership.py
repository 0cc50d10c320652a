"""Copy links → which articles belong together as a whole, and which have enough text of their own to stand alone.

An article that carries an agency's paragraphs between many of its own is no copy: the paragraphs are the agency's, the
rest is its own. An article with little else, one that credits a supplier with its whole text, and a pair of which nothing
shows who took from whom and one has nothing else, are not shown to be apart: they stay together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from headwater.articles.agencies import same_publisher, usual_name
from headwater.copies.direction import whole_credits
from headwater.model import PERSON, Article, Link, Span
from headwater.origins.stretches import count_words, merged, without
from headwater.origins.takings import MOSTLY, CopyLinks, Place

OWN_SHARE = 0.4
"""An article stands alone if this much of its words …"""
OWN_WORDS = 60
"""… and at least this many stand in no other article that it takes from or may take from."""
REWORDED = 0.5
"""A stretch between two passages, no longer than they are together, is a rewording of the stretch between them in the
other text if that is at least this long beside it: it is not shown to be the article's own."""

Side = tuple[tuple[Span, Span], ...]
"""The passages of a link seen from one article: where each stands in it and where in the other, in its order."""


def memberships(articles: Mapping[str, Article], copies: CopyLinks) -> list[tuple[str, str]]:
    """Return the pairs of articles that belong to one origin as a whole.

    An article without enough text of its own belongs to its main source, and to every other source that holds most of
    it as well: two texts that each hold most of a third share text themselves. A pair without direction belongs
    together unless both have enough of their own.
    """
    sides = _sides(copies)
    standing = {article.id for article in articles.values() if _stands(article, sides.get(article.id, ()))}
    pairs = []
    by_taker: defaultdict[str, list[Link]] = defaultdict(list)
    for link in copies.taken:
        by_taker[link.a].append(link)
    for taker, links in by_taker.items():
        main = max(links, key=lambda link: (link.by == PERSON, link.share, link.b))
        held = [link for link in links if link is main or link.share >= MOSTLY]
        pairs += [
            (taker, link.b) for link in held if taker not in standing or _stays(articles[taker], articles[link.b])
        ]
    for link in copies.undecided:
        if link.verdict == "yes":
            a, b = _first_holders(link, copies)
            if a != b and (not {a, b} <= standing or _one_supplier(articles[a], articles[b])):
                pairs.append((a, b))
    return pairs


def _sides(copies: CopyLinks) -> dict[str, list[Side]]:
    """Return for each article the links by which it takes text, or may, seen from it."""
    found: defaultdict[str, list[Side]] = defaultdict(list)
    for link in (*copies.taken, *copies.undecided):
        found[link.a].append(tuple(sorted((each.copy, each.original) for each in link.passages)))
    for link in copies.undecided:
        found[link.b].append(tuple(sorted((each.original, each.copy) for each in link.passages)))
    return found


def _stands(article: Article, sides: Sequence[Side]) -> bool:
    """Say whether an article has enough text that none of its links accounts for."""
    if not all(sides):
        return False  # a link without passages may account for anything
    whole = Span(start=0, end=len(article.text))
    covered = merged(span for side in sides for span in _accounted(side))
    own = sum(count_words(article.text, span) for span in without(whole, covered))
    return own >= OWN_WORDS and own >= OWN_SHARE * count_words(article.text, whole)


def _accounted(side: Side) -> Iterator[Span]:
    """Yield the passages in an article and the stretches between them that are the other's text in other words."""
    yield from (here for here, _ in side)
    for (here, there), (following, following_there) in pairwise(side):
        gap, other = following.start - here.end, following_there.start - there.end
        around = here.end - here.start + following.end - following.start
        if 0 < gap <= around and other >= REWORDED * gap:
            yield Span(start=here.end, end=following.start)


def _stays(article: Article, source: Article) -> bool:
    """Say whether an article that credits its whole text to a supplier may have it from where its source has it."""
    names = _suppliers(article)
    outlet = usual_name(source.outlet) if source.outlet else None
    others = _suppliers(source) or ((outlet,) if outlet else ())
    return bool(names) and (not others or any(same_publisher(name, other) for name in names for other in others))


def _one_supplier(a: Article, b: Article) -> bool:
    return any(same_publisher(one, other) for one in _suppliers(a) for other in _suppliers(b))


def _suppliers(article: Article) -> tuple[str, ...]:
    return tuple(credit.agency for credit in whole_credits(article))


def _first_holders(link: Link, copies: CopyLinks) -> tuple[str, str]:
    """Return where most of the passages of a link come from on either side, as far as other links show."""

    def holder(article: str, spans: Sequence[Span]) -> str:
        lengths: defaultdict[str, int] = defaultdict(int)
        for span in spans:
            lengths[copies.first_place(Place(article=article, span=span)).article] += span.end - span.start
        return max(sorted(lengths), key=lambda one: lengths[one], default=article)

    copied, originals = [each.copy for each in link.passages], [each.original for each in link.passages]
    return holder(link.a, copied), holder(link.b, originals)
