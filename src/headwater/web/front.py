"""The list of stories: newest first, or by origins, articles or disputes.

>>> [name for name, _ in ORDERS]
['newest', 'origins', 'articles', 'disputed']
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import ClassVar

from headwater.model import DeskCounts, StoryCard, StoryOrder
from headwater.outputs.times import readable
from headwater.web.asked import Asked
from headwater.web.site import Site

PAGE = 30
ORDERS: tuple[tuple[StoryOrder, str], ...] = (
    ("newest", "Newest"),
    ("origins", "Most origins"),
    ("articles", "Most articles"),
    ("disputed", "Most disputed"),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Day:
    """Stories whose last report is of one day; the day is empty where the list is in another order."""

    day: str
    cards: tuple[StoryCard, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class FrontPage:
    """One page of the list of stories."""

    template: ClassVar[str] = "front.html.j2"
    counts: DeskCounts
    order: StoryOrder
    days: tuple[Day, ...]
    total: int | None
    after: str | None
    first: bool


def front_page(site: Site, asked: Asked) -> FrontPage:
    """Return the stories of the desk in the order asked for, `after` a cursor."""
    order = asked.choice("order", tuple(name for name, _ in ORDERS))
    after = asked.some("after")
    found = site.desk.stories(order, after=after, limit=PAGE)
    return FrontPage(
        counts=site.desk.counts(),
        order=order,
        days=by_day(found.items) if order == "newest" else (Day(day="", cards=found.items),) if found.items else (),
        total=found.total,
        after=found.after,
        first=after is None,
    )


def by_day(cards: Sequence[StoryCard]) -> tuple[Day, ...]:
    """Return cards in runs by the day of their last report, in the order in which they come.

    >>> by_day(())
    ()
    """
    runs = groupby(cards, key=lambda card: readable((card.last or "")[:10]) or "Undated")
    return tuple(Day(day=day, cards=tuple(held)) for day, held in runs)
