"""What a watch knows of addresses and files from earlier, so that nothing is fetched or read twice.

>>> memory = RunMemory()
>>> memory.remember("https://outlet.example/a", Remembered(etag='"v1"'))
>>> memory.recall("https://outlet.example/a").etag, memory.recall("https://outlet.example/b")
('"v1"', None)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, kw_only=True, slots=True)
class Remembered:
    """What is known of one address or file. Times are seconds since 1970; they pace requests and are in no result."""

    etag: str | None = None
    last_modified: str | None = None
    final: str = ""
    """The address that answered, after redirects: the two fields above are sent to it alone."""
    seen: str = ""
    """Digest of what was read last; for a file its size and time; empty where nothing was."""
    listed: str = ""
    """The latest date of change that a listing gave when it was last asked for; empty where none did."""
    first: float = 0.0
    """When it was first asked for."""
    last: float = 0.0
    """When it was last asked for."""
    failures: int = 0
    """How often in a row it could not be had, for reasons that may pass."""
    not_before: float = 0.0
    """It is not asked for again earlier."""


class Memory(Protocol):
    """Keeps one record an address.

    `watch` calls both methods in the thread that takes its records. It remembers an address only when a record after
    its pages is asked for: a memory that commits in the same transaction as the pages taken so far, or later, loses none.
    """

    def recall(self, address: str) -> Remembered | None:
        """Return what was remembered last of the address, None where nothing was."""
        ...

    def remember(self, address: str, remembered: Remembered) -> None:
        """Put the record in the place of the earlier one."""
        ...


class RunMemory:
    """A memory that ends with the process."""

    def __init__(self) -> None:
        """Know nothing."""
        self._known: dict[str, Remembered] = {}

    def recall(self, address: str) -> Remembered | None:
        """Return what was remembered last of the address, None where nothing was."""
        return self._known.get(address)

    def remember(self, address: str, remembered: Remembered) -> None:
        """Put the record in the place of the earlier one."""
        self._known[address] = remembered
