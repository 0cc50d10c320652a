"""A brief → its evidence as W3C Web Annotations: every span on its page, with point, status and answer as bodies.

Source: Web Annotation Data Model and Vocabulary (W3C Recommendations, 23 February 2017).

>>> from headwater.outputs.sample import sample_brief
>>> collection = comparison_annotations(sample_brief())
>>> collection["type"], collection["total"], collection["first"]["items"][0]["target"]["selector"][0]["exact"]
('AnnotationCollection', 3, '“Nine boats sank,” said Ana Ruz.')
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import TypedDict
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from headwater.model import Answer, Article, Brief, Evidence, Place, Point, StoryBrief, digest
from headwater.outputs.citing import StoryIndex
from headwater.outputs.fragments import text_fragment
from headwater.outputs.order import ordered
from headwater.outputs.visible import web_address

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
FRAGMENTS = "https://wicg.github.io/scroll-to-text-fragment/"
AROUND = 32
"""Characters before and after the words that a quote selector keeps."""


class BodyRow(TypedDict):
    """Words about the span: the point's status, its id, the answer's value."""

    type: str
    purpose: str
    value: str
    format: str


class SelectorRow(TypedDict, total=False):
    """One way to find the span; which keys it has follows from its type."""

    type: str
    exact: str
    prefix: str
    suffix: str
    start: int
    end: int
    value: str
    conformsTo: str


class TargetRow(TypedDict):
    """The span on its page."""

    source: str
    selector: list[SelectorRow]


class AnnotationRow(TypedDict):
    """One piece of evidence of one answer."""

    id: str
    type: str
    motivation: str
    body: list[BodyRow]
    target: TargetRow


class PageRow(TypedDict):
    """The annotations of a collection."""

    id: str
    type: str
    startIndex: int
    items: list[AnnotationRow]


CollectionRow = TypedDict(
    "CollectionRow",
    {"@context": str, "id": str, "type": str, "label": str, "total": int, "first": PageRow},
)
"""What is written: one collection with one page."""


def comparison_annotations(brief: Brief) -> CollectionRow:
    """Return the evidence of every point as one annotation collection.

    A target's source is the article's address, else its file. The quote and position selectors count in Unicode code
    points of the article's text; the fragment selector opens the words on a live page. Ids are name-based UUIDs: the same
    pages in give the same ids out.

    >>> from headwater.model import Brief
    >>> comparison_annotations(Brief(stories=(), pages=0, rejected=()))["total"]
    0
    """
    told = ordered(brief).stories
    items = [row for number, each in enumerate(told, start=1) for row in _story(each, number)]
    name = _urn("collection", *(row["id"] for row in items))
    return {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": "Headwater comparison",
        "total": len(items),
        "first": {"id": _urn("page", name), "type": "AnnotationPage", "startIndex": 0, "items": items},
    }


def _story(told: StoryBrief, number: int) -> Iterator[AnnotationRow]:
    index = StoryIndex.of(number, told)
    for point in told.comparison.points:
        for answer in point.answers:
            for found in answer.evidence:
                yield _annotation(point, answer, found, index)


def _annotation(point: Point, answer: Answer, found: Evidence, index: StoryIndex) -> AnnotationRow:
    article = index.articles[found.article]
    return {
        "id": _urn("annotation", point.id, answer.value, found.id),
        "type": "Annotation",
        "motivation": "classifying",
        "body": [_body("classifying", point.status), _body("identifying", point.id), _body("describing", answer.value)],
        "target": {"source": source(article), "selector": _selectors(found, article)},
    }


def _body(purpose: str, value: str) -> BodyRow:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _selectors(found: Evidence, article: Article) -> list[SelectorRow]:
    span, text = found.span, article.text
    rows: list[SelectorRow] = [
        {
            "type": "TextQuoteSelector",
            "exact": span.of(text),
            "prefix": text[max(0, span.start - AROUND) : span.start],
            "suffix": text[span.end : span.end + AROUND],
        },
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
    ]
    fragment = text_fragment(span.of(text)) if web_address(article.url) else None
    if fragment:
        rows.append({"type": "FragmentSelector", "conformsTo": FRAGMENTS, "value": fragment})
    return rows


def source(article: Article) -> str:
    """Return the address of an article's page, else its file as a URI reference with the member as its fragment.

    >>> from headwater.outputs.sample import sample_story
    >>> source(sample_story().articles[0])
    'tern.html'
    """
    return web_address(article.url) or _file(article.places[0])


def _file(place: Place) -> str:
    path = PurePath(place.file)
    reference = path.as_uri() if path.is_absolute() else quote(place.file, errors="replace")
    return f"{reference}#{quote(place.member, safe='', errors='replace')}" if place.member else reference


def _urn(*parts: str) -> str:
    return uuid5(NAMESPACE_URL, digest("headwater", *parts)).urn
