"""Folded words → one hash a word, hashed shingles, and the sample of them that an index keeps.

>>> from headwater.text.normalise import fold_words
>>> hashes = shingle(hash_words(fold_words("One two three four five six.")), 5)
>>> len(hashes), bool(hashes[0] == shingle(hash_words(fold_words("ONE two, three four five")), 5)[0])
(2, True)
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from headwater.text.normalise import Words

Hashes = NDArray[np.uint64]
Positions = NDArray[np.int64]

FACTOR = 0x9E3779B97F4A7C15
"""Odd, so that it has an inverse modulo 2⁶⁴."""
INVERSE = pow(FACTOR, -1, 1 << 64)
STEP = 1 << 14
"""Powers are worked out for this many characters at a time."""

_powers: list[tuple[Hashes, Hashes]] = []


def hash_words(words: Words) -> Hashes:
    """Return one 64-bit hash a word, the same in every process (polynomial over its characters; Karp and Rabin 1987)."""
    powers, inverses = _powers_for(len(words.letters))
    mixed = _mix(words.letters.astype(np.uint64) + np.uint64(1))
    sums = np.concatenate((np.zeros(1, dtype=np.uint64), np.cumsum(mixed * powers, dtype=np.uint64)))
    starts = words.bounds[:-1]
    if not len(starts):
        return np.empty(0, dtype=np.uint64)
    return _mix((sums[words.bounds[1:]] - sums[starts]) * inverses[starts])


def shingle(hashed: Hashes, length: int) -> Hashes:
    """Return the hash of every run of `length` words; none where there are fewer words (Karp and Rabin 1987)."""
    count = len(hashed) - length + 1
    if count <= 0:
        return np.empty(0, dtype=np.uint64)
    total = np.zeros(count, dtype=np.uint64)
    for place in range(length):
        total = total * np.uint64(FACTOR) + hashed[place : place + count]
    return _mix(total)


def sample(hashes: Hashes, one_in: int) -> Positions:
    """Return the positions of the hashes that are 0 modulo `one_in`, a power of two (Manber 1994).

    A shared shingle is in the sample of both texts or of neither, whatever stands around it, and what a sparse sample
    holds a dense one holds too.

    >>> sample(np.asarray([8, 3, 4], dtype=np.uint64), 4).tolist()
    [0, 2]
    """
    return np.flatnonzero(hashes & np.uint64(one_in - 1) == 0)


def _mix(values: Hashes) -> Hashes:
    """Return values whose every bit depends on all of theirs (the finaliser of SplitMix64, Steele and others 2014)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _powers_for(count: int) -> tuple[Hashes, Hashes]:
    """Return at least `count` + 1 powers of the factor and of its inverse, cut to size."""
    if not _powers or len(_powers[0][0]) <= count:
        size = (count // STEP + 1) * STEP + 1
        _powers[:] = [(_powers_of(FACTOR, size), _powers_of(INVERSE, size))]
    powers, inverses = _powers[0]
    return powers[:count], inverses


def _powers_of(factor: int, size: int) -> Hashes:
    every = np.full(size, factor, dtype=np.uint64)
    every[0] = 1
    return np.cumprod(every, dtype=np.uint64)
