"""What stands before every request, the web pages' included: known hosts, rates, load, sizes, and headers on the way back.

Each guard is a plain ASGI application around another one. The outermost sees a request first.
"""

from __future__ import annotations

from starlette.types import ASGIApp

from headwater.api.guards.headers import SafeHeaders
from headwater.api.guards.hosts import KnownHosts
from headwater.api.guards.loads import BoundedLoad
from headwater.api.guards.rates import BoundedRates
from headwater.api.guards.sizes import BoundedSizes
from headwater.api.served import Served


def guarded(app: ASGIApp, served: Served) -> ASGIApp:
    """Return an application behind all guards."""
    app = BoundedSizes(app, served)
    app = BoundedLoad(app, served.limits)
    app = BoundedRates(app, served.limits)
    app = KnownHosts(app, served.hosts)
    return SafeHeaders(app)


__all__ = ["guarded"]
