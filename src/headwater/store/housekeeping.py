"""Keeping a desk's file well: checking, copying, giving back space; and the memory of what watches."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from headwater.errors import StoreError
from headwater.model import DeskCounts
from headwater.store.checking import Checking
from headwater.store.faults import told


class Housekeeping(Checking):
    """Counts, memory and copies."""

    def counts(self) -> DeskCounts:
        """Return how much the desk holds; cheap."""
        held: dict[str, int] = dict(self._rows("SELECT name, number FROM tally"))
        return DeskCounts(**held)

    def recall(self, address: str) -> bytes | None:
        """Return what was remembered of a watched address."""
        record: bytes | None = self._value("SELECT record FROM memory WHERE address = ?", address)
        return record

    def remember(self, address: str, record: bytes) -> None:
        """Remember something of a watched address; no reader sees it, so the revision stays."""
        touched = self._touched
        self._change("INSERT OR REPLACE INTO memory (address, record) VALUES (?, ?)", address, record)
        self._touched = touched

    def backup(self, path: Path) -> None:
        """Write a consistent copy while others read and write; the copy appears whole or not at all."""
        target = path.absolute()
        if not target.parent.is_dir():
            raise StoreError(f"{path} cannot be written: the folder {target.parent} does not exist; make it first")
        if target == self._path.absolute() or (target.exists() and target.samefile(self._path)):
            raise StoreError(f"{path} is the desk itself; name another file for the copy")
        partial = target.with_name(f"{target.name}-part{os.getpid()}")
        try:
            with told(partial), closing(sqlite3.connect(partial)) as copy:
                self._connection().backup(copy)
                copy.execute("PRAGMA journal_mode=DELETE")
            with partial.open("rb+") as file:
                os.fsync(file.fileno())
            partial.replace(target)
            _keep_name(target.parent)
        except OSError as error:
            raise StoreError(
                f"{path} cannot be written ({error.strerror}); check the folder and its free space"
            ) from error
        finally:
            partial.unlink(missing_ok=True)

    def compact(self) -> tuple[int, int]:
        """Give back unused space; return the size before and after, in bytes."""
        writer = self._writer
        if writer is None:
            raise StoreError(f"{self._path} was opened for reading only")
        with self._turn, told(self._path):
            if self._writing_thread is not None:
                raise StoreError(f"{self._path}: a transaction is open; leave it first")
            writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            before = self._path.stat().st_size
            for table in ("article_words", "statement_words"):
                writer.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
            writer.execute("VACUUM")
            writer.execute("PRAGMA optimize")
            writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            return before, self._path.stat().st_size


def _keep_name(folder: Path) -> None:
    """Make a new name in a folder last (POSIX; elsewhere there is nothing to do)."""
    if os.name != "posix":
        return
    number = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
