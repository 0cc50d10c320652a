"""The desk over HTTP: `/api/v1` in the nouns of the command line, and the guards that stand before every request.

Enters: a `Served`. Leaves: an ASGI application; `headwater serve` runs it, with the web pages in it.
"""

from headwater.api.limits import Limits, Rate
from headwater.api.served import Served

__all__ = ["Limits", "Rate", "Served"]
