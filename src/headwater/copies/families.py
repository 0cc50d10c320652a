"""Matches → families, and in each family the head and whom every other article took its text from.

>>> components(5, [(0, 1), (3, 1)])
[[0, 1, 3], [2], [4]]
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from headwater.copies.direction import Clue
from headwater.model import Article, Link

CENTRAL = 1.5
"""Points for an article each time that it explains more of another's text than any third does."""
MORE = 1.25
"""An article takes from another than the head only if they share this many times what it shares with the head."""

SAME = 0.5
"""Two passages of an article are for the most part the same text where they have this much of one in common."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Tie:
    """What links two members of a family, seen from `a`: points above 0 say that `a` took from `b`."""

    a: int
    b: int
    shared: int
    """Content words that stand in both."""
    whole: bool
    """Whether one of the two stands wholly in the other, more or less."""
    clues: tuple[Clue, ...]
    barred: frozenset[int] = frozenset()
    """Of the two, those that did not take from the other."""

    @property
    def points(self) -> float:
        """The clues together."""
        return sum(clue.points for clue in self.clues)

    def turned(self) -> Tie:
        """Return the same tie seen from `b`."""
        clues = tuple(Clue(points=-clue.points, reason=clue.reason) for clue in self.clues)
        return Tie(a=self.b, b=self.a, shared=self.shared, whole=self.whole, clues=clues, barred=self.barred)


def components(count: int, edges: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return the connected components of `count` nodes, each in order, by their first node (union and find)."""
    above = list(range(count))

    def top(node: int) -> int:
        while above[node] != node:
            above[node] = above[above[node]]
            node = above[node]
        return node

    for a, b in edges:
        first, second = sorted((top(a), top(b)))
        above[second] = first
    groups: dict[int, list[int]] = {}
    for node in range(count):
        groups.setdefault(top(node), []).append(node)
    return list(groups.values())


@dataclass(frozen=True, kw_only=True, slots=True)
class Bond:
    """A copy link between two articles by their numbers."""

    a: int
    b: int
    words: int
    """How many content words they share."""
    taker: int | None
    """The article that takes this as a part of its text, where it is known who takes and the part is less than half."""
    runs: tuple[tuple[int, int], ...]
    """First and last word of each stretch that it takes, in order and apart."""


def split_bonds(bonds: Iterable[Bond]) -> tuple[list[Bond], list[Bond]]:
    """Return the bonds that make families and those that do not.

    An article that takes parts from several (a live blog, a press review) joins only the family that it takes most from;
    what stands in it does not become one family with what else stands in it. Passages that are for the most part the
    same text count as one.

    >>> blog = [Bond(a=0, b=n, words=90 - n, taker=0, runs=((n * 100, n * 100 + 90 - n),)) for n in (1, 2)]
    >>> [[bond.b for bond in part] for part in split_bonds(blog)]
    [[1], [2]]
    """
    taken: dict[int, tuple[tuple[int, int], ...]] = {}
    joining: list[Bond] = []
    apart: list[Bond] = []
    for bond in sorted(bonds, key=lambda bond: (-bond.words, bond.a, bond.b)):
        free = bond.taker is None or _same(bond.runs, taken.setdefault(bond.taker, bond.runs))
        (joining if free else apart).append(bond)
    return joining, apart


def _size(runs: Iterable[tuple[int, int]]) -> int:
    return sum(last - first + 1 for first, last in runs)


def _same(runs: Sequence[tuple[int, int]], others: Sequence[tuple[int, int]]) -> bool:
    """Say whether stretches are for the most part among others of the same text; both in order and apart."""
    common = place = 0
    for first, last in runs:
        while place < len(others) and others[place][1] < first:
            place += 1
        while place < len(others) and others[place][0] <= last:
            common += min(last, others[place][1]) - max(first, others[place][0]) + 1
            if others[place][1] > last:
                break
            place += 1
    return common >= SAME * _size(runs)


def find_families(articles: Iterable[Article], links: Iterable[Link]) -> list[tuple[str, ...]]:
    """Return the ids of the articles of each family, in order: the components of the copy links that join.

    A partial copy stays in the family of what it was taken from, whatever else stands in it.

    >>> find_families([], [])
    []
    """
    ids = sorted({article.id for article in articles})
    number = {article: place for place, article in enumerate(ids)}
    edges = [
        (number[link.a], number[link.b])
        for link in links
        if link.kind == "copies" and link.joins and {link.a, link.b} <= number.keys()
    ]
    return [tuple(ids[place] for place in family) for family in components(len(ids), edges)]


def find_parents(members: Sequence[int], ties: Iterable[Tie], margin: float) -> dict[int, int]:
    """Return for each member but the head whom it took its text from; empty where the head stays undecided."""
    seen: dict[int, dict[int, Tie]] = {member: {} for member in members}
    for tie in ties:
        seen[tie.a][tie.b] = tie
        seen[tie.b][tie.a] = tie.turned()
    standing = _standing(seen)
    first, second = sorted(members, key=lambda member: (-standing[member], member))[:2]
    shown = any(
        tie.points <= -margin / 2 for tie in seen[first].values()
    )  # to be central alone is no sign of being first
    if standing[first] - standing[second] < margin or not shown:
        return {}
    found = {member: _parent(member, first, seen, standing) for member in members if member != first}
    return {member: parent for member, parent in found.items() if parent is not None}


def _standing(seen: Mapping[int, Mapping[int, Tie]]) -> dict[int, float]:
    """Return how much speaks for each member being the head."""
    standing = {member: -sum(tie.points for tie in others.values()) for member, others in seen.items()}
    if len(seen) > 2:
        for others in seen.values():
            ranked = sorted(
                (tie for tie in others.values() if tie.whole and tie.a not in tie.barred),
                key=lambda tie: (-tie.shared, tie.b),
            )
            if ranked and (len(ranked) == 1 or ranked[0].shared > ranked[1].shared):
                standing[ranked[0].b] += CENTRAL
    return standing


def _parent(member: int, head: int, seen: Mapping[int, Mapping[int, Tie]], standing: Mapping[int, float]) -> int | None:
    """Return the head, unless a member that stands above this one explains clearly more of it; None where none does."""
    others = seen[member]
    of_head = others.get(head)
    taken = of_head is not None and (of_head.whole or of_head.points > 0) and member not in of_head.barred
    least = MORE * of_head.shared + 10 if of_head and taken else 0.0
    better = [
        tie
        for tie in others.values()
        if tie.b != head and standing[tie.b] > standing[member] and tie.points > 0 and tie.shared > least
    ]
    if better:
        return max(better, key=lambda tie: (tie.shared, -tie.b)).b
    return head if taken else None
