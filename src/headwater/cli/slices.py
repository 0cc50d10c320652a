"""Listings that a desk hands out slice by slice → as much of them as was asked for.

>>> pages = {None: Slice(items=("a", "b"), after="b"), "b": Slice(items=("c",), after=None)}
>>> items_of(lambda after, most: pages[after], 3).items
('a', 'b', 'c')
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from headwater.model import Slice
from headwater.outputs.closing import number

Item = TypeVar("Item")
AT_ONCE = 100
"""Items of one slice."""
Fetch = Callable[[str | None, int], Slice[Item]]
"""A cursor and how many at most → the next slice."""


def items_of(fetch: Fetch[Item], limit: int) -> Slice[Item]:
    """Return the first items of a listing as one slice; `after` says that there are more."""
    items: list[Item] = []
    after, total = None, None
    while len(items) < limit:
        found = fetch(after, min(limit - len(items), AT_ONCE))
        items += found.items
        after, total = found.after, found.total
        if after is None:
            break
    return Slice(items=tuple(items), after=after, total=total)


def every(fetch: Fetch[Item]) -> Iterator[Item]:
    """Yield all items of a listing."""
    after = None
    while True:
        found = fetch(after, AT_ONCE)
        yield from found.items
        after = found.after
        if after is None:
            return


def rest_line(shown: Slice[Item], noun: str) -> str:
    """Return how many are shown, and whether there are more.

    >>> rest_line(Slice(items=("a",), after="a", total=7), "story"), rest_line(Slice(items=("a",), after=None), "story")
    ('1 of 7 stories; --limit shows more', '1 story')
    """
    if shown.after is None:
        return number(len(shown.items), noun)
    of = f"{len(shown.items):,} of {number(shown.total, noun)}" if shown.total else number(len(shown.items), noun)
    return f"{of}; --limit shows more"
