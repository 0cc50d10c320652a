"""What a listing says: its kind, and an entry for each page or further sitemap that it lists.

>>> entry = Entry(address="https://outlet.example/a", summary=FeedItem(title="Rain"), changed="2031-05-04")
>>> entry.key, Entry(words="Rain fell.", address="", summary=FeedItem(title="Rain")).key[:5]
('https://outlet.example/a', 'words')
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from headwater.fetching.exchanged import Fault
from headwater.model import FeedItem, Media, digest
from headwater.pages.times import iso_time

SourceKind = Literal["feed", "json feed", "sitemap", "sitemap index", "page", "folder"]
"""What a source is; `feed` is RSS or Atom."""

MOST_ENTRIES = 50_000
"""As many as a sitemap may have (sitemaps.org); what a listing has beyond is named and left out."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One thing listed."""

    address: str
    """In full, as it is listed; empty where the item links to nothing."""
    summary: FeedItem
    words: str | None = None
    """The item's own content, where it has any."""
    media: Media = "text"
    """What `words` are."""
    changed: str = ""
    """When it was changed last, as `moment` writes it; empty where the listing does not say."""
    deeper: bool = False
    """Whether it is a sitemap of an index, not a page."""

    @property
    def key(self) -> str:
        """What it is remembered under."""
        return self.address or f"words:{digest(self.words or '')}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Listing:
    """A feed or sitemap, read."""

    kind: SourceKind
    entries: tuple[Entry, ...] = ()
    """In the order to fetch them; each address once."""
    ttl: float | None = None
    """Seconds for which the listing calls itself good."""
    fault: Fault | None = None
    """What is wrong with it; `entries` are what could be read all the same."""


def single(text: str | None) -> str | None:
    r"""Return words with white space made single, None where there are none.

    >>> single(" Rain \n falls "), single(" ")
    ('Rain falls', None)
    """
    return " ".join((text or "").split()) or None


def moment(written: str | None) -> str:
    """Return a date of a listing so that later ones come later in order of the alphabet; empty for what is none.

    >>> moment("Sun, 04 May 2031 02:00:00 +0300"), moment("2031-05-04"), moment("today")
    ('2031-05-03T23:00:00+00:00', '2031-05-04', '')
    """
    plain = iso_time(written) or ""
    if "T" not in plain:
        return plain
    instant = datetime.fromisoformat(plain)
    try:
        return instant.astimezone(UTC).isoformat() if instant.tzinfo else plain
    except OverflowError:  # the first or the last day that a calendar holds
        return plain
