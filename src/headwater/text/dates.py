"""Text → the days that its time words mean, seen from the day of the report.

>>> text = "The vote on Thursday follows talks held on 3 May and last month."
>>> for t in times(text, reported="2025-11-20"):
...     print(t.span.of(text), t.first, t.last)
on Thursday 2025-11-20 2025-11-20
on 3 May 2025-05-03 2025-05-03
last month 2025-10-01 2025-10-31

News tense: a bare weekday is the last one (or the report's own day), unless the words say “next” or the clause is about
the future. Without a day of the report only absolute dates are resolved.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

from headwater.model import Span, TimeRef

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janvier enero gennaio janeiro января",
            "february feb februar février febrero febbraio fevereiro февраля",
            "march mar märz mars marzo março марта",
            "april apr avril abril aprile апреля",
            "may mai mayo maggio maio мая",
            "june jun juni juin junio giugno junho июня",
            "july jul juli juillet julio luglio julho июля",
            "august aug août agosto августа",
            "september sep sept septembre septiembre settembre setembro сентября",
            "october oct oktober octobre octubre ottobre outubro октября",
            "november nov novembre noviembre novembro ноября",
            "december dec dezember décembre diciembre dicembre dezembro декабря",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {day.lower(): number for number, day in enumerate(calendar.day_name)}
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
WEEKDAY = "|".join(WEEKDAYS)
YEAR = r"(?:19|20)\d\d"
TIME = re.compile(
    rf"(?<!\w)(?:(?:on|in|since|by|until|from)\s+)?(?:"
    rf"(?P<iso>{YEAR}-[01]\d-[0-3]\d)"
    rf"|(?:(?:{WEEKDAY}),?\s+)?(?P<day>[0-3]?\d)(?:st|nd|rd|th|\.)?\s+(?:of\s+|de\s+)?(?P<month>{MONTH})\b\.?(?:,?\s+(?:de\s+)?(?P<year>{YEAR}))?"
    rf"|(?:(?:{WEEKDAY}),?\s+)?(?P<month2>{MONTH})\b\.?\s+(?P<day2>[0-3]?\d)(?:st|nd|rd|th)?(?!\d|:|[.,]\d)(?:,?\s+(?P<year2>{YEAR}))?"
    rf"|(?P<month3>{MONTH})\b\.?,?\s+(?P<year3>{YEAR})"
    rf"|(?P<month4>{MONTH})\b(?!\.?\s+\d)"
    rf"|(?P<which>last|next|this|past|coming)?\s*(?P<weekday>{WEEKDAY})\b(?!['’]s\s+(?:Times|Post|Mail))"
    r"|(?P<near>today|tonight|yesterday|tomorrow|this morning|this afternoon|this evening|overnight)\b"
    r"|(?P<rel>last|this|next|past|coming)\s+(?P<unit>week|month|year|weekend)\b"
    r"|(?P<count>\d+|a|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?P<ago>day|week|month|year)s?\s+ago\b"
    rf"|(?P<only>{YEAR})(?![\w-]|[.,]\d)"
    r")",
    re.IGNORECASE,
)
NEAR = {"yesterday": -1, "tomorrow": 1}
SMALL = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten".split())} | {"a": 1}
AHEAD = re.compile(
    r"\b(?:will|would|to be|due|scheduled|plans?|planned|set to|expected|is to|are to|ahead of|upcoming)\b",
    re.IGNORECASE,
)
PREPOSITION = re.compile(r"(?:in|since|by|until|from)\s", re.IGNORECASE)
CAPITAL = re.compile(r"[A-ZА-Я]")
CLOSE = 45
"""Days within which a date without a year is taken to be the nearest one, past or coming."""
Days = tuple[date, date]


def times(text: str, *, reported: str | None) -> list[TimeRef]:
    """Return the time words of a text with the first and last day that they may mean, in order.

    `reported` is the article's own ISO date or instant; relative words are left out where it is None. Values follow
    TIMEX3 practice for news (Pustejovsky et al. 2003; HeidelTime): anchored at the day of the report.
    """
    anchor = _day_of(reported)
    found = []
    for match in TIME.finditer(text):
        if _is_ordinary_word(match):
            continue
        days = _days(match, anchor, text)
        if days:
            span = Span(start=match.start(), end=match.end())
            found.append(TimeRef(span=span, first=days[0].isoformat(), last=days[1].isoformat()))
    return found


def _day_of(reported: str | None) -> date | None:
    try:
        return date.fromisoformat(reported[:10]) if reported else None
    except ValueError:
        return None


def _is_ordinary_word(match: re.Match[str]) -> bool:
    """“may 5 people” and “a march 20 km long” are no dates: a month's name is capitalised, and so is a weekday's."""
    named = match["month"] or match["month2"] or match["month3"] or match["month4"] or match["weekday"]
    if match["month4"] and not PREPOSITION.match(match.group()):  # “May said”, “march”
        return True
    if not named or match["month"]:  # “3 мая”: several languages write months in lower case after the day
        return bool(match["month"]) and match["month"].lower() in {"may", "march"} and not CAPITAL.match(match["month"])
    return not CAPITAL.match(named)


def _days(match: re.Match[str], anchor: date | None, text: str) -> Days | None:
    if match["iso"]:
        return _same(_date(match["iso"][:4], match["iso"][5:7], match["iso"][8:]))
    month = match["month"] or match["month2"]
    if month:
        day, year = match["day"] or match["day2"], match["year"] or match["year2"]
        if year:
            return _same(_date(year, MONTHS[month.lower()], day))
        return _same(_nearest(day, MONTHS[month.lower()], anchor, _clause(text, match))) if anchor else None
    if match["month3"]:
        return _month_of(int(match["year3"]), MONTHS[match["month3"].lower()])
    if match["month4"]:
        return _month_near(MONTHS[match["month4"].lower()], anchor, _clause(text, match)) if anchor else None
    if match["only"]:
        return (
            (date(int(match["only"]), 1, 1), date(int(match["only"]), 12, 31))
            if match.group()[:2].lower() in {"in", "si", "by"}
            else None
        )
    return _relative(match, anchor, text) if anchor else None


def _relative(match: re.Match[str], anchor: date, text: str) -> Days | None:
    if match["weekday"]:
        return _same(
            _weekday(WEEKDAYS[match["weekday"].lower()], (match["which"] or "").lower(), anchor, _clause(text, match))
        )
    if match["near"]:
        if match["near"].lower() == "overnight":
            return anchor - timedelta(days=1), anchor
        return _same(anchor + timedelta(days=NEAR.get(match["near"].lower(), 0)))
    if match["rel"]:
        return _period(match["rel"].lower(), match["unit"].lower(), anchor)
    return _ago(match, anchor)


def _clause(text: str, match: re.Match[str]) -> str:
    return re.split(r"[.;!?\n]", text[max(0, match.start() - 80) : match.start()])[-1]


def _weekday(number: int, which: str, anchor: date, clause: str) -> date:
    back = (anchor.weekday() - number) % 7
    if which in {"next", "coming"} or (not which and AHEAD.search(clause)):
        return anchor + timedelta(days=(number - anchor.weekday()) % 7 or (7 if which else 0))
    if which == "last" and back == 0:
        back = 7
    return anchor - timedelta(days=back)


def _period(which: str, unit: str, anchor: date) -> Days:
    step = {"last": -1, "past": -1, "next": 1, "coming": 1}.get(which, 0)
    if unit == "month":
        months = anchor.year * 12 + anchor.month - 1 + step
        return _month_of(months // 12, months % 12 + 1)
    if unit == "year":
        return date(anchor.year + step, 1, 1), date(anchor.year + step, 12, 31)
    monday = anchor - timedelta(days=anchor.weekday()) + timedelta(days=7 * step)
    return (
        (monday + timedelta(days=5), monday + timedelta(days=6))
        if unit == "weekend"
        else (monday, monday + timedelta(days=6))
    )


def _ago(match: re.Match[str], anchor: date) -> Days | None:
    count = SMALL.get(match["count"].lower()) or (
        int(match["count"]) if match["count"].isdecimal() and len(match["count"]) < 4 else 0
    )
    if match["ago"].lower() == "day":
        return _same(anchor - timedelta(days=count))
    if match["ago"].lower() == "week":
        centre = anchor - timedelta(weeks=count)
        return centre - timedelta(days=3), centre + timedelta(days=3)
    if match["ago"].lower() == "month":
        months = anchor.year * 12 + anchor.month - 1 - count
        return _month_of(months // 12, months % 12 + 1)
    return (date(anchor.year - count, 1, 1), date(anchor.year - count, 12, 31)) if anchor.year - count > 0 else None


def _nearest(day: str, month: int, anchor: date, clause: str) -> date | None:
    """Choose the year of a day that stands without one: close to the report, else past, else what the clause awaits."""
    options = [o for o in (_date(anchor.year + step, month, day) for step in (-1, 0, 1)) if o]
    closest = min(options, key=lambda option: abs((option - anchor).days), default=None)
    if closest is None or abs((closest - anchor).days) <= CLOSE:
        return closest
    if AHEAD.search(clause):
        return min((option for option in options if option > anchor), default=None)
    return max((option for option in options if option < anchor), default=None)


def _date(year: str | int, month: str | int, day: str | int) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _month_of(year: int, month: int) -> Days:
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _month_near(month: int, anchor: date, clause: str) -> Days:
    ahead = bool(AHEAD.search(clause))
    later = month > anchor.month
    return _month_of(anchor.year + (0 if ahead == later or month == anchor.month else 1 if ahead else -1), month)


def _same(day: date | None) -> Days | None:
    return (day, day) if day else None
