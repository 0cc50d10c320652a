"""What goes wrong with a request → `application/problem+json` (RFC 9457), the same shape for every error.

No stack, no path and no message of a library leaves: errors of ours speak for themselves, with paths cut down to names;
a fault of the store or of the program is told in fixed words, and in full only to the server's own log.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import BaseRoute, Match, Route

from headwater.api.outward import words
from headwater.api.shapes import FaultRow, ProblemRow
from headwater.errors import HeadwaterError, MissingExtra, NotHere, StoreError, UsageError
from headwater.outputs.visible import short
from headwater.wire import packed

PROBLEM = "application/problem+json"
SOON = {"Retry-After": "2"}
BUSY = (
    "The desk cannot be used just now: another process is writing it, or its disk is full or read-only. Try again soon."
)
_LOG = logging.getLogger("headwater.api")
_STATUS: tuple[tuple[type[HeadwaterError], int], ...] = ((NotHere, 404), (UsageError, 422), (MissingExtra, 501))
_FAULTS = 20
_DETAIL = 600


def problem(
    status: int, detail: str, *, headers: Mapping[str, str] | None = None, faults: Sequence[FaultRow] = ()
) -> Response:
    """Return the answer that says why there is none.

    >>> problem(404, "no story s1 on this desk").body
    b'{"type":"about:blank","title":"Not Found","status":404,"detail":"no story s1 on this desk"}'
    """
    row: ProblemRow = {
        "type": "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": short(words(detail), _DETAIL),
    }
    if faults:
        row["faults"] = list(faults)
    return Response(packed(row), status, {"Cache-Control": "no-store", **(headers or {})}, media_type=PROBLEM)


def answer_problems(app: FastAPI, routes: Sequence[BaseRoute]) -> None:
    """Let an application with these routes answer everything that goes wrong with a problem."""

    async def http(request: Request, error: HTTPException) -> Response:
        headers = dict(error.headers or {})
        if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            headers["Allow"] = ", ".join(_methods(routes, request)) or headers.get("Allow", "GET, HEAD")
        return problem(error.status_code, str(error.detail), headers=headers)

    app.exception_handler(HeadwaterError)(_own)
    app.exception_handler(RequestValidationError)(_invalid)
    app.exception_handler(HTTPException)(http)
    app.exception_handler(Exception)(_fault)


async def _own(_request: Request, error: HeadwaterError) -> Response:
    for kind, status in _STATUS:
        if isinstance(error, kind):
            return problem(status, str(error))
    _LOG.warning("%s", error)
    if isinstance(error, StoreError):
        return problem(503, BUSY, headers=SOON)
    return problem(500, "The server cannot answer this; its log says why.")


async def _invalid(_request: Request, error: RequestValidationError) -> Response:
    faults: list[FaultRow] = [
        {"where": short(".".join(map(str, each["loc"])), 100), "what": short(str(each["msg"]), 200)}
        for each in error.errors()[:_FAULTS]
    ]
    return problem(422, "A parameter is not as it should be.", faults=faults)


async def _fault(_request: Request, _error: Exception) -> Response:
    return problem(500, "The server failed at this; its log says why.")


def _methods(routes: Sequence[BaseRoute], request: Request) -> list[str]:
    """Return every method that a path has, whichever route it belongs to."""
    there = [each for each in routes if isinstance(each, Route) and each.matches(request.scope)[0] is not Match.NONE]
    methods = {method for route in there for method in route.methods or ()}
    return sorted(methods | ({"HEAD"} if "GET" in methods else set()))
