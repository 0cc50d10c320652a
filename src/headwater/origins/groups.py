"""Articles that belong together as a whole → the origins that they are, each with its head, agency and reason."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from headwater.articles.agencies import outlet_key, same_publisher
from headwater.copies.direction import supplier
from headwater.copies.families import components
from headwater.model import Article, Link, Origin, digest
from headwater.origins.membership import memberships
from headwater.origins.takings import CopyLinks


def label(article: Article) -> str:
    """Return what an article is called beside others: its outlet, else its title, else its file."""
    return article.outlet or article.title or article.file


def group_articles(articles: Mapping[str, Article], copies: CopyLinks, *, one_story: bool) -> list[Origin]:
    """Return the origins that articles belong to as a whole, in the order of their first articles.

    Within one story, articles that credit one agency with their text belong together.
    """
    ids, ordered = list(articles), list(articles.values())
    number = {article: place for place, article in enumerate(ids)}
    edges = [(number[a], number[b]) for a, b in memberships(articles, copies)]
    families = components(len(ids), [*edges, *(_credited(ordered) if one_story else ())])
    texts = Counter(place for family in components(len(ids), edges) for place in family[:1])
    taken_by: defaultdict[str, list[Link]] = defaultdict(list)
    for link in copies.taken:
        taken_by[link.a].append(link)
    sharing = {article for link in copies.undecided for article in (link.a, link.b)}
    origins = []
    for family in families:
        members = {ids[place] for place in family}
        parents = {
            link.a: link.b for member in sorted(members) for link in taken_by.get(member, ()) if link.b in members
        }
        shared = sum(texts[place] for place in family) == 1
        origin = _origin([ordered[place] for place in family], parents, shared=shared)
        if len(members) == 1 and origin.agency is None and members & taken_by.keys():
            origin = replace(origin, reason="has text of its own beside what it takes from others")
        elif len(members) == 1 and origin.agency is None and members & sharing:
            origin = replace(origin, reason="has text of its own beside passages whose source is undecided")
        origins.append(origin)
    return origins


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
