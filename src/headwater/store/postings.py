"""Indexes over readings: articles under their terms and shingles, counts of words, partners for copies; rebuilt at will."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from headwater.store.columns import signed, squeezed, term_hash, unsqueezed
from headwater.store.deskfile import Value
from headwater.store.readings import Readings
from headwater.store.store import Hashes, Posting

LAST_DAY = 1 << 40
ENOUGH = 4096
"""Articles that keep one shingle and are counted."""


class Postings(Readings):
    """Where an arrival's neighbours are found."""

    def add_profile(self, article: str, profile: bytes) -> None:
        """Keep what the story judge looks at, packed."""
        self._change(
            "INSERT INTO profiles (seq, profile) VALUES (?, ?) "
            "ON CONFLICT DO UPDATE SET profile = excluded.profile WHERE profile != excluded.profile",
            self._held(article).seq,
            squeezed(profile),
        )

    def profiles(self, articles: Sequence[str]) -> dict[str, bytes]:
        """Return packed profiles by article id."""
        rows: list[tuple[str, bytes]] = self._named(
            "SELECT id, profile FROM articles JOIN profiles USING (seq) WHERE id IN (SELECT value FROM json_each(?))",
            articles,
        )
        return {article: unsqueezed(profile) for article, profile in rows}

    # terms --------------------------------------------------------------------------------------------------------

    def post_terms(self, article: str, day: int, terms: Mapping[str, float]) -> None:
        """List an article under its heaviest terms; `day` counts from year 1, 0 for undated."""
        seq = self._held(article).seq
        listed = sorted((term_hash(term), weight) for term, weight in terms.items())
        row = (
            seq,
            day,
            np.array([term for term, _ in listed], "<i8").tobytes(),
            np.array([each for _, each in listed], "<f4").tobytes(),
        )
        if row in self._rows("SELECT seq, day, terms, weights FROM listed_terms WHERE seq = ?", seq):
            return
        self._unlist_terms(seq)
        self._change("INSERT INTO listed_terms (seq, day, terms, weights) VALUES (?, ?, ?, ?)", *row)
        self._change_many(
            "INSERT OR IGNORE INTO terms (term, day, seq, weight) VALUES (?, ?, ?, ?)",
            [(term, day, seq, weight) for term, weight in listed],
        )

    def posted(self, terms: Sequence[str], day: int, most: int) -> dict[str, list[Posting]]:
        """Return for each term up to `most` articles before or on `day` and as many after it, the nearest in time first;
        ties by the latest added; articles of day 0 count as of the same day. Cost must not grow with the desk.
        """  # noqa: D205 - one sentence
        found = {term: self._posted(term_hash(term), day, most) for term in dict.fromkeys(terms)}
        return {term: postings for term, postings in found.items() if postings}

    def _posted(self, term: int, day: int, most: int) -> list[Posting]:
        before = self._near(term, "terms.day BETWEEN 1 AND ?", day or LAST_DAY, most)
        undated = self._near(term, "terms.day = ?", 0, most)
        after = self._later(term, day, most) if day else []
        same = day or (before[0][0] if before else 0)
        nearest = sorted(
            ((same - (when or same)), -seq, article, weight) for when, seq, article, weight in before + undated
        )[:most]
        return [
            Posting(article=article, weight=weight)
            for _, _, article, weight in [
                *nearest,
                *((when, -seq, article, weight) for when, seq, article, weight in after),
            ]
        ]

    def _near(self, term: int, days: str, day: int, most: int) -> list[tuple[int, int, str, float]]:
        return self._rows(
            "SELECT terms.day, terms.seq, id, weight FROM terms JOIN articles ON articles.seq = terms.seq "
            f"WHERE term = ? AND {days} ORDER BY terms.day DESC, terms.seq DESC LIMIT ?",
            term,
            day,
            most,
        )

    def _later(self, term: int, day: int, most: int) -> list[tuple[int, int, str, float]]:
        """Return postings after a day, day by day: the latest added of a day come first, whatever else lies on it."""
        found: list[tuple[int, int, str, float]] = []
        while len(found) < most:
            day = self._value("SELECT min(day) FROM terms WHERE term = ? AND day > ?", term, day)
            if day is None:
                break
            found += self._near(term, "terms.day = ?", day, most - len(found))
        return found

    def _unlist_terms(self, seq: int) -> None:
        rows: list[tuple[int, bytes]] = self._rows("SELECT day, terms FROM listed_terms WHERE seq = ?", seq)
        for day, terms in rows:
            self._change_many(
                "DELETE FROM terms WHERE term = ? AND day = ? AND seq = ?",
                [(int(term), day, seq) for term in np.frombuffer(terms, "<i8")],
            )
        self._change("DELETE FROM listed_terms WHERE seq = ?", seq)

    def count_words(self, words: Iterable[str]) -> None:
        """Count one more article for each different word."""
        self._change_many(
            "INSERT INTO words (word, articles) VALUES (?, 1) ON CONFLICT DO UPDATE SET articles = articles + 1",
            [(word,) for word in sorted(set(words))],
        )

    def word_counts(self, words: Sequence[str]) -> dict[str, int]:
        """Return in how many articles each word was counted; words never counted are left out."""
        return dict(
            self._named("SELECT word, articles FROM words WHERE word IN (SELECT value FROM json_each(?))", words)
        )

    # shingles -----------------------------------------------------------------------------------------------------

    def post_shingles(self, article: str, hashes: Hashes) -> None:
        """List an article under its kept shingles."""
        seq = self._held(article).seq
        listed = np.unique(signed(hashes))
        if self._rows("SELECT hashes FROM listed_shingles WHERE seq = ?", seq) == [(listed.tobytes(),)]:
            return
        self._unlist_shingles(seq)
        self._change("INSERT INTO listed_shingles (seq, hashes) VALUES (?, ?)", seq, listed.tobytes())
        self._change_many("INSERT INTO shingles (hash, seq) VALUES (?, ?)", [(each, seq) for each in listed.tolist()])

    def sharing(self, hashes: Hashes, most: int) -> list[tuple[str, Hashes]]:
        """Return the articles that keep any of these shingles, with which, in the order in which they came.

        A shingle that more than `most` articles keep gives its first and its latest `most` articles only.
        """
        found: dict[int, list[int]] = {}
        for each in np.unique(signed(hashes)).tolist():
            for seq in self._keepers(each, most):
                found.setdefault(seq, []).append(each)
        rows: list[tuple[int, str]] = self._named(
            "SELECT seq, id FROM articles WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY seq", found
        )
        return [(article, np.sort(np.array(found[seq], np.int64).view(np.uint64))) for seq, article in rows]

    def _keepers(self, shingle: int, most: int) -> set[int]:
        first = self._rows("SELECT seq FROM shingles WHERE hash = ? ORDER BY seq LIMIT ?", shingle, most)
        if len(first) < most:
            return {seq for (seq,) in first}
        latest = self._rows("SELECT seq FROM shingles WHERE hash = ? ORDER BY seq DESC LIMIT ?", shingle, most)
        return {seq for (seq,) in [*first, *latest]}

    def shingle_spread(self, hashes: Hashes) -> NDArray[np.int64]:
        """Return how many articles keep each shingle (may stop counting at 4096)."""
        counted = "SELECT count(*) FROM (SELECT 1 FROM shingles WHERE hash = ? LIMIT ?)"
        return np.array([self._value(counted, each, ENOUGH) for each in signed(hashes).tolist()], np.int64)

    def _unlist_shingles(self, seq: int) -> None:
        for (listed,) in self._rows("SELECT hashes FROM listed_shingles WHERE seq = ?", seq):
            self._change_many(
                "DELETE FROM shingles WHERE hash = ? AND seq = ?",
                [(int(each), seq) for each in np.frombuffer(listed, "<i8")],
            )
        self._change("DELETE FROM listed_shingles WHERE seq = ?", seq)

    def _unlist(self, seq: int) -> None:
        """Take an article out of all postings."""
        self._unlist_terms(seq)
        self._unlist_shingles(seq)

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
