"""Inputs that could not be read, with the reasons: data, never silence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from headwater.api.outward import outward_rejected
from headwater.model import Rejected
from headwater.web import addresses
from headwater.web.asked import Asked
from headwater.web.site import Site


@dataclass(frozen=True, kw_only=True, slots=True)
class RejectedPage:
    """One page of rejected inputs."""

    template: ClassVar[str] = "rejected.html.j2"
    rejected: tuple[Rejected, ...]
    total: int
    following: str


def rejected_page(site: Site, asked: Asked) -> RejectedPage:
    """Return rejected inputs in the order in which they came, `after` a cursor."""
    found = site.desk.rejected(after=asked.some("after"), limit=100)
    following = addresses.with_fields("/rejected", after=found.after) if found.after else ""
    return RejectedPage(
        rejected=tuple(map(outward_rejected, found.items)), total=site.desk.counts().rejected, following=following
    )
