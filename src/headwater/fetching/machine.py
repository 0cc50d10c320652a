"""What a watch needs of the machine it runs on: a clock, a way to wait, names of hosts, certificates.

>>> machine = Machine()
>>> machine.now() > 1_700_000_000
True
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass

from headwater.fetching.public import Resolve, resolve

_STARTED = time.time() - time.monotonic()


def now() -> float:
    """Return the seconds since 1970; a clock that is set anew during a run does not change how long a pause takes."""
    return _STARTED + time.monotonic()


@dataclass(frozen=True, kw_only=True, slots=True)
class Machine:
    """The machine itself; tests put others in its place."""

    now: Callable[[], float] = now
    sleep: Callable[[float], None] = time.sleep
    resolve: Resolve = resolve
    certificates: ssl.SSLContext | None = None
    """Who is trusted to vouch for https servers; None: whom the system trusts."""
