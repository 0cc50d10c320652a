"""Ctrl-C and a polite kill → an end after the page in hand; asked twice, an end at once.

>>> with stopping() as stop:
...     list(stop.until(["page 1", "page 2"])), stop.asked
(['page 1', 'page 2'], False)
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TypeVar

Item = TypeVar("Item")
SIGNALS = (signal.SIGINT, signal.SIGTERM)
SOON = b"\nstopping after the page in hand; once more stops at once\n"


class Stop:
    """Whether somebody wants the run to end."""

    signal: int = 0
    """The number of the signal that asked for it."""

    def __init__(self) -> None:
        self._waiting = False

    @property
    def asked(self) -> bool:
        """Whether the run shall end."""
        return bool(self.signal)

    def until(self, items: Iterable[Item]) -> Iterator[Item]:
        """Yield items until the run shall end; a wait for the next item is broken off, work on one is not."""
        coming = iter(items)
        try:
            while not self.asked:
                self._waiting = True
                item = next(coming)
                self._waiting = False
                yield item
        except (StopIteration, KeyboardInterrupt):
            return
        finally:
            self._waiting = False
            if isinstance(coming, Generator):
                coming.close()  # now, and not when somebody tidies up: it may hold threads

    def hear(self, number: int, _frame: FrameType | None) -> None:
        """Note a signal; raise KeyboardInterrupt where nothing is in hand, or it is the second."""
        again, self.signal = self.asked, number
        if self._waiting or again:
            raise KeyboardInterrupt
        # A signal comes in the middle of anything, of a line on standard error as well: straight to the file.
        os.write(sys.__stderr__.fileno() if sys.__stderr__ else 2, SOON)

    def leave(self) -> None:
        """End the process as the signal asks (128 and its number), if there was one."""
        if self.asked:
            sys.exit(128 + self.signal)


@contextmanager
def stopping() -> Iterator[Stop]:
    """Yield what hears the signals of this block; elsewhere than in the main thread they stay with others."""
    stop = Stop()
    if threading.current_thread() is not threading.main_thread():
        yield stop
        return
    before = {number: signal.signal(number, stop.hear) for number in SIGNALS}
    try:
        yield stop
    finally:
        for number, heard in before.items():
            signal.signal(number, heard)
