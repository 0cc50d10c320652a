"""Text → the days that its time words mean, seen from the day of the report.

>>> text = "The vote on Thursday follows talks held on 3 May and last month."
>>> for t in times(text, reported="2025-11-20"):
...     print(t.span.of(text), t.first, t.last)
on Thursday 2025-11-20 2025-11-20
on 3 May 2025-05-03 2025-05-03
last month 2025-10-01 2025-10-31

News tense: a bare weekday is the last one (or the report's own day), unless its clause looks ahead. Where the words leave a
range, the range is given; where they leave two days, none is. Without a day of the report only full dates are resolved.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from headwater.model import Span, TimeRef
from headwater.text.dates_calendar import MONTHS, day_of
from headwater.text.dates_feasts import FEASTS
from headwater.text.dates_joined import Found, joined
from headwater.text.dates_months import MONTH_SHAPES
from headwater.text.dates_nearby import NEARBY
from headwater.text.dates_periods import PERIODS
from headwater.text.dates_seen import Offset, Seen, Shape
from headwater.text.dates_speech import tells_when_said
from headwater.text.dates_weekdays import WEEKDAY_SHAPES
from headwater.text.dates_written import WRITTEN

__all__ = ["MONTHS", "times", "unresolved"]

SHAPES: tuple[Shape, ...] = (*FEASTS, *WRITTEN, *WEEKDAY_SHAPES, *NEARBY, *MONTH_SHAPES, *PERIODS)
QUOTED = re.compile(r"“[^“”\n]{1,1500}”|(?<!\w)\"[^\"\n]{1,1500}\"")
POINTING = re.compile(
    r"(?:yester|to)day|tonight|tomorrow|this (?:morning|afternoon|evening)|last night|overnight", re.IGNORECASE
)
NEAR_QUOTE = 160
"""Characters from a quotation within which the words stand that say when it was spoken."""


def times(text: str, *, reported: str | None) -> list[TimeRef]:
    """Return the time words of a text with the first and last day that they may mean, in order.

    `reported` is the article's own ISO date or instant; relative words are left out where it is None. Values follow
    TIMEX3 practice for news (Pustejovsky et al. 2003; HeidelTime): anchored at the day of the report.
    """
    return [
        TimeRef(span=Span(start=one.start, end=one.end), first=one.days[0].isoformat(), last=one.days[1].isoformat())
        for one in _found(text, reported)
        if one.days
    ]


def unresolved(text: str, *, reported: str | None) -> list[Span]:
    """Return the time words of a text whose days nobody can tell, in order.

    >>> text = "It was due on Monday; days later it came."
    >>> [span.of(text) for span in unresolved(text, reported="2025-11-20")]
    ['on Monday', 'days later']
    """
    return [Span(start=one.start, end=one.end) for one in _found(text, reported) if not one.days]


def _found(text: str, reported: str | None) -> list[Found]:
    seen = Seen(text=text, anchor=day_of(reported))
    alone = list(_alone(seen))
    return joined(_seen_by_speakers(alone, seen) if seen.anchor else alone, seen)


def _alone(seen: Seen) -> Iterator[Found]:
    """Yield the times of a text read one by one: the first, then the longest, that its shape recognises."""
    lower = seen.text.lower()
    candidates = [
        (match.start(), -match.end(), order, match)
        for order, shape in enumerate(SHAPES)
        if shape.may_stand_in(lower)
        for match in shape.pattern.finditer(seen.text)
    ]
    end = 0
    for start, _, order, match in sorted(candidates, key=lambda candidate: candidate[:3]):
        if start < end:
            continue
        reading = SHAPES[order].read(match, seen)
        if reading is None:
            continue
        end = match.end() - _trailing(match.group())
        if isinstance(reading, Offset):
            yield Found(start=start, end=end, days=None, offset=reading)
        elif reading != "no time":
            yield Found(start=start, end=end, days=None if reading == "unresolved" else reading)


def _trailing(words: str) -> int:
    """Return how many characters at the end are the sentence's: a full stop, a bracket that was opened elsewhere."""
    return int(words.endswith(".") or (words.endswith(")") and "(" not in words))


def _seen_by_speakers(alone: list[Found], seen: Seen) -> list[Found]:
    """Read what stands inside quote marks from the day on which it was spoken, where the words beside it name one.

    Where they name none, “today” and “yesterday” inside a quotation are the speaker's, and nobody can tell the day.
    """
    starts = [one.start for one in alone]
    result: list[Found] = []
    done = 0
    for quote in QUOTED.finditer(seen.text) if alone else ():
        first, last = bisect_left(starts, quote.start()), bisect_left(starts, quote.end())
        spoken = _spoken(alone, starts, quote, seen) if first < last else seen.anchor
        if spoken != seen.anchor:
            said = _of_day(spoken, quote) if spoken else [_withheld(one, seen) for one in alone[first:last]]
            result += [*alone[done:first], *said]
            done = last
    return result + alone[done:]


def _of_day(spoken: date, quote: re.Match[str]) -> list[Found]:
    anew = _alone(Seen(text=quote.group(), anchor=spoken))
    return [replace(one, start=one.start + quote.start(), end=one.end + quote.start()) for one in anew]


def _withheld(one: Found, seen: Seen) -> Found:
    return replace(one, days=None) if POINTING.match(seen.text, one.start, one.end) else one


def _spoken(alone: list[Found], starts: list[int], quote: re.Match[str], seen: Seen) -> date | None:
    """Return the one day near a quotation on which, as its sentence says, somebody spoke."""
    low, high = max(0, quote.start() - NEAR_QUOTE), quote.end() + NEAR_QUOTE
    low = max(low, seen.text.rfind("\n", low, quote.start()) + 1)
    near = seen.text[low:high]
    days = {
        one.days[0]
        for one in alone[bisect_left(starts, low) : bisect_left(starts, high)]
        if one.days
        and one.days[0] == one.days[1]
        and (one.start < quote.start() or quote.end() <= one.start)
        and tells_when_said(near, Span(start=one.start - low, end=one.end - low))
    }
    return days.pop() if len(days) == 1 else None
