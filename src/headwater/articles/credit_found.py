"""A credit in a string, before it is known where the string stands, and what several of them have in common.

>>> near = Near([Found(start=0, end=5, agency="AFP", kind="cited")])
>>> [one.agency for one in near.touching(4, 9)], near.touching(5, 9)
(['AFP'], [])
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from headwater.model import CreditKind

ROOM = 512
"""Characters that share one bucket; credits are shorter."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """A credit in a string, before it is known where the string stands; offsets are code points."""

    start: int
    end: int
    agency: str
    kind: CreditKind
    outlet: str | None = None
    """Who the same words say does the reporting."""


def in_order(found: Iterable[Found]) -> list[Found]:
    """Return different credits by their place, then by name.

    >>> in_order([])
    []
    """
    return sorted(dict.fromkeys(found), key=lambda one: (one.start, one.end, one.agency, one.kind, one.outlet or ""))


class Near:
    """Credits by their place, so that those at a place are found without looking at all."""

    def __init__(self, found: Iterable[Found] = ()) -> None:
        self._buckets: defaultdict[int, list[Found]] = defaultdict(list)
        for one in found:
            self.add(one)

    def add(self, one: Found) -> None:
        """Keep one more credit."""
        for bucket in range(one.start // ROOM, one.end // ROOM + 1):
            self._buckets[bucket].append(one)

    def touching(self, start: int, end: int) -> list[Found]:
        """Return the credits that share a character with a run, some of them twice where they are long."""
        return [
            one
            for bucket in range(start // ROOM, end // ROOM + 1)
            for one in self._buckets.get(bucket, ())
            if one.start < end and start < one.end
        ]
