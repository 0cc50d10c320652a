"""A desk's file → what is wrong with it, each trouble one sentence that names the thing and the fix.

Everything is read: a check of a large desk takes minutes. Full text is checked where the file is open for writing (SQLite does
it by a command that counts as a change).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import numpy as np

from headwater.errors import StoreError
from headwater.model import Correction, Reading, Rejected, StoryCard
from headwater.store.columns import read, unsqueezed
from headwater.store.faults import fault_of
from headwater.store.merging import LISTED, TreeName, listed_rows
from headwater.store.readings import DIMENSIONS
from headwater.store.search import Search
from headwater.store.store import Trouble
from headwater.store.views import KeptView

SHOWN = 5
"""Things of one kind that are named."""
BACKUP = "go back to a backup"
REREAD = "read its page again: headwater desk reread DESK"
COUNTED = {
    "pages": "SELECT count(*) FROM pages",
    "articles": "SELECT count(*) FROM articles WHERE current",
    "outlets": "SELECT count(DISTINCT outlet) FROM articles WHERE current",
    "stories": "SELECT count(*) FROM stories",
    "statements": "SELECT count(*) FROM statements",
    "corrections": "SELECT count(*) FROM corrections",
    "rejected": "SELECT count(*) FROM rejected",
    "unsettled": "SELECT count(*) FROM stories WHERE waiting IS NOT NULL",
}
"""What each counter must be."""
MISSING = (
    (
        "SELECT articles.id FROM articles LEFT JOIN pages ON pages.id = page WHERE pages.id IS NULL",
        "article {} has lost its page",
        BACKUP,
    ),
    (
        "SELECT id FROM articles LEFT JOIN readings USING (seq) WHERE record IS NULL",
        "article {} has lost its record",
        BACKUP,
    ),
    (
        "SELECT DISTINCT page FROM places LEFT JOIN pages ON id = page WHERE id IS NULL",
        "the places of page {} lead nowhere",
        BACKUP,
    ),
    (
        "SELECT articles.id FROM articles LEFT JOIN article_words_docsize AS found ON found.id = seq WHERE current AND found.id IS NULL",
        "article {} is not in the full text",
        REREAD,
    ),
    (
        "SELECT found.id FROM article_words_docsize AS found LEFT JOIN articles ON seq = found.id WHERE current IS NOT 1",
        "the full text has an article {} that is not there, or not the current version",
        REREAD,
    ),
    (
        "SELECT statements.id FROM statements LEFT JOIN statement_words_docsize AS found ON found.id = number WHERE found.id IS NULL",
        "statement {} is not in the full text",
        REREAD,
    ),
    (
        "SELECT found.id FROM statement_words_docsize AS found LEFT JOIN statements ON number = found.id WHERE number IS NULL",
        "the full text has a statement {} that is not there",
        REREAD,
    ),
    (
        "SELECT min(id) FROM articles GROUP BY first HAVING sum(current) != 1",
        "the versions of article {} have no current one, or several",
        REREAD,
    ),
    (
        "SELECT id FROM stories WHERE articles != (SELECT count(*) FROM members WHERE story = stories.number)",
        "story {} counts other articles than it has",
        BACKUP,
    ),
    (
        "SELECT id FROM members JOIN articles USING (seq) WHERE NOT current",
        "article {} is in a story, but a later version is there",
        REREAD,
    ),
    (
        "SELECT name FROM outlets WHERE articles != (SELECT count(*) FROM articles WHERE current AND outlet = folded)",
        "outlet {} counts other articles than it has",
        BACKUP,
    ),
    (
        "SELECT name FROM speakers WHERE stories != (SELECT count(*) FROM spoken WHERE speaker = number)",
        "speaker {} counts other stories than there are",
        BACKUP,
    ),
    (
        "SELECT name FROM speakers WHERE statements != (SELECT ifnull(sum(statements), 0) FROM spoken WHERE speaker = number)",
        "speaker {} counts other statements than there are",
        BACKUP,
    ),
    (
        "SELECT id FROM corrections WHERE number IN (SELECT correction FROM corrected_links WHERE verdict NOT IN ('yes', 'no'))",
        "correction {} has a damaged link",
        BACKUP,
    ),
)
"""Queries that must find nothing, what to say of each find, and the fix."""


class Checking(Search):
    """Looks for anything wrong."""

    def check(self) -> tuple[Trouble, ...]:
        """Look for anything wrong: the file's integrity, references, views, postings; empty: all is well."""
        try:
            whole = tuple(self._damages())
            return tuple(Trouble(what=f"{self._path}: {what}") for what in whole or self._troubles())
        except (sqlite3.Error, StoreError) as error:
            fault = fault_of(error, self._path) if isinstance(error, sqlite3.Error) else error
            return (Trouble(what=str(fault)),)

    def _damages(self) -> Iterator[str]:
        """Look at the file itself: what is said of its records means nothing while it is damaged."""
        for (found,) in self._rows("PRAGMA integrity_check(5)"):
            if found != "ok":
                yield f"the file is damaged ({found}); {BACKUP}"
        for table, *_ in self._rows("PRAGMA foreign_key_check")[:SHOWN]:
            yield f"a row of {table} has lost what it belongs to; {BACKUP}"

    def _troubles(self) -> Iterator[str]:
        for query, what, fix in MISSING:
            found = self._rows(query)
            for (name,) in found[:SHOWN]:
                yield f"{what.format(name)}; {fix}"
            if len(found) > SHOWN:
                yield f"{what.format('…')}: {len(found) - SHOWN} more like this; {fix}"
        for name, query in COUNTED.items():
            if self._tally(name) != (there := self._value(query)):
                yield f"{self._tally(name)} {name} are counted, but {there} are there; {BACKUP}"
        yield from self._full_text()
        yield from self._readings()
        yield from self._records()
        yield from self._views()
        for tree in LISTED:
            yield from self._postings(tree)

    def _full_text(self) -> Iterator[str]:
        if self._writer is None or self._in_transaction():
            return
        for table in ("article_words", "statement_words"):
            try:
                with self._turn:
                    self._writer.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")
            except sqlite3.DatabaseError as error:
                yield f"the full text is damaged ({table}: {error}); {BACKUP}"

    def _readings(self) -> Iterator[str]:
        last = 0
        while rows := self._rows(
            "SELECT seq, id, page, record, text, vector, (SELECT count(*) FROM statements WHERE seq = articles.seq), current "
            "FROM articles JOIN readings USING (seq) LEFT JOIN vectors USING (seq) WHERE seq > ? ORDER BY seq LIMIT 500",
            last,
        ):
            for last, article, page, record, text, vector, statements, current in rows:  # noqa: B007 - where the next query starts
                try:
                    reading = read(record, Reading)
                    unsqueezed(text).decode()
                except (StoreError, UnicodeDecodeError):
                    yield f"the record of article {article} is damaged; {REREAD}"
                    continue
                if (reading.article.id, reading.article.page) != (article, page):
                    yield f"article {article} has the record of another; {REREAD}"
                if statements != (len(reading.statements) if current else 0):
                    yield f"article {article} has {len(reading.statements)} statements, of which {statements} can be found; {REREAD}"
                if vector is not None and not _is_vector(vector):
                    yield f"the vector of article {article} is not {DIMENSIONS} finite numbers; {REREAD}"

    def _records(self) -> Iterator[str]:
        """Look whether the smaller records can be read."""
        for (page,) in self._rows("SELECT id FROM pages"):
            try:
                self.page(page)
            except StoreError:
                yield f"page {page} is damaged; {BACKUP}"
        for kind, table in ((Rejected, "rejected"), (Correction, "corrections")):
            for number, record in self._rows(f"SELECT number, record FROM {table}"):
                try:
                    read(record, kind)
                except StoreError:
                    yield f"number {number} of {table} is damaged; {BACKUP}"

    def _views(self) -> Iterator[str]:
        for story, view, card in self._rows("SELECT id, view, card FROM stories WHERE view IS NOT NULL"):
            try:
                kept = read(view, KeptView)
                read(card, StoryCard)
            except StoreError:
                yield f"the view of story {story} is damaged; make it again: headwater desk reread DESK"
                continue
            if gone := sorted(set(kept.story.articles) - self._seqs(kept.story.articles).keys()):
                yield f"the view of story {story} names article {gone[0]}, which is not there; make it again: headwater desk reread DESK"

    def _postings(self, tree: TreeName) -> Iterator[str]:
        """Look whether a tree holds the postings that were merged into it, and no others."""
        waiting = self._waiting(tree)
        merged = 0
        for listed in self._rows(LISTED[tree]):
            rows = listed_rows(*listed)
            merged += int(waiting.merged(rows).sum())
        if merged != (there := self._value(f"SELECT count(*) FROM {tree}")):
            yield f"{there} {tree} can be found, of {merged} that were merged; {REREAD}"


def _is_vector(vector: bytes) -> bool:
    return len(vector) == DIMENSIONS * 4 and bool(np.isfinite(np.frombuffer(vector, "<f4")).all())
