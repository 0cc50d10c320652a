"""Lines around a headline → when the article was published, as exactly as they say it.

>>> moment_in("20 November, 2031"), moment_in("Published: Nov. 3, 2031, 8:05 p.m. ET"), moment_in("03/04/2031")
('2031-11-20', '2031-11-03T20:05', None)
"""

from __future__ import annotations

import re
from datetime import datetime

from headwater.text.dates import MONTHS as COMMON_MONTHS

LONGEST = 160
MORE_MONTHS = (
    "ocak stycznia січня yanvar يناير", "şubat lutego лютого fevral فبراير", "mart marca березня maart مارس",
    "nisan kwietnia квітня aprel أبريل", "mayıs maja травня mei مايو", "haziran czerwca червня iyun يونيو",
    "temmuz lipca липня iyul يوليو", "ağustos sierpnia серпня avqust أغسطس", "eylül września вересня sentyabr سبتمبر",
    "ekim października жовтня oktyabr أكتوبر", "kasım listopada листопада noyabr نوفمبر", "aralık grudnia грудня dekabr ديسمبر",
)  # fmt: skip
MONTHS = {
    **COMMON_MONTHS,
    **{name: number for number, names in enumerate(MORE_MONTHS, start=1) for name in names.split()},
}
MONTH = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
YEAR = r"(?:19|20)\d\d"
YEAR_IN = re.compile(YEAR)
DAY_FIRST = re.compile(
    rf"(?<![\w.])(\d{{1,2}})(?:st|nd|rd|th|\.|º)?[\s-]+(?:de\s+|of\s+)?({MONTH})\b\.?,?[\s-]+(?:de\s+)?({YEAR})",
    re.IGNORECASE,
)
MONTH_FIRST = re.compile(rf"(?<!\w)({MONTH})\b\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+({YEAR})", re.IGNORECASE)
NUMBERS = re.compile(rf"(?<![\w./-])(\d{{1,2}})([./-])(\d{{1,2}})\2({YEAR})(?![\d/])")
ISO = re.compile(rf"(?<![\w/-])({YEAR})[-/.](\d{{1,2}})[-/.](\d{{1,2}})(?!\d)")
HAN = re.compile(rf"({YEAR})\s*[年년]\s*(\d{{1,2}})\s*[月월]\s*(\d{{1,2}})\s*[日일]")
CLOCK = re.compile(
    r"(?<![\d:.])([01]?\d|2[0-3])(?:[:h]|(?<=\d)\.)([0-5]\d)(?::[0-5]\d)?(?![\d.:])\s*([ap])?(?:\.?m\.?\b)?",
    re.IGNORECASE,
)
UTC = re.compile(r"\s*(?:UTC|GMT|Z)\b(?!\s*[+-])")
ONLY_CLOCK = re.compile(
    r"\W*(?:at |à |um |alle |om )?([01]?\d|2[0-3])[:.h]([0-5]\d)(?::[0-5]\d)?\s*(?:(?:[ap]\.?m\.?)?\s*[A-Z]{0,4}|uhr)\W*",
    re.IGNORECASE,
)
LATER = re.compile(
    r"\b(?:updated|modified|last reviewed|reviewed|mis à jour|aktualisiert|actualizado|aggiornato|atualizado|bijgewerkt|zaktualizowano|güncelle\w+|обновлен\w*|оновлен\w*|corrected|edited)\b",
    re.IGNORECASE,
)
RIGHTS = re.compile(r"©|copyright|\(c\)\s*(?:19|20)", re.IGNORECASE)


def moment_in(line: str) -> str | None:
    """Return the day, or the local time to the minute, that a line names; None where it names none for certain.

    A day in figures whose month could be either number is not read. What is said to be an update is not a publication.
    UTC is kept as `+00:00`; other zones are not, since their letters are ambiguous.
    """
    shown = line[:LONGEST]
    if not YEAR_IN.search(shown) or RIGHTS.search(shown):
        return None
    later = LATER.search(shown)
    shown = shown[: later.start()] if later else shown
    day = _day(shown)
    if day is None:
        return None
    found, end = day
    clock = CLOCK.search(shown, end) or CLOCK.search(shown[: end - 8])
    return f"{found}T{_time(clock)}{_zone(shown, clock)}" if clock else found


def clock_in(line: str) -> str | None:
    """Return the time of day of a line that holds nothing else, as `hh:mm`.

    >>> clock_in("• 8:05 pm"), clock_in("8:05 Weather")
    ('20:05', None)
    """
    if len(line) > 20 or not ONLY_CLOCK.fullmatch(line):
        return None
    clock = CLOCK.search(line)
    return _time(clock) + _zone(line, clock) if clock else None


def _time(clock: re.Match[str]) -> str:
    hour, half = int(clock[1]), (clock[3] or "").lower()
    hour = hour % 12 + 12 * (half == "p") if half and hour <= 12 else hour
    return f"{hour:02}:{clock[2]}"


def _zone(line: str, clock: re.Match[str]) -> str:
    return "+00:00" if UTC.match(line, clock.end()) else ""


def _day(line: str) -> tuple[str, int] | None:
    for pattern, order in ((ISO, "ymd"), (HAN, "ymd"), (DAY_FIRST, "dmy"), (MONTH_FIRST, "mdy")):
        found = pattern.search(line)
        if found:
            parts = dict(zip(order, found.groups(), strict=True))
            return _checked(parts["y"], parts["m"], parts["d"], found.end())
    found = NUMBERS.search(line)
    if not found:
        return None
    one, two = int(found[1]), int(found[3])
    # Points are the day-first notation of continental Europe; with strokes the order depends on the country.
    if found[2] == "." or one > 12 or one == two:
        return _checked(found[4], found[3], found[1], found.end())
    return _checked(found[4], found[1], found[3], found.end()) if two > 12 else None


def _checked(year: str, month: str, day: str, end: int) -> tuple[str, int] | None:
    number = MONTHS.get(month.lower()) or (int(month) if month.isdigit() else 0)
    try:
        return datetime(int(year), number, int(day)).strftime("%Y-%m-%d"), end  # noqa: DTZ001 - a day has no zone
    except ValueError:
        return None
