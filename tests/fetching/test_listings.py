"""What a source is, by its content, and what feeds and sitemaps list."""

import gzip
import json
import time

import pytest

from headwater.fetching import kind_of_source
from headwater.fetching.listings import read_listing
from headwater.model import FeedItem, Page, Rejected
from tests.fetching.serving import page, sending

BASE = "https://valepost.example/news/feed"
LIMIT = 20_000_000


def listed(content, limit=LIMIT):
    content = content if isinstance(content, bytes) else content.encode()
    return read_listing(content, base=BASE, limit=limit)


def json_feed(*items, **more):
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "The Vale Post", "items": items, **more})


def urlset(*urls):
    spaces = "xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'"
    return f"<?xml version='1.0'?><urlset {spaces}>{''.join(urls)}</urlset>"


def url(loc, changed="", more=""):
    dated = f"<lastmod>{changed}</lastmod>" if changed else ""
    return f"<url><loc>{loc}</loc>{dated}{more}</url>"


def index(*locs):
    return "<sitemapindex>" + "".join(f"<sitemap><loc>{loc}</loc></sitemap>" for loc in locs) + "</sitemapindex>"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("<?xml version='1.0'?><rss version='2.0'>", "feed"),
        ("<feed xmlns='http://www.w3.org/2005/Atom'>", "feed"),
        ("<rdf:RDF xmlns='http://purl.org/rss/1.0/'>", "feed"),
        (json_feed(), "json feed"),
        (json.dumps({"items": [], "text": "x", "version": "https://jsonfeed.org/version/1"}), "json feed"),
        ('[{"text": "Rain"}]', "page"),
        (urlset(), "sitemap"),
        ("\ufeff<!-- made by hand --><urlset>", "sitemap"),
        ("<sm:urlset xmlns:sm='x'>", "sitemap"),
        (index(), "sitemap index"),
        ("<!doctype html><title>urlset</title>", "page"),
        ("Rain fell. <urlset>", "page"),
        ("", "page"),
    ],
)
def test_the_content_says_what_a_source_is(content, kind):
    assert kind_of_source(content.encode()) == kind


def test_an_atom_feed_is_read():
    entry = (
        "<entry><title type='html'>Rain &amp;amp; wind</title><link href='../a'/><id>1</id><updated>2033-05-17T10:00:00+02:00</updated>"
        "<source><title>Agency Ost</title></source><author><name>Ana Ruiz</name></author>"
        "<content type='html'>&lt;p&gt;Rain fell.&lt;/p&gt;</content></entry>"
    )
    [found] = listed(f"<feed xmlns='http://www.w3.org/2005/Atom'><title>The Vale Post</title>{entry}</feed>").entries
    assert found.address == "https://valepost.example/a"
    assert (found.words, found.media) == ("<p>Rain fell.</p>", "html")
    assert found.changed == "2033-05-17T08:00:00+00:00"
    assert found.summary == FeedItem(
        title="Rain & wind", outlet="Agency Ost", authors=("Ana Ruiz",), published="2033-05-17T10:00:00+02:00"
    )


def test_a_json_feed_is_read():
    first = {
        "id": "1",
        "url": "../a",
        "title": " Rain\n falls ",
        "content_html": "<p>Rain fell.</p>",
        "content_text": "Rain fell.",
        "date_published": "2033-05-17T10:00:00Z",
        "date_modified": "2033-05-17T11:00:00Z",
        "authors": [{"name": "Ana Ruiz"}, {"name": "Ben Okafor"}, {"url": "x"}],
        "tags": ["weather", 5, "weather"],
    }
    second = {"id": "2", "external_url": "https://elsewhere.example/b", "summary": "Wind.", "author": {"name": "Cleo"}}
    one, two = listed(json_feed(first, second)).entries
    assert one.address == "https://valepost.example/a"
    assert (one.words, one.media, one.changed) == ("<p>Rain fell.</p>", "html", "2033-05-17T11:00:00+00:00")
    assert one.summary == FeedItem(
        title="Rain falls",
        outlet="The Vale Post",
        authors=("Ana Ruiz", "Ben Okafor"),
        published="2033-05-17T10:00:00+00:00",
        tags=("weather",),
    )
    assert (two.address, two.words, two.summary.authors) == ("https://elsewhere.example/b", "Wind.", ("Cleo",))


@pytest.mark.parametrize(
    "hostile",
    [
        json_feed()[:-1],
        json_feed(None, 5, "x", []),
        json_feed({"url": 5, "title": [], "authors": "x", "tags": {}, "content_html": None}),
        '{"version": "https://jsonfeed.org/version/1.1"}',
        '{"version": "https://jsonfeed.org/version/1.1", "items": {}}',
        '{"version": "https://jsonfeed.org/version/1.1", "items": ' + "[" * 100_000,
        '{"version": "https://jsonfeed.org/version/1.1", "items": [' + "9" * 100_000 + "]}",
        json_feed({"url": "http://[", "title": "\ud800", "content_text": "\udfff rain"}),
    ],
)
def test_a_hostile_json_feed_raises_nothing(hostile):
    for entry in listed(hostile.encode("utf-8", "surrogatepass")).entries:
        (entry.words or "").encode()
        entry.key.encode()


def test_a_news_sitemap_is_read_newest_first():
    news = (
        "<news:news><news:publication><news:name>The Vale Post</news:name><news:language>en</news:language></news:publication>"
        "<news:publication_date>2033-05-17T10:00:00+02:00</news:publication_date><news:title>Rain</news:title>"
        "<news:keywords>weather, Orvale</news:keywords></news:news>"
    )
    old, undated = url("https://valepost.example/old", "2033-01-01"), url(" /undated\n")
    found = listed(urlset(old, undated, url("https://valepost.example/a", more=news), "<url></url>")).entries
    assert [entry.address.rpartition("/")[2] for entry in found] == ["a", "old", "undated"]
    assert found[0].summary == FeedItem(
        title="Rain", outlet="The Vale Post", published="2033-05-17T10:00:00+02:00", tags=("weather", "Orvale")
    )


def test_a_packed_sitemap_is_unpacked_within_bounds():
    content = urlset(*(url(f"https://valepost.example/{n}") for n in range(50))).encode()
    assert len(listed(gzip.compress(content)).entries) == 50
    assert listed(gzip.compress(content), limit=len(content) - 1).fault.reason == "too large"
    assert listed(gzip.compress(content)[:-20]).fault is not None
    assert listed(gzip.compress(bytes(120_000_000), 9), limit=10_000).fault.reason == "too large"


LAUGHS = (
    "<!DOCTYPE x [<!ENTITY a 'ha'>"
    + "".join(f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(12))
    + "]>"
)
OUTSIDE = "<!DOCTYPE x [<!ENTITY secret SYSTEM 'file:///etc/passwd'>]>"


@pytest.mark.parametrize("doctype", [LAUGHS, OUTSIDE])
@pytest.mark.parametrize(
    "body",
    [
        "<urlset><url><loc>https://valepost.example/{e}</loc></url></urlset>",
        "<rss version='2.0'><channel><title>{e}</title><item><link>/a</link><title>{e}</title><description>{e}</description></item></channel></rss>",
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>{e}</title><entry><title>{e}</title><link href='/{e}'/></entry></feed>",
    ],
)
def test_entities_do_no_harm(doctype, body):
    entity = "&m;" if doctype is LAUGHS else "&secret;"
    begun = time.process_time()
    listing = listed("<?xml version='1.0'?>" + doctype + body.replace("{e}", entity))
    assert time.process_time() - begun < 2
    said = " ".join(f"{entry.address} {entry.summary.title} {entry.words}" for entry in listing.entries)
    assert len(said) < 10_000
    assert "root:" not in said


@pytest.mark.parametrize(
    "broken",
    [
        "<urlset><url><loc>https://valepost.example/a</loc></url><url><loc>https://b",
        "<rss version='2.0'><channel><item><link>https://valepost.example/a</link></item><item><lin",
    ],
)
def test_a_listing_that_breaks_off_gives_what_stands_before(broken):
    listing = listed(broken)
    assert listing.entries[0].address == "https://valepost.example/a"
    assert listing.fault.reason == "malformed"


@pytest.mark.parametrize(
    "junk",
    [
        b"<urlset>" + bytes(range(256)),
        b"<rss>" + bytes(range(256)),
        b"<rss>" + b"<a>" * 50_000,
        b"<urlset>" + b"<url>" * 50_000,
    ],
)
def test_junk_raises_nothing(junk):
    listing = listed(junk)
    assert listing.entries == ()
    assert listing.kind == "page" or listing.fault is not None


LONG = 40_000


@pytest.mark.parametrize(
    "piece",
    [
        "<item><author>" + "a." * LONG + "@</author></item>",
        "<item><author>" + "(" * LONG + "@</author></item>",
        "<item><title>" + "&" * LONG + "</title></item>",
        "<item><title>" + "&lt;" * LONG + "</title></item>",
        "<item><title>" + "&a" * LONG + "</title></item>",
        "<item><description>" + "<![CDATA[" * LONG,
        "<item><description>" + "<b>" * LONG,
        "<item><pubDate>" + "1-" * LONG + "</pubDate></item>",
        "<item>" + "<link>x</link>" * LONG + "</item>",
        "<item>" + "<title><![CDATA[x]]></title>" * LONG + "</item>",
        "<item " + "a='b' " * LONG + "/>",
        "<!DOCTYPE " * LONG,
        "<item/>" * LONG,
    ],
    ids=lambda piece: piece[:24],
)
def test_a_feed_made_to_keep_us_busy_does_not(piece):
    begun = time.process_time()
    listed("<rss version='2.0'><channel>" + piece + "</channel></rss>")
    assert time.process_time() - begun < 1.5


def test_a_sloppy_feed_is_read_as_its_readers_read_it():
    sloppy = (
        "<rss><channel><title>Vale &amp; Post</title><item><title>Caf&eacute; &nbsp;& bar &amp;amp; &ltgrill</title>"
        "<link>https://valepost.example/?x=1&y=2&copy=3</link><description><p>Rain <b>fell</b>.</p></description></item>"
        "<item><link><![CDATA[https://valepost.example/?x=1&y=2]]></link></item></channel></rss>"
    )
    one, two = listed(sloppy).entries
    assert one.summary.title == "Café & bar & <grill"
    assert one.summary.outlet == "Vale & Post"
    assert one.address == "https://valepost.example/?x=1&y=2&copy=3"
    assert two.address == "https://valepost.example/?x=1&y=2"
    assert (one.words, one.media) == ("<p>Rain <b>fell</b>.</p>", "html")


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-2", "utf-16", "windows-1251"])
def test_a_feed_is_read_in_its_encoding(encoding):
    word = "Дождь" if encoding == "windows-1251" else "Dešť"
    feed = f"<?xml version='1.0' encoding='{encoding}'?><rss><channel><item><title>{word}</title><link>/a</link></item></channel></rss>"
    assert [entry.summary.title for entry in listed(feed.encode(encoding)).entries] == [word]


def test_fields_of_other_modules_are_told_apart():
    spaces = " ".join(
        f"xmlns:{name}='{uri}'"
        for name, uri in {
            "dc": "http://purl.org/dc/elements/1.1/",
            "content": "http://purl.org/rss/1.0/modules/content/",
            "media": "http://search.yahoo.com/mrss/",
            "atom": "http://www.w3.org/2005/Atom",
        }.items()
    )
    one = (
        "<media:title>A picture</media:title><media:content url='https://pictures.example/1.jpg'/><title>Rain</title>"
        "<atom:link rel='self' href='https://valepost.example/self'/><link>https://valepost.example/a</link>"
        "<author>ana@valepost.example (Ana Ruiz)</author><dc:creator>Ben Okafor</dc:creator><dc:source>x</dc:source>"
        "<dc:date>2033-05-17</dc:date><dc:subject>weather</dc:subject><category>rain</category>"
        "<description>Short.</description><content:encoded><![CDATA[<p>Rain fell in Orvale.</p>]]></content:encoded>"
    )
    two = "<title>Wind</title><guid>https://valepost.example/b</guid><author>ana@valepost.example</author>"
    three = "<title>Sun</title><guid isPermaLink='false'>https://valepost.example/c</guid>"
    items = "".join(f"<item>{inner}</item>" for inner in (one, two, three))
    head = "<title>The Vale Post</title><image><title>Logo</title></image>"
    first, second, third = listed(f"<rss version='2.0' {spaces}><channel>{items}{head}</channel></rss>").entries
    assert first.summary == FeedItem(
        title="Rain",
        outlet="The Vale Post",
        authors=("Ana Ruiz", "Ben Okafor"),
        published="2033-05-17",
        tags=("rain", "weather"),
    )
    assert (first.address, first.words) == ("https://valepost.example/a", "<p>Rain fell in Orvale.</p>")
    assert (second.address, second.summary.authors) == ("https://valepost.example/b", ())
    assert third.address == ""


def test_the_base_of_an_atom_feed_counts():
    entry = "<entry xml:base='news/'><link rel='enclosure' href='x.mp3'/><link href='a'/></entry>"
    [found] = listed(f"<feed xmlns='http://www.w3.org/2005/Atom'>{entry}</feed>").entries
    assert found.address == "https://valepost.example/news/news/a"


def test_a_large_feed_takes_time_in_proportion():
    words = "Rain fell in Orvale. " * 10
    items = "".join(
        f"<item><title>{n}</title><link>/{n}</link><description>{words}</description></item>" for n in range(2_000)
    )
    begun = time.process_time()
    assert len(listed(f"<rss version='2.0'><channel>{items}</channel></rss>").entries) == 2_000
    assert time.process_time() - begun < 4


def test_an_index_leads_to_its_sitemaps_and_their_pages(serve, look):
    server = serve({"/a": page("Rain."), "/b": page("Wind.")})
    server.routes["/index"] = sending(index(server.url("/one"), server.url("/two.gz"), server.url("/gone")))
    server.routes["/one"] = sending(urlset(url(server.url("/a"), "2033-05-01")))
    server.routes["/two.gz"] = sending(gzip.compress(urlset(url(server.url("/b"))).encode()), kind=b"application/gzip")
    records = look(server.url("/index"))
    assert {record.place.file for record in records if isinstance(record, Page)} == {server.url("/a"), server.url("/b")}
    assert [record.file for record in records if isinstance(record, Rejected)] == [server.url("/gone")]


def test_a_sitemap_that_changed_is_read_again_and_one_whose_date_did_not_is_left_alone(serve, look):
    def dated(two):
        one = f"<sitemap><loc>{server.url('/one')}</loc><lastmod>2033-05-01</lastmod></sitemap>"
        return sending(
            f"<sitemapindex>{one}<sitemap><loc>{server.url('/two')}</loc><lastmod>{two}</lastmod></sitemap></sitemapindex>"
        )

    server = serve({"/a": page("Rain."), "/b": page("Wind."), "/one": sending(urlset(url("/a")))})
    server.routes.update({"/two": sending(urlset(url("/a"))), "/index": dated("2033-05-01")})
    assert len(look(server.url("/index"))) == 1
    server.routes.update({"/two": sending(urlset(url("/a"), url("/b"))), "/index": dated("2033-05-02")})
    assert [record.place.file for record in look(server.url("/index"))] == [server.url("/b")]
    assert (server.paths.count("/one"), server.paths.count("/two")) == (1, 2)


def test_indexes_that_list_each_other_end(serve, look):
    server = serve({"/a": page("Rain.")})
    server.routes["/one"] = sending(index(server.url("/one"), server.url("/two")))
    server.routes["/two"] = sending(index(server.url("/one"), server.url("/two"), server.url("/map")))
    server.routes["/map"] = sending(urlset(url(server.url("/a"))))
    records = look(server.url("/one"), rounds=3)
    assert [record.place.file for record in records] == [server.url("/a")]
    assert server.paths.count("/two") <= 3


def test_an_index_without_end_is_bounded_a_round(serve, look):
    server = serve({})
    server.routes["/index"] = sending(index(*(server.url(f"/{n}") for n in range(1_000))))
    look(server.url("/index"), host_delay=0.0)
    assert len(server.paths) == 21
