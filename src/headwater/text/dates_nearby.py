"""Times counted from the day of the report: “yesterday”, “three days ago”, “in the past week”, “within ten days”.

“Two weeks ago” strays by half a unit to each side. What the words leave wholly open (“in recent days”, “months ago”) is
unresolved; “two days later” is an `Offset` from another date of the text.
"""

from __future__ import annotations

import re
from datetime import date

from headwater.text.dates_calendar import (
    HALF_MONTH,
    HALF_WEEK,
    HALF_YEAR,
    SMALL,
    WEEK,
    Days,
    add_days,
    add_months,
    around,
    count_of,
    month_of,
    one,
    run,
    year_of,
)
from headwater.text.dates_seen import Offset, Reading, Seen, Shape, Unit, or_unresolved, shape

COUNT = r"\d{1,3}|" + "|".join(sorted(SMALL.keys() - {"zero"}, key=len, reverse=True))
VAGUE = r"several|a\s+few|many|some|(?:a\s+)?couple\s+of"
UNIT = r"minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|years?|decades?|centur(?:y|ies)"
ABOUT = r"about|around|some|roughly|nearly|almost|just\s+over|just\s+under|more\s+than|over|less\s+than|at\s+least"
NEAR = {
    "the day before yesterday": -2, "the day after tomorrow": 2, "yesterday": -1, "tomorrow": 1, "today": 0, "tonight": 0,
    "this morning": 0, "this afternoon": 0, "this evening": 0, "last night": -1, "yesterday night": -1, "last evening": -1,
    "gestern": -1, "heute": 0, "hier": -1, "aujourd'hui": 0, "aujourd’hui": 0, "demain": 1, "ayer": -1, "hoy": 0, "ieri": -1,
    "oggi": 0, "domani": 1, "ontem": -1, "hoje": 0, "amanhã": 1, "вчера": -1, "сегодня": 0, "завтра": 1, "вчора": -1,
    "сьогодні": 0, "wczoraj": -1, "dzisiaj": 0, "jutro": 1,
}  # fmt: skip
NEAR_WORD = "|".join(sorted(NEAR, key=len, reverse=True)).replace(" ", r"\s+")
NOT_NEAR = re.compile(
    r"['’]s\s+(?:world|society|youth|generation|standards?|age|climate|market|economy|music|business|children|young|terms|money|men|man)\b|"
    r"\s+(?:show|programme|program)\b|\.com",
    re.IGNORECASE,
)
NOWADAYS = re.compile(
    r"\b(?:in\s+(?:use|service|existence|operation)|flying|alive|living|operating|exists?|existing)\s+$", re.IGNORECASE
)
NAME_BEFORE = re.compile(r"(?:\b[A-Z]\w+|\bthe)\s+$")
NOT_OVERNIGHT = re.compile(
    r"[\s-]+(?:success|stay|stays|train|trains|bus|buses|flight|flights|sensation|guests?|bags?|ferry|accommodation|trip|camp|shift|lows?)\b",
    re.IGNORECASE,
)
CENTURY = 1200
DECADE = 120
LOOSE = 24
"""Months by which “a decade ago” may stray."""
MOST_MONTHS = 12 * 999


def _near(match: re.Match[str], seen: Seen) -> Reading:
    words = re.sub(r"\s+", " ", match["near"].lower())
    named = match["near"][0].isupper() and NAME_BEFORE.search(seen.before(match))
    if named or NOT_NEAR.match(seen.after(match)) or (words == "today" and NOWADAYS.search(seen.before(match))):
        return "no time"
    if seen.anchor is None:
        return "unresolved"
    return or_unresolved(one(add_days(seen.anchor, NEAR[words])))


def _overnight(match: re.Match[str], seen: Seen) -> Reading:
    if NOT_OVERNIGHT.match(seen.after(match)) or re.search(r"\b(?:an|stay|almost)\s+$", seen.before(match)):
        return "no time"
    if seen.anchor is None:
        return "unresolved"
    if seen.tense(match) == "ahead":
        return seen.anchor, add_days(seen.anchor, 1)
    return add_days(seen.anchor, -1), seen.anchor


def _ago(match: re.Match[str], seen: Seen) -> Reading:
    count = count_of(match["count"]) if match["count"] else None
    if match["today"] and match["unit"].lower().startswith("year") and seen.anchor and count:
        return or_unresolved(one(add_months(seen.anchor, -12 * count)))
    if seen.anchor is None or count is None or match["half"]:
        return "unresolved"
    return or_unresolved(
        _back(seen.anchor, count, _unit(match["unit"]), re.sub(r"\s+", " ", (match["about"] or "").lower()))
    )


def _back(anchor: date, count: int, unit: str, about: str) -> Days | None:
    """Return the days that “count units ago” may mean; “over” and “nearly” take the unit before or after."""
    if unit in {"minute", "hour"}:
        hours = count if unit == "hour" else 1
        return add_days(anchor, -(hours // 24) - bool(hours % 24)), add_days(anchor, -(hours // 24))
    if about in {"more than", "over", "just over", "at least"}:
        return run(_step(anchor, -(count + 1), unit), _step(anchor, -count, unit))
    if about in {"nearly", "almost", "less than", "just under"}:
        return run(_step(anchor, -count, unit), _step(anchor, -(count - 1), unit))
    centre = _step(anchor, -count, unit)
    if centre is None:
        return None
    if about and unit == "day":
        return around(centre, 1)
    return _loosely(centre, unit)


def _loosely(centre: date, unit: str) -> Days:
    if unit == "day":
        return centre, centre
    if unit in {"week", "fortnight"}:
        return around(centre, HALF_WEEK)
    if unit == "month":
        return around(centre, HALF_MONTH)
    if unit == "year":
        first, last = add_months(centre, -HALF_YEAR), add_months(centre, HALF_YEAR)
        return month_of(first.year, first.month)[0], month_of(last.year, last.month)[1]
    reach = LOOSE if unit == "decade" else DECADE
    return year_of(centre.year - reach // 12)[0], year_of(centre.year + reach // 12)[1]


def _step(anchor: date, count: int, unit: str) -> date | None:
    """Return the day so many units on; None past the ends of the calendar."""
    days = {"hour": 0, "minute": 0, "day": 1, "week": WEEK, "fortnight": 2 * WEEK}.get(unit)
    if days is not None:
        return add_days(anchor, days * count)
    months = count * {"month": 1, "year": 12, "decade": DECADE, "century": CENTURY}[unit]
    return add_months(anchor, months) if abs(months) <= MOST_MONTHS else None


def _unit(word: str) -> str:
    word = word.lower()
    return "century" if word.startswith("centur") else "day" if word.startswith("night") else word.rstrip("s")


def _past_run(match: re.Match[str], seen: Seen) -> Reading:
    """Read “in the past three days”, “over the last week”, “the next two weeks”: a run that begins or ends at the report."""
    unit, which = _unit(match["unit"]), match["which"].lower()
    if seen.anchor is None or match["vague"] or which in {"following", "previous", "preceding"}:
        return "unresolved"
    count = 1 if not match["count"] else count_of(match["count"])
    if count is None or (not match["count"] and match["unit"].lower().endswith("s")):
        return "unresolved"
    count = max(1, -(-count // 24)) if unit == "hour" else count
    sign = -1 if which in {"past", "last"} else 1
    edge = _step(seen.anchor, sign * count, "day" if unit in {"hour", "minute"} else unit)
    return or_unresolved(run(edge, seen.anchor) if sign < 0 else run(seen.anchor, edge))


def _within(match: re.Match[str], seen: Seen) -> Reading:
    """Read “within ten days” where something is still to come; of something past it is counted from another time."""
    count = count_of(match["count"])
    if re.match(r"\s+(?:of|after)\b", seen.after(match)) or seen.tense(match) == "past":
        return "unresolved"
    if seen.anchor is None or count is None:
        return "unresolved"
    unit = _unit(match["unit"])
    count = -(-count // 24) if unit == "hour" else count
    return or_unresolved(run(seen.anchor, _step(seen.anchor, count, "day" if unit == "hour" else unit)))


def _in(match: re.Match[str], seen: Seen) -> Reading:
    """Read “in three weeks” where it lies ahead; “built in three weeks” is how long it took, and no time."""
    count = count_of(match["count"])
    future = bool(match["time"]) or seen.tense(match) == "ahead"
    if not future or re.search(
        r"\b(?:first|second|third|time|once|twice|worst|best|\w+est)\b[^.]{0,12}$", seen.before(match, 30)
    ):
        return "no time"
    if seen.anchor is None or count is None:
        return "unresolved"
    unit = _unit(match["unit"])
    if unit in {"minute", "hour"}:
        return seen.anchor, add_days(seen.anchor, 1 if unit == "minute" else -(-count // 24))
    centre = _step(seen.anchor, count, unit)
    return _loosely(centre, unit) if centre else "unresolved"


def _offset(match: re.Match[str], seen: Seen) -> Reading:
    """Read “two days later”, “a week before”, “three days before Thursday's vote”."""
    word, count = match["word"].lower(), count_of(match["count"]) if match["count"] else None
    unit = _unit(match["unit"])
    if unit in {"hour", "minute"} or re.search(r"\bfor\s+(?:about\s+)?$", seen.before(match), re.IGNORECASE):
        return "no time"
    if count is None or unit in {"decade", "century"}:
        return "unresolved"
    sign = -1 if word in {"earlier", "before", "previously", "prior to", "ahead of"} else 1
    units: dict[str, tuple[Unit, int]] = {
        "day": ("day", 1),
        "week": ("week", 1),
        "fortnight": ("week", 2),
        "month": ("month", 1),
        "year": ("year", 1),
    }
    named, times = units[unit]
    ahead = word in {"before", "after", "prior to", "ahead of", "following"} and bool(
        re.match(r"\s+\w", seen.after(match))
    )
    return Offset(count=sign * count * times, unit=named, ahead=ahead)


def _pointing(match: re.Match[str], seen: Seen) -> Reading:
    """Read “the following day”, “the day before”, “that day”, “the same day”."""
    words = re.sub(r"\s+", " ", match.group().lower())
    unit = _unit(re.sub(r"morning|afternoon|evening|night", "day", match["unit"].lower()))
    sign = (
        1 if re.search(r"following|next|after", words) else -1 if re.search(r"previous|preceding|before", words) else 0
    )
    if unit != "day" or (
        match["side"]
        and re.match(r"\s+\w", seen.after(match))
        and not re.match(r"\s+(?:and|but|in|at|by|when|that|he|she|it|they|on)\b", seen.after(match))
    ):
        return Offset(count=sign, unit="day", ahead=True) if match["side"] and unit == "day" else "unresolved"
    return Offset(count=sign, unit="day")


def _vague(_match: re.Match[str], _seen: Seen) -> Reading:
    return "unresolved"


NEARBY: tuple[Shape, ...] = (
    shape(rf"(?P<near>{NEAR_WORD})(?:\s+(?:morning|afternoon|evening|night))?", _near, *(word.split()[-1] for word in NEAR)),
    shape(r"overnight", _overnight, "overnight"),
    shape(
        rf"(?:(?P<about>{ABOUT})\s+)?(?:(?P<count>{COUNT})|{VAGUE})\s+(?P<half>and\s+a\s+half\s+)?(?P<unit>{UNIT})\s+ago(?P<today>\s+today)?",
        _ago,
        "ago",
    ),
    shape(rf"(?P<count>\b\B)?(?P<half>\b\B)?(?P<about>\b\B)?(?P<today>\b\B)?(?:half[\s-](?:an?\s+)?)?(?P<unit>{UNIT})\s+ago", _ago, "ago"),
    shape(
        rf"(?:(?:in|over|during|for|within|throughout)\s+)the\s+(?P<which>past|last|next|coming|following|previous|preceding)\s+(?:(?P<count>{COUNT})\s+|(?P<vague>few|several|couple\s+of)\s+)?(?P<unit>{UNIT})(?!\s+of\b)",
        _past_run,
        "past", "last", "next", "coming", "following", "previous", "preceding",
    ),
    shape(rf"(?:the\s+)?(?P<which>past|last|next|coming)\s+(?:(?P<count>{COUNT})\s+|(?P<vague>few|several|couple\s+of)\s+)(?P<unit>{UNIT})(?!\s+of\b)", _past_run, "past", "last", "next", "coming"),
    shape(rf"the\s+(?P<which>past|coming)\s+(?P<count>\b\B)?(?P<vague>\b\B)?(?P<unit>{UNIT})(?!\s+of\b)", _past_run, "past", "last", "next", "coming"),
    shape(rf"within\s+(?P<count>{COUNT})\s+(?P<unit>{UNIT})", _within, "within"),
    shape(rf"in\s+(?P<count>{COUNT})\s+(?P<unit>{UNIT})(?P<time>['’]?s?\s+time)?", _in, "in "),
    shape(rf"(?P<count>{COUNT})\s+(?P<unit>{UNIT})(?P<time>['’]?s?\s+time|\s+from\s+(?:now|today))", _in, "time", "from"),
    shape(
        rf"(?:(?P<count>{COUNT})|{VAGUE})\s+(?P<unit>{UNIT})\s+(?P<word>later|earlier|before|previously|afterwards?|after|prior\s+to|ahead\s+of|following)",
        _offset,
        "later", "earlier", "before", "previously", "after", "prior", "ahead", "following",
    ),
    shape(
        r"(?:on\s+)?(?:(?:the|that)\s+)(?:very\s+)?(?:following|next|previous|preceding|same)\s+(?P<unit>day|morning|afternoon|evening|night|week|month|year)(?P<side>\b\B)?|(?:on\s+)?that\s+(?:same\s+|very\s+)?(?:day|morning|afternoon|evening|night)",
        lambda match, seen: _pointing(match, seen) if match["unit"] else Offset(count=0, unit="day"),
        "that", "the",
    ),
    shape(r"the\s+(?P<unit>day|morning|afternoon|evening|night)\s+(?P<side>before|after)(?!\s+(?:yesterday|tomorrow))", _pointing, "before", "after"),
    shape(rf"(?:in|over|during)\s+(?:the\s+)?(?:recent|coming|last\s+few|past\s+few|next\s+few)\s+(?:{UNIT})|(?:earlier|later)\s+that\s+(?:day|week|month|year)|the\s+other\s+day", _vague, "recent", "coming", "few", "that", "other"),
    shape(rf"(?:{UNIT})\s+(?:later|earlier)", _vague, "later", "earlier"),
)  # fmt: skip
