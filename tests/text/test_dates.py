"""Time words of news prose, seen from the day of the report (Thursday, 20 November 2025). The table holds the phrases."""

import time

import pytest

from headwater.text.dates import times, unresolved

REPORTED = "2025-11-20T20:01"


def read(text, reported=REPORTED):
    return [(t.span.of(text), t.first, t.last) for t in times(text, reported=reported)]


@pytest.mark.parametrize(
    ("text", "words", "first", "last"),
    [
        ("He spoke on Thursday.", "on Thursday", "2025-11-20", "2025-11-20"),
        ("It fell late on Wednesday.", "late on Wednesday", "2025-11-19", "2025-11-19"),
        ("It fell on Tuesday evening.", "on Tuesday evening", "2025-11-18", "2025-11-18"),
        ("It sank two weeks ago.", "two weeks ago", "2025-11-03", "2025-11-09"),
        ("Since August prices fell.", "Since August", "2025-08-01", "2025-11-20"),
        ("On November 8, he left.", "On November 8", "2025-11-08", "2025-11-08"),
        ("He left on November 8.", "on November 8", "2025-11-08", "2025-11-08"),
        ("3 мая 2025 года", "3 мая 2025", "2025-05-03", "2025-05-03"),
        ("El 3 de mayo de 2025 llovió.", "3 de mayo de 2025", "2025-05-03", "2025-05-03"),
        ("Das Haus brannte gestern.", "gestern", "2025-11-19", "2025-11-19"),
    ],
)
def test_the_words_and_the_days_that_they_mean(text, words, first, last):
    assert read(text) == [(words, first, last)]


def test_two_days_named_together_stay_two():
    assert [first for _, first, _ in read("Shells fell on Monday and Wednesday.")] == ["2025-11-17", "2025-11-19"]


def test_who_speaks_in_the_past_may_speak_of_what_is_to_come():
    text = "Officials said on Tuesday that the bridge, shut since May, will reopen on Saturday."
    assert [first for _, first, _ in read(text)] == ["2025-11-18", "2025-05-01", "2025-11-22"]


def test_a_weekday_beside_a_date_chooses_its_year_or_refutes_it():
    assert read("It fell on Monday, 3 June.")[0][1] == "2024-06-03"
    assert read("It fell on Monday, 4 June 2025.") == []


def test_what_the_words_leave_open_is_named_and_not_guessed():
    text = "It was due on Monday, in recent days the talks stalled, and 03/05/2025 is no day."
    assert read(text) == []
    assert [span.of(text) for span in unresolved(text, reported=REPORTED)] == [
        "on Monday", "in recent days", "03/05/2025",
    ]  # fmt: skip


def test_the_weekday_of_tomorrow_may_be_of_another_zone():
    assert read("A missile was fired on Friday.") == []
    assert read("A missile was last fired three days ago.") == [("three days ago", "2025-11-17", "2025-11-17")]


def test_today_in_a_quotation_is_the_speakers():
    assert read("“We lost it yesterday,” she said on Tuesday.")[0][1] == "2025-11-17"
    assert read("“We lost it yesterday,” she said.") == []


def test_without_a_day_of_the_report_relative_words_are_unresolved():
    text = "He spoke on Thursday and last month."
    assert read(text, reported=None) == []
    assert [span.of(text) for span in unresolved(text, reported=None)] == ["on Thursday", "last month"]
    assert read("He spoke on 3 May 2025.", reported=None) == [("on 3 May 2025", "2025-05-03", "2025-05-03")]
    assert read("He spoke today.", reported="the other day") == []


@pytest.mark.parametrize(
    "text",
    ["on " * 60_000, "7" * 200_000, "1." * 20_000, "in" + " " * 40_000 + "May", "the end of " * 5_000, "2019-" * 5_000, "“" * 100_000],
    ids=["prepositions", "digits", "dots", "spaces", "parts", "years", "quotes"],
)  # fmt: skip
def test_hostile_text_takes_linear_time(text):
    began = time.process_time()
    times(text, reported=REPORTED)
    assert time.process_time() - began < 5
