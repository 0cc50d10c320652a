"""Shuffle and components: the two verbs that bring items together, on one machine.

>>> list(pairs_in_blocks([("b", ["rain"]), ("a", ["rain", "flood"]), ("c", ["flood"])]))
[('a', 'b'), ('a', 'c')]
>>> components(["d", "c", "b", "a"], [("c", "a")])
(('a', 'c'), ('b',), ('d',))
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

Keyed = tuple[str, Iterable[str]]
Pair = tuple[str, str]


def pairs_in_blocks(keyed: Iterable[Keyed]) -> Iterator[Pair]:
    """Yield each pair of ids that share a key, once, the smaller id first, in order.

    Time grows with the square of the largest block: the caller chooses keys that few share.

    >>> list(pairs_in_blocks([("a", ["x", "y"]), ("b", ["y", "x"])]))
    [('a', 'b')]
    """
    keys: dict[str, list[str]] = defaultdict(list)
    blocks: dict[str, set[str]] = defaultdict(set)
    for item, its_keys in keyed:
        for key in its_keys:
            keys[item].append(key)
            blocks[key].add(item)
    for item in sorted(keys):
        partners = {other for key in keys[item] for other in blocks[key] if other > item}
        yield from ((item, other) for other in sorted(partners))


def components(ids: Iterable[str], pairs: Iterable[Pair]) -> tuple[tuple[str, ...], ...]:
    """Return the connected components of the ids under the pairs: members in order, components by first member.

    An id of a pair need not be among `ids`. Source: union-find with path halving (Tarjan & van Leeuwen, 1984).

    >>> components([], [("a", "b"), ("b", "c")])
    (('a', 'b', 'c'),)
    """
    parent = {item: item for item in ids}

    def head(item: str) -> str:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for one, other in pairs:
        parent.setdefault(one, one)
        parent.setdefault(other, other)
        first, last = sorted((head(one), head(other)))
        parent[last] = first
    members: dict[str, list[str]] = defaultdict(list)
    for item in sorted(parent):
        members[head(item)].append(item)
    return tuple(sorted(tuple(group) for group in members.values()))
