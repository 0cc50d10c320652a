"""A time as a container writes it → ISO 8601; never more than was written.

>>> iso_time("Thu, 20 Nov 2025 20:01:00 +0100"), iso_time("2025-11-20"), iso_time("last week")
('2025-11-20T20:01:00+01:00', '2025-11-20', None)
"""

from __future__ import annotations

from datetime import date, datetime
from email.utils import parsedate_to_datetime


def iso_time(written: str | None) -> str | None:
    """Return an ISO 8601 date, local time or instant for an ISO or e-mail date (RFC 5322); None for anything else.

    >>> iso_time("2025-11-20T20:01:00Z"), iso_time("20 Nov 2025 20:01 GMT")
    ('2025-11-20T20:01:00+00:00', '2025-11-20T20:01:00+00:00')
    """
    plain = (written or "").strip()[:80]
    try:
        return date.fromisoformat(plain).isoformat()
    except ValueError:
        pass
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(plain).isoformat()
        except (ValueError, TypeError, IndexError, OverflowError):  # parsedate_to_datetime: one for each way to be odd
            continue
    return None
