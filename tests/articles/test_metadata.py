"""What a page says of itself, and the traps in it."""

import json

import pytest

from headwater.articles import html
from headwater.articles.bylines import names
from headwater.articles.language import language_of
from headwater.articles.published import iso
from headwater.articles.reading import Reading
from headwater.model import Translation

TEXT = "".join(
    f"<p>The council of Orvale shut bridge number {n} on Tuesday after divers found a crack in it, said Ana Ruiz.</p>"
    for n in range(4)
)


def read_html(markup: str, url: str | None = None) -> Reading:
    reading = html.read_html(markup, url)
    assert reading is not None
    return reading


def read(head="", body="", lang="en", url=None):
    page = f"<html lang='{lang}'><head>{head}</head><body>{body}<article><h1>Old bridge shut until spring</h1>{TEXT}</article></body></html>"
    return read_html(page, url)


def linked(*records):
    return "".join(f'<script type="application/ld+json">{json.dumps(record)}</script>' for record in records)


ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Old bridge shut until spring",
    "datePublished": "2031-05-04T09:30:00Z",
    "author": [{"name": "Ana Ruiz"}, {"name": "Bo Lindqvist"}, {"@id": "#third"}],
    "publisher": {"@type": "Organization", "name": "Orvale Courier"},
    "articleSection": "Town",
    "keywords": ["bridges", "Orvale"],
}


def test_linked_data_comes_first_and_references_are_followed():
    third = {"@id": "#third", "@type": "Person", "name": "Cleo Marsh"}
    crumbs = {"@type": "BreadcrumbList", "itemListElement": [{"@type": "NewsArticle", "headline": "Another story"}]}
    reading = read(linked({"@graph": [crumbs, third, {"@type": "WebPage", "mainEntity": ARTICLE}]}))
    assert reading.authors == ("Ana Ruiz", "Bo Lindqvist", "Cleo Marsh")
    assert reading.outlet == "Orvale Courier"
    assert reading.published == "2031-05-04T09:30:00+00:00"
    assert (reading.section, reading.tags) == ("Town", ("bridges", "Orvale"))


def test_broken_linked_data_is_read_as_far_as_it_goes():
    broken = linked(ARTICLE).replace('"Orvale"]', '"Orvale",],').replace("Old bridge", "Old\nbridge")
    assert read(broken).outlet == "Orvale Courier"
    assert read('<script type="application/ld+json">{"@type": "NewsArticle", rain}</script>').outlet is None


def test_open_graph_and_meta_fill_what_linked_data_leaves_out():
    reading = read(
        '<meta property="og:site_name" content="Orvale Courier"><meta property="article:published_time" content="2031-05-04">'
        '<meta name="author" content="By Ana Ruiz and Bo Lindqvist"><meta property="article:tag" content="bridges">'
        '<meta property="article:section" content="Town"><link rel="canonical" href="/town/bridge">',
        url="https://courier.example/x?from=feed",
    )
    assert (reading.outlet, reading.published, reading.section) == ("Orvale Courier", "2031-05-04", "Town")
    assert reading.authors == ("Ana Ruiz", "Bo Lindqvist")
    assert reading.url == "https://courier.example/town/bridge"


def test_a_source_that_names_all_authors_and_more_wins():
    one = {**ARTICLE, "author": {"name": "Ana Ruiz"}}
    assert read(linked(one) + '<meta name="author" content="Ana Ruiz, Bo Lindqvist">').authors == (
        "Ana Ruiz",
        "Bo Lindqvist",
    )


def test_tags_and_the_outlet_are_not_authors():
    assert read('<meta name="keywords" content="Rain, Ana Ruiz">').authors == ()
    assert read(linked({**ARTICLE, "author": {"name": "Orvale Courier"}})).authors == ()


def test_who_holds_the_rights_is_not_an_author():
    owned = read(
        linked(ARTICLE) + '<meta name="author" content="Vale Press, Ana Ruiz, Bo Lindqvist, Cleo Marsh">',
        "<footer>© Vale Press</footer>",
    )
    assert "Vale Press" not in owned.authors


def test_a_scripts_expiry_and_a_change_are_not_a_publication():
    script = "<script>var cache = {expires: '2031-01-02', date: '2031-01-02'};</script>"
    changed = '<meta property="article:modified_time" content="2031-06-07">'
    assert read(script + changed).published is None


def test_the_printed_line_gives_the_time_that_metadata_leaves_out():
    head = linked({**ARTICLE, "datePublished": "2031-05-04"})
    page = f"<html><head>{head}</head><body><article><h1>Old bridge shut until spring</h1><p>4 May 2031, 09:30</p>{TEXT}</article>"
    assert read_html(page).published == "2031-05-04T09:30"


def test_translations_are_links_to_other_languages():
    links = "".join(
        f'<link rel="alternate" hreflang="{code}" href="https://courier.example/{code}">'
        for code in ("en-GB", "x-default", "de-DE", "fr")
    )
    assert read(links).translations == (
        Translation(language="de", title=None, url="https://courier.example/de-DE"),
        Translation(language="fr", title=None, url="https://courier.example/fr"),
    )


def test_a_rights_notice_is_the_pages_own_line():
    assert read(body="<footer>© 2031 Orvale Courier</footer>").rights == "© 2031 Orvale Courier"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2031-05-04", "2031-05-04"),
        ("2031-05-04T20:01", "2031-05-04T20:01"),
        ("2031-05-04 20:01:30 +0300", "2031-05-04T20:01:30+03:00"),
        ("2031-05-04T00:00:00Z", "2031-05-04"),
        ("Sun, 04 May 2031 20:01:00 GMT", "2031-05-04T20:01:00+00:00"),
        ("20310504", "2031-05-04"),
        ("2031", None),
        ("May 2031", None),
        ("2031-13-45", None),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_a_moment_is_as_exact_as_its_words(written, meant):
    assert iso(written) == meant


@pytest.mark.parametrize(
    ("byline", "people"),
    [
        ("By Ana Ruiz", ("Ana Ruiz",)),
        ("By Ana Ruiz, Bo Lindqvist and Cleo Marsh", ("Ana Ruiz", "Bo Lindqvist", "Cleo Marsh")),
        ("Ana Ruiz, Chief Rain Correspondent, in Orvale", ("Ana Ruiz",)),
        ("Political editor Ana Ruiz", ("Ana Ruiz",)),
        ("https://courier.example/authors/ana", ()),
        ("Staff writer", ()),
        ("Ana Ruiz, M.D.", ("Ana Ruiz",)),
    ],
)
def test_bylines_become_names(byline, people):
    assert names((byline,)) == people


def test_language_is_the_declared_one_unless_the_text_says_otherwise():
    german = "Der Stadtrat von Orvale hat die alte Brücke am Dienstag geschlossen, weil Taucher einen Riss fanden."
    assert language_of(german, "en") == "de"
    assert language_of(german, "de-AT") == "de"
    assert language_of("Orvale, Kolm, Tarn und Hask im Mai", "de") == "de"
    assert language_of("Ana Ruiz", "de") is None
