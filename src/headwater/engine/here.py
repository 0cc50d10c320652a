"""The engine that is this process.

>>> [result if isinstance(result, int) else result.reason for result in Here().each(int, ["7", "rain"], seconds=1)]
[7, 'crashed']
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from types import FrameType

from headwater.engine.attempt import Done, Failure, Fault, Item, Result, attempt
from headwater.engine.blocks import Keyed, Pair, components, pairs_in_blocks

AGAIN = 0.1
"""Seconds between bells: a library that swallows the first one meets the next."""


class TimeUp(BaseException):
    """The bell. Not an Exception, so that no `except Exception` on the way swallows it."""


class Here:
    """One item after the other in this process.

    The time limit is an alarm (SIGALRM): it needs a Unix system and the main thread, elsewhere there is none; and it
    waits while a library computes outside Python. `Cores` has neither weakness.
    """

    def each(
        self, function: Callable[[Item], Result], items: Iterable[Item], *, seconds: float | None
    ) -> Iterator[Result | Failure[Item]]:
        """Yield one result or `Failure` for each item; see `Engine.each`.

        >>> list(Here().each(str.upper, ["rain"], seconds=None))
        ['RAIN']
        """
        for index, item in enumerate(items):
            outcome = _within(seconds, function, item)
            if isinstance(outcome, Done):
                yield outcome.value
            else:
                yield Failure(index=index, item=item, reason=outcome.reason, detail=outcome.detail)

    def pairs(self, keyed: Iterable[Keyed]) -> Iterator[Pair]:
        """Yield each pair of ids that share a key; see `Engine.pairs`.

        >>> list(Here().pairs([("a", ["rain"]), ("b", ["rain"])]))
        [('a', 'b')]
        """
        return pairs_in_blocks(keyed)

    def groups(self, ids: Iterable[str], pairs: Iterable[Pair]) -> tuple[tuple[str, ...], ...]:
        """Return the connected components; see `Engine.groups`.

        >>> Here().groups(["a", "b"], [])
        (('a',), ('b',))
        """
        return components(ids, pairs)


def _within(seconds: float | None, function: Callable[[Item], Result], item: Item) -> Done[Result] | Fault:
    main = threading.current_thread() is threading.main_thread()
    if seconds is None or not main or not hasattr(signal, "setitimer"):
        return attempt(function, item)
    listening = [True]

    def ring(_number: int, _frame: FrameType | None) -> None:
        if listening:
            raise TimeUp

    before = signal.signal(signal.SIGALRM, ring)
    try:
        signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)
        outcome = attempt(function, item)
        listening.clear()
    except TimeUp:
        outcome = Fault(reason="time limit", detail=f"given up after {seconds:g} s")
    finally:
        listening.clear()  # a bell that rings from here on is not heard
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    return outcome
