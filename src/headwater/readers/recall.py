"""Vectors and scores of texts that were read before → the same again without reading them: what is kept of a large story.

A story that gains one report is compared again, and nearly all of its sentences and pairs are those of the last time. What
is recalled is exactly what the graphs would say, so that it changes nothing but the time; after an upgrade of the graphs
nothing is recalled.

>>> first = Recall()
>>> vectors = first.embed(["The port was shut.", "Bees like clover."])
>>> later = Recall(first.kept())
>>> bool((later.embed(["Bees like clover."])[0] == vectors[1]).all())
True
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import Generic, TypeVar

import numpy as np

from headwater.model import digest
from headwater.readers.embeddings import WIDTH, embed
from headwater.readers.meaning import JUDGE, LOWER, PACKAGE, SENTENCES, Floats
from headwater.readers.pairs import JUDGED
from headwater.readers.relations import Relating, relating, scores
from headwater.readers.sessions import shipped_bytes

Asked = TypeVar("Asked")
KEY = 8
"""Bytes of a text's or a pair's digest."""
HEAD = KEY + 8
"""Bytes before the digests: which graphs these are, and how many texts and pairs follow."""


class Recall:
    """What was read before, and what is asked of it from now on; for one comparison at a time."""

    def __init__(self, kept: bytes = b"") -> None:
        """Take what an earlier one kept; bytes of another version of the graphs, or damaged ones, are as good as none."""
        vectors, judged = _unpacked(kept)
        self._vectors = _Known(embed, WIDTH, vectors)
        self._judged = _Known(scores, len(JUDGED), judged)

    def embed(self, texts: Sequence[str]) -> Floats:
        """Return what `headwater.readers.embed` does."""
        return self._vectors.ask(texts, [digest(text) for text in texts])

    def relate(self, pairs: Sequence[tuple[str, str]]) -> list[Relating]:
        """Return what `headwater.readers.relate` does."""
        return [relating(row) for row in self._judged.ask(pairs, [digest(*pair) for pair in pairs])]

    def kept(self) -> bytes:
        """Return what was asked for since the beginning, to be recalled another time; the same for the same questions."""
        vectors, judged = self._vectors.asked, self._judged.asked
        counts = np.array([len(vectors), len(judged)], dtype="<u4").tobytes()
        names = bytes.fromhex("".join((*sorted(vectors), *sorted(judged))))
        return _stamp() + counts + names + self._vectors.rows("<f2") + self._judged.rows("<f4")


class _Known(Generic[Asked]):
    """Rows of one kind by the digest of what they tell of."""

    def __init__(self, read: Callable[[Sequence[Asked]], Floats], width: int, known: dict[str, Floats]) -> None:
        self._read, self._width, self._known = read, width, known
        self.asked: dict[str, Floats] = {}

    def ask(self, asked: Sequence[Asked], names: Sequence[str]) -> Floats:
        """Return a row for each, read where it is not known."""
        missing = {name: one for name, one in zip(names, asked, strict=True) if name not in self._known}
        self._known |= zip(missing, self._read(list(missing.values())), strict=True)
        self.asked |= {name: self._known[name] for name in names}
        return self._stacked(names)

    def rows(self, kind: str) -> bytes:
        """Return all rows that were asked for, in the order of their names."""
        return self._stacked(sorted(self.asked)).astype(kind).tobytes()

    def _stacked(self, names: Sequence[str]) -> Floats:
        rows = np.array([self._known[name] for name in names], dtype=np.float32)
        return rows.reshape(len(names), self._width)


def _unpacked(kept: bytes) -> tuple[dict[str, Floats], dict[str, Floats]]:
    if len(kept) < HEAD or kept[:KEY] != _stamp():
        return {}, {}
    vectors, judged = np.frombuffer(kept, dtype="<u4", count=2, offset=KEY).tolist()
    start = HEAD + KEY * (vectors + judged)
    between = start + 2 * WIDTH * vectors
    if len(kept) != between + 4 * len(JUDGED) * judged:
        return {}, {}
    names = [kept[at : at + KEY].hex() for at in range(HEAD, start, KEY)]
    meanings = np.frombuffer(kept[start:between], dtype="<f2").reshape(vectors, WIDTH).astype(np.float32)
    said = np.frombuffer(kept[between:], dtype="<f4").reshape(judged, len(JUDGED)).astype(np.float32)
    return dict(zip(names[:vectors], meanings, strict=True)), dict(zip(names[vectors:], said, strict=True))


@cache
def _stamp() -> bytes:
    """Return what tells these graphs from all others."""
    return bytes.fromhex(digest(*(shipped_bytes(PACKAGE, file) for file in (LOWER, SENTENCES, JUDGE))))
