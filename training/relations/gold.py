"""Pairs that people judged → rows to train and score on; needs `../shared/data/claims`.

A row's target is the share of each of `JUDGED` that counts as right, as a set: a report that repeats a rumour without taking
a side is either of another matter or hedged, and the set does not say which.
"""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from headwater.readers.pairs import JUDGED

SHARED_DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
SEED = 20261122
SUPPORTS, CONTRADICTS, NEITHER, HEDGED = (
    JUDGED.index(each) for each in ("supports", "contradicts", "neither", "hedged")
)
RIGHT = {
    "for": (SUPPORTS,),
    "against": (CONTRADICTS,),
    "observing": (NEITHER, HEDGED),
    "entailment": (SUPPORTS,),
    "contradiction": (CONTRADICTS,),
    "neutral": (NEITHER,),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """Two texts and what is right of them."""

    a: str
    b: str
    right: tuple[int, ...]
    """Places in `JUDGED` that count as right."""
    set: str
    """Which collection it is from."""
    plain: tuple[int, ...] = ()
    """Which of supports, contradicts and neither are right whatever the hedge; nothing where that is not known."""
    group: str = ""
    """Rows of one group are trained or scored on, never split."""
    weight: float = 1.0


def claims(name: str) -> list[Row]:
    """Return the rows of `emergent` or `sick`."""
    with gzip.open(SHARED_DATA / "claims" / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return [
        Row(
            a=row["a"],
            b=row["b"],
            right=RIGHT[row["label"]],
            plain=tuple(place for place in RIGHT[row["label"]] if row["label"] != "observing"),
            set=row["set"],
            group=row.get("claim_id", ""),
        )
        for row in rows
    ]


def by_hand() -> tuple[list[Row], list[Row]]:
    """Return the invented pairs of `by_hand.tsv` that were looked at, and those that are only scored."""
    seen, unseen = Path(__file__).with_name("by_hand.tsv").read_text(encoding="utf-8").split("# -- scored only\n")
    return _judged_by_hand(seen), _judged_by_hand(unseen)


def _judged_by_hand(lines: str) -> list[Row]:
    found = []
    for line in lines.splitlines():
        if not line.startswith("#"):
            relation, a, b = line.split("\t")
            right = ("SCN".index(relation),)
            found.append(Row(a=a, b=b, right=right, plain=right, set="by hand"))
    return found


def parts(rows: Sequence[Row], count: int) -> list[list[Row]]:
    """Deal rows into so many parts at random (seeded), whole groups together."""
    groups: dict[str, list[Row]] = {}
    for at, row in enumerate(rows):
        groups.setdefault(row.group or str(at), []).append(row)
    names = sorted(groups)
    random.Random(SEED).shuffle(names)  # noqa: S311 - a seed, so that every run deals the same
    return [[row for name in names[at::count] for row in groups[name]] for at in range(count)]
