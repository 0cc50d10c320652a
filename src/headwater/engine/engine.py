"""Where work runs: the three verbs that every engine has.

>>> from headwater.engine import Here
>>> engine: Engine = Here()
>>> list(engine.each(len, ["rain", "flood"], seconds=None))
[4, 5]
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from headwater.engine.attempt import Failure, Item, Result
from headwater.engine.blocks import Keyed, Pair


class Engine(Protocol):
    """Map, shuffle, components. The same items give the same results in the same order, whatever the engine."""

    def each(
        self, function: Callable[[Item], Result], items: Iterable[Item], *, seconds: float | None
    ) -> Iterator[Result | Failure[Item]]:
        """Yield one result or `Failure` for each item, in order; at most `seconds` for each, None: no limit.

        Lazy: items may be endless. Raises a HeadwaterError that the function raises.
        """

    def pairs(self, keyed: Iterable[Keyed]) -> Iterator[Pair]:
        """Yield each pair of ids that share a blocking key, once, in order; `keyed` holds ids with their keys."""

    def groups(self, ids: Iterable[str], pairs: Iterable[Pair]) -> tuple[tuple[str, ...], ...]:
        """Return the connected components, in order; an id without a pair is a group of its own."""
