"""Only names by which the server is meant to be reached: what stops DNS rebinding.

A page of somebody else's can make its own name point to this machine and read answers as its own, but then its name
stands in `Host`. Addresses in numbers cannot be made to point elsewhere.

>>> known("127.0.0.1:8000", ()), known("[::1]:8000", ()), known("desk.example", ["desk.example"]), known("evil.example", ())
(True, True, True, False)
"""

from __future__ import annotations

import re
from collections.abc import Collection
from ipaddress import ip_address

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from headwater.api.problems import problem

_HOST = re.compile(r"(\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9_.-]{1,253})(?::[0-9]{1,5})?")
_MISDIRECTED = "This server is not known by this name; start it with --host-name NAME to allow one more."


class KnownHosts:
    """Answers 400 without exactly one sound `Host`, and 421 to a name that is not known."""

    def __init__(self, app: ASGIApp, hosts: Collection[str]) -> None:
        self._app, self._hosts = app, frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] == "http":
            given = Headers(scope=scope).getlist("host")
            if len(given) != 1 or not _HOST.fullmatch(given[0]):
                await problem(400, "A request names one host.")(scope, receive, send)
                return
            if not known(given[0], self._hosts):
                await problem(421, _MISDIRECTED)(scope, receive, send)
                return
        await self._app(scope, receive, send)


def known(host: str, names: Collection[str]) -> bool:
    """Say whether a `Host` is an address in numbers, this machine's own name for itself, or one of these names."""
    found = _HOST.fullmatch(host)
    if not found:
        return False
    name = found[1].lower().rstrip(".")
    if name == "localhost" or name in names:
        return True
    try:
        ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True
