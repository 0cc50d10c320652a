"""The calendar behind time words: names of months and weekdays, and runs of days counted from a day.

What enters: years, months and days as numbers. What leaves: `Days`, the first and the last day, inclusive.

>>> month_of(2024, 2)
(datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

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
"""Names of months in eight languages, lower case, as they stand beside a day."""
ENGLISH_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
WEEKDAYS = {name.lower(): number for number, name in enumerate(calendar.day_name)}
"""Monday is 0."""
SMALL = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {"a": 1, "an": 1, "thirty": 30, "forty": 40, "fifty": 50}
REPORTED_IN = range(1500, 2500)
WEEK = 7
HALF_WEEK = 3
HALF_MONTH = 15
HALF_YEAR = 6
"""How far, in days and in months, “two weeks (months, years) ago” may stray: half the unit to each side."""

Days = tuple[date, date]
"""The first and the last day, inclusive."""


def day_of(reported: str | None) -> date | None:
    """Return the day of an ISO date or instant as it is written, whatever its zone; None where there is none to read.

    A year outside `REPORTED_IN` is a broken date: inside them no count of days, weeks or years leaves the calendar.

    >>> day_of("2031-05-03T23:30-05:00"), day_of("soon"), day_of("0001-01-01")
    (datetime.date(2031, 5, 3), None, None)
    """
    try:
        day = date.fromisoformat(reported[:10]) if reported else None
    except ValueError:
        return None
    return day if day and day.year in REPORTED_IN else None


def a_day(year: int, month: int, day: int) -> date | None:
    """Return a day, None where the calendar has none such.

    >>> a_day(2025, 2, 31) is None
    True
    """
    try:
        return date(year, month, day)
    except ValueError:
        return None


def one(day: date | None) -> Days | None:
    """Return a run of one day."""
    return (day, day) if day else None


def month_of(year: int, month: int) -> Days:
    """Return the days of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def year_of(year: int) -> Days:
    """Return the days of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def months_of(year: int, first: int, last: int) -> Days:
    """Return the days from one month of a year to another."""
    return month_of(year, first)[0], month_of(year, last)[1]


def week_of(day: date) -> Days:
    """Return the week that holds a day, Monday to Sunday (ISO 8601)."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def add_days(day: date, count: int) -> date:
    """Return the day so many days later."""
    return day + timedelta(days=count)


def add_months(day: date, count: int) -> date:
    """Return the same day so many months later, or the month's last day where it has none such.

    >>> add_months(date(2025, 3, 31), -1)
    datetime.date(2025, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def around(day: date, reach: int) -> Days:
    """Return the days up to `reach` days before and after a day."""
    return add_days(day, -reach), add_days(day, reach)


def run(first: date | None, last: date | None) -> Days | None:
    """Return the days from one to another; None where one is missing or they stand the wrong way round."""
    return (first, last) if first and last and first <= last else None


def weekday_from(anchor: date, number: int) -> date:
    """Return the first such weekday on a day or after it.

    >>> weekday_from(date(2025, 11, 20), WEEKDAYS["monday"])
    datetime.date(2025, 11, 24)
    """
    return anchor + timedelta(days=(number - anchor.weekday()) % WEEK)


def weekday_until(anchor: date, number: int) -> date:
    """Return the last such weekday on a day or before it."""
    return anchor - timedelta(days=(anchor.weekday() - number) % WEEK)


def count_of(word: str) -> int | None:
    """Return the number that a word or up to three digits give.

    >>> count_of("three"), count_of("24"), count_of("2019"), count_of("several")
    (3, 24, None, None)
    """
    if word.isdecimal():
        return int(word) if len(word) <= 3 else None
    return SMALL.get(word.lower())
