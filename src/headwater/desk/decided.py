"""Corrections → what people decided, as it stands: later acts outrank earlier ones, taken-back ones count for nothing.

>>> from headwater.model import correction
>>> merge = correction("merge stories", groups=(("p1", "p2"),), person="Ana", made="2031-05-03T10:00:00Z")
>>> split = correction("split story", groups=(("p1",), ("p2",)), person="Ana", made="2031-05-03T11:00:00Z")
>>> decided([merge]).stories, decided([merge, split]).stories
(Pairs(together=(('p1', 'p2'),), apart=()), Pairs(together=(), apart=(('p1', 'p2'),)))
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from headwater.model import Correction, Link, LinkKind, Quoted, standing

Pair = tuple[str, str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Pairs:
    """What belongs together and what does not; each pair smaller first, in order."""

    together: tuple[Pair, ...] = ()
    apart: tuple[Pair, ...] = ()

    def named(self) -> frozenset[str]:
        """Return everything that a pair names."""
        return frozenset(each for pair in (*self.together, *self.apart) for each in pair)


@dataclass(frozen=True, kw_only=True, slots=True)
class Decided:
    """The judgements of people that hold."""

    stories: Pairs = field(default_factory=Pairs)
    """Of page ids."""
    actors: Pairs = field(default_factory=Pairs)
    """Of spellings."""
    copies: tuple[Link, ...] = ()
    """Between page ids; one a pair, the latest."""
    disputes: tuple[Link, ...] = ()
    """Between ids of `Quoted`; one a pair, the latest."""
    quoted: tuple[Quoted, ...] = ()
    """The words behind those ids, in order."""


def decided(corrections: Iterable[Correction]) -> Decided:
    """Return what holds of some corrections, given in the order in which they were made."""
    held = standing(corrections)
    return Decided(
        stories=_pairs(held, "same_story"),
        actors=_pairs(held, "same_actor"),
        copies=_latest(held, "copies"),
        disputes=_latest(held, "contradicts"),
        quoted=tuple(sorted({words for each in held for words in each.quoted})),
    )


def _pairs(corrections: Iterable[Correction], kind: LinkKind) -> Pairs:
    together: set[Pair] = set()
    apart: set[Pair] = set()
    for each in corrections:
        links = [link for link in each.links if link.kind == kind]
        if not links:
            continue
        group_of = {name: number for number, group in enumerate(each.groups) for name in group}
        # What the new act says of two names replaces all that was said of them; a name that it does not speak of is no
        # bridge between groups that it holds apart.
        apart = {pair for pair in apart if not _within(pair, group_of)}
        together = {pair for pair in together if len(each.groups) < 2 or not _leaves(pair, group_of)}
        for link in links:
            (together if link.verdict == "yes" else apart).add((min(link.a, link.b), max(link.a, link.b)))
    return Pairs(together=tuple(sorted(together)), apart=tuple(sorted(apart)))


def _within(pair: Pair, group_of: dict[str, int]) -> bool:
    a, b = (group_of.get(name) for name in pair)
    return a is not None and a == b


def _leaves(pair: Pair, group_of: dict[str, int]) -> bool:
    a, b = (group_of.get(name) for name in pair)
    return a != b


def _latest(corrections: Iterable[Correction], kind: LinkKind) -> tuple[Link, ...]:
    found: dict[Pair, Link] = {}
    for each in corrections:
        for link in each.links:
            if link.kind == kind:
                found[min(link.a, link.b), max(link.a, link.b)] = link
    return tuple(link for _, link in sorted(found.items()))
