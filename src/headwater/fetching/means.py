"""What the errands of one watch share.

>>> from headwater.fetching.memory import RunMemory
>>> memory = RunMemory()
>>> lines = Lines[Errand](FetchSettings(), memory)
>>> means = Means(memory=memory, settings=FetchSettings(), follower=Follower(lines, Machine()), lines=lines)
>>> means.pause(failures=1, least=300), means.pause(failures=40, least=300)
(600.0, 86400.0)
"""

from __future__ import annotations

from dataclasses import dataclass, field

from headwater.fetching.addresses import Address, address_of
from headwater.fetching.errands import Errand
from headwater.fetching.following import Follower
from headwater.fetching.lines import MOST_DOUBLINGS, PATIENCE, Lines
from headwater.fetching.machine import Machine
from headwater.fetching.memory import Memory
from headwater.fetching.settings import DAY, FetchSettings


@dataclass(frozen=True, kw_only=True, slots=True)
class Means:
    """Memory, limits, the way out, and the clock."""

    memory: Memory
    settings: FetchSettings
    follower: Follower
    lines: Lines[Errand]
    machine: Machine = field(default_factory=Machine)

    def pause(self, *, failures: int, least: float) -> float:
        """Return how many seconds to leave something alone that failed so often in a row; at most a day."""
        return min(least * 2.0 ** min(failures, MOST_DOUBLINGS), DAY)

    def rests(self, host: str) -> bool:
        """Say whether a host failed and is left alone for longer than anyone waits in its line."""
        return self.lines.rests_until(host) > self.machine.now() + PATIENCE

    def requests_a_round(self, host: str) -> int:
        """Return how many requests to one host fit between two looks at a source, so that no round is much longer."""
        return max(1, int(self.settings.interval / max(self.lines.delay(host), 0.001)))


def host_of(written: str) -> str:
    """Return the host of an address, empty where it has none that may be asked.

    >>> host_of("https://Outlet.example/a"), host_of("nonsense")
    ('outlet.example', '')
    """
    address = address_of(written)
    return address.host if isinstance(address, Address) else ""
