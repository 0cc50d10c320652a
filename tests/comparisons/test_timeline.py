"""The times that a story's articles name, apart from the times of the reports. All names and events are invented."""

import pytest

from headwater.comparisons.timeline import find_moments
from headwater.comparisons.units import units_of
from headwater.model import Article, Block, Place, Span
from headwater.statements import read_statements


def article(outlet: str, text: str, published: str | None = "2025-11-20") -> Article:
    return Article(
        id=outlet, page=outlet, places=(Place(page=outlet, file=f"{outlet}.html"),), title=None, outlet=outlet, url=None, authors=(),
        published=published, language="en", section=None, tags=(), credits=(), rights=None, translations=(), text=text,
        blocks=(Block(span=Span(start=0, end=len(text)), role="paragraph"),), cuts=(), by="test",
    )  # fmt: skip


def timeline(*articles: Article):
    statements = tuple(read_statements(articles))
    return find_moments([unit for one in articles for unit in units_of(one, statements=statements)], articles)


def shown(*articles: Article):
    texts = {one.id: one.text for one in articles}
    return [(moment.when, moment.words.of(texts[moment.article])) for moment in timeline(*articles)]


HERALD = article(
    "Herald",
    "The granary of Lowmark burned down on Wednesday. It had been built in 1931. "
    "A hearing was due to be held on Monday. Repairs will begin next month.",
)


def test_moments_stand_in_the_order_of_time_with_open_ones_last():
    assert shown(HERALD) == [
        ("1931-01-01/1931-12-31", "in 1931"),
        ("2025-11-19", "on Wednesday"),
        ("2025-12-01/2025-12-31", "next month"),
        (None, "on Monday"),
    ]


def test_each_report_is_read_from_its_own_day():
    earlier = article("Post", "The mill of Tolben burned down on Wednesday.", published="2025-11-13")
    assert shown(HERALD, earlier)[1:3] == [("2025-11-12", "on Wednesday"), ("2025-11-19", "on Wednesday")]


def test_a_day_comes_before_the_range_that_begins_with_it():
    text = "Rain fell over the whole valley this month. The dam of Orvia broke on 1 November."
    assert [when for when, _ in shown(article("Herald", text))] == ["2025-11-01", "2025-11-01/2025-11-30"]


def test_moments_of_one_day_keep_the_order_of_reports_and_of_their_text():
    text = "At dawn on Wednesday the river rose. At noon on Wednesday the levee broke."
    first, second = (
        article("Zephyr", text, "2025-11-20T08:00"),
        article("Anchor", "The sirens failed on Wednesday.", "2025-11-20T09:00"),
    )
    assert [(m.article, m.span.start) for m in timeline(second, first)] == [
        ("Zephyr", 0),
        ("Zephyr", 37),
        ("Anchor", 0),
    ]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The dam of Orvia burst on Monday, the mayor said on Thursday.", ["event", "statement"]),
        ("On Thursday the mayor told reporters that the dam burst on Monday.", ["event", "statement"]),
        ("The mayor said in a statement on Thursday that nobody was hurt.", ["statement"]),
        ("The mayor said the dam burst on Monday after heavy rain.", ["event"]),
        ("“We left on Monday,” the mayor said on Thursday.", ["event", "statement"]),
        ("The dam of Orvia burst on Monday after heavy rain.", ["event"]),
    ],
)
def test_when_somebody_spoke_is_not_when_it_happened(text, kinds):
    assert [moment.of for moment in timeline(article("Herald", text))] == kinds


def test_a_sentence_that_several_print_gives_its_moments_once_for_the_earliest():
    text = "The granary of Lowmark burned down on 3 May 2025."
    early, late = article("Post", text, "2025-05-04T08:00"), article("Herald", text, "2025-05-05")
    assert [moment.article for moment in timeline(late, early)] == ["Post"]


def test_the_same_words_of_two_days_are_two_moments():
    text = "The granary of Lowmark burned down on Wednesday."
    found = timeline(article("Post", text, "2025-11-13"), article("Herald", text, "2025-11-20"))
    assert [moment.when for moment in found] == ["2025-11-12", "2025-11-19"]


def test_an_undated_report_names_its_words_without_a_day():
    assert shown(article("Post", "The granary of Lowmark burned down on Wednesday.", published=None)) == [
        (None, "on Wednesday")
    ]


def test_spans_lead_to_the_sentence_and_the_words():
    (moment, *_) = timeline(HERALD)
    assert moment.span.of(HERALD.text) == "It had been built in 1931."
    assert moment.span.contains(moment.words)


def test_an_index_of_months_is_no_part_of_what_happened():
    index = " ".join(
        f"{month} {year}"
        for year in (2021, 2022)
        for month in ("January", "March", "May", "July", "August", "October", "November")
    )
    assert timeline(article("Post", f"Archive of our pages {index}")) == ()


def test_the_order_of_articles_makes_no_difference():
    others = [
        HERALD,
        article("Post", "Shells hit the port on Tuesday.", None),
        article("Voice", "The port of Halm was shelled on Tuesday."),
    ]
    assert timeline(*others) == timeline(*reversed(others))
