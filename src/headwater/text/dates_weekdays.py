"""Weekdays and weekends, in news tense: “on Thursday”, “next Monday”, “Thursday week”, “over the weekend”.

A bare weekday is the last one, the day of the report included; the coming one where its clause looks ahead; unresolved
where nobody can tell. Nor can a page dated a day before what it tells (the zone of a publisher, or a late update) be told from
one that means six days ago: the weekday of tomorrow is unresolved in the past tense. “Last” and “next” are read where the nearest such day and the one of the last (next) week are the same,
or where the nearest is yesterday (tomorrow), which nobody calls so; else they are unresolved.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from headwater.text.dates_calendar import WEEK, WEEKDAYS, Days, add_days, one, run, week_of, weekday_from, weekday_until
from headwater.text.dates_seen import Offset, Reading, Seen, Shape, or_unresolved, shape
from headwater.text.dates_written import ENGLISH

DAY = "|".join(WEEKDAYS)
NAMED_DAYS = re.compile(
    r"\b(?:black|good|bloody|holy|ash|palm|easter|whit|super|cyber|giving|shrove|maundy|fat|pancake|mardi|freaky|casual|"
    r"clean|red|girl|man|sheffield|every|each|a|any|one|some|most|alternate|another|no)\s+$",
    re.IGNORECASE,
)
"""Words that make a weekday a feast, a club, a name or a habit."""
PAPERS = re.compile(
    r"['’]?s?\s+(?:Times|Post|Mail|Mirror|Express|Telegraph|Herald|Tribune|Independent|World|People|Sun|Star|Business|Age|"
    r"Night\s+(?:Football|Live|Fever)|Morning|Club|Group|prayers?\b|Addams|Books?\b)"
)
TITLE = re.compile(r"\b[Tt]he\s+$")
CAPITAL_NEXT = re.compile(r"\s+[A-Z][a-z]")
POINTED = re.compile(r"\b(?:that|the\s+(?:following|previous|preceding|same|next)|the)\s+$", re.IGNORECASE)
DATE_NEXT = re.compile(
    rf",?\s+(?:\(?(?:{ENGLISH})\.?\s+\d|\(?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{ENGLISH}))", re.IGNORECASE
)
SINCE = re.compile(r"\b(?:since|last)\s+(?:late\s+|early\s+)?$", re.IGNORECASE)
WOULD = re.compile(r"\bwould\b", re.IGNORECASE)
OWNING = re.compile(r"['’]s\b")
FAR = 2
"""Days from which “last” and “next” become ambiguous inside one week."""


def _weekday(match: re.Match[str], seen: Seen) -> Reading | None:
    if match["which"] and DATE_NEXT.match(seen.after(match)):
        return None
    name, which = match["weekday"], re.sub(r"\s+", " ", (match["which"] or "").lower())
    if not name[:1].isupper() or _is_name(match, seen):
        return "no time"
    if seen.anchor is None:
        return "unresolved"
    number = WEEKDAYS[name.lower()]
    if match["week"]:
        return or_unresolved(one(add_days(weekday_from(seen.anchor, number), WEEK)))
    if not which and POINTED.search(seen.before(match)) and not seen.after(match).startswith(("'s", "’s")):
        return _pointed(match, seen)
    return or_unresolved(one(_named(number, which, match, seen)))


def _is_name(match: re.Match[str], seen: Seen) -> bool:
    before, after = seen.before(match), seen.after(match)
    if not match["which"] and (NAMED_DAYS.search(before) or PAPERS.match(after)):
        return True
    return bool(TITLE.search(before) and CAPITAL_NEXT.match(after))


def _pointed(match: re.Match[str], seen: Seen) -> Reading:
    """Read “the Thursday”: an adjective of what follows (“the Thursday vote”), else of a week that the text means."""
    if (
        re.match(r"\s+(?!before|after|when|that|on|in|and|of|to|at|was|is)[a-z]{3,}", seen.after(match))
        and seen.before(match).lower().endswith("the ")
        and not re.search(r"(?:following|previous|preceding|same|next)\s+$", seen.before(match), re.IGNORECASE)
    ):
        assert seen.anchor is not None
        return or_unresolved(one(_named(WEEKDAYS[match["weekday"].lower()], "", match, seen)))
    return "unresolved"


def _named(number: int, which: str, match: re.Match[str], seen: Seen) -> date | None:
    anchor = seen.anchor
    if anchor is None:
        return None
    back, forth = (anchor.weekday() - number) % WEEK or WEEK, (number - anchor.weekday()) % WEEK or WEEK
    if which and which != "this":
        return _pinned(anchor, which, back, forth)
    tense = seen.tense(match)
    if which == "this":
        return (
            week_of(anchor)[0] + timedelta(days=number) if tense in {"none", "open"} else _told(tense, anchor, number)
        )
    if tense == "open" and number != anchor.weekday():
        return None
    if back == 1 and tense == "ahead" and (WOULD.search(seen.before(match, 100)) or OWNING.match(seen.after(match))):
        return None
    if forth == 1 and tense != "ahead" and not SINCE.search(seen.before(match)):
        return None
    return _told(tense, anchor, number)


def _pinned(anchor: date, which: str, back: int, forth: int) -> date | None:
    """Return the day that “last”, “next”, “past” or “coming” pins down."""
    if which.endswith("coming"):
        return add_days(anchor, forth)
    if which.endswith("past"):
        return add_days(anchor, -back)
    return _far(anchor, -back if which == "last" else forth)


def _told(tense: str, anchor: date, number: int) -> date:
    return weekday_from(anchor, number) if tense == "ahead" else weekday_until(anchor, number)


def _far(anchor: date, step: int) -> date | None:
    """Return the day so many days on if it lies in another week; a week further if it is the next day; else nothing."""
    nearest = add_days(anchor, step)
    if abs(step) < FAR:
        return add_days(anchor, step + (WEEK if step > 0 else -WEEK))
    return None if week_of(nearest) == week_of(anchor) else nearest


def _weekend(match: re.Match[str], seen: Seen) -> Reading:
    """Read “the weekend”: the last one in the past tense, the coming one ahead; inside a weekend, this one."""
    anchor, which = seen.anchor, re.sub(r"\s+", " ", (match["which"] or "").lower())
    if not which and not re.search(r"\bthe\s+(?:past\s+)?$", seen.before(match), re.IGNORECASE):
        return "no time"
    if re.match(r"\s+of\s+(?!the\b)", seen.after(match)):
        return Offset(count=0, unit="weekend", ahead=True)
    if anchor is None or "following" in which or "previous" in which or which == "that":
        return "unresolved"
    saturday = add_days(week_of(anchor)[0], 5)
    inside = anchor >= saturday
    if which == "last":
        return _two(add_days(saturday, -WEEK))
    if which == "next":
        return _two(add_days(saturday, WEEK)) if inside else "unresolved"
    if inside:
        return _two(saturday)
    tense = seen.tense(match)
    if tense == "open":
        return "unresolved"
    coming = which in {"coming", "this coming"} or tense == "ahead" or (which == "this" and tense == "none")
    return _two(saturday if coming else add_days(saturday, -WEEK))


def _week_of(_match: re.Match[str], _seen: Seen) -> Reading:
    return Offset(count=0, unit="its week", ahead=True)


def _two(saturday: date) -> Days:
    return saturday, add_days(saturday, 1)


def _week_on(match: re.Match[str], seen: Seen) -> Reading:
    """Read “a week on Thursday”, “a week from Monday”, “a week ago Thursday”."""
    if seen.anchor is None:
        return "unresolved"
    number = WEEKDAYS[match["weekday"].lower()]
    if match["ago"]:
        return or_unresolved(one(add_days(weekday_until(seen.anchor, number), -WEEK)))
    return or_unresolved(one(add_days(weekday_from(seen.anchor, number), WEEK)))


def _night(match: re.Match[str], seen: Seen) -> Reading:
    """Read “overnight Thursday to Friday”, “overnight into Friday”, “overnight on Thursday”: both days of the night."""
    if seen.anchor is None:
        return "unresolved"
    ahead = seen.tense(match) == "ahead"
    if match["second"]:
        number = WEEKDAYS[match["second"].lower()]
        last = weekday_from(seen.anchor, number) if ahead else weekday_until(seen.anchor, number)
        return or_unresolved(run(add_days(last, -1), last))
    number = WEEKDAYS[match["first"].lower()]
    first = weekday_from(seen.anchor, number) if ahead else weekday_until(seen.anchor, number)
    return first, add_days(first, 1)


def _days_of_week(match: re.Match[str], seen: Seen) -> Reading | None:
    """Read “from Monday to Wednesday” and “between Friday and Monday”; a bare “Monday to Friday” is a habit."""
    joined, lead = match["join"].strip().lower(), (match["lead"] or "").strip().lower()
    if not match["first"][:1].isupper() or not match["second"][:1].isupper() or (joined == "and" and lead != "between"):
        return None
    if not lead:
        return "no time"
    if seen.anchor is None:
        return "unresolved"
    tense = seen.tense(match)
    if tense == "open" or re.search(
        r"\b(?:mov|chang|postpon|resched|push|brought|bring|shift|delay)\w*\s+(?:\w+\s+){0,4}$",
        seen.before(match, 60),
        re.IGNORECASE,
    ):
        return "unresolved"
    first, second = WEEKDAYS[match["first"].lower()], WEEKDAYS[match["second"].lower()]
    if tense == "ahead":
        start = weekday_from(seen.anchor, first)
        return start, weekday_from(start, second)
    last = weekday_until(seen.anchor, second)
    return weekday_until(last, first), last


def _following(match: re.Match[str], _seen: Seen) -> Reading:
    return "unresolved" if match["weekday"][:1].isupper() else "no time"


WEEKDAY_SHAPES: tuple[Shape, ...] = (
    shape(r"the\s+week\s+of(?=\s+\w*\s?\d)", _week_of, "week"),
    shape(rf"the\s+week\s+of(?=\s+(?:{ENGLISH})\b\.?\s+\d)", _week_of, "week"),
    shape(
        rf"(?:(?P<which>last|next|this(?:\s+(?:coming|past))?|(?:the\s+)?coming|past)\s+)?(?P<weekday>{DAY})(?P<week>\s+week(?!\s+(?:of|in)\b|['’-]))?",
        _weekday,
        "day",
    ),
    shape(rf"(?P<lead>(?:from|between)\s+)?(?P<first>{DAY})(?P<join>\s+(?:to|and|until|till|through)\s+|\s*[-–—]\s*)(?P<second>{DAY})", _days_of_week, "day"),
    shape(rf"a\s+week\s+(?P<ago>ago\s+)?(?:on\s+|from\s+)?(?P<weekday>{DAY})", _week_on, "week"),
    shape(rf"(?:the\s+)?(?:following|previous|preceding|same)\s+(?P<weekday>{DAY})", _following, "day"),
    shape(
        rf"(?:overnight|(?:in|on|during)\s+the\s+night)\s+(?:(?:from|between|of|on)\s+)?(?:(?P<first>{DAY})(?:\s+(?:night\s+)?(?:to|into|and|until)\s+|[-–—/])?)?(?:into\s+|to\s+)?(?P<second>{DAY})?(?<=day)",
        _night,
        "night",
    ),
    shape(r"(?:(?P<which>last|next|this(?:\s+(?:coming|past))?|coming|that|the\s+(?:following|previous))\s+)?weekend(?!s)", _weekend, "weekend"),
)  # fmt: skip
