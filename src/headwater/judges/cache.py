"""Answers that a judge gave, in a file of JSON lines that is only ever appended to, so that a run can be replayed.

What enters: a pair and its word, written at once. What leaves: every word that this judge has given before. A row holds
`id` (digest of `by` and the two texts), `by`, `model`, `a`, `b` and `answer`; each is one write in append mode, so that
several processes may share a file and one that is killed loses at most the row it was writing. Where two processes ask
about one pair, the row that stands first counts for both, and for every replay.

>>> import tempfile
>>> with tempfile.TemporaryDirectory() as folder:
...     cache = Cache(Path(folder, "judge.jsonl"), by="chat:m/1", model="m")
...     cache.add(("Rain fell.", "Snow fell."), "opposed")
...     Cache(Path(folder, "judge.jsonl"), by="chat:m/1", model="m").words
{('Rain fell.', 'Snow fell.'): 'opposed'}
"""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path
from typing import get_args

from headwater.errors import UsageError
from headwater.judges.prompt import Pair, Word
from headwater.model import digest


class Cache:
    """The words that one judge (`by`: model and prompt) has in a file; rows of other judges are left alone."""

    def __init__(self, path: Path, *, by: str, model: str) -> None:
        """Read the file where there is one. Raises `UsageError` where it cannot be read."""
        self.path = path
        self.by = by
        self.model = model
        self.words: dict[Pair, Word] = {}
        """The first word that the file has for each pair."""
        self.damaged: set[int] = set()
        """Numbers of the lines, from 1, that are no rows: cut off by a kill, or changed."""
        self._bytes_read = self._lines_read = 0
        try:
            self._read_on()
        except FileNotFoundError:
            pass
        except OSError as error:
            raise UsageError(f"cannot read the judge's answers in {self.path}: {error.strerror}") from error

    def prepare(self) -> None:
        """Make the file, readable by its owner alone, where there is none. Raises `UsageError` where that fails."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            os.close(self._opened())
        except OSError as error:
            raise UsageError(f"cannot write the judge's answers to {self.path}: {error.strerror}") from error

    def add(self, pair: Pair, word: Word) -> None:
        """Keep a word, in the file first. Raises `OSError` where it cannot be written and read back."""
        row = {
            "id": _id(self.by, pair),
            "by": self.by,
            "model": self.model,
            "a": pair[0],
            "b": pair[1],
            "answer": word,
        }
        line = json.dumps(row).encode("ascii") + b"\n"
        file = self._opened()
        try:
            _append(file, line)
        finally:
            os.close(file)
        self._read_on()
        if pair not in self.words:
            raise OSError(errno.EIO, "another program has changed the file")

    def _opened(self) -> int:
        return os.open(self.path, os.O_RDWR | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)

    def _read_on(self) -> None:
        """Read what has come since the last time, other processes' rows included; the last line may lack its end."""
        with self.path.open("rb") as file:
            file.seek(self._bytes_read)
            for number, line in enumerate(file, start=self._lines_read + 1):
                if not line.strip() or self._take(line):
                    self.damaged.discard(number)  # another process was still writing it
                else:
                    self.damaged.add(number)
                if line.endswith(b"\n"):
                    self._bytes_read += len(line)
                    self._lines_read = number

    def _take(self, line: bytes) -> bool:
        """Take what a line says where it is this judge's; return whether it is a row at all."""
        try:
            row: object = json.loads(line)
        except (ValueError, RecursionError):
            return False
        match row:
            case {"id": str(key), "by": str(by), "a": str(a), "b": str(b), "answer": str(answer)}:
                word = next((word for word in get_args(Word) if word == answer), None)
                if word is None or key != _id(by, (a, b)):
                    return False
                if by == self.by:
                    self.words.setdefault((a, b), word)
                return True
        return False


def _append(file: int, line: bytes) -> None:
    """Append a line in one write, on a line of its own whatever a killed run has left."""
    end = os.lseek(file, 0, os.SEEK_END)
    if end:
        os.lseek(file, end - 1, os.SEEK_SET)
        line = line if os.read(file, 1) == b"\n" else b"\n" + line
    if os.write(file, line) < len(line):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _id(by: str, pair: Pair) -> str:
    return digest("judgement", by, *pair)
