"""Articles from HTML: text, blocks, cuts and what hostile markup does."""

import time

import pytest

from headwater.articles import html
from headwater.articles.reading import Reading
from headwater.model import words

PARAGRAPHS = (
    "The council of Orvale shut the old bridge on Tuesday after divers found a crack in its middle pier.",
    "“Nobody will cross it before the spring,” said the mayor, Ana Ruiz, who had asked for the inspection.",
    "Engineers from the province will measure the crack again on Friday, she told the Orvale Courier.",
    "The bus to the station takes the ring road until then and needs a quarter of an hour more, the company said.",
)
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
PAGE = f"""<!doctype html><html lang="en"><head><title>Bridge shut | Orvale Courier</title></head><body>
<nav><a href="/">Home</a> <a href="/town">Town</a></nav>
<article><h1>Old bridge shut until spring</h1><p class="standfirst">A crack in the pier worries the town</p>
<span class="byline">By Bo Lindqvist</span> <time datetime="2031-05-04T09:30:00+02:00">4 May</time>{BODY}
<figure><img src="a.jpg"><figcaption>The bridge in winter. Photo: Courier</figcaption></figure>
<p><a href="/more">Ten bridges that you should see this year</a></p>
<p>Read more: Why bridges crack</p></article>
<aside class="related"><h2>Most read</h2><a href="/x">Cat found on the roof of the town hall</a></aside>
<footer>© 2031 Orvale Courier. All rights reserved.</footer></body></html>"""


def read_html(markup: str, url: str | None = None) -> Reading:
    reading = html.read_html(markup, url)
    assert reading is not None
    return reading


def cut(role, markup=PAGE):
    return [found.text for found in read_html(markup).cuts if found.role == role]


def test_the_text_is_the_article_and_nothing_around_it():
    reading = read_html(PAGE)
    assert reading.text == "\n\n".join(("A crack in the pier worries the town", *PARAGRAPHS))
    assert reading.title == "Old bridge shut until spring"


def test_blocks_cover_the_text_exactly_and_say_what_they_are():
    reading = read_html(PAGE)
    assert [block.role for block in reading.blocks] == ["standfirst"] + 4 * ["paragraph"]
    assert "\n\n".join(words((block.span,), reading.text) for block in reading.blocks) == reading.text


def test_lists_and_headings_inside_the_text_keep_their_roles():
    markup = f"<article><h1>Bridge shut again</h1>{BODY}<h2>What changes</h2><ul><li>Bus 4 takes the ring road.</li></ul></article>"
    assert [block.role for block in read_html(markup).blocks][-2:] == ["headline", "list"]


def test_furniture_is_kept_with_its_role():
    assert cut("menu")[0] == "Home Town"
    assert cut("headline") == ["Old bridge shut until spring"]
    assert cut("caption") == ["The bridge in winter. Photo: Courier"]
    assert "Cat found on the roof of the town hall" in cut("feed")
    assert "Ten bridges that you should see this year" in cut("feed") + cut("teaser")
    assert cut("legal") == ["© 2031 Orvale Courier. All rights reserved."]


def test_furniture_is_kept_once_in_page_order_and_bounded():
    many = "".join(f"<p><a href='/{n}'>Story number {n}</a></p><p>Home</p>" for n in range(3000))
    cuts = [
        found.text
        for found in read_html(f"<article><h1>Bridge shut again</h1>{BODY}</article><aside>{many}</aside>").cuts
    ]
    assert len(cuts) == len(set(cuts)) == 1000
    assert cuts[1:4] == ["Story number 0", "Home", "Story number 1"]


def test_a_writers_biography_and_what_follows_the_end_are_left_out():
    after = (
        "<h3>More from the Courier</h3><p>A goat was elected mayor of the upper town, to the surprise of the goat.</p>"
    )
    bio = "<p>Bo Lindqvist is a reporter for the Orvale Courier who covers bridges.</p>"
    assert read_html(f"<article><h1>Bridge shut again</h1>{BODY}{bio}{after}</article>").text.endswith(PARAGRAPHS[-1])


def test_a_pull_quote_is_not_said_twice():
    quote = "<blockquote>Nobody will cross it before the spring</blockquote>"
    text = read_html(f"<article><h1>Bridge shut again</h1>{BODY}{quote}</article>").text
    assert text.count("Nobody will cross it") == 1


def test_a_short_article_is_told_from_the_menu_beside_it():
    markup = "<nav>Menu</nav><article><h1>Rain</h1><p>Rain fell on the hills all night.</p></article><footer>Imprint</footer>"
    assert read_html(markup).text == "Rain fell on the hills all night."


@pytest.mark.parametrize(
    "markup",
    [
        "",
        "   ",
        "<html><head><title>Rain</title></head></html>",
        "<script>" + "var rain = 1;" * 1000 + "</script>",
        "<frameset><frame src='a'></frameset>",
        "<ul>" + "".join(f"<li><a href='/{n}'>Section {n}</a></li>" for n in range(50)) + "</ul>",
        "“" * 1_000_000,
        "<p>" + '"' * 1_000_000 + "</p>",
        "<" * 300_000,
        "<a" * 300_000,
    ],
)
def test_a_page_without_a_sentence_has_no_article(markup):
    assert html.read_html(markup) is None


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 10_000 + BODY,
        "<table><tr><td><ul><li><b>" * 10_000 + BODY,
        "<div " + " ".join(f"a{n}='1'" for n in range(50_000)) + ">" + BODY,
        f"<div class='{'a ' * 300_000}'>{BODY}</div>",
        f'<script type="application/ld+json">{"[" * 100_000}</script>{BODY}',
        f'<script type="application/ld+json">{{"a":{"{" * 9_000}</script>{BODY}',
        f"\0<html>\0<body>\ud800\udfff\x07{BODY}\0</body>",
        f'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><html><body>&b;{BODY}</body></html>',
        f"<?xml version='1.0' encoding='utf-16'?><html xmlns='http://www.w3.org/1999/xhtml'><body>{BODY}</body></html>",
        f"{BODY}<!-- " + "x" * 500_000,
    ],
)
def test_hostile_markup_costs_neither_the_article_nor_much_time(markup):
    began = time.process_time()
    text = read_html(markup).text
    assert all(paragraph in text for paragraph in PARAGRAPHS[:3])
    assert time.process_time() - began < 3


def test_a_line_of_a_million_characters_is_an_article():
    assert len(read_html("<p>" + "rain " * 200_000 + "</p>").text) == 999_999


def test_nothing_is_printed_or_logged(capfd, caplog):
    html.read_html("<html><body></body></html>", "http://[")
    assert capfd.readouterr() == ("", "")
    assert not caplog.records


def test_a_text_that_only_linked_data_holds_is_taken():
    body = "\\n".join(PARAGRAPHS * 2).replace("“", "").replace("”", "")
    stated = f'<script type="application/ld+json">{{"@type": "Article", "headline": "Bridge", "articleBody": "{body}"}}</script>'
    reading = read_html(f"{stated}<article><h1>Bridge shut again</h1><p>{PARAGRAPHS[0]}</p></article>")
    assert reading.text.startswith(PARAGRAPHS[0])
    assert reading.text.endswith(PARAGRAPHS[3])
