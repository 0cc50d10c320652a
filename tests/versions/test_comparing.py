"""What changed between two texts of one address. All names and events are invented."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.model import Article, Block, Credit, Cut, Span
from headwater.model.version import VersionChange
from headwater.statements import read_statements
from headwater.versions import compare_versions


def article(text: str, **fields) -> Article:
    plain = Article(
        id="a1", page="p1", places=(), title="Ferry sinks off Port Sello", outlet="Vale Herald", url=None, authors=(),
        published="2031-05-08", language="en", section=None, tags=(), credits=(), rights=None, translations=(), text=text,
        blocks=(Block(span=Span(start=0, end=len(text)), role="paragraph"),), cuts=(), by="test",
    )  # fmt: skip
    return replace(plain, **fields)


def compared(old: str, new: str) -> VersionChange:
    before, after = article(old), article(new, id="a2")
    return compare_versions(
        before, after, old_statements=read_statements([before]), new_statements=read_statements([after])
    )


def fates(old: str, new: str) -> list[tuple[str, str, str]]:
    return [
        (change.fate, change.old.of(old) if change.old else "", change.new.of(new) if change.new else "")
        for change in compare_versions(article(old), article(new)).changes
    ]


def edits(old: str, new: str) -> list[tuple[str, str, str]]:
    return [
        (edit.kind, " … ".join(span.of(old) for span in edit.old), " … ".join(span.of(new) for span in edit.new))
        for change in compared(old, new).changes
        for edit in change.edits
    ]


RAIN, SANK = "It rained all day in Velden.", "The ferry Ada Marina sank off Port Sello at night."
DIVERS, MAYOR = "Divers searched the wreck until dawn.", "The mayor of Velden closed every school on the island."


def test_sentences_that_are_the_same_are_kept():
    text = f"{RAIN} {SANK}\n\n{DIVERS}"
    assert fates(text, text) == [("kept", each, each) for each in (RAIN, SANK, DIVERS)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("He said: “It rained.”", 'He said: "It rained."'),
        ("The ferry – a wreck – sank.", "The ferry — a wreck — sank."),
        ("The  ferry\u00a0sank.", "The ferry sank."),
        ("The fer\u00adry sank.", "The ferry sank."),
        ("The café’s owner left.", "The cafe\u0301's owner left."),
        ("FERRY SINKS", "Ferry sinks"),
    ],
)
def test_the_shape_of_marks_case_and_white_space_make_no_difference(old, new):
    assert [fate for fate, _, _ in fates(old, new)] == ["kept"]


def test_what_was_added_and_removed_stands_in_order():
    assert fates(f"{RAIN} {SANK} {DIVERS}", f"{RAIN} {MAYOR} {DIVERS}") == [
        ("kept", RAIN, RAIN),
        ("removed", SANK, ""),
        ("added", "", MAYOR),
        ("kept", DIVERS, DIVERS),
    ]


def test_a_reworded_sentence_shows_the_words_that_differ_on_both_sides():
    old, new = "Divers searched the wreck until dawn.", "Divers had searched the sunken ship until dawn."
    (change,) = compare_versions(article(old), article(new)).changes
    assert change.fate == "reworded"
    assert [span.of(old) for span in change.old_words] == ["wreck"]
    assert [span.of(new) for span in change.new_words] == ["had", "sunken ship"]
    assert change.kinds == ()


def test_a_sentence_that_stands_elsewhere_is_moved():
    found = fates(f"{RAIN} {SANK} {DIVERS} {MAYOR}", f"{MAYOR} {RAIN} {SANK} {DIVERS}")
    assert found == [("moved", MAYOR, MAYOR), *(("kept", each, each) for each in (RAIN, SANK, DIVERS))]


def test_a_moved_sentence_may_be_reworded_too():
    new = MAYOR.replace("every school", "every kindergarten")
    change = compare_versions(
        article(f"{RAIN} {SANK} {DIVERS} {MAYOR}"), article(f"{new} {RAIN} {SANK} {DIVERS}")
    ).changes[0]
    assert change.fate == "moved"
    assert [span.of(new) for span in change.new_words] == ["kindergarten"]


def test_a_sentence_that_was_split_or_joined_is_one_change():
    whole = "The ferry sank at night off Port Sello, and divers searched the wreck of it until dawn."
    halves = "The ferry sank at night off Port Sello. Divers searched the wreck of it until dawn."
    assert fates(whole, halves) == [("reworded", whole, halves)]
    assert fates(halves, whole) == [("reworded", halves, whole)]


def test_a_table_in_which_every_value_changed_is_reworded_line_by_line():
    old = "\n".join(f"Lowmark beat Velden {number} to {number}." for number in range(60))
    new = "\n".join(f"Lowmark beat Velden {number + 100} to {number + 100}." for number in range(60))
    assert {fate for fate, _, _ in fates(old, new)} == {"reworded"}


SAID = "the ferry was overloaded when it left the port"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("At least 12 people died in the fire.", "At least 15 people died in the fire.", [("number", "At least 12 people", "At least 15 people")]),
        ("More than 200 were arrested on the island.", "Nearly 200 were arrested on the island.", [("number", "More than 200", "Nearly 200")]),
        ("Flight 712 was late again that morning.", "Flight 714 was late again that morning.", [("number", "712", "714")]),
        ("The vote was held on Monday, officials said.", "The vote was held on Tuesday, officials said.", [("time", "on Monday", "on Tuesday")]),
        ("The captain, Bo Martens, was held in Velden.", "The captain, Bo Mertens, was held in Velden.", [("name", "Bo Martens", "Bo Mertens")]),
        ("The owner, Bo Lund, left the country.", "The owner left the country.", [("name dropped", "Bo Lund", "")]),
        ("The owner left the country.", "The owner, Bo Lund, left the country.", [("name added", "", "Bo Lund")]),
        ("The ferry was not overloaded that night.", "The ferry was overloaded that night.", [("negation", "not", "")]),
        ("The ferry was inspected in the spring.", "The ferry wasn’t inspected in the spring.", [("negation", "", "wasn’t")]),
        ("The ferry was reportedly overloaded that night.", "The ferry was overloaded that night.", [("hedge dropped", "reportedly", "")]),
        ("The ferry was overloaded that night.", "The ferry may have been overloaded that night.", [("hedge added", "", "may")]),
        ("“We rarely checked the hull,” Ilse Brandt said.", "“We always checked the hull,” Ilse Brandt said.", [("quotation", "rarely", "always")]),
        ("He called the plan “a disaster” and left.", "He called the plan a disaster and left.", [("quotation", "“a disaster”", "")]),
        (f"Harbour master Ilse Brandt said {SAID}.", f"Harbour master Ilse Brandt claimed {SAID}.", [("cue", "said", "claimed")]),
        (f"Ilse Brandt denied that {SAID}.", f"Ilse Brandt confirmed that {SAID}.", [("cue", "denied", "confirmed"), ("stance", "denied", "confirmed")]),
        (f"Two officials said {SAID}.", f"A fisherman said {SAID}.", [("speaker", "Two officials", "A fisherman")]),
    ],
)  # fmt: skip
def test_what_an_edit_changes_is_told(old, new, expected):
    assert edits(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        (f"Harbour master Ilse Brandt said {SAID}.", f"Mayor Tomas Okoro said {SAID}.", "speaker"),
        (f"Harbour master Ilse Brandt said {SAID}.", f"An official said {SAID}.", "speaker dropped"),
        (f"An official said {SAID}.", f"Harbour master Ilse Brandt said {SAID}.", "speaker added"),
        (f"{SAID.capitalize()}, harbour master Ilse Brandt said.", f"{SAID.capitalize()}.", "attribution dropped"),
        (f"{SAID.capitalize()}.", f"{SAID.capitalize()}, according to Ilse Brandt.", "attribution added"),
    ],
)
def test_who_is_said_to_say_it_is_told(old, new, kind):
    assert kind in [each for each, _, _ in edits(old, new)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Twelve people died in the fire at the port.", "12 people died in the blaze at the port."),
        ("Ruiz left the island. Nobody saw Ana Ruiz go.", "Ana Ruiz left the island. Nobody saw Ana Ruiz go."),
        ("The island has 1.2 million people in winter.", "The island has 1.2m people in the winter."),
        (f"Ilse Brandt said {SAID}.", f"Ilse Brandt says {SAID}."),
        (f"Harbour master Ilse Brandt said {SAID}.", f"Brandt, the harbour master, said {SAID}."),
        ("The ferry sank quickly off the island.", "The ferry swiftly sank off the island."),
        ("No one was hurt when the hall burned down.", "Nobody was hurt when the hall burned down."),
        (f"Ilse Brandt said {SAID}.", f"According to Ilse Brandt {SAID}."),
        (f"Sello Lines said {SAID}.", f"Officials of Sello Lines said {SAID}."),
        ("“We rarely checked the hull,” she said.", "“We rarely checked the hull.”"),
        ("He issued a “travel warning” in May, they said.", "He issued a ``travel warning'' in May, they said."),
        ("The road is closed in May and June each year.", "The road stays closed in May and June each year."),
    ],
)
def test_other_words_for_the_same_are_no_telling_edit(old, new):
    assert edits(old, new) == []


def test_a_day_told_from_a_later_day_is_the_same_day():
    old = article("The vote was held on Thursday, officials said.", published="2031-05-08")
    new = article("The vote was held yesterday, officials said.", published="2031-05-09")
    (change,) = compare_versions(old, new).changes
    assert (change.fate, change.kinds) == ("reworded", ())


def test_without_statements_nothing_is_told_of_attribution():
    old, new = article(f"Ilse Brandt said {SAID}."), article(f"Ilse Brandt claimed {SAID}.")
    assert [change.kinds for change in compare_versions(old, new).changes] == [()]


def test_other_languages_have_words_of_their_own_that_negate():
    old, new = (
        article("Die Fähre war nicht überladen.", language="de"),
        article("Die Fähre war überladen.", language="de"),
    )
    assert [change.kinds for change in compare_versions(old, new).changes] == [("negation",)]


def test_metadata_that_changed_is_named():
    old = article(RAIN)
    credit = Credit(agency="Orvian Press Agency", kind="republished", span=None, words="(OPA)")
    new = article(
        RAIN, title="Ferry wreck found off Port Sello", authors=("Ida Holm",), published="2031-05-09", credits=(credit,)
    )
    change = compare_versions(old, new)
    assert change.fields == ("title", "published", "authors", "suppliers")
    assert [span.of(old.title or "") for span in change.old_title] == ["sinks"]
    assert [span.of(new.title or "") for span in change.new_title] == ["wreck found"]
    assert change.changed
    assert not compare_versions(old, replace(old, published="2031-05-09")).changed


def test_a_headline_in_the_text_is_left_to_the_title():
    def told(title: str) -> Article:
        text = f"{title}\n\n{RAIN}"
        head = Block(span=Span(start=0, end=len(title)), role="headline")
        return article(
            text, title=title, blocks=(head, Block(span=Span(start=len(title) + 2, end=len(text)), role="paragraph"))
        )

    change = compare_versions(told("Ferry sinks"), told("Ferry sinks off Port Sello"))
    assert change.fields == ("title",)
    assert [each.fate for each in change.changes] == ["kept"]


NOTICE = "Correction: An earlier version of this article misstated the number of dead."


def test_a_change_that_nothing_speaks_of_is_silent():
    change = compared(f"{RAIN} At least 12 people died.", f"{RAIN} At least 15 people died.")
    assert (change.changed, change.announced, change.silent) == (True, False, True)
    assert not compared(RAIN, RAIN).silent


def test_a_notice_that_was_added_says_so_openly():
    new = f"{RAIN} At least 15 people died.\n\n{NOTICE}"
    change = compared(f"{RAIN} At least 12 people died.", new)
    assert (change.announced, change.silent) == (True, False)
    assert "".join(span.of(new) for span in change.notices).endswith("misstated the number of dead.")


def test_a_notice_that_was_there_before_says_nothing_of_this_change():
    change = compared(f"{RAIN} 12 people died.\n\n{NOTICE}", f"{RAIN} 15 people died.\n\n{NOTICE}")
    assert (change.notices, change.silent) == ((), True)


def test_a_notice_outside_the_text_counts_too():
    cuts = (Cut(role="menu", text="News"), Cut(role="other", text="This story has been updated with a new toll."))
    old = article("12 people died in the fire.")
    change = compare_versions(old, article("15 people died in the fire.", cuts=cuts))
    assert (change.announced, change.cut_notices, change.notices) == (True, (1,), ())
    assert compare_versions(replace(old, cuts=cuts), article("15 people died in the fire.", cuts=cuts)).silent


def test_a_title_that_is_marked_as_corrected_says_so():
    change = compare_versions(article(RAIN), article(SANK, title="CORRECTED-Ferry sinks off Port Sello"))
    assert change.announced


PIECES = st.lists(
    st.sampled_from(
        [RAIN, SANK, DIVERS, MAYOR, "He said no.", "“Why?”", "\n\n", "12 of 15", "\u200b", "\ud800", "首都。", "…"]
    ),
    max_size=12,
)


@settings(max_examples=60, deadline=None)
@given(one=PIECES, other=PIECES)
def test_every_sentence_of_both_texts_is_told_once_and_spans_fit(one, other):
    old, new = article(" ".join(one)), article(" ".join(other))
    changes = compare_versions(old, new).changes
    for text, spans in ((old.text, [each.old for each in changes]), (new.text, [each.new for each in changes])):
        known = sorted(span for span in spans if span)
        assert all(first.end <= second.start for first, second in pairwise(known))
        assert all(span.end <= len(text) for span in known)
        told = "".join(span.of(text) for span in known)
        assert sorted(filter(str.isalnum, told)) == sorted(filter(str.isalnum, text))
    for change in changes:
        if change.old and change.new:
            assert all(change.old.contains(span) for span in change.old_words)
            assert all(change.new.contains(span) for span in change.new_words)
    new_order = [each.new for each in changes if each.new]
    assert new_order == sorted(new_order)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("He said no.\n" * 2000, "She said yes.\n" * 2000),
        ("1. " * 5000, "2. " * 5000),
        ("“" * 10_000, "”" * 10_000),
        ("not " * 10_000, "no " * 10_000),
        ("1 house 2 cars " * 400, "2 cars 3 houses " * 400),
        ("“Ana Ruiz” left at 12. " * 500, "“Ida Holm” left at 13. " * 500),
        ("the original the " * 4000, "an earlier version of " * 4000),
    ],
)
def test_hostile_texts_take_little_time(old, new):
    started = time.process_time()
    compare_versions(article(old), article(new))
    assert time.process_time() - started < 5
