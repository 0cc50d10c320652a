"""Tier 1, evidence: bytes as they were saved or received, and inputs that could not be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Media = Literal["html", "text", "ready"]
"""What a page's bytes are: a web page, a plain-text dump (Markdown included), or one JSON row of a ready article."""

Reason = Literal[
    "unreadable",  # the file or record could not be opened or read
    "empty",  # nothing but white space
    "binary",  # neither text nor markup
    "too large",  # above Settings.max_page_bytes
    "truncated",  # an archive that ends in the middle
    "malformed",  # a container (WARC, feed, JSON lines, MHTML) that breaks its own format
    "not a page",  # an image, style sheet, script or the like inside an archive
    "no article",  # a page without a news text in it
    "time limit",  # given up on after Settings.seconds_per_page
    "crashed",  # the engine's edge: a fault of ours or of a library, named in `detail`
]


def labelled(file: str, member: str) -> str:
    """Return what a file, or a record inside it, is shown under.

    >>> labelled("a.warc", "3"), labelled("a.html", "")
    ('a.warc#3', 'a.html')
    """
    return f"{file}#{member}" if member else file


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Place:
    """Where a page was found. The same page found twice has two places."""

    page: str
    """Id of the page that lies here."""
    file: str
    """The path as the user gave it (“-” is standard input)."""
    member: str = ""
    """Which record of the file: “3” in a WARC or feed, the row's own `id` in JSON lines; empty for a whole file."""
    url: str | None = None
    """The address that the page was saved from, where the container or the page's own JSON says so."""
    saved: str | None = None
    """When it was saved (WARC-Date, MHTML Date), ISO 8601; None where the container does not say."""

    @property
    def label(self) -> str:
        """What it is shown under: the file, and the member where there is one (`a.warc#3`)."""
        return labelled(self.file, self.member)


@dataclass(frozen=True, kw_only=True, slots=True)
class Page:
    """Bytes as they were saved, never changed."""

    id: str
    """Digest of `media` and `content`."""
    content: bytes
    media: Media
    declared: str | None
    """Encoding named by the container (HTTP header, MHTML part); None where it names none."""
    place: Place
    """The first place where it was found."""
    summary: FeedItem | None = None
    """What the feed said: of its item, where the page is one (`place.member` is set), else of the page that it led to."""


@dataclass(frozen=True, kw_only=True, slots=True)
class FeedItem:
    """The fields of one item of a feed, saved or watched, as the feed gives them."""

    title: str | None = None
    outlet: str | None = None
    """The item's own `<source>`, else the feed's title."""
    authors: tuple[str, ...] = ()
    published: str | None = None
    """ISO 8601 date or instant."""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Rejected:
    """An input that could not be read, with the reason: data, never silence."""

    file: str
    member: str = ""
    page: str | None = None
    """Id of the page, where there was one."""
    reason: Reason
    detail: str = ""
    """One sentence that names the thing and the fix."""
    by: str
    """Method that gave it up, like `pages/1`."""

    @property
    def label(self) -> str:
        """What it is shown under: the file, and the member where there is one (`a.warc#3`)."""
        return labelled(self.file, self.member)
