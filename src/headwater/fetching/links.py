"""The pages that a source lists: fetched once, again when the listing says that they changed, and again after hours.

What enters: entries of listings. What leaves: their pages, each followed by its record in the memory once it was taken.
A page that fails for a reason that may pass waits for later rounds; one that cannot be had gives way to the item's own
words, or to a `Rejected`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from headwater.fetching.entries import Entry
from headwater.fetching.errands import Errand
from headwater.fetching.exchanged import Fault
from headwater.fetching.following import Fetched, Unchanged
from headwater.fetching.found import page_of, page_of_words, rejected
from headwater.fetching.means import Means, host_of
from headwater.fetching.memory import Remembered
from headwater.fetching.settings import MINUTE
from headwater.model import Page

MOST_FAILURES = 8
"""After so many in a row, some ten hours, a page is given up."""
MOST_FAILURES_WITH_WORDS = 4
"""Likewise where the item's own words can take its place: some half an hour."""
FIRST_PAUSE = 5 * MINUTE
"""After the first failure of a page; it doubles with each."""
SHORTEST_CHANGE = 30 * MINUTE
"""A page is asked for again no sooner: some feeds give every item the time of the request as its date."""
NO_LINK = Fault(reason="no article", detail="the feed's item has neither words nor a link")


class Links:
    """The links of one source."""

    def __init__(self, source: str, means: Means) -> None:
        """Begin with none."""
        self._source = source
        self._means = means
        self._waiting: dict[str, Entry] = {}
        self._again: dict[str, Entry] = {}

    @property
    def waiting(self) -> int:
        """How many are still to be had."""
        return len(self._waiting)

    def add(self, entries: Iterable[Entry]) -> None:
        """Put those that are new or changed before those that wait already."""
        now = self._means.machine.now()
        fresh: dict[str, Entry] = {}
        for entry in entries:
            known = self._means.memory.recall(entry.key)
            if known is None or known.failures or entry.changed > known.listed:
                fresh[entry.key] = entry
            elif known.final and known.first + self._means.settings.recheck_until > now:
                self._again[entry.key] = _bare(entry)
        self._waiting = {**fresh, **{key: entry for key, entry in self._waiting.items() if key not in fresh}}

    def errands(self) -> tuple[Errand, ...]:
        """Return what is to do this round, one errand a host, so that a slow one does not hold up the others."""
        hosts: dict[str, list[Entry]] = {}
        room = self._means.settings.links_a_round
        for entry in chain(self._ready(), self._rechecks()):
            host = host_of(entry.address)
            entries = hosts.setdefault(host, [])
            if len(entries) < self._means.requests_a_round(host) and not self._means.rests(host):
                entries.append(entry)
                room -= 1
            if not room:
                break
        return tuple(self._one_by_one(entries) for entries in hosts.values())

    def _ready(self) -> Iterator[Entry]:
        now = self._means.machine.now()
        for entry in self._waiting.values():
            known = self._means.memory.recall(entry.key)
            if known is None or now >= max(known.not_before, known.last + (SHORTEST_CHANGE if known.seen else 0.0)):
                yield entry

    def _rechecks(self) -> Iterator[Entry]:
        now, settings = self._means.machine.now(), self._means.settings
        for key, entry in tuple(self._again.items()):
            known = self._means.memory.recall(key)
            if known is None or known.first + settings.recheck_until <= now:
                del self._again[key]
            elif max(known.last + settings.recheck, known.not_before) <= now and key not in self._waiting:
                yield entry

    def _one_by_one(self, entries: Iterable[Entry]) -> Errand:
        for entry in entries:
            yield from self._link(entry)

    def _link(self, entry: Entry) -> Errand:
        memory, now = self._means.memory, self._means.machine.now
        known = memory.recall(entry.key)
        outcome = (yield from self._means.follower.fetch(entry.address, "page", known)) if entry.address else NO_LINK
        at = replace(known or Remembered(first=now()), last=now(), failures=0, not_before=0.0)
        at = replace(at, listed=max(at.listed, entry.changed))
        if isinstance(outcome, Fetched):
            yield from self._fetched(entry, outcome, at)
        elif isinstance(outcome, Unchanged):
            memory.remember(entry.key, at)
        elif outcome.resting:
            return
        elif outcome.passes and (known.failures if known else 0) + 1 < _patience(entry):
            self._failed(entry, known)
            return
        else:
            yield from self._not_to_be_had(entry, outcome, at)
        self._waiting.pop(entry.key, None)

    def _fetched(self, entry: Entry, fetched: Fetched, at: Remembered) -> Errand:
        found = page_of(fetched, entry.address, entry.summary)
        if not isinstance(found, Page):
            yield from self._not_to_be_had(entry, Fault(reason=found.reason, detail=found.detail), at)
            return
        if found.id != at.seen:
            yield found
        self._again[entry.key] = _bare(entry)
        validators = replace(at, etag=fetched.etag, last_modified=fetched.last_modified)
        self._means.memory.remember(entry.key, replace(validators, final=fetched.address.text, seen=found.id))

    def _failed(self, entry: Entry, known: Remembered | None) -> None:
        now = self._means.machine.now()
        failures = known.failures if known else 0
        until = now + self._means.pause(failures=failures, least=FIRST_PAUSE)
        at = replace(known or Remembered(first=now), failures=failures + 1, not_before=until)
        self._means.memory.remember(entry.key, at)

    def _not_to_be_had(self, entry: Entry, fault: Fault, at: Remembered) -> Errand:
        """Give the item's own words, unless the page itself was had before: then it keeps what it was."""
        self._again.pop(entry.key, None)
        words = None if at.final else page_of_words(entry, self._source)
        if words is None:
            yield rejected(entry.address or self._source, fault, member="" if entry.address else entry.key)
        elif words.id != at.seen:
            yield words
        self._means.memory.remember(entry.key, replace(at, seen=words.id) if words else at)


def _patience(entry: Entry) -> int:
    return MOST_FAILURES_WITH_WORDS if entry.words else MOST_FAILURES


def _bare(entry: Entry) -> Entry:
    """Return the entry without its words, which it no longer needs and which may be long."""
    return replace(entry, words=None)
