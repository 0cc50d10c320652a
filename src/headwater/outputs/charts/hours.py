"""The reports of a story by the hour → a bounded number of steps of time, none left out in between.

>>> steps = by_time((("2031-05-03T10", 2, 1), ("2031-05-03T12", 1, 0)), 48)
>>> steps.each, [(step.articles, step.origins) for step in steps.all][:3]
('hour', [(2, 1), (0, 0), (1, 0)])
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import MINYEAR, date, datetime, timedelta

from headwater.outputs.times import readable

Reports = Iterable[tuple[str, int, int]]
"""`StoryCard.reports`: ISO hour in UTC, articles, origins first seen then."""

_FIRST = datetime(MINYEAR, 1, 1)  # noqa: DTZ001 - hours are counted in UTC throughout; a Monday, so weeks begin on one
_LAST = (date.max - date.min).days * 24 + 23
_STEPS = (
    (1, "hour"), (3, "3 hours"), (6, "6 hours"), (12, "12 hours"), (24, "day"), (72, "3 days"), (168, "week"),
    (672, "4 weeks"), (8736, "year of 52 weeks"),
)  # fmt: skip
FEWEST = 12
"""A shorter stretch is drawn with empty steps after it, so that one report is not a wall."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """What was reported in one step of time."""

    begins: datetime
    articles: int
    origins: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Steps:
    """Steps of one length, in order, without a gap."""

    each: str
    """How long one is, in words."""
    hours: int
    all: tuple[Step, ...]

    @property
    def articles(self) -> int:
        """How many articles there are in all."""
        return sum(step.articles for step in self.all)

    @property
    def origins(self) -> int:
        """How many origins there are in all."""
        return sum(step.origins for step in self.all)

    def label(self, place: int) -> str:
        """Return when a step begins, as short as its length allows."""
        begins = self.all[place].begins
        day = readable(begins.date().isoformat())
        return f"{day.rpartition(' ')[0]} {begins.hour:02}:00" if self.hours < 24 else day


def by_time(reports: Reports, most: int) -> Steps:
    """Return the reports in at most `most` steps (of an hour, where that is enough); what is no hour is left out."""
    counted: dict[int, list[int]] = {}
    for hour, articles, origins in reports:
        place = _hour(hour)
        if place is not None:
            held = counted.setdefault(place, [0, 0])
            held[0] += articles
            held[1] += origins
    if not counted:
        return Steps(each="hour", hours=1, all=())
    first, last = min(counted), max(counted)
    hours, each = next(
        (step for step in _STEPS if last // step[0] - first // step[0] < most), _longer(first, last, most)
    )
    begin = first // hours
    count = min(max(last // hours - begin + 1, min(FEWEST, most)), _LAST // hours - begin + 1)
    told = [[0, 0] for _ in range(count)]
    for place, (articles, origins) in counted.items():
        told[place // hours - begin][0] += articles
        told[place // hours - begin][1] += origins
    return Steps(
        each=each,
        hours=hours,
        all=tuple(
            Step(begins=_FIRST + timedelta(hours=(begin + place) * hours), articles=articles, origins=origins)
            for place, (articles, origins) in enumerate(told)
        ),
    )


def _longer(first: int, last: int, most: int) -> tuple[int, str]:
    years = -(-(last - first + 1) // (_STEPS[-1][0] * (most - 1)))
    return years * _STEPS[-1][0], f"{years} years"


def _hour(hour: str) -> int | None:
    try:
        return (datetime.strptime(hour, "%Y-%m-%dT%H") - _FIRST) // timedelta(hours=1)  # noqa: DTZ007 - UTC, see above
    except ValueError:
        return None
