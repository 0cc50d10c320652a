"""What the first stage believes of each line → the second stage's row of numbers: now neighbours are known, roughly.

>>> from headwater.articles.dumps.features import describe
>>> from headwater.articles.dumps.lines import read_lines
>>> lines = read_lines("Sport\\n\\nThe bridge is open.")
>>> revise(describe(lines), lines, np.array([0.1, 0.9])).shape[0]
2
"""

from __future__ import annotations

import numpy as np

from headwater.articles.dumps.features import FAR, Described, Table, around, shifted, since, until
from headwater.articles.dumps.lines import Line

STEPS = (-5, -4, -3, -2, -1, 1, 2, 3, 4, 5)


def revise(described: Described, lines: list[Line], belief: Table) -> Table:
    """Return lines × features of the second stage: those of the first, and what the beliefs about all lines add."""
    topic, words = described.topic, described.words
    heavy = belief * words
    gone = np.cumsum(heavy) - heavy
    title = headline_above(described, belief)
    count = len(lines)
    indent = np.array([float(line.indent) for line in lines])
    return np.column_stack([
        described.table,
        belief,
        *(shifted(belief, step) for step in STEPS),
        *(around(belief, reach) for reach in (1, 3, 8, 20)),
        *(around(heavy, reach) / np.maximum(around(words, reach), 1e-9) for reach in (2, 5, 12)),
        np.log1p(gone),
        np.log1p(np.maximum(0.0, heavy.sum() - gone - heavy)),
        gone / max(1.0, heavy.sum()),
        np.full(count, np.log1p(heavy.sum())),
        *_distances(belief, words),
        *(topic.shared(weights) for weights in (belief, np.minimum(belief, described.prose / 15))),
        topic.shared_before(belief),
        topic.shared_near(belief, 6),
        topic.shared_near(belief, 20),
        topic.with_line(title),
        np.clip(np.arange(count) - title, -FAR, FAR).astype(np.float64) if title >= 0 else np.full(count, float(FAR)),
        indent - _mean(indent, heavy),
        words - _mean(words, belief),
        *_islands(belief, words),
    ])  # fmt: skip


def headline_above(described: Described, belief: Table) -> int:
    """Return the line that looks most like the headline of the text that the beliefs point at, or -1.

    It stands before the text, has 3 to 30 words, shares them with the text, and may be repeated; nearer is better.
    """
    heavy = belief * described.prose
    if not heavy.any():
        return -1
    start = int(np.argmax(np.cumsum(heavy) > 0.05 * heavy.sum()))
    first = max(0, start - 80)
    places = np.arange(first, start)
    words = described.words[first:start]
    fits = (words >= 3) & (words <= 30) & (belief[first:start] < 0.6)
    if not fits.any():
        return -1
    shared = described.topic.shared(np.minimum(1.0, heavy / 10))[first:start]
    near = 1.0 / (1.0 + (start - places) / 15)
    scores = fits * (0.05 + shared) * np.sqrt(np.minimum(words, 10)) * near
    return int(places[int(np.argmax(scores))])


def _mean(values: Table, weights: Table) -> float:
    return float((values * weights).sum() / max(1e-9, weights.sum()))


def _distances(belief: Table, words: Table) -> list[Table]:
    likely = (belief > 0.5).astype(np.float64)
    solid = ((belief > 0.7) & (words >= 12)).astype(np.float64)
    return [since(likely), until(likely), since(solid), until(solid), until(solid) + since(solid)]


def _islands(belief: Table, words: Table) -> list[Table]:
    """Runs of likely lines with at most five unlikely ones between: how big one's own is, and where in it one stands."""
    likely = (belief > 0.4).astype(np.float64)
    inside = (likely > 0) | ((since(likely) < FAR) & (until(likely) < FAR) & (since(likely) + until(likely) <= 6))
    block = np.cumsum(np.concatenate([[0], np.diff(inside.astype(int)) != 0]))[: len(belief)]
    size = np.bincount(block, weights=belief * words * inside)
    length = np.bincount(block)
    first = np.concatenate([[0], np.cumsum(length)[:-1]])
    biggest = int(np.argmax(size)) if len(size) else 0
    main, past = (int(first[biggest]), int(first[biggest] + length[biggest])) if len(size) else (0, 0)
    places = np.arange(len(belief))
    return [
        inside.astype(np.float64),
        size[block] / max(1.0, float(size.max(initial=0.0))),
        np.clip(places - main, -FAR, FAR).astype(np.float64),
        np.clip(places - past, -FAR, FAR).astype(np.float64),
    ]
