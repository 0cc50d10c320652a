"""Mentions → one node a spelling, and the joining of nodes.

>>> joined = Joined(["a", "b", "c"])
>>> joined.join("c", "a")
>>> joined.groups()
[['a', 'c'], ['b']]
>>> joined = Joined(["a", "b", "c"], apart=[("b", "c")])
>>> joined.join("c", "a"), joined.join("a", "b")
(None, None)
>>> joined.groups()
[['a', 'c'], ['b']]
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from headwater.actors.spelling import keys
from headwater.model import ActorKind, Mention

STRONGER: tuple[ActorKind, ...] = ("person", "group", "place", "other")
"""Of kinds seen equally often the first counts."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Node:
    """One spelling with everything that carries it."""

    name: str
    kind: ActorKind
    keys: tuple[str, ...]
    mentions: tuple[Mention, ...]


def nodes_of(mentions: Iterable[Mention], *, transliterate: bool) -> list[Node]:
    """Return one node a spelling, in order of the spelling; its kind is the one seen most often, `other` last."""
    by_name: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        by_name[mention.name].append(mention)
    return [
        Node(
            name=name,
            kind=main_kind(by_name[name]),
            keys=keys(name, transliterate=transliterate),
            mentions=tuple(sorted(by_name[name])),
        )
        for name in sorted(by_name)
    ]


def main_kind(mentions: Sequence[Mention]) -> ActorKind:
    """Return the kind that most mentions have; `other` only where no mention says more."""
    counts = Counter(mention.kind for mention in mentions)
    return max(STRONGER, key=lambda kind: (kind != "other" and counts[kind] > 0, counts[kind], -STRONGER.index(kind)))


class Joined:
    """Names that are known to be one actor (union-find); the smallest name of a group stands for it."""

    def __init__(self, names: Iterable[str], apart: Iterable[tuple[str, str]] = ()) -> None:
        """Begin with every name alone; groups that hold two names that are `apart` never become one."""
        self._head = {name: name for name in names}
        self._foes: defaultdict[str, set[str]] = defaultdict(set)
        for a, b in apart:
            if a != b:
                self._foes[a].add(b)
                self._foes[b].add(a)

    def head(self, name: str) -> str:
        """Return the name that stands for the group of this one."""
        while self._head[name] != name:
            self._head[name] = self._head[self._head[name]]
            name = self._head[name]
        return name

    def join(self, a: str, b: str) -> None:
        """Make the groups of two names one, unless they are held apart."""
        one, other = sorted((self.head(a), self.head(b)))
        if other in self._foes[one]:
            return
        self._head[other] = one
        for foe in self._foes.pop(other, ()):
            self._foes[foe].discard(other)
            self._foes[foe].add(one)
            self._foes[one].add(foe)

    def apart(self) -> list[tuple[str, str]]:
        """Return the groups that are held apart, by the names that stand for them, in order."""
        return sorted((one, foe) for one, foes in self._foes.items() for foe in foes if one < foe)

    def groups(self) -> list[list[str]]:
        """Return the groups, each in order, by their first name."""
        found: dict[str, list[str]] = defaultdict(list)
        for name in sorted(self._head):
            found[self.head(name)].append(name)
        return list(found.values())
