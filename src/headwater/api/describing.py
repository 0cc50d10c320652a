"""The routes → OpenAPI 3.1, with the schemas of all shapes as the codec gives them."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from headwater import __version__
from headwater.api import shapes
from headwater.api.answering import REFERENCES
from headwater.api.bodies import CorrectionBody, UndoBody
from headwater.api.shapes import ListRow
from headwater.model import DeskCounts, SpeakerCard, StoryCard, StoryEvent
from headwater.outputs.shapes import (
    CopyRow,
    MomentRow,
    NameRow,
    OriginRow,
    RejectedRow,
    StatementRow,
)

BASE = "/api/v1"
ABOUT = """
Trace every claim in the news to its source, over HTTP: the nouns of the command line, read-only unless a token was set.

* Ids are digests of content. Spans are Unicode code points, half-open, into the article's `text`, and come with their words.
* Listings come in pages: give `after` of one as `after` of the next, or follow `Link: rel=next`.
* Answers carry an `ETag`; send it back as `If-None-Match`.
* Errors are `application/problem+json` (RFC 9457).
* Every string that comes from a page is given as the page has it, markup, control characters and all: escape it before
  you show it.
"""
ROWS = (
    StoryCard,
    StoryEvent,
    SpeakerCard,
    DeskCounts,
    CorrectionBody,
    UndoBody,
    shapes.AddedRow,
    shapes.ArticleViewRow,
    shapes.ChangesRow,
    shapes.ComparisonRow,
    shapes.CorrectedRow,
    shapes.CorrectionRow,
    shapes.PairRow,
    shapes.ProblemRow,
    shapes.RevisionRow,
    shapes.VersionChangeRow,
    ListRow[shapes.ArticleHeadRow],
    ListRow[shapes.CorrectionRow],
    ListRow[shapes.HitRow],
    ListRow[shapes.OutletRow],
    ListRow[shapes.VersionChangeRow],
    ListRow[CopyRow],
    ListRow[MomentRow],
    ListRow[NameRow],
    ListRow[OriginRow],
    ListRow[RejectedRow],
    ListRow[SpeakerCard],
    ListRow[StatementRow],
    ListRow[StoryCard],
    ListRow[StoryEvent],
)
"""Every shape that a route names."""


def describe(app: FastAPI) -> Mapping[str, object]:
    """Return the description of an application's routes."""
    described: dict[str, object] = get_openapi(
        title="Headwater", version=__version__, description=ABOUT, routes=app.routes, servers=[{"url": BASE}]
    )
    _, schemas = msgspec.json.schema_components(ROWS, ref_template=REFERENCES)
    components = described.setdefault("components", {})
    assert isinstance(components, dict)
    components["schemas"] = plain(schemas)
    return described


def plain(schema: object) -> object:
    """Return a schema in which arrays of a fixed form say what any of their items may be: tools that make clients know no more.

    >>> plain({"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}], "items": False})
    {'type': 'array', 'items': {'anyOf': [{'type': 'string'}, {'type': 'integer'}]}}
    """
    if isinstance(schema, dict):
        told = {name: plain(held) for name, held in schema.items() if name != "prefixItems"}
        forms = [plain(each) for each in schema.get("prefixItems", ())]
        return (
            {**told, "items": {"anyOf": [form for place, form in enumerate(forms) if form not in forms[:place]]}}
            if forms
            else told
        )
    return [plain(each) for each in schema] if isinstance(schema, list | tuple) else schema
