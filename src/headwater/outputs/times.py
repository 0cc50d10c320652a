"""ISO 8601 as records hold it → the way an editor reads it.

>>> readable("2031-05-12T09:30:00+02:00")
'12 May 2031 09:30 +02:00'
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MOMENT = re.compile(
    r"(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])-(?P<day>\d{2})"
    r"(?:[T ](?P<clock>\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(?P<zone>Z|[+-]\d{2}:?\d{2})?)?"
)


def readable(moment: str | None) -> str:
    """Return a date, local time, instant or range (`first/last`) in words; unknown forms as they are, None as nothing.

    Whole months and whole years are called by their name.

    >>> readable("2031-05-12/2031-05-14"), readable("2031-05-12"), readable("spring")
    ('12–14 May 2031', '12 May 2031', 'spring')
    >>> readable("2031-05-01/2031-05-31"), readable("2029-01-01/2031-12-31")
    ('May 2031', '2029 – 2031')
    """
    if moment is None:
        return ""
    first, slash, last = moment.partition("/")
    if not slash or first == last:
        return _one(first)
    return _whole(first, last) or _range(_one(first), _one(last))


def steps(moments: Sequence[str | None]) -> list[str]:
    """Return times of report, in their order, as an editor reads a sequence: each against the one before it.

    Offsets are shown only where they differ.

    >>> steps(["2031-05-12T10:00", "2031-05-12T14:30", "2031-05-13", "2031-05-20T08:15", None])
    ['12 May 2031 10:00', '14:30', 'next day', '20 May 2031 08:15', 'no date']
    """
    read = [_MOMENT.fullmatch(moment or "") for moment in moments]
    zones = {match["zone"] for match in read if match and match["clock"]}
    labels = []
    day: date | None = None
    for moment, match in zip(moments, read, strict=True):
        if match is None:
            labels.append(moment or "no date")
            continue
        try:
            this = date(int(match["year"]), int(match["month"]), int(match["day"]))
        except ValueError:
            labels.append(match.string)
            continue
        apart = (this - day).days if day else None
        named = {0: "" if match["clock"] else "same day", 1: "next day"}.get(apart if apart is not None else -1)
        shown = _one(this.isoformat()) if named is None else named
        labels.append(
            " ".join(part for part in (shown, match["clock"], _zone(match) if len(zones) > 1 else "") if part)
        )
        day = this
    return labels


def _one(moment: str) -> str:
    match = _MOMENT.fullmatch(moment)
    if match is None:
        return moment
    year, month, day, clock = match["year"], match["month"], match["day"], match["clock"]
    return " ".join(part for part in (day.lstrip("0"), _MONTHS[int(month) - 1], year, clock, _zone(match)) if part)


def _zone(match: re.Match[str]) -> str | None:
    return "UTC" if match["zone"] in {"Z", "+00:00", "+0000"} else match["zone"]


def _whole(first: str, last: str) -> str | None:
    """Whole months and years by their name."""
    begins, ends = (_MOMENT.fullmatch(day) for day in (first, last))
    if not begins or not ends or begins["clock"] or ends["clock"] or begins["day"] != "01":
        return None
    year, month = int(ends["year"]), int(ends["month"])
    if year < 1 or int(ends["day"]) != monthrange(year, month)[1]:
        return None
    if begins["month"] == "01" and ends["month"] == "12":
        return _joined(begins["year"], ends["year"])
    return _joined(f"{_MONTHS[int(begins['month']) - 1]} {begins['year']}", f"{_MONTHS[month - 1]} {ends['year']}")


def _joined(first: str, last: str) -> str:
    return first if first == last else f"{first} – {last}"


def _range(first: str, last: str) -> str:
    day, _, month = first.partition(" ")
    return f"{day}–{last}" if month and last.endswith(" " + month) else f"{first} – {last}"
