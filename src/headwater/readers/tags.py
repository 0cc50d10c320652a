"""Scores of tags → the best sequence that a span can have: beginning, inside, last, or a span of one piece.

The scheme is BILOU (Ratinov and Roth, 2009), the search Viterbi's.

>>> spans_of(["O", "cue-B", "cue-L", "O", "cue-U"])
[('cue', 1, 3), ('cue', 4, 5)]
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from headwater.model import ActorKind

Scores = NDArray[np.float32]
Integers = NDArray[np.int64]

KINDS: tuple[ActorKind, ...] = ("person", "group", "place", "other")


def _bilou(*kinds: str) -> tuple[str, ...]:
    return ("O", *(f"{kind}-{part}" for kind in kinds for part in "BILU"))


CUE_TAGS = _bilou("cue")
NAME_TAGS = _bilou(*KINDS)
ROLE_TAGS = _bilou("source", "content")
NEVER = np.float32(-1e4)


def spans_of(tags: Sequence[str]) -> list[tuple[str, int, int]]:
    """Return kind, first piece and the one after the last of each span."""
    found = []
    first = 0
    for at, tag in enumerate(tags):
        kind, _, part = tag.partition("-")
        if part in {"B", "U"}:
            first = at
        if part in {"L", "U"}:
            found.append((kind, first, at + 1))
    return found


@cache
def transitions(tags: tuple[str, ...]) -> tuple[Scores, Scores, Scores]:
    """Return what may follow what (tags, tags), begin (tags) and end (tags) a sequence: 0 if so, `NEVER` if not."""
    count = len(tags)
    follow = np.full((count, count), NEVER, dtype=np.float32)
    begin = np.full(count, NEVER, dtype=np.float32)
    end = np.full(count, NEVER, dtype=np.float32)
    for a, one in enumerate(tags):
        opened = one.endswith(("-B", "-I"))
        if not opened:
            end[a] = 0
        if not one.endswith(("-I", "-L")):
            begin[a] = 0
        for b, other in enumerate(tags):
            goes_on = other.endswith(("-I", "-L"))
            if opened == goes_on and (not opened or one.partition("-")[0] == other.partition("-")[0]):
                follow[a, b] = 0
    return follow, begin, end


def best(scores: Scores, lengths: Integers, tags: tuple[str, ...]) -> list[list[str]]:
    """Return the best allowed tags of each of N sequences; `scores` (N, T, tags), `lengths` (N,) of T at most.

    Where the best tag of each piece makes an allowed sequence, it is the best one; the others are searched.
    """
    likeliest = scores.argmax(axis=-1)
    allowed = _allowed(likeliest, lengths, tags)
    found = [
        [tags[tag] for tag in row[:length]] for row, length in zip(likeliest.tolist(), lengths.tolist(), strict=True)
    ]
    rows = np.flatnonzero(~allowed)
    if len(rows):
        longest = int(lengths[rows].max())
        for row, path in zip(rows.tolist(), _searched(scores[rows, :longest], lengths[rows], tags), strict=True):
            found[row] = path
    return found


def _allowed(paths: Integers, lengths: Integers, tags: tuple[str, ...]) -> NDArray[np.bool_]:
    """Say of each path (N, T) whether what it holds may begin, follow each other and end."""
    follow, begin, end = transitions(tags)
    count, longest = paths.shape
    if not longest:
        return np.ones(count, dtype=np.bool_)
    steps = (follow[paths[:, :-1], paths[:, 1:]] == 0) | (np.arange(1, longest) >= lengths[:, None])
    last = paths[np.arange(count), np.maximum(lengths - 1, 0)]
    fits: NDArray[np.bool_] = steps.all(axis=1) & (begin[paths[:, 0]] == 0) & (end[last] == 0)
    fits |= lengths == 0
    return fits


def _searched(scores: Scores, lengths: Integers, tags: tuple[str, ...]) -> list[list[str]]:
    follow, begin, end = transitions(tags)
    count, longest, _ = scores.shape
    back = np.zeros(scores.shape, dtype=np.int8)
    here = scores[:, 0] + begin
    last = np.where((lengths == 1)[:, None], here, NEVER)
    for at in range(1, longest):
        through = here[:, :, None] + follow
        back[:, at] = through.argmax(axis=1)
        here = through.max(axis=1) + scores[:, at]
        last = np.where((lengths == at + 1)[:, None], here, last)
    ends = (last + end).argmax(axis=1)
    found = []
    for row in range(count):
        path = [int(ends[row])]
        for at in range(int(lengths[row]) - 1, 0, -1):
            path.append(int(back[row, at, path[-1]]))
        found.append([tags[tag] for tag in reversed(path)])
    return found
