"""An article's postings: listed in one row of their own at once, merged into a tree of all postings later.

See `staging` for why. Every answer is over both, so that nobody can tell what has been merged.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import numpy as np

from headwater.store.deskfile import Value
from headwater.store.readings import Readings
from headwater.store.staging import RANGES, Keys, Rows, Staged, between_merges, range_of, rows_of

TreeName = Literal["terms", "shingles"]
LISTED: dict[TreeName, str] = {
    "terms": "SELECT seq, day, keys, weights FROM listed_terms",
    "shingles": "SELECT seq, 0, keys, NULL FROM listed_shingles",
}
INTO: dict[TreeName, str] = {
    "terms": "INSERT OR IGNORE INTO terms (term, day, seq, weight) VALUES (?, ?, ?, ?)",
    "shingles": "INSERT OR IGNORE INTO shingles (hash, seq) VALUES (?, ?)",
}
OUT_OF: dict[TreeName, str] = {
    "terms": "DELETE FROM terms WHERE term = ? AND day = ? AND seq = ?",
    "shingles": "DELETE FROM shingles WHERE hash = ? AND seq = ?",
}
COLUMNS: dict[TreeName, tuple[str, ...]] = {"terms": ("key", "day", "seq", "weight"), "shingles": ("key", "seq")}


@dataclass(slots=True, eq=False)
class Waiting:
    """What of a tree's postings waits, and up to which article each range has been merged."""

    staged: Staged
    upto: Keys
    latest: int
    """The article that was listed last."""

    def merged(self, rows: Rows) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        """Return which rows lie in the tree."""
        return rows["seq"] <= self.upto[range_of(rows["key"])]


class Merging(Readings):
    """The trees of terms and shingles."""

    def __init__(self, path: Path, *, write: bool) -> None:
        self._written: dict[TreeName, Waiting] = {}
        """What waits as the writer sees it; readers hold their own, as of a commit."""
        super().__init__(path, write=write)

    def _waiting(self, tree: TreeName) -> Waiting:
        """Return what waits: the writer's own inside its transaction, else as of the last commit."""
        if self._in_transaction():
            if tree not in self._written:
                self._written[tree] = self._load(tree)
            return self._written[tree]
        revision = self.revision()
        held: dict[TreeName, tuple[int, Waiting]] = self._own.__dict__.setdefault("waiting", {})
        if tree not in held or held[tree][0] != revision:
            held[tree] = revision, self._load(tree)
        return held[tree][1]

    def _load(self, tree: TreeName) -> Waiting:
        stored: bytes | None = self._value("SELECT upto FROM merged WHERE tree = ?", tree)
        upto = np.zeros(RANGES, np.int64) if stored is None else np.frombuffer(stored, "<i8").copy()
        waiting = Waiting(staged=Staged(), upto=upto, latest=0)
        listed: list[tuple[int, int, bytes, bytes | None]] = self._rows(
            f"{LISTED[tree]} WHERE seq > ? ORDER BY seq", int(upto.min())
        )
        for each in listed:
            rows = listed_rows(*each)
            waiting.staged.add(rows[~waiting.merged(rows)])
            waiting.latest = each[0]
        return waiting

    def _forget(self) -> None:
        self._written.clear()

    def _list(self, tree: TreeName, rows: Rows) -> None:
        """Take in the postings of one article, whose row has been written."""
        if not len(rows):
            return
        waiting, seq = self._waiting(tree), int(rows["seq"][0])
        merged = waiting.merged(rows)
        self._into_tree(tree, rows[merged])  # an article read anew, long after its range was merged
        waiting.staged.add(rows[~merged])
        pace = between_merges(self._tally("articles"))
        if seq // pace > waiting.latest // pace:
            self._merge(tree, waiting, seq)
        waiting.latest = max(waiting.latest, seq)

    def _merge(self, tree: TreeName, waiting: Waiting, seq: int) -> None:
        """Merge the range that has waited longest."""
        number = int(np.argmin(waiting.upto))
        self._into_tree(tree, waiting.staged.take(number))
        waiting.upto[number] = max(seq, waiting.latest)
        self._change("INSERT OR REPLACE INTO merged (tree, upto) VALUES (?, ?)", tree, waiting.upto.tobytes())

    def _into_tree(self, tree: TreeName, rows: Rows) -> None:
        self._change_many(INTO[tree], _columns(tree, rows))

    def _drop(self, tree: TreeName, seq: int) -> None:
        """Take the postings of one article out of the tree; its row is deleted after this."""
        waiting = self._waiting(tree)
        listed: list[tuple[int, int, bytes, bytes | None]] = self._rows(f"{LISTED[tree]} WHERE seq = ?", seq)
        for each in listed:
            rows = listed_rows(*each)
            merged = waiting.merged(rows)
            self._change_many(OUT_OF[tree], [row[:3] for row in _columns(tree, rows[merged])])
            if not merged.all():
                self._written.clear()  # read again from the rows that are left


def listed_rows(seq: int, day: int, keys: bytes, weights: bytes | None) -> Rows:
    """Return the postings in one row of a `listed_` table."""
    return rows_of(seq, np.frombuffer(keys, "<i8"), day, 0.0 if weights is None else np.frombuffer(weights, "<f4"))


def _columns(tree: TreeName, rows: Rows) -> list[tuple[Value, ...]]:
    return list(zip(*(rows[name].tolist() for name in COLUMNS[tree]), strict=True))
