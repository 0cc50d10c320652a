"""Text → trace: its content words as hashed shingles, with where each stands. All that comparing two texts needs.

Function words are what light rewording changes first, and short words are most of them in every language written with
spaces; so only longer words and numbers count, three in a row.

>>> text = "The ferry to Port Vale stood still on Friday, and the harbour was closed."
>>> trace = trace_text(text)
>>> [trace.span(place, place).of(text) for place in trace.places]
['ferry', 'Port', 'Vale', 'stood', 'still', 'Friday', 'harbour', 'closed']
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from headwater.model import Span
from headwater.text.normalise import BROKEN, Words, fold_words
from headwater.text.quotes import find_quotes
from headwater.text.shingles import Hashes, hash_words, sample, shingle

SHINGLE = 3
"""Content words in a shingle: about six words of running text."""
LONG = 4
"""A word of this many letters counts; so do numbers and words in other letters than a to z."""
SAMPLED = ((128, 1), (384, 2))
"""Up to how many shingles a text keeps one in how many; beyond, one in four."""

Mask = NDArray[np.bool_]
Places = NDArray[np.int32]


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Trace:
    """What of a text is compared with others: arrays, some 25 bytes a word."""

    starts: Places
    """Where each word starts and ends, in code points of the text."""
    ends: Places
    lengths: Places
    """How many folded characters each word has."""
    hashes: Hashes
    """One a word."""
    places: Places
    """Indices of the content words among the words."""
    shingles: Hashes
    """One hash for each run of `SHINGLE` content words, by its first."""

    @property
    def kept(self) -> Hashes:
        """The different shingles that an index keeps, in order of their hash."""
        one_in = next((rate for size, rate in SAMPLED if len(self.shingles) <= size), 4)
        return np.unique(self.shingles[sample(self.shingles, one_in)])

    @property
    def content(self) -> Hashes:
        """The hashes of the content words, in order."""
        return self.hashes[self.places]

    def span(self, first: int, last: int) -> Span:
        """Return the characters from word `first` up to and including word `last`."""
        return Span(start=int(self.starts[first]), end=int(self.ends[last]))


def trace_text(text: str) -> Trace:
    """Return the trace of a text; a text of fewer than three content words has no shingles."""
    words = fold_words(text)
    hashes = hash_words(words)
    places = np.flatnonzero(_telling(words))
    return Trace(
        starts=words.starts.astype(np.int32),
        ends=words.ends.astype(np.int32),
        lengths=words.lengths.astype(np.int32),
        hashes=hashes,
        places=places.astype(np.int32),
        shingles=shingle(hashes[places], SHINGLE),
    )


def _telling(words: Words) -> Mask:
    """Return which words count: the long ones, those with other letters than a to z, and numbers."""
    telling = words.lengths >= LONG
    if len(telling):
        starts = words.bounds[:-1]
        digits = (words.letters >= ord("0")) & (words.letters <= ord("9"))
        telling |= np.maximum.reduceat(words.letters, starts) > 127
        telling |= np.logical_and.reduceat(digits, starts)
    return telling


def quoted_places(text: str, trace: Trace) -> Mask:
    """Return for every content word whether it stands inside quote marks; none does where marks were lost in decoding."""
    starts = trace.starts[trace.places]
    inside = np.zeros(len(starts), dtype=np.bool_)
    for quote in () if "\ufffd" in text or BROKEN.search(text) else find_quotes(text):
        first, last = np.searchsorted(starts, (quote.span.start, quote.span.end))
        inside[first:last] = True
    return inside
