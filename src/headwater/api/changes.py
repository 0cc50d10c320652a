"""What changed: the events of stories after a number, with a wait if asked for; and the revision as a live stream.

A page that shows a desk listens to the stream and fetches what it shows again; ETags make that cheap.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import APIRouter, Query, Request
from pydantic import Field
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response, StreamingResponse

from headwater.api.answering import described, json_answer
from headwater.api.asking import Asked, Serving
from headwater.api.guards.loads import EVENT_STREAM, wants_stream
from headwater.api.served import Served
from headwater.api.shapes import ChangesRow, RevisionRow
from headwater.wire import packed

router = APIRouter(tags=["changes"])
PATH = "/api/v1/changes"
_PULSE = 1.0
"""Seconds between two looks at the revision, for all who listen together."""
_BREATH = 15.0
"""Seconds after which a silent stream shows that it lives."""
_HEADERS = {"Cache-Control": "no-store", "Vary": "Accept"}


class Pulse:
    """The desk's revision, looked at no oftener than once a pulse however many ask."""

    def __init__(self, served: Served) -> None:
        self._served, self._seen, self._at = served, 0, 0.0
        self._turn = asyncio.Lock()

    async def revision(self) -> int:
        """Return the revision as it was at most a pulse ago."""
        async with self._turn:
            if time.monotonic() >= self._at + _PULSE:
                self._seen = await run_in_threadpool(self._served.desk.revision)
                self._at = time.monotonic()
        return self._seen

    async def past(self, revision: int, seconds: float) -> None:
        """Wait until the revision is past one that is known, for so many seconds at most."""
        until = time.monotonic() + seconds
        while await self.revision() <= revision and not self._served.stopping.is_set():
            left = until - time.monotonic()
            if left <= 0:
                return
            await asyncio.sleep(min(_PULSE, left))


class Since(Asked):
    """What the client has seen already."""

    after: int = Field(0, ge=0, le=1 << 62, description="Number of the last event that is known.")
    revision: int | None = Field(
        None, ge=0, le=1 << 62, description="With `wait`: the revision that is known; the answer comes when it is past."
    )
    wait: float = Field(0, ge=0, le=60, description="Seconds to wait for a change; a server may wait less.")
    limit: int = Field(100, ge=1, le=1000, description="At most so many events.")


_ANSWERS = described(ChangesRow, "Events after a number, in order; or the stream.", also=[EVENT_STREAM])


@router.get("/changes", operation_id="listChanges", responses=_ANSWERS)
async def list_changes(request: Request, serving: Serving, since: Annotated[Since, Query()]) -> Response:
    """List what happened to stories; with `revision` and `wait`, as soon as anything does (long polling).

    Who accepts `text/event-stream`, as a browser's `EventSource` does, gets server-sent events instead: the revision at
    once and whenever it changes, as `{"revision": 17}` in events of the name `revision`. The stream ends after some
    minutes; a browser connects again by itself.
    """
    pulse = _pulse(request)
    if wants_stream(request.scope):
        events = _events(request, pulse, serving)
        return StreamingResponse(events, headers=_HEADERS | {"X-Accel-Buffering": "no"}, media_type=EVENT_STREAM)
    if since.revision is not None:
        await pulse.past(since.revision, min(since.wait, serving.limits.wait_seconds))
    revision = await run_in_threadpool(serving.desk.revision)
    found = await run_in_threadpool(serving.desk.history, None, after=since.after, limit=since.limit)
    after = found[-1].number if found else since.after
    answer: ChangesRow = {"revision": revision, "events": list(found), "after": after}
    return json_answer(answer, headers=_HEADERS)


async def _events(request: Request, pulse: Pulse, served: Served) -> AsyncIterator[bytes]:
    until = time.monotonic() + served.limits.stream_seconds
    sent: int | None = None
    breath = time.monotonic() + _BREATH
    yield b"retry: 3000\n\n"
    while time.monotonic() < until and not served.stopping.is_set() and not await request.is_disconnected():
        revision = await pulse.revision()
        if revision != sent:
            row: RevisionRow = {"revision": revision}
            yield b"id: %d\nevent: revision\ndata: %s\n\n" % (revision, packed(row))
            sent, breath = revision, time.monotonic() + _BREATH
        elif time.monotonic() > breath:
            yield b": still here\n\n"
            breath = time.monotonic() + _BREATH
        await asyncio.sleep(min(_PULSE, max(until - time.monotonic(), 0)))


def _pulse(request: Request) -> Pulse:
    pulse = request.app.state.pulse
    assert isinstance(pulse, Pulse)
    return pulse
