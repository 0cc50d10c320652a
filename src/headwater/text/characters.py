"""Code points → what they are in a word and what they fold to, as arrays that whole texts are looked up in at once.

A block of 256 code points is worked out when a text first needs it, so that start-up costs nothing.

>>> look_up(np.frombuffer("É’ ".encode("utf-32-le"), dtype=np.uint32))[0].tolist() == [LETTER, JOINER, SEPARATOR]
True
"""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import category, normalize

import numpy as np
from numpy.typing import NDArray

SEPARATOR, LETTER, MARK, JOINER, UNSPACED = range(5)
"""Ends a word; stands in one; stands in one after a letter; stands in one between letters; is a word of its own."""
JOINERS = frozenset("'’‘ʼ`´\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffd")
"""Between two letters these do not end a word: apostrophes, invisible characters, characters lost in decoding."""
MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff]")
"""Combining marks, and scripts whose vowel signs are marks: part of the word that they stand in."""
WITHOUT_SPACES = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
)
"""Scripts written without spaces: every character counts as a word."""
BLOCK = 256

Codes = NDArray[np.uint32]
Kinds = NDArray[np.uint8]

_kinds: Kinds = np.zeros(0x110000, dtype=np.uint8)
_folded: Codes = np.zeros(0x110000, dtype=np.uint32)
_lengths: Kinds = np.zeros(0x110000, dtype=np.uint8)
_known = np.zeros(0x110000 // BLOCK, dtype=np.bool_)


def look_up(codes: Codes) -> tuple[Kinds, Codes, Kinds]:
    """Return for each code point its kind, the first character that it folds to, and to how many it folds."""
    blocks = codes // BLOCK
    for block in np.unique(blocks[~_known[blocks]]).tolist():
        _learn(block)
    return _kinds[codes], _folded[codes], _lengths[codes]


def folded(code: int) -> Codes:
    """Return all that one code point folds to.

    >>> "".join(map(chr, folded(ord("ﬁ"))))
    'fi'
    """
    return np.asarray([ord(character) for character in fold_character(chr(code))], dtype=np.uint32)


def _learn(block: int) -> None:
    for code in range(block * BLOCK, (block + 1) * BLOCK):
        character = chr(code)
        kind = _kind(character)
        if kind in (LETTER, MARK, UNSPACED):
            plain = fold_character(character)
            _folded[code] = ord(plain[0]) if plain else 0
            _lengths[code] = len(plain)
        _kinds[code] = kind
    _known[block] = True


def _kind(character: str) -> int:
    if character in JOINERS:
        return JOINER
    if WITHOUT_SPACES.match(character):
        return UNSPACED
    if MARKS.match(character):
        return LETTER if character.isalnum() else MARK
    return LETTER if character.isalnum() else SEPARATOR


@lru_cache(maxsize=1 << 16)
def fold_character(character: str) -> str:
    """Return a character without case, diacritics and width form; nothing for a mark.

    >>> fold_character("É"), fold_character("ß"), fold_character("\u0301")
    ('e', 'ss', '')
    """
    plain = normalize("NFKD", character.casefold()).casefold()  # once more: bold capitals fold to plain ones
    return "".join(each for each in plain if category(each)[0] in "LN" or category(each) == "Mc")
