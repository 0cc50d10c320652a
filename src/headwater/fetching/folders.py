"""One drop folder, from round to round: files that are new or changed, once they are no longer being written.

What enters: a folder (or file) as the user names it. What leaves: an errand that hands over what `read_pages` reads in
each such file. Deleted files are left alone: what was read from them stays.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from headwater.fetching.errands import Errand, Until
from headwater.fetching.exchanged import Fault
from headwater.fetching.found import rejected
from headwater.fetching.means import Means
from headwater.fetching.memory import Remembered
from headwater.model import Rejected
from headwater.pages import read_pages
from headwater.pages.inputs import found_files


class WatchedFolder:
    """A folder. It lives as long as the watch."""

    def __init__(self, source: str, means: Means) -> None:
        """Know nothing of it yet."""
        self._source = source
        self._means = means
        self._read: dict[str, str] = {}
        """Files whose pages were taken, with their size and time."""
        self._told: set[Rejected] = set()

    def errand(self, rounds: int | None) -> Errand:
        """Look at the folder again and again, `rounds` times; None: for ever."""
        machine, settings = self._means.machine, self._means.settings
        due = machine.now()
        for _ in count() if rounds is None else range(rounds):
            yield Until(time=due)
            due = machine.now() + settings.folder_interval
            yield from self._round()

    def _round(self) -> Errand:
        if not os.path.lexists(self._source):
            fault = Fault(reason="unreadable", detail="no such folder, and no http or https address; check the path")
            yield from self._tell(rejected(self._source, fault))
            return
        troubles: list[Rejected] = []
        changed = dict(self._changed(troubles))
        for trouble in troubles:
            yield from self._tell(trouble)
        if changed:
            yield Until(time=self._means.machine.now() + self._means.settings.settle)
        for file, look in changed.items():
            if _look(file) == look:  # else it is being written, or gone: a later round sees
                yield from read_pages([file], settings=self._means.settings.pages)
                now = self._means.machine.now()
                self._means.memory.remember(_key(file), Remembered(seen=look, first=now, last=now))
                self._read[file] = look

    def _changed(self, troubles: list[Rejected]) -> Iterator[tuple[str, str]]:
        for file in found_files([self._source]):
            if isinstance(file, Rejected):
                troubles.append(file)
                continue
            look = _look(file)
            if look is None or self._read.get(file) == look:
                continue
            known = self._means.memory.recall(_key(file))
            if known and known.seen == look:
                self._read[file] = look
            else:
                yield file, look

    def _tell(self, trouble: Rejected) -> Errand:
        if trouble not in self._told:
            self._told.add(trouble)
            yield trouble


def _key(file: str) -> str:
    """Return what a file is remembered under: its full path, because the next run may start elsewhere."""
    return f"file:{Path(file).absolute()}"


def _look(file: str) -> str | None:
    """Return size and time of a file, as they are now; None where it is gone."""
    try:
        status = Path(file).stat()
    except OSError:
        return None
    return f"{status.st_size}:{status.st_mtime_ns}"
