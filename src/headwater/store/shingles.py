"""Articles under their kept shingles, and the pairs of articles worth comparing for copies."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from headwater.store.columns import signed
from headwater.store.deskfile import Value
from headwater.store.postings import Postings
from headwater.store.staging import rows_of
from headwater.store.store import Hashes

ENOUGH = 4096
"""Articles that keep one shingle and are counted."""


class Shingles(Postings):
    """Where text that articles share is found."""

    def post_shingles(self, article: str, hashes: Hashes) -> None:
        """List an article under its kept shingles."""
        seq = self._held(article).seq
        keys = np.unique(signed(hashes))
        if self._rows("SELECT keys FROM listed_shingles WHERE seq = ?", seq) == [(keys.tobytes(),)]:
            return
        self._unlist_shingles(seq)
        self._change("INSERT INTO listed_shingles (seq, keys) VALUES (?, ?)", seq, keys.tobytes())
        self._list("shingles", rows_of(seq, keys))

    def _unlist_shingles(self, seq: int) -> None:
        self._drop("shingles", seq)
        self._change("DELETE FROM listed_shingles WHERE seq = ?", seq)

    def _unlist(self, seq: int) -> None:
        """Take an article out of all postings."""
        self._unlist_terms(seq)
        self._unlist_shingles(seq)

    def sharing(self, hashes: Hashes, most: int) -> list[tuple[str, Hashes]]:
        """Return the articles that keep any of these shingles, with which, in the order in which they came.

        A shingle that more than `most` articles keep gives its first and its latest `most` articles only.
        """
        found: defaultdict[int, list[int]] = defaultdict(list)
        for key, seqs in self._keepers(np.unique(signed(hashes)), most).items():
            for seq in seqs if len(seqs) <= 2 * most else [*seqs[:most], *seqs[-most:]]:
                found[seq].append(key)
        rows: list[tuple[int, str]] = self._named(
            "SELECT seq, id FROM articles WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY seq", found
        )
        return [(article, np.sort(np.array(found[seq], np.int64).view(np.uint64))) for seq, article in rows]

    def _keepers(self, keys: NDArray[np.int64], most: int) -> dict[int, list[int]]:
        """Return for each key the articles that keep it, in order: the first and the latest at least."""
        counts = self._counted(keys, 2 * most + 1)
        few = json.dumps([key for key, count in counts.items() if 0 < count <= 2 * most])
        found: defaultdict[int, set[int]] = defaultdict(set)
        for key, seq in self._rows("SELECT hash, seq FROM json_each(?) CROSS JOIN shingles ON hash = value", few):
            found[key].add(seq)
        for key in (key for key, count in counts.items() if count > 2 * most):
            for end in ("", "DESC"):
                rows = self._rows(f"SELECT seq FROM shingles WHERE hash = ? ORDER BY seq {end} LIMIT ?", key, most)
                found[key].update(seq for (seq,) in rows)
        for key, seq in self._waiting("shingles").staged.of(keys)[["key", "seq"]].tolist():
            found[key].add(seq)
        return {key: sorted(seqs) for key, seqs in found.items()}

    def shingle_spread(self, hashes: Hashes) -> NDArray[np.int64]:
        """Return how many articles keep each shingle (stops counting at 4096)."""
        asked = signed(hashes)
        keys = np.unique(asked)
        counts = self._counted(keys, ENOUGH)
        for key in self._waiting("shingles").staged.of(keys)["key"].tolist():
            counts[key] += 1
        return np.array([min(counts[key], ENOUGH) for key in asked.tolist()], np.int64)

    def _counted(self, keys: NDArray[np.int64], most: int) -> dict[int, int]:
        """Return how many articles keep each key by the tree, counted up to `most`."""
        return dict(
            self._rows(
                "SELECT value, (SELECT count(*) FROM (SELECT 1 FROM shingles WHERE hash = value LIMIT ?)) FROM json_each(?)",
                most,
                json.dumps(keys.tolist()),
            )
        )

    # partners for copies --------------------------------------------------------------------------------------------

    def add_partners(self, article: str, others: Iterable[str]) -> None:
        """Keep which articles are worth comparing with one for copies; both ways."""
        seq = self._held(article).seq
        seqs = [other for other in self._seqs(sorted(set(others))).values() if other != seq]
        both: list[tuple[Value, ...]] = [pair for other in sorted(seqs) for pair in ((seq, other), (other, seq))]
        self._change_many("INSERT OR IGNORE INTO partners (a, b) VALUES (?, ?)", both)

    def partners(self, articles: Sequence[str]) -> tuple[tuple[str, str], ...]:
        """Return the pairs that any of these articles is in, each once, smaller id first, in order."""
        rows: list[tuple[str, str]] = self._named(
            "SELECT one.id, other.id FROM articles AS one JOIN partners ON a = one.seq JOIN articles AS other ON other.seq = b "
            "WHERE one.id IN (SELECT value FROM json_each(?))",
            articles,
        )
        return tuple(sorted({(min(pair), max(pair)) for pair in rows}))
