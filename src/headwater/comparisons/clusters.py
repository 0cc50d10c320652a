"""Related units → groups that answer one question of fact, by average linkage (Sokal and Michener 1958)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

MEET = 0.45
"""How likely two units must be to answer one question; set by reading pairs."""
AVERAGE = 0.75
"""Share of it that the average pair between two groups must reach."""


def clusters(
    articles: Sequence[str], pairs: Iterable[tuple[float, int, int]], *, meet: float = MEET
) -> list[list[int]]:
    """Join units, likeliest pair first (from `meet` on), while the average pair between the two groups is near enough.

    `articles` has the article of each unit: two units of one article have no pair, and do not count in an average. Pairs
    are (how likely they answer one question, unit, unit); one that is not given counts as 0.

    >>> clusters(["a", "b", "c"], [(0.9, 0, 1), (0.3, 1, 2)])
    [[0, 1], [2]]
    """
    listed = sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2]))
    group = list(range(len(articles)))
    members = {number: [number] for number in group}
    printed = {number: Counter([article]) for number, article in enumerate(articles)}
    sums: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for value, a, b in listed:
        sums[a][b] = sums[b][a] = value
    for value, a, b in listed:
        one, other = group[a], group[b]
        if value < meet:
            break
        if one == other or sums[one].get(other, 0.0) / _between(printed[one], printed[other]) < AVERAGE * meet:
            continue
        if len(members[one]) < len(members[other]):
            one, other = other, one
        members[one] += members.pop(other)
        for member in members[one]:
            group[member] = one
        printed[one] += printed.pop(other)
        for third, total in sums.pop(other).items():
            del sums[third][other]
            if third != one:
                sums[one][third] = sums[third][one] = sums[one].get(third, 0.0) + total
    return sorted(sorted(found) for found in members.values())


def _between(one: Counter[str], other: Counter[str]) -> int:
    """Return how many pairs of units of different articles there are between two groups, at least 1."""
    return max(1, one.total() * other.total() - sum(count * other[article] for article, count in one.items()))
