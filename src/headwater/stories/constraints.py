"""What people decided about pairs → groups that are one story, and pairs that are not.

A decision holds through others: where “a with b” and “b with c” are decided, a and c are together, also if b is not
among the articles at hand.

>>> held = hold(["a", "c", "d"], together=[("a", "b"), ("b", "c")], apart=[("b", "d")])
>>> held.together, held.apart
(((0, 1),), ((0, 2),))
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

Item = TypeVar("Item", str, int)
Pair = tuple[int, int]


@dataclass(frozen=True, kw_only=True, slots=True)
class Held:
    """Decisions about a list of items, by their places; free of contradictions."""

    together: tuple[Pair, ...] = ()
    """Each group as a chain, in order of place."""
    apart: tuple[Pair, ...] = ()
    """First members of two groups, or single items, none of whose members may be in one cluster."""

    def among(self, places: Sequence[int]) -> Held:
        """Return the decisions about some of the items, by their places in that selection; groups must be in it whole."""
        return Held(together=tuple(indices(self.together, places)), apart=tuple(indices(self.apart, places)))


def hold(items: Sequence[Item], *, together: Iterable[tuple[Item, Item]], apart: Iterable[tuple[Item, Item]]) -> Held:
    """Return what the decisions say of the items at hand; items are all different, pairs may name others as well.

    Where decisions contradict each other, `apart` goes before `together`, and of two of those the later one holds.
    """
    groups = _Groups(apart)
    for a, b in reversed(list(together)):
        groups.join(a, b)
    members: defaultdict[Item, list[int]] = defaultdict(list)
    for place, item in enumerate(items):
        members[groups.head(item)].append(place)
    chains = sorted(pair for places in members.values() for pair in pairwise(places))
    divided = {
        tuple(sorted((members[one][0], members[other][0])))
        for one, other in groups.divided()
        if one in members and other in members
    }
    return Held(together=tuple(chains), apart=tuple(sorted((a, b) for a, b in divided)))


def indices(pairs: Iterable[tuple[Item, Item]], items: Sequence[Item]) -> list[Pair]:
    """Return pairs of items by their places; those that name an item not at hand are left out.

    >>> indices([("a", "c"), ("a", "gone")], ["a", "b", "c"])
    [(0, 2)]
    """
    number = {item: place for place, item in enumerate(items)}
    return [(number[a], number[b]) for a, b in pairs if a in number and b in number]


class _Groups(Generic[Item]):
    """Items joined into groups, as far as nothing holds the groups apart (union and find)."""

    def __init__(self, apart: Iterable[tuple[Item, Item]]) -> None:
        self._above: dict[Item, Item] = {}
        self._foes: defaultdict[Item, set[Item]] = defaultdict(set)
        for a, b in apart:
            if a != b:
                self._foes[a].add(b)
                self._foes[b].add(a)

    def head(self, item: Item) -> Item:
        while (above := self._above.get(item, item)) != item:
            self._above[item] = item = self._above.get(above, above)
        return item

    def join(self, a: Item, b: Item) -> None:
        one, other = sorted((self.head(a), self.head(b)))
        if one == other or other in self._foes[one]:
            return
        self._above[other] = one
        for foe in self._foes.pop(other, ()):
            self._foes[foe].discard(other)
            self._foes[foe].add(one)
            self._foes[one].add(foe)

    def divided(self) -> set[tuple[Item, Item]]:
        """Return the heads of the groups that are held apart, in pairs."""
        return {(one, other) for one, foes in self._foes.items() for other in foes}
