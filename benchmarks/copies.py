"""Finding copies in growing collections: time, memory, size of the index and recall, beside peers on the same input.

Each line is a process of its own on one core. Seconds are from the first line read to the last pair found, reading
included. A pair counts as found where the finder gives it; `link_copies` gives pairs that it judged to be copies, the
others give candidates. Peers are MinHash with 128 permutations over 5-word shingles, in 32 bands of 4 (half of the pairs
with a Jaccard similarity of .42 are found) and in 64 bands of 2 (.125); they need the bench extra.
"""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from evaluate.edits.styles import SHARES

POOL = Path(__file__).parents[2] / "shared" / "data" / "articles" / "pool.jsonl.gz"
SIZES = (1_000, 10_000, 100_000)
FINDERS = {
    "headwater, candidates": "headwater",
    "headwater, link_copies": "headwater",
    "datasketch MinHashLSH, 32 × 4": "datasketch",
    "datasketch MinHashLSH, 64 × 2": "datasketch",
    "rensa R-MinHash LSH, 32 × 4": "rensa",
    "rensa R-MinHash LSH, 64 × 2": "rensa",
}
"""The name of each line, and the library that it needs."""
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "RAYON_NUM_THREADS"), "1")
WRITE = "import sys; from pathlib import Path; from benchmarks.corpus import write_corpus; write_corpus(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))"
FIND = "import sys; from benchmarks.finders import report; report(sys.argv[1], sys.argv[2], int(sys.argv[3]))"


@dataclass(frozen=True, kw_only=True, slots=True)
class Found:
    """What one process took and found."""

    seconds: float
    """Wall clock."""
    cpu: float
    """Seconds of the processor, which other work on the machine changes less."""
    peak_mb: float
    index_mb: float
    pairs: int
    recalls: dict[str, float]
    """By share of the original that was taken."""


def print_copies(sizes: Sequence[int]) -> None:
    """Print the table for collections of some sizes, and how time grows with size; skipped without the pool."""
    if not POOL.exists():
        print(f"skipped: {POOL.name} is not here")
        return
    shares = "".join(f"{share:>6.0%}" for share in SHARES)
    print(f"\n{'copies':32} {'articles':>8} {'wall s':>8} {'CPU s':>8} {'per s':>7} {'peak MB':>8}", end="")
    print(f" {'index MB':>9} {'pairs':>9} {shares}")
    with tempfile.TemporaryDirectory() as folder:
        rows = Path(folder) / "corpus.jsonl"
        in_a_process(WRITE, str(POOL), str(rows), str(max(sizes)))
        for name, library in FINDERS.items():
            if find_spec(library) is None:
                print(f"{name:32} skipped: needs the bench extra")
                continue
            taken = [(size, _print_line(name, rows, size)) for size in sorted(sizes)]
            if len(taken) > 1:
                print(f"{name:32} slope of the logarithms of CPU time: {slope(taken):.2f}", flush=True)


def slope(taken: Sequence[tuple[int, float]]) -> float:
    """Return the slope of the line through the logarithms of sizes and seconds (least squares).

    >>> slope([(10, 1.0), (100, 10.0), (1000, 100.0)])
    1.0
    """
    x, y = [math.log(size) for size, _ in taken], [math.log(seconds) for _, seconds in taken]
    middle, height = sum(x) / len(x), sum(y) / len(y)
    rise = sum((one - middle) * (other - height) for one, other in zip(x, y, strict=True))
    return round(rise / sum((one - middle) ** 2 for one in x), 3)


def _print_line(name: str, rows: Path, size: int) -> float:
    """Print one line and return the seconds of the processor."""
    found = Found(**json.loads(in_a_process(FIND, name, str(rows), str(size))))
    recalls = "".join(f"{100 * found.recalls[str(share)]:6.0f}" for share in SHARES)
    print(
        f"{name:32} {size:8} {found.seconds:8.1f} {found.cpu:8.1f} {size / found.cpu:7.0f} {found.peak_mb:8.0f}"
        f" {found.index_mb:9.1f} {found.pairs:9} {recalls}",
        flush=True,
    )
    return found.cpu


def in_a_process(code: str, *arguments: str) -> str:
    """Run code in a process of one thread and return what it printed; raise if it fails."""
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=os.environ | ONE_THREAD)
    return done.stdout
