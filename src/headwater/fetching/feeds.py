"""The bytes of an RSS or Atom feed → its items, with the addresses that they link to.

>>> item = "<item><title>Rain</title><link>/a</link><source url='https://agency.example/'>Agency Ost</source></item>"
>>> feed = f"<rss version='2.0'><channel><title>The Vale Post</title><ttl>30</ttl>{item}</channel></rss>"
>>> listing = read_feed_listing(feed.encode(), base="https://valepost.example/feed")
>>> [(entry.address, entry.summary.outlet) for entry in listing.entries], listing.ttl
([('https://valepost.example/a', 'Agency Ost')], 1800.0)
"""

from __future__ import annotations

import html
import io
from collections.abc import Iterator, Mapping

from headwater.fetching.addresses import absolute
from headwater.fetching.entries import Entry, Listing, moment, single
from headwater.fetching.exchanged import Fault
from headwater.fetching.settings import MINUTE
from headwater.model import FeedItem
from headwater.pages.feeds import LOOSE_PARSER_RAISES, MARKUP, TAG
from headwater.pages.spots import encodable
from headwater.pages.times import iso_time

Fields = Mapping[str, object]


def read_feed_listing(content: bytes, *, base: str) -> Listing:
    """Return the items of a feed; addresses are resolved against `base`. Nothing raises, entities stay what they are."""
    import feedparser  # noqa: PLC0415 - slow to import, and not every source is a feed

    try:
        read = feedparser.parse(io.BytesIO(content), sanitize_html=False, resolve_relative_uris=False)
    except LOOSE_PARSER_RAISES as error:
        return Listing(kind="feed", fault=_malformed(f"the feed is too broken to read ({type(error).__name__})"))
    outlet = _plain(_words(read.feed, "title"))
    fault = None
    if read.bozo and not isinstance(read.bozo_exception, feedparser.CharacterEncodingOverride):
        fault = _malformed(f"the feed breaks off or is not well-formed: {encodable(str(read.bozo_exception))[:200]}")
    entries = tuple(_entry(item, outlet, base) for item in read.entries)
    return Listing(kind="feed", entries=entries, ttl=_ttl(read.feed), fault=fault)


def _entry(item: Fields, outlet: str | None, base: str) -> Entry:
    contents = [*(_words(part, "value") for part in _parts(item, "content")), _words(item, "summary")]
    words = max(filter(None, contents), key=len, default=None)
    source = item.get("source")
    named = _plain(_words(source, "title")) if isinstance(source, Mapping) else None
    link = _words(item, "link")
    return Entry(
        address=absolute(link, base) if link else "",
        summary=FeedItem(
            title=_plain(_words(item, "title")),
            outlet=named or outlet,
            authors=_named(_parts(item, "authors"), "name"),
            published=iso_time(_words(item, "published") or _words(item, "updated")),
            tags=_named(_parts(item, "tags"), "term"),
        ),
        words=words,
        media="html" if MARKUP.search(words or "") else "text",
        changed=moment(_words(item, "updated") or _words(item, "published")),
    )


def _ttl(feed: Fields) -> float | None:
    minutes = _words(feed, "ttl") or ""
    return int(minutes) * MINUTE if minutes.isascii() and minutes.isdigit() and len(minutes) < 7 else None


def _words(fields: Fields, name: str) -> str | None:
    value = fields[name] if name in fields else None  # noqa: SIM401 - feedparser's get warns where it lends one date to another
    return encodable(value.strip()) or None if isinstance(value, str) else None


def _parts(fields: Fields, name: str) -> Iterator[Fields]:
    parts = fields.get(name)
    return (part for part in parts if isinstance(part, Mapping)) if isinstance(parts, list) else iter(())


def _named(parts: Iterator[Fields], name: str) -> tuple[str, ...]:
    found = (_plain(_words(part, name)) for part in parts)
    return tuple(dict.fromkeys(filter(None, found)))


def _plain(words: str | None) -> str | None:
    return single(html.unescape(TAG.sub("", words))) if words else None


def _malformed(detail: str) -> Fault:
    return Fault(reason="malformed", detail=detail)
