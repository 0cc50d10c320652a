"""The words of a page's lines → how much each line shares with others: stories about other things share little.

>>> topic = Topic([["harbour", "bridge"], ["bridge"], ["tennis"]])
>>> [round(float(x), 2) for x in topic.shared(np.array([1.0, 0.0, 0.0]))]
[0.0, 1.0, 0.0]
"""

from __future__ import annotations

import re
from itertools import chain

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
WORD = re.compile(r"[^\W_]+")
READ = 2_000
STEM = 6
"""Words are cut to so many letters: a stem that works in most languages."""
SHORTEST = 5
"""Shorter words count only if they are names or numbers."""


def topic_words(text: str) -> list[str]:
    """Return the words that carry a line's topic: long ones, names and numbers, each once, as stems.

    >>> topic_words("The bridges of Ulm, 1953")
    ['bridge', 'ulm', '1953']
    """
    found: dict[str, None] = {}
    for word in WORD.findall(text[:READ]):
        named = len(word) >= 3 and (word[0].isupper() or word.isdigit())
        if (len(word) >= SHORTEST or named) and word.lower() not in {"the", "this", "that", "and", "but", "for"}:
            found[word[:STEM].casefold()] = None
    return list(found)


class Topic:
    """The topic words of all lines of a page, as a sparse table that sums over lines quickly."""

    def __init__(self, lines: list[list[str]]) -> None:
        numbers: dict[str, int] = {}
        flat = [numbers.setdefault(word, len(numbers)) for word in chain.from_iterable(lines)]
        self.lines = len(lines)
        self.words = np.array(flat, dtype=np.int64)
        self.rows: Ints = np.repeat(np.arange(len(lines)), [len(line) for line in lines])
        self.kinds = len(numbers)
        self.counts = np.bincount(self.rows, minlength=self.lines).astype(np.float64)
        spread = np.bincount(self.words, minlength=self.kinds)
        self.rarity: Floats = np.log1p(self.lines / np.maximum(spread, 1))
        self.mass = np.bincount(self.rows, weights=self.rarity[self.words], minlength=self.lines)

    def shared(self, weights: Floats) -> Floats:
        """Return for each line the share of its words, rare ones counting more, that stand in *other* weighted lines."""
        profile = np.bincount(self.words, weights=weights[self.rows], minlength=self.kinds)
        return self._mean(profile[self.words] - weights[self.rows])

    def shared_before(self, weights: Floats) -> Floats:
        """Return the same, counting only lines that stand before it."""
        order = np.argsort(self.words, kind="stable")
        words, heavy = self.words[order], weights[self.rows[order]]
        running = np.cumsum(heavy) - heavy
        starts = np.searchsorted(words, words, side="left")
        before = np.empty_like(running)
        before[order] = running - running[starts]
        return self._mean(before)

    def shared_near(self, weights: Floats, reach: int) -> Floats:
        """Return the same, counting only lines at most `reach` lines away."""
        return self._mean(self._between(weights, -reach, reach) - weights[self.rows])

    def shared_after(self, weights: Floats, reach: int) -> Floats:
        """Return the same, counting only the `reach` lines after it: a headline's words come back in its text."""
        return self._mean(self._between(weights, 1, reach))

    def _between(self, weights: Floats, low: int, high: int) -> Floats:
        """Return for each word of each line the weight of the lines from `low` to `high` lines later that have it."""
        order = np.argsort(self.words, kind="stable")
        words, rows = self.words[order], self.rows[order]
        keys = words * (self.lines + 2 * (high - low) + 2) + rows
        heavy = np.concatenate([[0.0], np.cumsum(weights[rows])])
        first = np.searchsorted(keys, keys + low, side="left")
        last = np.searchsorted(keys, keys + high, side="right")
        found = np.empty(len(words))
        found[order] = heavy[last] - heavy[first]
        return found

    def with_line(self, line: int) -> Floats:
        """Return for each line the share of its words that stand in one given line."""
        if not 0 <= line < self.lines:
            return np.zeros(self.lines)
        return self.shared((np.arange(self.lines) == line).astype(np.float64))

    def _mean(self, values: Floats) -> Floats:
        values = np.clip(values, 0.0, 1.0)
        sums = np.bincount(self.rows, weights=values * self.rarity[self.words], minlength=self.lines)
        means: Floats = sums / np.maximum(self.mass, 1e-9)
        return means
