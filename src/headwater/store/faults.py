"""What SQLite complains of → one clear sentence that names the file and the fix.

>>> str(fault_of(sqlite3.DatabaseError("file is not a database"), Path("news.desk")))
'news.desk is not a desk: it is no SQLite file; name another file'
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from headwater.errors import StoreError

FIXES = {
    sqlite3.SQLITE_NOTADB: "is not a desk: it is no SQLite file; name another file",
    sqlite3.SQLITE_CORRUPT: "is damaged ({error}); go back to a backup, which `headwater desk backup` makes",
    sqlite3.SQLITE_FULL: "cannot be written: the disk is full; free some space and run the command again, nothing acknowledged is lost",
    sqlite3.SQLITE_READONLY: "cannot be written: the file or its folder is read-only; change its permissions or copy it elsewhere",
    sqlite3.SQLITE_BUSY: "is being written by another process; wait for it or stop it",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened ({error}); check that the folder exists and may be read",
    sqlite3.SQLITE_IOERR: "cannot be read or written ({error}); check the disk and its free space, nothing acknowledged is lost",
    sqlite3.SQLITE_PERM: "cannot be opened ({error}); check the permissions of the file and its folder",
}


def fault_of(error: sqlite3.Error, path: Path) -> StoreError:
    """Return what to say of an error of SQLite's about a desk's file."""
    code = getattr(error, "sqlite_errorcode", None)
    primary = sqlite3.SQLITE_NOTADB if "not a database" in str(error) else (code or 0) & 0xFF
    return StoreError(
        f"{path} {FIXES.get(primary, 'cannot be used ({error}); run `headwater desk check`').format(error=error)}"
    )


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into ours."""
    try:
        yield
    except sqlite3.Error as error:
        raise fault_of(error, path) from error
