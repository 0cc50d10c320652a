"""A desk's file → what the views of the stories cost that its latest articles touched, as one JSON line.

`python -m benchmarks.viewing DESK` makes them as `headwater add` does: after every `SETTLE_AFTER` articles, of each story
that one of these came to.
"""

from __future__ import annotations

import sys
from collections import deque
from dataclasses import dataclass
from pathlib import Path

from benchmarks.growing import Clock, Took
from headwater.desk import open_desk
from headwater.desk.kept import SETTLE_AFTER
from headwater.wire import packed

TIMES = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Viewed:
    """What the views after `SETTLE_AFTER` more articles took."""

    articles: int
    stories: int
    took: Took


def viewed(path: Path) -> tuple[Viewed, ...]:
    """Make the views of what the latest articles touched, `SETTLE_AFTER` of them at a time, and return what it took."""
    found = []
    with open_desk(path, write=True) as desk:
        latest = list(deque(desk.store.articles(), maxlen=TIMES * SETTLE_AFTER))
        for start in range(0, len(latest), SETTLE_AFTER):
            some = latest[start : start + SETTLE_AFTER]
            stories = sorted(set(desk.store.story_of(some).values()))
            with desk.store.writing():
                desk.store.unsettle(stories)
            clock = Clock()
            desk.settle(stories)
            found.append(Viewed(articles=len(some), stories=len(stories), took=clock.took()))
    return tuple(found)


if __name__ == "__main__":
    print(packed(viewed(Path(sys.argv[1]))).decode())
