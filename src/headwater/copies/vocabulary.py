"""In how many articles of a collection each folded word stands: counted by hash, in a table of fixed size.

>>> from headwater.copies.traces import trace_text
>>> vocabulary = Vocabulary()
>>> for text in ("The ferry stood still.", "The ferry sailed."):
...     vocabulary.add(trace_text(text).hashes)
>>> vocabulary.spread(trace_text("ferry sailed sank").hashes).tolist()
[2, 1, 0]
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from headwater.text.shingles import Hashes

SLOTS_BITS = 22
"""Four million counts, 16 MB: two words seldom share one, and if they do both look a little more common."""


class Vocabulary:
    """Counts articles by word; the order in which they are added makes no difference."""

    def __init__(self) -> None:
        """Begin without an article."""
        self.articles = 0
        self._counts = np.zeros(1 << SLOTS_BITS, dtype=np.uint32)

    def add(self, words: Hashes) -> None:
        """Count one article, given the hashes of its words."""
        self.articles += 1
        self._counts[_slots(words)] += 1  # of an index that is given twice, NumPy counts one

    def spread(self, words: Hashes) -> NDArray[np.int64]:
        """Return in how many articles each word stands."""
        return self._counts[_slots(words)].astype(np.int64)

    def telling(self, words: Hashes) -> NDArray[np.float64]:
        """Return how telling each word is: inverse document frequency."""
        found: NDArray[np.float64] = np.log((self.articles + 1) / np.maximum(1, self.spread(words)))
        return found


def _slots(words: Hashes) -> Hashes:
    return words >> np.uint64(64 - SLOTS_BITS)
