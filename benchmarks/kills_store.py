"""A process that adds to a store, killed at random moments: nothing that it acknowledged may be lost.

    python -m benchmarks.kills_store --trials 100

Each trial adds pages with readings, postings and a story, one transaction each, and prints an id after its commit; it is killed
(SIGKILL) somewhere in between. Then the file is checked, every printed id has to be there, and the same additions are run again
to their end.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.growth_store import STORY, add, arrivals, invented
from headwater.store import open_store

WHOLE = 16
"""Characters of an id: a line cut off by the kill acknowledges nothing."""
LONGEST = 1.5
"""Seconds after the first acknowledgement at which a process is killed at the latest."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Trial:
    """What one killed process left."""

    acknowledged: tuple[str, ...]
    lost: tuple[str, ...]
    troubles: tuple[str, ...]


def grow(path: Path, articles: int) -> None:
    """Add articles one by one; print the id of each after its commit."""
    store = open_store(path, write=True)
    members: list[str] = []
    for each in arrivals(invented(), range(articles)):
        members = [*members, each.reading.article.id] if each.number % STORY else [each.reading.article.id]
        with store.writing():
            add(store, each, members)
        print(each.reading.article.id, flush=True)
    store.close()


def trials(path: Path, number: int, *, articles: int, longest: float = LONGEST) -> Iterator[Trial]:
    """Yield what each trial left; all of them add to one file, so that each begins where another was killed."""
    moments = random.Random(number)  # noqa: S311 - moments, no secrets
    for _ in range(number):
        acknowledged = killed(path, articles, moments.random() * longest)
        store = open_store(path, write=True)
        there = set(store.articles())
        yield Trial(
            acknowledged=acknowledged,
            lost=tuple(each for each in acknowledged if each not in there),
            troubles=tuple(trouble.what for trouble in store.check()),
        )
        store.close()


def killed(path: Path, articles: int, seconds: float) -> tuple[str, ...]:
    """Run `grow`, kill it so many seconds after its first line, and return what it printed."""
    with subprocess.Popen(growing(path, articles), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(seconds)
        process.kill()
        rest = process.stdout.read()
    return tuple(line for line in (first + rest).splitlines() if len(line) == WHOLE)


def growing(path: Path, articles: int) -> list[str]:
    """Return the command that adds to a file."""
    return [sys.executable, "-m", "benchmarks.kills_store", "--grow", str(path), "--articles", str(articles)]


def completes(path: Path, articles: int) -> bool:
    """Run the additions to their end; return whether everything is there and well."""
    done = subprocess.run(growing(path, articles), check=False, stdout=subprocess.DEVNULL).returncode == 0
    store = open_store(path, write=True)
    whole = store.counts().articles == articles and not store.check()
    store.close()
    return done and whole


def main() -> None:
    """Print what a number of trials left."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--trials", type=int, default=100)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--grow", type=Path, help="add to this file, as a trial does")
    options = parser.parse_args()
    if options.grow:
        grow(options.grow, options.articles)
        return
    with TemporaryDirectory() as folder:
        path = Path(folder) / "news.desk"
        every = list(trials(path, options.trials, articles=options.articles))
        completed = completes(path, options.articles)
    print(
        f"{len(every)} kills, {sum(len(each.acknowledged) for each in every)} acknowledged, "
        f"{sum(len(each.lost) for each in every)} lost, {sum(bool(each.troubles) for each in every)} files with troubles; "
        f"the next run {'completes' if completed else 'DOES NOT complete'}"
    )
    for each in every:
        for what in (*each.lost, *each.troubles):
            print(f"  {what}")


if __name__ == "__main__":
    main()
