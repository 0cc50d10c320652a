"""Every measured score against its floor, with the shared scorer on the shared sets.

Each measure runs in a process of its own, two at a time. A measure predicts on rows without their gold fields, hands gold and predictions to `../shared/score/score.py`, and
keeps the figures that `floors.json` names. Floors only rise.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import redirect_stdout
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from evaluate import times
from evaluate.rows import Row, read_rows, write_rows
from evaluate.tasks import predict

SHARED = Path(__file__).parents[1].parent / "shared"
FLOORS = Path(__file__).with_name("floors.json")
GOLD = {
    "pages": ("text", "title", "author", "published"),
    "attribution": ("attributions",),
    "stories": ("story", "topic", "mentions", "validated"),
    "copies": ("family", "origin", "style", "credited"),
    "align": ("story", "topic", "mentions", "validated"),
    "names": ("tags",),
    "relation": ("label", "claim_id"),
}
"""Fields that a prediction must not see."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Measure:
    """One line of the table: a task, its gold file, and which page field it reads, if any."""

    name: str
    task: str
    gold: str
    page_field: str = ""
    every: int = 1
    """Only every so many-th row is measured, where a floor only guards against breakage."""


MEASURES = (
    Measure(name="pages fundus, HTML", task="pages", gold="pages/fundus.jsonl.gz", page_field="html"),
    Measure(name="pages wcxb, HTML", task="pages", gold="pages/wcxb.jsonl.gz", page_field="html"),
    Measure(name="copies dev", task="copies", gold="copies/dev.jsonl.gz"),
    Measure(name="stories newscluster", task="stories", gold="stories/newscluster.jsonl.gz"),
    Measure(name="stories wikinews", task="stories", gold="stories/wikinews.jsonl.gz"),
    Measure(name="stories ecb", task="stories", gold="stories/ecb.jsonl.gz"),
    Measure(name="names conll dev", task="names", gold="names/conll_dev.jsonl.gz"),
    Measure(name="attribution dev", task="attribution", gold="attribution/dev.jsonl.gz"),
    Measure(name="relation emergent, seen in training", task="relation", gold="claims/emergent.jsonl.gz", every=4),
    Measure(name="relation sick, seen in training", task="relation", gold="claims/sick.jsonl.gz", every=8),
)
"""The shipped judge of relations was trained on these two sets: their floors guard against breakage alone; what it does on
claims that it has not seen is cross-validated where it is trained (docs/readers.md)."""
WORKERS = 2
LONG = (
    "dumps, cross-validated by site",
    "injected conflicts",
    "align ecb, cross-validated by topic",
    "copies edited pool",
    "stories stream",
)
"""Measures to begin with, so that none of them is waited for at the end."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Measured:
    """The figures of one measure and how long they took."""

    figures: Mapping[str, float]
    seconds: float


def print_scores(*, only: str | None = None, workers: int = WORKERS) -> int:
    """Print the table in its own order; return 1 where a score lies under its floor.

    Measures run in processes of their own, as many at a time as there are `workers`.
    """
    floors: dict[str, dict[str, float]] = json.loads(FLOORS.read_text("utf-8"))
    names = [name for name in measures() if not only or only in name]
    below = 0
    print(f"{'what':46} {'figure':22} {'score':>7} {'floor':>7}   seconds")
    started = time.perf_counter()
    for name, measured in taken(names, workers):
        below += _print_rows(name, measured, floors.get(name, {}))
    print(f"{len(names)} measures in {time.perf_counter() - started:.0f} seconds")
    return 1 if below else 0


def taken(names: Sequence[str], workers: int) -> Iterator[tuple[str, Measured]]:
    """Yield the measures by name in the order given, whichever ends first; raises what goes wrong in any of them."""
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        longest_first = sorted(names, key=lambda name: name not in LONG)
        running = {name: pool.submit(measure, name) for name in longest_first}
        try:
            yield from ((name, running[name].result()) for name in names)
        finally:
            pool.shutdown(cancel_futures=True)


def _print_rows(name: str, measured: Measured, floors: Mapping[str, float]) -> int:
    """Print the figures that have a floor and return how many lie under it."""
    below = 0
    for number, (figure, floor) in enumerate(floors.items()):
        score = measured.figures[figure]
        below += score < floor
        seconds = 0.0 if number else measured.seconds
        mark = "   UNDER ITS FLOOR" if score < floor else ""
        print(f"{name:46} {figure:22} {score:7.3f} {floor:7.3f}   {seconds:5.0f}{mark}", flush=True)
    return below


def measure(name: str) -> Measured:
    """Return the figures of one measure by its name; what it prints on its way goes to standard error."""
    started = time.perf_counter()
    with redirect_stdout(sys.stderr):
        figures = measures()[name]()
    return Measured(figures=figures, seconds=time.perf_counter() - started)


def measures() -> dict[str, Callable[[], Mapping[str, float]]]:
    """Return every measure that can be taken here, by name, in the order of the table."""
    found: dict[str, Callable[[], Mapping[str, float]]] = {one.name: partial(_scored, one) for one in MEASURES}
    found |= {"copies edited pool": _edited, "injected conflicts": _injected, "time phrases": _times}
    found["stories stream"] = _streamed
    if find_spec("lightgbm") is None:
        print(
            "skipped: cross-validated scores need the evaluate extra: pip install 'headwater[evaluate]'",
            file=sys.stderr,
        )
        return found
    return found | {"align ecb, cross-validated by topic": _alignment, "dumps, cross-validated by site": _dumps}


def _edited() -> Mapping[str, float]:
    from evaluate.edited import scores  # noqa: PLC0415 - reads this module's scorer

    return scores()


def _injected() -> Mapping[str, float]:
    from evaluate.injections import scores  # noqa: PLC0415 - reads this module's paths

    return scores()


def _streamed() -> Mapping[str, float]:
    from evaluate.stream import scores  # noqa: PLC0415 - reads this module's scorer

    return scores()


def _times() -> Mapping[str, float]:
    table = times.rows()
    return {"right": sum(times.is_right(row, times.headwater(row)) for row in table) / len(table)}


def _alignment() -> Mapping[str, float]:
    from training.alignment import cross_validated  # noqa: PLC0415 - needs the evaluate extra

    return cross_validated()


def _dumps() -> Mapping[str, float]:
    """Predict the lines of every site by a classifier that has not seen it, since the shipped one has seen them all."""
    from training.lines.fit import cross_validate  # noqa: PLC0415 - needs the evaluate extra
    from training.lines.samples import samples  # noqa: PLC0415 - likewise

    found = cross_validate(list(samples()))
    return {f"{collection} {rendering}": score for rendering, row in found.items() for collection, score in row.items()}


def _scored(measure: Measure) -> dict[str, float]:
    rows = list(islice(read_rows(SHARED / "data" / measure.gold), 0, None, measure.every))
    with tempfile.TemporaryDirectory() as folder:
        gold, predicted = Path(folder) / "gold.jsonl", Path(folder) / "predicted.jsonl"
        write_rows(gold, rows)
        write_rows(predicted, predict(measure.task, (_without_gold(row, measure) for row in rows)))
        return score(measure.task, gold, predicted)


def score(task: str, gold: Path, predicted: Path) -> dict[str, float]:
    """Return the shared scorer's figures, nested ones as “B3 F1”."""
    command = [sys.executable, str(SHARED / "score" / "score.py"), "--json", task, str(gold), str(predicted)]
    held = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)  # noqa: S603 - our own scorer, no shell
    return {
        f"{key} {part}" if part else key: float(value) for key, inner in held.items() for part, value in _parts(inner)
    }


def _parts(value: object) -> list[tuple[str, float]]:
    return (
        [(str(key), float(inner)) for key, inner in value.items()]
        if isinstance(value, dict)
        else [("", float(str(value)))]
    )


def _without_gold(row: Row, measure: Measure) -> dict[str, object]:
    kept = {key: value for key, value in row.items() if key not in GOLD[measure.task]}
    if measure.page_field:
        kept = {key: value for key, value in kept.items() if key in {"id", "url", measure.page_field}}
    return kept
