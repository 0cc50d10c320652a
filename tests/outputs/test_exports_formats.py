"""The table of formats, and statements as annotations."""

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from headwater.errors import UsageError
from headwater.model import ArticleView
from headwater.outputs.exports import (
    ARTICLE_FORMATS,
    SPEAKER_FORMATS,
    STORY_FORMATS,
    ExportSettings,
    Speaker,
    find_format,
    statement_annotations,
)
from headwater.outputs.sample import sample_story

DESK = ExportSettings(root="https://desk.example", own="https://desk.example/this")


def written(format_, subject):
    if format_.suffix.endswith(".parquet"):
        pytest.importorskip("pyarrow")
    return format_.write(subject, DESK)


def view_of(told, place=0):
    article = told.articles[place]
    said = tuple(each for each in told.statements if each.article == article.id)
    return ArticleView(
        article=article, statements=said, story=told.story.id, copies=told.copies, versions=(article.id,), current=True
    )


def speaker_of(told, name):
    articles = {article.id: article for article in told.articles}
    return Speaker(name=name, said=tuple((articles[each.article], each) for each in told.statements))


@pytest.mark.parametrize("name", STORY_FORMATS)
def test_every_format_writes_every_story_the_same_whatever_the_order(brief, hostile, name):
    dam = brief.stories[0]
    turned = replace(dam, articles=dam.articles[::-1], statements=dam.statements[::-1], copies=dam.copies[::-1])
    assert written(STORY_FORMATS[name], dam) == written(STORY_FORMATS[name], turned)
    assert written(STORY_FORMATS[name], hostile.stories[0])


@settings(max_examples=60, derandomize=True, deadline=None)
@given(st.text(st.characters(), max_size=80), st.text(st.characters(), max_size=20))
def test_whatever_a_page_says_every_text_format_holds_it(text, name):
    told = sample_story()
    first = replace(
        told.articles[0], title=text, outlet=name, authors=(name,), url="https://tern.example/" + text, language=name,
        rights=text, published=name, section=text, tags=(text,),
    )  # fmt: skip
    evil = replace(
        told,
        story=replace(told.story, title=text),
        articles=(first, *told.articles[1:]),
        statements=(replace(told.statements[0], speaker=name, hedge=text),),
    )
    for each in ("jsonld", "ninjs", "annotations", "jsonfeed"):
        assert json.loads(STORY_FORMATS[each].write(evil, DESK))
    assert etree.QName(etree.fromstring(STORY_FORMATS["atom"].write(evil, DESK))).localname == "feed"
    sheet = STORY_FORMATS["articles-csv"].write(evil, DESK).decode()
    assert len(list(csv.reader(io.StringIO(sheet, newline=""), strict=True))) == 1 + len(evil.articles)


def test_a_speaker_is_a_table_too(brief):
    dam = brief.stories[0]
    rows = list(csv.DictReader(io.StringIO(SPEAKER_FORMATS["csv"].write(speaker_of(dam, "Norvolt"), DESK).decode())))
    assert [row["id"] for row in rows] == [each.id for each in dam.statements]
    denial = next(row for row in rows if row["id"] == "statement-denial")
    assert (denial["story"], denial["speaker"], denial["stance"]) == ("", "Norvolt", "denies")


@pytest.mark.parametrize("formats", [STORY_FORMATS, ARTICLE_FORMATS, SPEAKER_FORMATS])
def test_names_and_suffixes_tell_the_formats_apart(formats):
    assert all(name == each.name for name, each in formats.items())
    assert len({each.suffix for each in formats.values()}) == len(formats)
    assert all(each.suffix.startswith(".") and "/" in each.media_type and each.about for each in formats.values())


def test_json_formats_are_json(brief, hostile):
    for told in (*brief.stories, *hostile.stories):
        for each in STORY_FORMATS.values():
            if "json" in each.media_type:
                assert json.loads(written(each, told))
        for place in range(len(told.articles)):
            for of_article in ARTICLE_FORMATS.values():
                assert json.loads(written(of_article, view_of(told, place)))
        for of_speaker in SPEAKER_FORMATS.values():
            assert written(of_speaker, speaker_of(told, told.story.title))


def test_an_unknown_format_is_answered_with_those_there_are():
    with pytest.raises(UsageError, match=r"no format “rtf”; there are: json, html, .*atom"):
        find_format(STORY_FORMATS, "rtf")


def annotated(told):
    return {row["id"]: row for row in statement_annotations(told.articles, told.statements)["first"]["items"]}


def test_a_statement_is_an_annotation_that_finds_its_words(brief):
    dam = brief.stories[0]
    texts = {article.id: article.text for article in dam.articles}
    rows = list(annotated(dam).values())
    assert len(rows) == len(dam.statements)
    for row, statement in zip(rows, dam.statements, strict=True):
        assert len(row["target"]) == len(statement.content)
        for target, run in zip(row["target"], statement.content, strict=True):
            quote = target["selector"][0]
            if statement.part == "text":
                text = texts[statement.article]
                position = target["selector"][1]
                assert text[position["start"] : position["end"]] == quote["exact"] == run.of(text)
                assert quote["prefix"] + quote["exact"] + quote["suffix"] in text


def test_words_of_a_title_have_no_position_in_the_text(brief):
    dam = brief.stories[0]
    (headline,) = [
        row for row in annotated(dam).values() if row["target"][0]["selector"][0]["exact"] == "it was warned"
    ]
    assert [selector["type"] for selector in headline["target"][0]["selector"]] == ["TextQuoteSelector"]


def test_the_bodies_tell_speaker_stance_form_and_distance(brief):
    dam = brief.stories[0]
    by_words = {row["target"][0]["selector"][0]["exact"]: row["body"] for row in annotated(dam).values()}
    told = [(body["purpose"], body["value"]) for body in by_words["The cracks had reportedly been reported in March"]]
    assert told == [
        ("classifying", "asserts"),
        ("tagging", "indirect"),
        ("tagging", "unnamed source"),
        ("tagging", "hedge: reportedly"),
        ("describing", "say"),
    ]
    assert ("identifying", "Norvolt") in [(b["purpose"], b["value"]) for b in by_words["it had been warned"]]


def test_annotation_ids_are_their_own_and_stay(brief):
    dam = brief.stories[0]
    assert len(annotated(dam)) == len(dam.statements)
    assert set(annotated(replace(dam, statements=dam.statements[:2]))) < set(annotated(dam))
