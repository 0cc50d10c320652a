"""Weighted terms of many articles → dot products of one with some others, without a matrix of all pairs.

>>> vectors = Vectors([{"ferry": 1.0}, {"ferry": 0.5, "mayor": 0.5}, {}])
>>> vectors.dots(0, np.array([1, 2])).tolist()
[0.5, 0.0]
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
        where, rows, _ = self._flat(others)
        products = self.values[where] * self._dense[self.columns[where]]
        self._dense[self.columns[mine]] = 0.0
        return np.bincount(rows, weights=products, minlength=len(others)).astype(np.float64)

    def among(self, some: Places) -> Iterator[Numbers]:
        """Yield for each of some rows, in order, its dot products with those of them that follow; as `dots` gives them."""
        where, rows, ends = self._flat(some)
        columns, values = self.columns[where], self.values[where]
        start = 0
        for place, end in enumerate(ends.tolist()):
            mine = columns[start:end]
            self._dense[mine] = values[start:end]
            products = values[end:] * self._dense[columns[end:]]
            self._dense[mine] = 0.0
            found = np.bincount(rows[end:], weights=products, minlength=len(some))
            yield found[place + 1 :].astype(np.float64)
            start = end

    def _flat(self, some: Places) -> tuple[Places, Places, Places]:
        """Return where the terms of some rows stand, end to end, which of these rows each belongs to, and where each row ends."""
        lengths = self.lengths[some]
        ends = np.cumsum(lengths)
        where = np.arange(int(ends[-1]) if len(ends) else 0) + np.repeat(self.starts[some] - ends + lengths, lengths)
        return where, np.repeat(np.arange(len(some)), lengths), ends
