"""Ways to find which of many articles copy which: what each line of `benchmarks.copies` runs.

A finder takes texts one after the other and gives pairs of their numbers, the earlier first, and its index.
"""

from __future__ import annotations

import json
import os
import pickle
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib import import_module
from itertools import islice
from pathlib import Path

from evaluate.edits.styles import SHARES

Pairs = set[tuple[int, int]]
Finder = Callable[[Iterable[dict[str, object]]], tuple[Pairs, object]]
"""Rows → the pairs found, and the index for its size (None where there is none that outlives the search)."""
PERMUTATIONS, LENGTH = 128, 5
WARM = 20
"""Rows that a finder sees before the clock starts, so that loading is not measured."""


def report(name: str, file: str, size: int) -> None:
    """Run one finder on the first rows of a file and print what it took, as JSON."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    finder = _finder(name)
    finder(_rows(Path(file), WARM, []))
    planted: list[tuple[int, int, float]] = []
    wall, cpu = time.perf_counter(), time.process_time()
    pairs, index = finder(_rows(Path(file), size, planted))
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    unit = 1 if sys.platform == "darwin" else 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6
    told = {
        "seconds": wall,
        "cpu": cpu,
        "peak_mb": peak,
        "index_mb": len(pickle.dumps(index)) / 1e6 if index is not None else 0.0,
        "pairs": len(pairs),
        "recalls": recalls(planted, pairs),
    }
    print(json.dumps(told))


def recalls(planted: Iterable[tuple[int, int, float]], pairs: Pairs) -> dict[str, float]:
    """Return the share of planted copies found with their original, by how much of it they took."""
    hits: defaultdict[float, list[bool]] = defaultdict(list)
    for original, copy, share in planted:
        hits[share].append((original, copy) in pairs)
    return {str(share): sum(hits[share]) / max(1, len(hits[share])) for share in SHARES}


def _rows(file: Path, size: int, planted: list[tuple[int, int, float]]) -> Iterator[dict[str, object]]:
    """Yield rows without what was planted, which is kept aside."""
    with file.open(encoding="utf-8") as lines:
        for number, line in enumerate(islice(lines, size)):
            row = json.loads(line)
            origin, share = row.pop("origin"), row.pop("share")
            if origin is not None:
                planted.append((origin, number, share))
            yield row


def _finder(name: str) -> Finder:
    bands = 64 if "64" in name else 32
    if name.startswith("headwater"):
        return _linked if "link_copies" in name else _candidates
    return partial(_datasketch if name.startswith("datasketch") else _rensa, bands=bands)


def _candidates(rows: Iterable[dict[str, object]]) -> tuple[Pairs, object]:
    from headwater.copies.candidates import CopyIndex  # noqa: PLC0415 - each process loads what it measures
    from headwater.copies.traces import trace_text  # noqa: PLC0415 - likewise

    index = CopyIndex(trace_text(str(row["text"])).kept for row in rows)
    return {(pair.a, pair.b) for pair in index.pairs()}, index


def _linked(rows: Iterable[dict[str, object]]) -> tuple[Pairs, object]:
    """Link articles that were read before: reading a ready article takes longer than linking it, and is measured elsewhere."""
    from headwater.copies import link_copies  # noqa: PLC0415 - each process loads what it measures
    from headwater.model import Article, Place  # noqa: PLC0415 - likewise

    def article(row: dict[str, object]) -> Article:
        own = str(row["id"])
        return Article(
            id=own, page=own, places=(Place(page=own, file="-"),), title=str(row["title"]), outlet=str(row["source"]),
            url=None, authors=(), published=str(row["published"]), language="en", section=None, tags=(), credits=(),
            rights=None, translations=(), text=str(row["text"]), blocks=(), cuts=(), by="benchmark",
        )  # fmt: skip

    links = link_copies(map(article, rows))
    taken = ((int(link.a), int(link.b)) for link in links if link.verdict == "yes")
    return {(min(pair), max(pair)) for pair in taken}, None


def _datasketch(rows: Iterable[dict[str, object]], *, bands: int) -> tuple[Pairs, object]:
    datasketch = import_module("datasketch")
    index = datasketch.MinHashLSH(num_perm=PERMUTATIONS, params=(bands, PERMUTATIONS // bands))
    pairs: Pairs = set()
    for number, row in enumerate(rows):
        sketch = datasketch.MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch([shingle.encode() for shingle in _shingles(str(row["text"]))])
        pairs.update((int(other), number) for other in index.query(sketch))
        index.insert(number, sketch, check_duplication=False)
    return pairs, index


def _rensa(rows: Iterable[dict[str, object]], *, bands: int) -> tuple[Pairs, object]:
    rensa = import_module("rensa")
    index = rensa.RMinHashLSH(threshold=0.5, num_perm=PERMUTATIONS, num_bands=bands)
    pairs: Pairs = set()
    for number, row in enumerate(rows):
        sketch = rensa.RMinHash(num_perm=PERMUTATIONS, seed=1)
        sketch.update(_shingles(str(row["text"])))
        pairs.update((int(other), number) for other in index.query(sketch))
        index.insert(number, sketch)
    return pairs, index


def _shingles(text: str) -> list[str]:
    words = text.lower().split()
    return [" ".join(words[place : place + LENGTH]) for place in range(max(1, len(words) - LENGTH + 1))]
