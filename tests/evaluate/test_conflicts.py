"""Conflicts put into stories: what is changed, that nothing else is, that the answer is right, and how finding it counts."""

import re
from dataclasses import replace
from random import Random

import pytest

from evaluate.conflicts.changes import change, changed
from evaluate.conflicts.detection import OUTCOMES, Detection, Stories, detect, outcome
from evaluate.conflicts.plan import Injection, Partner, plan
from evaluate.conflicts.sentences import independent
from evaluate.conflicts.values import KINDS, Known, find
from evaluate.disputes import doubted, print_disputes
from headwater.model import Answer, Evidence, Link, Point, Span

FLOOD = (
    "The flood killed 14 people in Lowmark on Tuesday and washed away the old stone bridge. "
    "Mayor Helen Orvald opened the town hall to families who had lost their homes. "
    "The council approved money for a new bridge over the river Sarn. "
    "Nobody knows how long the repair of the road will take."
)
AGAIN = (
    "The old stone bridge was washed away and 14 people were killed when the flood hit Lowmark on Tuesday. "
    "The town hall was opened to families without homes by Mayor Helen Orvald, neighbours said. "
    "Late at night the council approved the money that a new bridge over the river needs. "
    "Divers searched the mud below the mill until it was dark."
)
APART = (
    "Snow closed the Kolm pass for 14 days, the road office of Dravenia told drivers. Helen Orvald skied on Tuesday."
)
ROWS = [
    {"id": "one", "story": "flood", "source": "Post", "published": "2025-03-05", "text": FLOOD},
    {"id": "two", "story": "flood", "source": "Herald", "published": "2025-03-05", "text": AGAIN},
    {"id": "snow", "story": "snow", "source": "Voice", "published": "2025-03-05", "text": APART},
]
TEXTS = {row["id"]: row["text"] for row in ROWS}
NOTHING = Known.of([])


def values(kind, sentence, *others):
    return [value.span.of(sentence) for value in find(kind, sentence, Known.of([sentence, *others]))]


@pytest.fixture
def chance():
    return Random(7)  # noqa: S311 - text, not secrets


@pytest.fixture(scope="module")
def planned():
    return plan(ROWS, 60)


def test_the_same_rows_give_the_same_injections_in_any_order(planned):
    assert plan(ROWS[::-1], 60) == planned


def test_a_value_is_changed_only_where_another_article_of_the_story_has_it(planned):
    assert {one.story for one in planned} == {"flood"}
    for one in planned:
        old = one.span.of(TEXTS[one.article])
        assert one.old in old
        for partner in one.partners:
            assert partner.article != one.article
            assert one.kind == "polarity" or one.old in partner.span.of(TEXTS[partner.article])


def test_only_the_value_of_that_sentence_changes(planned):
    for one in planned:
        before, old = TEXTS[one.article], one.span.of(TEXTS[one.article])
        assert one.new in one.sentence
        assert one.sentence == old.replace(one.old, one.new, 1)
        after = changed(before, one.span, one.sentence)
        assert after == before.replace(old, one.sentence)


def test_every_kind_that_the_story_has_is_drawn(planned):
    assert {one.kind for one in planned} == {"number", "name", "date", "polarity"}
    assert {one.old for one in planned if one.kind == "name"} == {"Helen Orvald"}
    assert {one.new for one in planned if one.kind == "polarity"} == {"rejected"}


def test_a_value_is_drawn_again_only_with_another_new_value(planned):
    made = [(one.article, one.sentence) for one in planned]
    assert len(made) == len(set(made))


def test_a_shorter_plan_takes_the_kinds_in_turn(planned):
    assert [one.kind for one in planned[:4]] == [kind for kind in KINDS if kind != "place"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The flood killed 14 people and two dogs.", ["14", "two"]),
        ("It cost $1.2 million and 30 percent of the harvest.", ["1.2", "30"]),
        ("At least 14 people and more than 20 cows drowned.", []),
        ("The 2017 race of 12 May began at 9 a.m. on Route 66.", []),
        ("Ten to 12 boats sank off the 5-mile beach.", ["5"]),
        ("They won 8-7 after a 129th try.", []),
    ],
)
def test_numbers_are_taken_only_where_they_count_something_exactly(sentence, found):
    assert values("number", sentence) == found


def test_dates_are_those_of_events_not_of_speech():
    assert values("date", "The bridge fell on Tuesday and was rebuilt since 1908.") == ["Tuesday", "1908"]
    assert values("date", "It fell, Orvald said on Tuesday.") == []
    assert values("date", "It fell on Friday, May 12, after the Sunday Post closed.") == []


def test_places_stand_after_a_word_of_place_and_are_no_firms_or_peoples():
    told = "Trains stop in Lowmark. Rain fell in Lowmark. Work at Brimco is hard, Brimco said. In Brimco, in Brimco."
    assert values("place", "A tram overturned in Lowmark near Dravenian farms at Brimco.", told) == ["Lowmark"]
    assert values("place", "They flew from Kenya.") == ["Kenya"]


def test_family_names_count_once_the_full_name_is_known():
    assert values("name", "Later Orvald left.", "Mayor Helen Orvald came.") == ["Orvald"]
    assert values("name", "Later Orvald left.") == []
    assert values("name", "Helen Orvald told the Martin Post so.") == ["Helen Orvald"]


def test_a_sentence_that_is_negated_already_is_not_negated_twice():
    assert values("polarity", "The council has not approved the bridge.") == ["has not"]
    assert values("polarity", "Nobody was hurt when the council approved it.") == []
    assert values("polarity", "They have a bridge.") == []


@pytest.mark.parametrize(
    ("kind", "sentence", "allowed"),
    [
        ("number", "It killed 14 people.", r"It killed (\d+) people\."),
        ("number", "It cost $1,250 then.", r"It cost \$(\d,?\d{3}|\d{3}) then\."),
        ("number", "Two dogs drowned.", r"(?!Two)[A-Z][a-z]+ dogs drowned\."),
        ("date", "It fell on Tuesday.", r"It fell on (?!Tuesday)[A-Z][a-z]+day\."),
        ("date", "It fell on March 6.", r"It fell on March (?!6\.)\d+\."),
        ("name", "Helen Orvald came, and Orvald left.", r"(?!Helen)\w+ (\w+) came, and \1 left\."),
        ("place", "It fell in Kenya.", r"It fell in (?!Kenya)\w+\."),
        ("polarity", "The bridge will fall.", r"The bridge will not fall\."),
        ("polarity", "The bridge did not fall.", r"The bridge did fall\."),
    ],
)
def test_the_new_value_has_the_form_of_the_old_one(kind, sentence, allowed, chance):
    value = find(kind, sentence, Known.of([sentence]))[0]
    for _ in range(30):
        new = change(sentence, value, sentence, chance)
        assert new
        assert re.fullmatch(allowed, new.text), new.text
        assert new.old != new.new


def test_numbers_stay_far_from_the_old_one(chance):
    (value,) = find("number", "It killed 14 people.", NOTHING)
    new = [int(found.new) for _ in range(50) if (found := change("It killed 14 people.", value, "", chance))]
    assert all(number >= 20 or number <= 10 for number in new)


def test_invented_names_and_unrelated_places_stand_nowhere_in_the_story(chance):
    sentence = "Helen Orvald came."
    (value,) = find("name", sentence, Known.of([sentence]))
    made = {found.text for _ in range(40) if (found := change(sentence, value, "Tessick was here.", chance))}
    assert len(made) > 1
    assert not any("Tessick" in text for text in made)


def test_articles_are_independent_where_they_share_hardly_any_wording():
    assert independent(FLOOD, AGAIN)
    assert not independent(FLOOD, FLOOD + " More rain is on its way to the hills tonight.")


def evidence(article, start=0, end=10):
    return Evidence(article=article, span=Span(start=start, end=end), origin=article, statement=None)


def answer(*pieces):
    return Answer(value="", voices=1, evidence=pieces)


def point(status, *answers, reason="", links=()):
    return Point(id="p", status=status, voices=2, answers=answers, reason=reason, links=links)


INJECTED = Injection(
    story="flood",
    article="one",
    kind="number",
    span=Span(start=0, end=10),
    sentence="Rain fell.",
    old="",
    new="",
    partners=(Partner(article="two", span=Span(start=20, end=40), likeness=0.5, independent=True),),
)
NAMES = {"A": "one", "B": "two", "C": "three"}
MINE, PARTNER, STRANGER = evidence("A"), evidence("B", 20, 40), evidence("C", 20, 40)
UNSURE = Link(kind="contradicts", a=PARTNER.id, b=MINE.id, verdict="unsure", score=0.5, by="test/1")


@pytest.mark.parametrize(
    ("points", "wanted"),
    [
        ([point("disputed", answer(MINE), answer(PARTNER))], "found"),
        ([point("disputed", answer(MINE, STRANGER), answer(STRANGER, PARTNER))], "found"),
        ([point("disputed", answer(MINE, PARTNER), answer(STRANGER))], "together"),
        ([point("disputed", answer(MINE), answer(STRANGER))], "apart"),
        ([point("disputed", answer(evidence("A", 50, 60)), answer(PARTNER))], "apart"),
        ([point("disputed", answer(MINE), answer(evidence("B", 50, 60)))], "apart"),
        ([point("updated", answer(MINE), answer(PARTNER))], "updated"),
        ([point("agreed", answer(MINE, PARTNER))], "together"),
        ([point("agreed", answer(MINE, PARTNER), links=(UNSURE,))], "unsure"),
        ([point("agreed", answer(MINE, PARTNER), links=(replace(UNSURE, verdict="no"),))], "together"),
        ([point("single", answer(MINE)), point("single", answer(PARTNER))], "apart"),
        ([point("agreed", answer(MINE, PARTNER)), point("disputed", answer(MINE), answer(PARTNER))], "found"),
        ([], "apart"),
    ],
)
def test_only_a_dispute_between_the_changed_sentence_and_the_old_value_is_found(points, wanted):
    assert outcome(points, INJECTED, NAMES)[0] == wanted


def test_a_conflict_that_is_found_should_be_named_for_what_it_is():
    named = point("disputed", answer(MINE), answer(PARTNER), reason="number")
    assert outcome([named], INJECTED, NAMES) == ("found", "number")
    assert Detection(injection=INJECTED, outcome="found", reason="number").named
    assert not Detection(injection=INJECTED, outcome="found", reason="date").named
    assert not Detection(injection=INJECTED, outcome="updated", reason="number").named


def test_changed_stories_are_read_and_compared_like_any_other():
    rows = [row | {"text": row["text"].replace(AGAIN, FLOOD + " " + AGAIN)} for row in ROWS[:2]]
    tolls = [one for one in plan(rows, 40, kinds=("number",)) if one.likeness == 1.0]
    assert {one.outcome for one in detect(Stories.of(rows), tolls[:2])} <= set(OUTCOMES) - {"apart"}


def test_possible_conflicts_are_doubts_and_no_disputes():
    assert doubted(point("agreed", answer(MINE, PARTNER), links=(UNSURE,)))
    assert not doubted(point("agreed", answer(MINE, PARTNER), links=(replace(UNSURE, kind="supports"),)))
    assert not doubted(point("disputed", answer(MINE), answer(PARTNER)))


def test_the_reader_is_told_how_many_points_of_each_sort_there_are(capsys):
    print_disputes(Stories.of(ROWS[2:]))
    assert capsys.readouterr().out.splitlines()[-1] == "0 disputed, 0 updated, 0 unsure in 1 stories"
