"""One worker process: started with a function, given an item at a time, given up on without a trace.

What goes in: pickled items. What comes out: `Done` with the pickled result, `Fault`, or a HeadwaterError.

>>> worker = Worker(len)
>>> while not worker.ready:
...     _ = worker.answer()
>>> worker.give(pickle.dumps("rain"))
>>> pickle.loads(worker.answer().value)
4
>>> worker.stop()
"""

from __future__ import annotations

import multiprocessing
import pickle
import signal
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from typing import TypeVar

from headwater.engine.attempt import Done, Fault, attempt
from headwater.errors import HeadwaterError, UsageError

Item = TypeVar("Item")
Result = TypeVar("Result")
Answer = Done[bytes] | Fault | HeadwaterError

CONTEXT: ForkServerContext | SpawnContext = (
    multiprocessing.get_context("forkserver")
    if "forkserver" in multiprocessing.get_all_start_methods()
    else multiprocessing.get_context("spawn")
)
"""Never a fork of this process: it may hold threads (a language model's), and their locks would stay shut in the child."""


class Worker:
    """A process that applies one function to what it is given."""

    ready: bool = False
    """Whether it has imported the function and waits for items."""
    alive: bool = True
    """Whether it can take another item."""

    def __init__(self, function: Callable[[Item], Result]) -> None:
        """Start it; `ready` once its first answer has come."""
        self.pipe, theirs = CONTEXT.Pipe()
        self._process = CONTEXT.Process(target=serve, args=(theirs, function), daemon=True)
        self._process.start()
        theirs.close()

    def give(self, packed: bytes) -> None:
        """Send one pickled item. A worker that is gone is noticed when its answer is asked for."""
        with suppress(OSError):
            self.pipe.send_bytes(packed)

    def answer(self) -> Answer | None:
        """Wait for the next answer; the first is None: ready. A worker that died answers with a `Fault`.

        Raises UsageError where it died before it was ready.
        """
        try:
            answer: Answer | None = self.pipe.recv()
        except (EOFError, OSError):
            self.alive = False
            self._process.join()
            ended = f"the worker ended with exit code {self._process.exitcode}"
            if not self.ready:
                raise UsageError(
                    f"{ended} before it could begin: its function should stand in a module that can be imported, "
                    'and a script that starts workers needs `if __name__ == "__main__":`'
                ) from None
            return Fault(reason="crashed", detail=f"{ended}; it may have run out of memory")
        self.ready = True
        return answer

    def stop(self) -> None:
        """Kill it and wait until it is gone; nothing of it is worth a farewell."""
        self._process.kill()
        self._process.join()
        self._process.close()
        self.pipe.close()


def preload(function: Callable[[Item], Result]) -> None:
    """Let the server that workers are forked from import the function's module once, instead of each worker.

    Only the first call before any worker matters. Raises UsageError where the function cannot be sent to a worker.
    """
    try:
        pickle.dumps(function)
    except (pickle.PicklingError, AttributeError, TypeError) as error:
        raise UsageError(f"workers need a function from the top level of a module ({error})") from None
    module = getattr(function.func if isinstance(function, partial) else function, "__module__", None)
    its_own = [module] if isinstance(module, str) and module != "__main__" else []
    CONTEXT.set_forkserver_preload([__name__, *its_own])


def start_early(module: str) -> None:
    """Start the server that workers are forked from, and let it import a module while the caller does other things.

    Does nothing on systems that spawn their workers.
    """
    if isinstance(CONTEXT, ForkServerContext):
        CONTEXT.set_forkserver_preload([module])
        forkserver.ensure_running()


def serve(pipe: Connection, function: Callable[[Item], Result]) -> None:
    """Answer items until the pipe closes: the worker's whole life. Ctrl-C is the parent's business."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def packed(item: bytes) -> bytes:
        return pickle.dumps(function(pickle.loads(item)))  # noqa: S301 - our own parent wrote it

    try:
        pipe.send(None)
        while True:
            item = pipe.recv_bytes()
            try:
                pipe.send(attempt(packed, item))
            except HeadwaterError as error:
                pipe.send(error)
    except (EOFError, OSError):  # the parent is gone or has had enough
        return
