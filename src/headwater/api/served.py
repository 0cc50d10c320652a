"""An opened desk as REST interface and web pages see it: who may write, how much a request may take, and what time it is.

Reading goes through `Served.desk`, which any thread may use. Whoever writes opens the file for the moment:

    with served.writing() as desk:
        desk.correct(correction)

Records that leave the process are put through `headwater.api.outward` first: they name no folder of the server.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from headwater.api.limits import Limits
from headwater.api.tokens import TokenKey
from headwater.desk import Settings
from headwater.desk.kept import StoredDesk, open_desk
from headwater.engine import Engine, Here
from headwater.errors import StoreError

_PAUSE = 0.1
"""Seconds between two tries to become the writer."""


def now() -> datetime:
    """Return the instant in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, kw_only=True, slots=True)
class Served:
    """What is served, and within which bounds."""

    path: Path
    """The desk's file."""
    desk: StoredDesk
    """Opened for reading."""
    key: TokenKey | None = None
    """Of the token that lets somebody write; None: nobody may."""
    hosts: tuple[str, ...] = ()
    """Names by which it is reached, besides `localhost` and addresses in numbers."""
    limits: Limits = field(default_factory=Limits)
    engine: Engine = field(default_factory=Here)
    """Where pages that are added are read; `Cores` gives up on one that takes too long, a thread cannot."""
    settings: Settings = field(default_factory=Settings)
    clock: Callable[[], datetime] = now
    turn: threading.Lock = field(default_factory=threading.Lock)
    """Held by the one thread of this process that writes."""
    stopping: threading.Event = field(default_factory=threading.Event)
    """Set when the server is told to stop: what waits for changes ends then."""

    @property
    def read_only(self) -> bool:
        """Whether nobody may write."""
        return self.key is None

    def allows(self, token: str) -> bool:
        """Say whether somebody with this token may write."""
        return self.key is not None and self.key.opens(token)

    def made(self) -> str:
        """Return the instant of a correction, as `Correction.made` gives it."""
        return self.clock().astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")

    @contextmanager
    def writing(self, engine: Engine | None = None) -> Iterator[StoredDesk]:
        """Yield the desk opened for writing, closed again afterwards; call it in a thread, it waits and works.

        Without an engine the work is done in that thread.

        Raises `StoreError` where another process still writes after `Limits.writer_seconds`.
        """
        until = time.monotonic() + self.limits.writer_seconds
        if not self.turn.acquire(timeout=self.limits.writer_seconds):
            raise StoreError("the desk is being written; try again in a moment")
        try:
            with self._opened(until, engine) as desk:
                yield desk
        finally:
            self.turn.release()

    def _opened(self, until: float, engine: Engine | None) -> StoredDesk:
        while True:
            try:
                return open_desk(self.path, write=True, engine=engine, settings=self.settings)
            except StoreError:
                if time.monotonic() >= until:
                    raise
            time.sleep(_PAUSE)
