"""Pairs that people judged → the labels of their set, by the shipped judge of pairs.

One judge for all sets. The set only names the labels, and says whether a report that keeps its distance is a label of its
own.

>>> row = {"set": "sick", "a": "A man is asleep", "b": "A man is sleeping"}
>>> next(predict([row]))
{'label': 'entailment'}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from headwater.readers import Relating, relate

NAMES = {
    "emergent": ("for", "against", "observing"),
    "sick": ("entailment", "contradiction", "neutral"),
}
DISTANT = {"emergent"}
"""Sets in which a report that keeps its distance counts as the third label, whatever it says."""


def predict(rows: Iterable[Mapping[str, str]]) -> Iterator[dict[str, str]]:
    """Yield {"label": ...} for each row, from its `set`, `a` and `b` alone."""
    for row in rows:
        [found] = relate([(row["a"], row["b"])])
        yield {"label": label(row["set"], found)}


def label(name: str, found: Relating) -> str:
    """Return the set's name for a relation."""
    held = 1 - found.hedged if name in DISTANT else 1.0
    odds = [found.supports * held, found.contradicts * held, found.neither * held + 1 - held]
    return NAMES[name][odds.index(max(odds))]
