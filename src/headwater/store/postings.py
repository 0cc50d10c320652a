"""Articles under their heaviest terms, by day; counts of words; what the story judge looks at; all of it rebuilt at will."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from headwater.store.columns import squeezed, term_hash, unsqueezed
from headwater.store.merging import Merging
from headwater.store.staging import Rows, rows_of
from headwater.store.store import Posting

LAST_DAY = 1 << 30
Near = tuple[int, int, float]
"""A posting of one term: day, article, weight."""

GATHERED = "(SELECT json_group_array(json_array(day, seq, weight)) FROM (SELECT day, seq, weight FROM terms WHERE term = value AND "
BEFORE = f"{GATHERED} day BETWEEN 1 AND ?1 ORDER BY day DESC, seq DESC LIMIT ?2))"
UNDATED = f"{GATHERED} day = 0 ORDER BY seq DESC LIMIT ?2))"
AFTER = f"{GATHERED} day > ?1 ORDER BY day, seq LIMIT ?2))"


class Postings(Merging):
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

    # terms --------------------------------------------------------------------------------------------------------

    def post_terms(self, article: str, day: int, terms: Mapping[str, float]) -> None:
        """List an article under its heaviest terms; `day` counts from year 1, 0 for undated."""
        seq = self._held(article).seq
        weights = {term_hash(term): weight for term, weight in terms.items()}
        keys = np.array(sorted(weights), "<i8")
        values = np.array([weights[key] for key in keys.tolist()], "<f4")
        row = (day, keys.tobytes(), values.tobytes())
        if self._rows("SELECT day, keys, weights FROM listed_terms WHERE seq = ?", seq) == [row]:
            return
        self._unlist_terms(seq)
        self._change("INSERT INTO listed_terms (seq, day, keys, weights) VALUES (?, ?, ?, ?)", seq, *row)
        self._list("terms", rows_of(seq, keys, day, values))

    def _unlist_terms(self, seq: int) -> None:
        self._drop("terms", seq)
        self._change("DELETE FROM listed_terms WHERE seq = ?", seq)

    def posted(self, terms: Sequence[str], day: int, most: int) -> dict[str, list[Posting]]:
        """Return for each term up to `most` articles before or on `day` and as many after it, the nearest in time first;
        ties by the latest added; articles of day 0 count as of the same day. Cost must not grow with the desk.

        An arrival without a day stands at the end: everything dated is before it.
        """  # noqa: D205 - one sentence
        hashes = {term_hash(term): term for term in terms}
        held = self._held_by_trees(sorted(hashes), day, most)
        chosen = {hashes[key]: _nearest(near, day, most) for key, near in held.items()}
        names: dict[int, str] = dict(
            self._named(
                "SELECT seq, id FROM articles WHERE seq IN (SELECT value FROM json_each(?))",
                sorted({seq for near in chosen.values() for _, seq, _ in near}),
            )
        )
        return {
            term: [Posting(article=names[seq], weight=weight) for _, seq, weight in chosen[term]]
            for term in dict.fromkeys(terms)
            if chosen.get(term)
        }

    def _held_by_trees(self, keys: Sequence[int], day: int, most: int) -> dict[int, list[Near]]:
        """Return for each key all postings that can be among the nearest, from the tree and from those that wait."""
        rows: list[tuple[int, str, str, str]] = self._rows(
            f"SELECT value, {BEFORE}, {UNDATED}, {AFTER} FROM json_each(?3)", day or LAST_DAY, most, json.dumps(keys)
        )
        found: dict[int, list[Near]] = {
            key: [(*each,) for gathered in (before, undated) for each in json.loads(gathered)]
            + self._latest_of_days([(*each,) for each in json.loads(after)], key, most)
            for key, before, undated, after in rows
        }
        waiting = self._waiting("terms").staged.of(np.array(keys, np.int64))
        for key in np.unique(waiting["key"]).tolist():
            near = nearest_rows(waiting[waiting["key"] == key], day or LAST_DAY, most)
            found[key] += near[["day", "seq", "weight"]].tolist()
        return found

    def _latest_of_days(self, after: list[Near], key: int, most: int) -> list[Near]:
        """Put the latest added of the last day that is cut off in place of the first added."""
        if len(after) < most:
            return after
        day = after[-1][0]
        whole = [near for near in after if near[0] < day]
        return whole + self._rows(
            "SELECT day, seq, weight FROM terms WHERE term = ? AND day = ? ORDER BY seq DESC LIMIT ?",
            key,
            day,
            most - len(whole),
        )


def nearest_rows(rows: Rows, day: int, most: int) -> Rows:
    """Return those of a term's waiting postings that can be among the nearest to a day: a common term has very many."""
    if len(rows) <= 3 * most:
        return rows
    before = rows[(rows["day"] > 0) & (rows["day"] <= day)]
    after = rows[rows["day"] > day]
    undated = rows[rows["day"] == 0]
    return np.concatenate(
        (
            before[np.lexsort((-before["seq"], -before["day"]))[:most]],
            after[np.lexsort((-after["seq"], after["day"]))[:most]],
            undated[np.argsort(-undated["seq"])[:most]],
        )
    )


def _nearest(near: Sequence[Near], day: int, most: int) -> list[Near]:
    here = day or max((when for when, _, _ in near), default=0)
    before = sorted((here - (when or here), -seq, when, weight) for when, seq, weight in near if when <= here)
    after = sorted((when, -seq, when, weight) for when, seq, weight in near if when > here)
    return [(when, -seq, weight) for _, seq, when, weight in (*before[:most], *after[:most])]
