"""The baseline: all pairs of texts that share at least a tenth of their 5-word shingles, and their components.

Exhaustive, so slow on large collections: it is what an index is measured against, not a way to find copies.

>>> text = "one two three four five six seven eight nine ten"
>>> similar([text, "nothing of the kind stands here at all", f"zero {text} eleven"])
[(0, 2)]
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from evaluate.edits.parts import words

LENGTH, SHARE = 5, 0.10
FACTOR = 0x9E3779B97F4A7C15


def similar(texts: Sequence[str], *, share: float = SHARE) -> list[tuple[int, int]]:
    """Return the pairs whose shared shingles are at least a share of the shorter text's, by place."""
    hashes = shingled(texts)
    sizes = np.asarray([len(each) for each in hashes])
    keys = _pairs(hashes)
    found, counts = np.unique(keys, return_counts=True)
    a, b = found // len(texts), found % len(texts)
    enough = counts >= share * np.minimum(sizes[a], sizes[b])
    return list(zip(a[enough].tolist(), b[enough].tolist(), strict=True))


def shingled(texts: Sequence[str]) -> list[NDArray[np.uint64]]:
    """Return the hashes of every text's shingles, each once, in order."""
    numbers: dict[str, int] = {}
    found = []
    for text in texts:
        own = np.asarray([numbers.setdefault(word, len(numbers) + 1) for word in words(text)], dtype=np.uint64)
        count = max(0, len(own) - LENGTH + 1)
        total = np.zeros(count, dtype=np.uint64)
        for place in range(LENGTH):
            total = total * np.uint64(FACTOR) + own[place : place + count]
        found.append(np.unique(total))
    return found


def predict(rows: Iterable[Mapping[str, object]]) -> Iterator[dict[str, object]]:
    """Yield `id`, `family` and `origin` for every row: the origin of a family is its earliest dated, then longest text."""
    held = sorted(rows, key=lambda row: str(row["id"]))
    texts = [str(row["text"]) for row in held]
    above = list(range(len(held)))
    for a, b in similar(texts):
        one, other = sorted((_top(above, a), _top(above, b)))
        above[other] = one
    members: defaultdict[int, list[int]] = defaultdict(list)
    for place in range(len(held)):
        members[_top(above, place)].append(place)
    for family, places in members.items():
        head = min(places, key=lambda place: (str(held[place].get("published") or "~")[:10], -len(texts[place])))
        for place in places:
            yield {
                "id": held[place]["id"],
                "family": str(family),
                "origin": held[head]["id"] if place != head else None,
            }


def _pairs(hashes: Sequence[NDArray[np.uint64]]) -> NDArray[np.int64]:
    """Return a key (place of one times their number, plus the other) for every pair and shingle that both have."""
    owners = np.repeat(np.arange(len(hashes)), [len(each) for each in hashes])
    flat = np.concatenate([*hashes, np.empty(0, dtype=np.uint64)])
    order = np.lexsort((owners, flat))
    flat, owners = flat[order], owners[order]
    keys = [np.empty(0, dtype=np.int64)]
    first, step = np.arange(len(flat)), 1
    while len(first):
        first = first[first + step < len(flat)]
        first = first[flat[first] == flat[first + step]]
        keys.append(owners[first] * len(hashes) + owners[first + step])
        step += 1
    return np.concatenate(keys)


def _top(above: list[int], place: int) -> int:
    while above[place] != place:
        above[place] = above[above[place]]
        place = above[place]
    return place
