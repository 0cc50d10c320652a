"""Times of publication as pages give them → the forms that standards ask for; nothing is read off a clock.

>>> given("2031-05-13T18:05+02:00"), given("2031-05-13"), given("spring") is None
('2031-05-13T18:05:00+02:00', '2031-05-13', True)
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from headwater.model import Article
from headwater.stories.profiles import moment

EPOCH = "1970-01-01T00:00:00Z"
"""Stands where a format demands an instant and nothing tells one."""


def given(published: str | None) -> str | None:
    """Return a time as ISO 8601 with no more than the page says: a date, a local time, or an instant with its offset."""
    read = _read(published)
    if isinstance(read, datetime) and read.utcoffset():
        odd = (read.utcoffset() or timedelta()) % timedelta(minutes=1)
        return _utc(published) if odd else read.isoformat(timespec="seconds")
    if isinstance(read, datetime):
        return _utc(published) if read.tzinfo else read.isoformat(timespec="seconds")
    return read.isoformat() if read else None


def instant(published: str | None) -> str | None:
    """Return an instant as RFC 3339 in UTC; None where the page gives only a date or a time without its zone.

    >>> instant("2031-05-13T18:05+02:00"), instant("2031-05-13") is None
    ('2031-05-13T16:05:00Z', True)
    """
    read = _read(published)
    return _utc(published) if isinstance(read, datetime) and read.tzinfo else None


def sortable(published: str | None) -> str | None:
    """Return a time as RFC 3339 in UTC, a date as its first second, a time without zone as if in UTC; None for none.

    >>> sortable("2031-05-13"), sortable("2031-05-13T18:05")
    ('2031-05-13T00:00:00Z', '2031-05-13T18:05:00Z')
    """
    return _utc(published) if _read(published) else None


def reported(article: Article) -> str:
    """Return when an article came up, for formats that demand an instant: its publication, else when its page was saved.

    >>> from headwater.outputs.sample import sample_story
    >>> reported(sample_story().articles[0])
    '2031-05-12T00:00:00Z'
    """
    saved = (found for found in (sortable(place.saved) for place in article.places) if found)
    return sortable(article.published) or min(saved, default=EPOCH)


def _read(published: str | None) -> date | datetime | None:
    if not published or len(published) > 40:
        return None
    for kind in (date, datetime):
        try:
            return kind.fromisoformat(published)
        except ValueError:
            continue
    return None


def _utc(published: str | None) -> str | None:
    found = moment(published)
    return found.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0") if found else None
