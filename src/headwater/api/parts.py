"""The parts of a story's view, one page at a time: copies, origins, statements, names, timeline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from headwater.api.answering import described, itself, listed
from headwater.api.asking import Page, Said, StoryId
from headwater.api.shapes import ListRow
from headwater.api.slicing import sliced
from headwater.api.views import Laying
from headwater.model import Actor, Article, Moment, StoryBrief
from headwater.outputs import copy_row, origin_row, statement_row, story_row
from headwater.outputs.shapes import CopyRow, MomentRow, NameRow, OriginRow, StatementRow
from headwater.text.normalise import fold

router = APIRouter(tags=["stories"])


@router.get(
    "/stories/{story}/copies",
    operation_id="listStoryCopies",
    responses=described(ListRow[CopyRow], "Who takes text from whom."),
)
def list_story_copies(request: Request, views: Laying, story: StoryId, page: Page) -> Response:
    """List the copies within a story; those with verdict `no` share words and are none."""
    told = views.of(story).told
    found = sliced("copies", told.copies, lambda link: f"{link.a} {link.b}", page)
    articles = _by_id(told)
    return listed(request, found, lambda link: copy_row(link, articles))


@router.get(
    "/stories/{story}/origins",
    operation_id="listStoryOrigins",
    responses=described(ListRow[OriginRow], "Families of copies with what stands at their head."),
)
def list_story_origins(request: Request, views: Laying, story: StoryId, page: Page) -> Response:
    """List the origins of a story: each is one voice, however many outlets print it."""
    told = views.of(story).told
    found = sliced("origins", told.origins, lambda origin: origin.id, page)
    return listed(request, found, lambda origin: origin_row(origin, told))


@router.get(
    "/stories/{story}/statements",
    operation_id="listStoryStatements",
    responses=described(ListRow[StatementRow], "Who said what, with the words and their spans."),
)
def list_story_statements(
    request: Request,
    views: Laying,
    story: StoryId,
    page: Annotated[Said, Query()],
) -> Response:
    """List the statements of a story in the order of its articles; `speaker` is a name as an article resolves it."""
    told = views.of(story).told
    speaker = None if page.speaker is None else fold(page.speaker)
    chosen = [
        each
        for each in told.statements
        if page.stance in (None, each.stance) and (speaker is None or fold(each.speaker or "") == speaker)
    ]
    found = sliced("statements", chosen, lambda statement: statement.id, page)
    articles = _by_id(told)
    return listed(request, found, lambda statement: statement_row(statement, articles[statement.article]))


@router.get(
    "/stories/{story}/names",
    operation_id="listStoryNames",
    responses=described(ListRow[NameRow], "Persons, groups and places with every spelling and where it stands."),
)
def list_story_names(request: Request, views: Laying, story: StoryId, page: Page) -> Response:
    """List the actors of a story."""
    told = views.of(story).told
    rows = story_row(_only(told, actors=told.actors))["names"]
    return listed(request, sliced("names", rows, lambda row: row["id"], page), itself)


@router.get(
    "/stories/{story}/timeline",
    operation_id="listStoryTimeline",
    responses=described(ListRow[MomentRow], "Times that the articles name, the earliest first, with their sentences."),
)
def list_story_timeline(request: Request, views: Laying, story: StoryId, page: Page) -> Response:
    """List what happened when, as the articles tell it."""
    told = views.of(story).told
    rows = story_row(_only(told, timeline=told.comparison.timeline))["timeline"]
    found = sliced("timeline", rows, lambda row: f"{row['article']} {row['start']}", page)
    return listed(request, found, itself)


def _only(told: StoryBrief, *, actors: Sequence[Actor] = (), timeline: Sequence[Moment] = ()) -> StoryBrief:
    """Return a view with nothing but what one answer shows: the rest need not be made into rows."""
    comparison = replace(told.comparison, points=(), omissions=(), timeline=tuple(timeline))
    return replace(told, origins=(), copies=(), statements=(), actors=tuple(actors), comparison=comparison)


def _by_id(told: StoryBrief) -> Mapping[str, Article]:
    return {article.id: article for article in told.articles}
