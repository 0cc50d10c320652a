"""A saved RSS or Atom feed → a page for each item that has words of its own.

>>> item = "<item><title>Rain</title><description>Rain fell in Orvale.</description></item>"
>>> feed = f"<rss version='2.0'><channel><title>The Vale Post</title>{item}</channel></rss>"
>>> [page] = read_feed(feed.encode(), Spot(file="feed.xml"))
>>> page.content, page.summary.outlet, page.place.member
(b'Rain fell in Orvale.', 'The Vale Post', '1')
"""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterable, Iterator, Mapping

from headwater.model import FeedItem, Media, Page, Rejected
from headwater.pages.spots import Spot, encodable, page_at, rejected_at
from headwater.pages.times import iso_time

Fields = Mapping[str, object]
TAG = re.compile(r"<[^<>]*>")
MARKUP = re.compile(r"<[a-zA-Z/!]|&(?:#\w{1,8}|[a-zA-Z]{2,10});")

LOOSE_PARSER_RAISES = (ValueError, LookupError, OverflowError, AssertionError, AttributeError, TypeError)
"""What feedparser lets out at broken markup: references to surrogates or to no character, an end without a beginning."""


def read_feed(content: bytes, spot: Spot) -> Iterator[Page | Rejected]:
    """Yield a page for each item with content or a summary; its media is `html` where it holds markup.

    The longest of an item's contents and summary is the page. Nothing is fetched, and nothing is cleaned away. A feed
    that breaks its own format gives what could be read, then a `Rejected`.
    """
    import feedparser  # noqa: PLC0415 - slow to import, and few inputs are feeds

    try:
        read = feedparser.parse(io.BytesIO(content), sanitize_html=False, resolve_relative_uris=False)
    except LOOSE_PARSER_RAISES as error:
        yield rejected_at(spot, "malformed", f"the feed is too broken to read: {type(error).__name__}: {error}")
        return
    outlet = _plain(_words(read.feed, "title"))
    for number, item in enumerate(read.entries, start=1):
        yield _of_item(item, outlet, spot, f"{spot.member}.{number}" if spot.member else str(number))
    if read.bozo and not isinstance(read.bozo_exception, feedparser.CharacterEncodingOverride):
        yield rejected_at(spot, "malformed", f"the feed breaks off or is not well-formed: {read.bozo_exception}")
    elif not read.entries:
        yield rejected_at(spot, "empty", "the feed has no items")


def _of_item(item: Fields, outlet: str | None, spot: Spot, member: str) -> Page | Rejected:
    found = Spot(file=spot.file, member=member, url=_words(item, "link"), saved=spot.saved)
    contents = [*(_words(part, "value") for part in _parts(item, "content")), _words(item, "summary")]
    words = max(filter(None, contents), key=len, default=None)
    if words is None:
        return rejected_at(found, "no article", "the feed's item has a title only; save the page that it links to")
    source = item.get("source")
    summary = FeedItem(
        title=_plain(_words(item, "title")),
        outlet=(_plain(_words(source, "title")) if isinstance(source, Mapping) else None) or outlet,
        authors=_named(_parts(item, "authors"), "name"),
        published=iso_time(_words(item, "published") or _words(item, "updated")),
        tags=_named(_parts(item, "tags"), "term"),
    )
    media: Media = "html" if MARKUP.search(words) else "text"
    return page_at(found, words.encode(), media, declared="utf-8", summary=summary)


def _words(fields: Fields, name: str) -> str | None:
    value = fields[name] if name in fields else None  # noqa: SIM401 - feedparser's get warns where it lends one date to another
    return encodable(value.strip()) or None if isinstance(value, str) else None


def _parts(fields: Fields, name: str) -> list[Fields]:
    parts = fields.get(name)
    return [part for part in parts if isinstance(part, Mapping)] if isinstance(parts, list) else []


def _named(parts: Iterable[Fields], name: str) -> tuple[str, ...]:
    found = (_plain(_words(part, name)) for part in parts)
    return tuple(dict.fromkeys(filter(None, found)))


def _plain(words: str | None) -> str | None:
    """Return the words without markup, entities resolved, white space made single."""
    return " ".join(html.unescape(TAG.sub("", words)).split()) or None if words else None
