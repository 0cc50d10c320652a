"""Many errands side by side: generators that ask, wait and hand over records, and the one loop that runs them.

An errand says what it needs and holds no clock, socket or thread, so that it reads from top to bottom:

>>> def errand(ask: Ask) -> Errand:
...     reply = yield ask                    # resumed with the reply, when it is the host's turn
...     yield Until(time=60.0)               # resumed then
...     yield Together(errands=())           # resumed when all of them are done
...     yield Rejected(file=ask.address.text, reason="unreadable", by="x")   # resumed when a later record is asked for
"""

from __future__ import annotations

import heapq
import queue
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from itertools import count

from anyio.from_thread import BlockingPortal

from headwater.fetching.exchange import Exchange
from headwater.fetching.exchanged import Ask, Fault, Reply
from headwater.fetching.lines import PATIENCE, Lines
from headwater.fetching.machine import Machine
from headwater.model import Page, Place, Rejected

Record = Page | Place | Rejected


@dataclass(frozen=True, kw_only=True, slots=True)
class Until:
    """Resume at this time of the machine's clock."""

    time: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Together:
    """Run these side by side, and resume when all are done."""

    errands: tuple[Errand, ...]


Step = Ask | Until | Together | Page | Place | Rejected
Errand = Generator[Step, Reply | None, None]


@dataclass(kw_only=True, slots=True)
class _Party:
    leader: Errand
    left: int


def asked(ask: Ask) -> Generator[Step, Reply | None, Reply]:
    """Ask within an errand, and return the reply."""
    reply = yield ask
    assert reply is not None, "an ask is resumed with its reply"
    return reply


class Errands:
    """The loop. It runs in the thread that takes the records; requests alone run in the portal's."""

    def __init__(self, lines: Lines[Errand], exchange: Exchange, machine: Machine, parallel: int) -> None:
        """Send at most `parallel` requests at once."""
        self._lines = lines
        self._exchange = exchange
        self._machine = machine
        self._parallel = parallel
        self._ready: deque[tuple[Errand, Reply | None]] = deque()
        self._timers: list[tuple[float, int, Errand]] = []
        self._numbers = count()
        self._parties: dict[Errand, _Party] = {}
        self._in_flight = 0
        self._replies: queue.SimpleQueue[tuple[Ask, Future[Reply]]] = queue.SimpleQueue()

    def run(self, errands: Iterable[Errand], portal: BlockingPortal) -> Iterator[Record]:
        """Yield the records that the errands hand over, until all are done."""
        self._ready.extend((errand, None) for errand in errands)
        while True:
            for _ in range(len(self._ready)):  # a folder full of files takes its turns with the others
                errand, reply = self._ready.popleft()
                record = self._step(errand, reply)
                if record is not None:
                    yield record
                    self._ready.append((errand, None))
            self._send(portal)
            if not self._wait():
                return

    def _step(self, errand: Errand, reply: Reply | None) -> Record | None:
        try:
            step = errand.send(reply)
        except StopIteration:
            self._finished(errand)
            return None
        if isinstance(step, Ask):
            self._lines.put(step, errand)
        elif isinstance(step, Until):
            heapq.heappush(self._timers, (step.time, next(self._numbers), errand))
        elif isinstance(step, Together):
            self._begin(step, errand)
        else:
            return step
        return None

    def _begin(self, step: Together, leader: Errand) -> None:
        if not step.errands:
            self._ready.append((leader, None))
        party = _Party(leader=leader, left=len(step.errands))
        for errand in step.errands:
            self._parties[errand] = party
            self._ready.append((errand, None))

    def _finished(self, errand: Errand) -> None:
        party = self._parties.pop(errand, None)
        if party is None:
            return
        party.left -= 1
        if not party.left:
            self._ready.append((party.leader, None))

    def _send(self, portal: BlockingPortal) -> None:
        now = self._machine.now()
        while put_off := self._lines.put_off(now + PATIENCE):
            ask, waiters = put_off
            detail = f"{ask.address.host} is busy or broken and rests; it is asked again later"
            fault = Fault(reason="unreadable", detail=detail, passes=True, resting=True)
            self._tell(waiters, Reply(fault=fault))
        while self._in_flight < self._parallel and (due := self._lines.take(now)):
            self._in_flight += 1
            future = portal.start_task_soon(self._exchange.ask, due)
            future.add_done_callback(partial(self._arrived, due))

    def _arrived(self, ask: Ask, future: Future[Reply]) -> None:
        self._replies.put((ask, future))

    def _tell(self, waiters: Iterable[Errand], reply: Reply) -> None:
        self._ready.extend((waiter, reply) for waiter in waiters)

    def _wait(self) -> bool:
        """Wait for a reply or for time to pass; False where there is nothing left to wait for."""
        pause = 0.0 if self._ready else self._pause()
        if self._in_flight:
            self._receive(pause)
        elif pause is None:
            return False
        elif pause:
            self._machine.sleep(pause)
        while self._timers and self._timers[0][0] <= self._machine.now():
            self._ready.append((heapq.heappop(self._timers)[2], None))
        return True

    def _pause(self) -> float | None:
        """Return the seconds until a timer or a host's turn, None where none is set."""
        moments = [self._timers[0][0]] if self._timers else []
        turn = self._lines.next_turn()
        if turn is not None and self._in_flight < self._parallel:
            moments.append(turn)
        return max(0.0, min(moments) - self._machine.now()) if moments else None

    def _receive(self, seconds: float | None) -> None:
        try:
            ask, future = self._replies.get(timeout=seconds)
        except queue.Empty:
            return
        self._in_flight -= 1
        reply = future.result()
        self._tell(self._lines.done(ask, reply, self._machine.now()), reply)
