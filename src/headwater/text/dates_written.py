"""Dates as they are written out: “3 May 2024”, “May 3-5”, “2025-05-03”, “3.5.2025”, “from 28 April to 3 May”.

A day without a year is the nearest one, past or coming, as far as the tense of its clause allows; a weekday beside it must
fit. A day in figures whose month could be either number is unresolved, since nothing shows whose habit it follows.
"""

from __future__ import annotations

import re
from datetime import date

from headwater.text.dates_calendar import ENGLISH_MONTHS, MONTHS, WEEKDAYS, a_day, one, run
from headwater.text.dates_seen import Reading, Seen, Shape, or_unresolved, shape
from headwater.text.dates_tense import told_at

CLOSE = 45
"""Days within which a date without a year is taken to be the nearest one, past or coming."""
SLACK = 1
"""Days by which a report may be dated before what it tells: pages give their dates in other zones."""
YEAR = r"(?:1[6-9]|20)\d\d"
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
ENGLISH = "|".join(
    sorted(
        [*ENGLISH_MONTHS, "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec"],
        key=len,
        reverse=True,
    )
)
DAY = r"[0-3]?\d"
NTH = r"(?:st|nd|rd|th|\.|º)?"
TO = r"\s*(?:-|–|—|to|and|until|till|through|&)\s*"
NAMED = rf"(?:(?P<weekday>{'|'.join(WEEKDAYS)}|(?:mon|tues?|wed|thur?s?|fri|sat|sun)(?=[.,]))\.?,?\s+\(?(?:the\s+)?)?"
TAIL = rf"(?:,?\s+(?:of\s+|de\s+)?(?P<year>{YEAR})(?![.,]\d|-\w)|,?\s+(?P<which>last|this|next)\s+year)?"
NO_MORE = r"(?!\d|:\d|[.,]\d|\s*(?:%|percent|people|km|million|billion))"
LOWER_WORDS = frozenset("may march mar mai mars".split())
"""Months that are other words in lower case where English is written."""
DIGITS = "0123456789"
OTHER_MONTHS = frozenset(MONTHS) - ENGLISH_MONTHS.keys()


def _day(match: re.Match[str], seen: Seen) -> Reading:
    month = match["month"]
    if not _is_month(month):
        return "no time"
    return or_unresolved(one(_resolved(match, seen, int(match["day"]), month.lower())))


def _days(match: re.Match[str], seen: Seen) -> Reading:
    """Read “3-5 May” and “3 and 4 May”: days of one month that follow each other, or a run."""
    month = match["month"]
    if not _is_month(month):
        return "no time"
    last = _resolved(match, seen, int(match["to"]), month.lower())
    first = a_day(last.year, last.month, int(match["day"])) if last else None
    listed = match["join"].strip() in {"and", "&"} and not seen.before(match).lower().rstrip().endswith("between")
    if listed and first and last and (last - first).days != 1:
        return "unresolved"
    return or_unresolved(run(first, last))


def _between(match: re.Match[str], seen: Seen) -> Reading | None:
    """Read “28 April to 3 May”: the first day is the last such day before the second."""
    if match["join"].strip() in {"and", "&"} and not seen.before(match).lower().rstrip().endswith("between"):
        return None
    one_month, other = match["one"].lower(), match["month"].lower()
    if not (_is_month(match["one"]) and _is_month(match["month"])):
        return "no time"
    last = _resolved(match, seen, int(match["to"]), other)
    if last is None:
        return "unresolved"
    year = int(match["earlier"]) if match["earlier"] else last.year - (MONTHS[one_month] > last.month)
    return or_unresolved(run(a_day(year, MONTHS[one_month], int(match["day"])), last))


def _is_month(word: str) -> bool:
    """Tell “3 May” and “3 мая” from “on 5 may fall”."""
    return word[:1].isupper() or (word.lower() not in LOWER_WORDS and (word.lower() in OTHER_MONTHS))


def _resolved(match: re.Match[str], seen: Seen, day: int, month: str) -> date | None:
    """Return the day in the year that the words give, or else in the one that tense and weekday allow."""
    year = int(match["year"]) if match["year"] else None
    if match["which"]:
        if seen.anchor is None:
            return None
        year = seen.anchor.year + {"last": -1, "this": 0, "next": 1}[match["which"].lower()]
    if year is None:
        return _nearest(match, seen, day, MONTHS[month])
    found = a_day(year, MONTHS[month], day)
    return found if found and _fits(match, found) else None


def _fits(match: re.Match[str], day: date) -> bool:
    """Say whether a day is the weekday that stands beside it, if one does."""
    groups = match.groupdict()
    named = (groups.get("weekday") or "").lower()
    return not named or next(name for name in WEEKDAYS if name.startswith(named[:3])) == list(WEEKDAYS)[day.weekday()]


def _nearest(match: re.Match[str], seen: Seen, day: int, month: int) -> date | None:
    anchor = seen.anchor
    if anchor is None:
        return None
    options = [found for step in (-1, 0, 1) if (found := a_day(anchor.year + step, month, day)) and _fits(match, found)]
    if not options:
        return None
    closest = min(options, key=lambda option: (abs((option - anchor).days), option))
    ahead = (closest - anchor).days
    if abs(ahead) <= CLOSE:
        if ahead > SLACK and told_at(seen.text, match.start()):
            return None  # told as past, yet to come: another year, or a wrong date of report
        return closest
    tense = seen.tense(match)
    if tense == "open":
        return None
    if tense == "ahead":
        return min((option for option in options if option > anchor), default=None)
    return max((option for option in options if option < anchor), default=None)


def _iso(match: re.Match[str], _seen: Seen) -> Reading:
    found = a_day(int(match["y"]), int(match["m"]), int(match["d"]))
    return one(found) or "no time"


def _figures(match: re.Match[str], _seen: Seen) -> Reading:
    """Read “13/05/2025”; “03/05/2025” could be March or May. With dots the day always comes first."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    day_first, month_first = a_day(year, second, first), a_day(year, first, second)
    if match["mark"] == ".":
        return one(day_first) or "no time"
    if day_first and month_first and day_first != month_first:
        return "unresolved"
    return one(day_first or month_first) or "no time"


WRITTEN: tuple[Shape, ...] = (
    shape(rf"(?P<y>{YEAR})[-/](?P<m>[01]\d)[-/](?P<d>[0-3]\d)(?=\b|T\d)(?![-/]\d)", _iso, *DIGITS),
    shape(rf"(?P<first>\d\d?)(?P<mark>[./-])(?P<second>\d\d?)(?P=mark)(?P<year>{YEAR})(?![./-]\d)", _figures, *DIGITS),
    shape(rf"{NAMED}(?P<day>{DAY}){NTH}\s+(?:of\s+|de\s+)?(?P<month>{MONTH})\.?{TAIL}\)?", _day, *DIGITS),
    shape(rf"{NAMED}(?P<month>{ENGLISH})\.?\s+(?:the\s+)?(?P<day>{DAY}){NTH}{NO_MORE}{TAIL}\)?", _day, *DIGITS),
    shape(rf"(?P<day>{DAY}){NTH}(?P<join>{TO})(?:the\s+)?(?P<to>{DAY}){NTH}\s+(?:of\s+|de\s+)?(?P<month>{MONTH})\.?{TAIL}", _days, *DIGITS),
    shape(rf"(?P<month>{ENGLISH})\.?\s+(?P<day>{DAY}){NTH}(?P<join>{TO})(?P<to>{DAY}){NTH}{NO_MORE}{TAIL}", _days, *DIGITS),
    shape(
        rf"(?P<day>{DAY}){NTH}\s+(?:of\s+)?(?P<one>{MONTH})\.?(?:,?\s+(?P<earlier>{YEAR}))?(?P<join>{TO})(?:the\s+)?(?P<to>{DAY}){NTH}\s+(?:of\s+)?(?P<month>{MONTH})\.?{TAIL}",
        _between,
        *DIGITS,
    ),
    shape(
        rf"(?P<one>{ENGLISH})\.?\s+(?P<day>{DAY}){NTH}(?:,?\s+(?P<earlier>{YEAR}))?(?P<join>{TO})(?P<month>{ENGLISH})\.?\s+(?P<to>{DAY}){NTH}{NO_MORE}{TAIL}",
        _between,
        *DIGITS,
    ),
)  # fmt: skip
