"""What people decided about disputes outranks the judges. All names and events are invented."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from headwater.comparisons import compare
from headwater.comparisons.corrected import correct_comparison
from headwater.model import (
    Article,
    Block,
    Comparison,
    Correction,
    CorrectionKind,
    Origin,
    Place,
    Point,
    Quoted,
    Span,
    Story,
    correction,
)

DIED = "Fire destroyed the granary of Lowmark and 14 people were killed in the flames."
MORE_DIED = "Fire destroyed the granary of Lowmark and 21 people were killed in the flames."
MOST_DIED = "Fire destroyed the granary of Lowmark and 35 people were killed in the flames."
BARLEY = "The granary held 900 tonnes of barley for the winter."
BARLEY_TOO = "For the winter, 900 tonnes of barley lay in the granary."
BARLEY_ALSO = "The granary held 900 tonnes of barley for the winter months."
BAND = "The brass band cancelled its spring concert."
SHOW = "Every seat at the musicians' evening was sold."


def article(outlet: str, *paragraphs: str) -> Article:
    text = "\n\n".join(paragraphs)
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(span=Span(start=start, end=start + len(paragraph)), role="paragraph"))
        start += len(paragraph) + 2
    return Article(
        id=f"id of {outlet}", page=f"page of {outlet}", places=(Place(page=outlet, file=f"{outlet}.html"),), title=None,
        outlet=outlet, url=None, authors=(), published="2025-03-06", language="en", section=None, tags=(), credits=(),
        rights=None, translations=(), text=text, blocks=tuple(blocks), cuts=(), by="test",
    )  # fmt: skip


HERALD = article("Herald", DIED, BARLEY, BAND)
POST = article("Post", MORE_DIED, BARLEY_TOO)
VOICE = article("Voice", MOST_DIED, BARLEY_ALSO, SHOW)
ALL = (HERALD, POST, VOICE)
HOMES = tuple(
    Origin(id=one.id, name=one.outlet or "", agency=None, head=one.id, articles=(one.id,), reason="test") for one in ALL
)


@cache
def compared(*articles: Article) -> Comparison:
    story = Story(id="story", title="", articles=tuple(one.id for one in articles))
    return compare(story, articles, origins=HOMES)


def decided(kind: CorrectionKind, *sides: tuple[Article, str]) -> Correction:
    quoted = tuple(Quoted(page=one.page, exact=words) for one, words in sides)
    return correction(kind, quoted=quoted, person="Ana", made="2031-05-03T10:00:00Z")


def no(*sides: tuple[Article, str]) -> Correction:
    return decided("undo dispute", *sides)


def yes(*sides: tuple[Article, str]) -> Correction:
    return decided("confirm dispute", *sides)


def corrected(*corrections: Correction, articles: tuple[Article, ...] = ALL, comparison: Comparison | None = None):
    return correct_comparison(
        comparison or compared(*articles),
        articles,
        [link for each in corrections for link in each.links],
        quoted=[words for each in corrections for words in each.quoted],
        origins=HOMES,
    )


def points_with(comparison: Comparison, words: str) -> list[Point]:
    texts = {one.id: one.text for one in ALL}
    return [
        point
        for point in comparison.points
        if any(words in piece.span.of(texts[piece.article]) for answer in point.answers for piece in answer.evidence)
    ]


def point_with(comparison: Comparison, words: str) -> Point:
    (point,) = points_with(comparison, words)
    return point


def by_person(point: Point):
    return [(link.kind, link.verdict, link.score) for link in point.links if link.by == "person"]


def outlets(point: Point):
    return [sorted(piece.article.removeprefix("id of ") for piece in answer.evidence) for answer in point.answers]


TWO = (HERALD, POST)


def test_without_rulings_the_comparison_is_the_same():
    assert correct_comparison(compared(*ALL), ALL, [], origins=HOMES) is compared(*ALL)
    assert point_with(compared(*TWO), "14 people").status == "disputed"


def test_an_undone_dispute_between_two_voices_is_agreed():
    point = point_with(corrected(no((HERALD, DIED), (POST, MORE_DIED)), articles=TWO), "14 people")
    assert (point.status, point.reason, point.certainty, point.voices) == ("agreed", "person", 1.0, 2)
    assert outlets(point) == [["Herald", "Post"]]
    assert by_person(point) == [("contradicts", "no", 1.0)]
    assert not [link for link in point.links if link.kind == "contradicts" and link.by != "person"]


def test_an_undone_dispute_of_one_voice_is_single():
    one_voice = (replace(HOMES[0], articles=(HERALD.id, POST.id)),)
    links = no((HERALD, DIED), (POST, MORE_DIED)).links
    quoted = no((HERALD, DIED), (POST, MORE_DIED)).quoted
    found = correct_comparison(compared(*TWO), TWO, links, quoted=quoted, origins=one_voice)
    assert point_with(found, "14 people").status == "single"


def test_a_third_answer_goes_on_opposing_the_two():
    before = point_with(compared(*ALL), "14 people")
    assert len(before.answers) == 3
    point = point_with(corrected(no((HERALD, DIED), (POST, MORE_DIED))), "14 people")
    assert (point.status, point.reason) == ("disputed", before.reason)
    assert sorted(outlets(point)) == [["Herald", "Post"], ["Voice"]]
    assert [answer.voices for answer in point.answers] == [2, 1]


def test_a_confirmed_dispute_divides_an_agreed_answer():
    assert point_with(compared(*TWO), "900 tonnes").status == "agreed"
    point = point_with(corrected(yes((HERALD, BARLEY), (POST, BARLEY_TOO)), articles=TWO), "900 tonnes")
    assert (point.status, point.reason, point.certainty) == ("disputed", "person", 1.0)
    assert sorted(outlets(point)) == [["Herald"], ["Post"]]
    assert by_person(point) == [("contradicts", "yes", 1.0)]


def test_what_else_stood_in_a_divided_answer_goes_with_the_words_that_it_is_more_like():
    point = point_with(corrected(yes((HERALD, BARLEY), (POST, BARLEY_TOO))), "900 tonnes")
    assert len(point.answers) == 2
    assert sorted(piece for side in outlets(point) for piece in side) == ["Herald", "Post", "Voice"]


def test_a_confirmed_dispute_joins_two_points():
    before = compared(*ALL)
    assert point_with(before, BAND).id != point_with(before, SHOW).id
    found = corrected(yes((HERALD, BAND), (VOICE, SHOW)))
    point = point_with(found, BAND)
    assert point == point_with(found, SHOW)
    assert (point.status, point.reason, point.voices, len(point.answers)) == ("disputed", "person", 2, 2)
    assert len(found.points) == len(before.points) - 1


def test_a_confirmed_possible_conflict_is_a_dispute_for_sure():
    before = compared(*TWO)
    unsure = tuple(
        replace(point, status="unsure", certainty=0.7) if point.status == "disputed" else point
        for point in before.points
    )
    found = corrected(yes((HERALD, DIED), (POST, MORE_DIED)), articles=TWO, comparison=replace(before, points=unsure))
    point = point_with(found, "14 people")
    assert (point.status, point.certainty, point.reason) == ("disputed", 1.0, "person")


def test_words_are_found_again_when_sentences_are_cut_otherwise():
    part, whole = "14 people  were\nkilled", f"{MORE_DIED} {BARLEY_TOO}"
    assert point_with(corrected(no((HERALD, part), (POST, MORE_DIED)), articles=TWO), "14 people").status == "agreed"
    assert point_with(corrected(no((HERALD, DIED), (POST, whole)), articles=TWO), "14 people").status == "agreed"


def test_without_the_words_only_evidence_in_exactly_these_words_is_found():
    links = no((HERALD, DIED), (POST, MORE_DIED)).links
    assert point_with(correct_comparison(compared(*TWO), TWO, links, origins=HOMES), "14 people").status == "agreed"
    links = no((HERALD, "14 people"), (POST, MORE_DIED)).links
    assert correct_comparison(compared(*TWO), TWO, links, origins=HOMES) is compared(*TWO)


@pytest.mark.parametrize(
    "sides",
    [
        ((HERALD, "No such words stand there."), (POST, MORE_DIED)),
        ((HERALD, ""), (POST, "")),
        ((replace(HERALD, page="elsewhere"), DIED), (POST, MORE_DIED)),
        ((HERALD, BAND), (HERALD, BAND)),
    ],
)
def test_rulings_about_other_words_change_nothing(sides):
    for ruling in (yes(*sides), no(*sides)):
        assert corrected(ruling, articles=TWO) is compared(*TWO)


def test_an_undone_dispute_where_nothing_is_opposed_changes_nothing():
    assert corrected(no((HERALD, BARLEY), (POST, BARLEY_TOO)), articles=TWO) is compared(*TWO)


def test_of_two_rulings_about_the_same_words_the_later_holds():
    sides = (HERALD, DIED), (POST, MORE_DIED)
    assert point_with(corrected(yes(*sides), no(*sides), articles=TWO), "14 people").status == "agreed"
    assert point_with(corrected(no(*sides), yes(*sides[::-1]), articles=TWO), "14 people").status == "disputed"


def test_points_and_omissions_stand_as_if_they_had_been_made_so():
    found = corrected(yes((HERALD, BAND), (VOICE, SHOW)), no((HERALD, DIED), (POST, MORE_DIED), (VOICE, MOST_DIED)))
    ranks = [("disputed", "updated", "unsure", "agreed", "single").index(point.status) for point in found.points]
    assert ranks == sorted(ranks)
    ids = [point.id for point in found.points]
    assert len(set(ids)) == len(ids)
    left_out = {each.outlet: each.points for each in found.omissions}
    assert left_out["Post"] == (point_with(found, BAND).id,)
    assert {point for each in found.omissions for point in each.points} <= set(ids)


def test_a_corrected_comparison_corrected_again_stays_as_it_is():
    rulings = yes((HERALD, BAND), (VOICE, SHOW)), no((HERALD, DIED), (POST, MORE_DIED))
    once = corrected(*rulings)
    again = corrected(*rulings, comparison=once)
    assert [(point.id, point.status, point.voices) for point in again.points] == [
        (point.id, point.status, point.voices) for point in once.points
    ]
