"""Two articles side by side: every shared passage is marked on both sides, and nothing of the text is lost."""

import html
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.model import Block, Link, Passage, Span
from headwater.outputs.sample import sample_story
from headwater.outputs.side_by_side import BESIDE, LONG, columns

ARTICLE = sample_story().articles[0]


def sides(copy, original, *shared, blocks=()):
    passages = tuple(Passage(copy=Span(start=a, end=b), original=Span(start=c, end=d)) for a, b, c, d in shared)
    link = Link(kind="copies", a="a", b="b", verdict="yes", score=1.0, by="t/1", passages=passages)
    return columns(link, replace(ARTICLE, text=copy, blocks=tuple(blocks)), replace(ARTICLE, text=original), "p")


def bodies(column):
    return [str(paragraph.body) for stretch in column.stretches for paragraph in stretch.paragraphs]


def text(column):
    """What a reader reads, the numbers of the passages left out."""
    return [html.unescape(re.sub(r"<a .*?</a>|<[^>]*>", "", body)) for body in bodies(column)]


def test_each_mark_leads_to_its_twin():
    copy, original = sides("Rain fell. Wind blew.", "Wind blew. Rain fell.", (0, 10, 11, 21), (11, 21, 0, 10))
    left, right = "".join(bodies(copy)), "".join(bodies(original))
    assert re.findall(r'id="(.*?)"><a class="twin" href="#(.*?)"', left) == [("p-a1", "p-b1"), ("p-a2", "p-b2")]
    assert re.findall(r'id="(.*?)"><a class="twin" href="#(.*?)"', right) == [("p-b2", "p-a2"), ("p-b1", "p-a1")]
    assert re.findall(r'class="(k\d)"', left) == re.findall(r'class="(k\d)"', right)[::-1]


def test_a_passage_over_two_paragraphs_is_marked_in_both_and_named_once():
    copy, _ = sides("Rain fell.\nWind blew.", "Rain fell. Wind blew.", (5, 15, 5, 15))
    assert text(copy) == ["Rain fell.", "Wind blew."]
    assert [body.count("<mark") for body in bodies(copy)] == [1, 1]
    assert "".join(bodies(copy)).count(' id="p-a1"') == 1


def test_a_long_stretch_of_one_side_is_folded_but_for_what_stands_beside_a_mark():
    own = "word " * 400
    copy, _ = sides(f"Rain fell. {own}Wind blew.", "Rain fell. Wind blew.", (0, 10, 0, 10), (2011, 2021, 11, 21))
    (folded,) = [stretch for stretch in copy.stretches if stretch.folded]
    assert LONG < folded.folded < len(own)
    assert len(own) - 2 * BESIDE - BESIDE < folded.folded
    assert [bool(stretch.folded) for stretch in copy.stretches] == [False, True, False]
    assert text(copy)[0].startswith("Rain fell. word")
    assert text(copy)[-1].endswith("word Wind blew.")


def test_a_stretch_that_is_not_long_is_not_folded():
    copy, _ = sides("Rain fell. " + "word " * 20, "Rain fell.", (0, 10, 0, 10))
    assert [stretch.folded for stretch in copy.stretches] == [0]


def test_passages_without_characters_of_their_own_still_have_a_name():
    copy, original = sides("Rain fell.", "Rain fell.", (0, 10, 0, 10), (2, 5, 90, 95), (3, 3, 4, 4))
    for column, side in ((copy, "a"), (original, "b")):
        assert sorted(re.findall(r'id="(.*?)"', "".join(bodies(column)))) == [f"p-{side}1", f"p-{side}2", f"p-{side}3"]


def test_page_text_is_escaped_and_made_visible():
    copy, _ = sides("<b>\u202e\x00&amp;</b>", "x", (0, 4, 0, 1))
    (body,) = bodies(copy)
    assert re.sub(r"<a .*?</a>|</?mark[^>]*>", "", body) == "&lt;b&gt;␀&amp;amp;&lt;/b&gt;"


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    text_=st.text(alphabet="ab <&\n\u202e", min_size=0, max_size=1500),
    cuts=st.lists(st.tuples(st.integers(0, 1600), st.integers(0, 900)), max_size=8),
    block=st.tuples(st.integers(0, 700), st.integers(0, 700)),
)
def test_no_character_is_lost_and_no_tag_is_left_open(text_, cuts, block):
    shared = [(start, start + length, start, start + length) for start, length in cuts]
    low, high = sorted(min(edge, len(text_)) for edge in block)
    blocks = [Block(span=Span(start=low, end=high), role="paragraph")] if low < high else []
    for column in sides(text_, text_, *shared, blocks=blocks):
        written = "".join(text(column))
        assert "".join(written.split()) == "".join(text_.replace("\u202e", "").split())
        for body in bodies(column):
            assert body.count("<mark") == body.count("</mark>")
        names = re.findall(r' id="(.*?)"', "".join(bodies(column)))
        assert len(names) == len(set(names)) == len(shared)


@pytest.mark.parametrize("step", [1, 100])
def test_many_passages_take_linear_time(step):
    shared = [(at * 10, at * 10 + 10 * step, at * 10, at * 10 + 10 * step) for at in range(4_000)]
    copy, _ = sides("x" * 40_000, "x" * 40_000, *shared)
    assert bodies(copy)
