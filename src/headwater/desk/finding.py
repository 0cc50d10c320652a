"""What a search found, by ids → hits with the records and the places of the words; and search by meaning.

By meaning every article's vector is compared with the query's: exact, one product of a matrix and a vector.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from headwater.errors import UsageError
from headwater.model import Hit, Query, Slice
from headwater.readers import embed
from headwater.store import Found, Store
from headwater.text.normalise import fold_words

SPANS = 24
"""Places of the query's words that a hit names."""
NEAREST = 400
"""Articles nearest in meaning that the filters are put to."""
LEAST = 0.15
"""A cosine below this says nothing."""
Matrix = NDArray[np.float32]


@dataclass(kw_only=True, slots=True)
class Meanings:
    """The vectors of a desk's articles, read once and then as they come: a cache of what the store holds."""

    cursor: int = 0
    names: list[str] = field(default_factory=list)
    rows: Matrix = field(default_factory=lambda: np.zeros((0, 384), dtype=np.float32))
    count: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def nearest(self, store: Store, vector: NDArray[np.float32], most: int) -> list[tuple[str, float]]:
        """Return the articles nearest to a vector of length 1, with their cosines, the nearest first; ties by id."""
        with self.lock:
            self._read(store)
            names, rows = self.names, self.rows[: self.count]
        if not names:
            return []
        cosines = rows @ vector
        some = np.argpartition(-cosines, min(most, len(cosines)) - 1)[:most]
        found = [(float(cosines[place]), names[place]) for place in some.tolist() if cosines[place] >= LEAST]
        return [(name, cosine) for cosine, name in sorted(found, key=lambda pair: (-pair[0], pair[1]))]

    def _read(self, store: Store) -> None:
        self.cursor, names, more = store.vectors(self.cursor)
        if not names:
            return
        if self.count + len(names) > len(self.rows):
            grown = np.zeros((2 * (self.count + len(names)), more.shape[1]), dtype=np.float32)
            grown[: self.count] = self.rows[: self.count]
            self.rows = grown
        self.rows[self.count : self.count + len(names)] = more
        self.names = [*self.names, *names]
        self.count += len(names)


def find(store: Store, meanings: Meanings, query: Query, after: str | None, limit: int) -> Slice[Hit]:
    """Return the hits of a query; `UsageError` where it cannot be read."""
    if query.meaning:
        return _by_meaning(store, meanings, query, limit)
    found = store.search(query, after, limit)
    return Slice(
        items=_hits(store, found.items, _marker(query.words or query.about or "")), after=found.after, total=found.total
    )


def _by_meaning(store: Store, meanings: Meanings, query: Query, limit: int) -> Slice[Hit]:
    if not query.words.strip():
        raise UsageError("a search by meaning needs some words")
    if query.kind == "statement" or query.speaker:
        raise UsageError("a search by meaning finds articles; leave the speaker out")
    nearest = meanings.nearest(store, embed([query.words])[0], NEAREST)
    cosine_of = dict(nearest)
    found = [
        Found(article=name, statement=None, score=round(cosine_of[name], 4))
        for name in store.fulfilling(query, [name for name, _ in nearest])[:limit]
    ]
    return Slice(items=_hits(store, found, _nowhere), after=None)


Marker = Callable[[str], tuple[tuple[int, int], ...]]


def _hits(store: Store, found: Sequence[Found], marked: Marker) -> tuple[Hit, ...]:
    articles = [each.article for each in found]
    readings, story_of = store.readings(sorted(set(articles))), store.story_of(articles)
    hits = []
    for each in found:
        reading = readings.get(each.article)
        if reading is None:
            continue  # replaced by a later version since the search
        statement = next((one for one in reading.statements if one.id == each.statement), None)
        spans = marked(reading.article.text)
        hits.append(
            Hit(
                article=reading.article,
                story=story_of.get(each.article),
                statement=statement,
                spans=spans,
                score=each.score,
            )
        )
    return tuple(hits)


def _marker(words: str) -> Marker:
    """Return what finds the query's words in a text, compared folded; `without` words and marks aside."""
    wanted = [word for word in words.split() if not word.startswith("-") and word != "OR"]
    exact = {key for word in wanted for key in fold_words(word.rstrip("*")).keys if not word.endswith("*")}
    begun = tuple(key for word in wanted if word.endswith("*") for key in fold_words(word.rstrip("*")).keys)

    def marked(text: str) -> tuple[tuple[int, int], ...]:
        read = fold_words(text)
        places = zip(read.keys, read.starts.tolist(), read.ends.tolist(), strict=True)
        found = [(start, end) for key, start, end in places if key in exact or (begun and key.startswith(begun))]
        return tuple(found[:SPANS])

    return marked


def _nowhere(_text: str) -> tuple[tuple[int, int], ...]:
    return ()
