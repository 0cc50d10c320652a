"""How two units oppose each other, and which side each takes. All names, places and events are invented."""

from dataclasses import replace

import pytest

from headwater.comparisons.opposition import opposes, side_of
from headwater.comparisons.units import unit
from headwater.model import Article, Span
from headwater.text.names import find_names


def unit_of(text, *, article="a", published="2025-03-06"):
    read = Article(
        id=article, page=article, places=(), title=None, outlet=article, url=None, authors=(), published=published, language="en",
        section=None, tags=(), credits=(), rights=None, translations=(), text=text, blocks=(), cuts=(), by="test",
    )  # fmt: skip
    return unit(read, Span(start=0, end=len(text)), names=frozenset(), position=0)


def pair(one, other):
    places = {
        article: tuple(name.span for name in find_names(text) if name.kind in {"place", "other"})
        for article, text in (("a", one), ("b", other))
    }
    return unit_of(one), unit_of(other, article="b"), places


def opposed(one, other):
    a, b, places = pair(one, other)
    found, back = opposes(a, b, places), opposes(b, a, places)
    assert (found and found.reason) == (back and back.reason)
    return found


def sides(one, other):
    a, b, places = pair(one, other)
    found = opposes(a, b, places)
    assert found
    return [(side.key, side.words) if (side := side_of(each, found, places)) else None for each in (a, b)]


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("The crash killed 12 people and injured 40.", "The crash killed 15 people and injured 40.", "number"),
        ("The ferry sank off Brennick on Monday.", "The ferry sank off Brennick on Tuesday.", "date"),
        ("A train derailed in Lowmark, killing two.", "A train derailed in Kessary, killing two.", "place"),
        ("Mayor Ana Ruiz opened the new hospital.", "Mayor Iva Pell opened the new hospital.", "name"),
        ("Parliament approved the fishing bill.", "Parliament rejected the fishing bill.", "opposed"),
        ("Unemployment rose in Sundria last month.", "Unemployment fell in Sundria last month.", "opposed"),
        ("The two bankers were arrested at the port.", "The two bankers were released at the port.", "opposed"),
        ("Ana Ruiz sued Dov Karel over the tunnel.", "Dov Karel sued Ana Ruiz over the tunnel.", "opposed"),
        ("The border crossing is open again.", "The border crossing is not open again.", "opposed"),
    ],
)
def test_what_opposes(one, other, reason):
    found = opposed(one, other)
    assert found
    assert found.reason == reason
    assert 0 < found.score <= 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The crash killed 12 people and injured 40.", "Forty were injured and 12 killed in the crash."),
        ("Parliament approved the fishing bill.", "Parliament did not reject the fishing bill."),
        ("Ana Ruiz sued Dov Karel over the tunnel.", "Dov Karel was sued by Ana Ruiz over the tunnel."),
        ("Parliament approved the fishing bill.", "The mayor rejected the hospital's plan."),
        ("Ana Ruiz met Dov Karel for talks.", "Dov Karel met Ana Ruiz for talks."),
        ("The shares rose in Amsel before they fell.", "The shares fell in Amsel before they rose."),
        ("The 2019 flood in Dorn killed 12 people.", "The flood in Dorn killed 30 people on Monday."),
    ],
)
def test_what_does_not_oppose(one, other):
    assert opposed(one, other) is None


def test_the_sides_are_the_values_in_the_words_of_each():
    one, other = (
        "At least 14 people died in the fire, and 30 were hurt.",
        "Six people died in the fire, and 30 were hurt.",
    )
    assert sides(one, other) == [("14", "At least 14 people"), ("6", "Six people")]
    one, other = "The ferry sank off Brennick on Monday.", "The ferry sank off Brennick on Tuesday."
    assert sides(one, other) == [("2025-03-03", "on Monday"), ("2025-03-04", "on Tuesday")]
    one, other = "Mayor Ana Ruiz opened the new hospital.", "Mayor Iva Pell opened the new hospital."
    assert sides(one, other) == [("ruiz", "Ana Ruiz"), ("pell", "Iva Pell")]
    one, other = "Parliament approved the fishing bill.", "Parliament rejected the fishing bill."
    assert sides(one, other) == [("approve", ""), ("reject", "")]


def test_a_third_unit_takes_the_side_of_its_own_number_of_that_measure():
    a, b, places = pair("The crash killed 12 people.", "The crash killed 15 people.")
    third = unit_of("Fifteen people died in the crash and 40 were injured.", article="c")
    none = unit_of("The crash injured 40 people.", article="d")
    opposition = opposes(a, b, places)
    assert opposition
    answer = side_of(third, opposition, places)
    assert answer
    assert answer.key == "15"
    assert side_of(none, opposition, places) is None


def test_rounded_numbers_of_two_sides_can_be_told_to_be_one_answer():
    a, b, places = pair("The tunnel will cost 1.2 billion crowns.", "The tunnel will cost 1.9 billion crowns.")
    opposition = opposes(a, b, places)
    assert opposition
    side = side_of(unit_of("The tunnel will cost 1,190m crowns.", article="c"), opposition, places)
    assert side
    assert side.quantity
    assert side.quantity.low == pytest.approx(1.19e9)


def test_a_toll_may_be_an_update_and_an_age_may_not():
    assert opposed("The crash killed 12 people.", "The crash killed 15 people.").grows
    assert not opposed("Ana Ruiz, 34, was elected mayor of Dorn.", "Ana Ruiz, 43, was elected mayor of Dorn.").grows


def test_names_known_to_be_the_same_actors_do_not_oppose():
    a, b, places = pair(
        "Ana Ruiz won the race for governor in Ostrand.", "Governor-elect Ruiz won the race for governor in Ostrand."
    )
    known = frozenset({"ruiz"})
    assert opposes(replace(a, names=known), replace(b, names=known), places) is None
