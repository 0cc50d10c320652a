"""Words that name a moment → ISO 8601, as exact as they are and no more.

>>> iso("2031-05-04T09:30:00Z"), iso("Sun, 04 May 2031 09:30:00 +0200"), iso("2031-05-04"), iso("2031")
('2031-05-04T09:30:00+00:00', '2031-05-04T09:30:00+02:00', '2031-05-04', None)
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

COMPACT = re.compile(r"\d{8}")
MOMENT = re.compile(
    r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?",
    re.IGNORECASE,
)
EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
LONGEST = 64


def iso(words: str | None) -> str | None:
    """Return an ISO 8601 date, local time or instant with offset; None where the words do not name at least a day.

    Reads ISO 8601 with its usual slips, RFC 5322 dates and Unix times. Midnight to the second stands for a day
    without a time of day, which is how content systems write it.
    """
    stripped = (words or "").strip()
    if not stripped or len(stripped) > LONGEST:
        return None
    try:
        return _of_iso(stripped) or _of_epoch(stripped) or _of_mail(stripped)
    except (ValueError, OverflowError):
        return None


def _of_iso(words: str) -> str | None:
    if COMPACT.fullmatch(words):
        return date.fromisoformat(words).isoformat()
    match = MOMENT.fullmatch(words)
    if match is None:
        return None
    year, month, day, hour, minute, second, zone = match.groups()
    written = f"{year}-{int(month):02}-{int(day):02}"
    if hour is None or (int(hour), int(minute), int(second or 0)) == (0, 0, 0):
        return date.fromisoformat(written).isoformat()
    return _printed(datetime.fromisoformat(f"{written}T{int(hour):02}:{minute}:{second or '00'}{_offset(zone)}"))


def _offset(zone: str | None) -> str:
    if zone is None:
        return ""
    if zone[0] not in "+-":
        return "+00:00"
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return f"{zone[0]}{digits[:2]}:{digits[2:]}"


def _of_epoch(words: str) -> str | None:
    if not EPOCH.fullmatch(words):
        return None
    return _printed(datetime.fromtimestamp(int(words[:10]), tz=UTC))


def _of_mail(words: str) -> str | None:
    if ":" not in words:
        return None
    moment = parsedate_to_datetime(words)
    return _printed(moment)


def _printed(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds" if moment.second or moment.tzinfo else "minutes")
