"""A desk's file → the right to write it, held by one process at a time; a second one is told who holds it.

The lock is the operating system's and goes with the process, however it ends: a file left behind locks nothing.

>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder:
...     lock = WriterLock(Path(folder) / "news.desk")
...     lock.release()
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import BinaryIO

from headwater.errors import StoreError

if sys.platform == "win32":
    import msvcrt

    def _locked(file: BinaryIO) -> bool:
        try:
            file.seek(FAR)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(file: BinaryIO) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


FAR = 1 << 20
"""Where Windows locks a byte: past the process id, which others must be able to read."""


class WriterLock:
    """Held from birth until `release`; raises `StoreError` where another process, or another store of this one, holds it."""

    def __init__(self, desk: Path) -> None:
        path = desk.with_name(f"{desk.name}-lock")
        try:
            self._file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o644), "r+b", buffering=0)
        except OSError as error:
            raise StoreError(
                f"{desk} cannot be written: {path} cannot be made ({error.strerror}); check the permissions of the folder"
            ) from error
        if not _locked(self._file):
            holder = self._holder()
            self._file.close()
            raise StoreError(f"{desk} is being written by another process ({holder}); wait for it or stop it")
        self._file.truncate(0)
        self._file.seek(0)
        self._file.write(str(os.getpid()).encode())

    def release(self) -> None:
        """Let others write."""
        self._file.close()

    def _holder(self) -> str:
        self._file.seek(0)
        number = self._file.read(20).decode("ascii", "replace").strip()
        return f"PID {number}" if number.isdigit() else "PID unknown"
