"""Copies made on purpose, found and given their origins: by style and share kept, beside the shingle baseline.

Two collections are made from the shared pool (`evaluate.edits`). The *grid* holds every style at every share, with notices
and quotations that mislead. The other is *like* the shared development set in size and proportions, but of styles that
it has not. Prediction goes through `evaluate.copies.predict` and sees no gold field.
"""

from __future__ import annotations

import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Literal

from evaluate import copies, shingles
from evaluate.edits import STYLES, Edited, Plan, Source, collect, grid, like_held_out, sources, withheld
from evaluate.rows import Row, read_rows, write_rows
from evaluate.scores import SHARED, score

POOL = SHARED / "data" / "articles" / "pool.jsonl.gz"
CELL = 8
"""Copies of each style and share in the grid."""
REUSED = 0.05
"""Articles of the pool that share this much of their shingles with an earlier one are left out: they are real copies."""
GIVEN = ("id", "title", "source", "published", "text")
"""The fields of a row that a prediction may see."""

Outcome = Literal["right", "wrong", "open", "missed"]
"""Of a copy and its original: linked the right way, the wrong way, undirected, or not in one family at all."""
Predict = Callable[[Iterable[Row]], Iterator[Mapping[str, object]]]


@cache
def pool() -> tuple[Source, ...]:
    """Return the articles of the shared pool, each text once."""
    read = sources(list(read_rows(POOL)))
    again = {b for _, b in shingles.similar([article.text for article in read], share=REUSED)}
    return tuple(article for place, article in enumerate(read) if place not in again)


def scores() -> dict[str, float]:
    """Return the main figures: ARI and origin accuracy on the set like the held-out one, recall on the grid."""
    rows = collect(pool(), like_held_out())
    found = outcomes(cells := collect(pool(), grid(CELL)), predicted(cells))
    recalls = {f"recall at {share * 100:.0f} %": _recall(found, share) for share in (0.25, 0.15)}
    return {**scored(rows, predicted(rows)), **recalls}


def predicted(rows: Sequence[Edited], predict: Predict = copies.predict) -> list[Mapping[str, object]]:
    """Return what is predicted for rows without their gold fields."""
    return list(predict({key: value for key, value in row.row().items() if key in GIVEN} for row in rows))


def scored(rows: Sequence[Edited], found: Iterable[Mapping[str, object]]) -> dict[str, float]:
    """Return the shared scorer's figures."""
    with tempfile.TemporaryDirectory() as folder:
        gold, written = Path(folder) / "gold.jsonl", Path(folder) / "predicted.jsonl"
        write_rows(gold, (row.row() for row in rows))
        write_rows(written, found)
        return score("copies", gold, written)


def outcomes(rows: Sequence[Edited], found: Iterable[Mapping[str, object]]) -> list[tuple[Edited, Outcome]]:
    """Return every copy with what became of it and its original."""
    got = {str(row["id"]): row for row in found}
    return [(row, _outcome(row, got)) for row in rows if row.origin]


def print_table(folder: Path | None = None) -> None:
    """Print recall by style and share, then the figures of both collections; write them to a folder where one is given."""
    plans = {"grid": grid(CELL), "like the held-out set": like_held_out()}
    made = {name: collect(pool(), plan) for name, plan in plans.items()}
    if folder:
        folder.mkdir(parents=True, exist_ok=True)
        for name, rows in made.items():
            write_rows(folder / f"{name.split()[0]}.jsonl", (row.row() for row in rows))
    got = {name: predicted(rows) for name, rows in made.items()}
    _print_cells(outcomes(made["grid"], got["grid"]))
    print(f"\n{'collection':24} {'given':30} {'ARI':>6} {'P':>6} {'R':>6} {'origin':>7}")
    for name, rows in made.items():
        _print_scores(name, "all", scored(rows, got[name]))
        bare = _bare(plans[name])
        _print_scores(name, "no dates, no credits", scored(bare, predicted(bare)))
        _print_scores(name, "shingle baseline", scored(rows, predicted(rows, shingles.predict)))


def _bare(plan: Plan) -> list[Edited]:
    return collect(pool(), withheld(plan))


def _outcome(row: Edited, got: Mapping[str, Mapping[str, object]]) -> Outcome:
    own, original = got.get(row.id), got.get(row.origin or "")
    if not own or not original or own["family"] != original["family"]:
        return "missed"
    if own["origin"] is None:
        return "wrong" if original["origin"] == row.id else "open"
    return "right" if own["origin"] == row.origin else "wrong"


def _recall(found: Iterable[tuple[Edited, Outcome]], share: float) -> float:
    hits = [outcome != "missed" for row, outcome in found if row.share == share]
    return sum(hits) / max(1, len(hits))


def _print_cells(found: Sequence[tuple[Edited, Outcome]]) -> None:
    """Print percentages: found by share, then of all copies of the style those directed right, wrong and not at all."""
    shares = sorted({share for style in STYLES.values() for share in style.shares}, reverse=True)
    cells: defaultdict[tuple[str, float | None], Counter[Outcome]] = defaultdict(Counter)
    for row, outcome in found:
        for name in (row.style or "", "all"):
            cells[name, row.share][outcome] += 1
            cells[name, None][outcome] += 1
    print(f"{'% in one family, by share taken':32}" + "".join(f"{share:>6.0%}" for share in shares), end="")
    print(f"{'right':>9}{'wrong':>7}{'open':>7}{'of':>7}")
    for name in [*STYLES, "all"]:
        line = "".join(_percent(cells[name, share], ("right", "wrong", "open")) for share in shares)
        whole = cells[name, None]
        parts = "".join(f"{_percent(whole, (part,)):>7}" for part in ("right", "wrong", "open"))
        print(f"{name:32}{line}  {parts}{whole.total():7}")
    for part in ("right", "wrong", "open"):
        print(f"{f'all, direction {part}':32}" + "".join(_percent(cells["all", share], (part,)) for share in shares))


def _percent(counts: Counter[Outcome], parts: Iterable[Outcome]) -> str:
    if not counts:
        return f"{'':6}"
    return f"{100 * sum(counts[part] for part in parts) / counts.total():6.0f}"


def _print_scores(name: str, given: str, got: Mapping[str, float]) -> None:
    figures = "".join(f"{got[key]:7.3f}" for key in ("ARI", "pairwise P", "pairwise R"))
    print(f"{name:24} {given:30}{figures} {got['origin accuracy']:7.3f}")
