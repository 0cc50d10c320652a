"""ISO 8601 as records hold it → the way an editor reads it.

>>> readable("2031-05-12T09:30:00+02:00")
'12 May 2031 09:30 +02:00'
"""

from __future__ import annotations

import re

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MOMENT = re.compile(
    r"(\d{4})-(0[1-9]|1[0-2])-(\d{2})"  # date
    r"(?:[T ](\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?"  # time of day
    r"(Z|[+-]\d{2}:?\d{2})?)?"  # offset
)


def readable(moment: str | None) -> str:
    """Return a date, local time, instant or range (`first/last`) in words; unknown forms as they are, None as nothing.

    >>> readable("2031-05-12/2031-05-14"), readable("2031-05-12"), readable("spring")
    ('12–14 May 2031', '12 May 2031', 'spring')
    """
    if moment is None:
        return ""
    first, slash, last = moment.partition("/")
    if not slash or first == last:
        return _one(first)
    return _range(_one(first), _one(last))


def _one(moment: str) -> str:
    match = _MOMENT.fullmatch(moment)
    if match is None:
        return moment
    year, month, day, clock, offset = match.groups()
    zone = "UTC" if offset in {"Z", "+00:00", "+0000"} else offset
    return " ".join(part for part in (day.lstrip("0"), _MONTHS[int(month) - 1], year, clock, zone) if part)


def _range(first: str, last: str) -> str:
    day, _, month = first.partition(" ")
    return f"{day}–{last}" if month and last.endswith(" " + month) else f"{first} – {last}"
