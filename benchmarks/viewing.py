"""A desk's file → what the views of the stories cost that its latest articles touched, as one JSON line.

`python -m benchmarks.viewing DESK` makes them as `headwater add` does: after every `SETTLE_AFTER` articles, of each story
that one of these came to. With `--before` it keeps what would be known of these stories' sentences if they had been viewed
before these articles came, and measures nothing: a desk that was loaded in bulk knows nothing of them.
"""

from __future__ import annotations

import argparse
from collections import deque
from dataclasses import dataclass
from pathlib import Path

from benchmarks.growing import Clock, Took
from headwater.desk import StoredDesk, open_desk
from headwater.desk.kept import SETTLE_AFTER
from headwater.desk.viewing import WORTH_KEEPING, Material, view
from headwater.model import Story
from headwater.wire import packed

TIMES = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Viewed:
    """What the views after `SETTLE_AFTER` more articles took."""

    articles: int
    stories: int
    took: Took


def view_before(path: Path) -> None:
    """Keep what is known of the stories that the latest articles touched, from those of their articles that came before."""
    with open_desk(path, write=True) as desk:
        latest = set(_latest(desk))
        members = desk.store.members(sorted(set(desk.store.story_of(sorted(latest)).values())))
        for story, articles in members.items():
            before = tuple(article for article in articles if article not in latest)
            if len(before) < WORTH_KEEPING:
                continue
            readings = tuple(desk.store.readings(before).values())
            material = Material(story=Story(id=story, title="", articles=before), readings=readings)
            with desk.store.writing():
                desk.store.put_known(story, view(material).known)


def _latest(desk: StoredDesk) -> list[str]:
    return list(deque(desk.store.articles(), maxlen=TIMES * SETTLE_AFTER))


def viewed(path: Path) -> tuple[Viewed, ...]:
    """Make the views of what the latest articles touched, `SETTLE_AFTER` of them at a time, and return what it took."""
    found = []
    with open_desk(path, write=True) as desk:
        latest = _latest(desk)
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
    parser = argparse.ArgumentParser(prog="python -m benchmarks.viewing", description=__doc__)
    parser.add_argument("desk", type=Path)
    parser.add_argument("--before", action="store_true", help="keep what was known before the latest articles came")
    asked = parser.parse_args()
    if asked.before:
        view_before(asked.desk)
    else:
        print(packed(viewed(asked.desk)).decode())
