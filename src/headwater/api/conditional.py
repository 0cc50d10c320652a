"""ETags: an answer depends on the desk's revision, the address that was asked and this version of Headwater, and nothing else.

So the tag is known before any work is done, and `If-None-Match` is answered from one number of the store (RFC 9110,
section 13.1.2).
"""

from __future__ import annotations

from collections.abc import Iterable

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from headwater import __version__
from headwater.api.served import Served
from headwater.model import digest

FRESH = "no-cache"
"""A cache may keep the answer and must ask whether it still holds."""


class Conditional:
    """Gives answers to GET their tag, and answers 304 where the client's still holds; `live` paths are left alone."""

    def __init__(self, app: ASGIApp, *, served: Served, live: Iterable[str]) -> None:
        self._app, self._served, self._live = app, served, frozenset(live)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http" or scope["method"] != "GET" or scope["path"] in self._live:
            await self._app(scope, receive, send)
            return
        tag = self._tag(scope, await run_in_threadpool(self._served.desk.revision))
        told = {"ETag": tag, "Cache-Control": FRESH}
        if _matches(Headers(scope=scope).get("if-none-match"), tag):
            await Response(status_code=304, headers=told)(scope, receive, send)
            return

        async def tagged(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                MutableHeaders(scope=message).update(told)
            await send(message)

        await self._app(scope, receive, tagged)

    def _tag(self, scope: Scope, revision: int) -> str:
        asked = (scope["scheme"], Headers(scope=scope).get("host", ""), scope["path"], scope["query_string"])
        return f'"{revision}-{digest(__version__, *asked)}"'


def _matches(given: str | None, tag: str) -> bool:
    """Compare weakly, as the method asks."""
    if given is None:
        return False
    return tag in [each.strip().removeprefix("W/") for each in given.split(",")]
