"""One run of the command line: the desk it works with, its progress on standard error, its closing line and exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from headwater.cli.judging import judge_from, judge_says
from headwater.desk import Desk, Settings
from headwater.engine import Cores, Engine, Here
from headwater.errors import UsageError
from headwater.model import Rejected
from headwater.outputs import json_text
from headwater.pages import PageSettings

if TYPE_CHECKING:
    from headwater.judges import ChatJudge

MEGABYTE = 1_000_000
UNWRAPPED = 1_000_000
"""Columns of a console that is no terminal."""


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
        """Translate the options of a command; `options` holds what click has already checked."""
        judge = judge_from(options)
        settings = Settings(
            pages=PageSettings(max_page_bytes=int(float(str(options["max_page_mb"])) * MEGABYTE)),
            seconds_per_page=float(str(options["seconds_per_page"])),
            transliterate=bool(options.get("transliterate", True)),
            judge=judge,
        )
        return cls(
            paths=paths,
            workers=int(str(options["workers"] or os.cpu_count() or 1)),
            settings=settings,
            judge=judge,
            jsonl=bool(options.get("jsonl")),
            strict=bool(options["strict"]),
            quiet=bool(options["quiet"]),
        )

    @contextmanager
    def desk(self, *, streaming: bool = False) -> Iterator[Desk]:
        """Yield the desk; while it works, progress shows on standard error if that is a terminal.

        A command that prints while it works (`streaming`) shows none where its rows go to a terminal as well.
        """
        engine: Engine = Here() if self.workers == 1 else Cores(workers=self.workers)
        console = Console(stderr=True)
        if self.quiet or not console.is_terminal or (streaming and sys.stdout.isatty()):
            yield Desk(engine=engine, settings=self.settings)
            return
        columns = (
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(bar_width=20),
            TextColumn("{task.completed:,.0f}"),
            TimeElapsedColumn(),
        )
        with Progress(
            *columns, console=console, transient=True, redirect_stdout=False, redirect_stderr=False
        ) as progress:
            tasks: dict[str, TaskID] = {}

            def advance(step: str, done: int) -> None:
                if step not in tasks:
                    tasks[step] = progress.add_task(step, total=None)
                progress.update(tasks[step], completed=done)

            yield Desk(engine=engine, settings=self.settings, progress=advance)

    def emit(self, rows: Iterable[tuple[Mapping[str, object], str]]) -> None:
        """Print rows as they come: JSON lines, or the line that a person reads."""
        for row, line in rows:
            click.echo(json_text(row) if self.jsonl else line)

    def console(self) -> Console:
        """Return the console of standard output; piped lines stay whole, so that grep finds what a reader would."""
        return Console() if sys.stdout.isatty() else Console(width=UNWRAPPED)

    def destinations(self, options: Mapping[str, object], names: Sequence[str]) -> tuple[dict[str, Path], bool]:
        """Return the files that the options of these names give, and whether one of them is standard output.

        Raises `UsageError` where two things, rows of `--jsonl` among them, would go there.
        """
        files = {name: path for name in names if isinstance(path := options[name], Path)}
        piped = [f"--{name} -" for name, path in files.items() if str(path) == "-"]
        if len(piped) + self.jsonl > 1:
            raise UsageError(f"only one of {', '.join(piped)}{' and --jsonl' * self.jsonl} can go to standard output")
        return files, bool(piped)

    def write(self, path: Path, text: str) -> None:
        """Write a text as UTF-8 into a file, or for “-” on standard output."""
        if str(path) == "-":
            click.echo(text.encode(), nl=False)
            return
        try:
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            raise UsageError(f"cannot write {path}: {error.strerror}") from error

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
