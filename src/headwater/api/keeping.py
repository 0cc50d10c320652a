"""What was made once is kept while it holds: a small memory that forgets what was not asked for the longest.

>>> kept: Kept[str] = Kept(2)
>>> kept.get("a", lambda: "one"), kept.get("a", lambda: "never made")
('one', 'one')
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Kept(Generic[Value]):
    """Values by key that weigh up to `most` together, or one that weighs more; several threads may ask at once, what two make at once is the same."""

    def __init__(self, most: int, weigh: Callable[[Value], int] = lambda _: 1) -> None:
        self._most = most
        self._weigh = weigh
        self._held: OrderedDict[Hashable, Value] = OrderedDict()
        self._weight = 0
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """Return the value of a key, made where it is not there; what `make` raises is not kept."""
        with self._lock:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key]
        made = make()
        with self._lock:
            if key not in self._held:
                self._held[key] = made
                self._weight += self._weigh(made)
            while self._weight > self._most and len(self._held) > 1:
                self._weight -= self._weigh(self._held.popitem(last=False)[1])
        return made
