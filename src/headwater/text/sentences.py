"""Text → sentence spans.

>>> text = "He left. “Why now?” she asked."
>>> [s.of(text) for s in sentences(text)]
['He left.', '“Why now?” she asked.']
"""

from __future__ import annotations

import re

import blingfire

from headwater.model import Span

PARAGRAPH = re.compile(r"[^\n]+")
UNSAFE = re.compile(r"[\ud800-\udfff\x00-\x08\x0b-\x1f\x7f]")
LONGEST = 20_000
"""A line longer than this is cut at white space before it is split, so that time stays linear."""
GOES_ON = re.compile(r"[a-z,;:)\]—–-]")
"""A sentence does not begin like this: what stands before was an abbreviation or a question inside quote marks."""


def sentences(text: str) -> list[Span]:
    """Return the sentence spans of a text, in order, white space trimmed; a line break always ends a sentence.

    Boundaries are BlingFire's (Microsoft, 2019), repaired where the next piece begins in lower case.
    """
    found: list[Span] = []
    for line in PARAGRAPH.finditer(text):
        for piece in _pieces(line.group()):
            found.extend(_of_line(text, line.start() + piece.start, line.start() + piece.end))
    return found


def _pieces(line: str) -> list[Span]:
    pieces, start = [], 0
    while len(line) - start > LONGEST:
        cut = line.rfind(" ", start, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        pieces.append(Span(start=start, end=cut))
        start = cut
    return [*pieces, Span(start=start, end=len(line))]


def _of_line(text: str, start: int, end: int) -> list[Span]:
    line = UNSAFE.sub(" ", text[start:end])
    if not line.strip():
        return []
    _, offsets = blingfire.text_to_sentences_and_offsets(line)
    found: list[Span] = []
    for first, last in offsets:
        span = _trimmed(text, start + first, start + last)
        if span is None:
            continue
        if found and GOES_ON.match(text[span.start]):
            found[-1] = Span(start=found[-1].start, end=span.end)
        else:
            found.append(span)
    return found


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start=start, end=end) if start < end else None
