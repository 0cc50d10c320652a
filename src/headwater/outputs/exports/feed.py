"""What a feed holds, before it is known whether Atom or JSON Feed is written: entries with ids and times of their own.

>>> entry = Entry(id="urn:x", title="Boats sink", home=None, live=None, related=(), authors=("Tern",), published=None,
...               updated="2031-05-12T00:00:00Z", words="Nine boats sank.", tags=(), language="en")
>>> Feed(id="urn:f", title="Boats", subtitle="", home=None, own=None, entries=newest([entry])).updated
'2031-05-12T00:00:00Z'
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from headwater.outputs.exports.instants import EPOCH

ENTRIES = 200
"""Newest entries that a feed holds."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One report, one point in dispute or one statement."""

    id: str
    """A URI that never changes."""
    title: str
    home: str | None
    """Its page on the desk."""
    live: str | None
    """The page of the outlet."""
    related: tuple[str, ...]
    """Other pages that it is about."""
    authors: tuple[str, ...]
    published: str | None
    """RFC 3339; None where the page gives no time."""
    updated: str
    """RFC 3339: when it was published, never when it was written."""
    words: str
    """Plain text."""
    tags: tuple[str, ...]
    language: str | None
    rights: str | None = None
    """The outlet's own words about its rights."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Feed:
    """A list of entries, newest first."""

    id: str
    title: str
    subtitle: str
    home: str | None
    """Its page on the desk."""
    own: str | None
    """Where the feed itself is fetched."""
    entries: tuple[Entry, ...]
    """See `newest`."""

    @property
    def updated(self) -> str:
        """The time of its newest entry, RFC 3339."""
        return self.entries[0].updated if self.entries else EPOCH


def newest(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the entries that a feed holds: the newest, each id once.

    >>> newest([])
    ()
    """
    once = {entry.id: entry for entry in entries}
    in_order = sorted(sorted(once.values(), key=lambda entry: entry.id), key=lambda entry: entry.updated, reverse=True)
    return tuple(in_order[:ENTRIES])
