"""Lines of a dump: what a wrap broke is joined, what a tool added is taken off, and spans lead back."""

import pytest

from headwater.articles.dumps.lines import read_lines
from headwater.articles.dumps.moments import clock_in, moment_in


def texts(page):
    return [line.text for line in read_lines(page)]


def test_indentation_bullets_and_blank_lines_are_numbers_not_text():
    (menu, body) = read_lines("  • Sport\n\n\n    The bridge is open.  ")
    assert (menu.text, menu.bullet, menu.indent, menu.gap) == ("Sport", True, 2, 0)
    assert (body.text, body.bullet, body.indent, body.gap) == ("The bridge is open.", False, 4, 2)


def test_a_dash_opens_speech_unless_the_page_is_a_list():
    assert texts("— Come in, she said.") == ["— Come in, she said."]


def test_spans_count_code_points_of_the_page():
    page = "🙂\r\n  • Ärger im Hafen \r\nÖffnung"
    assert [line.span.of(page) for line in read_lines(page)] == ["🙂", "• Ärger im Hafen", "Öffnung"]


def test_short_lines_are_not_a_wrap():
    page = "Home\nWorld news and analysis\nSport\nThe weather in Orvale tomorrow\nContact"
    assert len(texts(page)) == 5


def test_long_paragraphs_on_lines_of_their_own_stay_apart():
    page = "\n".join(["The council voted on Tuesday to reopen the bridge after years of repairs. " * 3] * 4)
    assert len(texts(page)) == 4


def test_a_hyphen_at_a_wrap_keeps_its_word_whole():
    page = "The harbour of Orvale is the oldest one on the northern coast, a well-\nknown place for its long bridge and the markets that are held there in\nspring, when traders come from Sorland and from the islands to sell their\nwool and their cheese under the arches of the old customs house."
    assert len(texts(page)) == 1
    assert "well-known place" in texts(page)[0]


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("[Home](/)\n\nSee the [**map**](https://a.example/(x)) now.", ["Home", "See the map now."]),
        ("[a](b)\n\n[c](d)\n\n> First half\n> second half.", ["a", "c", "First half second half."]),
        ("[a](b)\n\n[c](d)\n\n![A pier](p.jpg)", ["a", "c", "A pier"]),
        ("[a](b)\n\n[c](d)\n\nIn 1\\. and \\*this\\*", ["a", "c", "In 1. and *this*"]),
        ("[a](b)\n\n[c](d)\n\nKeep [this] and that]", ["a", "c", "Keep [this] and that]"]),
    ],
)
def test_markdown_is_read_as_its_words(marked, words):
    assert texts(marked) == words


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("20 November, 2031", "2031-11-20"),
        ("Published May 3, 2031 at 8:05 p.m. EST", "2031-05-03T20:05"),
        ("2031-05-03T08:05:59Z", "2031-05-03T08:05+00:00"),
        ("3 мая 2031, 20:05", "2031-05-03T20:05"),
        ("Le 3 mai 2031 à 20h05", "2031-05-03T20:05"),
        ("03.05.2031 20:05", "2031-05-03T20:05"),
        ("2031年5月3日", "2031-05-03"),
        ("13/05/2031", "2031-05-13"),
        ("03/05/2031", None),
        ("© 2031 Meridian Press, 3 May 2031", None),
        ("Updated May 4, 2031", None),
        ("Published May 3, 2031 | Updated May 4, 2031", "2031-05-03"),
        ("31 February 2031", None),
        ("3 May", None),
    ],
)
def test_a_moment_is_read_as_exactly_as_it_is_written(line, moment):
    assert moment_in(line) == moment


def test_a_clock_stands_alone():
    assert clock_in("18:05") == "18:05"
    assert clock_in("18:05 Weather") is None
