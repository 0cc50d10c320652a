"""A WARC or WET archive → the pages in it, record by record.

Read: `response` and `resource` records with a web page, plain text or feed in them, and `conversion` records (WET).

>>> sorted(OF_PAGES - OF_TEXT)[:2]
['', 'application/atom+xml']
"""

from __future__ import annotations

from collections.abc import Iterator

from headwater.model import Media, Page, Rejected
from headwater.pages.feeds import read_feed
from headwater.pages.kinds import HEAD, kind_of
from headwater.pages.payloads import Payload, payload_of
from headwater.pages.records import Record, read_records
from headwater.pages.sources import Source
from headwater.pages.spots import Spot, page_at, rejected_at
from headwater.pages.times import iso_time

OF_TEXT = frozenset({"text/html", "application/xhtml+xml", "text/plain", "text/markdown"})
OF_PAGES = OF_TEXT | {
    *("", "application/octet-stream", "application/xml", "text/xml"),
    *("application/rss+xml", "application/atom+xml", "application/rdf+xml"),
}
"""Content types that may hold a page; what has none of `OF_TEXT` must look like markup too."""


def read_archive(source: Source) -> Iterator[Page | Rejected]:
    """Yield a page, or a `Rejected`, for each record that a server's answer or its text stands in.

    A page's address is `WARC-Target-URI`, its time `WARC-Date`, its declared encoding the one of the HTTP header.
    """
    for record in read_records(source):
        if isinstance(record, Rejected):
            yield record
        else:
            yield from _of_record(record, source)


def _of_record(record: Record, source: Source) -> Iterator[Page | Rejected]:
    said = record.headers.get
    url = said("warc-target-uri", "").strip("<>") or None  # some writers follow the letter of WARC 1.0
    spot = Spot(file=source.spot.file, member=str(record.number), url=url, saved=iso_time(said("warc-date")))
    if not record.content.strip():
        yield rejected_at(spot, "empty", "the record holds no content")
    elif said("warc-type") == "conversion":
        yield page_at(spot, record.content, "text", declared="utf-8")
    else:
        payload = payload_of(record.content, said("content-type", ""), limit=source.limit)
        yield from _of_payload(payload, spot) if isinstance(payload, Payload) else [rejected_at(spot, *payload)]


def _of_payload(payload: Payload, spot: Spot) -> Iterator[Page | Rejected]:
    kind = kind_of(payload.content[:HEAD])
    if not payload.content.strip():
        yield rejected_at(spot, "empty", "the server sent no content")
    elif payload.media_type in OF_PAGES and kind == "feed":
        yield from read_feed(payload.content, spot)
    elif payload.media_type in OF_PAGES and kind == "html":
        yield page_at(spot, payload.content, "html", declared=payload.charset)
    elif payload.media_type in OF_TEXT and kind == "text":
        media: Media = "text" if payload.media_type in ("text/plain", "text/markdown") else "html"
        yield page_at(spot, payload.content, media, declared=payload.charset)
    else:
        yield rejected_at(spot, "not a page", f"content type {payload.media_type or 'unknown'}, content {kind}")
