"""The hosts that are asked, each a line: one request at a time, pauses between, longer ones after failures.

What enters: asks, each with who waits for it, and the replies. What leaves: the ask whose turn it is, and whom to tell.

>>> from headwater.fetching.addresses import Address
>>> from headwater.fetching.memory import RunMemory
>>> lines = Lines[str](FetchSettings(host_delay=5), RunMemory())
>>> first, second = (Ask(address=Address(text=f"https://outlet.example/{name}"), purpose="page") for name in "ab")
>>> lines.put(first, "ana"), lines.put(second, "ben"), lines.put(second, "cleo")
(None, None, None)
>>> lines.take(100.0) == first, lines.take(100.0)
(True, None)
>>> lines.done(first, Reply(status=200), 101.0), lines.take(105.9), lines.next_turn()
(['ana'], None, 106.0)
>>> lines.take(106.0) == second, lines.done(second, Reply(status=200), 107.0)
(True, ['ben', 'cleo'])
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Generic, TypeVar

from headwater.fetching.exchanged import Ask, Reply
from headwater.fetching.memory import Memory, Remembered
from headwater.fetching.settings import DAY, HOUR, FetchSettings

BUSY = frozenset({429, 503})
BROKEN = 500
LONGEST_PAUSE = HOUR
"""How far the pauses after failures grow, in seconds; a `Retry-After` may ask for up to a day."""
MOST_DOUBLINGS = 20
PATIENCE = 120.0
"""Seconds; who asks a host that rests for longer after failures hears so at once, and the next run knows it too."""
Waiter = TypeVar("Waiter")


@dataclass(kw_only=True, slots=True)
class Line(Generic[Waiter]):
    """One host. `asks` in order of arrival; equal ones are asked once."""

    asks: dict[Ask, list[Waiter]] = field(default_factory=dict)
    asking: bool = False
    free_at: float = 0.0
    delay: float
    failures: int = 0


class Lines(Generic[Waiter]):
    """All hosts. Times are the caller's clock, in seconds."""

    def __init__(self, settings: FetchSettings, memory: Memory) -> None:
        """Begin without hosts, but for those that `memory` knows to rest."""
        self._settings = settings
        self._memory = memory
        self._lines: dict[str, Line[Waiter]] = {}
        self._turns: deque[str] = deque()
        """Hosts with something to ask."""

    def put(self, ask: Ask, waiter: Waiter) -> None:
        """Add an ask to its host's line; who asks what is in line already waits for the same reply."""
        line = self._of(ask.address.host)
        if not line.asks:
            self._turns.append(ask.address.host)
        line.asks.setdefault(ask, []).append(waiter)

    def take(self, now: float) -> Ask | None:
        """Return an ask whose turn it is, None where there is none now. Hosts take turns."""
        for _ in range(len(self._turns)):
            host = self._turns[0]
            self._turns.rotate(-1)
            line = self._lines[host]
            if not line.asking and line.free_at <= now:
                line.asking = True
                return next(iter(line.asks))
        return None

    def done(self, ask: Ask, reply: Reply, now: float) -> list[Waiter]:
        """Note the reply to an ask that was taken, and return who waits for it."""
        line = self._lines[ask.address.host]
        line.asking = False
        away = reply.fault is not None and reply.fault.passes
        busy = reply.status in BUSY or reply.status >= BROKEN or away
        line.failures = line.failures + 1 if busy else 0
        pause = line.delay
        if busy:
            pause = min(max(line.delay, 1.0) * 2 ** min(line.failures, MOST_DOUBLINGS), LONGEST_PAUSE)
            pause = max(pause, line.delay, retry_after(reply))
        line.free_at = now + pause
        if busy and pause > PATIENCE:
            self._memory.remember(
                _key(ask.address.host), Remembered(last=now, failures=line.failures, not_before=line.free_at)
            )
        return self._leave(ask)

    def put_off(self, until: float) -> tuple[Ask, list[Waiter]] | None:
        """Take out an ask whose host rests beyond `until` after failures, with who waits for it; None: there is none."""
        for host in self._turns:
            line = self._lines[host]
            if not line.asking and line.failures and line.free_at > until:
                ask = next(iter(line.asks))
                return ask, self._leave(ask)
        return None

    def next_turn(self) -> float | None:
        """Return when the next ask that waits may be taken, None where none waits for time."""
        waiting = (self._lines[host] for host in self._turns)
        return min((line.free_at for line in waiting if not line.asking), default=None)

    def slow_down(self, host: str, delay: float) -> None:
        """Keep at least so many seconds between two requests to a host."""
        line = self._of(host)
        line.free_at += max(0.0, delay - line.delay)
        line.delay = max(line.delay, delay)

    def rests_until(self, host: str) -> float:
        """Return when a host may be asked that failed last; 0 for one that did not."""
        line = self._of(host)
        return line.free_at if line.failures else 0.0

    def delay(self, host: str) -> float:
        """Return the seconds between two requests to a host."""
        return self._of(host).delay

    def _of(self, host: str) -> Line[Waiter]:
        if host not in self._lines:
            known = self._memory.recall(_key(host))
            line = Line[Waiter](delay=self._settings.host_delay)
            if known:
                line.failures, line.free_at = known.failures, known.not_before
            self._lines[host] = line
        return self._lines[host]

    def _leave(self, ask: Ask) -> list[Waiter]:
        host = ask.address.host
        line = self._lines[host]
        waiters = line.asks.pop(ask)
        if not line.asks:
            self._turns.remove(host)
        return waiters


def _key(host: str) -> str:
    """Return what a host is remembered under: no address looks like it."""
    return f"host:{host}"


def retry_after(reply: Reply) -> float:
    """Return the seconds that a `Retry-After` asks for (RFC 9110, 10.2.3): a number, or a date after `Date`; at most a day.

    >>> retry_after(Reply(status=429, retry_after="120")), retry_after(Reply(status=503, retry_after="later"))
    (120.0, 0.0)
    """
    given = reply.retry_after
    if given.isascii() and given.isdigit():
        return min(float(given[:9]), DAY)
    try:
        wait = parsedate_to_datetime(given) - parsedate_to_datetime(reply.date)
    except (ValueError, TypeError, IndexError, OverflowError):  # parsedate_to_datetime: one for each way to be odd
        return 0.0
    return min(max(0.0, wait.total_seconds()), DAY)
