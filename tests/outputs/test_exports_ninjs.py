"""IPTC ninjs 3.2: the rules of its schema for the properties that are written, in a schema of our own."""

import json
import re
from dataclasses import replace
from datetime import datetime

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from headwater.model import ArticleView
from headwater.outputs.exports import ExportSettings, article_ninjs, json_bytes, story_ninjs
from headwater.outputs.exports.identifiers import urn

CHECKER = FormatChecker(())
URI = re.compile(r"[a-z][a-z0-9+.-]*:(?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+")


@CHECKER.checks("uri")
def is_uri(value):
    return bool(URI.fullmatch(value)) and value.count("#") <= 1


@CHECKER.checks("date-time", raises=ValueError)
def is_date_time(value):
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", value)) and bool(
        datetime.fromisoformat(value)
    )


TEXT, COUNT = {"type": "string"}, {"type": "integer"}
ADDRESS, INSTANT = {"type": "string", "format": "uri"}, {"type": "string", "format": "date-time"}


def closed(required=(), **properties):
    return {"type": "object", "required": list(required), "additionalProperties": False, "properties": properties}


def several(shape):
    return {"type": "array", "items": shape}


WORDS = {"role": TEXT, "contentType": TEXT, "value": TEXT}
NAMED = closed(name=TEXT, rel=TEXT, uri=ADDRESS, literal=TEXT)
ITEM = {
    "uri": ADDRESS,
    "type": {"enum": ["text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"]},
    "representationType": {"enum": ["full", "partial"]},
    "standard": closed(name={"const": "ninjs"}, version={"const": "3.2"}, schema=ADDRESS),
    "contentCreated": INSTANT,
    "language": TEXT,
    "title": TEXT,
    "by": TEXT,
    "copyrightNotice": TEXT,
    "headlines": several(closed(("value",), **WORDS)),
    "descriptions": several(closed(("value",), **WORDS)),
    "bodies": several(closed(("value",), charCount=COUNT, wordCount=COUNT, **WORDS)),
    "people": several(NAMED),
    "organisations": several(NAMED),
    "places": several(NAMED),
    "subjects": several(closed(name=TEXT, rel=TEXT, uri=ADDRESS)),
    "infoSources": several(closed(name=TEXT, role=TEXT, uri=ADDRESS)),
    "renditions": several(closed(("name",), name=TEXT, href=ADDRESS, contentType=TEXT)),
    "altIds": several(closed(role=TEXT, value=TEXT)),
    "associations": several({"$ref": "#/$defs/association"}),
}
SCHEMA = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$defs": {"association": closed(("uri", "name"), name=TEXT, rel=TEXT, **ITEM)},
    **closed(("uri",), **ITEM),
}
VALID = Draft202012Validator(SCHEMA, format_checker=CHECKER)


@pytest.fixture
def dam(brief):
    return brief.stories[0]


@pytest.fixture
def told(dam):
    return story_ninjs(dam, ExportSettings(root="https://desk.example"))


def test_the_schema_of_the_test_is_strict():
    assert not VALID.is_valid({"type": "text"})
    assert not VALID.is_valid({"uri": "urn:x", "versionedBy": "me"})
    assert not VALID.is_valid({"uri": "urn:x", "contentCreated": "2031-05-14"})
    assert not VALID.is_valid({"uri": "urn:x", "associations": [{"uri": "urn:y"}]})


@pytest.mark.parametrize("full", [False, True])
def test_stories_and_articles_keep_the_rules(brief, hostile, full):
    settings = ExportSettings(full=full, root="https://desk.example")
    for told in (*brief.stories, *hostile.stories):
        VALID.validate(json.loads(json_bytes(story_ninjs(told, settings))))
        for article in told.articles:
            said = tuple(each for each in told.statements if each.article == article.id)
            view = ArticleView(
                article=article, statements=said, story=None, copies=told.copies, versions=(), current=True
            )
            VALID.validate(json.loads(json_bytes(article_ninjs(view, settings))))


def test_a_story_is_a_composite_of_its_articles(told, dam):
    assert (told["type"], told["uri"], told["standard"]["version"]) == ("composite", urn("story", "story-dam"), "3.2")
    assert [member["rel"] for member in told["associations"]] == ["member"] * len(dam.articles)
    assert told["renditions"][0]["href"] == "https://desk.example/stories/story-dam"


def test_a_copy_is_derived_from_its_original(told):
    harbour, vestnik = told["associations"][1], told["associations"][4]
    (original,) = harbour["associations"]
    assert (original["rel"], original["uri"]) == ("derivedFrom", urn("article", "article-tern"))
    assert original["name"] == "Dam breaks at Karsal, at least 15 dead"
    assert "associations" not in vestnik


def test_an_hour_is_never_made_up(told):
    tern, _, gazette, mail, _ = told["associations"]
    assert tern["contentCreated"] == "2031-05-13T16:05:00Z"
    for item, day in ((gazette, "2031-05-14"), (mail, "2031-05-14T07:00:00")):
        assert "contentCreated" not in item
        assert {"role": "published", "contentType": "text/plain", "value": day} in item["descriptions"]


def test_names_stand_by_their_kind_in_the_articles_that_mention_them(told):
    tern, harbour, *_ = told["associations"]
    assert [person["name"] for person in told["people"]] == ["Ilka Varnai"]
    assert [group["name"] for group in tern["organisations"]] == ["Norvolt"]
    assert "people" not in harbour


def test_suppliers_are_information_sources(told):
    assert told["associations"][0]["infoSources"] == [
        {"name": "The Daily Tern", "role": "publisher"},
        {"name": "Norvia Press Service", "role": "republished"},
    ]


def test_texts_stay_with_their_outlets_but_for_full(dam, told):
    assert "bodies" not in json.dumps(told)
    assert told["representationType"] == "partial"
    (body,) = story_ninjs(dam, ExportSettings(full=True))["associations"][0]["bodies"]
    assert body["value"] == dam.articles[0].text
    assert body["charCount"] == len(dam.articles[0].text)


def test_quotations_are_descriptions(told):
    said = [each["value"] for each in told["associations"][0]["descriptions"] if each["role"] == "quotation"]
    assert said == ["“We ordered the gates opened at noon … and nobody obeyed” (Ilka Varnai)"]


def test_the_order_of_the_input_makes_no_difference(dam):
    turned = replace(dam, articles=dam.articles[::-1], actors=dam.actors[::-1], copies=dam.copies[::-1])
    assert story_ninjs(turned) == story_ninjs(dam)
