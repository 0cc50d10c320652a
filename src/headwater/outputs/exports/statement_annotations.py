"""Statements → W3C Web Annotations: the words on their page, with speaker, stance, form and cue as bodies.

Source: Web Annotation Data Model (W3C Recommendation, 23 February 2017).

>>> from headwater.outputs.sample import sample_story
>>> collection = statement_annotations(sample_story().articles, sample_story().statements)
>>> row = collection["first"]["items"][0]
>>> [(body["purpose"], body["value"]) for body in row["body"]]
[('identifying', 'Ana Ruz'), ('classifying', 'asserts'), ('tagging', 'direct'), ('describing', 'said')]
>>> row["target"][0]["selector"][0]["exact"]
'Nine boats sank'
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

from headwater.model import Article, Span, Statement, words
from headwater.outputs.annotations import AROUND, CONTEXT, FRAGMENTS, BodyRow, SelectorRow, TargetRow, source
from headwater.outputs.cite import stated_in
from headwater.outputs.exports.identifiers import urn
from headwater.outputs.fragments import text_fragment
from headwater.outputs.visible import web_address


class StatementAnnotationRow(TypedDict):
    """One statement; a content that the article interrupts has a target for each run."""

    id: str
    type: str
    motivation: str
    body: list[BodyRow]
    target: list[TargetRow]


class StatementPageRow(TypedDict):
    """The annotations of a collection."""

    id: str
    type: str
    startIndex: int
    items: list[StatementAnnotationRow]


StatementCollectionRow = TypedDict(
    "StatementCollectionRow",
    {"@context": str, "id": str, "type": str, "label": str, "total": int, "first": StatementPageRow},
)
"""What is written: one collection with one page."""


def statement_annotations(articles: Iterable[Article], statements: Iterable[Statement]) -> StatementCollectionRow:
    """Return statements as one annotation collection, in the order given; `articles` are those that they stand in.

    Bodies: the speaker (`identifying`; none where it is not resolved), the stance (`classifying`), the form, “unnamed
    source” and the outlet's hedge (`tagging`), the cue (`describing`). Words of a title have no position selector: a
    position counts in the article's text. Raises KeyError for a statement whose article is not among them.

    >>> statement_annotations((), ())["total"]
    0
    """
    held = {article.id: article for article in articles}
    items = [_annotation(statement, held[statement.article]) for statement in statements if statement.content]
    name = urn("statements", *(row["id"] for row in items))
    return {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": "Headwater statements",
        "total": len(items),
        "first": {"id": urn("page", name), "type": "AnnotationPage", "startIndex": 0, "items": items},
    }


def _annotation(statement: Statement, article: Article) -> StatementAnnotationRow:
    return {
        "id": urn("annotation", statement.id),
        "type": "Annotation",
        "motivation": "classifying",
        "body": _bodies(statement, article),
        "target": [_target(run, statement, article) for run in statement.content],
    }


def _bodies(statement: Statement, article: Article) -> list[BodyRow]:
    cue = words(statement.cue, stated_in(statement, article))
    told = [
        ("identifying", statement.speaker),
        ("classifying", statement.stance),
        ("tagging", statement.form),
        ("tagging", "unnamed source" if statement.anonymous else None),
        ("tagging", f"hedge: {statement.hedge}" if statement.hedge else None),
        ("describing", cue),
    ]
    return [
        {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}
        for purpose, value in told
        if value
    ]


def _target(run: Span, statement: Statement, article: Article) -> TargetRow:
    text = stated_in(statement, article)
    selectors: list[SelectorRow] = [
        {
            "type": "TextQuoteSelector",
            "exact": run.of(text),
            "prefix": text[max(0, run.start - AROUND) : run.start],
            "suffix": text[run.end : run.end + AROUND],
        }
    ]
    if statement.part == "text":
        selectors.append({"type": "TextPositionSelector", "start": run.start, "end": run.end})
    fragment = text_fragment(run.of(text)) if web_address(article.url) else None
    if fragment:
        selectors.append({"type": "FragmentSelector", "conformsTo": FRAGMENTS, "value": fragment})
    return {"source": source(article), "selector": selectors}
