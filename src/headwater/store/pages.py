"""Tier 1: pages with their places, and inputs that could not be read."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.model import FeedItem, Page, Place, Rejected, Slice, digest
from headwater.store.columns import read, squeezed, unsqueezed, written
from headwater.store.cursors import cursor, read_cursor
from headwater.store.deskfile import DeskFile, Value


class Pages(DeskFile):
    """What was brought in."""

    def add_page(self, page: Page) -> bool:
        """Keep a page (bytes packed) with its place; False: it was there (the place is added all the same)."""
        fresh = self._change(
            "INSERT OR IGNORE INTO pages (id, media, declared, content, place, summary) VALUES (?, ?, ?, ?, ?, ?)",
            page.id,
            page.media,
            page.declared,
            squeezed(page.content),
            written(page.place),
            None if page.summary is None else written(page.summary),
        )
        self._count("pages", fresh)
        self._add_places([page.place])
        return bool(fresh)

    def add_place(self, place: Place) -> bool:
        """Keep one more place of a page; False: it was there, or its page is not."""
        if not self._rows("SELECT 1 FROM pages WHERE id = ?", place.page):
            return False
        return bool(self._add_places([place]))

    def _add_places(self, places: Sequence[Place]) -> int:
        rows: list[tuple[Value, ...]] = [(each.page, each.file, each.member, each.url, each.saved) for each in places]
        return self._change_many(
            "INSERT OR IGNORE INTO places (page, file, member, url, saved) VALUES (?, ?, ?, ?, ?)", rows
        )

    def page(self, page: str) -> Page | None:
        """Return a page with its first place."""
        rows: list[tuple[str, str | None, bytes, bytes, bytes | None]] = self._rows(
            "SELECT media, declared, content, place, summary FROM pages WHERE id = ?", page
        )
        for media, declared, content, place, summary in rows:
            return Page(
                id=page,
                content=unsqueezed(content),
                media="html" if media == "html" else "ready" if media == "ready" else "text",
                declared=declared,
                place=read(place, Place),
                summary=None if summary is None else read(summary, FeedItem),
            )
        return None

    def places(self, page: str) -> tuple[Place, ...]:
        """Return the places of a page, in order of file and member."""
        return self._places_of([page]).get(page, ())

    def _places_of(self, pages: Sequence[str]) -> dict[str, tuple[Place, ...]]:
        rows: list[tuple[str, str, str, str | None, str | None]] = self._named(
            "SELECT page, file, member, url, saved FROM places WHERE page IN (SELECT value FROM json_each(?)) "
            "ORDER BY page, file, member, ifnull(url, ''), ifnull(saved, '')",
            pages,
        )
        found: dict[str, list[Place]] = {}
        for page, file, member, url, saved in rows:
            found.setdefault(page, []).append(Place(page=page, file=file, member=member, url=url, saved=saved))
        return {page: tuple(places) for page, places in found.items()}

    def add_rejected(self, rejected: Rejected) -> bool:
        """Keep a rejected input; False: the same was there."""
        record = written(rejected)
        fresh = self._change(
            "INSERT OR IGNORE INTO rejected (id, record) VALUES (?, ?)", digest("rejected", record), record
        )
        self._count("rejected", fresh)
        return bool(fresh)

    def rejected(self, after: str | None = None, limit: int = 100) -> Slice[Rejected]:
        """Return rejected inputs in the order in which they came."""
        (start,) = (0,) if after is None else read_cursor(after, "rejected", int)
        rows: list[tuple[int, bytes]] = self._rows(
            "SELECT number, record FROM rejected WHERE number > ? ORDER BY number LIMIT ?", start, limit + 1
        )
        return Slice(
            items=tuple(read(record, Rejected) for _, record in rows[:limit]),
            after=cursor("rejected", rows[limit - 1][0]) if len(rows) > limit else None,
            total=self._tally("rejected"),
        )
