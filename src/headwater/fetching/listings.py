"""What was fetched from a source → what it is, by its content, and what it lists.

>>> kind_of_source(b"<rss version='2.0'>"), kind_of_source(b"<!doctype html><p>Rain"), kind_of_source(b"<urlset>")
('feed', 'page', 'sitemap')
"""

from __future__ import annotations

import io
from dataclasses import replace

from headwater.fetching.entries import MOST_ENTRIES, Entry, Listing, SourceKind
from headwater.fetching.exchanged import Fault
from headwater.fetching.feeds import read_feed_listing
from headwater.fetching.json_feeds import is_json_feed, read_json_feed
from headwater.fetching.sitemaps import read_sitemap
from headwater.model import Rejected
from headwater.pages.kinds import HEAD, ROOT, kind_of
from headwater.pages.sources import source_of
from headwater.pages.spots import Spot

SITEMAPS: dict[bytes, SourceKind] = {b"urlset": "sitemap", b"sitemapindex": "sitemap index"}
READERS = {"feed": read_feed_listing, "json feed": read_json_feed}


def kind_of_source(content: bytes) -> SourceKind:
    """Return what the bytes of a source are; its name and what the server calls it play no part.

    >>> kind_of_source(b'{"version": "https://jsonfeed.org/version/1.1", "items": []}'), kind_of_source(b'{"text": "Rain"}')
    ('json feed', 'page')
    """
    head = content[:HEAD]
    root = ROOT.match(head.removeprefix(b"\xef\xbb\xbf"))
    sitemap = SITEMAPS.get(root[1].lower().rpartition(b":")[2]) if root else None
    if sitemap:
        return sitemap
    kind = kind_of(head)
    if kind == "feed":
        return "feed"
    return "json feed" if kind == "rows" and is_json_feed(content) else "page"


def read_listing(content: bytes, *, base: str, limit: int) -> Listing:
    """Return what a source lists, each address once; `page` lists nothing. A gzip file is unpacked, to at most `limit` bytes.

    >>> read_listing(b"<rss version='2.0'><channel><item><link>b</link></item></channel>", base="https://a.example/x",
    ...              limit=1000).fault.reason
    'malformed'
    """
    unpacked = source_of(io.BytesIO(content), Spot(file=base), limit=limit).whole()
    if isinstance(unpacked, Rejected):
        return Listing(kind="page", fault=Fault(reason=unpacked.reason, detail=unpacked.detail))
    kind = kind_of_source(unpacked)
    if kind == "page":
        return Listing(kind="page")
    return _once_each(READERS.get(kind, read_sitemap)(unpacked, base=base))


def _once_each(listing: Listing) -> Listing:
    entries: dict[str, Entry] = {}
    for entry in listing.entries:
        entries.setdefault(entry.key, entry)
    fault = listing.fault
    if len(entries) > MOST_ENTRIES:
        fault = fault or Fault(
            reason="too large", detail=f"it lists more than {MOST_ENTRIES:,} pages; the rest is left out"
        )
    if not entries and fault is None:
        fault = Fault(reason="empty", detail=f"the {listing.kind} lists nothing")
    return replace(listing, entries=tuple(entries.values())[:MOST_ENTRIES], fault=fault)
