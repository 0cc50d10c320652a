"""What people decided: the audit list, new corrections, and taking one back. Writing needs the token."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Header, Path, Request
from starlette.responses import Response

from headwater.api.answering import body_of, described, json_answer, listed
from headwater.api.asking import ID, Body, Page, Serving, may_write
from headwater.api.bodies import CorrectionBody, UndoBody, read_json
from headwater.api.rows import correction_row
from headwater.api.served import Served
from headwater.api.shapes import CorrectedRow, CorrectionRow, ListRow
from headwater.api.slicing import sliced
from headwater.errors import NotHere
from headwater.model import Correction, Quoted, correction

router = APIRouter(tags=["corrections"])
CorrectionId = Annotated[str, Path(pattern=ID, description="Id of a correction.")]
ContentType = Annotated[str | None, Header(include_in_schema=False)]
EXAMPLE = {
    "kind": "note",
    "subject": "story:12b9a60aa630468d",
    "note": "The museum will publish a list on Friday; look again then.",
    "person": "Ana Ruz",
}


@router.get(
    "/corrections",
    operation_id="listCorrections",
    responses=described(ListRow[CorrectionRow], "Every correction in the order in which it was made."),
)
def list_corrections(request: Request, serving: Serving, page: Page) -> Response:
    """List what people corrected, those taken back included."""
    standing = {each.id for each in serving.desk.standing()}
    found = sliced("corrections", serving.desk.corrections(), lambda each: each.id, page)
    return listed(request, found, lambda each: correction_row(each, standing))


@router.get(
    "/corrections/{correction_id}",
    operation_id="showCorrection",
    responses=described(CorrectionRow, "The correction."),
)
def show_correction(serving: Serving, correction_id: CorrectionId) -> Response:
    """Show one correction."""
    found = next((each for each in serving.desk.corrections() if each.id == correction_id), None)
    if found is None:
        raise NotHere(f"no correction {correction_id} on this desk")
    return json_answer(correction_row(found, {each.id for each in serving.desk.standing()}))


@router.post(
    "/corrections",
    operation_id="correct",
    status_code=201,
    dependencies=[Depends(may_write)],
    responses=described(CorrectedRow, "It is kept; the stories that it changed are made anew.", made=True),
    openapi_extra=body_of(CorrectionBody, EXAMPLE),
)
def correct(serving: Serving, body: Body, content_type: ContentType = None) -> Response:
    """Correct what the machine got wrong; it outranks the machine from then on.

    `merge stories` takes one group of pages, `split story` two groups or more; `merge actors` and `split actor` the same of
    spellings; `confirm copy` one group of two pages (the one that takes text first), `undo copy` two groups of one page;
    disputes take the words of two sides in `quoted`; a `note` takes a subject and judges nothing.
    """
    given = read_json(body, CorrectionBody, content_type)
    made = correction(
        given.kind,
        groups=given.groups,
        quoted=tuple(Quoted(page=each.page, exact=each.exact) for each in given.quoted),
        subject=given.subject,
        note=given.note,
        person=given.person,
        made=serving.made(),
    )
    return _kept(serving, made)


@router.post(
    "/corrections/{correction_id}/undo",
    operation_id="undoCorrection",
    status_code=201,
    dependencies=[Depends(may_write)],
    responses=described(CorrectedRow, "It is taken back by a correction of its own.", made=True),
    openapi_extra=body_of(UndoBody, {"person": "Ana Ruz"}),
)
def undo_correction(
    serving: Serving, correction_id: CorrectionId, body: Body, content_type: ContentType = None
) -> Response:
    """Take a correction back; the undo of an undo brings it back."""
    given = read_json(body, UndoBody, content_type)
    made = correction("undo", subject=correction_id, note=given.note, person=given.person, made=serving.made())
    return _kept(serving, made)


def _kept(serving: Served, made: Correction) -> Response:
    with serving.writing() as desk:
        touched = desk.correct(made)
        standing = {each.id for each in desk.standing()}
    row: CorrectedRow = {"correction": correction_row(made, standing), "stories": list(touched)}
    return json_answer(row, status=201, headers={"Location": f"/api/v1/corrections/{made.id}"})
