"""A desk's file opened: one connection that writes, one a thread that reads, and transactions.

The parts of the store (`pages`, `readings`, `stories` …) build on this; outside this room nobody needs it.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import RLock, Thread, current_thread, get_ident, local
from typing import Any

from headwater.errors import StoreError
from headwater.pages.spots import encodable
from headwater.store.faults import fault_of, told
from headwater.store.locking import WriterLock
from headwater.store.schema import LATEST, bring_up_to_date, version_of

Value = str | bytes | int | float | None
Rows = list[Any]
"""What a column holds, the schema says."""
WRITER_CACHE = 64_000
READER_CACHE = 16_000
"""KiB of pages that a connection keeps at hand."""
MAPPED = 1 << 30
"""Bytes of the file that readers see through the system's own cache."""
PATIENCE = 10.0
"""Seconds that a connection waits for another one's commit."""
LOGGED = 4000
"""Pages (16 MB) that the write-ahead log gathers before they are written into the file: one written often is written once."""
LONGEST_LOG = 64_000_000
"""Bytes that the write-ahead log keeps on disk once it has been emptied into the file."""


class DeskFile:
    """The connections to one file; `_rows` and `_change` run SQL for the parts of the store."""

    def __init__(self, path: Path, *, write: bool) -> None:
        self._path = path
        self._turn = RLock()
        self._own = local()
        self._readers: list[tuple[Thread, sqlite3.Connection]] = []
        self._closed = False
        self._writing_thread: int | None = None
        self._touched = False
        self._lock: WriterLock | None = None
        self._writer: sqlite3.Connection | None = None
        if write:
            self._open_writer()
        else:
            with told(path):
                self._check_version(self._reader())

    # opening and closing ------------------------------------------------------------------------------------------

    def _open_writer(self) -> None:
        if not self._path.absolute().parent.is_dir():
            raise StoreError(
                f"{self._path} cannot be made: the folder {self._path.absolute().parent} does not exist; make it first"
            )
        if self._path.is_dir():
            raise StoreError(f"{self._path} is a folder; name a file, like {self._path / 'news.desk'}")
        if self._path.exists() and not os.access(self._path, os.W_OK):
            raise StoreError(
                f"{self._path} cannot be written: the file is read-only; change its permissions or copy it elsewhere"
            )
        self._lock = WriterLock(self._path)
        with ExitStack() as undoing, told(self._path):
            undoing.callback(self.close)
            self._writer = self._connect("rwc", WRITER_CACHE)
            version_of(self._writer, self._path)  # before anything is changed in a file that is not ours
            self._writer.execute("PRAGMA journal_mode=WAL")
            self._writer.execute("PRAGMA synchronous=FULL")
            self._writer.execute("PRAGMA foreign_keys=ON")
            self._writer.execute(f"PRAGMA journal_size_limit={LONGEST_LOG}")
            self._writer.execute(f"PRAGMA wal_autocheckpoint={LOGGED}")
            bring_up_to_date(self._writer, self._path)
            undoing.pop_all()

    def _connect(self, mode: str, cache: int) -> sqlite3.Connection:
        connection = sqlite3.connect(
            f"{self._path.absolute().as_uri()}?mode={mode}",
            uri=True,
            timeout=PATIENCE,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            connection.execute("SELECT 1 FROM sqlite_schema").fetchall()  # only now is the file looked at
        except sqlite3.Error:
            connection.close()
            raise
        connection.execute(f"PRAGMA cache_size=-{cache}")
        connection.execute(f"PRAGMA mmap_size={MAPPED}")
        connection.execute("PRAGMA temp_store=MEMORY")
        return connection

    def _reader(self) -> sqlite3.Connection:
        """Return this thread's own reading connection."""
        known: sqlite3.Connection | None = getattr(self._own, "connection", None)
        if known is not None and not self._closed:
            return known
        if self._closed:
            raise StoreError(f"{self._path} has been closed")
        if not self._path.exists():
            raise StoreError(f"{self._path} does not exist; make a desk with: headwater add {self._path} PATHS…")
        try:
            connection = self._connect("ro", READER_CACHE)
        except sqlite3.OperationalError:
            connection = self._connect(self._as_it_lies(), READER_CACHE)
        self._own.connection = connection
        with self._turn:
            for _, left in (each for each in self._readers if not each[0].is_alive()):
                left.close()
            self._readers = [each for each in self._readers if each[0].is_alive()]
            self._readers.append((current_thread(), connection))
        return connection

    def _as_it_lies(self) -> str:
        """Return the mode for a file in a folder where nothing can be made: nobody writes it while we read."""
        log = self._path.with_name(f"{self._path.name}-wal")
        alone = not os.access(self._path.absolute().parent, os.W_OK) and not (log.exists() and log.stat().st_size)
        return "ro&immutable=1" if alone else "ro"

    def _check_version(self, connection: sqlite3.Connection) -> None:
        version = version_of(connection, self._path)
        if not version:
            raise StoreError(
                f"{self._path} is not a desk: it is empty; make one with: headwater add {self._path} PATHS…"
            )
        if version < LATEST:
            raise StoreError(
                f"{self._path} was written by an earlier Headwater (version {version} of its tables, this one needs {LATEST}); "
                f"any writing command brings it up to date, like: headwater desk compact {self._path}"
            )

    def close(self) -> None:
        """Let go of the file."""
        with self._turn:
            self._closed = True
            for _, connection in self._readers:
                connection.close()
            self._readers.clear()
            if self._writer is not None:
                with told(self._path):
                    self._writer.close()
                self._writer = None
            if self._lock is not None:
                self._lock.release()
                self._lock = None

    # transactions -------------------------------------------------------------------------------------------------

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Begin a transaction; commit it durably at the end, undo it at an exception. Not nested."""
        writer = self._writer
        if writer is None:
            raise StoreError(f"{self._path} was opened for reading only")
        with self._turn:
            if self._writing_thread is not None:
                raise StoreError(f"{self._path}: a transaction is open already; leave it first")
            with told(self._path):
                writer.execute("BEGIN IMMEDIATE")
            self._writing_thread, self._touched, committed = get_ident(), False, False
            try:
                yield
                if self._touched:
                    self._count("revision", 1)
                with told(self._path):
                    writer.execute("COMMIT")
                committed = True
            finally:
                if not committed:
                    self._undo(writer)
                self._writing_thread = None

    def _undo(self, writer: sqlite3.Connection) -> None:
        self._forget()
        if writer.in_transaction:  # SQLite itself has undone it where the disk was full
            with told(self._path):
                writer.execute("ROLLBACK")

    def _forget(self) -> None:
        """Drop what was kept in memory of a transaction that was undone."""

    def revision(self) -> int:
        """Return how many transactions have changed anything: readers compare it, ETags carry it."""
        return self._tally("revision")

    # what the parts build on --------------------------------------------------------------------------------------

    def _rows(self, sql: str, *values: Value) -> Rows:
        try:
            return self._connection().execute(sql, _storable(values)).fetchall()
        except sqlite3.Error as error:
            raise fault_of(error, self._path) from error

    def _value(self, sql: str, *values: Value) -> Any:  # noqa: ANN401 - a column holds what the schema says
        rows = self._rows(sql, *values)
        return rows[0][0] if rows else None

    def _named(self, sql: str, names: Iterable[str | int], *values: Value) -> Rows:
        """Run a query whose first parameter is a list of names or numbers."""
        return self._rows(sql, json.dumps(list(names)), *values)

    def _tally(self, name: str) -> int:
        return int(self._value("SELECT number FROM tally WHERE name = ?", name))

    def _change(self, sql: str, *values: Value) -> int:
        """Run a statement that writes; return how many rows it changed."""
        with told(self._path):
            changed = self._open_transaction().execute(sql, _storable(values)).rowcount
        self._touched |= changed > 0
        return changed

    def _insert(self, sql: str, *values: Value) -> int:
        """Run an insertion; return the number of the new row."""
        with told(self._path):
            number = self._open_transaction().execute(sql, _storable(values)).lastrowid
        self._touched = True
        return int(number or 0)

    def _change_many(self, sql: str, rows: Iterable[Sequence[Value]]) -> int:
        with told(self._path):
            changed = self._open_transaction().executemany(sql, map(_storable, rows)).rowcount
        self._touched |= changed > 0
        return changed

    def _count(self, name: str, by: int) -> None:
        if by:
            self._change("UPDATE tally SET number = number + ? WHERE name = ?", by, name)

    def _connection(self) -> sqlite3.Connection:
        """Return the writer inside this thread's transaction, else the thread's reader."""
        if self._writer is not None and self._in_transaction():
            return self._writer
        return self._reader()

    def _in_transaction(self) -> bool:
        return self._writing_thread == get_ident()

    def _open_transaction(self) -> sqlite3.Connection:
        if self._writer is None or not self._in_transaction():
            raise StoreError(f"{self._path}: records are written inside `with store.writing():` only")
        return self._writer


def _storable(values: Sequence[Value]) -> Sequence[Value]:
    """Return values as SQLite takes them: a lone surrogate, for which UTF-8 has no form, becomes U+FFFD."""
    return [encodable(value) if isinstance(value, str) and not value.isascii() else value for value in values]
