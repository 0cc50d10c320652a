r"""What `headwater watch` does: sources into a desk, each page named after it is kept, until it is told to stop.

>>> listed("# weather\nhttps://outlet.example/feed  # hourly\n\nincoming/\n")
['https://outlet.example/feed', 'incoming/']
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeVar

from headwater.cli.adding import Tally, acknowledge, finish
from headwater.cli.keeping import desk_to_grow
from headwater.cli.session import Session
from headwater.cli.stopping import stopping
from headwater.engine import Cores
from headwater.errors import MissingExtra, UsageError
from headwater.model import Acknowledged
from headwater.pages import PageSettings
from headwater.store import Store
from headwater.wire import packed, unpacked

try:
    from headwater.fetching import FetchSettings, Remembered, watch
except ModuleNotFoundError as error:
    raise MissingExtra(f"watching needs the watch extra ({error.name}): pip install 'headwater[watch]'") from error

Item = TypeVar("Item")
_COMMENT = re.compile(r"(?:^|\s)#.*")
EACH = 1
"""Views are made anew after each article: what a watch brings comes slowly, and nobody knows when the next will."""


class DeskMemory:
    """What a watch knows of addresses, kept in the desk; never before the pages that it knows them by are kept."""

    def __init__(self, store: Store) -> None:
        """Remember in a desk's store."""
        self._store = store
        self._taken = 0
        self._kept = 0
        self._waiting: dict[str, Remembered] = {}

    def recall(self, address: str) -> Remembered | None:
        """Return what was remembered last of the address, None where nothing was."""
        if address in self._waiting:
            return self._waiting[address]
        record = self._store.recall(address)
        return None if record is None else unpacked(record, Remembered)

    def remember(self, address: str, remembered: Remembered) -> None:
        """Put the record in the place of the earlier one, as soon as all that was taken is kept."""
        self._waiting[address] = remembered
        self._write()

    def taking(self, items: Iterable[Item]) -> Iterator[Item]:
        """Yield what a watch brings, and note that it is on its way into the desk."""
        for item in items:
            self._taken += 1
            yield item

    def keeping(self, done: Iterable[Acknowledged]) -> Iterator[Acknowledged]:
        """Yield what the desk has kept, and note that."""
        for each in done:
            self._kept += 1
            self._write()
            yield each

    def _write(self) -> None:
        if self._waiting and self._kept == self._taken:
            with self._store.writing():
                for address, remembered in self._waiting.items():
                    self._store.remember(address, packed(remembered))
            self._waiting.clear()


def watch_sources(session: Session, path: Path, options: Mapping[str, object]) -> None:
    """Follow sources into a desk until they had their round (`--once`) or somebody stops it."""
    sources = (*session.paths, *_from_files(options["lists"]))
    if not sources:
        raise UsageError("nothing to watch: give addresses or folders, or a file of them with --sources")
    settings = _settings(options, session.settings.pages)
    tally = Tally()
    with desk_to_grow(path, session, engine=Cores(workers=1)) as desk, stopping() as stop:
        memory = DeskMemory(desk.store)
        found = watch(sources, memory=memory, settings=settings, rounds=1 if options["once"] else None)
        done = desk.add_pages(memory.taking(stop.until(found)), settle_after=EACH)
        acknowledge(desk, memory.keeping(done), session, tally)
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
