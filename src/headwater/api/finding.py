"""Search by words, filters or meaning; speakers and everything that they are reported to have said; outlets."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from starlette.responses import Response

from headwater.api.answering import described, exported, itself, listed, media_types
from headwater.api.asking import Named, Serving, Sought, Voiced
from headwater.api.outward import outward_hit
from headwater.api.rows import hit_row
from headwater.api.shapes import HitRow, ListRow, OutletRow
from headwater.api.slicing import sliced
from headwater.errors import NotHere
from headwater.model import Hit, Slice, SpeakerCard
from headwater.model import Query as Search
from headwater.outputs.exports import SPEAKER_FORMATS, Speaker, find_format

router = APIRouter(tags=["search"])
_IN_A_FEED = 200
"""Statements that a document about a speaker holds, the newest."""
_OUTLETS = 100_000


@router.get("/search", operation_id="search", responses=described(ListRow[HitRow], "What was found, the best first."))
def search(request: Request, serving: Serving, page: Annotated[Sought, Query()]) -> Response:
    """Find articles and statements by full text, by meaning and by filters."""
    asked = Search(
        words=page.words,
        meaning=page.meaning,
        kind=page.kind,
        outlet=page.outlet,
        language=page.language,
        since=page.since,
        until=page.until,
        speaker=page.speaker,
        about=page.about,
        stance=page.stance,
        story=page.story,
    )
    return listed(request, serving.desk.search(asked, after=page.after, limit=page.limit), _row)


@router.get(
    "/speakers",
    operation_id="listSpeakers",
    responses=described(ListRow[SpeakerCard], "Speakers, most statements first."),
)
def list_speakers(request: Request, serving: Serving, page: Annotated[Named, Query()]) -> Response:
    """List who is reported to have said something."""
    return listed(request, serving.desk.speakers(page.prefix, after=page.after, limit=page.limit), itself)


@router.get(
    "/speakers/{name}",
    operation_id="showSpeaker",
    responses=described(
        ListRow[HitRow],
        "Statements, or a document in the format asked for.",
        also=media_types(SPEAKER_FORMATS),
    ),
)
def show_speaker(
    request: Request,
    serving: Serving,
    name: Annotated[str, Path(min_length=1, max_length=300, description="Any spelling of the name.")],
    page: Annotated[Voiced, Query()],
) -> Response:
    """Show everything that somebody is reported to have said; `format=atom` and `jsonfeed` are the feeds of it."""
    asked = Search(
        kind="statement", speaker=name, about=page.about, stance=page.stance, since=page.since, until=page.until
    )
    found = serving.desk.search(asked, after=page.after, limit=page.limit if page.format is None else _IN_A_FEED)
    if not found.items and not serving.desk.search(Search(kind="statement", speaker=name), limit=1).items:
        raise NotHere(f"nobody of the name “{name}” is reported to have said anything")
    if page.format is None:
        return listed(request, found, _row)
    said = tuple((hit.article, hit.statement) for hit in map(outward_hit, found.items) if hit.statement)
    return exported(request, find_format(SPEAKER_FORMATS, page.format), Speaker(name=name, said=said), page)


@router.get(
    "/outlets", operation_id="listOutlets", responses=described(ListRow[OutletRow], "Outlets, most articles first.")
)
def list_outlets(request: Request, serving: Serving, page: Annotated[Named, Query()]) -> Response:
    """List who published the articles of the desk."""
    every = serving.desk.outlets(page.prefix, limit=_OUTLETS)
    found = sliced("outlets", every, lambda outlet: outlet[0], page)
    rows = tuple(OutletRow(name=name, articles=count) for name, count in found.items)
    return listed(request, Slice(items=rows, after=found.after, total=found.total), itself)


def _row(hit: Hit) -> HitRow:
    return hit_row(outward_hit(hit))
