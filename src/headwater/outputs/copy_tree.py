"""One origin's articles and copy links → the family as a tree, one line an article.

>>> from headwater.outputs.citing import StoryIndex
>>> from headwater.outputs.sample import sample_story
>>> told = sample_story()
>>> tree = origin_sheets(told, StoryIndex.of(1, told))[0]
>>> [(line.depth, line.cite.outlet, line.share) for line in tree.lines]
[(0, 'The Daily Tern', 0.0), (1, 'Harbour Post', 1.0)]
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from headwater.articles.agencies import same_publisher
from headwater.model import Credit, CreditKind, Link, Origin
from headwater.model.brief import StoryBrief
from headwater.outputs.citing import StoryIndex
from headwater.outputs.copy_sheet import CopyLine, CreditLine, OriginSheet, RestLine, SharedText, Tie, Twin


@dataclass(frozen=True, kw_only=True, slots=True)
class Tied:
    """The one link that an article's line in the tree shows; `link.a` is the article."""

    tie: Tie
    link: Link

    @property
    def strength(self) -> tuple[bool, bool, bool, float, float]:
        """How much the link says: the strongest of an article is shown."""
        link = self.link
        return self.tie != "beside", link.verdict == "yes", link.directed, link.share, link.score


def origin_sheets(told: StoryBrief, index: StoryIndex) -> tuple[OriginSheet, ...]:
    """Return the origins of a story, each with its tree: an article stands under the one it takes most text from."""
    ties = tree_ties(told, index)
    partners = _partners(told)
    borrowed = {origin.id: _borrowed(origin, index, partners) for origin in told.origins}
    rests: dict[int, list[RestLine]] = {}
    for origin in told.origins:
        for rest in borrowed[origin.id]:
            rests.setdefault(rest.cite.article, []).append(rest)
    return tuple(
        OriginSheet(
            name=origin.name,
            agency=origin.agency is not None,
            undecided=origin.head is None and origin.agency is None and len(origin.articles) > 1,
            words=_is_words(origin),
            reason=origin.reason,
            lines=tuple(_line(article, depth, ties, index, rests) for depth, article in _walk(origin, ties)),
            borrowed=borrowed[origin.id],
        )
        for origin in told.origins
    )


def shared_texts(links: Iterable[Link], index: StoryIndex) -> tuple[SharedText, ...]:
    """Return links as pairs that share text; links with an end outside the story are left out."""
    indexes = dict.fromkeys(index.articles, index)
    return tuple(
        shared_text(link, indexes, pair=index.pairs[link]) for link in links if link.a in indexes and link.b in indexes
    )


def shared_text(link: Link, indexes: Mapping[str, StoryIndex], *, pair: str) -> SharedText:
    """Return a link as two articles that share text; `indexes` by article, `pair` its name in a web page."""
    a, b = (indexes[end].origins.get(end) for end in (link.a, link.b))
    tie = None if link.verdict == "no" else _tie(link, a, b)
    return SharedText(
        a=indexes[link.a].cite(link.a),
        b=indexes[link.b].cite(link.b),
        tie=tie,
        agency=a.agency if a and tie == "beside" else None,
        shared=link.shared,
        share=link.share,
        reason=link.reason,
        twins=_twins(link, indexes),
        pair=pair,
    )


def beyond_families(told: StoryBrief, index: StoryIndex) -> tuple[Link, ...]:
    """Return the copy links between different origins that no borrowed passage speaks for."""
    lenders: dict[str, set[str]] = {}
    for origin in told.origins:
        for borrowed in origin.borrowed:
            lenders.setdefault(borrowed.article, set()).add(origin.id)
    having = {article: {origin.id} | lenders.get(article, set()) for article, origin in index.origins.items()}

    def explained(link: Link) -> bool:
        return any(
            lenders.get(borrower, set()) & having.get(other, set())
            for borrower, other in ((link.a, link.b), (link.b, link.a))
        )

    return tuple(
        link
        for link in told.copies
        if link.verdict != "no" and not _same_family(link, index.origins) and not explained(link)
    )


def no_copies(told: StoryBrief) -> tuple[Link, ...]:
    """Return the links that are shared words and no copies: quotations and notices."""
    return tuple(link for link in told.copies if link.verdict == "no")


def tree_ties(told: StoryBrief, index: StoryIndex) -> dict[str, Tied]:
    """Return for each article that shares text inside its family the link that says most: whom it takes most from.

    Where an agency outside the collection stands above two articles with the same text, neither took it from the other:
    they are tied `beside` each other.
    """
    ties: dict[str, Tied] = {}
    for link in told.copies:
        if link.verdict == "no" or link.a == link.b or not _same_family(link, index.origins):
            continue
        tied = Tied(tie=_tie(link, index.origins.get(link.a), index.origins.get(link.b)), link=link)
        held = ties.get(link.a)
        if held is None or tied.strength > held.strength:
            ties[link.a] = tied
    return ties


def _tie(link: Link, a: Origin | None, b: Origin | None) -> Tie:
    """How two articles are tied, given the origin of each."""
    siblings = a is not None and b is not None and a.id == b.id and a.agency is not None and a.head is None
    if siblings and not link.directed:
        return "beside"
    return "takes" if link.directed and link.verdict == "yes" else "undecided"


def _same_family(link: Link, origins: Mapping[str, Origin]) -> bool:
    a, b = origins.get(link.a), origins.get(link.b)
    return a is not None and b is not None and a.id == b.id


def _walk(origin: Origin, ties: Mapping[str, Tied]) -> Iterator[tuple[int, str]]:
    """Depth and article, parents first. Articles that only copy each other in a ring start trees of their own."""
    children: dict[str, list[str]] = {}
    roots: list[str] = []
    for article in origin.articles:
        if article in ties and ties[article].tie != "beside" and article != origin.head:
            children.setdefault(ties[article].link.b, []).append(article)
        else:
            roots.append(article)
    seen: set[str] = set()
    for root in (*roots, *origin.articles):
        waiting = [(0, root)]
        while waiting:
            depth, article = waiting.pop()
            if article in seen:
                continue
            seen.add(article)
            yield depth, article
            waiting.extend((depth + 1, child) for child in reversed(children.get(article, ())))


def _line(
    article: str, depth: int, ties: Mapping[str, Tied], index: StoryIndex, rests: Mapping[int, list[RestLine]]
) -> CopyLine:
    cite = index.cite(article)
    found = index.articles[article]
    tied = ties.get(article)
    if tied is not None and depth == 0 and tied.tie != "beside":
        tied = None  # the head of its tree
    return CopyLine(
        depth=depth,
        cite=cite,
        published=found.published,
        tie=tied.tie if tied else None,
        source=_source(cite.outlet, index.cite(tied.link.b).outlet) if tied else None,
        share=tied.link.share if tied else 0.0,
        reason=tied.link.reason if tied else "",
        twins=_twins(tied.link, dict.fromkeys((tied.link.a, tied.link.b), index)) if tied else (),
        pair=index.pairs[tied.link] if tied else None,
        credits=tuple(_credits(article, index)),
        rests=tuple(rests.get(cite.article, ())),
    )


def _source(own: str, other: str) -> str:
    return other if other != own else f"another article of {other}"


def _credits(article: str, index: StoryIndex) -> Iterator[CreditLine]:
    """One line for all credits of one kind to one supplier: “told” a name five times is one piece of evidence."""
    grouped: dict[tuple[str, CreditKind], list[Credit]] = {}
    found = index.articles[article]
    for credit in found.credits:
        if credit.kind in {"cited", "quoted-from"} and same_publisher(found.outlet, credit.agency):
            continue  # an outlet that names itself rests on nobody
        grouped.setdefault((credit.agency, credit.kind), []).append(credit)
    for (agency, kind), held in grouped.items():
        cites = tuple(index.cite(article, (credit.span,)) for credit in held if credit.span)
        yield CreditLine(agency=agency, kind=kind, words=held[0].words, cites=cites)


def _twins(link: Link, indexes: Mapping[str, StoryIndex]) -> tuple[Twin, ...]:
    copy, original = indexes[link.a], indexes[link.b]
    twins = (
        Twin(copy=copy.cite(link.a, (passage.copy,)), original=original.cite(link.b, (passage.original,)))
        for passage in link.passages
        if passage.copy.end <= len(copy.articles[link.a].text)
    )
    return tuple(twin for twin in twins if twin.copy.quote and twin.original.quote)


def _borrowed(origin: Origin, index: StoryIndex, partners: Mapping[str, Mapping[str, Link]]) -> tuple[RestLine, ...]:
    members = {*origin.articles, *(borrowed.article for borrowed in origin.borrowed)}
    return tuple(
        RestLine(
            cite=index.cite(borrowed.article, borrowed.spans),
            passages=tuple(index.cite(borrowed.article, (span,)) for span in borrowed.spans),
            origin=origin.name,
            words=_is_words(origin),
            share=borrowed.share,
            reason=borrowed.reason,
            pair=next(
                (index.pairs[link] for end, link in partners.get(borrowed.article, {}).items() if end in members), None
            ),
        )
        for borrowed in origin.borrowed
        if borrowed.article in index.articles
    )


def _is_words(origin: Origin) -> bool:
    return not origin.articles and origin.agency is None and origin.head is None


def _partners(told: StoryBrief) -> dict[str, dict[str, Link]]:
    """Article → the articles that it shares copied text with, each with the link, in the order of the links."""
    partners: dict[str, dict[str, Link]] = {}
    for link in told.copies:
        if link.verdict != "no":
            partners.setdefault(link.a, {}).setdefault(link.b, link)
            partners.setdefault(link.b, {}).setdefault(link.a, link)
    return partners
