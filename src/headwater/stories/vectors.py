"""Weighted terms of many articles → dot products of one with some others, without a matrix of all pairs.

>>> vectors = Vectors([{"ferry": 1.0}, {"ferry": 0.5, "mayor": 0.5}, {}])
>>> vectors.dots(0, np.array([1, 2])).tolist()
[0.5, 0.0]
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
Places = NDArray[np.int64]


class Vectors:
    """Sparse rows, kept as three flat arrays."""

    def __init__(self, rows: Sequence[dict[str, float]]) -> None:
        """Number the terms in the order of the rows; a row without terms gives 0 everywhere."""
        columns: dict[str, int] = {}
        self.lengths: Places = np.array([len(row) for row in rows], dtype=np.int64)
        self.starts: Places = np.concatenate([[0], np.cumsum(self.lengths)]).astype(np.int64)
        numbered = (columns.setdefault(term, len(columns)) for row in rows for term in row)
        self.columns: Places = np.fromiter(numbered, dtype=np.int64, count=int(self.starts[-1]))
        values = chain.from_iterable(row.values() for row in rows)
        self.values: Numbers = np.fromiter(values, dtype=np.float64, count=int(self.starts[-1]))
        self._dense: Numbers = np.zeros(len(columns))

    def dots(self, one: int, others: Places) -> Numbers:
        """Return the dot product of row `one` with each of the others."""
        mine = slice(self.starts[one], self.starts[one + 1])
        self._dense[self.columns[mine]] = self.values[mine]
        lengths = self.lengths[others]
        ends = np.cumsum(lengths)
        where = np.arange(int(ends[-1]) if len(ends) else 0) + np.repeat(self.starts[others] - ends + lengths, lengths)
        products = self.values[where] * self._dense[self.columns[where]]
        self._dense[self.columns[mine]] = 0.0
        rows = np.repeat(np.arange(len(others)), lengths)
        return np.bincount(rows, weights=products, minlength=len(others)).astype(np.float64)
