"""An endpoint during one run: many pairs, a few at a time, until they are done, time is up or it does not work.

What enters: pairs, and a function that each is settled with as it is heard of. What leaves: the pairs not asked about.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Sequence

import anyio
import httpx2
from anyio.from_thread import start_blocking_portal

from headwater.judges.asking import Heard, Line
from headwater.judges.prompt import Pair
from headwater.judges.report import advice
from headwater.judges.settings import ChatSettings, key_from_environment

FAILURES_IN_A_ROW = 5
"""After so many the endpoint is left alone for the rest of the run."""
HOPELESS = frozenset({401, 403, 404, 405})
"""Statuses that every other pair would meet as well."""
OF_THE_TEXT = frozenset({400, 413, 422})
"""Statuses that may be about one text (a filter, a length): what a page says must not end the judging of others."""

Settle = Callable[[Pair, Heard], None]


class Endpoint:
    """Asks about pairs, and knows when to stop."""

    def __init__(self, settings: ChatSettings) -> None:
        """Raise `UsageError` for an unusable key."""
        self.given_up = False
        self.troubles: dict[str, None] = {}
        """Each different thing that went wrong, with its fix, in the order met."""
        self._settings = settings
        self._key = key_from_environment()
        self._certificates = httpx2.create_ssl_context(trust_env=False)  # slow to make, so once
        self._seconds_left = settings.total_seconds
        self._failed_in_a_row = 0
        self._works = False

    def ask(self, pairs: Sequence[Pair], settle: Settle) -> list[Pair]:
        """Ask about pairs in order, settle each once it is heard of, and return those that were not asked about.

        A thread of its own does it: the caller may run an event loop (notebooks do), and Ctrl-C ends it at once.
        """
        waiting = deque(pairs)
        started = time.monotonic()
        try:
            with start_blocking_portal() as portal:
                portal.call(self._ask_all, waiting, settle)
        finally:
            self._seconds_left -= time.monotonic() - started
        return list(waiting)

    def give_up(self, why: str) -> None:
        """Ask about nothing any more."""
        self.given_up = True
        self.troubles.pop(why, None)
        self.troubles[f"{why}; the rest is compared without the judge"] = None

    async def _ask_all(self, waiting: deque[Pair], settle: Settle) -> None:
        async with httpx2.AsyncHTTPTransport(verify=self._certificates, trust_env=False) as transport:
            line = Line(transport, self._settings, self._key)
            with anyio.move_on_after(max(0.0, self._seconds_left)) as time_left:
                if waiting and not self._works:  # alone: a wrong address costs one request, and gets one pair to see
                    await self._ask_next(line, waiting, settle)
                async with anyio.create_task_group() as group:
                    for _ in range(min(self._settings.parallel, len(waiting))):
                        group.start_soon(self._work, line, waiting, settle)
        if time_left.cancelled_caught:
            self.give_up(
                f"{self._settings.address} took all of the {self._settings.total_seconds:g} seconds that a run has for it"
            )

    async def _work(self, line: Line, waiting: deque[Pair], settle: Settle) -> None:
        while waiting and not self.given_up:
            await self._ask_next(line, waiting, settle)

    async def _ask_next(self, line: Line, waiting: deque[Pair], settle: Settle) -> None:
        pair = waiting.popleft()
        heard = Heard(failure="timed out")  # what it is where the time of the run ends meanwhile
        try:
            heard = await line.ask(pair)
            self._learn(heard)
        finally:
            settle(pair, heard)

    def _learn(self, heard: Heard) -> None:
        """Note whether the endpoint works."""
        if heard.failure is None:
            self._works = True
            self._failed_in_a_row = 0
            return
        if self.given_up:
            return
        if heard.status not in OF_THE_TEXT:
            self._failed_in_a_row += 1
        away = heard.failure == "unreachable" and not self._works
        hopeless = heard.status in HOPELESS or heard.failure == "redirected"
        why = advice(heard.failure, heard.status, self._settings.address, self._settings.model)
        if away or hopeless or self._failed_in_a_row >= FAILURES_IN_A_ROW:
            self.give_up(why)
        else:
            self.troubles[why] = None
