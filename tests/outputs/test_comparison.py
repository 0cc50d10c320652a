"""The comparison alone: side by side, as a grid, as a table for spreadsheets and as annotations."""

import csv
import io
import json
import re
from dataclasses import replace
from urllib.parse import unquote, urlsplit
from uuid import UUID

import pytest
from rich.console import Console

from headwater.errors import UsageError
from headwater.outputs import (
    chosen,
    comparison_annotations,
    comparison_csv,
    comparison_html,
    comparison_terminal,
    json_text,
    point_rows,
)
from headwater.outputs.fragments import text_fragment
from headwater.outputs.laying_out import lay_out

PIPED = 1_000_000


def printed(brief, width=100, *, full=False):
    sink = io.StringIO()
    comparison_terminal(brief, Console(file=sink, width=width), full=full)
    return sink.getvalue()


def table(brief):
    return list(csv.DictReader(io.StringIO(comparison_csv(brief), newline=""), strict=True))


def evidence(brief):
    return [
        (told, point, answer, found)
        for told in brief.stories
        for point in told.comparison.points
        for answer in point.answers
        for found in answer.evidence
    ]


def with_many_points(brief, count):
    told = brief.stories[0]
    gates = told.comparison.points[2]
    points = tuple(replace(gates, id=f"gates-{number:03}") for number in range(count))
    return replace(brief, stories=(replace(told, comparison=replace(told.comparison, points=points, omissions=())),))


def test_answers_stand_beside_each_other_where_there_is_room_and_below_each_other_where_not(brief):
    wide, narrow, piped = printed(brief, 100), printed(brief, 60), printed(brief, PIPED)
    assert re.search(r"A  at least 15  1 voice +B  31  1 voice", wide)
    assert not re.search(r"A  at least 15.*B  31", narrow)
    assert not re.search(r"A  at least 15.*B  31", piped)
    assert max(map(len, wide.splitlines())) <= 100


def test_disputed_then_updated_then_agreed_then_single(brief):
    lines = printed(brief).splitlines()
    heads = [line.split("  ")[0] for line in lines if re.match(r"(Disputed|Updated|Agreed|Only one origin)  ", line)]
    assert heads == ["Disputed", "Updated", "Agreed", "Only one origin"]


def test_a_possible_conflict_stands_inside_its_point_and_never_under_disputed(brief):
    written = printed(brief)
    assert written.index("Possible conflict") > written.index("We ordered the gates opened at noon  2 voices")
    assert "Possible conflict" not in written[: written.index("Agreed")]


def test_the_same_words_of_two_outlets_are_shown_once_with_both(brief):
    told = brief.stories[0]
    plain = tuple(replace(found, statement=None) for found in told.comparison.points[0].answers[0].evidence)
    tolls = told.comparison.points[0]
    tolls = replace(tolls, answers=(replace(tolls.answers[0], evidence=plain), tolls.answers[1]))
    one = replace(brief, stories=(replace(told, comparison=replace(told.comparison, points=(tolls,))),))
    assert "— via Norvia Press Service, in The Daily Tern [1]:0-92, Harbour Post [2]:0-92" in printed(one, PIPED)


def test_the_grid_has_a_letter_for_each_answer_and_words_where_it_is_too_wide(brief):
    assert re.search(r"at least 15 / 31 +A  A  ·  B  ·\n", printed(brief))
    narrow = printed(brief, 40)
    assert "A: at least 15: The Daily Tern [1]" in " ".join(narrow.split())
    assert "not mentioned: Lowland Gazette [3]," in " ".join(narrow.split())


def test_every_filled_cell_opens_its_sentence_and_heads_are_heads(brief):
    page = comparison_html(brief)
    grid = page[page.index('<table class="grid">') : page.index("</table>", page.index('<table class="grid">'))]
    cells = re.findall(r'<td class="has"><a href="#([^"]+)">', grid)
    marks = set(re.findall(r'<mark id="([^"]+)"', page))
    assert len(cells) == 11
    assert set(cells) <= marks
    assert grid.count('scope="col"') == 6
    assert grid.count('scope="row"') == 4
    assert grid.count("<td") - len(cells) == grid.count("not mentioned")


def test_part_of_a_sentence_is_marked_in_it(brief):
    assert 'said <mark class="part">the cracks were known since March</mark>.' in comparison_html(brief)


def test_the_judge_is_named_in_the_details_of_the_page(brief):
    page = comparison_html(brief)
    assert "contradicts, 93 %, by relations/1" in page
    assert "perhaps contradicts, 61 %, by relations/1" in page


def test_a_large_grid_is_bounded_and_says_so_and_full_lifts_it(brief):
    many = with_many_points(brief, 70)
    grid = lay_out(many)[0].grid
    assert (len(grid.rows), grid.more_points) == (40, 30)
    assert "… and 30 more points (--full shows all)" in printed(many)
    assert "--full" not in printed(many, full=True)
    assert "Not in the grid: 30 points" in comparison_html(many)
    assert "Not in the grid" not in comparison_html(many, full=True)


def test_stories_of_one_article_are_counted_and_full_shows_them(brief):
    told = brief.stories[1]
    lone = replace(
        told, story=replace(told.story, id="lone", articles=told.story.articles[:1], title="A lone report"),
        articles=told.articles[:1], copies=(), origins=(replace(told.origins[0], articles=told.story.articles[:1]),),
    )  # fmt: skip
    three = replace(brief, stories=(*brief.stories, lone))
    assert "A lone report" not in printed(three)
    assert "1 story of one article: nothing to compare" in printed(three)
    assert "1 story of one article: nothing to compare" in comparison_html(three)
    assert "A lone report" in printed(three, full=True)


def test_one_story_is_chosen_by_its_number_or_its_id(brief):
    assert [told.story.id for told in chosen(brief, "2").stories] == ["story-ferry"]
    assert [told.story.id for told in chosen(brief, "story-dam").stories] == ["story-dam"]
    for wrong in ("0", "3", "story", "²"):
        with pytest.raises(UsageError, match="from 1 to 2"):
            chosen(brief, wrong)


def test_the_table_has_one_row_a_piece_of_evidence_and_reads_back(brief):
    rows = table(brief)
    assert len(rows) == len(evidence(brief)) == 12
    texts = {article.id: article.text for told in brief.stories for article in told.articles}
    for row in rows:
        assert texts[row["article"]][int(row["start"]) : int(row["end"])] == row["quote"]
    toll = next(row for row in rows if row["outlet"] == "Quill Mail" and row["point"] == "point-toll")
    assert (toll["status"], toll["reason"], toll["answer"], toll["value"]) == ("disputed", "number", "B", "31")
    assert (toll["chain"], toll["stance"], toll["form"]) == ("Lowland Red Lantern < Quill Mail", "asserts", "indirect")
    assert (toll["origin"], toll["published"]) == ("Quill Mail", "2031-05-14T07:00")


def test_the_table_keeps_to_rfc_4180(brief, hostile):
    for one in (brief, hostile):
        text = comparison_csv(one)
        text.encode("utf-8")
        read = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        assert {len(row) for row in read} == {23}
        assert text.endswith("\r\n")


@pytest.mark.parametrize("opening", ["=1+1", "+1", "-1", "@sum", "\t=1", "\r=1", " =1", "＝1"])
def test_no_cell_is_a_formula(brief, opening):
    told = brief.stories[0]
    point = told.comparison.points[3]
    changed = replace(point, answers=(replace(point.answers[0], value=opening),))
    one = replace(brief, stories=(replace(told, comparison=replace(told.comparison, points=(changed,))),))
    assert table(one)[0]["value"].startswith("'")


def test_annotations_have_what_the_data_model_requires(brief, hostile, empty):
    for one in (brief, hostile, empty):
        collection = json.loads(json_text(comparison_annotations(one)))
        assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
        assert collection["type"] == "AnnotationCollection"
        page = collection["first"]
        assert (page["type"], page["startIndex"]) == ("AnnotationPage", 0)
        assert collection["total"] == len(page["items"]) == len(evidence(one))
        ids = [collection["id"], page["id"], *(item["id"] for item in page["items"])]
        assert len(set(ids)) == len(ids)
        assert all(UUID(id_.removeprefix("urn:uuid:")).version == 5 for id_ in ids)
        for item in page["items"]:
            assert item["type"] == "Annotation"
            assert {body["type"] for body in item["body"]} == {"TextualBody"}
            assert [body["purpose"] for body in item["body"]] == ["classifying", "identifying", "describing"]
            assert urlsplit(item["target"]["source"]).geturl() == item["target"]["source"]
            assert re.fullmatch(r"[!-~]+", item["target"]["source"])


def test_what_annotations_select_stands_in_the_article(brief):
    texts = {article.id: article.text for told in brief.stories for article in told.articles}
    items = comparison_annotations(brief)["first"]["items"]
    found_by_quote = set()
    for (_, point, answer, found), item in zip(sorted_evidence(brief), items, strict=True):
        quote, position, *_ = item["target"]["selector"]
        text = texts[found.article]
        assert [body["value"] for body in item["body"]] == [point.status, point.id, answer.value]
        assert text[position["start"] : position["end"]] == quote["exact"] == found.span.of(text)
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
        found_by_quote.add(quote["exact"])
    assert "ворота приказали открыть в полдень" in found_by_quote


def sorted_evidence(brief):
    """The evidence in the order of the rows."""
    told = {told.story.id: told for told in brief.stories}
    known = {(point.id, found.id): (story, point, answer, found) for story, point, answer, found in evidence(brief)}
    return [
        known[row["id"], piece["id"]]
        for story in told.values()
        for row in point_rows(story)
        for answer in row["answers"]
        for piece in answer["evidence"]
    ]


def test_a_fragment_selector_opens_the_words_on_a_live_page(brief):
    items = comparison_annotations(brief)["first"]["items"]
    live = [item["target"] for item in items if len(item["target"]["selector"]) == 3]
    assert {target["source"] for target in live} == {"https://tern.example/karsal?id=1"}
    for target in live:
        quote, _, fragment = target["selector"]
        assert fragment["type"] == "FragmentSelector"
        first, _, last = fragment["value"].removeprefix(":~:text=").partition(",")
        assert quote["exact"].startswith(unquote(first))
        assert quote["exact"].endswith(unquote(last))


@pytest.mark.parametrize(
    ("words", "fragment"),
    [
        ("Rain fell", ":~:text=Rain%20fell"),
        ("a-b, c & d", ":~:text=a%2Db%2C%20c%20%26%20d"),
        ("one two three four five six seven eight nine", ":~:text=one%20two%20three%20four,six%20seven%20eight%20nine"),
        ("one\n two", ":~:text=one%20two"),
        (" ", None),
    ],
)
def test_text_fragments(words, fragment):
    assert text_fragment(words) == fragment


def test_a_file_with_odd_characters_is_still_a_reference(brief):
    told = brief.stories[1]
    home = told.articles[0]
    place = replace(home.places[0], file="my pages/ä:b#1.warc", member="3 a")
    point = replace(
        brief.stories[0].comparison.points[3],
        answers=(
            replace(
                brief.stories[0].comparison.points[3].answers[0],
                evidence=(replace(evidence(brief)[0][3], article=home.id, statement=None),),
            ),
        ),
    )
    odd = replace(
        told,
        articles=(replace(home, places=(place,)), told.articles[1]),
        comparison=replace(told.comparison, points=(point,)),
    )
    items = comparison_annotations(replace(brief, stories=(odd,)))["first"]["items"]
    assert items[0]["target"]["source"] == "my%20pages/%C3%A4%3Ab%231.warc#3%20a"


def test_the_order_of_the_input_makes_no_difference(brief):
    told = brief.stories[0]
    turned = replace(
        told,
        comparison=replace(
            told.comparison,
            points=tuple(
                replace(
                    point,
                    answers=tuple(replace(a, evidence=a.evidence[::-1]) for a in point.answers[::-1]),
                    links=point.links[::-1],
                )
                for point in told.comparison.points[::-1]
            ),
            timeline=told.comparison.timeline[::-1],
        ),
        articles=told.articles[::-1],
    )
    other = replace(brief, stories=(brief.stories[1], turned))
    assert comparison_csv(other) == comparison_csv(brief)
    assert comparison_html(other) == comparison_html(brief)
    assert printed(other) == printed(brief)
    assert json_text(comparison_annotations(other)) == json_text(comparison_annotations(brief))


def test_hostile_words_stay_words(hostile):
    page = comparison_html(hostile, full=True)
    page.encode("utf-8")
    assert "<script" not in page
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", page)
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", printed(hostile))
