"""How large a request may be: address, headers, and the body, which is counted as it comes and handed on whole.

Only who has the token may send as much as pages take.
"""

from __future__ import annotations

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from headwater.api.limits import Limits
from headwater.api.problems import problem
from headwater.api.served import Served

UPLOAD = "/api/v1/pages"


class BoundedSizes:
    """Answers 414, 431 and 413."""

    def __init__(self, app: ASGIApp, served: Served) -> None:
        self._app, self._served = app, served

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refused = too_long(scope, self._served.limits)
        if refused is not None:
            await refused(scope, receive, send)
            return
        limit = self._limit(scope)
        body = await read(receive, limit)
        if body is None:
            told = f"The body has more than {limit:,} bytes; send it in parts."
            await problem(413, told, headers={"Connection": "close"})(scope, receive, send)
            return
        await self._app(scope, _given(body, receive), send)

    def _limit(self, scope: Scope) -> int:
        scheme, _, token = Headers(scope=scope).get("authorization", "").partition(" ")
        trusted = scope["path"] == UPLOAD and scheme.lower() == "bearer" and self._served.allows(token.strip())
        return self._served.limits.upload_bytes if trusted else self._served.limits.body_bytes


def too_long(scope: Scope, limits: Limits) -> Response | None:
    """Return the refusal of a request whose address or headers are too long."""
    if len(scope.get("raw_path") or scope["path"].encode()) + len(scope["query_string"]) > limits.target_bytes:
        return problem(414, f"The address has more than {limits.target_bytes:,} bytes.")
    headers = scope["headers"]
    if len(headers) > limits.headers or sum(len(name) + len(value) for name, value in headers) > limits.header_bytes:
        return problem(431, f"More than {limits.headers} headers, or {limits.header_bytes:,} bytes of them.")
    return None


async def read(receive: Receive, limit: int) -> bytes | None:
    """Return the whole body, counted as it comes; None where it is larger than the limit."""
    body = bytearray()
    while True:
        message = await receive()
        if message["type"] != "http.request":
            return bytes(body)
        body += message.get("body", b"")
        if len(body) > limit:
            return None
        if not message.get("more_body", False):
            return bytes(body)


def _given(body: bytes, receive: Receive) -> Receive:
    """Return what gives the body once, and then waits for the client to go away."""
    handed = False

    async def give() -> Message:
        nonlocal handed
        if handed:
            return await receive()
        handed = True
        return {"type": "http.request", "body": body, "more_body": False}

    return give
