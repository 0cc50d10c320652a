"""Origins under some evidence → how many of them are shown to be independent of one another.

Two are one voice where a rule doubts that they are independent; the doubt is given in words. What enters are witnesses:
origins with all that the rules look at.

>>> from dataclasses import replace
>>> found = count_voices([NOBODY, replace(NOBODY, origin="o", name="A report without an outlet")])
>>> found.count, found.doubts
(1, ('an article of no known origin', 'publisher unknown'))
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, permutations

from headwater.articles.agencies import same_publisher
from headwater.model import Voices


@dataclass(frozen=True, kw_only=True, slots=True)
class Witness:
    """An origin under some evidence."""

    origin: str
    """Its id; empty where the evidence stands in articles that no origin holds."""
    name: str
    publishers: tuple[str, ...]
    """Who is behind it: its agency, else the outlet of its head, else every outlet that may be."""
    unknown: bool
    """Whether nobody, or not everybody, who may be behind it is known."""
    helpers: tuple[str, ...]
    """Suppliers that its articles were made with, or credit beside its agency, and whose part in them is not seen."""
    articles: frozenset[str]
    """Articles that belong to it as a whole."""
    printed_by: frozenset[str]
    """Articles in which the evidence stands that rests on it."""
    holders: frozenset[str]
    """For words whose source is not known: the articles that hold them."""


NOBODY = Witness(
    origin="",
    name="",
    publishers=(),
    unknown=True,
    helpers=(),
    articles=frozenset(),
    printed_by=frozenset(),
    holders=frozenset(),
)
"""Stands under evidence in articles that no origin holds."""


def count_voices(witnesses: Sequence[Witness]) -> Voices:
    """Count witnesses that are pairwise independent, those with the fewest doubts chosen first; all doubts are given."""
    doubted: defaultdict[int, set[int]] = defaultdict(set)
    reasons = {"an article of no known origin"} if any(not witness.origin for witness in witnesses) else set()
    for (a, one), (b, other) in combinations(enumerate(witnesses), 2):
        reason = doubt(one, other)
        if reason:
            doubted[a].add(b)
            doubted[b].add(a)
            reasons.add(reason)
    left, count = set(range(len(witnesses))), 0
    while left:
        chosen = min(left, key=lambda number: (len(doubted[number] & left), number))
        left -= doubted[chosen] | {chosen}
        count += 1
    names = tuple(witness.origin for witness in witnesses if witness.origin)
    return Voices(count=count, origins=names, doubts=tuple(sorted(reasons)))


def doubt(one: Witness, other: Witness) -> str | None:
    """Return why two witnesses are not shown to be independent, the first reason found; None where they are."""
    if one.unknown and other.unknown:
        return "publisher unknown"
    return next(_doubts(one, other), None)


def _doubts(one: Witness, other: Witness) -> Iterator[str]:
    for name in one.publishers:
        yield from (f"one publisher: {min(name, another)}" for another in other.publishers if _alike(name, another))
    for a, b in permutations((one, other)):
        behind = (*b.publishers, *b.helpers)
        yield from (f"made with {agency}" for agency in a.helpers if any(_alike(agency, name) for name in behind))
        if a.holders & b.articles:  # the shared words may be this article's own, or its source's
            yield f"may be the same source: {a.name}"
        if a.printed_by & b.articles - a.articles:  # it says in its own voice what it also gives on another's word
            yield f"{b.name} gives it on the word of {a.name} too"


@lru_cache(maxsize=1 << 16)
def _alike(one: str, other: str) -> bool:
    return same_publisher(one, other)
