"""Articles and copy links → origins: every article stands in exactly one, and one origin is one voice.

See `find_origins`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from headwater.articles.agencies import outlet_key, same_publisher
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
        link for link in links if link.kind == "copies" and link.verdict == "yes" and {link.a, link.b} <= number.keys()
    ]
    parents = {link.a: link.b for link in copied if link.directed}
    edges = [(number[link.a], number[link.b]) for link in copied]
    families = components(len(ordered), [*edges, *(_credited(ordered) if one_story else ())])
    texts = Counter(place for family in components(len(ordered), edges) for place in family[:1])
    origins = [
        _origin([ordered[place] for place in family], parents, shared=sum(texts[place] for place in family) == 1)
        for family in families
    ]
    return sorted(origins, key=lambda origin: (-len(origin.articles), origin.name, origin.id))


def _credited(articles: Sequence[Article]) -> list[tuple[int, int]]:
    """Return edges between articles that take their text from one agency, the agency's own articles included."""
    by_agency: defaultdict[str, list[int]] = defaultdict(list)
    names: dict[str, str] = {}
    for place, article in enumerate(articles):
        agency = supplier(article)
        if agency:
            by_agency[outlet_key(agency)].append(place)
            names[outlet_key(agency)] = agency
    for place, article in enumerate(articles):
        if supplier(article) is None:
            for agency, places in by_agency.items():
                if place not in places and same_publisher(article.outlet, names[agency]):
                    places.append(place)
    return [(places[0], place) for places in by_agency.values() for place in places[1:]]


def _origin(family: Sequence[Article], parents: Mapping[str, str], *, shared: bool) -> Origin:
    ids = tuple(article.id for article in family)
    heads = [article for article in family if article.id not in parents]
    head = heads[0] if len(heads) == 1 else None
    agency = _agency(family, head)
    outside = agency is not None and (head is None or not same_publisher(head.outlet, agency))
    first = head or min(family, key=lambda article: (article.published or "~", article.id))
    return Origin(
        id=digest("origin", *ids),
        name=agency or first.outlet or first.title or first.file,
        agency=agency,
        head=head.id if head and not outside else None,
        articles=ids,
        reason=_reason(family, agency, head, shared=shared),
    )


def _agency(family: Sequence[Article], head: Article | None) -> str | None:
    """Return the agency behind a family: the one that its head credits, else the one that most of its members credit."""
    if head and (len(family) == 1 or supplier(head)):
        return supplier(head)
    names = Counter(name for article in family if (name := supplier(article)))
    if head:
        names = Counter({name: n for name, n in names.items() if same_publisher(name, head.outlet)})
    return min(names, key=lambda name: (-names[name], name)) if names else None


def _reason(family: Sequence[Article], agency: str | None, head: Article | None, *, shared: bool) -> str:
    if len(family) == 1:
        return f"credits {agency} with its text" if agency else "takes its text from no other article given"
    if not shared:
        return f"credit their text to {agency}: not shown to be independent of one another"
    if agency:
        return f"share text, credited to {agency}"
    if head:
        return f"share text, taken from {head.outlet or head.title or head.file}"
    return "share text; who took it from whom is undecided"
