"""Terminal, Markdown and web page: each effect is visible in each, and no string of a page gets out of its place."""

import io
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from markdown_it import MarkdownIt
from rich.console import Console

from headwater.model import Block, Span
from headwater.outputs import (
    article_line,
    brief_html,
    brief_markdown,
    brief_terminal,
    copy_line,
    rejected_line,
    statement_line,
    story_line,
)
from headwater.outputs.marks import marked

VOID = {"meta", "br", "link", "img", "input", "hr"}


class Tree(HTMLParser):
    """Holds every tag of a page to its end tag, and keeps tags, attributes, headings and text."""

    def __init__(self, page):
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.headings: list[int] = []
        self.text: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.append(data)


def plain(brief, width=100, *, full=False, **more):
    sink = io.StringIO()
    brief_terminal(brief, Console(file=sink, width=width, **more), full=full)
    return sink.getvalue()


def shown(brief, how):
    if how == "terminal":
        written = plain(brief)
    elif how == "markdown":
        written = brief_markdown(brief).replace("\\", "")
    else:
        written = "".join(Tree(brief_html(brief)).text)
    return " ".join(written.split())


@pytest.mark.parametrize("how", ["terminal", "markdown", "page"])
@pytest.mark.parametrize(
    "effect",
    [
        "5 articles → 3 origins",
        "2 disputed, 1 updated, 1 agreed, 1 single, 1 possible conflict",
        "Norvia Press Service",
        "agency, 3 articles",
        "100 % from The Daily Tern (same text, later)",
        "71 % from The Daily Tern (shared passages)",
        "44 % rests on Lowland Red Lantern (“the Lowland Red Lantern reported”)",
        "8 % shared words: also in Lowland Gazette",
        "Also rests on",
        "agency, passages in 1 article",
        "no copy",
        "share 5 % of the text, undecided",
        "shares 100 % with pages/ferry-a.txt, direction undecided",
        "at least 15",
        "31",
        "via Lowland Red Lantern",
        "via Norvia Press Service, in Harbour Post",
        "engineers (unnamed)",
        "denies",
        "reportedly",
        "Speaker not resolved (abstained)",
        "Outlets’ own voice",
        "Left out",
        "different numbers, 2 voices",
        "two (13 May 2031 18:05) → six (next day 09:15) → nine (no date)",
        "3 voices, 82 % sure",
        "first reported 14 May 2031 09:15 +02:00",
        "Possible conflict, not sure (61 %)",
        "hedged ",
        "Who says what",
        "day not known",
        "when it was said",
        "Илка Варнаи",
        "3 mentions in 3 articles",
        "Mar 2031",
        "reported 13 May 2031 18:05 +02:00",
        "pages/mail.html",
        "no article",
        "2 rejected: 1 binary, 1 no article",
    ],
)
def test_every_effect_shows_in_every_rendering(brief, how, effect):
    assert effect in shown(brief, how)


def test_every_rendering_says_where_the_words_stand(brief):
    assert "pages/mail.html:0-101" in shown(brief, "markdown")
    assert 'title="pages/mail.html:0-101"' in brief_html(brief)
    number = re.search(r"\[(\d+)\] [^\[]*pages/mail\.html", shown(brief, "terminal"))
    assert number
    assert f"[{number[1]}]:0-101" in shown(brief, "terminal")


def test_the_terminal_is_plain_when_piped_and_keeps_to_its_width(brief, hostile):
    for one in (brief, hostile):
        for width in (60, 100):
            written = plain(one, width)
            assert not re.search(
                r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\u2500-\u257f]", written
            )
            assert max(map(len, written.splitlines())) <= width


def test_a_terminal_gets_style_and_no_color_takes_the_colour_away(brief, monkeypatch):
    assert "\x1b[" in plain(brief, force_terminal=True)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", plain(brief, force_terminal=True))


def test_full_lifts_the_bounds(brief):
    told = brief.stories[0]
    single = told.comparison.points[3]
    many = tuple(replace(single, id=f"single-{number}") for number in range(20))
    crowded = replace(brief, stories=(replace(told, comparison=replace(told.comparison, points=many, omissions=())),))
    assert "… and 15 more (--full shows all)" in plain(crowded)
    assert "more (--full" not in plain(crowded, full=True)


def test_page_text_is_not_markup_for_rich(hostile):
    assert "[bold red]rich[/bold red]" in shown(hostile, "terminal")


def test_page_text_is_not_markdown(hostile):
    tokens = MarkdownIt("commonmark", {"html": True}).parse(brief_markdown(hostile))
    kinds = {child.type for token in tokens for child in [token, *(token.children or ())]}
    ours = {"<details open>\n<summary>3 articles → 2 origins</summary>\n", "</details>\n"}
    assert {token.content for token in tokens if token.type == "html_block"} == ours
    assert not kinds & {
        "html_inline",
        "link_open",
        "image",
        "code_inline",
        "em_open",
        "ordered_list_open",
        "fence",
    }
    brief_markdown(hostile).encode("utf-8")


def test_page_text_is_not_html(hostile):
    page = brief_html(hostile)
    page.encode("utf-8")
    tree = Tree(page)
    assert not {tag for tag, _ in tree.tags} & {"script", "img", "iframe", "form", "link", "base", "object", "svg"}
    assert not [name for _, attrs in tree.tags for name in attrs if name.startswith("on") or name in {"src", "style"}]
    assert page.count("</style>") == 1
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", page)


def test_links_lead_into_the_page_or_to_a_web_address(brief, hostile):
    for one in (brief, hostile):
        tree = Tree(brief_html(one))
        names = [attrs["id"] for _, attrs in tree.tags if "id" in attrs]
        links = [attrs["href"] for tag, attrs in tree.tags if tag == "a"]
        assert len(names) == len(set(names))
        assert {link[1:] for link in links if link.startswith("#")} <= set(names)
        away = {link.partition("#:~:text=")[0] for link in links if not link.startswith("#")}
        assert away <= {"https://tern.example/karsal?id=1"}


def test_the_page_forbids_scripts_and_requests_and_has_its_headings_in_order(brief):
    tree = Tree(brief_html(brief))
    policies = [attrs["content"] for tag, attrs in tree.tags if attrs.get("http-equiv") == "Content-Security-Policy"]
    assert policies[0].startswith("default-src 'none'; style-src 'unsafe-inline'; img-src data:")
    assert tree.headings[0] == 1
    assert all(after <= before + 1 for before, after in zip(tree.headings, tree.headings[1:], strict=False))
    assert ("html", {"lang": "en"}) in tree.tags
    assert any(attrs.get("lang") == "ru" for tag, attrs in tree.tags if tag == "q")


def test_the_grid_says_where_a_point_is_not_mentioned_and_cuts_are_kept(brief):
    page = brief_html(brief)
    assert page.count('class="not left-out">not mentioned') == 1
    assert page.count("not mentioned") == shown(brief, "markdown").count("not mentioned") > 1
    assert "Ferry strike enters its third week." in page


def test_empty_brief(empty):
    assert plain(empty) == "0 pages, 0 articles, 0 stories, 0 origins\n"
    assert "0 pages" in shown(empty, "markdown")
    assert "0 pages" in shown(empty, "page")


def test_the_same_brief_gives_the_same_bytes_from_shuffled_input(brief):
    other = replace(brief, stories=brief.stories[::-1], rejected=brief.rejected[::-1])
    assert brief_html(other) == brief_html(brief)
    assert brief_markdown(other) == brief_markdown(brief)
    assert plain(other) == plain(brief)


def spans(*pairs):
    return [Span(start=start, end=end) for start, end in pairs]


def body(text, *pairs, blocks=()):
    return [str(paragraph.body) for paragraph in marked(text, blocks, "a", spans(*pairs)).paragraphs]


def test_nested_marks():
    assert body("abcdef", (0, 6), (1, 3)) == ['<mark id="a-0-6">a<mark id="a-1-3">bc</mark>def</mark>']


def test_crossing_marks_are_written_in_pieces():
    assert body("abcdef", (0, 4), (2, 6)) == [
        '<mark id="a-0-4">ab<mark id="a-2-6">cd</mark></mark><mark class="a-2-6">ef</mark>'
    ]


def test_a_mark_goes_on_in_the_next_paragraph():
    blocks = [Block(span=span, role="paragraph") for span in spans((0, 2), (3, 5))]
    assert body("ab\ncd", (1, 4), blocks=blocks) == ['a<mark id="a-1-4">b</mark>', '<mark class="a-1-4">c</mark>d']


def test_many_crossing_marks_take_linear_time():
    text = "x" * 20_000
    written = marked(text, (), "a", spans(*((at, at + 10_000) for at in range(10_000))))
    Tree(str(written.paragraphs[0].body))


def test_one_line_a_record(brief):
    told = brief.stories[0]
    articles = {article.id: article for article in told.articles}
    assert article_line(told.articles[0]).startswith("pages/tern.html  2031-05-13T18:05+02:00  The Daily Tern  Dam")
    assert copy_line(told.copies[2], articles) == "pages/vestnik.html  <->?  pages/mail.html  5 %"
    assert story_line(told).startswith("5 articles → 3 origins  Dam breaks")
    assert "A senior official (unnamed), via Norvia Press Service, in The Daily Tern" in statement_line(
        told.statements[2], told.articles[0]
    )
    assert rejected_line(brief.rejected[1]) == "pages/crawl.warc#7  no article"
