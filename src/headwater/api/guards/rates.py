"""How often one client may ask: a token bucket for reading and a stricter one for writing.

>>> bucket = Bucket(Rate(burst=2, per_second=0.5), at=0.0)
>>> [bucket.take(at=0.0), bucket.take(at=0.0), bucket.take(at=0.0), bucket.take(at=2.0)]
[0.0, 0.0, 2.0, 0.0]
"""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from ipaddress import IPv6Address, ip_address

from starlette.types import ASGIApp, Receive, Scope, Send

from headwater.api.limits import Limits, Rate
from headwater.api.problems import problem

_CLIENTS = 20_000
"""Whose buckets are remembered; the one that asked longest ago is forgotten first."""
_READING = frozenset({"GET", "HEAD", "OPTIONS"})


class Bucket:
    """What is left for one client."""

    def __init__(self, rate: Rate, at: float) -> None:
        self._rate, self._left, self._at = rate, float(rate.burst), at

    def take(self, at: float) -> float:
        """Take one request out; return 0, or after how many seconds there is one."""
        self._left = min(self._rate.burst, self._left + (at - self._at) * self._rate.per_second)
        self._at = at
        if self._left >= 1:
            self._left -= 1
            return 0.0
        return (1 - self._left) / self._rate.per_second


class BoundedRates:
    """Answers 429 to a client that asks too often."""

    def __init__(self, app: ASGIApp, limits: Limits) -> None:
        self._app, self._limits = app, limits
        self._buckets: OrderedDict[tuple[str, bool], Bucket] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        wait = self._take(scope) if scope["type"] == "http" else 0.0
        if wait:
            headers = {"Retry-After": str(math.ceil(wait))}
            await problem(429, "Too many requests from this address.", headers=headers)(scope, receive, send)
            return
        await self._app(scope, receive, send)

    def _take(self, scope: Scope) -> float:
        reading = scope["method"] in _READING
        rate = self._limits.reads if reading else self._limits.writes
        now = time.monotonic()
        key = client_of(scope), reading
        bucket = self._buckets.pop(key, None) or Bucket(rate, now)
        self._buckets[key] = bucket
        while len(self._buckets) > _CLIENTS:
            self._buckets.popitem(last=False)
        return bucket.take(now)


def client_of(scope: Scope) -> str:
    """Return who asks: an IPv4 address, or the network of an IPv6 address, of which one client has any number.

    >>> client_of({"client": ("2001:db8::7", 50000)}), client_of({"client": None})
    ('2001:db8::', '')
    """
    host = scope["client"][0] if scope.get("client") else ""
    try:
        address = ip_address(host)
    except ValueError:
        return str(host)
    if isinstance(address, IPv6Address):
        return str(IPv6Address(int(address) >> 64 << 64))
    return str(address)
