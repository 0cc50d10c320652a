"""One run of the command line: the desk it works with, its progress on standard error, its closing line and exit code."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn

from headwater.desk import Desk, Settings
from headwater.engine import Cores, Engine, Here
from headwater.model import Brief, Rejected
from headwater.outputs import closing_line
from headwater.pages import PageSettings

MEGABYTE = 1_000_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Session:
    """Paths and settings as the user gave them."""

    paths: tuple[str, ...]
    workers: int
    settings: Settings
    jsonl: bool
    strict: bool
    quiet: bool

    @classmethod
    def of(cls, paths: tuple[str, ...], options: Mapping[str, object]) -> Session:
        """Translate the options of a command; `options` holds what click has already checked."""
        settings = Settings(
            pages=PageSettings(max_page_bytes=int(float(str(options["max_page_mb"])) * MEGABYTE)),
            seconds_per_page=float(str(options["seconds_per_page"])),
            transliterate=bool(options.get("transliterate", True)),
        )
        return cls(
            paths=paths,
            workers=int(str(options["workers"] or os.cpu_count() or 1)),
            settings=settings,
            jsonl=bool(options.get("jsonl")),
            strict=bool(options["strict"]),
            quiet=bool(options["quiet"]),
        )

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """Yield the desk; while it works, progress shows on standard error if that is a terminal."""
        engine: Engine = Here() if self.workers == 1 else Cores(workers=self.workers)
        console = Console(stderr=True)
        if self.quiet or not console.is_terminal:
            yield Desk(engine=engine, settings=self.settings)
            return
        columns = (
            SpinnerColumn(),
            TextColumn("{task.description}"),
            BarColumn(bar_width=20),
            TextColumn("{task.completed:,.0f}"),
            TimeElapsedColumn(),
        )
        with Progress(*columns, console=console, transient=True) as progress:
            tasks: dict[str, TaskID] = {}

            def advance(step: str, done: int) -> None:
                if step not in tasks:
                    tasks[step] = progress.add_task(step, total=None)
                progress.update(tasks[step], completed=done)

            yield Desk(engine=engine, settings=self.settings, progress=advance)

    def emit(self, rows: Iterable[Mapping[str, object]]) -> None:
        """Print JSON lines as they come."""
        for row in rows:
            click.echo(json.dumps(row, ensure_ascii=False, sort_keys=True))

    def close(self, brief: Brief) -> None:
        """Print the closing line and leave with 1 where something was rejected under `--strict`."""
        if not self.quiet:
            click.echo(closing_line(brief), err=True)
        if self.strict and brief.rejected:
            sys.exit(1)

    def complain(self, rejected: Rejected) -> None:
        """Name a rejected input on standard error."""
        if not self.quiet:
            where = f"{rejected.file}#{rejected.member}" if rejected.member else rejected.file
            click.echo(
                f"rejected {where}: {rejected.reason}{': ' if rejected.detail else ''}{rejected.detail}", err=True
            )
