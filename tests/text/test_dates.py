"""Time words of news prose, seen from the day of the report (Thursday, 20 November 2025)."""

import pytest

from headwater.text.dates import times

REPORTED = "2025-11-20T20:01"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("The house fell on Wednesday.", "2025-11-19", "2025-11-19"),
        ("He spoke on Thursday.", "2025-11-20", "2025-11-20"),
        ("She left last Thursday.", "2025-11-13", "2025-11-13"),
        ("They will meet on Friday.", "2025-11-21", "2025-11-21"),
        ("They meet next Monday.", "2025-11-24", "2025-11-24"),
        ("Rain fell yesterday.", "2025-11-19", "2025-11-19"),
        ("Fire broke out overnight.", "2025-11-19", "2025-11-20"),
        ("It sank two weeks ago.", "2025-11-03", "2025-11-09"),
        ("It sank last month.", "2025-10-01", "2025-10-31"),
        ("This week brought rain.", "2025-11-17", "2025-11-23"),
        ("Since August prices fell.", "2025-08-01", "2025-08-31"),
        ("On November 8, he left.", "2025-11-08", "2025-11-08"),
        ("The talks held on 3 May failed.", "2025-05-03", "2025-05-03"),
        ("The summit will open on 3 March.", "2026-03-03", "2026-03-03"),
        ("It opened on December 2.", "2025-12-02", "2025-12-02"),
        ("It opened on 2 December 2023.", "2023-12-02", "2023-12-02"),
        ("It opened in March 2024.", "2024-03-01", "2024-03-31"),
        ("It opened in 2016.", "2016-01-01", "2016-12-31"),
        ("Log of 2025-01-31.", "2025-01-31", "2025-01-31"),
        ("3 мая 2025 года", "2025-05-03", "2025-05-03"),
    ],
)
def test_what_days_the_words_mean(text, first, last):
    assert [(t.first, t.last) for t in times(text, reported=REPORTED)] == [(first, last)]


@pytest.mark.parametrize(
    "text",
    ["It may 5 be.", "May said no.", "They march 20 km.", "31 February 2025", "2,016 cars", "The Sunday Times wrote."],
)
def test_what_looks_like_a_time_and_is_none(text):
    found = times(text, reported=REPORTED)
    assert not [t for t in found if t.span.of(text) != "Sunday"]


def test_without_a_day_of_the_report_relative_words_abstain():
    assert times("He spoke on Thursday and last month.", reported=None) == []
    assert [t.first for t in times("He spoke on 3 May 2025.", reported=None)] == ["2025-05-03"]
