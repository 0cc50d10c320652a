"""Log-odds between items → clusters, by average linkage.

>>> average_linked(np.array([[0.0, 2.0, -3.0], [2.0, 0.0, 0.5], [-3.0, 0.5, 0.0]]))
[[0, 1], [2]]
"""

from __future__ import annotations

import numpy as np

from headwater.stories.vectors import Numbers


def average_linked(odds: Numbers) -> list[list[int]]:
    """Merge the two clusters with the highest mean log-odds between them while that is above 0 (Sokal and Michener 1958).

    `odds` is symmetric; the clusters come in the order of their first item. Time is cubic at worst, so
    callers bound the items.
    """
    size = len(odds)
    mean = odds.astype(np.float64).copy()
    np.fill_diagonal(mean, -np.inf)
    weight = np.ones(size)
    members: list[list[int]] = [[item] for item in range(size)]
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


def connected(count: int, pairs: list[tuple[int, int]]) -> list[list[int]]:
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
