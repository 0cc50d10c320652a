"""Feeds of a story and of a speaker: Atom (RFC 4287) and JSON Feed 1.1, read by a reader and by the letter."""

import json
import re
from dataclasses import replace

import feedparser
import pytest
from lxml import etree

from headwater.model import Place
from headwater.outputs.exports import ExportSettings, Speaker, atom, json_bytes, jsonfeed, speaker_feed, story_feed
from headwater.outputs.exports.feed import ENTRIES, newest
from headwater.outputs.exports.identifiers import urn

DESK = ExportSettings(root="https://desk.example", own="https://desk.example/feed")
A = "{http://www.w3.org/2005/Atom}"
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
IRI = re.compile(r"(?:https?://|urn:uuid:)[!-~]+")
ONCE = {
    "feed": ["id", "title", "updated", "subtitle", "generator"],
    "entry": ["id", "title", "updated", "content", "published", "rights"],
}
MUST = {"feed": ["id", "title", "updated"], "entry": ["id", "title", "updated"]}
MAY = {
    "feed": {*ONCE["feed"], "author", "link", "entry"},
    "entry": {*ONCE["entry"], "author", "link", "category"},
}


def strict(text):
    """RFC 4287, section 4.1: what a feed and an entry must have, may have, and may have once."""
    root = etree.fromstring(text.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
    assert root.tag == f"{A}feed"
    for element in (root, *root.iter(f"{A}entry")):
        kind = etree.QName(element).localname
        names = [etree.QName(child).localname for child in element]
        assert set(names) <= MAY[kind]
        assert all(names.count(name) == 1 for name in MUST[kind])
        assert all(names.count(name) <= 1 for name in ONCE[kind])
        assert IRI.fullmatch(element.findtext(f"{A}id", ""))
        assert element.findtext(f"{A}title", "").strip()
        for name in ("updated", "published"):
            assert all(INSTANT.fullmatch(each.text or "") for each in element.findall(f"{A}{name}"))
        links = element.findall(f"{A}link")
        assert all(IRI.fullmatch(link.get("href", "")) for link in links)
        assert sum(link.get("rel") == "alternate" for link in links) <= 1
        assert all(author.findtext(f"{A}name", "").strip() for author in element.findall(f"{A}author"))
    assert root.find(f"{A}author") is not None  # so that no entry must have one
    ids = [entry.findtext(f"{A}id") for entry in root.iter(f"{A}entry")]
    assert len(ids) == len(set(ids))
    return root


def speaker_of(told, name):
    articles = {article.id: article for article in told.articles}
    return Speaker(name=name, said=tuple((articles[each.article], each) for each in told.statements))


@pytest.fixture
def dam(brief):
    return brief.stories[0]


def test_an_entry_is_a_report_or_a_point_in_dispute(dam):
    titles = [entry.title for entry in story_feed(dam).entries]
    assert "Norvolt denies it was warned" in titles
    assert "Updated: two → six → nine" in titles
    assert len(titles) == len(dam.articles) + 3  # two disputed points, one updated; agreed and single ones are none


def test_atom_keeps_the_letter_of_the_standard(brief, hostile):
    for told in (*brief.stories, *hostile.stories):
        for settings in (DESK, ExportSettings(full=True)):
            strict(atom(story_feed(told, settings)))
            strict(atom(speaker_feed(speaker_of(told, told.story.title), settings)))


def test_a_reader_takes_the_feed_without_complaint(dam):
    read = feedparser.parse(atom(story_feed(dam, DESK)))
    assert not read.bozo
    assert read.version == "atom10"
    assert read.feed.title == "Dam breaks at Karsal, at least 15 dead"
    assert {link.rel: link.href for link in read.feed.links} == {
        "self": "https://desk.example/feed",
        "alternate": "https://desk.example/stories/story-dam",
    }
    tern = next(entry for entry in read.entries if entry.id == urn("article", "article-tern"))
    assert tern.link == "https://desk.example/articles/article-tern"
    assert tern.published == "2031-05-13T16:05:00Z"
    assert [author.name for author in tern.authors] == ["The Daily Tern", "Odo Lind", "Mira Sand"]
    assert tern.rights == "© 2031 The Daily Tern"
    assert "We ordered the gates" in tern.content[0].value


def test_without_a_desk_an_entry_leads_to_the_outlet(dam):
    tern = next(entry for entry in story_feed(dam).entries if entry.id == urn("article", "article-tern"))
    row = next(item for item in jsonfeed(story_feed(dam))["items"] if item["id"] == tern.id)
    assert (tern.home, row["url"]) == (None, "https://tern.example/karsal?id=1")
    assert "external_url" not in row


def test_an_entry_says_what_was_copied(dam):
    words = {entry.authors[0]: entry.words for entry in story_feed(dam).entries if entry.authors}
    assert words["Harbour Post"].startswith("Copy: 100 % from The Daily Tern")
    assert words["Quill Mail"].startswith("An origin of its own; 44 % rests on Lowland Red Lantern (“the Lowland")


def test_a_dispute_shows_its_answers_with_those_who_give_them(dam):
    toll = next(entry for entry in story_feed(dam).entries if "at least 15" in entry.words and entry.tags)
    assert "A: at least 15 (1 voice)" in toll.words
    assert "B: 31 (1 voice)" in toll.words
    assert "Interior Ministry, via Norvia Press Service, in The Daily Tern" in toll.words


def test_times_are_those_of_the_reports_never_of_the_clock(dam):
    told = story_feed(dam)
    assert told.updated == "2031-05-14T07:15:00Z" == max(entry.updated for entry in told.entries)
    toll = next(entry for entry in told.entries if entry.title.startswith("Disputed") and "15" in entry.title)
    assert toll.updated == "2031-05-14T07:00:00Z"  # when the second answer came up
    assert [entry.updated for entry in told.entries] == sorted((e.updated for e in told.entries), reverse=True)


def test_a_page_without_a_date_has_the_time_at_which_it_was_saved(dam):
    first = dam.articles[0]
    saved = (Place(page=first.page, file="crawl.warc", member="1", saved="2031-06-01T10:00:00Z"),)
    undated = replace(dam, articles=(replace(first, published=None, places=saved), *dam.articles[1:]))
    entry = next(each for each in story_feed(undated).entries if each.id == urn("article", first.id))
    assert (entry.published, entry.updated) == (None, "2031-06-01T10:00:00Z")
    nothing = replace(dam, articles=(replace(first, published=None), *dam.articles[1:]))
    entry = next(each for each in story_feed(nothing).entries if each.id == urn("article", first.id))
    assert entry.updated == "1970-01-01T00:00:00Z"
    row = next(item for item in jsonfeed(story_feed(nothing))["items"] if item["id"] == entry.id)
    assert "date_published" not in row


def test_ids_stay_when_the_story_grows_and_the_desk_moves(dam):
    less = replace(
        dam, story=replace(dam.story, articles=dam.story.articles[:2]), articles=dam.articles[:2], statements=(),
        origins=(replace(dam.origins[0], articles=dam.origins[0].articles[:2]),), copies=dam.copies[:1], actors=(),
        comparison=replace(dam.comparison, points=(), omissions=(), timeline=()),
    )  # fmt: skip
    assert {entry.id for entry in story_feed(less, DESK).entries} < {entry.id for entry in story_feed(dam).entries}


def test_texts_stay_with_their_outlets_but_for_full(dam):
    line = "The power company Norvolt denied that it had been warned.\nInforms via"
    assert line not in atom(story_feed(dam))
    assert line in atom(story_feed(dam, ExportSettings(full=True)))


def test_control_characters_and_lone_surrogates_do_not_break_the_xml(dam):
    evil = "a\x00b\x0bc\ud800d\ufffee\U0001f4a7 ]]> & <b>"
    told = replace(dam, story=replace(dam.story, title=evil))
    assert strict(atom(story_feed(told))).findtext(f"{A}title") == "a␀b c�d�e💧 ]]> & <b>"


def test_json_feed_has_what_its_version_asks_for(brief, hostile):
    for told in (*brief.stories, *hostile.stories):
        row = json.loads(json_bytes(jsonfeed(story_feed(told, DESK))))
        assert row["version"] == "https://jsonfeed.org/version/1.1"
        assert row["title"]
        assert set(row) <= {"version", "title", "description", "home_page_url", "feed_url", "items"}
        for item in row["items"]:
            assert set(item) <= {
                "id", "title", "content_text", "url", "external_url", "date_published", "authors", "tags", "language",
            }  # fmt: skip
            assert item["id"]
            assert item["content_text"]
            assert INSTANT.fullmatch(item.get("date_published", "2031-05-14T07:00:00Z"))


def test_a_speaker_has_an_entry_a_statement(dam):
    entries = {entry.id: entry for entry in speaker_feed(speaker_of(dam, "Norvolt"), DESK).entries}
    denial = entries[urn("statement", "statement-denial")]
    assert denial.title == "Norvolt denies: it had been warned"  # reported speech stands without quote marks
    assert denial.words == "it had been warned\n\ndenies, indirect, cue “denied”, in The Daily Tern"
    assert denial.live == "https://tern.example/karsal?id=1#:~:text=it%20had%20been%20warned"
    gates = entries[urn("statement", "statement-gates")]
    assert gates.title.startswith("Norvolt: “We ordered the gates opened at noon")


def test_a_feed_is_bounded_and_holds_the_newest(dam):
    one = story_feed(dam).entries[0]
    many = [replace(one, id=f"urn:x:{place}", updated=f"2031-05-14T07:{place % 60:02}:00Z") for place in range(900)]
    kept = newest(many)
    assert len(kept) == ENTRIES
    assert min(entry.updated for entry in kept) > "2031-05-14T07:45:00Z"


def test_the_order_of_the_input_makes_no_difference(dam):
    turned = replace(dam, articles=dam.articles[::-1], statements=dam.statements[::-1], copies=dam.copies[::-1])
    assert atom(story_feed(turned, DESK)) == atom(story_feed(dam, DESK))
