"""Numbers in news prose: value, bounds and what is counted."""

import time

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
        ("killing 12 soldiers, two of them officers", [(12, 12, "dead"), (2, 2, "dead")]),
        ("The death toll rose from 10 to 12.", [(10, 10, "dead"), (12, 12, "dead")]),
        ("Some 40 of the 200 passengers were hurt.", [(32, 48, "injured"), (200, 200, "person")]),
        ("Forty-one passengers and crew survived.", [(41, 41, "survived")]),
        ("No one was injured.", [(0, 0, "injured")]),
        ("A third of voters stayed at home.", [(100 / 3, 100 / 3, "percent")]),
        ("One in five voters stayed at home.", [(20, 20, "percent")]),
        ("It rose by two percentage points.", [(2, 2, "percentage point")]),
        ("The bill passed by 54 votes to 46.", [(54, 54, "higher score"), (46, 46, "lower score")]),
        ("Rovers beat Harrow 3-1.", [(3, 3, "higher score"), (1, 1, "lower score")]),
        ("A 6.4-magnitude quake; a quake of magnitude 6.4", [(6.4, 6.4, "magnitude")] * 2),
        ("Ana Ruiz, 34, and a 15-year-old boy", [(34, 34, "age"), (15, 15, "age")]),
        ("It lies 10 miles off the coast.", [(16.09344, 16.09344, "km")]),
        ("two tonnes of sand, 86 degrees Fahrenheit", [(2000, 2000, "kg"), (30, 30, "celsius")]),
        ("200 square km of forest", [(20_000, 20_000, "hectare")]),
        ("a three-day strike, six hours of talks", [(3, 3, "day"), (0.25, 0.25, "day")]),
        ("nearly 300 guests", [(270, 300, "person")]),
        ("just over 40 percent", [(40, 44, "percent")]),
        ("a couple of boats, several boats", [(2, 3, "boat"), (3, 15, "boat")]),
        ("tens of thousands of fans", [(20_000, 200_000, "person")]),
        ("1,5 million euros", [(1.5e6, 1.5e6, "eur")]),
        ("US$20-30 million", [(20e6, 30e6, "usd")]),
        ("$82 a share", [(82, 82, "usd a share")]),
        ("a couple who were married; the third attack; a second man", []),
        ("Flight 417, Boeing 737, Highway 7, room 12, the 1990s, 24/7, COVID-19, 1024*768", []),
        ("between 2014 and 2016", []),
        ("Call 555-0134.", []),
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


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Three of the 12 dead were children.", ["part", "whole"]),
        ("12 people, including four children, were killed.", ["whole", "part"]),
        ("Another 12 people died.", ["more"]),
        ("Two people died and 12 others were injured.", ["whole", "whole"]),
        ("The toll rose from 10 to 12.", ["former", "whole"]),
        ("Prices rose by 3 percent to 40 crowns.", ["change", "whole"]),
    ],
)
def test_a_number_is_the_whole_a_part_or_a_change(text, roles):
    assert [quantity.role for quantity in quantities(text)] == roles


@pytest.mark.parametrize(
    ("text", "counted", "measure"),
    [
        ("Six Orvian coal miners were killed.", "Orvian coal miner", "dead"),
        ("The flood destroyed 140 houses.", "house", "destroyed"),
        ("The storm caused damage of $3 million.", "", "damage"),
        ("The ship was found at a depth of 40 metres.", "", "depth"),
        ("The suspect, aged 42, was held.", "suspect", ""),
    ],
)
def test_who_or_what_is_counted_and_what_is_said_of_it(text, counted, measure):
    (quantity,) = quantities(text)
    assert (quantity.counted, quantity.measure) == (counted, measure)


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("1.2 billion people", "1.19 billion people", True),
        ("1.2 billion people", "1.3 billion people", False),
        ("30,000 people", "29,700 people", True),
        ("40 people", "51 people", False),
        ("120 dead", "123 dead", True),
        ("a dozen boats", "13 boats", True),
        ("two tonnes", "2,000 kg", True),
        ("a 10-mile march", "a 16 km march", True),
        ("two days of talks", "48 hours of talks", True),
    ],
)
def test_a_rounded_number_is_as_wide_as_its_rounding(one, other, meet):
    assert compatible(quantities(one)[0], quantities(other)[0]) is meet


def test_spans_cover_the_bound_the_number_and_the_counted_noun():
    text = "Rescuers found at least 14 miners alive."
    assert quantities(text)[0].span.of(text) == "at least 14 miners"


@pytest.mark.parametrize(
    "text",
    [
        "9" * 1_000_000,
        "1," * 200_000,
        "1 " * 4_000,
        "hundred " * 10_000,
        "between 1 and " * 2_000,
        "12 more dead, " * 2_000,
        "from 10 to " * 2_000,
        "$" * 50_000,
        "a " * 50_000,
        "-" * 200_000,
        "\ud800 12 \x00 dead",
    ],
    ids=lambda text: repr(text[:12]),
)
def test_time_stays_linear_on_hostile_lines(text):
    started = time.process_time()
    assert quantities(text) is not None
    assert time.process_time() - started < 4
