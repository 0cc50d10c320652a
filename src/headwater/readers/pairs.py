"""Two texts → the row of word pieces that a judge of pairs reads: [CLS] a [SEP] b [SEP], and for each piece its mark.

A mark says which text a piece stands in and whether the other text has the same piece: what differs stands out.

>>> row = pair("Ruiz won.", "Ruiz lost.")
>>> row.ids.tolist()
[101, 18773, 2180, 1012, 102, 18773, 2439, 1012, 102]
>>> row.marks.tolist()
[0, 2, 1, 2, 0, 5, 4, 5, 3]
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from headwater.readers.tokens import SURROGATE, tokenizer

Integers = NDArray[np.int64]
FIRST, LAST = 101, 102
"""BERT's pieces for the edges."""
EDGE, ALONE, SHARED = range(3)
"""Marks in the first text; in the second they stand `MARKS // 2` higher."""
MARKS = 6
LONGEST = 96
"""Pieces of one text that are read; the rest of a longer one is not."""
LONGEST_TEXT = 4_000
"""Characters, likewise."""
JUDGED = ("supports", "contradicts", "neither", "hedged")


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class PairRow:
    """One pair of `n` pieces."""

    ids: Integers
    """(n,)"""
    marks: Integers
    """(n,)"""


def ids_of(text: str, longest: int = LONGEST) -> list[int]:
    """Return the pieces of a text, at most `longest`."""
    clean = SURROGATE.sub("\ufffd", text[:LONGEST_TEXT])
    return tokenizer().encode(clean, add_special_tokens=False).ids[:longest]


def pair(a: str, b: str) -> PairRow:
    """Return the row of two texts; raise `MissingModel` if the vocabulary is gone or damaged."""
    first, second = ids_of(a), ids_of(b)
    in_first, in_second = set(first), set(second)
    half = MARKS // 2
    marks = [EDGE, *(SHARED if each in in_second else ALONE for each in first), EDGE]
    marks += [*((SHARED if each in in_first else ALONE) + half for each in second), EDGE + half]
    ids = [FIRST, *first, LAST, *second, LAST]
    return PairRow(ids=np.array(ids, dtype=np.int64), marks=np.array(marks, dtype=np.int64))
