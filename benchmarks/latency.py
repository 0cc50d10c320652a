"""A desk's file → how long its web pages take, as one JSON object: seconds of each request by what was asked for.

`python -m benchmarks.latency DESK` asks the app itself, in this process: what a browser adds is not counted. Every address
is another, so that nothing is answered from what was kept of the one before; one of each kind is asked for first, since
models and templates are loaded with it.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from urllib.parse import urlencode

from starlette.testclient import TestClient

from headwater.api import Limits, Rate, Served
from headwater.api.application import application
from headwater.api.collecting import collect_seldom
from headwater.desk import StoredDesk, open_desk
from headwater.model import Reading, StoryOrder
from headwater.web import mount_pages

ASKED = 100
"""Requests of each kind."""
COMMON = "people government country house public family report police money party".split()
"""Words that stand in a large part of any collection of news."""
RARE = re.compile(r"\b[A-Z][a-z]{6,}\b")
ORDERS: tuple[StoryOrder, ...] = ("newest", "articles", "origins", "disputed")


def latencies(path: Path) -> dict[str, list[float]]:
    """Return the seconds of each request; raise where one is not answered with 200."""
    unlimited = Rate(burst=1_000_000, per_second=1_000_000)
    with open_desk(path) as desk:
        served = Served(path=path, desk=desk, limits=Limits(reads=unlimited))
        client = TestClient(application(served, pages=mount_pages), base_url="http://127.0.0.1")
        collect_seldom()
        return {kind: [_taken(client, address) for address in asked][1:] for kind, asked in addresses(desk).items()}


def addresses(desk: StoredDesk) -> dict[str, list[str]]:
    """Return what is asked for, by kind, one more than counts."""
    chance = Random(1)  # noqa: S311 - which pages, not secrets
    every = list(desk.store.articles())
    some = chance.sample(every, min(len(every), ASKED + 1))
    readings = [desk.store.readings([article])[article] for article in some]
    settled = [card.id for order in ORDERS for card in desk.stories(order, limit=200).items if card.settled]
    told = list(dict.fromkeys(settled))
    stories = chance.sample(told, min(len(told), ASKED + 1))
    return {
        "front page": list(_fronts(desk)),
        "story": [f"/stories/{story}" for story in stories],
        "article": [f"/articles/{article}" for article in some],
        "common words": [_search(words=" ".join(chance.sample(COMMON, 2))) for _ in range(ASKED + 1)],
        "rare word": [_search(words=word) for word in _rare(readings, chance)],
        "speaker": [_search(kind="statement", speaker=name) for name in _speakers(readings)],
        "meaning": [_search(meaning="on", words=reading.article.title or "rain") for reading in readings],
    }


def _fronts(desk: StoredDesk) -> Iterator[str]:
    """Yield the front page in every order, and page after page of each."""
    for order in ORDERS:
        after = None
        for _ in range(ASKED // len(ORDERS) + 1):
            yield "/?" + urlencode({"order": order, **({"after": after} if after else {})})
            after = desk.stories(order, after=after).after


def _rare(readings: list[Reading], chance: Random) -> Iterator[str]:
    for reading in readings:
        names = RARE.findall(reading.article.text)
        if names:
            yield chance.choice(names)


def _speakers(readings: list[Reading]) -> Iterator[str]:
    for reading in readings:
        yield from [each.speaker for each in reading.statements if each.speaker][:1]


def _search(**fields: str) -> str:
    return "/search?" + urlencode(fields)


def _taken(client: TestClient, address: str) -> float:
    started = time.perf_counter()
    answer = client.get(address)
    seconds = time.perf_counter() - started
    answer.raise_for_status()
    return seconds


if __name__ == "__main__":
    print(json.dumps(latencies(Path(sys.argv[1]))))
