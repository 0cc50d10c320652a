"""How many requests are in hand at once, and how long each may take.

What is not answered in time is answered 503; work in a thread cannot be broken off, and goes on to its end unseen.
"""

from __future__ import annotations

import asyncio

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from headwater.api.limits import Limits
from headwater.api.problems import SOON, problem

EVENT_STREAM = "text/event-stream"
_FULL = "The server has too much to do; try again in a moment."
_LATE = "This took too long; what was being written goes on, so look before you try again."


class BoundedLoad:
    """Answers 503 where there is too much to do, and where an answer takes too long."""

    def __init__(self, app: ASGIApp, limits: Limits) -> None:
        self._app, self._limits = app, limits
        self._inside = {True: 0, False: 0}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        stream = wants_stream(scope)
        if self._inside[stream] >= (self._limits.streams if stream else self._limits.in_flight):
            await problem(503, _FULL, headers=SOON)(scope, receive, send)
            return
        self._inside[stream] += 1
        try:
            await self._timed(scope, receive, send, self._seconds(scope, stream=stream))
        finally:
            self._inside[stream] -= 1

    def _seconds(self, scope: Scope, *, stream: bool) -> float:
        if stream:
            return self._limits.stream_seconds + self._limits.seconds
        return self._limits.seconds if scope["method"] == "GET" else self._limits.upload_seconds

    async def _timed(self, scope: Scope, receive: Receive, send: Send, seconds: float) -> None:
        begun = False

        async def watched(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            async with asyncio.timeout(seconds):
                await self._app(scope, receive, watched)
        except TimeoutError:
            if not begun:
                await problem(503, _LATE, headers=SOON)(scope, receive, send)


def wants_stream(scope: Scope) -> bool:
    """Say whether a request asks for live events: the one answer that lasts, counted apart and with its own time."""
    return EVENT_STREAM in Headers(scope=scope).get("accept", "")
