"""Saved RSS and Atom: an item with words of its own is a page."""

import io
import socket

from headwater.model import Page, Rejected
from headwater.pages import decode, read_pages

RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Vale Post</title><link>https://vale-post.example/</link>
<item><title>Rain &amp;amp; &lt;b&gt;floods&lt;/b&gt;</title><link>https://vale-post.example/1</link>
  <description>Short.</description>
  <content:encoded><![CDATA[<p onclick="x()">Rain fell in <script>Orvale</script>.</p><a href="/2">more</a>]]></content:encoded>
  <dc:creator>Ana Ruiz</dc:creator><category>Weather</category><category>Orvale</category>
  <pubDate>Thu, 20 Nov 2025 20:01:00 +0100</pubDate></item>
<item><title>Taken over</title><description>It stopped.</description><source url="https://norwire.example/f">Norwire</source></item>
<item><title>Only a title</title><link>https://vale-post.example/3</link></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Hill Radio</title><entry>
<title>Rain</title><link href="https://hill.example/1"/><author><name>Ben Okoro</name></author><author><name>Ana Ruiz</name></author>
<updated>2025-11-21T08:00:00Z</updated><published>2025-11-20</published>
<summary>Rain fell, then stopped.</summary></entry></feed>"""


def read(feed: str | bytes) -> list[object]:
    stdin = io.BytesIO(feed.encode() if isinstance(feed, str) else feed)
    return list(read_pages(["-"], stdin=stdin))


def test_an_item_gives_its_longest_words_as_they_are_and_what_the_feed_says_of_it():
    page = read(RSS)[0]
    assert isinstance(page, Page)
    assert decode(page) == '<p onclick="x()">Rain fell in <script>Orvale</script>.</p><a href="/2">more</a>'
    assert (page.media, page.place.member, page.place.url) == ("html", "1", "https://vale-post.example/1")
    assert page.summary is not None
    assert (page.summary.title, page.summary.outlet) == ("Rain & floods", "The Vale Post")
    assert page.summary.published == "2025-11-20T20:01:00+01:00"
    assert (page.summary.authors, page.summary.tags) == (("Ana Ruiz",), ("Weather", "Orvale"))


def test_the_items_own_source_is_its_outlet():
    page = read(RSS)[1]
    assert isinstance(page, Page)
    assert page.summary is not None
    assert (page.summary.outlet, page.media, page.content) == ("Norwire", "text", b"It stopped.")
    assert page.summary.published is None


def test_an_item_with_a_title_only_is_said_to_be_no_article():
    rejected = read(RSS)[2]
    assert isinstance(rejected, Rejected)
    assert (rejected.reason, rejected.member) == ("no article", "3")


def test_atom_with_a_date_and_two_authors():
    [page] = read(ATOM)
    assert isinstance(page, Page)
    assert page.summary is not None
    assert (page.summary.outlet, page.summary.published) == ("Hill Radio", "2025-11-20")
    assert page.summary.authors == ("Ben Okoro", "Ana Ruiz")


def test_a_feed_cut_short_gives_its_items_then_a_rejection():
    first, *rest = read(RSS[: RSS.index("<item><title>Only")])
    assert isinstance(first, Page)
    assert [type(record).__name__ for record in rest] == ["Page", "Rejected"]
    assert isinstance(rest[-1], Rejected)
    assert rest[-1].reason == "malformed"


def test_a_feed_without_items_is_empty():
    [rejected] = read("<rss version='2.0'><channel><title>x</title></channel></rss>")
    assert isinstance(rejected, Rejected)
    assert rejected.reason == "empty"


def test_a_feed_in_another_encoding():
    page = read(RSS.replace("utf-8", "iso-8859-1").replace("It stopped.", "Übrig").encode("latin-1"))[1]
    assert isinstance(page, Page)
    assert decode(page) == "Übrig"


def test_nothing_is_fetched(monkeypatch):
    def refuse(*_args: object) -> None:
        raise AssertionError("the network was touched")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    doctype = '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd" [<!ENTITY e SYSTEM "http://127.0.0.1:9/e">]>'
    outcome = read(RSS.replace("<rss", doctype + "<rss", 1).replace("Short.", "&e;"))
    assert isinstance(outcome[0], Page)


def test_markup_that_the_feed_parser_chokes_on_is_malformed():
    for broken in (
        "<feed xmlns=\0'x'><entry><summary>a&#xd800;</summary></entry>",
        "<rss><channel></category></channel>",
    ):
        outcome = read(broken)
        assert [r.reason for r in outcome if isinstance(r, Rejected)] == ["malformed"]
