"""A WARC or WET archive → the pages in it, record by record.

Read: `response` and `resource` records with a web page, plain text or feed in them, and `conversion` records (WET).
Passed over, because they are no inputs: `warcinfo`, `request`, `metadata`, `revisit`, `continuation`.
Source: ISO 28500, the WARC format.

>>> sorted(OF_PAGES - OF_TEXT)[:2]
['', 'application/atom+xml']
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol, cast

from headwater.errors import MissingExtra
from headwater.model import Media, Page, Rejected
from headwater.pages.feeds import read_feed
from headwater.pages.kinds import HEAD, kind_of
from headwater.pages.payloads import Payload, payload_of
from headwater.pages.sources import BLOCK, Source
from headwater.pages.spots import Spot, page_at, rejected_at
from headwater.pages.times import iso_time

OF_TEXT = frozenset({"text/html", "application/xhtml+xml", "text/plain", "text/markdown"})
OF_PAGES = OF_TEXT | {
    *("", "application/octet-stream", "application/xml", "text/xml"),
    *("application/rss+xml", "application/atom+xml", "application/rdf+xml"),
}
"""Content types that may hold a page; what has none of `OF_TEXT` must look like markup too."""


class Headers(Protocol):
    """The headers of a record, as warcio gives them."""

    def get_header(self, name: str) -> str | None:
        """Return a header's value."""


class Limited(Protocol):
    """The bytes of a record, as warcio gives them."""

    limit: int
    """How many are still to come."""

    def read(self, length: int) -> bytes:
        """Return at most so many bytes."""


class Record(Protocol):
    """One record, as warcio gives it."""

    rec_type: str | None
    rec_headers: Headers
    raw_stream: Limited
    length: int | None


def read_archive(source: Source) -> Iterator[Page | Rejected]:
    """Yield a page or a `Rejected` for each record that should hold a page; after a fault, one `Rejected` and no more.

    Raises MissingExtra where warcio is not installed.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator  # noqa: PLC0415 - an extra
        from warcio.exceptions import ArchiveLoadFailed  # noqa: PLC0415
    except ImportError as error:
        raise MissingExtra("WARC files need the warc extra: pip install 'headwater[warc]'") from error
    records = cast("Iterator[Record]", ArchiveIterator(source.stream, no_record_parse=True))
    number = 0
    while True:
        number += 1
        spot = Spot(file=source.spot.file, member=str(number))
        try:
            record = next(records, None)
        except (ArchiveLoadFailed, ValueError) as error:
            if not source.fault():
                yield rejected_at(spot, "malformed", f"no WARC record begins here; the rest is given up: {error}")
            return
        if record is None:
            return
        if record.length is None:
            ended = not record.raw_stream.read(1)
            if not source.fault():
                yield _cut(spot) if ended else rejected_at(spot, "malformed", "the record does not say how long it is")
            return
        yield from _of_record(record, source, spot)
        if record.raw_stream.limit > 0:
            if not source.fault():
                yield _cut(spot)
            return


def _cut(spot: Spot) -> Rejected:
    return rejected_at(spot, "truncated", "the archive ends in the middle of a record; fetch it again")


def _of_record(record: Record, source: Source, spot: Spot) -> Iterator[Page | Rejected]:
    content = b""
    wanted = record.rec_type in ("response", "resource", "conversion")
    if wanted:
        content = record.raw_stream.read(source.limit + 1)
    while record.raw_stream.read(BLOCK):
        pass
    if not wanted or record.raw_stream.limit > 0:
        return
    if len(content) > source.limit:
        yield source.too_large(spot.member)
        return
    said = record.rec_headers.get_header
    found = Spot(file=spot.file, member=spot.member, url=said("WARC-Target-URI"), saved=iso_time(said("WARC-Date")))
    kind, media_type = str(record.rec_type), said("Content-Type") or ""
    if kind == "conversion":
        yield page_at(found, content, "text", declared="utf-8") if content.strip() else _blank(found)
        return
    payload = payload_of(content, media_type, limit=source.limit)
    if isinstance(payload, Payload):
        yield from _of_payload(payload, found)
    else:
        yield rejected_at(found, *payload)


def _of_payload(payload: Payload, spot: Spot) -> Iterator[Page | Rejected]:
    kind = kind_of(payload.content[:HEAD])
    if not payload.content.strip():
        yield _blank(spot)
    elif payload.media_type in OF_PAGES and kind == "feed":
        yield from read_feed(payload.content, spot)
    elif payload.media_type in OF_PAGES and kind == "html":
        yield page_at(spot, payload.content, "html", declared=payload.charset)
    elif payload.media_type in OF_TEXT and kind == "text":
        media: Media = "text" if payload.media_type in ("text/plain", "text/markdown") else "html"
        yield page_at(spot, payload.content, media, declared=payload.charset)
    else:
        yield rejected_at(spot, "not a page", f"content type {payload.media_type or 'unknown'}, content {kind}")


def _blank(spot: Spot) -> Rejected:
    return rejected_at(spot, "empty", "the record holds no content")
