"""Charts as inline SVG: right in their numbers, bounded, read out in words, and safe whatever a page holds."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from headwater.outputs.charts import (
    copy_tree,
    heat_map,
    origins_over_time,
    origins_per_story,
    reports_per_hour,
    sparkline,
    stylesheet,
)
from headwater.outputs.charts.hours import FEWEST, by_time
from headwater.outputs.charts.sample import sample_card
from headwater.outputs.laying_out import lay_out
from headwater.outputs.point_sheet import OutletColumn

ATTRIBUTES = {
    "id", "class", "role", "aria-labelledby", "focusable", "width", "height", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy",
    "r", "d", "viewBox", "preserveAspectRatio", "text-anchor", "dominant-baseline",
}  # fmt: skip
ELEMENTS = {"svg", "title", "desc", "text", "rect", "line", "circle", "path"}
EVIL = "<script>alert(1)</script>\" onload='x' \u202egnp.exe \x1b[31m\x00 \ud800 javascript:alert(2)"


def parsed(chart):
    return etree.fromstring(chart.encode(), etree.XMLParser(resolve_entities=False, no_network=True))


def local(element):
    return etree.QName(element).localname


def texts(chart):
    return [each.xpath("string(text()[last()])") for each in parsed(chart).iter("{*}text")]


def with_class(chart, cls):
    return [each for each in parsed(chart).iter() if set(cls.split()) <= set((each.get("class") or "").split())]


def height(element):
    return float(element.get("height").removesuffix("em"))


@pytest.fixture
def dam(brief):
    return next(sheet for sheet in lay_out(brief) if sheet.title.startswith("Dam"))


@pytest.fixture
def attacked(hostile):
    return lay_out(hostile)[0]


def every_chart(sheet, card):
    return [
        reports_per_hour(card), sparkline(card), origins_over_time(card), origins_per_story([card, replace(card, id="other")]),
        heat_map(sheet), copy_tree(sheet),
    ]  # fmt: skip


def test_a_chart_is_shapes_and_words_and_nothing_that_acts(dam, attacked):
    evil = replace(sample_card(), id=EVIL, title=EVIL, outlets=(EVIL,))
    for chart in (*every_chart(dam, sample_card()), *every_chart(attacked, evil)):
        for element in parsed(chart).iter():
            assert local(element) in ELEMENTS
            assert set(element.attrib) <= ATTRIBUTES, "no style, no link, no event"
        assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x09\x0b-\x1f\ud800-\udfff]", chart)
        assert "<script" not in chart


def test_a_screen_reader_is_told_what_it_is_and_what_it_shows(dam):
    page = every_chart(dam, sample_card())
    ids = []
    for chart in page:
        root = parsed(chart)
        title, desc = root[0], root[1]
        assert (local(title), local(desc), root.get("role")) == ("title", "desc", "img")
        assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
        assert title.text.strip()
        assert desc.text.strip()
        ids += [each.get("id") for each in root.iter() if each.get("id")]
    assert len(ids) == len(set(ids)) == 2 * len(page)


def test_two_stories_with_the_same_numbers_have_names_of_their_own():
    one, other = sparkline(sample_card()), sparkline(replace(sample_card(), id="s2"))
    assert parsed(one)[0].get("id") != parsed(other)[0].get("id")


def test_every_class_has_a_rule_and_the_rules_fetch_nothing(dam):
    rules = stylesheet()
    for chart in every_chart(dam, sample_card()):
        for element in parsed(chart).iter():
            for cls in (element.get("class") or "").split():
                assert f".{cls}" in rules or cls in {"words", "name", "strip", "cell", "bar", "area"} or "chart" in cls
    assert not re.search(r"url\(|@import|expression", rules)
    for media in ("prefers-color-scheme: dark", "print", "forced-colors: active"):
        assert f"@media ({media})" in rules or f"@media {media}" in rules


def test_a_bar_is_as_high_as_its_reports_and_dark_as_far_as_they_were_new():
    chart = reports_per_hour(sample_card())
    dark, pale = (with_class(chart, f"bar {cls}")[1:] for cls in ("origins", "articles"))  # the first is the legend's
    one = height(dark[0])
    assert [round(height(bar) / one, 3) for bar in dark] == [1, 2]
    assert [round(height(bar) / one, 3) for bar in pale] == [1, 1]
    assert dark[0][0].text == "12 May 09:00: 2 articles, 1 new origin"


def test_a_chart_over_time_names_its_step_its_ends_and_its_peak():
    chart = reports_per_hour(sample_card())
    assert "Reports per hour (UTC)" in texts(chart)
    assert parsed(chart)[1].text == (
        "5 dated articles from 3 origins, 12 May 09:00 to 12 May 11:00 UTC; most in one hour: 3 (12 May 11:00)."
    )


def test_the_lines_end_at_all_articles_and_all_origins():
    chart = origins_over_time(sample_card())
    assert {"5 articles", "3 origins"} <= set(texts(chart))
    articles, origins = with_class(chart, "line")
    assert articles.get("d").startswith("M0 60.80V60.80H1")  # 2 of 5 in the first hour, on a field of 100 with 2 free
    assert articles.get("d").endswith("V2.00H12")
    assert origins.get("d").endswith("V41.20H12")  # 3 of 5


@pytest.mark.parametrize(
    ("last", "each"),
    [
        ("2031-05-03T20", "hour"), ("2031-05-08T10", "3 hours"), ("2031-05-31T10", "12 hours"), ("2031-06-20T10", "day"),
        ("2032-05-03T10", "week"), ("2035-06-01T00", "4 weeks"), ("2060-01-01T00", "year of 52 weeks"),
        ("9999-12-31T23", "136 years"),
    ],
)  # fmt: skip
def test_the_step_grows_with_the_time_between_first_and_last(last, each):
    steps = by_time((("2031-05-03T10", 2, 1), (last, 1, 0)), 60)
    assert steps.each == each
    assert FEWEST <= len(steps.all) <= 60
    assert (steps.articles, steps.origins) == (3, 1)


HOURS = st.datetimes().map(lambda when: f"{when:%Y}".rjust(4, "0") + f"-{when:%m-%dT%H}")


@settings(max_examples=120, derandomize=True, deadline=None)
@given(st.lists(st.tuples(HOURS, st.integers(1, 50), st.integers(0, 60)), max_size=30), st.sampled_from([24, 60, 240]))
def test_no_report_is_lost_whatever_the_hours(reports, most):
    steps = by_time(reports, most)
    assert steps.articles == sum(articles for _, articles, _ in reports)
    assert len(steps.all) <= most
    card = replace(sample_card(), reports=tuple(reports))
    for chart in (reports_per_hour(card), origins_over_time(card), sparkline(card)):
        assert not chart or parsed(chart).get("role") == "img"


def test_what_is_no_hour_is_left_out_and_nothing_dated_draws_nothing():
    card = replace(sample_card(), reports=((EVIL, 3, 1), ("2031-02-30T10", 1, 1), ("", 1, 1)))
    assert reports_per_hour(card) == sparkline(card) == origins_over_time(card) == ""
    assert origins_per_story([]) == ""


def test_the_map_has_a_row_an_outlet_and_a_colour_an_answer(dam):
    chart = heat_map(dam)
    cells = [each for each in with_class(chart, "cell") if len(each)]
    assert len(cells) == sum(bool(cell.given) or cell.left_out for row in dam.grid.rows for cell in row.cells)
    assert len(with_class(chart, "cell none")) == 1 + len(dam.grid.outlets)  # in the legend, and under each row
    told = [cell[0].text for cell in cells]
    assert "The Daily Tern, point 1 (disputed): A: at least 15" in told
    assert any(each.endswith(": left out") for each in told)
    assert any("says so" in each for each in told)
    assert "disputed" in texts(chart)
    assert "speaks to" in parsed(chart)[1].text


def test_ten_thousand_outlets_are_drawn_as_the_first_and_a_count(dam):
    row = dam.grid.rows[0]
    outlets = tuple(OutletColumn(name=f"Outlet {number}", number=number) for number in range(1, 10_001))
    rows = tuple(replace(row, cells=row.cells[:1] * 10_000) for _ in range(300))
    chart = heat_map(replace(dam, grid=replace(dam.grid, outlets=outlets, rows=rows)))
    assert len(chart) < 600_000
    assert "9,960 outlets and 260 points more" in texts(chart)


def test_the_tree_shows_each_article_once_under_its_origin(dam):
    chart = copy_tree(dam)
    shown = texts(chart)
    assert shown[0] == "5 articles → 3 origins"
    assert "Norvia Press Service" in shown
    assert [name for name in shown if name in {"Harbour Post", "Lowland Gazette", "Quill Mail"}] == [
        "Harbour Post",
        "Lowland Gazette",
        "Quill Mail",
    ]
    assert {"100 %", "71 %"} <= set(shown)


def test_a_copy_whose_direction_is_not_known_is_marked_so(brief):
    ferry = next(sheet for sheet in lay_out(brief) if sheet.title.startswith("Ferry"))
    assert "100 % ?" in texts(copy_tree(ferry))
    assert with_class(copy_tree(ferry), "branch open")


def test_many_origins_are_drawn_as_the_first_and_a_count(dam):
    chart = copy_tree(replace(dam, origins=dam.origins * 3_000))
    assert len(chart) < 60_000
    assert texts(chart)[-1] == "and 14,967 articles more"


def test_a_story_of_the_list_has_its_numbers():
    chart = origins_per_story([sample_card(), *(replace(sample_card(), id=f"x{n}", title=EVIL) for n in range(30))])
    assert {"5 articles → 3 origins", "and 11 stories more"} <= set(texts(chart)) or "and 11 stories more" in texts(
        chart
    )


def test_the_stylesheet_is_shipped_beside_the_code():
    assert (Path(__file__).parents[2] / "src/headwater/outputs/charts/charts.css").read_text("utf-8") == stylesheet()
