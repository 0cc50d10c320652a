"""One run of the command line: the desk it works with, its progress on standard error, its closing line and exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.progress import BarColumn, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars

from headwater.cli.judging import judge_from, judge_says
from headwater.desk import Desk, Progress, Settings
from headwater.engine import Cores, Engine, Here
from headwater.model import Rejected
from headwater.outputs import json_text
from headwater.pages import PageSettings

if TYPE_CHECKING:
    from headwater.judges import ChatJudge

MEGABYTE = 1_000_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Session:
    """Paths and settings as the user gave them."""

    paths: tuple[str, ...]
    workers: int
    settings: Settings
    judge: ChatJudge | None
    """The judge from outside, if one was asked for: what it did is said at the end."""
    jsonl: bool
    strict: bool
    quiet: bool

    @classmethod
    def of(cls, paths: tuple[str, ...], options: Mapping[str, object]) -> Session:
        """Translate the options of a command; `options` holds what click has already checked, of those that it takes."""
        judge = judge_from(options)
        usual = Settings()
        most = options.get("max_page_mb")
        settings = Settings(
            pages=PageSettings(max_page_bytes=int(float(str(most)) * MEGABYTE)) if most else usual.pages,
            seconds_per_page=float(str(options.get("seconds_per_page", usual.seconds_per_page))),
            transliterate=bool(options.get("transliterate", usual.transliterate)),
            judge=judge,
        )
        return cls(
            paths=paths,
            workers=int(str(options.get("workers") or os.cpu_count() or 1)),
            settings=settings,
            judge=judge,
            jsonl=bool(options.get("jsonl")),
            strict=bool(options["strict"]),
            quiet=bool(options["quiet"]),
        )

    @property
    def alone(self) -> tuple[str, ...]:
        """What takes the whole of standard output."""
        return ("--jsonl",) if self.jsonl else ()

    def engine(self) -> Engine:
        """Return where pages are read."""
        return Here() if self.workers == 1 else Cores(workers=self.workers)

    @contextmanager
    def desk(self, *, streaming: bool = False) -> Iterator[Desk]:
        """Yield the desk of a visit; while it works, progress shows as `progress` says."""
        with self.progress(streaming=streaming) as advance:
            yield Desk(engine=self.engine(), settings=self.settings, progress=advance)

    @contextmanager
    def progress(self, *, streaming: bool = False) -> Iterator[Progress]:
        """Yield what shows progress on standard error if that is a terminal.

        A command that prints while it works (`streaming`) shows none where its rows go to a terminal as well.
        """
        console = Console(stderr=True)
        if self.quiet or not console.is_terminal or (streaming and sys.stdout.isatty()):
            yield _unseen
            return
        columns = (
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(bar_width=20),
            TextColumn("{task.completed:,.0f}"),
            TimeElapsedColumn(),
        )
        with Bars(*columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False) as bars:
            tasks: dict[str, TaskID] = {}

            def advance(step: str, done: int) -> None:
                if step not in tasks:
                    tasks[step] = bars.add_task(step, total=None)
                bars.update(tasks[step], completed=done)

            yield advance

    def emit(self, rows: Iterable[tuple[Mapping[str, object], str]]) -> None:
        """Print rows as they come: JSON lines, or the line that a person reads."""
        for row, line in rows:
            click.echo(json_text(row) if self.jsonl else line)

    def say(self, line: str) -> None:
        """Print a line on standard error."""
        if not self.quiet:
            click.echo(line, err=True)

    def close(self, line: str, rejected: Sequence[Rejected]) -> None:
        """Print the closing line on standard error and leave."""
        self.say(line)
        self.leave(rejected)

    def leave(self, rejected: Sequence[Rejected]) -> None:
        """Say what a judge from outside did, and leave with 1 where something was rejected under `--strict`."""
        for line in judge_says(self.judge):
            self.say(line)
        if self.strict and rejected:
            sys.exit(1)


def _unseen(step: str, done: int) -> None:
    """Show progress to nobody."""
