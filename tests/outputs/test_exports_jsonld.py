"""schema.org JSON-LD, read strictly: every type has only its own properties, every value the type that it asks for."""

import json
from dataclasses import replace

import pytest

from headwater.model import ArticleView, Credit
from headwater.outputs.exports import ExportSettings, article_jsonld, json_bytes, story_jsonld
from headwater.outputs.exports.identifiers import address, urn

PARTY = {"@type": str, "@id": str, "name": str, "alternateName": [str]}
PLACED = {"oa:hasSource": {"@id": str}, "oa:hasSelector": ["selector"]}
TYPES = {
    "Collection": {
        "@context": list, "@type": str, "@id": str, "identifier": str, "name": str, "url": str, "collectionSize": int,
        "mentions": ["party"], "hasPart": ["NewsArticle"],
    },
    "NewsArticle": {
        "@context": list, "@type": str, "@id": str, "identifier": str, "headline": str, "url": str, "mainEntityOfPage": str,
        "datePublished": str, "inLanguage": str, "publisher": "party", "author": ["party"], "contributor": ["party"],
        "articleSection": str, "keywords": [str], "copyrightNotice": str, "isBasedOn": ["source"], "citation": [str],
        "articleBody": str, "hasPart": ["Quotation"], "isPartOf": {"@id": str},
    },
    "Quotation": {
        "@type": (str, list), "@id": str, "text": str, "position": int, "inLanguage": str, "spokenByCharacter": "party",
        "creditText": str, "isPartOf": {"@id": str}, "hasPart": ["Quotation"], **PLACED,
    },
    "source": {"@type": str, "@id": str, "headline": str, "url": str, "publisher": "party"},
    "party": PARTY,
    "selector": {
        "@type": str, "oa:exact": str, "oa:prefix": str, "oa:suffix": str, "oa:start": int, "oa:end": int,
    },
}  # fmt: skip


def conforms(value, shape, where="$"):
    if isinstance(shape, str):
        shape = TYPES[shape]
    if isinstance(shape, list):
        assert isinstance(value, list), where
        assert value, f"{where}: an empty list says nothing"
        for place, each in enumerate(value):
            conforms(each, shape[0], f"{where}[{place}]")
    elif isinstance(shape, dict):
        assert isinstance(value, dict), where
        assert set(value) <= set(shape), f"{where}: {set(value) - set(shape)}"
        for key, each in value.items():
            conforms(each, shape[key], f"{where}.{key}")
    else:
        assert isinstance(value, shape), where
        assert value != "", where


@pytest.fixture
def dam(brief):
    return brief.stories[0]


@pytest.fixture
def told(dam):
    return story_jsonld(dam, ExportSettings(root="https://desk.example"))


def part(told, outlet):
    return next(each for each in told["hasPart"] if each.get("publisher", {}).get("name") == outlet)


def test_types_have_only_their_own_properties_and_values_of_the_right_kind(told, hostile):
    conforms(told, "Collection")
    conforms(json.loads(json_bytes(story_jsonld(hostile.stories[0], ExportSettings(full=True)))), "Collection")


def test_a_story_is_a_collection_of_its_articles_in_their_order(told, dam):
    assert told["@type"] == "Collection"
    assert told["url"] == "https://desk.example/stories/story-dam"
    assert told["collectionSize"] == len(dam.articles) == len(told["hasPart"])
    assert [each["identifier"] for each in told["hasPart"]] == list(dam.story.articles)


def test_an_article_says_who_published_it_when_and_where(told):
    tern = part(told, "The Daily Tern")
    assert tern["headline"] == "Dam breaks at Karsal, at least 15 dead"
    assert tern["url"] == "https://tern.example/karsal?id=1"
    assert tern["datePublished"] == "2031-05-13T18:05:00+02:00"
    assert [author["name"] for author in tern["author"]] == ["Odo Lind", "Mira Sand"]
    assert (tern["inLanguage"], tern["copyrightNotice"]) == ("en", "© 2031 The Daily Tern")


def test_a_date_without_an_hour_stays_a_date(told):
    assert part(told, "Lowland Gazette")["datePublished"] == "2031-05-14"
    assert part(told, "Quill Mail")["datePublished"] == "2031-05-14T07:00:00"


def test_a_copy_is_based_on_what_it_takes_text_from_and_an_undecided_one_on_nothing(told):
    assert part(told, "Harbour Post")["isBasedOn"][0]["@id"] == urn("article", "article-tern")
    assert part(told, "Harbour Post")["isBasedOn"][0]["url"] == "https://tern.example/karsal?id=1"
    assert "isBasedOn" not in part(told, "Karsal Vestnik")
    assert "isBasedOn" not in part(told, "Quill Mail")  # only a quotation in common


def test_credits_are_suppliers_or_citations(dam):
    cited = Credit(agency="Gull Press", kind="cited", span=None, words="Gull Press reports")
    first = replace(dam.articles[0], credits=(*dam.articles[0].credits, cited, replace(cited, kind="co-written")))
    node = story_jsonld(replace(dam, articles=(first, *dam.articles[1:])))["hasPart"][0]
    assert node["isBasedOn"] == [
        {"@type": "CreativeWork", "publisher": {"@type": "Organization", "name": "Norvia Press Service"}}
    ]
    assert node["citation"] == ["Gull Press"]
    assert node["contributor"] == [{"@type": "Organization", "name": "Gull Press"}]


def test_an_agency_that_signs_its_own_report_is_based_on_nobody(dam):
    own = replace(dam.articles[0], outlet="Norvia Press Service")
    assert "isBasedOn" not in story_jsonld(replace(dam, articles=(own, *dam.articles[1:])))["hasPart"][0]


def test_a_quotation_is_what_stands_in_quote_marks_run_by_run_with_its_place(told, dam):
    tern = part(told, "The Daily Tern")
    (gates,) = tern["hasPart"]  # the article's other statements are reported speech
    assert gates["text"] == "We ordered the gates opened at noon … and nobody obeyed"
    assert gates["spokenByCharacter"] == {"@type": "Person", "name": "Ilka Varnai"}
    assert gates["isPartOf"] == {"@id": tern["@id"]}
    text = dam.articles[0].text
    for run in gates["hasPart"]:
        quote, position = run["oa:hasSelector"]
        assert text[position["oa:start"] : position["oa:end"]] == run["text"] == quote["oa:exact"]
        assert quote["oa:prefix"] + quote["oa:exact"] + quote["oa:suffix"] in text


def test_of_a_mixed_statement_only_the_quoted_words_are_a_quotation(dam):
    tern = dam.articles[0]
    cracks = next(each for each in dam.statements if each.id == "statement-cracks")
    line = "A guard called it “a rotten wall” and left."
    start = len(tern.text) + 1
    mixed = replace(cracks, form="mixed", content=(replace(cracks.content[0], start=start + 8, end=start + 33),))
    changed = replace(tern, text=f"{tern.text}\n{line}")
    told = replace(dam, articles=(changed, *dam.articles[1:]), statements=(mixed,))
    (quotation,) = story_jsonld(told)["hasPart"][0]["hasPart"]
    assert quotation["text"] == "a rotten wall"
    assert quotation["creditText"] == "A senior official"  # unnamed: the article's own words, and no type is made up
    assert "spokenByCharacter" not in quotation


def test_texts_stay_with_their_outlets_but_for_full(dam):
    assert "articleBody" not in json.dumps(story_jsonld(dam))
    full = story_jsonld(dam, ExportSettings(full=True))
    assert [each["articleBody"] for each in full["hasPart"]] == [article.text for article in dam.articles]


def test_a_quotation_that_is_an_article_by_itself_is_cut_but_for_full(dam):
    words = "We shall rebuild every gate. " * 100
    first = replace(dam.articles[0], text=words)
    said = next(each for each in dam.statements if each.id == "statement-gates")
    said = replace(said, content=(replace(said.content[0], start=0, end=len(words) - 1),), cue=(), source=())
    told = replace(
        dam, articles=(first, *dam.articles[1:]), statements=(said,),
        comparison=replace(dam.comparison, points=(), timeline=()),
    )  # fmt: skip
    (cut,) = story_jsonld(told)["hasPart"][0]["hasPart"]
    (whole,) = story_jsonld(told, ExportSettings(full=True))["hasPart"][0]["hasPart"]
    assert len(cut["text"]) <= 600 < len(whole["text"])
    assert [each["@type"] for each in cut["oa:hasSelector"]] == ["oa:TextPositionSelector"]
    assert words.startswith(whole["oa:hasSelector"][0]["oa:exact"])
    conforms(story_jsonld(told), "Collection")


def test_names_have_their_kind_and_every_spelling(told):
    assert {each["name"]: (each["@type"], each.get("alternateName")) for each in told["mentions"]} == {
        "Ilka Varnai": ("Person", ["I. Varnai", "Илка Варнаи"]),
        "Norvolt": ("Organization", None),
    }


def test_one_article_alone_is_a_document_with_the_same_ids(dam, told):
    harbour = dam.articles[1]
    view = ArticleView(
        article=harbour, statements=(), story="story-dam", copies=dam.copies, versions=(harbour.id,), current=True
    )
    alone = article_jsonld(view)
    assert next(iter(alone)) == "@context"
    assert alone["isPartOf"] == {"@id": told["@id"]}
    assert alone["@id"] == part(told, "Harbour Post")["@id"]
    assert alone["isBasedOn"][0] == {"@type": "NewsArticle", "@id": urn("article", "article-tern")}


def test_the_bytes_cannot_close_the_script_element_that_they_stand_in(hostile):
    written = json_bytes(story_jsonld(hostile.stories[0], ExportSettings(full=True)))
    assert not set(b"<>&") & set(written)
    assert json.loads(written)


@pytest.mark.parametrize(
    ("url", "uri"),
    [
        ("https://tern.example/a?b=1#c", "https://tern.example/a?b=1#c"),
        ("http://[2001:db8::1]:80/a[2]", "http://[2001:db8::1]:80/a%5B2%5D"),
        ("https://tern.example/100%&x=%2", "https://tern.example/100%25&x=%252"),
        ("https://tern.example/#a#b", "https://tern.example/#a%23b"),
        ("https://tern.example", "https://tern.example"),
        ("javascript:alert(1)", None),
        ("https://", None),
        ("https://user@evil.example/", None),
        ("https://tern.example:99999999/", None),
        ("https://[::1/a", None),
        ("https://tern.example/\u202e", None),
        (None, None),
    ],
)
def test_an_address_is_a_uri_or_nothing(url, uri):
    assert address(url) == uri
