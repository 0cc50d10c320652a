"""Article → trace: its content words as hashed shingles, with where each stands. All that comparing two texts needs.

Function words are what light rewording changes first, and short words are most of them in every language written with
spaces; so only longer words and numbers count, three in a row.

>>> trace = trace_text("The ferry to Port Vale stood still on Friday, and the harbour was closed.")
>>> [trace.words.keys[place] for place in trace.places]
['ferry', 'port', 'vale', 'stood', 'still', 'friday', 'harbour', 'closed']
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from headwater.model import Span
from headwater.text.normalise import BROKEN, Words, fold_words
from headwater.text.quotes import find_quotes
from headwater.text.shingles import Hashes, Positions, hash_words, shingle, winnow

SHINGLE = 3
"""Content words in a shingle: about six words of running text."""
WINDOW = 8
"""Shingles in a winnowing window."""
SHORT = 160
"""A text with fewer shingles than this keeps more of them: what a small window keeps contains what a large one keeps."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Trace:
    """What of a text is compared with others."""

    words: Words
    places: Positions
    """Indices into `words` of the content words."""
    shingles: Hashes
    """One hash for each run of `SHINGLE` content words, by its first."""
    kept: Positions
    """Indices into `shingles` that winnowing keeps."""

    def span(self, first: int, last: int) -> Span:
        """Return the characters from content word `first` up to and including content word `last`."""
        return self.words.span(int(self.places[first]), int(self.places[last]) + 1)


def trace_text(text: str) -> Trace:
    """Return the trace of a text; a text of fewer than three content words has no shingles."""
    words = fold_words(text)
    telling = [place for place, key in enumerate(words.keys) if len(key) > 3 or not key.isascii() or key.isdecimal()]
    places = np.asarray(telling, dtype=np.int64)
    hashed = hash_words([words.keys[place] for place in telling])
    shingles = shingle(hashed, SHINGLE)
    window = WINDOW if len(shingles) >= SHORT else max(1, WINDOW * len(shingles) // SHORT)
    return Trace(words=words, places=places, shingles=shingles, kept=winnow(shingles, window))


def quoted_places(text: str, trace: Trace) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Return for every content word whether it stands inside quote marks; none does where marks were lost in decoding."""
    starts = np.asarray([trace.words.starts[place] for place in trace.places], dtype=np.int64)
    inside = np.zeros(len(starts), dtype=np.bool_)
    for quote in () if "\ufffd" in text or BROKEN.search(text) else find_quotes(text):
        first, last = np.searchsorted(starts, (quote.span.start, quote.span.end))
        inside[first:last] = True
    return inside
