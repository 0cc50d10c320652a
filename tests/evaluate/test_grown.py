"""Readings multiplied by edits of the same length are what a desk would have read from the edited pages."""

from collections import Counter

import pytest

from benchmarks.grown import COPY, REPORTS, Grown
from benchmarks.pages import pages
from headwater.copies import link_copies
from headwater.desk import read_page, read_page_only
from headwater.model import Reading
from headwater.pages import ready_page

TOWNS = "Lowmark Brennick Kolmstad Ossery Vantry".split()


def pool_page(number):
    town, other = TOWNS[number % 5], TOWNS[(number + 2) % 5]
    text = (
        f"A ferry with {11 + number} people on board sank off {town} on Monday, the coastguard said.\n\n"
        f"“We found {number + 2} of them near {other},” said Ilva Maren, who leads the search. “The water is cold.”\n\n"
        f"Ministers in {other} promised an inquiry into the ferry, its owner and the harbour that let it leave."
    )
    return ready_page({"id": str(number), "text": text, "title": f"Ferry sinks off {town}"}, file="pool.jsonl")


@pytest.fixture(scope="module")
def grown():
    read = [read_page(pool_page(number)) for number in range(7)]
    return Grown([each for each in read if isinstance(each, Reading)])


@pytest.mark.parametrize("number", [5, 25, 10 + COPY, 10 + REPORTS[0]])
def test_every_reading_fits_its_own_page(grown, number):
    given = grown.reading(number)
    article = given.reading.article
    read = read_page_only(given.page)
    assert isinstance(read, Reading)
    assert (read.article.id, read.article.text, read.article.blocks) == (article.id, article.text, article.blocks)
    assert all(mention.name == mention.span.of(article.text) for mention in given.reading.mentions)
    assert {one.article for one in (*given.reading.statements, *given.reading.mentions)} == {article.id}


def test_each_round_tells_of_other_names(grown):
    pool = grown.pool[grown.place(100)]
    rounds = [grown.reading(number).reading for number in (100, 110)]
    assert {grown.place(100), grown.place(110)} == {grown.place(100)}
    names = [{mention.name for mention in reading.mentions} for reading in (pool, *rounds)]
    assert not names[1] & names[2]
    assert not names[0] & names[1]
    assert all(len(reading.article.text) == len(pool.article.text) for reading in rounds)
    assert all("said" in reading.article.text for reading in rounds)


def test_a_copy_takes_over_the_text_of_its_event_and_a_report_its_names(grown):
    def told(number):
        pair = [grown.reading(each).reading.article for each in (grown.event(number), number)]
        words = [article.text.split() for article in pair]
        same = sum(a == b for a, b in zip(*words, strict=True)) / len(words[0])
        return pair, same

    copy, nearly_all = told(100 + COPY)
    report, less = told(100 + REPORTS[0])
    assert copy[0].outlet != copy[1].outlet
    assert any(link.verdict == "yes" and link.share > 0.8 for link in link_copies(copy))
    assert less < nearly_all
    names = grown.pool[grown.place(100 + REPORTS[0])].mentions
    assert all(name.span.of(report[0].text) == name.span.of(report[1].text) for name in names)


def test_of_ten_articles_three_belong_to_an_earlier_ones_event(grown):
    events = [grown.event(number) for number in range(2000)]
    assert sum(event != number for number, event in enumerate(events)) == 600
    assert all(event <= number for number, event in enumerate(events))
    assert max(Counter(events[300:]).values()) > 5


def test_the_examples_are_multiplied_under_other_names():
    first, second = (
        {name[4:]: content for name, content in pages(2) if name.startswith(variant)} for variant in ("000", "001")
    )
    assert first.keys() == second.keys()
    assert all(len(first[name]) <= len(second[name]) for name in first)
    assert sum(first[name] != second[name] for name in first) > 0.8 * len(first)
