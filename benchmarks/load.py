"""Fifty readers at once of a desk that grows: errors, how soon pages come, how many a second.

`python -m benchmarks load` fills a desk with invented pages, serves it as `headwater serve` does, and lets readers ask one page
after another while `headwater add` adds more to the same file. Readers ask without a pause between two pages, or with one
(`--pause`), as people do.
"""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random
from urllib.parse import quote
from urllib.request import urlopen

import httpx2
import numpy as np

from benchmarks.pages import write_pages
from headwater.desk.kept import open_desk

HEADWATER = (sys.executable, "-m", "headwater")
THERE, COMING = 2, 12
"""How often the example pages are in the desk at first, and how often they are added meanwhile."""
WORDS = ("ferry", "water", "minister", "court", "“the river”", "police -ferry")
STARTING = 60
"""Seconds after which a server that does not answer will never."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Load:
    """What the readers saw."""

    seconds: float
    times: Sequence[float]
    """Of every answered request."""
    statuses: Counter[str]
    added: int
    """Articles that the desk gained meanwhile."""


def print_load(readers: int, seconds: float, pause: float) -> int:
    """Print the figures; return 1 where anything but 200 came back."""
    with tempfile.TemporaryDirectory() as folder:
        found = load(Path(folder), readers, seconds, pause)
    half, most, worst = np.percentile(np.array(found.times) * 1000, (50, 95, 99))
    errors = sum(count for status, count in found.statuses.items() if status != "200")
    print(f"{readers} readers, {found.seconds:.0f} s, pause {pause:g} s, {found.added} articles added meanwhile")
    print(
        f"{len(found.times)} answers, {len(found.times) / found.seconds:.0f} a second, {errors} errors {dict(found.statuses)}"
    )
    print(f"p50 {half:.0f} ms, p95 {most:.0f} ms, p99 {worst:.0f} ms")
    return int(errors > 0)


def load(folder: Path, readers: int, seconds: float, pause: float) -> Load:
    """Serve a desk, let the readers read and add to it meanwhile."""
    desk = folder / "load.desk"
    write_pages(folder / "there", THERE)
    write_pages(folder / "coming", COMING)
    subprocess.run(
        [*HEADWATER, "add", str(desk), str(folder / "there"), "--quiet"], check=True, stdout=subprocess.DEVNULL
    )
    before = _articles(desk)
    adding = [*HEADWATER, "add", str(desk), str(folder / "coming"), "--quiet", "--workers", "1"]
    with served(desk) as address, subprocess.Popen(adding, stdout=subprocess.DEVNULL) as adder:
        started = time.perf_counter()
        times, statuses = asyncio.run(_read(address, paths(desk), readers, seconds, pause))
        taken = time.perf_counter() - started
        adder.terminate()
    return Load(seconds=taken, times=times, statuses=statuses, added=_articles(desk) - before)


@contextmanager
def served(desk: Path) -> Iterator[str]:
    """Serve a desk on a free port of this machine, without a limit of requests, and yield its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    serving = [*HEADWATER, "serve", str(desk), "--port", str(port), "--rate", "1000000"]
    with subprocess.Popen(serving, stdout=subprocess.DEVNULL) as server:
        try:
            _wait_for(address)
            yield address
        finally:
            server.terminate()


def paths(desk: Path) -> list[str]:
    """Return the addresses that readers ask for: the front page, stories, articles, searches."""
    with open_desk(desk) as held:
        articles = list(held.store.articles())
        stories = [card.id for card in held.stories(limit=100).items]
    searches = [f"/search?words={quote(words)}" for words in WORDS]
    front = ["/"] * (len(stories) + len(articles))
    return [*front, *(f"/stories/{story}" for story in stories), *(f"/articles/{article}" for article in articles), *searches * 4]  # fmt: skip


async def _read(
    address: str, asked: Sequence[str], readers: int, seconds: float, pause: float
) -> tuple[list[float], Counter[str]]:
    times: list[float] = []
    statuses: Counter[str] = Counter()
    until = time.perf_counter() + seconds

    async def one(client: httpx2.AsyncClient, reader: int) -> None:
        chance = Random(reader)  # noqa: S311 - which page, not secrets
        while time.perf_counter() < until:
            started = time.perf_counter()
            try:
                answer = await client.get(chance.choice(asked))
                statuses[str(answer.status_code)] += 1
            except httpx2.HTTPError as error:
                statuses[type(error).__name__] += 1
            times.append(time.perf_counter() - started)
            await asyncio.sleep(pause * chance.uniform(0.5, 1.5))

    limits = httpx2.Limits(max_connections=readers, max_keepalive_connections=readers)
    async with httpx2.AsyncClient(base_url=address, limits=limits, timeout=30) as client:
        await asyncio.gather(*(one(client, reader) for reader in range(readers)))
    return times, statuses


def _wait_for(address: str) -> None:
    until = time.perf_counter() + STARTING
    while True:
        try:
            urlopen(address, timeout=5).close()  # noqa: S310 - our own server
        except OSError:
            if time.perf_counter() > until:
                raise
            time.sleep(0.2)
        else:
            return


def _articles(desk: Path) -> int:
    with open_desk(desk) as held:
        return held.counts().articles
