"""Pages that come over HTTP: one file in any form that `headwater add` reads, acknowledged after its commit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Query
from pydantic import Field
from starlette.responses import Response

from headwater.api.answering import binary_body, described, json_answer
from headwater.api.asking import Asked, Body, Serving, may_write
from headwater.api.bodies import media_type
from headwater.api.corrections import ContentType
from headwater.api.limits import Limits
from headwater.api.outward import address, bare, outward_acknowledged
from headwater.api.served import Served
from headwater.api.shapes import AddedRow
from headwater.errors import UsageError
from headwater.model import Page, Place, Rejected
from headwater.pages import read_pages

router = APIRouter(tags=["pages"])
READ = (
    "text/html",
    "application/xhtml+xml",
    "text/plain",
    "text/markdown",
    "multipart/related",
    "message/rfc822",
    "application/warc",
    "application/gzip",
    "application/rss+xml",
    "application/atom+xml",
    "application/xml",
    "text/xml",
    "application/json",
    "application/jsonl",
    "application/x-ndjson",
    "application/octet-stream",
)
"""Media types that are let in; what a file is, its own bytes say."""


class Sent(Asked):
    """Where an upload comes from."""

    name: str = Field(
        "upload", min_length=1, max_length=200, description="Name of the file.", examples=["quill-bay.html"]
    )
    url: str | None = Field(
        None, max_length=2000, description="Web address that the page was saved from, where its bytes do not say so."
    )


@router.post(
    "/pages",
    operation_id="addPages",
    dependencies=[Depends(may_write)],
    responses=described(AddedRow, "What became of each page; what stands here is kept for good.", writing=True),
    openapi_extra=binary_body(READ),
)
def add_pages(
    serving: Serving, sent: Annotated[Sent, Query()], body: Body, content_type: ContentType = None
) -> Response:
    """Add a saved web page, text dump, WARC, feed or JSON lines; a page that is there already changes nothing."""
    if media_type(content_type) not in READ:
        raise HTTPException(415, f"Send a file as one of: {', '.join(READ)}.")
    records = list(_records(serving, sent, body))
    with serving.writing(serving.engine) as desk:
        kept = [outward_acknowledged(each) for each in desk.add_pages(records)]
        revision = desk.revision()
    row: AddedRow = {"revision": revision, "items": kept}
    return json_answer(row)


def _records(serving: Served, sent: Sent, body: bytes) -> Iterator[Page | Place | Rejected]:
    """Yield what a file holds under its own name; raise 413 where it unpacks to more than an upload may hold."""
    url = address(sent.url)
    if sent.url and url is None:
        raise UsageError("url is no web address: it begins with http:// or https://")
    unpacked = 0
    for number, item in enumerate(read_pages(["-"], settings=serving.settings.pages, stdin=BytesIO(body)), start=1):
        unpacked += len(item.content) if isinstance(item, Page) else 0
        _bounded(number, unpacked, serving.limits)
        yield _placed(item, bare(sent.name), url)


def _bounded(number: int, unpacked: int, limits: Limits) -> None:
    if number > limits.upload_pages:
        raise HTTPException(413, f"The file holds more than {limits.upload_pages:,} records; send it in parts.")
    if unpacked > limits.unpacked_bytes:
        raise HTTPException(413, f"The file unpacks to more than {limits.unpacked_bytes:,} bytes; send it in parts.")


def _placed(item: Page | Place | Rejected, name: str, url: str | None) -> Page | Place | Rejected:
    if isinstance(item, Page):
        return replace(item, place=replace(item.place, file=name, url=item.place.url or url))
    if isinstance(item, Place):
        return replace(item, file=name, url=item.url or url)
    return replace(item, file=name)
