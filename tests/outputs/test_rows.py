"""The JSON of a brief: its schema, its words, and that the order of the input makes no difference."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from headwater.outputs import (
    brief_json,
    brief_json_text,
    closing_line,
    copy_row,
    json_text,
    point_rows,
    shapes,
    statement_row,
    story_row,
)
from headwater.outputs.order import ordered

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "brief.schema.json").read_text("utf-8"))
SHAPES = {
    "place": shapes.PlaceRow, "credit": shapes.CreditRow, "translation": shapes.TranslationRow, "run": shapes.RunRow,
    "cut": shapes.CutRow, "article": shapes.ArticleRow, "spans": shapes.SpansRow, "statement": shapes.StatementRow,
    "passage": shapes.PassageRow, "copy": shapes.CopyRow, "origin": shapes.OriginRow, "borrowed": shapes.BorrowedRow, "evidence": shapes.EvidenceRow, "judgement": shapes.JudgementRow,
    "answer": shapes.AnswerRow, "point": shapes.PointRow, "omission": shapes.OmissionRow, "mention": shapes.MentionRow,
    "name": shapes.NameRow, "moment": shapes.MomentRow, "story": shapes.StoryRow, "rejected": shapes.RejectedRow,
    "counts": shapes.CountsRow,
}  # fmt: skip


@pytest.mark.parametrize("kind", ["brief", "hostile", "empty"])
def test_every_brief_keeps_to_the_schema(kind, request):
    Draft202012Validator.check_schema(SCHEMA)
    written = json.loads(json_text(brief_json(request.getfixturevalue(kind))))
    Draft202012Validator(SCHEMA).validate(written)


def test_the_schema_describes_every_key_and_no_other():
    assert set(SCHEMA["properties"]) == set(shapes.BriefRow.__annotations__)
    assert {name for name in SCHEMA["$defs"] if name != "span"} == set(SHAPES)
    for name, shape in SHAPES.items():
        described = SCHEMA["$defs"][name]["properties"]
        assert set(described) == set(shape.__annotations__), name
        assert all(entry["description"] for entry in described.values()), name


def test_the_words_stand_at_their_offsets(brief):
    for story in brief_json(brief)["stories"]:
        articles = {article["id"]: article for article in story["articles"]}
        for statement in story["statements"]:
            home = articles[statement["article"]]
            text = (home["title"] or "") if statement["part"] == "title" else home["text"]
            for key in ("source", "cue", "content"):
                runs = [text[start:end] for start, end in statement["spans"][key]]
                assert statement[key] == " … ".join(runs)
        for point in story["points"]:
            for answer in point["answers"]:
                for found in answer["evidence"]:
                    assert articles[found["article"]]["text"][found["start"] : found["end"]] == found["quote"] != ""


def test_the_order_of_the_input_makes_no_difference(brief):
    def turned(told):
        points = tuple(
            replace(point, answers=tuple(replace(a, evidence=a.evidence[::-1]) for a in point.answers[::-1]))
            for point in told.comparison.points[::-1]
        )
        comparison = replace(told.comparison, points=points, timeline=told.comparison.timeline[::-1])
        return replace(
            told, articles=told.articles[::-1], origins=told.origins[::-1], copies=told.copies[::-1],
            statements=told.statements[::-1], actors=told.actors[::-1], comparison=comparison,
        )  # fmt: skip

    other = replace(brief, stories=tuple(map(turned, brief.stories[::-1])), rejected=brief.rejected[::-1])
    assert json_text(brief_json(other)) == json_text(brief_json(brief))


def test_points_stand_by_status_and_the_answers_of_an_updated_one_by_the_hour_of_their_report(brief):
    points = brief_json(brief)["stories"][0]["points"]
    assert [point["status"] for point in points] == ["disputed", "disputed", "updated", "agreed", "single"]
    assert [answer["value"] for answer in points[2]["answers"]] == ["two", "six", "nine"]


def test_within_a_status_the_heaviest_point_stands_first_and_what_is_left_out_is_ranked_alike(brief):
    told = brief.stories[0]
    visiting, gates = told.comparison.points[3], told.comparison.points[2]
    many = tuple(replace(visiting, id=f"single-{weight}", weight=weight) for weight in (1.0, 3.0, 2.0))
    left_out = (replace(told.comparison.omissions[0], points=(gates.id, *(point.id for point in many))),)
    comparison = replace(told.comparison, points=(*many, replace(gates, weight=2.5)), omissions=left_out)
    row = story_row(replace(told, comparison=comparison))
    assert [point["id"] for point in row["points"]] == [gates.id, "single-3.0", "single-2.0", "single-1.0"]
    assert row["omissions"][0]["points"] == ["single-3.0", gates.id, "single-2.0", "single-1.0"]


def test_evidence_that_is_part_of_a_sentence_has_the_sentence_around_it(brief):
    story = brief_json(brief)["stories"][0]
    texts = {article["id"]: article["text"] for article in story["articles"]}
    found = story["points"][2]["answers"][0]["evidence"][0]
    assert found["quote"] == "the cracks were known since March"
    assert found["before"] == "A senior official, who asked not to be named, said "
    start, end = found["sentence"]
    assert texts[found["article"]][start:end] == found["before"] + found["quote"] + found["after"]


def test_judgements_name_evidence_of_their_point_and_their_judge(brief):
    for point in brief_json(brief)["stories"][0]["points"]:
        known = {found["id"] for answer in point["answers"] for found in answer["evidence"]}
        assert all({link["a"], link["b"]} <= known and link["by"] == "relations/1" for link in point["links"])
    assert sum(len(point["links"]) for point in brief_json(brief)["stories"][0]["points"]) == 3


def test_a_credit_outside_the_text_has_no_offsets(brief):
    credit = brief_json(brief)["stories"][0]["articles"][1]["credits"][0]
    assert (credit["start"], credit["end"], credit["words"]) == (None, None, "(NPS)")


def test_lone_surrogates_survive_as_escapes(brief):
    told = brief.stories[1]
    home = replace(told.articles[0], text="a\ud800b", blocks=())
    written = json_text(brief_json(replace(brief, stories=(replace(told, articles=(home, told.articles[1])),))))
    written.encode("utf-8")
    assert json.loads(written)["stories"][0]["articles"][0]["text"] == "a\ud800b"


def test_the_listings_have_the_rows_of_the_brief(brief):
    told = brief.stories[0]
    row = brief_json(brief)["stories"][0]
    articles = {article.id: article for article in told.articles}
    assert story_row(told) == row
    assert [statement_row(s, articles[s.article]) for s in ordered(brief).stories[0].statements] == row["statements"]
    assert [copy_row(link, articles) for link in ordered(brief).stories[0].copies] == row["copies"]
    assert list(point_rows(told)) == row["points"]


def test_the_closing_line_counts_and_gives_reasons(brief):
    assert closing_line(brief) == "9 pages, 7 articles, 2 stories, 4 origins; 2 rejected: 1 binary, 1 no article"


def test_the_text_of_a_brief_is_its_json_in_pieces(brief, hostile):
    for one in (brief, hostile):
        assert json.loads("".join(brief_json_text(one))) == json.loads(json_text(brief_json(one)))
