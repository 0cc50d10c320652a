"""Tier 2: what was read from pages, and which articles are versions of each other; read back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from headwater.errors import StoreError
from headwater.model import Place, Reading
from headwater.store.columns import read, unsqueezed
from headwater.store.pages import Pages

DIMENSIONS = 384
AT_ONCE = 1000
"""Articles whose ids are fetched together."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Held:
    """The row of an article."""

    seq: int
    id: str
    current: bool


class Readings(Pages):
    """One article a page, with its statements and mentions."""

    def readings(self, articles: Sequence[str]) -> dict[str, Reading]:
        """Return readings by article id; ids that are not there are left out."""
        rows: list[tuple[str, str, bytes, bytes]] = self._named(
            "SELECT id, page, record, text FROM articles JOIN readings USING (seq) "
            "WHERE id IN (SELECT value FROM json_each(?))",
            articles,
        )
        places = self._places_of([page for _, page, _, _ in rows])
        found = {article: _reading(record, text, places.get(page, ())) for article, page, record, text in rows}
        return {article: found[article] for article in dict.fromkeys(articles) if article in found}

    def article_of(self, pages: Sequence[str]) -> dict[str, str]:
        """Return the ids of the articles read from some pages."""
        return dict(self._named("SELECT page, id FROM articles WHERE page IN (SELECT value FROM json_each(?))", pages))

    def current_of(self, pages: Sequence[str]) -> dict[str, str]:
        """Return the ids of the current versions of the articles read from some pages."""
        return dict(
            self._named(
                "SELECT held.page, now.id FROM articles AS held JOIN articles AS now ON now.first = held.first AND now.current "
                "WHERE held.page IN (SELECT value FROM json_each(?))",
                pages,
            )
        )

    def articles(self) -> Iterator[str]:
        """Yield the ids of all articles in the order in which they came."""
        last = 0
        while rows := self._rows("SELECT seq, id FROM articles WHERE seq > ? ORDER BY seq LIMIT ?", last, AT_ONCE):
            last = rows[-1][0]
            yield from (article for _, article in rows)

    def vectors(self, after: int = 0) -> tuple[int, tuple[str, ...], NDArray[np.float32]]:
        """Return a cursor, and the ids and vectors (n, 384) of the articles that came after an earlier cursor."""
        rows: list[tuple[int, str, bytes]] = self._rows(
            "SELECT number, id, vector FROM vectors JOIN articles USING (seq) WHERE number > ? ORDER BY number", after
        )
        matrix = np.frombuffer(b"".join(vector for _, _, vector in rows), dtype="<f4").reshape(-1, DIMENSIONS)
        return (
            (rows[-1][0] if rows else after),
            tuple(article for _, article, _ in rows),
            matrix.astype(np.float32, copy=False),
        )

    # versions -----------------------------------------------------------------------------------------------------

    def current_at(self, address: str) -> str | None:
        """Return the id of the current version at an address."""
        found: str | None = self._value(
            "SELECT id FROM articles WHERE address = ? AND current ORDER BY seq DESC LIMIT 1", address
        )
        return found

    def versions(self, article: str) -> tuple[str, ...]:
        """Return the ids of all versions of an article, oldest first, itself included."""
        return tuple(
            each
            for (each,) in self._rows(
                "SELECT id FROM articles WHERE first = (SELECT first FROM articles WHERE id = ?) ORDER BY current, seq",
                article,
            )
        )

    def _held_of_page(self, page: str) -> Held | None:
        rows: list[tuple[int, str, int]] = self._rows("SELECT seq, id, current FROM articles WHERE page = ?", page)
        return Held(seq=rows[0][0], id=rows[0][1], current=bool(rows[0][2])) if rows else None

    def _held(self, article: str) -> Held:
        rows: list[tuple[int, int]] = self._rows("SELECT seq, current FROM articles WHERE id = ?", article)
        if not rows:
            raise StoreError(f"article {article} is not kept; add its reading first")
        return Held(seq=rows[0][0], id=article, current=bool(rows[0][1]))

    def _seqs(self, articles: Sequence[str]) -> dict[str, int]:
        return dict(self._named("SELECT id, seq FROM articles WHERE id IN (SELECT value FROM json_each(?))", articles))


def _reading(record: bytes, text: bytes, places: tuple[Place, ...]) -> Reading:
    reading = read(record, Reading)
    return replace(reading, article=replace(reading.article, text=unsqueezed(text).decode("utf-8"), places=places))
