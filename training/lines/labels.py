"""Lines of a page and the gold text → for each line the share of its words that belong to the article.

The longest common subsequence of words decides; words that match alone, away from other matches, do not count.

>>> from headwater.articles.dumps.looks import line_of
>>> label([line_of("Sport"), line_of("The bridge is open again.")], "The bridge is open again.").tolist()
[0.0, 1.0]
"""

from __future__ import annotations

import re

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from headwater.articles.dumps.lines import Line

WORD = re.compile(r"\w+")
ALONE = 4
"""A run of fewer matching words counts only inside a line that also matches otherwise, or right after the line before."""
NEAR = 3


def label(lines: list[Line], gold: str) -> NDArray[np.float64]:
    """Return the share of each line's words that stand in the gold text, in the gold's order."""
    words: list[str] = []
    owner: list[int] = []
    for i, line in enumerate(lines):
        found = WORD.findall(line.text)
        words.extend(found)
        owner.extend([i] * len(found))
    wanted = WORD.findall(gold)
    hits = np.full(len(words), -1)
    for code in LCSseq.opcodes(words, wanted):
        if code.tag == "equal":
            hits[code.src_start : code.src_end] = np.arange(code.dest_start, code.dest_end)
    return _shares(np.array(owner, dtype=np.int64), hits, len(lines))


def _shares(owner: NDArray[np.int64], hits: NDArray[np.int64], lines: int) -> NDArray[np.float64]:
    size = np.bincount(owner, minlength=lines)
    matched = np.bincount(owner, weights=hits >= 0, minlength=lines)
    shares: NDArray[np.float64] = matched / np.maximum(size, 1)
    first = np.full(lines, -1)
    last = np.full(lines, -1)
    for i, hit in zip(owner.tolist(), hits.tolist(), strict=True):
        if hit >= 0:
            first[i] = hit if first[i] < 0 else first[i]
            last[i] = hit
    sure = (size >= ALONE) & (shares >= 0.6)
    anchors = np.flatnonzero(sure)
    for i in np.flatnonzero(~sure & (shares > 0)):
        after = anchors[np.searchsorted(anchors, i) - 1] if len(anchors) and anchors[0] < i else -1
        place = int(np.searchsorted(anchors, i))
        before = anchors[place] if place < len(anchors) else -1
        touches = (after >= 0 and first[i] - last[after] <= NEAR) or (before >= 0 and first[before] - last[i] <= NEAR)
        if size[i] < ALONE and not touches:
            shares[i] = 0.0
    return shares
