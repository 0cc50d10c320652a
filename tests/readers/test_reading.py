"""What the shipped networks find: spans of the text, whatever stands around them."""

import pytest

from headwater.readers import read, read_names, readable
from headwater.readers.windows import SIZE

RAIN = "“It rained for a week,” said Ana Ruiz, the mayor of Lisbon."
PLAIN = "The harbour has three piers and a lighthouse from 1871. "


def found(text):
    return [
        (each.source and each.source.of(text), each.cue.of(text), [run.of(text) for run in each.content])
        for each in read(text).cues
    ]


@pytest.mark.parametrize("marks", ["“”", "«»", "„“", '""', "‘’"])
def test_a_quotation_is_read_whatever_its_marks(marks):
    text = RAIN.replace("“", marks[0]).replace("”", marks[1])
    assert found(text) == [("Ana Ruiz, the mayor of Lisbon", "said", ["It rained for a week"])]


def test_statements_that_share_a_source_keep_their_own_content():
    text = "Ruiz said the pier was gone, adding that it would be rebuilt by May."
    assert [content for _, _, content in found(text)] == [["the pier was gone"], ["that it would be rebuilt by May"]]


def test_a_split_quotation_is_one_content_of_two_runs():
    assert found("“The pier,” Ruiz said, “is gone for good.”")[0][2] == ["The pier", "is gone for good"]


def test_no_token_of_a_long_text_is_dropped():
    text = "\n".join([RAIN, PLAIN * 60, RAIN, PLAIN * 60, RAIN])
    assert len(text.split()) > 2 * SIZE
    assert [cue for _, cue, _ in found(text)].count("said") == 3


def test_what_is_found_does_not_depend_on_what_was_read_before():
    first = read(RAIN)
    for text in (PLAIN, RAIN + " " + PLAIN, PLAIN * 3, RAIN * 2, PLAIN * 5):
        read(text)
    assert read(RAIN) == first


@pytest.mark.parametrize("text", ["", " \n", "\ud800", "\x00", "雨が降った。", "😀" * 30, "“" * 50])
def test_any_text_can_be_read(text):
    assert all(each.cue.end <= len(text) for each in read(text).cues)


def test_one_name_has_one_kind_in_a_text():
    text = "Ruiz spoke in Lisbon. Lisbon was calm, and Ruiz left Lisbon by train."
    kinds = {(name.span.of(text), name.kind) for name in read_names(text)}
    assert kinds == {("Ruiz", "person"), ("Lisbon", "place")}


def test_titles_and_endings_stay_outside_of_names():
    text = "President Ana Ruiz’s aides met Mr. Lund in the U.S. on Friday."
    assert [name.span.of(text) for name in read_names(text)] == ["Ana Ruiz", "Lund", "U.S."]


def test_names_in_other_scripts_and_languages_are_read_by_rule():
    text = "They met Ольга Ковальчук in Lisbon."
    assert [name.span.of(text) for name in read_names(text)] == ["Ольга Ковальчук", "Lisbon"]
    assert not readable("Il a plu.", "fr")
