"""Packed readings on standard input → a desk that grew by them, and what that took, as one JSON line.

`python -m benchmarks.grown 0 1000 | python -m benchmarks.growing DESK --bulk 500` is a process of its own, so that its
memory is the desk's and not that of whoever makes the readings. The first are loaded in bulk: many in one transaction, their
vectors and profiles made before. The others are added as any article is, but for the views of their stories, which
`benchmarks.viewing` makes.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np

from benchmarks.grown import Given
from headwater.desk import StoredDesk, open_desk
from headwater.desk.arrivals import Arrival, Arrivals, lead_of
from headwater.desk.decided import Decided
from headwater.readers import embed
from headwater.stories.profiles import profile_of
from headwater.wire import packed, unpacked

AT_ONCE = 100
"""Articles of a bulk load that are committed together."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Took:
    """Seconds of one step."""

    wall: float
    core: float
    """Of the processor: what the step costs on a machine that others use too."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Grew:
    """What adding some articles took."""

    bulk: Took
    bulk_articles: int
    preparing: tuple[Took, ...]
    """Vector and profile of each article that was added as any article is: part of reading it."""
    arrivals: tuple[Took, ...]
    """From the first index to the commit, of each of these."""
    peak_mb: float
    """Resident memory, million bytes."""


class Clock:
    """Tells how long something took."""

    def __init__(self) -> None:
        """Start."""
        self._wall, self._core = time.perf_counter(), time.process_time()

    def took(self) -> Took:
        """Return the time since the start."""
        return Took(wall=time.perf_counter() - self._wall, core=time.process_time() - self._core)


def grow(path: Path, given: Iterator[Given], bulk: int) -> Grew:
    """Add readings to a desk, the first `bulk` of them in bulk."""
    preparing: list[Took] = []
    arrivals: list[Took] = []
    with open_desk(path, write=True) as desk:
        clock = Clock()
        loaded = _load(desk, islice(given, bulk))
        took = clock.took()
        while some := list(islice(given, AT_ONCE)):
            arriving = [_prepared(one, preparing) for one in some]
            clock = Clock()
            for _ in desk.add_arrivals(arriving):
                arrivals.append(clock.took())
                clock = Clock()
    per_unit = 1 if sys.platform == "darwin" else 1024
    return Grew(
        bulk=took,
        bulk_articles=loaded,
        preparing=tuple(preparing),
        arrivals=tuple(arrivals),
        peak_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * per_unit / 1e6,
    )


def _load(desk: StoredDesk, given: Iterator[Given]) -> int:
    """Add articles whose vectors and profiles were made before; return how many."""
    arrivals = Arrivals(store=desk.store, decided=Decided())
    clock, loaded = Clock(), 0
    while some := list(islice(given, AT_ONCE)):
        with desk.store.writing():
            for one in some:
                assert one.profile is not None
                vector = np.frombuffer(one.vector, dtype=np.float32)
                arrivals.arrive(Arrival(page=one.page, reading=one.reading, vector=vector, profile=one.profile))
        loaded += len(some)
        if loaded % (10 * AT_ONCE) == 0:
            took = clock.took()
            each = f"{1000 * took.core / AT_ONCE / 10:.1f} ms of a core, {1000 * took.wall / AT_ONCE / 10:.1f} ms"
            print(f"{desk.counts().articles}: {each} an article", file=sys.stderr, flush=True)
            clock = Clock()
    return loaded


def _prepared(one: Given, preparing: list[Took]) -> Arrival:
    clock = Clock()
    article = one.reading.article
    vector, profile = embed([lead_of(article)])[0], profile_of(article)
    preparing.append(clock.took())
    return Arrival(page=one.page, reading=one.reading, vector=vector, profile=profile)


def main() -> None:
    """Read packed readings and print what adding them took."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.growing", description=__doc__)
    parser.add_argument("desk", type=Path)
    parser.add_argument("--bulk", type=int, default=0, help="so many of the first are loaded in bulk")
    asked = parser.parse_args()
    given = (unpacked(line, Given) for line in sys.stdin.buffer)
    print(packed(grow(asked.desk, given, asked.bulk)).decode())


if __name__ == "__main__":
    main()
