"""A desk's file → the desk, opened for those who read it, for those who correct it, and for those who add to it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from headwater.cli.session import Session
from headwater.desk import StoredDesk, open_desk
from headwater.errors import StoreError
from headwater.model import Page, Place, Rejected

BUSY = "is being written by another process"
"""What the store says of a desk that somebody else writes: the one trouble that passes by itself."""
PATIENCE = 5.0
"""Seconds to wait for another writer: a watch writes for a moment every time, an `add` for as long as it takes."""
AGAIN = 0.1
_OWN = ("", "-lock", "-wal", "-shm", "-journal")
"""How the names of a desk's files end."""
Item = TypeVar("Item", bound=Page | Place | Rejected)


def desk_to_read(path: Path) -> StoredDesk:
    """Return a desk that is only looked at; raises `StoreError` where there is none."""
    return open_desk(path)


def desk_to_correct(path: Path) -> StoredDesk:
    """Return a desk that is there, to be changed; raises `StoreError` where there is none."""
    desk_to_read(path).close()  # opened to be written, it would be made
    return when_free(lambda: open_desk(path, write=True), _patience())


@contextmanager
def desk_to_grow(path: Path, session: Session) -> Iterator[StoredDesk]:
    """Yield a desk that pages are added to, made where there is none; progress shows as in a visit."""
    made = not path.exists()

    def opened() -> StoredDesk:
        return open_desk(path, write=True, engine=session.engine(), settings=session.settings)

    with when_free(opened, _patience()) as desk, session.progress(streaming=True) as advance:
        if made:
            session.say(f"made the desk {path}")
        yield replace(desk, progress=advance)


def but_itself(items: Iterable[Item], path: Path) -> Iterator[Item]:
    """Yield what is read from files, a desk's own aside: it may lie in the folder that is added to it."""
    beside = {path.absolute().with_name(f"{path.name}{end}") for end in _OWN}
    for item in items:
        file = item.place.file if isinstance(item, Page) else item.file
        if Path(file).absolute() not in beside:
            yield item


def when_free(opened: Callable[[], StoredDesk], go_on: Callable[[], bool]) -> StoredDesk:
    """Open a desk as soon as nobody else writes it; raises `StoreError` once `go_on` says no."""
    while True:
        try:
            return opened()
        except StoreError as error:
            if BUSY not in str(error) or not go_on():
                raise
        time.sleep(AGAIN)


def _patience() -> Callable[[], bool]:
    until = time.monotonic() + PATIENCE
    return lambda: time.monotonic() < until
