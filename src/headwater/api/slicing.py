"""A list in memory → one page of it, and the cursor of the next, which survives that the list changes meanwhile.

>>> first = sliced("points", ["a", "b", "c"], str, Paging(limit=2))
>>> first.items, sliced("points", ["a", "new", "b", "c"], str, Paging(after=first.after)).items
(('a', 'b'), ('c',))
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from headwater.api.asking import Paging
from headwater.model import Slice
from headwater.store.cursors import cursor, read_cursor

Item = TypeVar("Item")


def sliced(listing: str, items: Sequence[Item], name: Callable[[Item], str], page: Paging) -> Slice[Item]:
    """Return the items that follow the one named by a cursor; where that one is gone, those that follow its place.

    Raises `UsageError` for a cursor that belongs to another listing.
    """
    start = 0
    if page.after is not None:
        place, last = read_cursor(page.after, listing, int, str)
        start = _place(items, name, int(str(place)), str(last)) + 1
    shown = tuple(items[start : start + page.limit])
    end = start + len(shown)
    return Slice(
        items=shown,
        after=cursor(listing, end - 1, name(items[end - 1])) if end < len(items) else None,
        total=len(items),
    )


def _place(items: Sequence[Item], name: Callable[[Item], str], place: int, last: str) -> int:
    if 0 <= place < len(items) and name(items[place]) == last:
        return place
    return next((number for number, item in enumerate(items) if name(item) == last), max(place, 0))
