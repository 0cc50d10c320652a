"""What `headwater copies` shows: trees, borrowed passages, shared words that are no copy, articles side by side."""

import io
import re
from dataclasses import replace

import pytest
from rich.console import Console

from headwater.model import Borrowed, Brief, Link, Origin, Passage, Span
from headwater.outputs import brief_html, brief_terminal, copies_html, copies_terminal
from headwater.outputs.closing import closing_line
from headwater.outputs.hypertext import PAIRS_IN_BRIEF


def links(brief, *more):
    return [*(link for told in brief.stories for link in told.copies), *more]


def plain(brief, *across, width=200, full=False, **more):
    sink = io.StringIO()
    copies_terminal(brief, links(brief, *across), Console(file=sink, width=width, **more), full=full)
    return sink.getvalue()


def one_story(told):
    return Brief(stories=(told,), pages=len(told.articles), rejected=())


def lone(brief, key="alone"):
    """The brief with one more story of one article that shares nothing."""
    told = brief.stories[1]
    article = replace(told.articles[0], id=key, title="Nothing else")
    story = replace(told.story, id=f"story-{key}", title="Nothing else", articles=(key,))
    origin = Origin(id=f"origin-{key}", name="x", agency=None, head=key, articles=(key,), reason="alone")
    alone = replace(told, story=story, articles=(article,), origins=(origin,), copies=())
    return replace(brief, stories=(*brief.stories, alone))


def test_the_tree_says_who_took_how_much_from_whom_and_what_shows_it(brief):
    written = plain(brief)
    assert "5 articles → 3 origins" in written
    assert "    [1] The Daily Tern" in written
    assert "      [2] copy: Harbour Post  100 % from The Daily Tern (same text, later)" in written
    assert "        republished Norvia Press Service: “(NPS)”  outside the text" in written
    assert "shared: “We ordered the gates opened  [3]:52-80 = [1]:93-121" in written
    assert "shares 100 % with pages/ferry-a.txt, direction undecided" in written


def test_borrowed_passages_stand_under_the_article_with_their_words(brief):
    written = plain(brief)
    assert "44 % rests on Lowland Red Lantern (“the Lowland Red Lantern reported”)" in written
    assert "“Thirty-one people are dead after the dam at Karsal broke, the Lowland Red Lantern" in written
    assert re.search(r"Also rests on  1\n    Lowland Red Lantern  agency, passages in 1 article; cited", written)
    assert "1 passage of no known source that articles share (--full lists them)" in written


def test_shared_words_that_are_no_copy_are_counted_and_with_full_listed(brief):
    short, full = plain(brief), plain(brief, full=True)
    assert "1 shared quotation: no copy (--full lists them)" in short
    assert "both carry a quotation" not in short
    assert "Quill Mail and The Daily Tern  both carry a quotation, 21 % of the text: no copy (both quote it)" in full
    assert "shared: “Nobody warned us,” said a Norvolt spokesman.  [4]:210-255 = [1]:" in full
    assert "--full" not in full


def test_words_that_are_no_copy_are_never_drawn_as_one(brief):
    told = brief.stories[1]
    quoted = replace(told.copies[0], verdict="no", shared="notice")
    apart = tuple(
        Origin(id=article.id, name=article.file, agency=None, head=article.id, articles=(article.id,), reason="alone")
        for article in told.articles
    )
    for origins in (told.origins, apart):
        written = plain(one_story(replace(told, copies=(quoted,), origins=origins)), full=True)
        assert "copy: " not in written
        assert "both carry a notice" in written


def test_an_origin_that_only_passages_rest_on_is_not_counted(brief):
    assert len(brief.stories[0].origins) == 5
    assert "2 stories, 4 origins" in closing_line(brief)
    assert "5 articles → 3 origins" in copies_html(brief, links(brief))


def test_what_is_copied_across_stories_is_listed_and_notices_are_counted(brief, across):
    written, full = plain(brief, *across), plain(brief, *across, full=True)
    assert "  pages/ferry-b.txt  <-  pages/tern.html  10 %  credit" in written
    assert "  1 shared notice: no copy (--full lists them)" in written
    assert "  pages/ferry-a.txt  =  pages/mail.html  10 %  notice, no copy  stock words" in full
    page = copies_html(brief, links(brief, *across))
    assert 'id="x1"' in page
    assert page.count('class="pair"') == 7


def test_articles_that_share_nothing_are_summed_up(brief, across):
    crowded = lone(lone(brief), "other")
    assert "2 articles tell no story with others and share nothing (--full lists them)" in plain(crowded)
    assert "Nothing else" not in plain(crowded)
    assert plain(crowded, full=True).count("Nothing else") == 2
    sharing = replace(across[0], a="alone")
    assert "1 article tells no story with others and shares nothing (--full lists it)" in plain(crowded, sharing)
    assert "1 article tells" in copies_html(crowded, links(crowded, sharing))


def test_where_independence_is_not_shown_the_header_says_so(brief):
    told = brief.stories[0]
    (mail,) = (article for article in told.articles if article.outlet == "Quill Mail")
    same = tuple(
        replace(article, outlet="Quill Mail") if article.outlet == "Karsal Vestnik" else article
        for article in told.articles
    )
    doubtful = one_story(replace(told, articles=same))
    for written in (plain(doubtful), copies_html(doubtful, ()), brief_html(doubtful)):
        assert "2 shown to be independent (one publisher: Quill Mail)" in written
    assert mail.outlet in plain(one_story(told))
    assert "shown to be independent" not in plain(one_story(told))


def test_a_terminal_gets_style_a_pipe_gets_none_and_no_color_takes_the_colour_away(brief, hostile, monkeypatch):
    for one in (brief, hostile):
        written = plain(one, full=True, width=90)
        assert not re.search(
            r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\u2500-\u257f]", written
        )
        assert max(map(len, written.splitlines())) <= 90
    assert "\x1b[" in plain(brief, force_terminal=True)
    monkeypatch.setenv("NO_COLOR", "1")
    assert not re.search(r"\x1b\[[0-9;]*3[0-7]m", plain(brief, force_terminal=True))


def test_the_order_of_the_input_makes_no_difference(brief, across):
    def turned(told):
        return replace(told, articles=told.articles[::-1], origins=told.origins[::-1], copies=told.copies[::-1])

    other = replace(brief, stories=tuple(map(turned, brief.stories[::-1])))
    assert plain(other, *across[::-1], full=True) == plain(brief, *across, full=True)
    assert copies_html(other, links(other, *across[::-1])) == copies_html(brief, links(brief, *across))


def test_siblings_from_an_agency_outside_are_not_each_others_copies(brief):
    told = brief.stories[1]
    agency = replace(told.origins[0], agency="Bay Wire", name="Bay Wire")
    wire = one_story(replace(told, origins=(agency,)))
    assert "100 % the same as pages/ferry-a.txt, both from the agency" in plain(wire)
    assert "copy: " not in plain(wire)
    assert "both have it from <b><bdi>Bay Wire</bdi></b>" in copies_html(wire, links(wire))


def test_the_page_shows_the_two_articles_of_each_link_with_their_evidence(brief):
    page = copies_html(brief, links(brief))
    assert page.count('<details class="pair"') == 5
    assert "<b><bdi>Harbour Post</bdi></b> takes 100 % of its text from <b><bdi>The Daily Tern</bdi></b>" in page
    assert "both carry a quotation: no copy" in page
    assert "who took it is undecided" in page
    assert page.count('class="column"') == 10
    assert 'href="#s1c1">side by side</a>' in page


def test_a_brief_bounds_the_pairs_of_a_story_and_says_which_command_shows_the_rest(brief):
    told = brief.stories[1]
    home, other = told.articles
    many = [replace(other, id=f"many-{number:02}", page=f"many-{number:02}") for number in range(30)]
    ids = (home.id, *(article.id for article in many))
    copies = [replace(told.copies[0], a=article.id, directed=True) for article in many]
    crowded = one_story(
        replace(
            told, story=replace(told.story, articles=ids), articles=(home, *many), copies=tuple(copies),
            origins=(replace(told.origins[0], head=home.id, articles=ids),),
        )
    )  # fmt: skip
    page = brief_html(crowded)
    assert page.count('<details class="pair"') == PAIRS_IN_BRIEF
    assert f"{30 - PAIRS_IN_BRIEF} more pairs of articles" in page
    assert "<code>headwater copies PATHS --html FILE</code>" in page
    assert page.count(">side by side</a>") == PAIRS_IN_BRIEF
    assert copies_html(crowded, copies, full=True).count('<details class="pair"') == 30


@pytest.mark.parametrize("how", ["brief", "copies"])
def test_a_link_without_passages_and_a_passage_in_no_article_of_the_story_do_no_harm(brief, how):
    told = brief.stories[1]
    strange = Origin(
        id="o", name="o", agency=None, head=None, articles=(),
        borrowed=(Borrowed(article="elsewhere", spans=(Span(start=0, end=1),), share=0.5, reason="r"),), reason="r",
    )  # fmt: skip
    far = Link(
        kind="copies", a="elsewhere", b=told.articles[0].id, verdict="yes", score=1.0, by="t/1",
        passages=(Passage(copy=Span(start=0, end=1), original=Span(start=0, end=1)),),
    )  # fmt: skip
    one = one_story(replace(told, origins=(*told.origins, strange), copies=(*told.copies, far)))
    if how == "copies":
        assert "elsewhere" not in copies_html(one, links(one)) + plain(one)
    else:
        sink = io.StringIO()
        brief_terminal(one, Console(file=sink, width=200))
        assert "elsewhere" not in brief_html(one) + sink.getvalue()
