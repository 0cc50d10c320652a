"""The bytes of an RSS or Atom feed → its items, with the addresses that they link to.

RSS 0.9 to 2.0 and Atom are told apart by the names of their elements. It is read here and not by feedparser, which is made
for feeds that somebody chose to save: a hostile one can keep it busy for minutes.

>>> item = "<item><title>Rain</title><link>/a</link><source url='https://agency.example/'>Agency Ost</source></item>"
>>> feed = f"<rss version='2.0'><channel><title>The Vale Post</title><ttl>30</ttl>{item}</channel></rss>"
>>> listing = read_feed_listing(feed.encode(), base="https://valepost.example/feed")
>>> [(entry.address, entry.summary.outlet) for entry in listing.entries], listing.ttl
([('https://valepost.example/a', 'Agency Ost')], 1800.0)
"""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from lxml import etree
from lxml.etree import _Element as Element

from headwater.fetching.addresses import absolute
from headwater.fetching.entries import Entry, Listing, moment, single
from headwater.fetching.exchanged import Fault
from headwater.fetching.markup import read_elements, text_of
from headwater.fetching.settings import MINUTE
from headwater.model import FeedItem
from headwater.pages.feeds import MARKUP, TAG
from headwater.pages.spots import encodable
from headwater.pages.times import iso_time

ITEMS = ("item", "entry")
TAGS = ("{*}item", "{*}entry", "{*}title", "{*}ttl")
TERMS = "dc:"
"""What fields of the Dublin Core are called here, so that `dc:source` is no `source`."""
PREFIXES = {
    "http://purl.org/dc/elements/1.1/": TERMS,
    "http://purl.org/dc/terms/": TERMS,
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://www.w3.org/2005/Atom": "",
    "http://purl.org/atom/ns#": "",
}
PUBLISHED = (
    "pubDate",
    "published",
    "issued",
    "dc:date",
    "dc:issued",
    "dc:created",
    "updated",
    "modified",
    "dc:modified",
)
CHANGED = ("updated", "modified", "dc:modified", *PUBLISHED)
WORDS = ("description", "summary", "content", "content:encoded")
IN_BRACKETS = re.compile(r"\(([^()]{1,200})\)\s{0,9}$")
LONGEST_NAME = 300
BASE = "{http://www.w3.org/XML/1998/namespace}base"

Fields = dict[str, list[Element]]


@dataclass(frozen=True, kw_only=True, slots=True)
class _OfFeed:
    """A field of the feed itself."""

    name: str
    text: str


def read_feed_listing(content: bytes, *, base: str) -> Listing:
    """Return the items of a feed; addresses are resolved against `base`. Nothing raises, and no entity is expanded."""
    found, trouble = read_elements(content, TAGS, lambda element: _part(element, base))
    of_feed: dict[str, str] = {}
    for part in found:
        if isinstance(part, _OfFeed):
            of_feed.setdefault(part.name, part.text)
    outlet = _plain(of_feed.get("title"))
    entries = [part for part in found if isinstance(part, Entry)]
    fault = None
    if trouble:
        fault = Fault(reason="malformed", detail=f"the feed breaks off or is not well-formed: {encodable(trouble)}")
    return Listing(
        kind="feed",
        entries=tuple(entry if entry.summary.outlet else _from(outlet, entry) for entry in entries),
        ttl=_seconds(of_feed.get("ttl", "").strip()),
        fault=fault,
    )


def _part(element: Element, base: str) -> Entry | _OfFeed | None:
    name = _name(element)
    if name in ITEMS:
        return _entry(element, base)
    parent = element.getparent()
    if parent is not None and _name(parent) in ("channel", "feed"):
        return _OfFeed(name=name, text=text_of(element))
    return None


def _entry(item: Element, base: str) -> Entry | None:
    fields: Fields = defaultdict(list)
    for child in item:
        if isinstance(child.tag, str):
            fields[_name(child, item)].append(child)
    words = max((_inner(one) for name in WORDS for one in fields[name]), key=len, default="").strip()
    address = _address(fields, base)
    title = _plain(next((text_of(one) for one in fields["title"]), None))
    if not (words or address or title):
        return None
    return Entry(
        address=address,
        summary=FeedItem(
            title=title,
            outlet=_outlet(fields["source"]),
            authors=_distinct(_author(one) for name in ("author", "dc:creator") for one in fields[name]),
            published=next(filter(None, map(iso_time, _said(fields, PUBLISHED))), None),
            tags=_distinct(_tag(one) for name in ("category", "dc:subject") for one in fields[name]),
        ),
        words=encodable(words) or None,
        media="html" if MARKUP.search(words) else "text",
        changed=next(filter(None, map(moment, _said(fields, CHANGED))), ""),
    )


def _name(element: Element, item: Element | None = None) -> str:
    """Return the local name of a field; one of a module that is not known here keeps its namespace, and is left alone."""
    name = etree.QName(element)
    if item is not None and name.namespace != etree.QName(item).namespace:
        return str(PREFIXES.get(name.namespace or "", f"{{{name.namespace}}}")) + str(name.localname)
    return str(name.localname)


def _address(fields: Fields, base: str) -> str:
    """Return the link of RSS (its text), else of Atom (`alternate`), else a `guid` that is an address."""
    plain = [(one, (one.text or "").strip()) for one in fields["link"]]
    linked = [
        (one, one.get("href", "").strip()) for one in fields["link"] if one.get("rel", "alternate") == "alternate"
    ]
    guids = [(one, (one.text or "").strip()) for one in fields["guid"] if one.get("isPermaLink", "true") != "false"]
    named = [(one, guid) for one, guid in guids if guid.startswith(("http://", "https://"))]
    for element, link in [*plain, *linked, *named]:
        if link:
            return encodable(absolute(link, absolute(_base(element), base)))
    return ""


def _base(element: Element) -> str:
    """Return the nearest `xml:base` (an address itself, or relative to the feed's)."""
    return next((one.get(BASE) or "" for one in (element, *element.iterancestors()) if one.get(BASE)), "")


def _outlet(sources: Iterable[Element]) -> str | None:
    """Return the name in `<source>`: its text in RSS, its title in Atom."""
    for source in sources:
        title = next((child for child in source if isinstance(child.tag, str) and _name(child) == "title"), source)
        name = _plain(text_of(title))
        if name:
            return name
    return None


def _author(element: Element) -> str | None:
    """Return the name: that in brackets after an e-mail address (RSS), or that of `<name>` (Atom)."""
    name = next((child for child in element if isinstance(child.tag, str) and _name(child) == "name"), None)
    if name is not None:
        return _plain(text_of(name))
    text = (_plain(element.text) or "")[:LONGEST_NAME]
    bracketed = IN_BRACKETS.search(text)
    return bracketed[1].strip() if bracketed and "@" in text else None if "@" in text else text


def _tag(element: Element) -> str | None:
    return _plain(element.get("label") or element.get("term") or element.text)


def _inner(element: Element) -> str:
    """Return the words or markup in an element, markup that was not escaped included."""
    inside = [etree.tostring(child, encoding="unicode") for child in element if isinstance(child.tag, str)]
    return (element.text or "") + "".join(inside)


def _said(fields: Fields, names: Iterable[str]) -> Iterable[str]:
    return ((one.text or "").strip() for name in names for one in fields[name])


def _seconds(minutes: str) -> float | None:
    return int(minutes) * MINUTE if minutes.isascii() and minutes.isdigit() and len(minutes) < 7 else None


def _distinct(words: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, words)))


def _plain(words: str | None) -> str | None:
    return single(encodable(html.unescape(TAG.sub("", words)))) if words else None


def _from(outlet: str | None, entry: Entry) -> Entry:
    return replace(entry, summary=replace(entry.summary, outlet=outlet))
