"""One origin's articles and copy links → the family as a tree, one line an article.

>>> from headwater.outputs.citing import StoryIndex
>>> from headwater.outputs.sample import sample_story
>>> told = sample_story()
>>> tree = origin_sheets(told, StoryIndex.of(1, told))[0]
>>> [(line.depth, line.cite.outlet, line.share) for line in tree.lines]
[(0, 'The Daily Tern', 0.0), (1, 'Harbour Post', 1.0)]
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from headwater.model import Link, Origin
from headwater.model.brief import StoryBrief
from headwater.outputs.citing import StoryIndex
from headwater.outputs.sheet import CopyLine, CreditLine, OriginSheet, SharedText


def origin_sheets(told: StoryBrief, index: StoryIndex) -> tuple[OriginSheet, ...]:
    """Return the origins of a story, each with its tree: an article stands under the one it takes most text from."""
    taken = _most_taken(told.copies, index.origins)
    return tuple(_sheet(origin, taken, index) for origin in told.origins)


def shared_texts(told: StoryBrief, index: StoryIndex) -> tuple[SharedText, ...]:
    """Return the pairs of different origins that share text, undecided whether one is a copy."""
    return tuple(
        SharedText(a=index.cite(link.a), b=index.cite(link.b), share=link.share, reason=link.reason)
        for link in told.copies
        if link.verdict == "unsure"
        and link.a in index.articles
        and link.b in index.articles
        and not _same_family(link, index.origins)
    )


def _same_family(link: Link, origins: Mapping[str, Origin]) -> bool:
    a, b = origins.get(link.a), origins.get(link.b)
    return a is not None and b is not None and a.id == b.id


def _most_taken(copies: tuple[Link, ...], origins: Mapping[str, Origin]) -> dict[str, Link]:
    """The link of each article to the one that it takes most from, inside its family."""
    taken: dict[str, Link] = {}
    for link in copies:
        if link.verdict == "no" or link.a == link.b or not _same_family(link, origins):
            continue
        origin = origins[link.a]
        if not link.directed and origin.agency and origin.head is None:
            continue  # the agency stands above both: they are siblings, and neither is the other's copy
        held = taken.get(link.a)
        if held is None or _strength(link) > _strength(held):
            taken[link.a] = link
    return taken


def _strength(link: Link) -> tuple[bool, bool, float, float]:
    return link.verdict == "yes", link.directed, link.share, link.score


def _sheet(origin: Origin, taken: Mapping[str, Link], index: StoryIndex) -> OriginSheet:
    lines = tuple(_line(article, depth, taken, index) for depth, article in _walk(origin, taken))
    return OriginSheet(
        name=origin.name,
        agency=origin.agency is not None,
        undecided=origin.head is None and origin.agency is None and len(origin.articles) > 1,
        reason=origin.reason,
        lines=lines,
    )


def _walk(origin: Origin, taken: Mapping[str, Link]) -> Iterator[tuple[int, str]]:
    """Depth and article, parents first. Articles that only copy each other in a ring start trees of their own."""
    children: dict[str, list[str]] = {}
    roots: list[str] = []
    for article in origin.articles:
        if article in taken and article != origin.head:
            children.setdefault(taken[article].b, []).append(article)
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


def _line(article: str, depth: int, taken: Mapping[str, Link], index: StoryIndex) -> CopyLine:
    link = taken.get(article) if depth else None
    found = index.articles[article]
    return CopyLine(
        depth=depth,
        cite=index.cite(article),
        published=found.published,
        source=index.cite(link.b).outlet if link else None,
        share=link.share if link else 0.0,
        undecided=link is not None and (link.verdict == "unsure" or not link.directed),
        credits=tuple(
            CreditLine(
                agency=credit.agency,
                kind=credit.kind,
                words=credit.words,
                cite=index.cite(article, (credit.span,)) if credit.span else None,
            )
            for credit in found.credits
        ),
    )
