"""Where a command's lines go: standard output, as a terminal or a pipe, and files that it was told to write."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import click
from rich.console import Console

from headwater.errors import UsageError
from headwater.outputs.screen import Line, print_line

UNWRAPPED = 1_000_000
"""Columns of a console that is no terminal."""


def console() -> Console:
    """Return the console of standard output; piped lines stay whole, so that grep finds what a reader would."""
    return Console() if sys.stdout.isatty() else Console(width=UNWRAPPED)


def print_lines(lines: Iterable[Line]) -> None:
    """Print lines on standard output, wrapped and coloured where it is a terminal."""
    screen = console()
    for line in lines:
        print_line(line, screen)


def destinations(
    options: Mapping[str, object], names: Sequence[str], *, alone: Sequence[str] = ()
) -> tuple[dict[str, Path], bool]:
    """Return the files that the options of these names give, and whether one of them is standard output.

    `alone` names what else was asked for there. Raises `UsageError` where two things would go there.
    """
    files = {name: path for name in names if isinstance(path := options[name], Path)}
    piped = [f"--{name} -" for name, path in files.items() if str(path) == "-"]
    if len(piped) + len(alone) > 1:
        raise UsageError(f"only one of {' and '.join((*piped, *alone))} can go to standard output")
    return files, bool(piped)


def write(path: Path, content: str | bytes) -> None:
    """Write a text (as UTF-8) or bytes into a file, or for “-” on standard output."""
    data = content.encode() if isinstance(content, str) else content
    if str(path) == "-":
        click.echo(data, nl=False)
        return
    try:
        path.write_bytes(data)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from error
