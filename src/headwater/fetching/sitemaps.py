"""The bytes of a sitemap, news sitemap or sitemap index → its entries, newest first.

Source: sitemaps.org, version 0.9; the news fields of `sitemap-news/0.9`. Elements are known by their local names.

>>> news = "<n:news><n:publication><n:name>The Vale Post</n:name></n:publication><n:title>Rain</n:title></n:news>"
>>> url = f"<url><loc>https://valepost.example/a</loc>{news}</url>"
>>> [entry] = read_sitemap(f"<urlset xmlns:n='x'>{url}</urlset>".encode(), base="").entries
>>> entry.address, entry.summary.title, entry.summary.outlet
('https://valepost.example/a', 'Rain', 'The Vale Post')
"""

from __future__ import annotations

import io
from collections.abc import Iterator

from lxml import etree

from headwater.fetching.addresses import absolute
from headwater.fetching.entries import MOST_ENTRIES, Entry, Listing, SourceKind, moment, single
from headwater.fetching.exchanged import Fault
from headwater.model import FeedItem
from headwater.pages.spots import encodable
from headwater.pages.times import iso_time

FIELDS = frozenset({"loc", "lastmod", "name", "publication_date", "title", "keywords"})


def read_sitemap(content: bytes, *, base: str) -> Listing:
    """Return the entries of a sitemap, those with the latest date first; addresses are resolved against `base`.

    Entities are not expanded, nothing is loaded, and a sitemap that breaks off gives what stands before the break.
    """
    kind: SourceKind = "sitemap"
    entries: list[Entry] = []
    fault = None
    try:
        for tag, fields in _elements(content):
            kind = "sitemap index" if tag == "sitemap" else kind
            if len(entries) >= MOST_ENTRIES:
                fault = Fault(reason="too large", detail=f"the sitemap has more than {MOST_ENTRIES:,} entries")
                break
            entries.append(_entry(fields, base, deeper=tag == "sitemap"))
    except etree.XMLSyntaxError as error:
        fault = Fault(reason="malformed", detail=f"the sitemap breaks off or is not well-formed: {str(error)[:200]}")
    found = [entry for entry in entries if entry.address]
    found.sort(key=lambda entry: entry.changed, reverse=True)
    return Listing(kind=kind, entries=tuple(found), fault=fault)


def _elements(content: bytes) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield each `url` and `sitemap` with the words in it by local name, one at a time."""
    read = etree.iterparse(
        io.BytesIO(content),
        events=("end",),
        tag=("{*}url", "{*}sitemap"),
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
    )
    for _, element in read:
        fields: dict[str, str] = {}
        for inner in element.iter("{*}*"):
            name = etree.QName(inner).localname
            if name in FIELDS and inner.text:
                fields.setdefault(name, encodable(str(inner.text)).strip())
        tag = str(etree.QName(element).localname)
        element.clear()
        parent = element.getparent()
        while parent is not None and element.getprevious() is not None:
            del parent[0]
        yield tag, fields


def _entry(fields: dict[str, str], base: str, *, deeper: bool) -> Entry:
    published = fields.get("publication_date", "")
    return Entry(
        address=absolute(fields.get("loc", ""), base) if fields.get("loc") else "",
        summary=FeedItem(
            title=single(fields.get("title")),
            outlet=single(fields.get("name")),
            published=iso_time(published),
            tags=tuple(dict.fromkeys(filter(None, map(single, fields.get("keywords", "").split(","))))),
        ),
        changed=moment(fields.get("lastmod") or published),
        deeper=deeper,
    )
