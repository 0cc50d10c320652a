"""A desk's file → the desk, opened for those who read it, for those who correct it, and for those who add to it."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from headwater.cli.session import Session
from headwater.desk import StoredDesk, open_desk
from headwater.errors import StoreError

BUSY = "is being written by another process"
"""What the store says of a desk that somebody else writes: the one trouble that passes by itself."""
PATIENCE = 5.0
"""Seconds to wait for another writer: a watch writes for a moment every time, an `add` for as long as it takes."""
AGAIN = 0.1


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
