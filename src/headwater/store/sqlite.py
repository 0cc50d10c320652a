"""One SQLite file as a desk's store: WAL, full text, one writer, many readers.

>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder:
...     store = open_store(Path(folder) / "news.desk", write=True)
...     store.counts().articles
...     store.close()
0
"""

from __future__ import annotations

from pathlib import Path

from headwater.store.housekeeping import Housekeeping
from headwater.store.store import Store


class SqliteStore(Housekeeping):
    """A desk's file. Its parts, each on top of the one before: the file, pages, readings, postings, judgements, speakers,
    stories, views, keeping, search, housekeeping.
    """  # noqa: D205 - one sentence


def open_store(path: Path, *, write: bool) -> Store:
    """Open a desk's file, made when `write` and not there; raise `StoreError` with the fix where that cannot be.

    One process at a time may hold it for writing; any number of processes and threads may read.
    """
    return SqliteStore(path, write=write)
