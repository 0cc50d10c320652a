"""Terms of a text and what they are worth."""

from __future__ import annotations

import pytest

from headwater.text.weights import FILE, term_list, terms, weight, weights_for


def test_case_marks_and_plural_make_no_difference():
    assert terms("Cafés, CAFÉ and the cafe’s") == terms("cafe cafe cafe")


def test_words_that_carry_grammar_are_no_terms():
    assert not terms("He said that it was not there, but they had been.")
    assert not terms("и в на по что")


def test_short_words_and_double_s_keep_their_ending():
    assert term_list("gas class bus ministries") == ["gas", "class", "bus", "ministry"]


def test_scripts_without_spaces_give_pairs():
    assert term_list("首都大火") == ["首都", "都大", "大火"]


def test_rare_terms_weigh_more_and_unknown_ones_most():
    assert 0 < weight("government") < weight("earthquake") < weight("qqxy") == weight("qqxz")


def test_two_articles_say_nothing_about_how_common_a_word_is():
    assert weights_for([["orvia"], ["orvia"]])["orvia"] == weight("orvia")


def test_a_collection_tells_the_common_words_of_a_language_that_the_background_lacks():
    worth = weights_for([["ochqq", f"ord{number}"] for number in range(20)])
    assert worth["ochqq"] < worth["ord3"]


@pytest.mark.parametrize("text", ["", "\ud800", "\x00\x01", "…", "a" * 100_000])
def test_no_text_is_too_odd(text):
    assert sum(terms(text).values()) <= 1


def test_the_shipped_counts_are_small():
    assert FILE.stat().st_size < 400_000
