"""The invented news that the reader of statements is trained on: its spans hold, it shows everything, and it can be made again."""

import random
from collections import Counter
from itertools import pairwise

import pytest

from training.readers.invented import PLAIN, STYLES, cleaned, drafted, invented, styled, unmarked


def seeded(seed):
    return random.Random(seed)  # noqa: S311 - text, not secrets


@pytest.fixture(scope="module")
def drafts():
    chance = seeded(7)
    return [drafted(chance) for _ in range(300)]


def test_every_span_holds_words_of_the_text(drafts):
    for draft in drafts:
        text = draft.row["text"]
        for attribution in draft.row["attributions"]:
            spans = [span for role in attribution.values() for span in role]
            assert all(0 <= start < end <= len(text) and text[start:end].strip() for start, end in spans)


def test_every_attribution_has_one_cue_and_content(drafts):
    found = [each for draft in drafts for each in draft.row["attributions"]]
    assert all(len(each["cue"]) == 1 and each["content"] and len(each["source"]) <= 1 for each in found)


def test_cues_do_not_overlap(drafts):
    for draft in drafts:
        cues = sorted(each["cue"][0] for each in draft.row["attributions"])
        assert all(one[1] <= other[0] for one, other in pairwise(cues))


def test_no_mark_of_the_making_is_left(drafts):
    assert not any(sign in draft.row["text"] for draft in drafts for sign in "{}<>@¶")


def test_every_phenomenon_is_shown_and_two_fifths_say_nothing(drafts):
    kinds = Counter(kind for draft in drafts for kind in draft.kinds)
    assert {"split", "paragraphs", "dash", "headline", "nested", "agency", "noun", "negated", "question"} <= set(kinds)
    assert 0.3 < sum(kinds[kind] for kind in PLAIN) / kinds.total() < 0.5


def test_equal_seeds_give_equal_rows():
    assert [invented(seeded(3)) for _ in range(2)] == [invented(seeded(3))] * 2


def test_spans_follow_the_marks_of_a_style_that_is_longer():
    guillemets = next(style for style in STYLES if len(style.outer[0]) == 2)
    row = unmarked(styled("<c1>“No”</c1> <q1>said</q1> <s1>Ana</s1>.", guillemets, seeded(0)))
    [found] = row["attributions"]
    assert [row["text"][start:end] for start, end in (found["content"][0], found["cue"][0], found["source"][0])] == [
        "«\u00a0No\u00a0»",
        "said",
        "Ana",
    ]


def test_a_becomes_an_before_vowels_only():
    assert (
        cleaned("a audit, a university, a 8-year-old, a European")
        == "an audit, a university, an 8-year-old, a European"
    )
