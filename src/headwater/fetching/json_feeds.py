"""The bytes of a JSON Feed → its items. Source: jsonfeed.org, version 1.1 (and 1's single `author`).

>>> feed = b'''{"version": "https://jsonfeed.org/version/1.1", "title": "The Vale Post", "items": [
...     {"id": "1", "url": "/a", "title": "Rain", "content_text": "Rain fell.", "authors": [{"name": "Ana Ruiz"}]}]}'''
>>> [entry] = read_json_feed(feed, base="https://valepost.example/feed.json").entries
>>> entry.address, entry.summary.authors, entry.words
('https://valepost.example/a', ('Ana Ruiz',), 'Rain fell.')
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from headwater.fetching.addresses import absolute
from headwater.fetching.entries import MOST_ENTRIES, Entry, Listing, moment, single
from headwater.fetching.exchanged import Fault
from headwater.model import FeedItem
from headwater.pages.spots import encodable
from headwater.pages.times import iso_time

VERSION = "https://jsonfeed.org/version/"
UNREADABLE = (ValueError, RecursionError)
"""What Python's JSON reader raises at broken text, numbers without end, and brackets without end."""
Fields = Mapping[str, object]


def is_json_feed(content: bytes) -> bool:
    r"""Say whether JSON calls itself a JSON Feed, wherever in it the version stands.

    >>> is_json_feed(b'{"items": [], "version": "https:\\/\\/jsonfeed.org\\/version\\/1"}'), is_json_feed(b'{"text": "Rain"}')
    (True, False)
    """
    return b"jsonfeed.org" in content and VERSION in _text(_object(content), "version")


def read_json_feed(content: bytes, *, base: str) -> Listing:
    """Return the items of a feed; addresses are resolved against `base`. Nothing raises."""
    feed = _object(content)
    items = feed.get("items")
    if not isinstance(items, list):
        fault = Fault(reason="malformed", detail="the JSON Feed has no list of items")
        return Listing(kind="json feed", fault=fault)
    outlet = single(_text(feed, "title"))
    items = items[: 2 * MOST_ENTRIES]  # beyond it the listing is cut anyway
    entries = tuple(_entry(item, outlet, base) for item in items if isinstance(item, Mapping))
    lost = len(items) - len(entries)
    fault_of_items = Fault(reason="malformed", detail=f"{lost} items of the JSON Feed are no objects") if lost else None
    return Listing(kind="json feed", entries=entries, fault=fault_of_items)


def _object(content: bytes) -> Fields:
    try:
        read = json.loads(content)
    except UNREADABLE:
        return {}
    return read if isinstance(read, Mapping) else {}


def _entry(item: Fields, outlet: str | None, base: str) -> Entry:
    link = _text(item, "url") or _text(item, "external_url")
    markup, plain = _text(item, "content_html"), _text(item, "content_text") or _text(item, "summary")
    authors = item.get("authors") or [item.get("author")]
    tags = item.get("tags")
    return Entry(
        address=absolute(link, base) if link else "",
        summary=FeedItem(
            title=single(_text(item, "title")),
            outlet=outlet,
            authors=_distinct(_text(one, "name") for one in _list(authors) if isinstance(one, Mapping)),
            published=iso_time(_text(item, "date_published") or _text(item, "date_modified")),
            tags=_distinct(encodable(one) for one in _list(tags) if isinstance(one, str)),
        ),
        words=markup or plain or None,
        media="html" if markup else "text",
        changed=moment(_text(item, "date_modified") or _text(item, "date_published")),
    )


def _text(fields: Fields, name: str) -> str:
    value = fields.get(name)
    return encodable(value).strip() if isinstance(value, str) else ""


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _distinct(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(single, words))))
