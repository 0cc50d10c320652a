"""Texts → vectors whose cosine says how near they are in meaning (all-MiniLM-L6-v2; Reimers and Gurevych, 2019).

>>> near, far = embed(["The port was shut.", "The harbour has been closed.", "Bees like clover."])[1:] @ embed(["Port shut."])[0]
>>> bool(near > far)
True
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from headwater.readers.meaning import each, lower, sentence
from headwater.readers.pairs import FIRST, LAST, ids_of

WIDTH = 384
REMEMBERED = 1 << 14
"""Texts whose vectors are kept, 25 MB: a story that gains a report is compared again."""
LONGEST = 254
"""Pieces of a text that are read, about 190 words; the rest of a longer one is not."""


def embed(texts: Sequence[str]) -> NDArray[np.float32]:
    """Return vectors (texts, 384) of length 1, in order; each depends on its own text alone, in any company.

    Their numbers are those that 16 bits hold, so that what is kept of a vector is the vector.

    Raises `MissingModel` if a shipped file is gone or damaged.

    >>> embed(["Rain fell.", "It rained."]).shape
    (2, 384)
    """
    found = np.zeros((len(texts), WIDTH), dtype=np.float32)
    for at, vector in enumerate(each(_vector, texts)):
        found[at] = vector
    return found


@lru_cache(maxsize=REMEMBERED)
def _vector(text: str) -> NDArray[np.float32]:
    ids = np.array([FIRST, *ids_of(text, LONGEST), LAST], dtype=np.int64)
    return sentence(lower(ids, np.zeros_like(ids))).astype(np.float16).astype(np.float32)
