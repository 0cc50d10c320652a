"""What `headwater add` does: pages into a desk, each named on standard output after it is kept for good.

>>> told(Acknowledged(file="tern.html", page="p1", article="a1", known=True), None)
'known  tern.html  article a1'
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import click

from headwater.cli.keeping import but_itself, desk_to_grow, desk_to_read
from headwater.cli.session import Session
from headwater.cli.stopping import Stop, stopping
from headwater.desk import StoredDesk
from headwater.model import Acknowledged, Rejected, StoryCard
from headwater.outputs import json_text, rejected_line, rejected_row
from headwater.outputs.closing import closing_words, number
from headwater.outputs.labels import quoted
from headwater.outputs.visible import one_line, short
from headwater.pages import read_pages

_TITLE = 100


@dataclass(kw_only=True, slots=True)
class Tally:
    """What a run has done to a desk so far."""

    began: float = field(default_factory=time.monotonic)
    added: int = 0
    known: int = 0
    stories: set[str] = field(default_factory=set)
    """Those that an added article is in."""
    rejected: list[Rejected] = field(default_factory=list)

    def count(self, done: Acknowledged, story: StoryCard | None) -> None:
        """Count one acknowledged input."""
        if done.rejected is not None:
            self.rejected.append(done.rejected)
        elif done.known:
            self.known += 1
        else:
            self.added += 1
            self.stories |= {story.id} if story else set()

    def closing(self) -> str:
        """Return the closing line."""
        seconds = time.monotonic() - self.began
        counted = [f"{self.added:,} added", f"{self.known:,} known", f"{number(len(self.stories), 'story')} changed"]
        if self.added and seconds > 0:
            counted.append(f"{self.added / seconds:,.1f} articles/s")
        return closing_words(counted, self.rejected)


def add_paths(session: Session, path: Path) -> None:
    """Add pages, and say of each what became of it."""
    tally = Tally()
    with desk_to_grow(path, session) as desk, stopping() as stop:
        pages = read_pages(session.paths, settings=session.settings.pages, stdin=sys.stdin.buffer)
        acknowledge(desk, desk.add_pages(but_itself(stop.until(pages), path)), session, tally)
    finish(session, tally, stop)


def reread(session: Session, path: Path) -> None:
    """Read every page of a desk again, and say what reads differently now."""
    desk_to_read(path).close()  # opened to grow, it would be made
    tally = Tally()
    with desk_to_grow(path, session) as desk, stopping() as stop:
        acknowledge(desk, stop.until(desk.read_anew()), session, tally)
    finish(session, tally, stop)


def settle(session: Session, path: Path) -> None:
    """Make the views of all stories that changed since they were made, as after a run that was broken off."""
    desk_to_read(path).close()
    with desk_to_grow(path, session) as desk:
        done = desk.settle()
    click.echo(f"{number(done, 'story')} compared anew")


def acknowledge(desk: StoredDesk, done: Iterable[Acknowledged], session: Session, tally: Tally) -> None:
    """Print a line for each input as it is kept, and count it."""
    for each in done:
        story = _story(desk, each)
        tally.count(each, story)
        click.echo(json_text(_row(each, story)) if session.jsonl else told(each, story))


def finish(session: Session, tally: Tally, stop: Stop) -> None:
    """Print the closing line, and leave as a signal or `--strict` asks."""
    session.say(f"{'stopped; kept: ' * stop.asked}{tally.closing()}")
    if stop.asked:
        session.say("what was named above is kept; run the command again for the rest")
    stop.leave()
    session.leave(tally.rejected)


def told(done: Acknowledged, story: StoryCard | None) -> str:
    """Return the line of one acknowledged input."""
    if done.rejected is not None:
        return f"rejected{' again' * done.known}  {rejected_line(done.rejected)}"
    file = one_line(done.file)
    if done.known:
        return f"known  {file}" + (f"  article {done.article}" if done.article else "")
    title = f", story {story.id} {quoted(short(story.title, _TITLE))}" if story else ""
    version = f", a new version of {done.version_of}" if done.version_of else ""
    return f"added  {file} → article {done.article}{version}{title}"


def _row(done: Acknowledged, story: StoryCard | None) -> dict[str, object]:
    return {
        "file": done.file,
        "page": done.page,
        "article": done.article,
        "known": done.known,
        "version_of": done.version_of,
        "story": story.id if story else None,
        "rejected": rejected_row(done.rejected) if done.rejected else None,
    }


def _story(desk: StoredDesk, done: Acknowledged) -> StoryCard | None:
    """Return the story that an added article is in."""
    if done.article is None or done.known:
        return None
    story = desk.article(done.article).story
    return desk.card(story) if story else None
