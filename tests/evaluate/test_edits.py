"""Copies made on purpose: every style does what it says, keeps what was asked, and is the same each time."""

import doctest
import re
from random import Random

import pytest
from rapidfuzz.distance import Levenshtein

from evaluate import shingles
from evaluate.edits import STYLES, crediting, damage, edit, parts, placing, squeezing, styles, wording

PEOPLE = "Ana Ruiz, Ola Brenn, Tesk Marn, Ivo Pell, Runa Dahl, Mika Sorn".split(", ")
PLACES = "Lowmark, Port Vale, Kolmstad, Orley, Marwick, East Brann".split(", ")
THINGS = "the ferry line, the old bridge, the upper dam, the night market, the harbour office, the grain mill".split(
    ", "
)
DEEDS = "closed, reopened, lost money, hired workers, asked for help, changed hands".split(", ")


def seeded(seed):
    return Random(seed)  # noqa: S311 - text, not secrets


def sentence(chance):
    who, where, what, deed = (chance.choice(each) for each in (PEOPLE, PLACES, THINGS, DEEDS))
    year, count = chance.randint(1900, 2020), chance.randint(2, 9)
    return chance.choice(
        (
            f"After {count} weeks of rain in {where}, {what} {deed} without a warning to the {year} families nearby.",
            f"“We saw it coming, and nobody in {where} listened to us about {what},” said {who}.",
            f"The council of {where}, which has met {count} times since {year}, told {who} that {what} {deed}.",
            f"{who} said {what} in {where} {deed} because of a contract (signed in {year}) that nobody could find.",
            f"In {year}, about {count} people of {where} needed help when {what} {deed} — a café owner’s family among them.",
        )
    )


def article(seed, length=12):
    chance = seeded(seed)
    return "\n\n".join(" ".join(sentence(chance) for _ in range(chance.randint(2, 4))) for _ in range(length))


TEXT, OTHER = article(1), article(2, 20)
PLAIN = [name for name, style in STYLES.items() if not style.reword and len(style.shares) > 1]


def taken(style, share, seed=3):
    return edit(STYLES[style], TEXT, OTHER, share, seeded(seed))


@pytest.mark.parametrize("style", STYLES)
def test_equal_chance_gives_equal_text(style):
    share = STYLES[style].shares[-1]
    assert taken(style, share) == taken(style, share)


@pytest.mark.parametrize("style", PLAIN)
def test_as_much_is_kept_as_was_asked(style):
    for share in STYLES[style].shares:
        assert abs(taken(style, share).kept - share) < 0.06


@pytest.mark.parametrize("style", [name for name, style in STYLES.items() if style.reword])
def test_reworded_copies_keep_fewer_words_than_were_taken(style):
    for share in STYLES[style].shares:
        assert 0 < taken(style, share).kept < share + 0.06


def test_a_head_begins_the_text_and_a_last_part_ends_it():
    assert TEXT.startswith(taken("head only", 0.4).text)
    assert TEXT.endswith(taken("last part only", 0.4).text)


@pytest.mark.parametrize("share", [0.9, 0.6, 0.4, 0.25, 0.15])
def test_a_middle_is_a_run_without_the_first_and_the_last_sentence(share):
    every = [unit.sentence for unit in parts.units(TEXT)]
    for seed in range(5):
        found = [unit.sentence for unit in parts.units(taken("middle paragraphs only", share, seed).text)]
        start = every.index(found[0])
        assert found == every[start : start + len(found)]
        assert start > 0
        assert start + len(found) < len(every)


def test_dropped_sentences_leave_the_others_in_order():
    every = [unit.sentence for unit in parts.units(TEXT)]
    places = [every.index(unit.sentence) for unit in parts.units(taken("sentences dropped", 0.4).text)]
    assert places == sorted(places)
    assert max(places) - min(places) >= len(places)


def test_reordered_sentences_are_those_of_the_text_in_another_order():
    every = [unit.sentence for unit in parts.units(TEXT)]
    places = [every.index(unit.sentence) for unit in parts.units(taken("sentences reordered", 0.6).text)]
    assert places != sorted(places)
    assert len(set(places)) == len(places)


def test_one_paragraph_is_a_paragraph():
    assert parts.one_paragraph(TEXT, 0.1, seeded(1)) in TEXT.split("\n\n")


def test_squeezing_drops_clauses_before_words():
    long = "The council, which has met twice, closed the old bridge (built in 1911) on Monday, officials said."
    assert squeezing.squeeze(long, 0.5, seeded(1)) == "The council closed the old bridge on Monday."


def test_squeezed_sentences_are_shorter_and_hold_no_new_words():
    for short, long in zip(parts.units(squeezing.squeezed(TEXT, 0.6, seeded(1))), parts.units(TEXT), strict=True):
        assert short.words < long.words
        assert not set(parts.words(short.sentence)) - set(parts.words(long.sentence))


def test_merged_and_split_sentences_keep_almost_every_word():
    made = taken("sentences merged and split", 0.9)
    ends = [unit.sentence for unit in parts.units(made.text)]
    assert ends != [unit.sentence for unit in parts.units(TEXT)][: len(ends)]
    assert made.kept > 0.82


def test_light_rewording_exchanges_words_and_turns_attributions():
    given = "“No,” said Ana Ruiz. Many people asked for help because it was about to end, Ola Brenn said."
    found = {wording.reworded_lightly(given, seeded(seed)) for seed in range(20)}
    assert all(re.search("Ana Ruiz (said|stated).*(said|stated) Ola Brenn[.]", text) for text in found)
    assert any("Numerous" in text for text in found)
    assert any("assist" in text for text in found)


def test_heavy_rewording_turns_clauses_and_leaves_function_words_out():
    given = "After the rain, the harbour office closed its doors to the workers of the mill."
    found = wording.reworded_heavily(given, seeded(2))
    assert "closed" in found.casefold() or "closing" in found.casefold()
    assert found.rstrip(".").endswith("rain")
    assert len(parts.words(found)) < len(parts.words(given))


def test_other_spellings_change_words_numbers_and_dates():
    assert wording.respelled("The U.S. colour of two harbours on May 4 and March 3.", seeded(1)) == (
        "The US color of 2 harbors on 4 May and 3 March."
    )


def test_other_quote_marks_leave_none_of_the_first():
    assert not set(damage.new_marks('“No,” he said — "yes". It’s…', seeded(1))) & set("“”’—…") - set("“‚’")


def test_hyphens_are_all_that_line_ends_add():
    soft = damage.soft_hyphens(TEXT, seeded(1))
    assert soft.count("\u00ad") > 20
    assert soft.replace("\u00ad", "") == TEXT
    divided = damage.hyphenated(TEXT, seeded(1))
    assert "-\n" in divided
    closed = re.sub(r"(?<=\w)-\n(?=\w)", "", divided)
    assert closed.split() == TEXT.split()


def test_capitals_and_ascii_change_no_word():
    assert damage.capitals(TEXT, seeded(1)).casefold() == TEXT.upper().casefold()
    plain = damage.plain_ascii(TEXT, seeded(1))
    assert plain.isascii()
    assert "cafe owner's" in plain


@pytest.mark.parametrize("rate", [0.02, 0.05, 0.10])
def test_a_scan_has_as_many_wrong_letters_as_asked(rate):
    wrong = Levenshtein.distance(TEXT, damage.scanned(TEXT, rate, seeded(1))) / len(TEXT)
    assert rate * 0.7 < wrong < rate * 1.6


def test_a_broken_encoding_can_be_read_back():
    curly = damage.typographic(TEXT)
    assert "â€œWe" in damage.misread(curly, 1, "cp1252")
    assert damage.misread(curly, 1, "latin-1").encode("latin-1").decode("utf-8") == curly
    assert len(damage.misread_twice(TEXT, seeded(1))) > len(damage.misread(curly, 1, "cp1252")) > len(curly)


def test_lost_characters_are_lost_and_others_are_not():
    text = damage.lost("“Café”", seeded(1))
    assert re.fullmatch(r"(\?|\ufffd{1,3})Caf\1\1", text)


def test_a_passage_inside_another_article_is_a_part_of_it():
    made = taken("inside a long other one", 0.15)
    assert [line for line in made.text.split("\n\n") if line in OTHER.split("\n\n")] == OTHER.split("\n\n")
    assert len(parts.words(OTHER)) > 0.7 * len(parts.words(made.text))


def test_local_paragraphs_stand_among_those_that_were_taken():
    lines = placing.local_around(TEXT, OTHER, seeded(1)).split("\n\n")
    assert [line for line in lines if line in TEXT.split("\n\n")] == TEXT.split("\n\n")
    assert 2 <= sum(line in OTHER.split("\n\n") for line in lines) <= 5


def test_a_new_lead_replaces_the_first_paragraph():
    lines = placing.new_lead(TEXT, OTHER, seeded(1)).split("\n\n")
    first, *rest = TEXT.split("\n\n")
    assert lines[0] != first
    assert lines[1 : len(rest) + 1] == rest
    assert set(lines[len(rest) + 1 :]) <= set(OTHER.split("\n\n"))


@pytest.mark.parametrize("module", [crediting, damage, parts, placing, shingles, squeezing, styles, wording])
def test_examples_in_the_docs_hold(module):
    found = doctest.testmod(module)
    assert found.attempted
    assert not found.failed
