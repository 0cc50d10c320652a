"""A desk of 1,000, 10,000 and 100,000 articles: what one more costs, what it weighs, how soon it answers.

`python -m benchmarks growth --sizes 1000,10000,100000`. The desk stays in `scratch/bench/growth.desk` and is gone on from
where it is; sizes that were measured are told again, and a copy of each is what the pages are asked of. Readings are made by
another process (`benchmarks.grown`) from pages of the pool that were read once (`benchmarks.readings`). At each size the last
`LAST` articles are added as any article is, one transaction each; those before are loaded in bulk. The views of the stories
that the last ones touched are made in the copy.

Seconds are those of a core (`Took.core`), since a machine that others use too tells little by its wall clock.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.growing import Grew, Took
from benchmarks.readings import KEPT, pool_read
from benchmarks.viewing import Viewed
from headwater.desk import open_desk
from headwater.wire import packed, unpacked

SIZES = (1000, 10_000, 100_000)
LAST = 500
DESK = KEPT / "growth.desk"


@dataclass(frozen=True, kw_only=True, slots=True)
class Size:
    """What was measured of a desk of one size."""

    articles: int
    stories: int
    waiting: int
    """Stories whose views were left for later."""
    file_mb: float
    grew: Grew

    @property
    def arriving(self) -> float:
        """Seconds of a core for one more article that was read already, without views."""
        return _mean(self.grew.arrivals)


def print_growth(sizes: Sequence[int]) -> None:
    """Grow the desk to each size in turn and print the tables."""
    pool = pool_read()
    found = [_kept(size) or _keep(grown(size)) for size in sorted(sizes)]
    print_adding(found, [_views(size) for size in sorted(sizes)], float(np.mean(pool.seconds)))
    print_answers({size: _answers(_copy(size)) for size in sorted(sizes)})


def grown(size: int) -> Size:
    """Grow the desk to a size, keep a copy, and return what the last articles took."""
    start = _articles()
    grew = _grow(start, size, max(0, size - LAST - start))
    _copy(size).unlink(missing_ok=True)
    with open_desk(DESK, write=True) as desk:
        desk.store.backup(_copy(size))
        counts = desk.counts()
    file_mb = _copy(size).stat().st_size / 1e6
    return Size(articles=size, stories=counts.stories, waiting=counts.unsettled, file_mb=file_mb, grew=grew)


def print_adding(found: Sequence[Size], views: Sequence[float], reading: float) -> None:
    """Print what one more article costs; `reading` is what reading a page of the pool takes on average, in seconds."""
    print("| articles | stories | read, ms | added, ms: p50 / p95 | views, ms | articles/s, all | articles/s, read before | peak MB | file MB |")  # fmt: skip
    print("|---|---|---|---|---|---|---|---|---|")
    for size, viewing in zip(found, views, strict=True):
        half, most = percentiles([took.core for took in size.grew.arrivals])
        read = reading + _mean(size.grew.preparing)
        adding = size.arriving + viewing
        print(
            f"| {size.articles:,} | {size.stories:,} | {1000 * read:.0f} | {half:.1f} / {most:.1f} "
            f"| {1000 * viewing:.0f} | {1 / (read + adding):.1f} | {1 / size.arriving:.0f} "
            f"| {size.grew.peak_mb:.0f} | {size.file_mb:.0f} |"
        )


def print_answers(answers: Mapping[int, Mapping[str, Sequence[float]]]) -> None:
    """Print how soon each page answers at each size, in milliseconds of the wall clock."""
    names = list(next(iter(answers.values())))
    print(f"\n| p50 / p95 ms at | {' | '.join(names)} |\n|---|{'---|' * len(names)}")
    for size, asked in answers.items():
        cells = (percentiles(asked[name]) for name in names)
        print(f"| {size:,} | {' | '.join(f'{half:.0f} / {most:.0f}' for half, most in cells)} |")


def percentiles(seconds: Sequence[float]) -> tuple[float, float]:
    """Return the 50th and the 95th percentile in milliseconds."""
    half, most = np.percentile(np.array(seconds) * 1000, (50, 95))
    return float(half), float(most)


def _mean(took: Iterable[Took]) -> float:
    return float(np.mean([each.core for each in took]))


def _copy(size: int) -> Path:
    return KEPT / f"growth-{size}.desk"


def _kept(size: int) -> Size | None:
    kept = KEPT / f"growth-{size}.json"
    return unpacked(kept.read_bytes(), Size) if kept.exists() else None


def _keep(found: Size) -> Size:
    (KEPT / f"growth-{found.articles}.json").write_bytes(packed(found))
    return found


def _articles() -> int:
    if not DESK.exists():
        return 0
    with open_desk(DESK) as desk:
        return desk.counts().articles


def _grow(start: int, size: int, bulk: int) -> Grew:
    making = [sys.executable, "-m", "benchmarks.grown", str(start), str(size)]
    with subprocess.Popen(making, stdout=subprocess.PIPE) as maker:
        growing = [sys.executable, "-m", "benchmarks.growing", str(DESK), "--bulk", str(bulk)]
        done = subprocess.run(growing, check=True, stdin=maker.stdout, stdout=subprocess.PIPE)
    return unpacked(done.stdout, Grew)


def _views(size: int) -> float:
    """Return the seconds of a core that the views cost for each of the latest articles."""
    viewing = [sys.executable, "-m", "benchmarks.viewing", str(_copy(size))]
    subprocess.run([*viewing, "--before"], check=True)
    done = subprocess.run(viewing, check=True, stdout=subprocess.PIPE)
    found = [unpacked(packed(each), Viewed) for each in json.loads(done.stdout)]
    return sum(each.took.core for each in found) / sum(each.articles for each in found)


def _answers(desk: Path) -> dict[str, list[float]]:
    asking = [sys.executable, "-m", "benchmarks.latency", str(desk)]
    found: dict[str, list[float]] = json.loads(subprocess.run(asking, check=True, stdout=subprocess.PIPE).stdout)
    return found
