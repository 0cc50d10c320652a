"""The pool → what was read from its pages, read once and kept under `scratch/bench`.

Reading a page costs the same whatever a desk holds, so that growth may be measured over readings made before. The file
holds one packed `Reading` a line; what is there already is not read again.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluate.rows import READY, read_rows
from headwater.desk import read_page
from headwater.desk.arrivals import lead_of
from headwater.model import Page, Reading
from headwater.pages import ready_page
from headwater.readers import embed
from headwater.wire import packed, unpacked

ROOT = Path(__file__).parents[1]
POOL = ROOT.parent / "shared" / "data" / "articles" / "pool.jsonl.gz"
KEPT = ROOT / "scratch" / "bench"
READINGS = KEPT / "readings.jsonl"
VECTORS = KEPT / "vectors.npy"
TIMES = KEPT / "readings.seconds"
WARMING = 20
"""Pages read before the times count: models are loaded with the first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PoolRead:
    """The readings of the pool and how long one took."""

    readings: tuple[Reading, ...]
    seconds: tuple[float, ...]
    """Of each page but the first `WARMING` of a run, in no order that tells anything."""
    vectors: NDArray[np.float32]
    """(n, 384): those of the readings."""


def pool_read(size: int | None = None) -> PoolRead:
    """Return the readings of the pool, or of so many of its pages; what was never read is read now and kept."""
    KEPT.mkdir(parents=True, exist_ok=True)
    pages = list(islice(pool_pages(), size))
    there = len(READINGS.read_bytes().splitlines()) if READINGS.exists() else 0
    with READINGS.open("ab") as kept, TIMES.open("a", encoding="ascii") as times:
        for number, page in enumerate(pages[there:]):
            started = time.perf_counter()
            read = read_page(page)
            taken = time.perf_counter() - started
            kept.write(packed(read if isinstance(read, Reading) else None) + b"\n")
            kept.flush()
            if number >= WARMING:
                times.write(f"{taken:.4f}\n")
                times.flush()
    lines = READINGS.read_bytes().splitlines()[: len(pages)]
    readings = tuple(unpacked(line, Reading) for line in lines if line != b"null")
    return PoolRead(
        readings=readings,
        vectors=_vectors(readings),
        seconds=tuple(map(float, TIMES.read_text("ascii").split())),
    )


def pool_pages() -> Iterator[Page]:
    """Yield the pages of the pool as ready articles."""
    for row in read_rows(POOL):
        yield ready_page({key: value for key in READY if isinstance(value := row.get(key), str)}, file=POOL.name)


def _vectors(readings: Sequence[Reading]) -> NDArray[np.float32]:
    if VECTORS.exists():
        kept: NDArray[np.float32] = np.load(VECTORS)
        if len(kept) == len(readings):
            return kept
    made = np.concatenate([embed([lead_of(reading.article)]) for reading in readings])
    np.save(VECTORS, made)
    return made
