"""Whether two values can both be true, and what is compared with what. All names, places and events are invented."""

import time

import pytest

from headwater.comparisons.values import compare_values, grows, read, verdict


def spans(one, other, reported=None):
    a, b = read(one, reported=reported), read(other, reported=reported)
    return [(c.reason, c.a.of(a.words), c.b.of(b.words), c.verdict) for c in compare_values(a, b)]


def test_each_number_is_compared_with_the_one_that_answers_the_same_question():
    found = spans(
        "The crash killed 12 people and injured 40.", "Nine people were killed and 40 others hurt in the crash."
    )
    assert ("number", "12 people", "Nine people", "conflicting") in found
    assert ("number", "40", "40 others", "compatible") in found


def test_two_tolls_in_one_sentence_abstain_where_neither_fits():
    found = spans("The raids killed 12 people in all and five people died later.", "The raids killed nine people.")
    assert {told for *_, told in found} == {"incomparable"}


def test_two_tolls_in_one_sentence_agree_where_one_fits():
    found = spans("The raids killed 12 people in all and five people died later.", "The raids killed 12 people.")
    assert ("number", "12 people", "12 people", "compatible") in found


def test_a_conflict_of_days_leaves_the_numbers_of_those_days_alone():
    found = spans(
        "The blast in the Dorn market killed 12 people on Monday.",
        "The blast in the Dorn market killed nine people on Tuesday.",
        "2025-03-06",
    )
    assert ("number", "12 people", "nine people", "incomparable") in found


@pytest.mark.parametrize(("unit", "measure", "expected"), [
    ("dead", "", True), ("injured", "", True), ("missing", "", True), ("hectare", "burned", True), ("usd", "damage", True),
    ("usd", "", False), ("age", "", False), ("higher score", "", False), ("magnitude", "", False),
])  # fmt: skip
def test_what_may_grow_with_the_hour_of_the_report(unit, measure, expected):
    assert grows(unit, measure) is expected


def test_the_verdict_does_not_depend_on_the_order():
    one, other = read("Fourteen miners died in the Vell pit."), read("The Vell pit blast killed 17 miners.")
    assert verdict(compare_values(one, other)) == verdict(compare_values(other, one)) == "conflicting"


def test_certainty_is_less_where_one_side_does_not_say_who_is_counted():
    sure = compare_values(read("12 miners died in the pit."), read("15 miners died in the pit."))
    less = compare_values(read("12 miners died in the pit."), read("15 people died in the pit."))
    assert sure[0].score > less[0].score


@pytest.mark.parametrize(
    "text",
    ["", " ", "\ud800 12 \x00 dead", "12 dead, " * 500, "in Dorn, " * 500, "Mayor " * 500, "on Monday " * 500],
)
def test_hostile_sentences_are_compared_in_good_time(text):
    other = read("12 people died in Dorn on Monday.", reported="2025-03-06")
    started = time.process_time()
    one = read(text, reported="2025-03-06")
    compare_values(one, other)
    compare_values(one, one)
    assert time.process_time() - started < 2
