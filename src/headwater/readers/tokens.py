"""Text → word pieces with exact offsets, and what an uncased vocabulary loses of each: case, spacing, quotation.

The pieces are those of BERT's WordPiece (Wu et al., 2016; Devlin et al., 2019), whose vocabulary is all lower case. What
it drops and a reader needs travels beside it as three small numbers a piece.

>>> pieces = tokenise("“No,” said Ruiz.")
>>> [pieces.text[start:end] for start, end in zip(pieces.starts.tolist(), pieces.ends.tolist())]
['“', 'No', ',', '”', 'said', 'Ruiz', '.']
>>> pieces.marks[:, QUOTE].tolist()
[2, 1, 1, 3, 0, 0, 0]
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from headwater.errors import MissingModel
from headwater.text.quotes import find_quotes

Integers = NDArray[np.int64]
VOCABULARY = "vocabulary.txt"
RESTORE = "reinstall it with `pip install --force-reinstall headwater`"
LONGEST_WORD = 60
"""Characters; a longer word becomes one unknown piece, as in BERT."""

SHAPE, SPACING, QUOTE = range(3)
"""The columns of `Pieces.marks`."""
SIZES = (8, 4, 4)
"""How many values each column has: 0 is for what stands at the edges of a window."""
LOWER, CAPITALISED, CAPITALS, MIXED, DIGITS, SIGN, INITIAL = range(1, 8)
INSIDE_WORD, TOUCHING, SPACED, NEW_LINE = range(4)
INSIDE, OPENING, CLOSING = 1, 2, 3
WORD = re.compile(r"\w+")
SURROGATE = re.compile("[\ud800-\udfff]")
"""Half a character: the tokeniser takes whole ones only."""


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class Pieces:
    """One text as `n` word pieces."""

    text: str
    ids: Integers
    """(n,) places in the vocabulary."""
    marks: Integers
    """(n, 3): the word's shape, what stands before the piece, whether it is quoted."""
    starts: Integers
    """(n,) code points into `text`."""
    ends: Integers

    def __len__(self) -> int:
        return len(self.ids)


def tokenise(text: str) -> Pieces:
    """Return the pieces of a text in order; characters that no piece covers are white space or unprintable.

    Raises `MissingModel` if the vocabulary is gone or damaged.
    """
    encoded = tokenizer().encode(SURROGATE.sub("\ufffd", text), add_special_tokens=False)
    offsets = np.array(encoded.offsets, dtype=np.int64).reshape(-1, 2)
    starts, ends = offsets[:, 0], offsets[:, 1]
    marks = np.zeros((len(starts), 3), dtype=np.int64)
    marks[:, SHAPE] = _shapes(text)[starts] if len(starts) else 0
    marks[:, SPACING] = _spacing(text, starts, ends)
    marks[:, QUOTE] = _quoted(text)[starts] if len(starts) else 0
    return Pieces(text=text, ids=np.array(encoded.ids, dtype=np.int64), marks=marks, starts=starts, ends=ends)


@cache
def tokenizer() -> Tokenizer:
    """Return the one tokenizer of all shipped models."""
    try:
        lines = files("headwater.readers").joinpath(VOCABULARY).read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as reason:
        raise MissingModel(f"the vocabulary {VOCABULARY} is gone or damaged: {RESTORE}") from reason
    places = {piece: at for at, piece in enumerate(lines[:-1] if lines[-1] == "" else lines)}
    if "[UNK]" not in places:
        raise MissingModel(f"the vocabulary {VOCABULARY} is damaged: {RESTORE}")
    made = Tokenizer(WordPiece(places, unk_token="[UNK]", max_input_chars_per_word=LONGEST_WORD))  # noqa: S106 - a piece
    made.normalizer = BertNormalizer(lowercase=True)
    made.pre_tokenizer = BertPreTokenizer()
    return made


def _shapes(text: str) -> Integers:
    """The shape of the word around each character."""
    shapes = np.full(len(text) + 1, SIGN, dtype=np.int64)
    for word in WORD.finditer(text):
        shapes[word.start() : word.end()] = _shape(word.group())
    return shapes


def _shape(word: str) -> int:
    if word.islower():
        return LOWER
    if any(letter.isdigit() for letter in word):
        return DIGITS
    if word.isupper():
        return CAPITALS if len(word) > 1 else INITIAL
    return CAPITALISED if word[0].isupper() and word[1:].islower() else MIXED


def _spacing(text: str, starts: Integers, ends: Integers) -> Integers:
    """What stands before each piece: nothing within a word, nothing, white space, a line's end."""
    spacing = np.full(len(starts), TOUCHING, dtype=np.int64)
    last = 0
    for at, (start, end) in enumerate(zip(starts.tolist(), ends.tolist(), strict=True)):
        if at == 0 or "\n" in text[last:start]:
            spacing[at] = NEW_LINE
        elif start > last:
            spacing[at] = SPACED
        elif text[start - 1].isalnum() and text[start : start + 1].isalnum():
            spacing[at] = INSIDE_WORD
        last = end
    return spacing


def _quoted(text: str) -> Integers:
    """Whether each character is a quotation mark that opens or closes, or stands between two."""
    quoted = np.zeros(len(text) + 1, dtype=np.int64)
    for quote in find_quotes(text):
        quoted[quote.inner.start : quote.inner.end] = INSIDE
        quoted[quote.span.start : quote.inner.start] = OPENING
        quoted[quote.inner.end : quote.span.end] = CLOSING
    return quoted
