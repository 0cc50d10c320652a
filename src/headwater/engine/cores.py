"""The engine that is this machine's cores.

>>> list(Cores(workers=1).each(len, ["rain", "flood"], seconds=30))
[4, 5]
"""

from __future__ import annotations

import os
import pickle
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import wait
from typing import Generic

from headwater.engine.attempt import Done, Failure, Fault, Item, Result, attempt
from headwater.engine.blocks import Keyed, Pair, components, pairs_in_blocks
from headwater.engine.workers import Worker, preload
from headwater.errors import HeadwaterError, UsageError

AHEAD = 4
"""How many items per worker may be begun or wait for an earlier one's result."""


class Cores:
    """Worker processes, one for each core. Function, items and results must be picklable.

    An item past its time limit has its worker killed, whatever it was doing; a worker that dies (out of memory)
    costs one item. The rest goes on.
    """

    def __init__(self, workers: int | None = None) -> None:
        """Use so many workers; None: as many as there are cores for this process. Raises UsageError below 1."""
        if workers is not None and workers < 1:
            raise UsageError(f"Cores needs at least one worker, got {workers}")
        self.workers = workers or _cores()

    def each(
        self, function: Callable[[Item], Result], items: Iterable[Item], *, seconds: float | None
    ) -> Iterator[Result | Failure[Item]]:
        """Yield one result or `Failure` for each item; see `Engine.each`.

        Raises UsageError where the function cannot be sent to a worker.

        >>> list(Cores(workers=1).each(str.upper, ["rain"], seconds=None))
        ['RAIN']
        """
        preload(function)
        crew = Crew(function=function, size=self.workers, seconds=seconds)
        try:
            yield from crew.results(enumerate(items))
        finally:
            crew.stop()

    def pairs(self, keyed: Iterable[Keyed]) -> Iterator[Pair]:
        """Yield each pair of ids that share a key; see `Engine.pairs`. In this process: sets are faster than pipes.

        >>> list(Cores(workers=1).pairs([("a", ["rain"]), ("b", ["rain"])]))
        [('a', 'b')]
        """
        return pairs_in_blocks(keyed)

    def groups(self, ids: Iterable[str], pairs: Iterable[Pair]) -> tuple[tuple[str, ...], ...]:
        """Return the connected components; see `Engine.groups`. In this process, likewise.

        >>> Cores(workers=1).groups(["a", "b"], [])
        (('a',), ('b',))
        """
        return components(ids, pairs)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(kw_only=True, slots=True)
class Task(Generic[Item]):
    """An item in a worker's hands."""

    index: int
    item: Item
    until: float | None
    """When it is given up, on the monotonic clock."""


@dataclass(kw_only=True, slots=True)
class Crew(Generic[Item, Result]):
    """The workers of one `each`, and what they are at."""

    function: Callable[[Item], Result]
    size: int
    seconds: float | None
    idle: list[Worker] = field(default_factory=list)
    starting: list[Worker] = field(default_factory=list)
    busy: dict[Worker, Task[Item]] = field(default_factory=dict)
    done: dict[int, Result | Failure[Item]] = field(default_factory=dict)

    def results(self, items: Iterator[tuple[int, Item]]) -> Iterator[Result | Failure[Item]]:
        """Yield the results in order; no item is drawn before there is a hand for it and room for its result."""
        waiting: deque[tuple[int, Item]] = deque()
        drawn, due, more = 0, 0, True
        while more or due < drawn:
            while more and len(waiting) + len(self.busy) < self.size and drawn - due < self.size * AHEAD:
                following = next(items, None)
                more = following is not None
                if following is not None:
                    waiting.append(following)
                    drawn += 1
            self._hand_out(waiting)
            if due not in self.done and due < drawn:
                self._listen()
            while due in self.done:
                yield self.done.pop(due)
                due += 1

    def stop(self) -> None:
        """Kill every worker."""
        for worker in (*self.idle, *self.starting, *self.busy):
            worker.stop()

    def _hand_out(self, waiting: deque[tuple[int, Item]]) -> None:
        while waiting and self.idle:
            index, item = waiting.popleft()
            packed = attempt(pickle.dumps, item)
            if isinstance(packed, Fault):
                self._settle(Task(index=index, item=item, until=None), packed)
                continue
            worker = self.idle.pop()
            worker.give(packed.value)
            until = None if self.seconds is None else time.monotonic() + self.seconds
            self.busy[worker] = Task(index=index, item=item, until=until)
        for _ in range(len(waiting) - len(self.starting)):
            self.starting.append(Worker(self.function))

    def _listen(self) -> None:
        """Wait for an answer or the next time limit, then settle every task that has met one of them."""
        workers = {worker.pipe: worker for worker in (*self.starting, *self.busy)}
        limits = [task.until for task in self.busy.values() if task.until is not None]
        left = max(0.0, min(limits) - time.monotonic()) if limits else None
        for pipe in wait(list(workers), left):
            self._hear(workers[pipe])  # type: ignore[index] # what goes in comes out
        now = time.monotonic()
        for worker, task in list(self.busy.items()):
            if task.until is not None and task.until <= now:
                del self.busy[worker]
                worker.stop()
                self._settle(task, Fault(reason="time limit", detail=f"given up after {self.seconds:g} s"))

    def _hear(self, worker: Worker) -> None:
        answer = worker.answer()
        if isinstance(answer, HeadwaterError):
            raise answer
        if answer is None:
            self.starting.remove(worker)
            self.idle.append(worker)
            return
        self._settle(self.busy.pop(worker), answer)
        if worker.alive:
            self.idle.append(worker)
        else:
            worker.stop()

    def _settle(self, task: Task[Item], answer: Done[bytes] | Fault) -> None:
        if isinstance(answer, Done):
            self.done[task.index] = pickle.loads(answer.value)  # noqa: S301 - our own worker wrote it
        else:
            self.done[task.index] = Failure(
                index=task.index, item=task.item, reason=answer.reason, detail=answer.detail
            )
