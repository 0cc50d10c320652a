"""Words → hashed shingles, and the few of them that winnowing keeps.

>>> hashes = shingle("one two three four five six".split(), 5)
>>> len(hashes), bool(hashes[0] == shingle("one two three four five".split(), 5)[0])
(2, True)
>>> len(winnow(hashes, 8))
1
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

Hashes = NDArray[np.uint64]
Positions = NDArray[np.int64]

FACTOR = np.uint64(0x9E3779B97F4A7C15)


def hash_words(keys: Sequence[str]) -> Hashes:
    """Return one 64-bit hash a word, the same in every process (blake2b)."""
    return np.fromiter(map(_hashed, keys), dtype=np.uint64, count=len(keys))


@lru_cache(maxsize=1 << 18)
def _hashed(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def shingle(keys: Sequence[str] | Hashes, length: int) -> Hashes:
    """Return the hash of every run of `length` words; none where there are fewer words (Karp and Rabin 1987)."""
    hashed = keys if isinstance(keys, np.ndarray) else hash_words(keys)
    count = len(hashed) - length + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint64)
    total = np.zeros(count, dtype=np.uint64)
    for place in range(length):
        total = total * FACTOR + hashed[place : place + count]
    return total ^ (total >> np.uint64(29))


def winnow(hashes: Hashes, window: int) -> Positions:
    """Return the positions that winnowing keeps: the rightmost smallest hash of every `window` in a row.

    Two texts that share `window` shingles in a row always keep one in common (Schleimer, Wilkerson and Aiken 2003).
    """
    if len(hashes) <= window:
        return np.asarray([len(hashes) - 1 - int(hashes[::-1].argmin())] if len(hashes) else [], dtype=np.int64)
    backwards = sliding_window_view(hashes, window)[:, ::-1]
    smallest = window - 1 - backwards.argmin(axis=1)
    return np.unique(np.arange(len(smallest)) + smallest)
