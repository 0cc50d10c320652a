"""Characters → the words and marks that two versions are compared by, and which of them differ.

>>> old, new = "At least 12 people died.", "Some 15 people have died."
>>> [(old[a.start : a.end], new[b.start : b.end]) for a, b in changed_runs(tokens(old), tokens(new))]
[('At least 12', 'Some 15'), ('', 'have')]
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from unicodedata import normalize

from rapidfuzz.distance import Indel

from headwater.model import Span
from headwater.text.characters import WITHOUT_SPACES

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
LETTER = rf"(?:(?!{WITHOUT_SPACES.pattern})[\w\u0300-\u036f{INVISIBLE}])"
TOKEN = re.compile(rf"\d+(?:[.,:]\d+)*{LETTER}*|{LETTER}+(?:['’ʼ-]{LETTER}+)*|''|``|[^\s{INVISIBLE}]")
"""A number, a word with its apostrophes and hyphens, or one mark; of scripts without spaces one character."""
SHAPES = str.maketrans(dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‘’‚‛ʼ`´′", "'") | dict.fromkeys("‐‑‒–—―−", "-"))
"""Quote marks and dashes: their shape says nothing."""
VISIBLE = str.maketrans("", "", INVISIBLE)
MOST = 1500
"""Tokens of a sentence that are set against each other; of a longer one what differs is one run."""
LIGHT = 3
"""Letters of the longest word that, standing alone between two differences, is taken for part of them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Token:
    """A word, number or mark."""

    span: Span
    form: str
    """What is compared: without letter case, invisible characters, and the shape of quote marks and dashes."""

    @property
    def wordy(self) -> bool:
        """Whether it is a word or number."""
        return self.form[:1].isalnum()


def tokens(text: str, span: Span | None = None) -> list[Token]:
    """Return the words, numbers and marks of a text, or of a part of it, in order."""
    place = span or Span(start=0, end=len(text))
    return [
        Token(span=Span(start=found.start(), end=found.end()), form=form)
        for found in TOKEN.finditer(text, place.start, place.end)
        if (form := _form(found.group()))
    ]


@lru_cache(maxsize=1 << 16)
def _form(token: str) -> str:
    form = normalize("NFKC", token.translate(VISIBLE).translate(SHAPES)).casefold()
    return '"' if form == "''" else form


def changed_runs(old: Sequence[Token], new: Sequence[Token]) -> list[tuple[Span, Span]]:
    """Return what differs, run by run: the characters of the old and of the new; empty where something is only in one.

    A longest common subsequence of tokens (Hunt and McIlroy 1976; bit-parallel in rapidfuzz). Single short words that are
    the same between two differences belong to them.
    """
    if not old or not new:
        return [(_covered(old, 0, len(old)), _covered(new, 0, len(new)))] if old or new else []
    blocks = _blocks([token.form for token in old], [token.form for token in new])
    runs: list[tuple[int, int, int, int]] = []
    for block in blocks:
        if runs and _light(old[runs[-1][1] : block[0]], runs[-1], block):
            runs[-1] = (runs[-1][0], block[1], runs[-1][2], block[3])
        else:
            runs.append(block)
    return [(_covered(old, a, b), _covered(new, c, d)) for a, b, c, d in runs]


def _blocks(old: list[str], new: list[str]) -> list[tuple[int, int, int, int]]:
    """Return the first and last of the tokens that differ, on both sides."""
    if max(len(old), len(new)) > MOST:
        return _ends(old, new)
    found: list[tuple[int, int, int, int]] = []
    for step in Indel.opcodes(old, new):
        a, b, c, d = step.src_start, step.src_end, step.dest_start, step.dest_end
        if step.tag == "equal":
            continue
        if found and (found[-1][1], found[-1][3]) == (a, c):
            found[-1] = (found[-1][0], b, found[-1][2], d)
        else:
            found.append((a, b, c, d))
    return found


def _ends(old: list[str], new: list[str]) -> list[tuple[int, int, int, int]]:
    """Return everything between what is the same at both ends as one difference."""
    least = min(len(old), len(new))
    first = next((place for place in range(least) if old[place] != new[place]), least)
    last = next((place for place in range(least - first) if old[-1 - place] != new[-1 - place]), least - first)
    ends = (first, len(old) - last, first, len(new) - last)
    return [ends] if ends[0] < ends[1] or ends[2] < ends[3] else []


def _light(same: Sequence[Token], before: tuple[int, int, int, int], after: tuple[int, int, int, int]) -> bool:
    """Say whether what stands between two differences is one short word, and both are replacements around it."""
    replaced = all(a < b and c < d for a, b, c, d in (before, after))
    return replaced and len(same) == 1 and len(same[0].form) <= LIGHT and not same[0].form.isdigit()


def _covered(listed: Sequence[Token], first: int, last: int) -> Span:
    """Return the characters of some tokens; of none, the empty span where they would stand."""
    if first < last:
        return Span(start=listed[first].span.start, end=listed[last - 1].span.end)
    at = listed[first - 1].span.end if first else listed[0].span.start if listed else 0
    return Span(start=at, end=at)
