"""Tier 3: what people decided, which nothing rewrites, and the copy links that were found."""

from __future__ import annotations

from collections.abc import Iterable

from headwater.errors import StoreError
from headwater.model import Correction, Link
from headwater.store.columns import read, written
from headwater.store.shingles import Shingles


class Judgements(Shingles):
    """Links between records, by people and by the machine."""

    def add_correction(self, correction: Correction) -> bool:
        """Keep a person's judgement and its links; False: the same was there. Never deleted."""
        if self._rows("SELECT 1 FROM corrections WHERE id = ?", correction.id):
            return False
        number = self._insert("INSERT INTO corrections (id, record) VALUES (?, ?)", correction.id, written(correction))
        self._change_many(
            "INSERT INTO corrected_links (correction, kind, a, b, verdict) VALUES (?, ?, ?, ?, ?)",
            [(number, link.kind, link.a, link.b, link.verdict) for link in correction.links],
        )
        self._count("corrections", 1)
        return True

    def corrections(self) -> tuple[Correction, ...]:
        """Return all corrections in the order in which they were added, those taken back included."""
        return tuple(
            read(record, Correction) for (record,) in self._rows("SELECT record FROM corrections ORDER BY number")
        )

    def put_links(self, story: str, links: Iterable[Link]) -> None:
        """Keep the copy links found while this story was settled, in place of those found for it before."""
        number = self._number(story)
        fresh = {(link.a, link.b): written(link) for link in links}
        held: dict[tuple[str, str], bytes] = {
            (a, b): record for a, b, record in self._rows("SELECT a, b, record FROM links WHERE story = ?", number)
        }
        self._change_many(
            "DELETE FROM links WHERE story = ? AND a = ? AND b = ?",
            [(number, a, b) for a, b in sorted(held) if (a, b) not in fresh],
        )
        self._change_many(
            "INSERT OR REPLACE INTO links (story, a, b, record) VALUES (?, ?, ?, ?)",
            [(number, a, b, record) for (a, b), record in sorted(fresh.items()) if held.get((a, b)) != record],
        )

    def links_of(self, article: str) -> tuple[Link, ...]:
        """Return the copy links that an article is part of, in order, each pair once (the story of `a` decides)."""
        rows: list[tuple[str, str, bytes, int]] = self._rows(
            "SELECT links.a, links.b, record, ifnull(members.story = links.story, 0) AS own FROM links "
            "LEFT JOIN articles ON articles.id = links.a LEFT JOIN members USING (seq) "
            "WHERE links.a = ?1 OR links.b = ?1 ORDER BY own, links.story",
            article,
        )
        latest = {(min(a, b), max(a, b)): (a, b, record) for a, b, record, _ in rows}
        return tuple(read(record, Link) for _, _, record in sorted(latest.values()))

    def _number(self, story: str) -> int:
        """Return the number of a story that is there."""
        number: int | None = self._value("SELECT number FROM stories WHERE id = ?", story)
        if number is None:
            raise StoreError(f"story {story} is not kept; put its articles first")
        return number
