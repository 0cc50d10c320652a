"""Parts of weeks, months, years and more: “early”, “mid-”, “the end of”, “the second half of”, “later this …”.

Parts are wide on purpose: “early” and “late” are thirds, “the beginning” and “the end” of a year its outer quarters.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from headwater.text.dates_calendar import Days, add_days, add_months, month_of, months_of, run, year_of

PART = (
    r"(?P<part>early|mid|middle|late|earlier|later|(?:at|by|towards?|before|until|till|from|since|around)?\s*(?:the\s+)?(?:very\s+)?(?:start|beginning|middle|end|rest|remainder|(?:first|second)\s+half))"
    r"(?:[\s-]+(?:in|of)?\s*(?:the\s+)?)"
)
LEAD = re.compile(r"(?:(?:at|by|towards?|before|until|till|from|since|around)\s+)?(?:the\s+)?(?:very\s+)?")


def part_named(match: re.Match[str]) -> str:
    """Return the word that names the part (`early`, `end`, `second half`) in a match of `PART`; empty for none."""
    words = re.sub(r"\s+", " ", (match["part"] or "").lower()).strip()
    return LEAD.sub("", words, count=1)


def part_of(whole: Days, part: str, unit: str, anchor: date | None) -> Days | None:
    """Return the days of a part of a run of days; None where the words and the day of the report do not agree."""
    first, last = whole
    if not part:
        return whole
    if part in {"earlier", "later", "rest", "remainder"}:
        if anchor is None or not first <= anchor <= last:
            return None
        return run(first, anchor) if part == "earlier" else run(anchor, last)
    if part.endswith("half"):
        return _half(whole, part, unit)
    third = "early" if part in {"start", "beginning", "early"} else "mid" if part in {"mid", "middle"} else "late"
    return _third(whole, third, unit, outer=part in {"start", "beginning", "end"})


def _third(whole: Days, third: str, unit: str, *, outer: bool) -> Days:
    """Return the early, middle or late third of a run; of a year its outer quarter, for its “beginning” and “end”."""
    first, last = whole
    if unit == "week":
        begin, finish = {"early": (0, 2), "mid": (1, 4), "late": (3, 6)}[third]
        return add_days(first, begin), add_days(first, finish)
    if unit == "month":
        begin, finish = {"early": (1, 10), "mid": (11, 20), "late": (21, last.day)}[third]
        return first.replace(day=begin), first.replace(day=finish)
    if unit == "quarter":
        return month_of(first.year, first.month + {"early": 0, "mid": 1, "late": 2}[third])
    if unit == "year":
        quarters = {"early": (1, 3), "mid": (4, 9), "late": (10, 12)}
        begin, finish = (quarters if outer else {"early": (1, 4), "mid": (5, 8), "late": (9, 12)})[third]
        return months_of(first.year, begin, finish)
    span = last.year - first.year + 1
    begin, finish = {"early": (0, 4), "mid": (3, 7), "late": (6, 10)}[third]
    return year_of(first.year + span * begin // 10)[0], year_of(first.year + span * finish // 10 - 1)[1]


def _half(whole: Days, part: str, unit: str) -> Days | None:
    first, last = whole
    if unit == "month":
        return (first, first.replace(day=15)) if part.startswith("first") else (first.replace(day=16), last)
    if unit == "week":
        return None
    middle = add_months(first, 6 if unit == "year" else 60 if unit == "decade" else 600)
    return (first, middle - timedelta(days=1)) if part.startswith("first") else (middle, last)
