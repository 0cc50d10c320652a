"""Articles and copy links → origins: every article stands in one as a whole, and its passages rest on one each.

See `find_origins`. Membership is decided first, then every passage that rests on another origin is lent to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from headwater.articles.agencies import outlet_key, same_publisher
from headwater.model import Article, Link, Origin, digest
from headwater.origins.borrowing import CITED, CONFLICT, SHARED, Claim, Home, Piece, gather, settle, taken_claims
from headwater.origins.citing import Cited, find_cited
from headwater.origins.groups import group_articles, label
from headwater.origins.shared import SharedWords, find_shared_words, pool
from headwater.origins.stretches import shared_length
from headwater.origins.takings import MOSTLY, sort_links, sources_first

NAMED = 3
"""How many outlets the name of shared words lists before “and 2 more”."""


def find_origins(articles: Sequence[Article], links: Sequence[Link], *, one_story: bool = True) -> list[Origin]:
    """Return the origins of some articles, largest first, then by name; links to other articles are ignored.

    An article belongs to the origin that it takes its text from, unless it has enough text of its own
    (`membership.OWN_SHARE`): then it is an origin itself, and what it takes stands in `borrowed` of the origin that it
    comes from. Words that articles share without a known source, or that both quote, are an origin without articles; so is
    a supplier who is cited and of whom no article is given.

    Within one story, articles that credit one agency with their text are one voice even where they share little of it:
    where independence cannot be shown it is not claimed. Say `one_story=False` for articles about anything, which may
    credit one agency for different texts.

    >>> find_origins([], [])
    []
    """
    by_id = {article.id: article for article in sorted(articles, key=lambda one: one.id)}
    copies = sort_links(links, by_id)
    groups = group_articles(by_id, copies, one_story=one_story)
    homes = {
        article: Home(origin=origin.id, label=label(by_id[article])) for origin in groups for article in origin.articles
    }
    group_of = {article: number for number, origin in enumerate(groups) for article in origin.articles}
    cited = {article.id: found for article in by_id.values() if (found := find_cited(article))}
    agencies = _agency_origins((each.agency for found in cited.values() for each in found), groups, by_id)
    claims, pooled = _claims(cited, find_shared_words(copies, group_of), agencies, by_id)
    settled: dict[str, list[Piece]] = {}
    for article in sources_first(by_id, copies.takings):
        taken = taken_claims(by_id[article], copies.takings.get(article, ()), settled, homes)
        settled[article] = settle(by_id[article], [*claims.get(article, ()), *taken])
    borrowed = gather(by_id.values(), settled, homes)
    others = {
        origin.id: origin
        for origin in (*agencies.values(), *(_shared_origin(name, words[0], by_id) for name, words in pooled.items()))
    }
    bodiless = [origin for origin in others.values() if not origin.articles and origin.id in borrowed]
    origins = [replace(origin, borrowed=borrowed.get(origin.id, ())) for origin in (*groups, *bodiless)]
    return sorted(origins, key=lambda origin: (-len(origin.articles), origin.name, origin.id))


def _agency_origins(
    names: Iterable[str], groups: Sequence[Origin], articles: Mapping[str, Article]
) -> dict[str, Origin]:
    """Return for each cited supplier the origin that it is, one without articles where none of the story is its own."""
    suppliers = sorted(set(names))
    published = _by_publisher(groups, articles) if suppliers else {}
    found: dict[str, Origin] = {}
    for name in suppliers:
        own = [each for publisher, each in published.items() if same_publisher(name, publisher)]
        known = (each for other, each in found.items() if same_publisher(name, other))
        found[name] = min(own, default=(0, 0, "", next(known, None) or _cited_origin(name)))[-1]
    return found


Nearness = tuple[int, int, str, Origin]
"""How near an origin is to a publisher, the nearest first: its text, then its articles, then the largest."""


def _by_publisher(groups: Iterable[Origin], articles: Mapping[str, Article]) -> dict[str, Nearness]:
    """Return the origin of each publisher's text: the one credited to it, else one that its own article heads or is in."""
    found: dict[str, Nearness] = {}
    for origin in groups:
        head = articles[origin.head].outlet if origin.head else None
        outlets = {articles[article].outlet: -1 for article in origin.articles}
        for name, nearness in {**outlets, head: -2, origin.agency: -3}.items():
            if name:
                near = (nearness, -len(origin.articles), origin.id, origin)
                found[name] = min(near, found.get(name, near))
    return found


def _cited_origin(name: str) -> Origin:
    return Origin(
        id=digest("origin", "agency", outlet_key(name)),
        name=name,
        agency=name,
        head=None,
        articles=(),
        reason="cited; no article of its own is given",
    )


def _shared_origin(identity: str, words: SharedWords, articles: Mapping[str, Article]) -> Origin:
    kind = "quotation" if words.quoted else "passage"
    return Origin(
        id=identity,
        name=f"{kind} in {_listed(words.places, articles)}",
        agency=None,
        head=None,
        articles=(),
        reason="the same words quoted: one speaker's or one release's"
        if words.quoted
        else "the same text; who took it from whom is undecided",
    )


def _listed(ids: Iterable[str], articles: Mapping[str, Article]) -> str:
    """Return the names of some articles in one phrase: “A, B and 3 more”."""
    names = sorted({label(articles[article]) for article in ids})
    shown = names if len(names) <= NAMED + 1 else [*names[:NAMED], f"{len(names) - NAMED} more"]
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def _claims(
    cited: Mapping[str, Sequence[Cited]],
    shared: Iterable[SharedWords],
    agencies: Mapping[str, Origin],
    articles: Mapping[str, Article],
) -> tuple[dict[str, list[Claim]], dict[str, list[SharedWords]]]:
    """Return the claims on each article that credits and shared words make, and the shared words without a supplier.

    Words that one of those who print them credits to a supplier are that supplier's; if several suppliers are credited,
    they are no one's alone.
    """
    claims: defaultdict[str, list[Claim]] = defaultdict(list)

    def claim(level: int, origin: str, words: SharedWords, supplier: Origin | None) -> None:
        for article, spans in words.places.items():
            reason = _why_shared(words, article, supplier, articles)
            claims[article] += [Claim(level=level, span=span, origin=origin, reason=reason) for span in spans]

    for article, found in cited.items():
        for spans, beside in groupby(sorted(found, key=lambda each: each.spans), key=lambda each: each.spans):
            together = list(beside)
            nearest = _nearest(agencies[each.agency] for each in together).id
            reason = ", ".join(" ".join(each.words.split()) for each in together)
            claims[article] += [Claim(level=CITED, span=span, origin=nearest, reason=reason) for span in spans]
    rest = []
    for words in shared:
        suppliers = _credited_suppliers(words, cited, agencies)
        if len(suppliers) == 1:
            claim(SHARED, suppliers[0].id, words, suppliers[0])
        else:
            rest.append(words)
    pooled = pool(rest)
    for origin, alike in pooled.items():
        for words in alike:
            claim(CONFLICT if _credited_suppliers(words, cited, agencies) else SHARED, origin, words, None)
    return claims, pooled


def _nearest(origins: Iterable[Origin]) -> Origin:
    """Return of several suppliers of the same words one whose text is given, so that they are no further voice; else the first."""
    every = list(origins)
    return next((origin for origin in every if origin.articles), every[0])


def _credited_suppliers(
    words: SharedWords, cited: Mapping[str, Sequence[Cited]], agencies: Mapping[str, Origin]
) -> list[Origin]:
    found = {
        agencies[each.agency].id: agencies[each.agency]
        for article, spans in words.places.items()
        for each in cited.get(article, ())
        if any(shared_length(span, each.spans) >= MOSTLY * (span.end - span.start) for span in spans)
    }
    return [found[name] for name in sorted(found)]


def _why_shared(words: SharedWords, article: str, agency: Origin | None, articles: Mapping[str, Article]) -> str:
    others = _listed((other for other in words.places if other != article), articles)
    if agency:
        return f"the same words as in {others}, credited to {agency.name}"
    return f"also quoted in {others}" if words.quoted else f"also in {others}; who took it from whom is undecided"
