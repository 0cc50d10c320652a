"""Readings in: their records, versions, vectors, and the words that search finds.

A reading takes the place of what was read from the same page before, after an upgrade: nothing of the old one stays behind.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from headwater.errors import StoreError
from headwater.model import Article, Reading, Statement, words
from headwater.pages.spots import encodable
from headwater.store.columns import UNDATED, folded, moment_of, squeezed, written
from headwater.store.deskfile import Value
from headwater.store.readings import DIMENSIONS, Held
from headwater.store.store import Vector
from headwater.store.views import Views


class Keeping(Views):
    """What keeps a reading, and makes it findable."""

    def add_reading(self, reading: Reading, *, address: str | None, vector: Vector | None) -> None:
        """Keep what was read from a page, in place of what was read from it before; full text becomes searchable.

        The new article has the old one's number: its place among versions, in its story and in the order of arrival.
        Its postings, partners and copy links go, and its story's view, which was made of what was read before.
        """
        if vector is not None and (vector.shape != (DIMENSIONS,) or not np.isfinite(vector).all()):
            raise StoreError(f"the vector of article {reading.article.id} is not {DIMENSIONS} finite numbers")
        article = reading.article
        self._add_places(article.places)
        held = self._held_of_page(article.page)
        if held is None:
            seq = self._insert_article(article, address)
        elif self._same(held, reading, address, vector):
            return
        else:
            self._withdraw(held)
            self._update_article(held, article, address)
            seq = held.seq
        self._put_record(seq, reading, vector)
        if held is None or held.current:
            self._index(seq, reading)
            self._count_article(article, 1)
        if held is not None and held.id != article.id:
            self._renamed(held.seq, held.id, article.id)

    def _same(self, held: Held, reading: Reading, address: str | None, vector: Vector | None) -> bool:
        rows: list[tuple[bytes, bytes, str | None, bytes | None]] = self._rows(
            "SELECT record, text, address, vector FROM articles JOIN readings USING (seq) LEFT JOIN vectors USING (seq) "
            "WHERE seq = ?",
            held.seq,
        )
        record, text = _columns(reading)
        return rows == [(record, text, address, None if vector is None else _bytes(vector))]

    def _insert_article(self, article: Article, address: str | None) -> int:
        seq = self._insert(
            "INSERT INTO articles (id, page, first, current, address, outlet, language, day, moment, published, title) "
            "VALUES (?, ?, 0, 1, ?, ?, ?, ?, ?, ?, ?)",
            article.id,
            article.page,
            *_described(article, address),
        )
        self._change("UPDATE articles SET first = seq WHERE seq = ?", seq)
        return seq

    def _update_article(self, held: Held, article: Article, address: str | None) -> None:
        self._change(
            "UPDATE articles SET id = ?, address = ?, outlet = ?, language = ?, day = ?, moment = ?, published = ?, title = ? "
            "WHERE seq = ?",
            article.id,
            *_described(article, address),
            held.seq,
        )

    def _put_record(self, seq: int, reading: Reading, vector: Vector | None) -> None:
        self._change("INSERT OR REPLACE INTO readings (seq, record, text) VALUES (?, ?, ?)", seq, *_columns(reading))
        if vector is not None:
            self._change("INSERT INTO vectors (seq, vector) VALUES (?, ?)", seq, _bytes(vector))

    def _count_article(self, article: Article, by: int) -> None:
        self._count("articles", by)
        if article.outlet is None:
            return
        name = folded(article.outlet)
        fresh = self._change(
            "INSERT INTO outlets (folded, name, articles) VALUES (?, ?, 0) ON CONFLICT DO NOTHING", name, article.outlet
        )
        self._change("UPDATE outlets SET articles = articles + ? WHERE folded = ?", by, name)
        gone = self._change("DELETE FROM outlets WHERE folded = ? AND articles = 0", name)
        self._count("outlets", fresh - gone)

    # search's words -----------------------------------------------------------------------------------------------

    def _index(self, seq: int, reading: Reading) -> None:
        """Make an article and its statements findable."""
        article = reading.article
        self._change(
            "INSERT INTO article_words (rowid, title, text) VALUES (?, ?, ?)", seq, article.title or "", article.text
        )
        for statement in reading.statements:
            number = self._insert(
                "INSERT INTO statements (id, seq, speaker, stance, moment) VALUES (?, ?, ?, ?, ?)",
                statement.id,
                seq,
                folded(statement.speaker) if statement.speaker else None,
                statement.stance,
                moment_of(article.published),
            )
            self._change(
                "INSERT INTO statement_words (rowid, content_words, speaker) VALUES (?, ?, ?)",
                number,
                *_said(statement, article),
            )
        self._count("statements", len(reading.statements))

    def _unindex(self, seq: int, reading: Reading) -> None:
        """Take an article and its statements out of what is found; the words must be those that `_index` was given."""
        article = reading.article
        self._change(
            "INSERT INTO article_words (article_words, rowid, title, text) VALUES ('delete', ?, ?, ?)",
            seq,
            article.title or "",
            article.text,
        )
        numbers: list[tuple[int]] = self._rows("SELECT number FROM statements WHERE seq = ? ORDER BY number", seq)
        for (number,), statement in zip(numbers, reading.statements, strict=True):
            self._change(
                "INSERT INTO statement_words (statement_words, rowid, content_words, speaker) VALUES ('delete', ?, ?, ?)",
                number,
                *_said(statement, article),
            )
        self._change("DELETE FROM statements WHERE seq = ?", seq)
        self._count("statements", -len(numbers))

    def _withdraw(self, held: Held) -> None:
        """Take everything that was made of an earlier reading out of the indexes and views."""
        earlier = self.readings([held.id])[held.id]
        if held.current:
            self._unindex(held.seq, earlier)
            self._count_article(earlier.article, -1)
        for table in ("vectors", "profiles"):
            self._change(f"DELETE FROM {table} WHERE seq = ?", held.seq)
        self._unlist(held.seq)
        self._change(
            "DELETE FROM partners WHERE b = ? AND a IN (SELECT b FROM partners WHERE a = ?)", held.seq, held.seq
        )
        self._change("DELETE FROM partners WHERE a = ?", held.seq)
        self._change("DELETE FROM links WHERE a = ?", held.id)
        self._change("DELETE FROM links WHERE b = ?", held.id)
        self._withdraw_view(held.seq)

    # versions -----------------------------------------------------------------------------------------------------

    def replace_version(self, old: str, new: str) -> None:
        """Say that `new` is the current version of the address of `old`."""
        before, now = self._held(old), self._held(new)
        if old == new:
            return
        self._change(
            "UPDATE articles SET first = (SELECT first FROM articles WHERE seq = ?) "
            "WHERE first = (SELECT first FROM articles WHERE seq = ?)",
            before.seq,
            now.seq,
        )
        if before.current:
            self._make_current(before, current=False)
        if not now.current:
            self._make_current(now, current=True)

    def _make_current(self, held: Held, *, current: bool) -> None:
        reading = self.readings([held.id])[held.id]
        self._change("UPDATE articles SET current = ? WHERE seq = ?", int(current), held.seq)
        self._count_article(reading.article, 1 if current else -1)
        if current:
            self._index(held.seq, reading)
        else:
            self._unindex(held.seq, reading)


def _columns(reading: Reading) -> tuple[bytes, bytes]:
    """Return a reading's record without text and places, which have columns of their own, and the text."""
    record = replace(reading, article=replace(reading.article, text="", places=()))
    return written(record), squeezed(encodable(reading.article.text).encode())


def _described(article: Article, address: str | None) -> tuple[Value, ...]:
    return (
        address,
        folded(article.outlet) if article.outlet else None,
        article.language,
        article.published[:10] if moment_of(article.published) != UNDATED and article.published else None,
        moment_of(article.published),
        article.published,
        article.title,
    )


def _said(statement: Statement, article: Article) -> tuple[str, str]:
    """Return the words of a statement that are searched, and its speaker."""
    text = article.text if statement.part == "text" else article.title or ""
    return words(statement.content, text), statement.speaker or ""


def _bytes(vector: Vector) -> bytes:
    return np.ascontiguousarray(vector, dtype="<f4").tobytes()
