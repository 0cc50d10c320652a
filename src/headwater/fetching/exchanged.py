"""What is asked of a server and what came back: records that the rooms of fetching hand to each other.

>>> Fault(reason="unreadable", detail="the server says 404 (not found); check the address").passes
False
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from headwater.model import Reason

if TYPE_CHECKING:
    from headwater.fetching.addresses import Address

Purpose = Literal["page", "listing", "robots"]
"""What a request is for: it decides on sizes and content types."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Fault:
    """Why something cannot be had."""

    reason: Reason
    detail: str
    passes: bool = False
    """Whether it may work later: the server is busy, broken or away."""
    resting: bool = False
    """Whether nothing was asked at all, because the host is left alone for a while."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Ask:
    """One request; a redirect is another."""

    address: Address
    purpose: Purpose
    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Reply:
    """What came back: a status and the headers that matter, empty where the server sent none; or a fault."""

    status: int = 0
    content: bytes = b""
    """The body, unpacked; empty unless the status is 200."""
    content_type: str = ""
    location: str = ""
    etag: str = ""
    last_modified: str = ""
    date: str = ""
    retry_after: str = ""
    cache_control: str = ""
    fault: Fault | None = None
    """Set where there is no whole reply; the status is 0 where there was none at all."""
