r"""What `headwater watch` does: sources into a desk, each page named after it is kept, until it is told to stop.

>>> listed("# weather\nhttps://outlet.example/feed  # hourly\n\nincoming/\n")
['https://outlet.example/feed', 'incoming/']
"""

from __future__ import annotations

import re
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from headwater.cli.adding import Tally, acknowledge, finish
from headwater.cli.keeping import BUSY, but_itself, desk_to_grow, desk_to_read, when_free
from headwater.cli.session import Session
from headwater.cli.stopping import Stop, stopping
from headwater.desk import StoredDesk, open_desk
from headwater.engine import Here
from headwater.errors import MissingExtra, StoreError, UsageError
from headwater.pages import PageSettings
from headwater.store import Store
from headwater.wire import packed, unpacked

try:
    from headwater.fetching import FetchSettings, Remembered, watch
except ModuleNotFoundError as error:
    raise MissingExtra(f"watching needs the watch extra ({error.name}): pip install 'headwater[watch]'") from error

_COMMENT = re.compile(r"(?:^|\s)#.*")
PAUSE = 10.0
"""Seconds after which what is known of addresses is kept, though no page came."""
QUIET = 2.0
"""Seconds without anything new after which stories are compared …"""
LONGEST = 60.0
"""… and after which they are though more is coming."""


class Turns:
    """A desk that is written a moment at a time, so that people can correct it and others add to it meanwhile."""

    def __init__(self, path: Path, session: Session, stop: Stop) -> None:
        """Take turns at a desk that is there."""
        self._path = path
        self._session = session
        self._stop = stop
        self._told = False
        self._mine = False

    @contextmanager
    def take(self) -> Iterator[StoredDesk]:
        """Yield the desk, to be written; raises `StoreError` where it stays busy until somebody stops the run."""
        try:
            with when_free(self._opened, self._wait) as desk:
                self._mine = True
                yield desk
        finally:
            self._mine = False

    def _opened(self) -> StoredDesk:
        return open_desk(self._path, write=True, engine=Here(), settings=self._session.settings)

    def _wait(self) -> bool:
        if not (self._told or self._mine):
            self._session.say(f"{self._path} {BUSY}; going on when it is free")
            self._told = True
        return not self._stop.asked


class Views:
    """Compares the stories that changed as soon as nothing more comes, or at last after a while."""

    def __init__(self, turns: Turns) -> None:
        """Compare in turns."""
        self._turns = turns
        self._since: float | None = None
        self._timer: threading.Timer | None = None
        self._trouble: StoreError | None = None

    def wait(self) -> None:
        """Leave the stories for later; raises what went wrong when it was last tried."""
        if self._trouble is not None:
            raise self._trouble
        now = time.monotonic()
        self._since = self._since or now
        if now > self._since + LONGEST:
            self.settle()
            return
        self._timer = threading.Timer(QUIET, self._settle)
        self._timer.daemon = True  # what it leaves undone is done by the next run
        self._timer.start()

    def hold(self) -> None:
        """Something came."""
        if self._timer is not None:
            self._timer.cancel()

    def settle(self) -> None:
        """Compare the stories that changed now."""
        self.hold()
        with self._turns.take() as desk:
            desk.settle()
        self._since = None

    def _settle(self) -> None:
        try:
            self.settle()
        except StoreError as error:
            self._trouble = error


class DeskMemory:
    """What a watch knows of addresses, kept in the desk; never before the pages that it knows them by are."""

    def __init__(self, store: Store, turns: Turns) -> None:
        """Recall from a store that is read, remember in turns."""
        self._store = store
        self._turns = turns
        self._waiting: dict[str, Remembered] = {}
        self._written = time.monotonic()

    def recall(self, address: str) -> Remembered | None:
        """Return what was remembered last of the address, None where nothing was."""
        if address in self._waiting:
            return self._waiting[address]
        record = self._store.recall(address)
        return None if record is None else unpacked(record, Remembered)

    def remember(self, address: str, remembered: Remembered) -> None:
        """Put the record in the place of the earlier one; it is kept with the next page, or after a while."""
        self._waiting[address] = remembered
        if time.monotonic() > self._written + PAUSE:
            self.keep()

    def keep(self, store: Store | None = None) -> None:
        """Keep what was remembered so far, through a store that is being written, or in a turn of its own."""
        if not self._waiting:
            return
        if store is None:
            with self._turns.take() as desk:
                self.keep(desk.store)
            return
        with store.writing():
            for address, remembered in self._waiting.items():
                store.remember(address, packed(remembered))
        self._waiting.clear()
        self._written = time.monotonic()


def watch_sources(session: Session, path: Path, options: Mapping[str, object]) -> None:
    """Follow sources into a desk until they had their round (`--once`) or somebody stops it."""
    sources = (*session.paths, *_from_files(options["lists"]))
    if not sources:
        raise UsageError("nothing to watch: give addresses or folders, or a file of them with --sources")
    settings = _settings(options, session.settings.pages)
    tally = Tally()
    with desk_to_grow(path, session):
        pass  # it is there from here on
    with desk_to_read(path) as read, stopping() as stop:
        turns = Turns(path, session, stop)
        memory, views = DeskMemory(read.store, turns), Views(turns)
        found = watch(sources, memory=memory, settings=settings, rounds=1 if options["once"] else None)
        try:
            for item in but_itself(stop.until(found), path):
                views.hold()
                with turns.take() as desk:
                    acknowledge(desk, desk.add_pages([item], settle=False), session, tally)
                    memory.keep(desk.store)
                views.wait()
            memory.keep()
            views.settle()
        except StoreError:
            if not stop.asked:  # a desk that was busy to the end: the next watch fetches the page again
                raise
    finish(session, tally, stop)


def listed(text: str) -> list[str]:
    """Return the sources that the lines of a file name."""
    return [source for line in text.splitlines() if (source := _COMMENT.sub("", line).strip())]


def _from_files(files: object) -> list[str]:
    given = [file for file in files if isinstance(file, Path)] if isinstance(files, tuple) else []
    return [source for file in given for source in listed(_text(file))]


def _text(file: Path) -> str:
    try:
        return sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot read the sources in {file}: {error}") from error


def _settings(options: Mapping[str, object], pages: PageSettings) -> FetchSettings:
    usual = FetchSettings()
    every, seconds = (float(str(options[name])) for name in ("every", "timeout"))
    return FetchSettings(
        contact=str(options["contact"]),
        allow_private=bool(options["allow_private"]),
        interval=every,
        shortest_interval=min(every, usual.shortest_interval),
        longest_interval=max(every, usual.longest_interval),
        folder_interval=min(every, usual.folder_interval),
        host_delay=float(str(options["per_host_delay"])),
        connect_seconds=min(seconds, usual.connect_seconds),
        read_seconds=min(seconds, usual.read_seconds),
        whole_seconds=seconds,
        pages=pages,
    )
