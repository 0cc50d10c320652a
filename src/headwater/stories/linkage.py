"""Log-odds between items → clusters, by average linkage.

>>> average_linked(np.array([[0.0, 2.0, -3.0], [2.0, 0.0, 0.5], [-3.0, 0.5, 0.0]]))
[[0, 1], [2]]
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from headwater.stories.constraints import Pair, hold
from headwater.stories.vectors import Numbers, Places


def average_linked(odds: Numbers, together: Sequence[Pair] = (), apart: Iterable[Pair] = ()) -> list[list[int]]:
    """Merge the two clusters with the highest mean log-odds between them while that is above 0 (Sokal and Michener 1958).

    `odds` is symmetric; the clusters come in the order of their first item. Time is cubic at worst, so
    callers bound the items. Items `together` are one cluster from the start, however low their odds, and clusters that hold
    two items that are `apart` never merge (must-link and cannot-link constraints: Wagstaff and Cardie 2000).

    >>> average_linked(np.array([[0.0, 2.0, -3.0], [2.0, 0.0, 0.5], [-3.0, 0.5, 0.0]]), together=[(0, 2)], apart=[(1, 2)])
    [[0, 2], [1]]
    """
    held = hold(range(len(odds)), together=together, apart=apart)
    members = connected(len(odds), held.together)
    size = len(members)
    mean = _contracted(odds, members) if held.together else odds.astype(np.float64).copy()
    number = {item: place for place, cluster in enumerate(members) for item in cluster}
    for a, b in held.apart:
        mean[number[a], number[b]] = mean[number[b], number[a]] = -np.inf  # a mean with it in it stays as low
    np.fill_diagonal(mean, -np.inf)
    weight = np.array([float(len(cluster)) for cluster in members])
    best = mean.max(axis=1) if size else np.zeros(0)
    while size > 1:
        one = int(best.argmax())
        if best[one] <= 0:
            break
        other = int(mean[one].argmax())
        keep, drop = min(one, other), max(one, other)
        merged = (weight[keep] * mean[keep] + weight[drop] * mean[drop]) / (weight[keep] + weight[drop])
        merged[keep] = merged[drop] = -np.inf
        mean[keep], mean[:, keep] = merged, merged
        mean[drop], mean[:, drop] = -np.inf, -np.inf
        weight[keep] += weight[drop]
        members[keep] += members[drop]
        members[drop] = []
        best = mean.max(axis=1)
    return sorted(sorted(cluster) for cluster in members if cluster)


def _contracted(odds: Numbers, groups: Sequence[Sequence[int]]) -> Numbers:
    """Return the log-odds between groups of items: the highest of the means between the parts that each falls into alone.

    A story that somebody put together from two is as near to a new report as the nearer of the two: the mean over both
    would drive away what belongs to either.
    """
    parts = [
        [group[item] for item in part]
        for group in groups
        for part in (average_linked(odds[np.ix_(group, group)]) if len(group) > 1 else [[0]])
    ]
    order = [item for part in parts for item in part]
    sizes = np.array([len(part) for part in parts])
    sums = _reduced(np.add, odds[np.ix_(order, order)].astype(np.float64), np.cumsum(sizes) - sizes)
    opens = np.searchsorted(np.cumsum(sizes), np.cumsum([len(group) for group in groups])) + 1
    return _reduced(np.maximum, sums / np.outer(sizes, sizes), np.concatenate(([0], opens[:-1])))


def _reduced(operation: np.ufunc, numbers: Numbers, firsts: Places) -> Numbers:
    """Return one row and column for each run of rows and columns, given where each begins."""
    reduced: Numbers = operation.reduceat(operation.reduceat(numbers, firsts, axis=0), firsts, axis=1)
    return reduced


def connected(count: int, pairs: Iterable[Pair]) -> list[list[int]]:
    """Return the connected components of items 0 to count, each in order, by their first item.

    >>> connected(4, [(0, 2), (2, 3)])
    [[0, 2, 3], [1]]
    """
    head = list(range(count))

    def find(item: int) -> int:
        while head[item] != item:
            head[item] = head[head[item]]
            item = head[item]
        return item

    for a, b in pairs:
        one, other = sorted((find(a), find(b)))
        head[other] = one
    groups: dict[int, list[int]] = {}
    for item in range(count):
        groups.setdefault(find(item), []).append(item)
    return list(groups.values())
