"""Where credits stand in a page, and the outlet that its words name; what each form gives is in test_credits_table.py."""

import pytest

from headwater.articles.credits import find_credits, name_outlet
from headwater.model import Cut


def test_spans_hold_the_words():
    text = "PORT VALE (AP) — Ferries stood still.\n\n“We will sail,” the mayor told Reuters. (AFP)"
    credits_found = find_credits(text, ())
    assert [credit.agency for credit in credits_found] == ["Associated Press", "Reuters", "AFP"]
    assert all(credit.span is not None and credit.span.of(text) == credit.words for credit in credits_found)


def test_a_cut_line_gives_a_credit_without_a_span():
    (credit,) = find_credits("Ferries stood still.", (Cut(role="byline", text="Ana Ruiz | Reuters"),))
    assert (credit.agency, credit.span, credit.words) == ("Reuters", None, "Ana Ruiz | Reuters")


@pytest.mark.parametrize("role", ["caption", "feed", "teaser", "social", "menu"])
def test_lines_about_pictures_and_other_stories_are_no_credits(role):
    assert find_credits("Ferries stood still.", (Cut(role=role, text="(Reuters)"),)) == ()


@pytest.mark.parametrize(
    ("text", "rights", "outlet"),
    [
        ("Ferries stood still, Vale Herald informs via Northern Wire.", None, "Vale Herald"),
        ("Vale Herald reports, citing Northern Wire.", None, "Vale Herald"),
        ("By Moor Gazette staff, for Vale Herald", None, "Vale Herald"),
        ("Ferries stood still.", "© 2024 Vale Herald. All rights reserved.", "Vale Herald"),
        ("Ferries stood still.", "Copyright 2024 The Vale Herald, LLC", "Vale Herald"),
        ("Ferries stood still.", "All rights to the text are reserved by AA.", "Anadolu"),
        ("Ferries stood still. (AA)", "All rights to the text are reserved by Anadolu Agency.", "Anadolu"),
        ("Ferries stood still. (NOWIA)", "All rights are reserved by Northern Wire Agency Ltd.", "NOWIA"),
        ("Ferries stood still. (NWX)", "All rights are reserved by Moor Gazette Ltd.", "Moor Gazette"),
        ("Ferries stood still. (AFP)", None, None),
        ("Ferries stood still.", None, None),
        ("PORT VALE (Reuters) - Ferries stood still.", "All rights reserved.", None),
    ],
)
def test_names_the_outlet_only_from_the_pages_own_words(text, rights, outlet):
    assert name_outlet(text, (), find_credits(text, ()), rights) == outlet


@pytest.mark.parametrize(
    "text",
    [
        "(" * 50_000,
        "told " * 20_000,
        "informs via " * 20_000,
        "A" * 200_000,
        "© " * 50_000,
        "\ud800\x00(AP" * 20_000,
        "Reuters " * 10_000,
        "informs via Reuters " * 5_000,
        "the news agency Kolm " * 5_000,
        "AFP/" * 20_000,
        "By Ana, AP\n" * 5_000,
        "据路透社报道" * 10_000,
    ],
    ids=[
        "brackets",
        "told",
        "via",
        "one word",
        "rights",
        "broken",
        "names",
        "credits",
        "nouns",
        "slashes",
        "lines",
        "east",
    ],
)
def test_hostile_text_takes_linear_time(text):
    assert isinstance(find_credits(text, ()), tuple)


def test_a_source_between_paragraphs_is_that_of_a_table():
    assert (
        find_credits("Prices rose.\n\nMore in spring.\n\nSource: Moor Institute\n\nThey fell again.\n\nThen rose.", ())
        == ()
    )


def test_two_suppliers_of_one_report_are_two_credits():
    found = find_credits("Ana Ruiz of Radio Moor and the Associated Press contributed to this report.", ())
    assert "Associated Press" in {credit.agency for credit in found}


def test_a_supplier_that_a_cut_line_names_is_known_in_the_text():
    text = "Ferries stood still.\n\n“We will sail,” the mayor told OPA."
    assert [credit.agency for credit in find_credits(text, (Cut(role="credit", text="Source: OPA"),))] == ["OPA", "OPA"]
    assert find_credits(text, ()) == ()


def test_letters_beside_a_name_stand_for_it():
    text = "The Orvian Press Agency (OPA) said ferries stood still.\n\n“We will sail,” the mayor told OPA."
    found = [(credit.agency, credit.kind) for credit in find_credits(text, ())]
    assert found == [("Orvian Press Agency", "cited"), ("Orvian Press Agency", "quoted-from")]


def test_who_is_cited_by_who_is_cited_stands_after_it():
    found = find_credits("Interfax reported, citing TASS, that ferries stood still.", ())
    assert [(credit.agency, credit.kind) for credit in found] == [("Interfax", "cited"), ("TASS", "cited")]
