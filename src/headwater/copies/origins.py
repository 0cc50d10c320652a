"""Articles and copy links → origins: every article stands in exactly one, and one origin is one voice.

See `find_origins`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from headwater.articles.agencies import outlet_key
from headwater.copies.direction import supplier
from headwater.copies.families import components
from headwater.model import Article, Link, Origin, digest


def find_origins(articles: Sequence[Article], links: Sequence[Link], *, one_story: bool = True) -> list[Origin]:
    """Return the origins of some articles, largest first, then by name; links to other articles are ignored.

    A family is a component of the copy links with verdict `yes`. Within one story, articles that credit one agency with
    their text are one voice even where they share little of it: where independence cannot be shown it is not claimed.
    Say `one_story=False` for articles about anything, which may credit one agency for different texts.

    >>> find_origins([], [])
    []
    """
    ordered = sorted({article.id: article for article in articles}.values(), key=lambda one: one.id)
    number = {article.id: place for place, article in enumerate(ordered)}
    copied = [
        (number[link.a], number[link.b])
        for link in links
        if link.kind == "copies" and link.verdict == "yes" and link.a in number and link.b in number
    ]
    families = components(len(ordered), [*copied, *(_credited(ordered) if one_story else ())])
    parents = {
        link.a: link.b
        for link in links
        if link.kind == "copies" and link.verdict == "yes" and link.directed and link.b in number
    }
    together = {frozenset((ordered[a].id, ordered[b].id)) for a, b in copied}
    origins = [_origin([ordered[place] for place in family], parents, together) for family in families]
    return sorted(origins, key=lambda origin: (-len(origin.articles), origin.name, origin.id))


def _credited(articles: Sequence[Article]) -> list[tuple[int, int]]:
    """Return edges between articles that take their text from one agency, the agency's own article included."""
    by_agency: defaultdict[str, list[int]] = defaultdict(list)
    for place, article in enumerate(articles):
        agency = supplier(article)
        if agency:
            by_agency[outlet_key(agency)].append(place)
    return [(places[0], place) for places in by_agency.values() for place in places[1:]]


def _origin(family: Sequence[Article], parents: dict[str, str], together: set[frozenset[str]]) -> Origin:
    ids = tuple(article.id for article in family)
    heads = [article for article in family if article.id not in parents]
    head = heads[0] if len(heads) == 1 else None
    agency = _agency(family, head)
    if agency and head and (not head.outlet or outlet_key(head.outlet) != outlet_key(agency)) and supplier(head):
        head_id = head.id if len(family) > 1 and parents else None
    else:
        head_id = head.id if head else None
    return Origin(
        id=digest("origin", *ids),
        name=agency or _name(head or family[0]),
        agency=agency,
        head=head_id if len(family) > 1 or not agency else None,
        articles=ids,
        reason=_reason(family, agency, head, together),
    )


def _agency(family: Sequence[Article], head: Article | None) -> str | None:
    """Return the agency behind a family: the one its head credits, else the one that most of its members credit."""
    if head:
        return supplier(head)
    counts = Counter(name for article in family if (name := supplier(article)))
    return min(counts, key=lambda name: (-counts[name], name)) if counts else None


def _name(article: Article) -> str:
    return article.outlet or article.title or article.file


def _reason(family: Sequence[Article], agency: str | None, head: Article | None, together: set[frozenset[str]]) -> str:
    if len(family) == 1:
        return f"credits {agency}" if agency else "takes text from no other article given"
    ids = [article.id for article in family]
    linked = (
        len(
            components(
                len(ids), [(ids.index(a), ids.index(b)) for a, b in map(sorted, together) if a in ids and b in ids]
            )
        )
        == 1
    )
    if not linked:
        return f"credit the same agency, {agency}: not shown to be independent" if agency else "share text or a credit"
    if agency:
        return f"share text and credit {agency}"
    return "share text; taken from the head" if head else "share text; who took from whom is undecided"
