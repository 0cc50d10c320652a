"""Text → words folded for comparison, with where each stands.

Case, diacritics, quote marks, punctuation, soft hyphens, width forms and text that was decoded with the wrong encoding
make no difference to a folded word; the offsets count in the text as it was given.

>>> words = fold_words("“Café-Owners don’t pay,” he said.")
>>> words.keys
['cafe', 'owners', 'dont', 'pay', 'he', 'said']
>>> words.span(2, 4)
Span(start=13, end=22)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import category, normalize

from headwater.model import Span

JOINERS = "'’‘ʼ`´\u00ad\u200b\u200c\u200d\u2060\ufeff\ufffd"
"""Between two letters these do not end a word: apostrophes, invisible characters, characters lost in decoding."""
MARKS = "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0963\u0966-\u0dff"
"""Combining marks, and scripts whose vowel signs are marks: part of the word that they stand in."""
UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Scripts written without spaces: every character counts as a word."""
PLAIN = re.compile(r"[^\W_]+(?:['`]+[^\W_]+)*")
"""A word of an ASCII text."""
LETTER = rf"[^\W_{UNSPACED}]"
WORD = re.compile(rf"[{UNSPACED}]|{LETTER}+(?:[{MARKS}]+{LETTER}*|[{JOINERS}]+{LETTER}+)*")
BROKEN = re.compile(
    "[\u00c2-\u00f4][\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d‘’“”•–—˜™š›œžŸ]{1,3}"
)
"""UTF-8 bytes read as Windows-1252 or Latin-1: a lead byte with its followers."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """The folded words of a text, in order; `starts` and `ends` are code points in the text."""

    keys: list[str]
    starts: list[int]
    ends: list[int]

    def span(self, first: int, last: int) -> Span:
        """Return the characters from word `first` up to, not including, word `last`."""
        return Span(start=self.starts[first], end=self.ends[last - 1])


def fold_words(text: str) -> Words:
    """Return the words of a text folded for comparison, in order; never fails, whatever the characters."""
    repaired, offsets = _repaired(text)
    pattern = PLAIN if repaired.isascii() else WORD
    spans = [match.span() for match in pattern.finditer(repaired)]
    keys = [fold(repaired[start:end]) for start, end in spans]
    if not all(keys):
        spans = [span for span, key in zip(spans, keys, strict=True) if key]
        keys = [key for key in keys if key]
    if offsets:
        spans = [(offsets[start], offsets[end]) for start, end in spans]
    return Words(keys=keys, starts=[start for start, _ in spans], ends=[end for _, end in spans])


@lru_cache(maxsize=1 << 18)
def fold(word: str) -> str:
    """Return a word without case, diacritics, joiners and width forms.

    >>> fold("Ｏ’Ｎeíll")
    'oneill'
    """
    if word.isascii():
        return word.replace("'", "").replace("`", "").lower()
    plain = normalize("NFKD", word.casefold())
    return "".join(character for character in plain if category(character)[0] in "LN" or category(character) == "Mc")


def _repaired(text: str) -> tuple[str, list[int]]:
    """Return the text with wrongly decoded characters put right and, where any were, the old offset of each new one."""
    pieces: list[str] = []
    offsets: list[int] = []
    done = 0
    for match in BROKEN.finditer(text):
        right = _decoded(match.group())
        if right is None:
            continue
        pieces += (text[done : match.start()], right)
        offsets.extend(range(done, match.start()))
        offsets.extend([match.start()] * len(right))
        done = match.end()
    if not done:
        return text, []
    pieces.append(text[done:])
    offsets.extend(range(done, len(text) + 1))
    return "".join(pieces), offsets


def _decoded(broken: str) -> str | None:
    for encoding in ("cp1252", "latin-1"):
        try:
            return broken.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return None
