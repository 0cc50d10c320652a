"""One address that is watched, from round to round: a feed, a sitemap, an index of sitemaps, or a page of its own.

What enters: the address as the user writes it. What leaves: an errand that hands over what stands there. What it is, its
content says, each time anew. Its validators are remembered only when all that it listed was fetched, so that a watch
that ends in between lists the rest again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from operator import itemgetter

from headwater.fetching.entries import MOST_ENTRIES, Entry, Listing
from headwater.fetching.errands import Errand, Together, Until
from headwater.fetching.exchanged import Fault
from headwater.fetching.following import Fetched
from headwater.fetching.found import page_of, rejected
from headwater.fetching.links import Links
from headwater.fetching.listings import read_listing
from headwater.fetching.means import Means, host_of
from headwater.fetching.memory import Remembered
from headwater.model import Page, digest

MOST_SITEMAPS = 20
"""How many sitemaps of an index are looked at in one round; those looked at longest ago come first."""
MAX_AGE = re.compile(r"(?:^|[\s,])max-age=\"?(\d{1,9})")
REST = Fault(reason="unreadable", detail="it failed before and is left alone for now; run again later")


class WatchedAddress:
    """A source on the web. It lives as long as the watch."""

    def __init__(self, source: str, means: Means) -> None:
        """Know nothing of it yet."""
        self._source = source
        self._means = means
        self._links = Links(source, means)
        self._sitemaps: dict[str, Entry] = {}
        self._indexes: set[str] = set()
        """Not remembered: each run reads an index anew, for what it lists."""
        self._read: dict[str, Remembered] = {}
        """Listings read, kept back until all that they list was fetched."""
        self._told: dict[str, str] = {}
        self._due = 0.0
        self._ttl: float | None = None

    def errand(self, rounds: int | None) -> Errand:
        """Look at the source again and again, `rounds` times; None: for ever."""
        known = self._means.memory.recall(self._source)
        if known and known.not_before > self._means.machine.now():
            self._due = known.not_before
            if rounds is not None:
                yield rejected(self._source, REST)
                rounds -= 1
        for _ in count() if rounds is None else range(rounds):
            yield Until(time=self._due)
            yield from self._round()

    def _round(self) -> Errand:
        yield from self._look(self._source)
        for entry in self._sitemaps_due():
            yield from self._look(entry.address, entry)
        yield Together(errands=self._links.errands())
        if not self._links.waiting:
            for address in self._read.keys() - self._indexes:
                self._means.memory.remember(address, self._read[address])

    def _look(self, address: str, entry: Entry | None = None) -> Errand:
        """Fetch a listing and take in what it lists; `entry` is what an index says of it."""
        known = self._read.get(address) or self._means.memory.recall(address)
        outcome = yield from self._means.follower.fetch(address, "listing", known)
        now = self._means.machine.now()
        if isinstance(outcome, Fault):
            yield from self._failed(address, outcome)
            return
        if known and known.failures:
            self._told.pop(address, None)
            self._means.memory.remember(address, replace(known, failures=0, not_before=0.0))
        at = replace(known or Remembered(first=now), last=now, failures=0, not_before=0.0)
        at = replace(at, listed=entry.changed if entry else "")
        if isinstance(outcome, Fetched):
            at = replace(at, etag=outcome.etag, last_modified=outcome.last_modified)
            at = replace(at, final=outcome.address.text, seen=digest(outcome.content))
            if known is None or known.seen != at.seen:
                yield from self._take_in(address, outcome)
        self._read[address] = at
        if address == self._source:
            self._due = now + self._interval(outcome.cache_control)

    def _take_in(self, address: str, fetched: Fetched) -> Errand:
        listing = read_listing(fetched.content, base=fetched.address.text, limit=self._means.settings.max_listing_bytes)
        fault = listing.fault
        if listing.kind == "page" and not fault:
            found = page_of(fetched, address, None)
            longest = self._means.settings.pages.max_page_bytes
            if not isinstance(found, Page):
                fault = Fault(reason=found.reason, detail=found.detail)
            elif len(found.content) > longest:
                fault = Fault(reason="too large", detail=f"it has more than {longest:,} bytes; see PageSettings")
            else:
                yield found
        if fault:
            yield from self._tell(address, fault)
        else:
            self._told.pop(address, None)
        if address == self._source:
            self._ttl = listing.ttl
            self._sitemaps.clear()
        self._add(address, listing)

    def _add(self, address: str, listing: Listing) -> None:
        if listing.kind == "sitemap index":
            self._indexes.add(address)
        for entry in listing.entries:
            if entry.deeper and entry.address != self._source and len(self._sitemaps) < MOST_ENTRIES:
                self._sitemaps[entry.address] = entry
        self._links.add(entry for entry in listing.entries if not entry.deeper)

    def _sitemaps_due(self) -> Iterator[Entry]:
        """Yield sitemaps of the index that are new, changed or undated, while there is room for what they list."""
        now = self._means.machine.now()
        due: list[tuple[float, Entry]] = []
        for address, entry in self._sitemaps.items():
            known = self._read.get(address) or self._means.memory.recall(address)
            if known is None or ((not entry.changed or entry.changed > known.listed) and known.not_before <= now):
                due.append((known.last if known else 0.0, entry))
        due.sort(key=itemgetter(0))
        for _, entry in due[:MOST_SITEMAPS]:
            if self._links.waiting < MOST_ENTRIES:
                yield entry

    def _failed(self, address: str, fault: Fault) -> Errand:
        """Leave it alone for longer each time, and say why once."""
        yield from self._tell(address, fault)
        self._read.pop(address, None)
        means = self._means
        now = means.machine.now()
        known = means.memory.recall(address) or Remembered(first=now)
        until = means.lines.rests_until(host_of(address))
        if not fault.resting:
            until = max(until, now + means.pause(failures=known.failures, least=means.settings.interval))
            failed = replace(known, last=now, failures=known.failures + 1, not_before=until)
            means.memory.remember(address, failed)
        if address == self._source:
            self._due = until

    def _tell(self, address: str, fault: Fault) -> Errand:
        if self._told.get(address) != fault.detail:
            self._told[address] = fault.detail
            yield rejected(address, fault)

    def _interval(self, cache_control: str) -> float:
        """Return how long the source may be left alone, by its own words within the bounds of the settings."""
        settings = self._means.settings
        age = MAX_AGE.search(cache_control.lower())
        stated = self._ttl or (float(age[1]) if age else 0.0) or settings.interval
        return min(max(stated, settings.shortest_interval), settings.longest_interval)
