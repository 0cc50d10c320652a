"""Matches → families, and in each family the head and whom every other article took its text from.

>>> components(5, [(0, 1), (3, 1)])
[[0, 1, 3], [2], [4]]
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from headwater.copies.direction import Clue

CENTRAL = 1.5
"""Points for an article each time that it explains more of another's text than any third does."""
MORE = 1.25
"""An article takes from another than the head only if they share this many times what it shares with the head."""


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

    @property
    def points(self) -> float:
        """The clues together."""
        return sum(clue.points for clue in self.clues)

    def turned(self) -> Tie:
        """Return the same tie seen from `b`."""
        clues = tuple(Clue(points=-clue.points, reason=clue.reason) for clue in self.clues)
        return Tie(a=self.b, b=self.a, shared=self.shared, whole=self.whole, clues=clues)


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


def find_parents(members: Sequence[int], ties: Iterable[Tie], margin: float) -> dict[int, int]:
    """Return for each member but the head whom it took its text from; empty where the head stays undecided."""
    seen: dict[int, dict[int, Tie]] = {member: {} for member in members}
    for tie in ties:
        seen[tie.a][tie.b] = tie
        seen[tie.b][tie.a] = tie.turned()
    standing = _standing(seen)
    first, second = sorted(members, key=lambda member: (-standing[member], member))[:2]
    if standing[first] - standing[second] < margin:
        return {}
    found = {member: _parent(member, first, seen, standing) for member in members if member != first}
    return {member: parent for member, parent in found.items() if parent is not None}


def _standing(seen: Mapping[int, Mapping[int, Tie]]) -> dict[int, float]:
    """Return how much speaks for each member being the head."""
    standing = {member: -sum(tie.points for tie in others.values()) for member, others in seen.items()}
    if len(seen) > 2:
        for others in seen.values():
            ranked = sorted((tie for tie in others.values() if tie.whole), key=lambda tie: (-tie.shared, tie.b))
            if ranked and (len(ranked) == 1 or ranked[0].shared > ranked[1].shared):
                standing[ranked[0].b] += CENTRAL
    return standing


def _parent(member: int, head: int, seen: Mapping[int, Mapping[int, Tie]], standing: Mapping[int, float]) -> int | None:
    """Return the head, unless a member that stands above this one explains clearly more of it; None where none does."""
    others = seen[member]
    of_head = others.get(head)
    taken = of_head is not None and (of_head.whole or of_head.points > 0)
    least = MORE * of_head.shared + 10 if of_head and taken else 0.0
    better = [
        tie
        for tie in others.values()
        if tie.b != head and standing[tie.b] > standing[member] and tie.points > 0 and tie.shared > least
    ]
    if better:
        return max(better, key=lambda tie: (tie.shared, -tie.b)).b
    return head if taken else None
