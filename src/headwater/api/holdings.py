"""What the desk holds in numbers, and what it could not read."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from headwater.api.answering import described, json_answer, listed
from headwater.api.asking import Page, Serving
from headwater.api.outward import outward_rejected
from headwater.api.shapes import ListRow
from headwater.model import DeskCounts
from headwater.outputs import rejected_row
from headwater.outputs.shapes import RejectedRow

router = APIRouter(tags=["desk"])


@router.get("/counts", operation_id="count", responses=described(DeskCounts, "How much there is of everything."))
def count(serving: Serving) -> Response:
    """Count what the desk holds; `revision` grows with every change."""
    return json_answer(serving.desk.counts())


@router.get(
    "/rejected",
    operation_id="listRejected",
    responses=described(ListRow[RejectedRow], "Inputs that could not be read, with the reason."),
)
def list_rejected(request: Request, serving: Serving, page: Page) -> Response:
    """List the rejected inputs in the order in which they came."""
    found = serving.desk.rejected(after=page.after, limit=page.limit)
    return listed(request, found, lambda rejected: rejected_row(outward_rejected(rejected)))
