"""Ready articles: one JSON row ↔ a page whose text is kept to the character.

>>> page = ready_page({"id": "7", "text": "Rain fell.", "source": "The Vale Post"}, file="news.jsonl")
>>> ready_row(page).outlet, page.place.member
('The Vale Post', '7')
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from headwater.errors import UsageError
from headwater.model import Page
from headwater.pages.spots import Spot, encodable, page_at

FIELDS = ("id", "text", "title", "outlet", "url", "published")


@dataclass(frozen=True, kw_only=True, slots=True)
class ReadyRow:
    """One ready article, as its row gives it; what the row does not say is None."""

    id: str | None = None
    text: str
    title: str | None = None
    outlet: str | None = None
    """The row's `outlet`, else its `source`."""
    url: str | None = None
    published: str | None = None


def ready_page(row: Mapping[str, str | None], *, file: str, member: str = "") -> Page:
    r"""Return the page of one ready article; its content is the row's known fields as canonical JSON.

    Known fields: `id, text, title, source|outlet, url, published`. The text is kept to the character, but for lone
    surrogates, which cannot be written as UTF-8: each becomes U+FFFD, so offsets stay. The place's member is the
    row's `id`, else `member`. Raises UsageError where the row has no text.

    >>> page = ready_page({"text": "a\ud800b", "title": None, "mood": "wet"}, file="-", member="1")
    >>> page.content.decode(), page.place.member
    ('{"text":"a�b"}', '1')
    """
    if not row.get("text"):
        raise UsageError('a ready article needs its words in the field "text"')
    known = {**row, "outlet": row.get("outlet") or row.get("source")}
    kept = {name: encodable(known.get(name) or "") for name in FIELDS}
    content = json.dumps(
        {name: kept[name] for name in sorted(FIELDS) if kept[name]}, ensure_ascii=False, separators=(",", ":")
    )
    spot = Spot(file=file, member=kept["id"] or member, url=kept["url"] or None)
    return page_at(spot, content.encode(), "ready", declared="utf-8")


def ready_row(page: Page) -> ReadyRow:
    """Return the typed row of a page whose media is `ready`.

    >>> ready_row(ready_page({"text": "Rain fell."}, file="-")).text
    'Rain fell.'
    """
    row: dict[str, str] = json.loads(page.content)
    return ReadyRow(**row)
