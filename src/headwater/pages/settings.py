"""What a reader of pages may set; the defaults fit a newsroom's saved pages.

>>> PageSettings().max_page_bytes
20000000
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class PageSettings:
    """Limits for one run of `read_pages`."""

    max_page_bytes: int = 20_000_000
    """The longest page, archive record, feed or row that is read, in bytes; containers of any size stream record by record."""
