"""Stories: the list, one story, and each part of its view, one page at a time."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from headwater.api.answering import (
    described,
    documented,
    exported,
    itself,
    json_answer,
    listed,
    media_types,
    next_link,
)
from headwater.api.asking import Compared, Ordered, Page, Serving, StoryId, StoryWritten
from headwater.api.outward import outward_article
from headwater.api.rows import head_row
from headwater.api.shapes import ArticleHeadRow, ComparisonRow, ListRow
from headwater.api.slicing import sliced
from headwater.api.views import Laying
from headwater.model import Brief, Slice, StoryCard, StoryEvent
from headwater.outputs import comparison_annotations
from headwater.outputs.exports import STORY_FORMATS, find_format, json_bytes
from headwater.outputs.exports.formats import ANNOTATIONS
from headwater.outputs.point_rows import rows_of_points
from headwater.store.cursors import cursor, read_cursor

router = APIRouter(tags=["stories"])


@router.get("/stories", operation_id="listStories", responses=described(ListRow[StoryCard], "Stories of the desk."))
def list_stories(request: Request, serving: Serving, page: Annotated[Ordered, Query()]) -> Response:
    """List the stories: the newest first, or those with most articles, origins or disputed points."""
    return listed(request, serving.desk.stories(page.order, after=page.after, limit=page.limit), itself)


@router.get(
    "/stories/{story}",
    operation_id="showStory",
    responses=described(
        StoryCard, "The story, or a document in the format asked for.", also=media_types(STORY_FORMATS)
    ),
)
def show_story(
    request: Request,
    serving: Serving,
    story: StoryId,
    asked: Annotated[StoryWritten, Query()],
    views: Laying,
) -> Response:
    """Show one story: how many articles, origins and points; with `format`, everything of it in that format.

    `format=json` is the story as `headwater desk story --json` prints it; `atom` and `jsonfeed` are its feeds.
    """
    card = serving.desk.card(story)
    if asked.format is None:
        return json_answer(card)
    return exported(request, find_format(STORY_FORMATS, asked.format), views.of(card.id).told, asked)


@router.get(
    "/stories/{story}/articles",
    operation_id="listStoryArticles",
    responses=described(ListRow[ArticleHeadRow], "Its articles, the earliest report first."),
)
def list_story_articles(request: Request, serving: Serving, story: StoryId, page: Page) -> Response:
    """List the articles of a story."""
    card = serving.desk.card(story)
    members = serving.desk.store.members([card.id]).get(card.id, ())
    found = sliced("story articles", members, str, page)
    readings = serving.desk.store.readings(found.items)
    heads = [head_row(outward_article(readings[each].article), card.id) for each in found.items if each in readings]
    return listed(request, Slice(items=tuple(heads), after=found.after, total=found.total), itself)


@router.get(
    "/stories/{story}/comparison",
    operation_id="compareStory",
    responses=described(ComparisonRow, "Its points: disputed, updated, unsure, agreed, single; the heaviest first."),
)
def compare_story(
    request: Request,
    views: Laying,
    story: StoryId,
    page: Annotated[Compared, Query()],
) -> Response:
    """Compare the articles of a story: what independent origins agree on, dispute, report alone, and leave out."""
    laid = views.of(story)
    told = laid.told
    points = [point for point in told.comparison.points if page.status in (None, point.status)]
    found = sliced(f"points {page.status or ''}", points, lambda point: point.id, page)
    shown = replace(told, comparison=replace(told.comparison, points=found.items))
    answer: ComparisonRow = {
        "story": told.story.id,
        "items": list(rows_of_points(shown, laid.index)),
        "after": found.after,
        "total": found.total,
        "omissions": [{"outlet": each.outlet, "points": list(each.points)} for each in told.comparison.omissions],
    }
    return json_answer(answer, headers=next_link(request, found.after))


@router.get(
    "/stories/{story}/history",
    operation_id="listStoryHistory",
    responses=described(ListRow[StoryEvent], "What happened to it, from the first."),
)
def list_story_history(request: Request, serving: Serving, story: StoryId, page: Page) -> Response:
    """List what happened to a story: it began, grew, was revised, merged, split, ended."""
    card = serving.desk.card(story)
    number = int(str(read_cursor(page.after, "history", int)[0])) if page.after else 0
    events = serving.desk.history(card.id, after=number, limit=page.limit + 1)
    more = cursor("history", events[page.limit - 1].number) if len(events) > page.limit else None
    return listed(request, Slice(items=events[: page.limit], after=more), itself)


@router.get(
    "/stories/{story}/annotations",
    operation_id="annotateStory",
    responses=documented(ANNOTATIONS, "Every piece of evidence, found again by its words and its place."),
)
def annotate_story(views: Laying, story: StoryId) -> Response:
    """Give the evidence of a story's points as W3C Web Annotations."""
    brief = Brief(stories=(views.of(story).told,), pages=0, rejected=())
    return Response(json_bytes(comparison_annotations(brief)), media_type=ANNOTATIONS)
