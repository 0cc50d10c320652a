"""Numbers in news prose: value, bounds and what is counted."""

import pytest

from headwater.text.numbers import compatible, quantities


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The death toll rose to 21 on Tuesday.", [(21, 21, "dead")]),
        ("At least a dozen people were killed.", [(12, None, "dead")]),
        ("Fourteen miners died and 30 others were injured.", [(14, 14, "dead"), (30, 30, "injured")]),
        ("The blast left 14 dead and dozens wounded.", [(14, 14, "dead"), (24, None, "injured")]),
        ("killing 14 and injuring 30", [(14, 14, "dead"), (30, 30, "injured")]),
        ("Up to 200 workers are missing.", [(None, 200, "missing")]),
        ("It cost about $1.2 billion.", [(1.14e9, 1.26e9, "usd")]),
        ("It cost 1,190m euros.", [(1.19e9, 1.19e9, "eur")]),
        ("Turnout was 45.5%.", [(45.5, 45.5, "percent")]),
        ("Turnout was 45.5 per cent.", [(45.5, 45.5, "percent")]),
        ("two hundred thousand hectares burned", [(200_000, 200_000, "hectare")]),
        ("twenty-one ministers met", [(21, 21, "person")]),
        ("between 10-12 boats", [(10, 12, "boat")]),
        ("The vote on 3 May 2025 began at 20:01.", []),
        ("It was built in 1998.", []),
        ("the 3rd time", []),
        ("On November 8, she left.", []),
        ("", []),
    ],
)
def test_values_bounds_and_units(text, expected):
    assert [
        (q.low and pytest.approx(q.low), q.high and pytest.approx(q.high), q.unit) for q in quantities(text)
    ] == expected


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("at least a dozen dead", "15 dead", True),
        ("12 dead", "15 dead", False),
        ("about 1.2 billion dollars", "$1,190m", True),
        ("up to 20 dead", "21 dead", False),
        ("more than 20 dead", "21 dead", True),
    ],
)
def test_numbers_are_compatible_where_one_value_fits_both(one, other, meet):
    assert compatible(quantities(one)[0], quantities(other)[0]) is meet


def test_spans_cover_the_bound_the_number_and_the_counted_noun():
    text = "Rescuers found at least 14 miners alive."
    assert quantities(text)[0].span.of(text) == "at least 14 miners"


def test_a_line_of_a_million_digits_and_words_stays_linear():
    assert quantities("9" * 200_000) is not None
    assert len(quantities("1 " * 50_000)) > 0
    assert quantities("hundred " * 50_000) is not None
