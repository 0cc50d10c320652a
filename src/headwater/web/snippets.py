"""A text and the spans that a search hit → the few words around them, in pieces that say whether they were hit.

>>> [(piece.words, piece.hit) for piece in snippet("On Monday nine boats sank.", ((15, 20),), 300)]
[('On Monday nine ', False), ('boats', True), (' sank.', False)]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headwater.outputs.visible import visible

_MARGIN = 12
"""How far a cut is moved to stand at a space."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """A run of words."""

    words: str
    hit: bool


def snippet(text: str, hits: Sequence[tuple[int, int]], length: int, *, first: int = 0) -> tuple[Piece, ...]:
    """Return about `length` characters of a text from shortly before its first hit, as pieces on one line.

    Spans outside the text are left out; without hits the text is shown from `first` on.
    """
    inside = sorted((start, end) for start, end in hits if 0 <= start < end <= len(text))
    start = _at_space(text, max(inside[0][0] - length // 3, 0)) if inside else first
    end = _at_space(text, min(start + length, len(text)))
    pieces = [*([Piece(words="…", hit=False)] if start else []), *_pieces(text, inside, start, end)]
    return (*pieces, Piece(words="…", hit=False)) if end < len(text) else tuple(pieces)


def _pieces(text: str, hits: Sequence[tuple[int, int]], start: int, end: int) -> Iterator[Piece]:
    at = start
    for begins, ends in hits:
        if begins >= end:
            break
        if begins > at:
            yield Piece(words=_flat(text[at:begins]), hit=False)
        if ends > at:
            yield Piece(words=_flat(text[max(begins, at) : min(ends, end)]), hit=True)
            at = ends
    if at < end:
        yield Piece(words=_flat(text[at:end]), hit=False)


def _flat(words: str) -> str:
    """Return words on one line with a space kept at either end."""
    return " ".join(visible(words).replace("\n", " ").split(" "))


def _at_space(text: str, place: int) -> int:
    if place in {0, len(text)}:
        return place
    space = text.find(" ", place, place + _MARGIN)
    return space + 1 if space >= 0 else place
