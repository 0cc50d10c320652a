"""A desk is killed while it grows, again and again: nothing that was acknowledged may be lost.

`python -m benchmarks kills --trials 100`. In each trial `headwater add` or `headwater watch --once` (over a drop folder, then
over a feed of a server of this machine) runs over the same invented pages and is killed (SIGKILL, with its workers) at a
seeded moment. Then every page that it said it kept must be in the desk, a check must find nothing, and the same command run
again must end with the stories of a run that nobody disturbed.
"""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.pages import pages_served, write_pages
from headwater.desk.kept import open_desk
from headwater.wire import packed

HEADWATER = (sys.executable, "-m", "headwater")
VARIANTS = 1
WAYS = ("add", "watch folder", "watch feed")
STARTED = 0.1
"""The share of a run in which models are loaded and nothing is written yet."""
PLACES = re.compile(rb'"places":\[[^]]*\]')
"""A page that was fetched twice, since nobody lived to remember the first time, has two places, each with its own hour."""
TOLD = 10
"""Trials after which a line on standard error says how far it is."""
PATIENCE = 300
"""Seconds after which a run that nobody killed has hung."""

Stories = dict[str, tuple[str, ...]]
"""The pages of each story by its id."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Trial:
    """What one killed run left behind."""

    way: str
    seconds: float
    """When it was killed, after its start."""
    killed: bool
    """False: it had ended before."""
    acknowledged: int
    lost: tuple[str, ...]
    """Pages that were acknowledged and are not there, or have no article."""
    troubles: tuple[str, ...]
    """What `check` found."""
    completed: bool
    """The same command, run again, ended well."""
    same_stories: bool
    """With the stories of a run that nobody disturbed."""
    same_views: bool
    """And with the same views of them, to the byte; but for how often their pages were fetched."""

    @property
    def sound(self) -> bool:
        """Nothing was lost, nothing is wrong, and the next run mends the rest."""
        return not self.lost and not self.troubles and self.completed and self.same_stories and self.same_views


@dataclass(frozen=True, kw_only=True, slots=True)
class Undisturbed:
    """What the same run gives when nobody kills it."""

    seconds: float
    stories: Stories
    views: bytes


def kill_trials(
    trials: int, ways: Sequence[str] = WAYS, *, variants: int = VARIANTS, most: int | None = None
) -> Iterator[Trial]:
    """Yield what each of so many killed runs left behind, the ways taking turns; `most` bounds the example pages."""
    with tempfile.TemporaryDirectory() as folder, sources(Path(folder), variants, most) as commands:
        whole = {way: undisturbed(Path(folder) / f"{number}.desk", commands[way]) for number, way in enumerate(ways)}
        for number in range(trials):
            way = ways[number % len(ways)]
            after = Random(number).uniform(STARTED, 1.0) * whole[way].seconds  # noqa: S311 - a moment, not secrets
            yield trial(Path(folder) / f"trial{number}.desk", way, commands[way], after, whole[way])


@contextmanager
def sources(folder: Path, variants: int, most: int | None) -> Iterator[dict[str, tuple[str, ...]]]:
    """Write the pages, serve them too, and yield the arguments of each way after the name of the desk."""
    written = write_pages(folder / "pages", variants, most)
    with pages_served(written) as feed:
        yield {
            "add": ("add", "DESK", "--workers", "1", "--jsonl", str(folder / "pages")),
            "watch folder": ("watch", "DESK", "--once", "--jsonl", str(folder / "pages")),
            "watch feed": ("watch", "DESK", "--once", "--allow-private", "--per-host-delay", "0", "--jsonl", feed),
        }


def undisturbed(desk: Path, command: Sequence[str]) -> Undisturbed:
    """Run to the end and return what came of it."""
    started = time.perf_counter()
    subprocess.run(_named(command, desk), check=True, capture_output=True, timeout=PATIENCE)
    seconds = time.perf_counter() - started
    stories, views = told(desk)
    return Undisturbed(seconds=seconds, stories=stories, views=views)


def trial(desk: Path, way: str, command: Sequence[str], after: float, whole: Undisturbed) -> Trial:
    """Kill one run, look at what is left, and let another run complete it."""
    killed, acknowledged = _killed(_named(command, desk), desk.with_suffix(".out"), after)
    lost, troubles = left_behind(desk, acknowledged)
    again = subprocess.run(_named(command, desk), check=False, capture_output=True, timeout=PATIENCE)
    stories, views = told(desk)
    return Trial(
        way=way,
        seconds=after,
        killed=killed,
        acknowledged=len(acknowledged),
        lost=lost,
        troubles=troubles,
        completed=again.returncode == 0,
        same_stories=stories == whole.stories,
        same_views=views == whole.views,
    )


def left_behind(path: Path, acknowledged: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the acknowledged pages that a desk lacks, and what is wrong with it."""
    if not path.exists():
        return tuple(acknowledged), ()
    with open_desk(path) as desk:
        articles = desk.store.article_of(acknowledged)
        lost = tuple(
            page
            for page in acknowledged
            if desk.store.page(page) is None or not desk.store.readings([articles.get(page, "")])
        )
        return lost, tuple(trouble.what for trouble in desk.store.check())


def told(path: Path) -> tuple[Stories, bytes]:
    """Return the stories of a desk, by pages, and their views as bytes."""
    with open_desk(path) as desk:
        articles = tuple(desk.store.articles())
        members = desk.store.members(sorted(set(desk.store.story_of(articles).values())))
        page_of = {name: reading.article.page for name, reading in desk.store.readings(articles).items()}
        stories = {story: tuple(page_of[article] for article in held) for story, held in members.items()}
        views = [packed(desk.story(story)) for story in sorted(stories)]
    return stories, PLACES.sub(b"", b"\n".join(views))


def _killed(command: Sequence[str], output: Path, after: float) -> tuple[bool, list[str]]:
    """Start a run, kill it and its workers after so many seconds; return whether it still ran, and what it acknowledged."""
    with output.open("wb") as out:
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            process.wait(after)
            killed = False
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            killed = True
    whole_lines = output.read_bytes().rpartition(b"\n")[0].splitlines()
    rows = [json.loads(line) for line in whole_lines]
    return killed, [row["page"] for row in rows if row.get("article")]


def _named(command: Sequence[str], desk: Path) -> list[str]:
    return [*HEADWATER, *(str(desk) if part == "DESK" else part for part in command)]


def print_kills(trials: int, pages: int | None = None) -> int:
    """Print every trial that went wrong and a table by way; return 1 where anything was lost or wrong."""
    found: list[Trial] = []
    for number, one in enumerate(kill_trials(trials, most=pages), start=1):
        found.append(one)
        if not one.sound:
            print(f"trial {number}: {one}", flush=True)
        if number % TOLD == 0:
            print(f"{number} trials, {sum(each.sound for each in found)} sound", file=sys.stderr, flush=True)
    print(f"{'way':14} {'trials':>6} {'killed':>6} {'acknowledged':>12} {'lost':>5} {'troubled':>8} {'not completed':>13} {'other stories':>13}")  # fmt: skip
    for way in WAYS:
        these = [one for one in found if one.way == way]
        print(
            f"{way:14} {len(these):6} {sum(one.killed for one in these):6} {sum(one.acknowledged for one in these):12} "
            f"{sum(len(one.lost) for one in these):5} {sum(bool(one.troubles) for one in these):8} "
            f"{sum(not one.completed for one in these):13} "
            f"{sum(not (one.same_stories and one.same_views) for one in these):13}"
        )
    return int(not all(one.sound for one in found))
