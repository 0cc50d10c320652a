"""`python -m benchmarks` prints seconds, articles a second and peak memory of the command line, each run in its own process.

`python -m benchmarks copies [SIZE ...]` prints how finding copies grows with the collection, beside peers; `growth` how a
kept desk grows; `kills` what is left of a desk that is killed while it grows; `load` how it answers many readers meanwhile.

The pool of 1,000 articles needs `../shared`; without it those lines are skipped. The best of `ROUNDS` runs counts for the
short ones: other work on the machine only ever adds time.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import growth
from benchmarks.copies import SIZES, print_copies
from benchmarks.kills import print_kills
from benchmarks.load import print_load
from benchmarks.statements import print_statements

ROOT = Path(__file__).parents[1]
POOL = ROOT.parent / "shared" / "data" / "articles" / "pool.jsonl.gz"
HEADWATER = [sys.executable, "-m", "headwater"]
ROUNDS = 3
SMALL = 1000
STEPS = ("articles", "statements", "stories", "copies", "brief")


@dataclass(frozen=True, kw_only=True, slots=True)
class Run:
    """What one process took."""

    seconds: float
    peak_mb: float
    """Largest resident memory of the process or of one of its workers, in million bytes."""


def run(arguments: Sequence[str], output: Path) -> Run:
    """Run the command line once; raise if it fails."""
    watcher = (
        "import resource, subprocess, sys;"
        "subprocess.run(sys.argv[2:], check=True, stdout=open(sys.argv[1], 'wb'), stderr=subprocess.DEVNULL);"
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    started = time.perf_counter()
    command = [sys.executable, "-c", watcher, str(output), *HEADWATER, *arguments]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds = time.perf_counter() - started
    per_unit = 1 if sys.platform == "darwin" else 1024
    return Run(seconds=seconds, peak_mb=int(done.stdout) * per_unit / 1e6)


def best(arguments: Sequence[str], output: Path) -> Run:
    """Return the quickest of several runs."""
    return min((run(arguments, output) for _ in range(ROUNDS)), key=lambda found: found.seconds)


def main(arguments: list[str] | None = None) -> int:
    """Print every table that takes minutes, or what is asked for alone; return 1 where something asked for did not hold."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    commands = parser.add_subparsers(dest="command")
    growing = commands.add_parser("copies", help="finding copies in growing collections, beside peers")
    growing.add_argument("sizes", nargs="*", type=int, default=SIZES, help=f"numbers of articles (default: {SIZES})")
    desks = commands.add_parser("growth", help="what one more article costs a kept desk, and how soon it answers")
    desks.add_argument("--sizes", type=_sizes, default=growth.SIZES, help="numbers of articles, joined by commas")
    killing = commands.add_parser("kills", help="what is left of a desk that is killed while it grows")
    killing.add_argument("--trials", type=int, default=100)
    killing.add_argument("--pages", type=int, help="only the first so many example pages, for quicker trials")
    loading = commands.add_parser("load", help="how a desk answers many readers while articles are added")
    loading.add_argument("--readers", type=int, default=50)
    loading.add_argument("--seconds", type=float, default=60.0)
    loading.add_argument("--pause", type=float, default=0.0, help="seconds between two pages of one reader")
    given = parser.parse_args(arguments)
    if given.command == "kills":
        return print_kills(given.trials, given.pages)
    if given.command == "load":
        return print_load(given.readers, given.seconds, given.pause)
    if given.command == "copies":
        print_copies(given.sizes)
    elif given.command == "growth":
        growth.print_growth(given.sizes)
    else:
        print_all()
    return 0


def _sizes(text: str) -> tuple[int, ...]:
    return tuple(int(size) for size in text.split(","))


def print_all() -> None:
    """Print the tables of the command line and of statements, and that of copies for a thousand articles."""
    print(f"{os.cpu_count()} cores, Python {sys.version.split()[0]}")
    print(f"{'what':44} {'seconds':>8} {'articles/s':>11} {'peak MB':>8}")
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "output"
        for name, arguments in (
            ("headwater --help", ["--help"]),
            ("brief on the examples", ["brief", str(ROOT / "examples" / "pages")]),
        ):
            found = best(arguments, output)
            print(f"{name:44} {found.seconds:8.2f} {'':>11} {found.peak_mb:8.0f}", flush=True)
        if not POOL.exists():
            print(f"skipped: {POOL.name} is not here")
            return
        rows = Path(folder) / "pool.jsonl"
        with gzip.open(POOL, "rt", encoding="utf-8") as lines:
            rows.write_text("".join(itertools.islice(lines, 1000)), encoding="utf-8")
        for step in STEPS:
            arguments = [step, str(rows), "--json" if step == "brief" else "--jsonl"]
            found = run(arguments, output)
            print(
                f"{step + ' on 1,000 articles of the pool':44} {found.seconds:8.1f} {1000 / found.seconds:11.0f} {found.peak_mb:8.0f}",
                flush=True,
            )
    print_statements()
    print_copies([SMALL])


if __name__ == "__main__":
    sys.exit(main())
