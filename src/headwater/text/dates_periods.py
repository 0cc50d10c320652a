"""Weeks, quarters, seasons, years, decades, and their parts: “earlier this month”, “late 2024”, “Q3”, “the 1990s”.

A season without a hemisphere is at best a year, and a quarter is one of the calendar, not of somebody's business year.
"""

from __future__ import annotations

import re
from datetime import date

from headwater.text.dates_calendar import (
    Days,
    add_days,
    add_months,
    month_of,
    months_of,
    run,
    week_of,
    year_of,
)
from headwater.text.dates_parts import PART, part_named, part_of
from headwater.text.dates_seen import Reading, Seen, Shape, or_unresolved, shape
from headwater.text.dates_written import DIGITS, YEAR

WHICH = r"last|this|next|the|coming|that|the\s+same"
ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "final": 4,
    "last": 4,
}
THE = re.compile(r"\b(?:the|a|its|their|his|her)\s+$", re.IGNORECASE)
YEAR_LEAD = re.compile(
    r"\b(?:in|since|by|until|till|during|of|from|to|between|and|before|after|throughout|for|the\s+year|around)\s+$",
    re.IGNORECASE,
)
COUNTED = re.compile(
    r"\s+(?:people|persons|men|women|children|cases|homes|houses|schools|places|villages|towns|cities|countries|votes|cars|shops|stores|"
    r"deaths|jobs|workers|soldiers|troops|copies|pages|points|seats|dollars|euros|pounds|metres|meters|miles|km|kg|tonnes|tons|hectares|hours|"
    r"days|years|patients|students|pupils|members|delegates|passengers|fans|spectators|employees|residents|families|others)\b",
    re.IGNORECASE,
)
NUMBER_GOES_ON = re.compile(r"[.,]\d|-\w|%|\s*(?:percent|per cent|million|billion|m\b|km\b|kg\b)", re.IGNORECASE)
EVENTS = re.compile(
    r"\s+(?:(?!people\b|persons\b)[a-z]+[^s\W]\b|elections|protests|talks|olympics|games|riots|attacks|floods|fires|census|crisis|polls)",
    re.IGNORECASE,
)
BUSINESS = re.compile(
    r"\b(?:profits?|sales|revenues?|earnings|growth|econom\w+|gdp|output|exports|imports|loss(?:es)?|inflation|compan\w+|investors?|shares|bank\w*|trade|orders|deliveries|spending|income|budget|results)\b",
    re.IGNORECASE,
)


def _unit(match: re.Match[str], seen: Seen) -> Reading | None:
    """Read “last week”, “later this month”, “the end of next year”, “early in the week”."""
    which, unit, part = re.sub(r"\s+", " ", match["which"].lower()), match["unit"].lower(), part_named(match)
    if which == "the" and not part:
        return None
    if which in {"that", "the same"} or seen.anchor is None:
        return "unresolved"
    whole = _whole(which, unit, seen.anchor)
    if whole is None:
        return "unresolved"
    return or_unresolved(part_of(whole, part, unit, seen.anchor))


def _whole(which: str, unit: str, anchor: date) -> Days | None:
    step = {"last": -1, "next": 1}.get(which, 0)
    if which == "coming":
        return anchor, _later(anchor, unit)
    if unit == "week":
        return week_of(add_days(anchor, 7 * step))
    if unit == "month":
        there = add_months(anchor.replace(day=1), step)
        return month_of(there.year, there.month)
    if unit == "quarter":
        there = add_months(anchor.replace(day=1), 3 * step)
        return months_of(there.year, (there.month - 1) // 3 * 3 + 1, (there.month - 1) // 3 * 3 + 3)
    if unit == "year":
        return year_of(anchor.year + step)
    if unit == "decade" and step == 0:
        return decade_of(anchor.year // 10 * 10)
    if unit == "century" and step <= 0:
        first = ((anchor.year - 1) // 100 + step) * 100 + 1
        return year_of(first)[0], year_of(first + 99)[1]
    return None


def _later(anchor: date, unit: str) -> date:
    if unit == "week":
        return add_days(anchor, 7)
    return add_months(anchor, {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}[unit])


def decade_of(first: int) -> Days:
    """Return the ten years from a year on."""
    return year_of(first)[0], year_of(first + 9)[1]


def _year(match: re.Match[str], seen: Seen) -> Reading:
    """Read “in 2019”, “late 2024”, “the 2019 election”; a bare number is none."""
    year, part = int(match["year"]), part_named(match)
    before, after = seen.before(match), seen.after(match)
    if NUMBER_GOES_ON.match(after) or COUNTED.match(after):
        return "no time"
    if not part and not YEAR_LEAD.search(before) and not (THE.search(before) and EVENTS.match(after)):
        return "no time"
    if part in {"earlier", "later"}:
        part = ""
    return or_unresolved(part_of(year_of(year), part, "year", seen.anchor))


def _years(match: re.Match[str], seen: Seen) -> Reading | None:
    """Read “from 2019 to 2021”, “2019-21”."""
    first, last = (
        int(match["first"]),
        int(match["last"]) if len(match["last"]) == 4 else int(match["first"][:2] + match["last"]),
    )
    lead = re.search(r"\b(?:from|between|in|of|during|the|for)\s+$", seen.before(match), re.IGNORECASE)
    if not lead or last <= first or (match["join"].strip() == "and" and "between" not in lead.group().lower()):
        return None
    return or_unresolved(run(year_of(first)[0], year_of(last)[1]))


def _decade(match: re.Match[str], seen: Seen) -> Reading:
    first = int(match["decade"])
    if first % 100 == 0 and not match["part"] and not re.search(r"\bthe\s+$", seen.before(match)):
        return "no time"
    return or_unresolved(part_of(decade_of(first), part_named(match), "decade", seen.anchor))


def _century(match: re.Match[str], seen: Seen) -> Reading:
    number = int(match["number"])
    if not 1 <= number <= 22:
        return "no time"
    whole = year_of((number - 1) * 100 + 1)[0], year_of(number * 100)[1]
    return or_unresolved(part_of(whole, part_named(match), "century", seen.anchor))


def _quarter(match: re.Match[str], seen: Seen) -> Reading:
    """Read “the third quarter”: the last such quarter, of the calendar; not of a match, unless a year stands with it."""
    number = ORDINALS[match["nth"].lower()] if match["nth"] else int(match["q"])
    anchor = seen.anchor
    year = int(match["year"]) if match["year"] else None
    if match["yearly"] and anchor:
        year = anchor.year + {"last": -1, "this": 0, "next": 1, "the": 0}[match["yearly"].lower()]
    if year:
        return months_of(year, number * 3 - 2, number * 3)
    near = seen.text[max(0, match.start() - 120) : match.end() + 120]
    if anchor is None or match["yearly"] or not (match["q"] or BUSINESS.search(near)):
        return "unresolved" if match["q"] else "no time"
    return or_unresolved(_near_quarter(number, seen.tense(match), anchor))


def _near_quarter(number: int, tense: str, anchor: date) -> Days | None:
    this = months_of(anchor.year, number * 3 - 2, number * 3)
    if tense == "open" or this[0] <= anchor <= this[1]:
        return this if tense in {"ahead", "none"} else None
    if tense == "ahead":
        return this if this[0] > anchor else months_of(anchor.year + 1, number * 3 - 2, number * 3)
    return this if this[1] < anchor else months_of(anchor.year - 1, number * 3 - 2, number * 3)


def _season(match: re.Match[str], seen: Seen) -> Reading:
    """Read “spring 2025” as that year, since nothing shows the hemisphere; a winter lies in two."""
    name = match["season"].lower()
    if match["year"] is None:
        return "unresolved" if match["which"] else "no time"
    if name == "fall" and not re.search(
        r"\b(?:in|the|since|by|last|next|this|of|late|early)\s+(?:the\s+)?$", seen.before(match), re.IGNORECASE
    ):
        return "no time"
    return "unresolved" if name == "winter" else year_of(int(match["year"]))


PERIODS: tuple[Shape, ...] = (
    shape(
        rf"(?:{PART})?(?P<which>{WHICH})\s+(?P<unit>week|month|quarter|year|decade|century)(?!-|\s+of\b)",
        _unit,
        "week",
        "month",
        "quarter",
        "year",
        "decade",
        "century",
    ),
    shape(rf"(?:{PART})?(?P<year>{YEAR})", _year, *DIGITS),
    shape(
        rf"(?P<first>{YEAR})(?P<join>\s*[-–—/]\s*|\s+(?:to|and|until|till|through)\s+)(?P<last>{YEAR}|\d\d)",
        _years,
        *DIGITS,
    ),
    shape(rf"(?:{PART})?(?P<decade>(?:1[6-9]|20)\d0)['’]?s", _decade, *DIGITS),
    shape(rf"(?:{PART})?(?P<number>\d{{1,2}})(?:st|nd|rd|th)[\s-]century", _century, "century"),
    shape(
        rf"(?:the\s+)?(?:(?P<nth>first|second|third|fourth|final|[1-4](?:st|nd|rd|th))\s+quarter|Q(?P<q>[1-4]))(?:,?\s+(?:of\s+)?(?:the\s+year\s+)?(?P<year>{YEAR})|\s+(?:of\s+)?(?P<yearly>last|this|next|the)\s+year)?",
        _quarter,
        "quarter",
        *"1234",
    ),
    shape(
        rf"(?:(?P<which>last|this|next|in\s+the|during\s+the|over\s+the)\s+)?(?:early\s+|late\s+|mid[\s-])?(?P<season>spring|summer|autumn|fall|winter)(?:\s+(?:of\s+)?(?P<year>{YEAR}))?(?!\s*-)",
        _season,
        "spring",
        "summer",
        "autumn",
        "fall",
        "winter",
    ),
)
