"""The shipped graphs for sentences and pairs: the layers both share, and what stands on top of each.

`training/relations` makes the three files; the card `RELATIONS.md` beside them says from what, and how good they are. Weights
are integers of 8 bits and what flows is quantised as it comes, over a whole batch; so one row is read at a time, and what is
found depends on that row alone.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from typing import TypeVar

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from headwater.readers.sessions import session, shipped_bytes

Given = TypeVar("Given")
Found = TypeVar("Found")
Floats = NDArray[np.float32]
Integers = NDArray[np.int64]
PACKAGE = "headwater.readers"
LOWER, SENTENCES, JUDGE = "lower.onnx", "sentences.onnx", "judge.onnx"


def each(read: Callable[[Given], Found], given: Sequence[Given]) -> list[Found]:
    """Return what `read` makes of each thing, in order, on all cores: the graphs run outside the interpreter's lock."""
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        return list(pool.map(read, given))


@cache
def graph(file: str) -> onnxruntime.InferenceSession:
    """Return a shipped graph on one thread; raise `MissingModel` if its file is gone or damaged."""
    return session(shipped_bytes(PACKAGE, file), file)


def lower(ids: Integers, kinds: Integers) -> Floats:
    """Return what the shared layers make of one row: (n, 384) for `n` pieces; `kinds` is 1 in a pair's second text."""
    seen: Floats = graph(LOWER).run(None, {"ids": ids[None], "kinds": kinds[None]})[0]
    first: Floats = seen[0]
    return first


def sentence(seen: Floats) -> Floats:
    """Return the vector (384,) of length 1 of a text."""
    vectors: Floats = graph(SENTENCES).run(None, {"seen": seen[None]})[0]
    first: Floats = vectors[0]
    return first


def judge(seen: Floats, marks: Integers) -> Floats:
    """Return the scores (4,) of a pair for `pairs.JUDGED`."""
    scores: Floats = graph(JUDGE).run(None, {"seen": seen[None], "marks": marks[None]})[0]
    first: Floats = scores[0]
    return first
