"""Where something was found → a `Page` or a `Rejected` that says so.

>>> spot = Spot(file="saved/a.html", url="https://outlet.example/a")
>>> page_at(spot, b"<p>Hello</p>", "html").place.url
'https://outlet.example/a'
>>> rejected_at(spot, "empty", "the file is empty").file
'saved/a.html'
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from headwater.model import FeedItem, Media, Page, Place, Reason, Rejected, digest

METHOD = "pages/1"
SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, kw_only=True, slots=True)
class Spot:
    """A `Place` before it is known which page lies there."""

    file: str
    member: str = ""
    url: str | None = None
    saved: str | None = None


def page_at(
    spot: Spot, content: bytes, media: Media, *, declared: str | None = None, summary: FeedItem | None = None
) -> Page:
    """Return the page whose bytes were found at a spot; its id depends on media and content alone.

    >>> one, two = (page_at(Spot(file=name), b"Rain.", "text") for name in ("a.txt", "b.txt"))
    >>> one.id == two.id, one.place.file
    (True, 'a.txt')
    """
    page = digest(media, content)
    place = Place(page=page, file=spot.file, member=spot.member, url=spot.url, saved=spot.saved)
    return Page(id=page, content=content, media=media, declared=declared, place=place, summary=summary)


def rejected_at(spot: Spot, reason: Reason, detail: str) -> Rejected:
    """Return the record that says why nothing could be read at a spot.

    >>> rejected_at(Spot(file="a.png", member="3"), "not a page", "an image").member
    '3'
    """
    return Rejected(file=spot.file, member=spot.member, reason=reason, detail=encodable(detail), by=METHOD)


def encodable(text: str) -> str:
    r"""Return the text with each lone surrogate replaced by U+FFFD, one for one, so that it can be written as UTF-8.

    >>> encodable("a\ud800b")
    'a�b'
    """
    return SURROGATE.sub("\ufffd", text)
