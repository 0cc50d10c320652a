"""Rows of the shared data → windows with the tags that the heads shall give: cues, names, and roles around each cue."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import numpy as np
from numpy.typing import NDArray

from headwater.readers.tags import CUE_TAGS, NAME_TAGS
from headwater.readers.tokens import Pieces
from headwater.readers.windows import Window, windows
from training.readers.invented import Row, Spans

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
EDGE = " \t\r\n\"'“”‘’«»„,.;:"
"""What the scorer cuts off the ends of a span."""
Integers = NDArray[np.int64]
Pair = tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class Gold:
    """One cue and its roles, as pieces: first and one after the last."""

    cue: Pair
    source: tuple[Pair, ...]
    content: tuple[Pair, ...]


@dataclass(frozen=True, kw_only=True)
class Sample:
    """One window of a text."""

    pieces: Pieces
    window: Window
    golds: tuple[Gold, ...] = ()
    """Attributions whose cue begins in the window's core."""
    names: tuple[tuple[str, int, int], ...] = field(default=())


def rows(path: str) -> list[dict[str, object]]:
    """Return the rows of a file of the shared data."""
    with gzip.open(SHARED / path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def articles_of_corpus() -> list[Row]:
    """Return the annotated articles to train on."""
    found = rows("attribution/train.jsonl.gz")
    return [
        Row(text=str(row["text"]), attributions=cast("list[dict[str, Spans]]", row["attributions"])) for row in found
    ]


def golds(pieces: Pieces, attributions: Sequence[Mapping[str, Sequence[Sequence[int]]]]) -> list[Gold]:
    """Return the attributions of a text as pieces; those without a cue or content are left out."""
    found = []
    for each in attributions:
        roles = {role: pieces_of(pieces, each.get(role, ())) for role in ("source", "cue", "content")}
        if roles["cue"] and roles["content"]:
            found.append(Gold(cue=roles["cue"][0], source=roles["source"][:1], content=roles["content"]))
    return sorted(found, key=lambda gold: gold.cue)


def pieces_of(pieces: Pieces, spans: Sequence[Sequence[int]]) -> tuple[Pair, ...]:
    """Return spans of characters as pieces, in order, without what the scorer ignores at their edges."""
    found = []
    for begin, stop in sorted((int(begin), int(stop)) for begin, stop in spans):
        start, end = _trimmed(pieces.text, begin, stop)
        first = int(np.searchsorted(pieces.ends, start, side="right"))
        last = int(np.searchsorted(pieces.starts, end, side="left"))
        if start < end and first < last:
            found.append((first, last))
    return tuple(found)


def _trimmed(text: str, begin: int, stop: int) -> Pair:
    """Cut off what the scorer ignores; a span of nothing else, like a headline's colon, stays whole."""
    start, end = begin, stop
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    return (start, end) if start < end else (begin, stop)


def samples(pieces: Pieces, found: Sequence[Gold], *, size: int, margin: int, shift: int) -> Iterator[Sample]:
    """Yield the windows of a text; `shift` pieces of its beginning make a window of their own, so that cuts vary."""
    parts = [(0, shift), (shift, len(pieces))] if 0 < shift < len(pieces) else [(0, len(pieces))]
    for begin, end in parts:
        for each in windows(end - begin, size=size, margin=margin):
            first, last = max(0, each.first + begin - margin), min(len(pieces), each.last + begin + margin)
            if last - first > size:
                first, last = each.first + begin, each.last + begin
            window = Window(first, last, each.core_first + begin, each.core_last + begin)
            mine = tuple(gold for gold in found if window.core_first <= gold.cue[0] < window.core_last)
            yield Sample(pieces=pieces, window=window, golds=mine)


def cue_targets(sample: Sample, longest: int, every: Sequence[Gold]) -> Integers:
    """Return the cue tag of each piece of a padded window, -100 outside the core."""
    return _targets(sample.window, longest, [("cue", *gold.cue) for gold in every], CUE_TAGS)


def name_targets(sample: Sample, longest: int) -> Integers:
    """Return the name tag of each piece of a padded window, -100 outside the core."""
    return _targets(sample.window, longest, sample.names, NAME_TAGS)


def _targets(window: Window, longest: int, spans: Sequence[tuple[str, int, int]], tags: tuple[str, ...]) -> Integers:
    found = np.full(longest, -100, dtype=np.int64)
    found[1 + window.core_first - window.first : 1 + window.core_last - window.first] = 0
    for kind, first, last in spans:
        for at, tag in zip(range(first, last), bilou(kind, last - first), strict=True):
            place = 1 + at - window.first
            if 0 < place < longest and found[place] != -100:
                found[place] = tags.index(tag)
    return found


def bilou(kind: str, length: int) -> list[str]:
    """Return the tags of one span."""
    if length == 1:
        return [f"{kind}-U"]
    return [f"{kind}-B", *[f"{kind}-I"] * (length - 2), f"{kind}-L"]
