"""The bytes of a sitemap, news sitemap or sitemap index → its entries, newest first.

Source: sitemaps.org, version 0.9; the news fields of `sitemap-news/0.9`. Elements are known by their local names.

>>> news = "<n:news><n:publication><n:name>The Vale Post</n:name></n:publication><n:title>Rain</n:title></n:news>"
>>> url = f"<url><loc>https://valepost.example/a</loc>{news}</url>"
>>> [entry] = read_sitemap(f"<urlset xmlns:n='x'>{url}</urlset>".encode(), base="").entries
>>> entry.address, entry.summary.title, entry.summary.outlet
('https://valepost.example/a', 'Rain', 'The Vale Post')
"""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element as Element

from headwater.fetching.addresses import absolute
from headwater.fetching.entries import Entry, Listing, moment, single
from headwater.fetching.exchanged import Fault
from headwater.fetching.markup import read_elements
from headwater.model import FeedItem
from headwater.pages.spots import encodable
from headwater.pages.times import iso_time

FIELDS = frozenset({"loc", "lastmod", "name", "publication_date", "title", "keywords"})


def read_sitemap(content: bytes, *, base: str) -> Listing:
    """Return the entries of a sitemap, those with the latest date first; addresses are resolved against `base`."""
    found, trouble = read_elements(content, ("{*}url", "{*}sitemap"), lambda element: _entry(element, base))
    entries = [entry for entry in found if entry.address]
    entries.sort(key=lambda entry: entry.changed, reverse=True)
    fault = None
    if trouble:
        detail = f"the sitemap breaks off or is not well-formed: {encodable(trouble)}"
        fault = Fault(reason="malformed", detail=detail)
    deeper = any(entry.deeper for entry in entries)
    return Listing(kind="sitemap index" if deeper else "sitemap", entries=tuple(entries), fault=fault)


def _entry(element: Element, base: str) -> Entry:
    fields: dict[str, str] = {}
    for inner in element.iter("{*}*"):
        name = etree.QName(inner).localname
        if name in FIELDS and inner.text:
            fields.setdefault(name, encodable(inner.text).strip())
    published = fields.get("publication_date", "")
    return Entry(
        address=absolute(fields["loc"], base) if fields.get("loc") else "",
        summary=FeedItem(
            title=single(fields.get("title")),
            outlet=single(fields.get("name")),
            published=iso_time(published),
            tags=tuple(dict.fromkeys(filter(None, map(single, fields.get("keywords", "").split(","))))),
        ),
        changed=moment(fields.get("lastmod") or published),
        deeper=etree.QName(element).localname == "sitemap",
    )
