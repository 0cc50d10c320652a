"""How much one client, one request and all of them together may take.

>>> Limits().reads.burst > Limits().writes.burst
True
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True, slots=True)
class Rate:
    """A token bucket: so many requests at once, refilled at so many a second."""

    burst: int
    per_second: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """The bounds of a serving desk."""

    target_bytes: int = 8_192
    """Of path and query."""
    header_bytes: int = 16_384
    headers: int = 100
    body_bytes: int = 1_000_000
    """Of a correction or a form."""
    upload_bytes: int = 20_000_000
    """Of pages that are added, with a token."""
    upload_pages: int = 1_000
    """Records that one upload may hold."""
    unpacked_bytes: int = 80_000_000
    """Of all pages of one upload together."""
    seconds: float = 30.0
    """Until a request is answered."""
    upload_seconds: float = 300.0
    """Likewise, while pages are added or a story is grouped anew."""
    in_flight: int = 200
    """Requests at once."""
    streams: int = 200
    """Of live updates at once."""
    stream_seconds: float = 300.0
    """After which a stream of live updates ends; a browser connects again by itself."""
    wait_seconds: float = 25.0
    """For which a request may wait for a change."""
    writer_seconds: float = 5.0
    """How long a correction waits for another writer."""
    reads: Rate = field(default_factory=lambda: Rate(burst=600, per_second=100.0))
    """For each client address."""
    writes: Rate = field(default_factory=lambda: Rate(burst=20, per_second=1.0))
    """For each client address; wrong tokens count as well."""
