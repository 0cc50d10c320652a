"""Text → sentence spans.

>>> text = "He left. “Why now?” she asked."
>>> [s.of(text) for s in sentences(text)]
['He left.', '“Why now?” she asked.']
"""

from __future__ import annotations

import ctypes
import re

import blingfire
import numpy as np

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
    found: list[Span] = []
    for first, last in _split(line):
        span = _trimmed(text, start + first, start + last)
        if span is None:
            continue
        if found and GOES_ON.match(text[span.start]):
            found[-1] = Span(start=found[-1].start, end=span.end)
        else:
            found.append(span)
    return found


def _split(line: str) -> list[tuple[int, int]]:
    """Return where sentences begin and end, in characters.

    The library is asked directly: its own wrapper walks over every byte in Python and takes twice as long.
    """
    packed = line.encode()
    room = 2 * len(packed)
    written = ctypes.create_string_buffer(room)
    starts, ends = np.empty(room, dtype=np.int32), np.empty(room, dtype=np.int32)
    length = blingfire.blingfire.TextToSentencesWithOffsets(
        ctypes.c_char_p(packed),
        ctypes.c_int(len(packed)),
        written,
        starts.ctypes.data_as(ctypes.c_void_p),
        ends.ctypes.data_as(ctypes.c_void_p),
        ctypes.c_int(room),
    )
    if not 0 <= length <= room:
        return []
    count = written.value.count(b"\n") + 1
    first, last = starts[:count], ends[:count] + 1
    if len(packed) > len(line):
        begun = (np.frombuffer(packed, dtype=np.uint8) & 0xC0) != 0x80
        before = np.concatenate([[0], np.cumsum(begun)])
        first, last = before[first], before[last]
    return list(zip(first.tolist(), last.tolist(), strict=True))


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start=start, end=end) if start < end else None
