"""Time words that depend on others: “since Monday”, “from Thursday until next Monday”, “two days later”, “before Friday”.

What enters: the times of a text as each was read alone, in order. What leaves: the same with bounds and offsets applied.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from headwater.model import Span
from headwater.text.dates_calendar import (
    HALF_MONTH,
    HALF_WEEK,
    HALF_YEAR,
    Days,
    add_days,
    add_months,
    around,
    month_of,
    run,
    week_of,
)
from headwater.text.dates_seen import Offset, Seen
from headwater.text.dates_speech import tells_when_said
from headwater.text.dates_tense import tense_at

BOUND = re.compile(
    r"\b(?P<bound>since|until|till|by|before|after|from|between)\s+(?:about\s+|around\s+|at\s+least\s+|late\s+|early\s+)?$",
    re.IGNORECASE,
)
BOUND_INSIDE = re.compile(r"(?P<bound>since|until|till|by|before|from)\s", re.IGNORECASE)
RANGE = re.compile(
    r"\s*(?:\b(?P<join>to|until|till|through|and)\b|[-–—])\s*(?:the\s+)?(?:late\s+|early\s+)?(?:on\s+)?", re.IGNORECASE
)
MOVED = re.compile(
    r"\b(?:mov|chang|postpon|resched|push|brought|bring|shift|delay|adjourn)\w*\b[^.]{0,40}$", re.IGNORECASE
)
OF_NOUN = re.compile(
    r"['’]s?\b|['’]\s|\s+(?!when|with|while|that|because|after|before|until|according|said|says|unless|amid|from|under|where)[a-z]{4,}"
)
LEFT = re.compile(
    r"\b(?:(?:late|early|later|earlier)\s+)?(?:(?:on|in|at|during|over|since|until|till|by|from|for|before|between|within)\s+(?:(?:late|early|the)\s+)?)?$",
    re.IGNORECASE,
)
DAYPART = re.compile(r"\s+(?:early\s+|late\s+)?(?:morning|afternoon|evening|night|lunchtime)\b", re.IGNORECASE)
FOLLOWS = re.compile(r"\s+(?:of\s+|on\s+)?(?:the\s+)?", re.IGNORECASE)
SENTENCE_END = re.compile(r"[!?\n]|(?<=\w\w\w)\.\s")
LOOK = 48


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """A time of the text: its words, and the days that they mean; None where they cannot be told."""

    start: int
    end: int
    days: Days | None
    offset: Offset | None = None


def joined(found: Sequence[Found], seen: Seen) -> list[Found]:
    """Apply what stands between and before the times of a text, and widen each to its own preposition."""
    counted = _counted(found, seen)
    spanned: list[Found] = []
    place = 0
    while place < len(counted):
        one, other = counted[place], counted[place + 1] if place + 1 < len(counted) else None
        both = _range(one, other, seen) if other else None
        spanned.append(both or _bounded(one, seen))
        place += 2 if both else 1
    return [_widened(one, spanned[place - 1].end if place else 0, seen) for place, one in enumerate(spanned)]


def _counted(found: Sequence[Found], seen: Seen) -> list[Found]:
    """Resolve offsets: from the time that follows (“two days before Thursday”), or from the one before in the sentence."""
    result: list[Found] = []
    skip = False
    for place, one in enumerate(found):
        if skip:
            skip = False
            continue
        if one.offset is None:
            result.append(one)
            continue
        following = found[place + 1] if place + 1 < len(found) else None
        if one.offset.ahead:
            near = following is not None and FOLLOWS.fullmatch(seen.text[one.end : following.start]) is not None
            if following and near and following.days:
                result.append(Found(start=one.start, end=following.end, days=_moved(following.days, one.offset)))
                skip = True
                continue
            result.append(replace(one, days=None))
            continue
        base = _base(result, one, seen)
        result.append(replace(one, days=_moved(base, one.offset) if base else None))
    return result


def _base(earlier: Sequence[Found], one: Found, seen: Seen) -> Days | None:
    """Return the last time before in the sentence, unless it only says when somebody spoke."""
    if (
        not earlier
        or SENTENCE_END.search(seen.text[earlier[-1].end : one.start][-400:])
        or one.start - earlier[-1].end > 400
    ):
        return None
    start = max(
        (m.end() for m in SENTENCE_END.finditer(seen.text[max(0, earlier[-1].start - 400) : earlier[-1].start])),
        default=0,
    )
    start += max(0, earlier[-1].start - 400)
    sentence = seen.text[start : one.start]
    said = tells_when_said(sentence, Span(start=earlier[-1].start - start, end=earlier[-1].end - start))
    return None if said else earlier[-1].days


def _moved(base: Days, offset: Offset) -> Days | None:
    """Return the days so many units from a single day; a week, month or year strays by half of itself."""
    if base[0] != base[1]:
        return None
    if offset.unit == "day":
        day = add_days(base[0], offset.count)
        return day, day
    if offset.unit == "its week":
        return week_of(base[0])
    if offset.unit == "weekend":
        friday = add_days(base[0], 4 - base[0].weekday())
        return None if base[0] < friday else (add_days(friday, 1), add_days(friday, 2))
    if offset.unit == "week":
        return around(add_days(base[0], 7 * offset.count), HALF_WEEK)
    if offset.unit == "month":
        return around(add_months(base[0], offset.count), HALF_MONTH)
    first, last = (add_months(base[0], 12 * offset.count + step) for step in (-HALF_YEAR, HALF_YEAR))
    return month_of(first.year, first.month)[0], month_of(last.year, last.month)[1]


def _bound(one: Found, seen: Seen) -> str:
    lead = BOUND.search(seen.text[max(0, one.start - LOOK) : one.start]) or BOUND_INSIDE.match(
        seen.text[one.start : one.end]
    )
    return lead["bound"].lower() if lead else ""


def _range(one: Found, other: Found, seen: Seen) -> Found | None:
    """Join “from Thursday until next Monday”; what is moved from one day to another is at neither."""
    gap = seen.text[one.end : other.start] if other.start - one.end < LOOK else ""
    between = RANGE.fullmatch(gap)
    bound = _bound(one, seen)
    if not between or one.days is None or other.days is None or bound not in {"from", "between"}:
        return None
    join = (between["join"] or "to").lower()
    if (join == "and") != (bound == "between") or MOVED.search(seen.text[max(0, one.start - LOOK) : one.start]):
        return None
    return Found(start=one.start, end=other.end, days=run(one.days[0], other.days[1]))


def _bounded(one: Found, seen: Seen) -> Found:
    bound = _bound(one, seen)
    if one.days is None or bound not in {"since", "until", "till", "by", "before", "after"}:
        return one
    following = seen.text[one.end : one.end + LOOK]
    if following.startswith(("'s", "’s")) or (bound == "after" and OF_NOUN.match(following)):
        return one
    return replace(one, days=_days_bounded(one, bound, seen))


def _days_bounded(one: Found, bound: str, seen: Seen) -> Days | None:
    """Return the days from, until or before a time, as far as the day of the report can bound them."""
    anchor, days = seen.anchor, one.days
    if anchor is None or days is None or bound == "after":
        return None
    if bound == "since":
        return run(days[0], anchor)
    if bound == "before":
        return run(anchor, add_days(days[0], -1))
    ahead = days[0] > anchor or (days[1] > anchor and tense_at(seen.text, one.start, one.end) == "ahead")
    return run(anchor, days[1]) if ahead else days


def _widened(one: Found, floor: int, seen: Seen) -> Found:
    """Take the preposition before and the part of the day after into the words."""
    low = max(floor, one.start - LOOK)
    owner = seen.text[one.end : one.end + 2] in {"'s", "’s"}  # “in Sunday's vote”: the preposition is the vote's
    left = None if owner else LEFT.search(seen.text[low : one.start])
    right = DAYPART.match(seen.text[one.end : one.end + LOOK])
    return replace(
        one, start=low + left.start() if left else one.start, end=one.end + right.end() if right else one.end
    )
