"""What was fetched, or what an item says of itself → a `Page` or a `Rejected`, as a saved page would give it.

>>> entry = Entry(address="https://valepost.example/a", summary=FeedItem(outlet="Agency Ost"), words="Rain fell.")
>>> page = page_of_words(entry, "https://valepost.example/feed")
>>> page.content, page.place.file, page.place.member, page.summary.outlet
(b'Rain fell.', 'https://valepost.example/feed', 'https://valepost.example/a', 'Agency Ost')
"""

from __future__ import annotations

from headwater.fetching.entries import Entry
from headwater.fetching.exchanged import Fault
from headwater.fetching.following import Fetched
from headwater.model import FeedItem, Media, Page, Rejected
from headwater.pages.kinds import HEAD, Kind, binary_name, kind_of
from headwater.pages.payloads import CHARSET
from headwater.pages.reading import NOT_WORDS
from headwater.pages.spots import Spot, encodable, page_at

METHOD = "fetching/1"
HTML_TYPES = ("text/html", "application/xhtml+xml")
NO_TEXT_TYPES = ("json", "javascript", "ecmascript", "css", "csv")
CALLED: dict[Kind, str] = {
    "feed": "a feed; watch it as a source of its own",
    "gzip": "a gzip file",
    "mhtml": "a saved message; add it as a file",
    "rows": "JSON",
    "warc": "a web archive; add it as a file",
    "xml": "XML that is no web page",
}


def page_of(fetched: Fetched, listed: str, summary: FeedItem | None) -> Page | Rejected:
    """Return what stands at an address as a page. `listed` is the address as the user or the listing writes it.

    Only HTML and text come in this way: a row of a ready article or an archive could claim any address and outlet.
    """
    content = fetched.content
    media_type = fetched.content_type.partition(";")[0].strip().lower()
    media = _media(kind_of(content[:HEAD]), media_type, content)
    if isinstance(media, Fault):
        return rejected(listed, media)
    charset = CHARSET.search(fetched.content_type)
    spot = Spot(file=encodable(listed), url=fetched.address.text, saved=fetched.saved)
    return page_at(spot, content, media, declared=charset[1] if charset else None, summary=summary)


def page_of_words(entry: Entry, source: str) -> Page | None:
    """Return an item's own words as a page, found in the feed under the item's address; None where it has none."""
    if not entry.words:
        return None
    spot = Spot(file=encodable(source), member=encodable(entry.key), url=entry.address or None)
    return page_at(spot, entry.words.encode(), entry.media, declared="utf-8", summary=entry.summary)


def rejected(file: str, fault: Fault, *, member: str = "") -> Rejected:
    """Return the record that says why nothing could be had."""
    detail = encodable(fault.detail)
    return Rejected(file=encodable(file), member=encodable(member), reason=fault.reason, detail=detail, by=METHOD)


def _media(kind: Kind, media_type: str, content: bytes) -> Media | Fault:
    if not content.translate(None, NOT_WORDS):
        return Fault(reason="empty", detail="the server sent nothing but white space")
    if kind == "html" or (media_type in HTML_TYPES and kind in ("text", "xml")):
        return "html"
    if kind == "binary":
        name = binary_name(content[:HEAD])
        return Fault(reason="binary", detail=f"it is {name}; news pages are HTML or text")
    if kind == "text" and not any(name in media_type for name in NO_TEXT_TYPES):
        return "text"
    return Fault(reason="not a page", detail=f"it is {CALLED.get(kind, media_type)}")
