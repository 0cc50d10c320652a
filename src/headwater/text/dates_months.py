"""Months: “in May”, “mid-May”, “last September”, “from March to May”, “the first week of December”.

A month without a year is the last one, the coming one where its clause looks ahead; names and words that look like months
(“May said”, “by April Hale”, “the March for Bread”) are none.
"""

from __future__ import annotations

import re

from headwater.text.dates_calendar import ENGLISH_MONTHS, Days, a_day, add_days, month_of, run
from headwater.text.dates_parts import PART, part_named, part_of
from headwater.text.dates_seen import Reading, Seen, Shape, or_unresolved, shape
from headwater.text.dates_written import ENGLISH, YEAR

NAMES = frozenset("may april june august march".split())
"""Months that are also names or words: they need more around them to be months."""
MONTH_LEAD = re.compile(
    r"\b(?:in|since|until|till|during|throughout|between)\s+(?:the\s+month\s+of\s+)?$", re.IGNORECASE
)
MORE_LEAD = re.compile(r"\b(?:by|from|of|for|to|and|through|around)\s+$", re.IGNORECASE)
OF_NOUN = re.compile(
    r"\s+(?!for\b|against|from|that|which|was|were|had|has|have|with|said|will|would|also|told)[a-z]{4,}"
)
THAT_YEAR = re.compile(r",?\s+(?:of\s+)?(?:that|the\s+(?:same|following|previous))\s+year\b", re.IGNORECASE)
THE = re.compile(r"\b(?:the|a|its|their|his|her)\s+$", re.IGNORECASE)
MONTH_WORDS = tuple(sorted({name[:3] for name in ENGLISH_MONTHS}))
WEEKS = {"first": 1, "second": 2, "third": 3, "fourth": 4}


def _month(match: re.Match[str], seen: Seen) -> Reading | None:
    """Read “in May”, “mid-May”, “last September”, “May 2025”, “early May last year”."""
    name, part, which = match["month"], part_named(match), (match["which"] or "").lower()
    number = next((value for month, value in ENGLISH_MONTHS.items() if month.startswith(name.lower()[:3])), 0)
    if not name[:1].isupper():
        return "no time"
    year = int(match["year"]) if match["year"] else None
    if match["yearly"] and seen.anchor:
        year = seen.anchor.year + {"last": -1, "this": 0, "next": 1}[match["yearly"].lower()]
    if year:
        return or_unresolved(part_of(month_of(year, number), part, "month", seen.anchor))
    if not (part or which or match["yearly"] or _is_month(match, seen)):
        return "no time"
    if seen.anchor is None or match["yearly"] or THAT_YEAR.match(seen.after(match)):
        return "unresolved"
    if part in {"earlier", "later"}:
        part = ""
    found = _near_month(number, which, match, seen)
    return or_unresolved(part_of(found, part, "month", seen.anchor) if found else None)


def _is_month(match: re.Match[str], seen: Seen) -> bool:
    """Tell the month from “May said”, “by April Hale”, “the March for Bread”."""
    before, after, name = seen.before(match, 40), seen.after(match), match["month"].lower().rstrip(".")
    if re.match(r"\s+[A-Z]", after) and name in NAMES:
        return False
    if MONTH_LEAD.search(before):
        return True
    if name in NAMES:
        return bool(THE.search(before) and OF_NOUN.match(after))
    return bool(
        MORE_LEAD.search(before) or after.startswith(("'s", "’s")) or (THE.search(before) and OF_NOUN.match(after))
    )


def _near_month(number: int, which: str, match: re.Match[str], seen: Seen) -> Days | None:
    anchor = seen.anchor
    if anchor is None:
        return None
    if which == "this" or (number == anchor.month and not which):
        return month_of(anchor.year, number)
    if which == "last":
        return month_of(anchor.year - (number >= anchor.month), number)
    if which:
        return month_of(anchor.year + (number <= anchor.month), number)
    tense = seen.tense(match)
    if tense == "open":
        return None
    if tense == "ahead":
        return month_of(anchor.year + (number < anchor.month), number)
    if tense == "none" and number == anchor.month % 12 + 1:
        return None
    return month_of(anchor.year - (number > anchor.month), number)


def _months(match: re.Match[str], seen: Seen) -> Reading | None:
    """Read “from March to May”, “between March and May 2025”: the first is the last such month before the second."""
    if not (match["first"][:1].isupper() and match["month"][:1].isupper()):
        return None
    first = next(value for month, value in ENGLISH_MONTHS.items() if month.startswith(match["first"].lower()[:3]))
    second = next(value for month, value in ENGLISH_MONTHS.items() if month.startswith(match["month"].lower()[:3]))
    last = month_of(int(match["year"]), second) if match["year"] else _near_month(second, "", match, seen)
    if last is None:
        return "unresolved"
    return or_unresolved(run(month_of(last[0].year - (first > second), first)[0], last[1]))


def _week_of_month(match: re.Match[str], seen: Seen) -> Reading:
    """Read “the first week of May”: seven days from the 1st, 8th, 15th or 22nd, or the last seven."""
    month = next(value for name, value in ENGLISH_MONTHS.items() if name.startswith(match["month"].lower()[:3]))
    found = month_of(int(match["year"]), month) if match["year"] else _near_month(month, "", match, seen)
    if found is None:
        return "unresolved"
    nth = match["nth"].lower()
    first = add_days(found[1], -6) if nth in {"last", "final"} else a_day(found[0].year, month, WEEKS[nth] * 7 - 6)
    return or_unresolved(run(first, add_days(first, 6)) if first else None)


MONTH_SHAPES: tuple[Shape, ...] = (
    shape(
        rf"(?:{PART})?(?:(?P<which>last|this|next|coming)\s+)?(?P<month>{ENGLISH})\b(?!\.?\s+\d{{1,2}}(?!\d))\.?(?:,?\s+(?:of\s+)?(?P<year>{YEAR})(?![.,]\d|-\w)|\s+(?:of\s+)?(?P<yearly>last|this|next)\s+year)?",
        _month,
        *MONTH_WORDS,
    ),
    shape(
        rf"(?:from|between)\s+(?P<first>{ENGLISH})\.?\s+(?:to|and|until|till|through)\s+(?P<month>{ENGLISH})\.?(?!\s+\d{{1,2}}(?!\d))(?:,?\s+(?P<year>{YEAR}))?",
        _months,
        *MONTH_WORDS,
    ),
    shape(
        rf"(?:the\s+)?(?P<nth>first|second|third|fourth|last|final)\s+week\s+(?:of|in)\s+(?P<month>{ENGLISH})\.?(?:,?\s+(?P<year>{YEAR}))?",
        _week_of_month,
        "week",
    ),
)
