"""Options and arguments that several commands take; nothing here imports a room.

>>> @click.command()
... @reading_options
... def read(**options: object) -> None: ...
>>> [option.name for option in read.params]
['workers', 'seconds_per_page', 'max_page_mb', 'agencies']
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

if TYPE_CHECKING:
    from headwater.cli.session import Session

Command = TypeVar("Command", bound=Callable[..., None])
AGENCIES = "HEADWATER_AGENCIES"
"""The environment variable that names files with more agencies."""
PATHS_HELP = """
PATHS are files, folders (read with everything below them), globs, or - for standard input: saved web pages (HTML,
XHTML, MHTML), plain-text dumps, Markdown, WARC and WET, saved RSS or Atom, and JSON lines of ready articles.
"""
DESK_HELP = "DESK is the file that a kept desk lives in, by convention named like news.desk."


def page_options(command: Command) -> Command:
    """Add within which limits, and with which agencies, pages are read."""
    options = [
        click.option(
            "--seconds-per-page",
            type=click.FloatRange(min=0.1),
            default=30.0,
            show_default=True,
            help="Give up on a page after this long, and name it.",
        ),
        click.option(
            "--max-page-mb",
            type=click.FloatRange(min=0.001),
            default=20.0,
            show_default=True,
            help="Reject a page larger than this.",
        ),
        click.option(
            "--agencies",
            multiple=True,
            type=click.Path(exists=True, dir_okay=False),
            envvar=AGENCIES,
            metavar="FILE",
            help=f"Also know the agencies in this file; may be given again.  [env: {AGENCIES}]",
        ),
    ]
    for option in reversed(options):
        command = option(command)
    return command


def reading_options(command: Command) -> Command:
    """Add how pages are read: on how many cores, within which limits, with which agencies."""
    workers = click.option(
        "--workers", type=click.IntRange(min=1), help="Processes that read pages.  [default: one a core]"
    )
    return workers(page_options(command))


def ending_options(command: Command) -> Command:
    """Add how a run ends, and what it says meanwhile."""
    strict = click.option("--strict", is_flag=True, help="Exit with 1 if anything was rejected.")
    quiet = click.option("--quiet", "-q", is_flag=True, help="No progress and no closing line on standard error.")
    return strict(quiet(command))


def shared_options(command: Command) -> Command:
    """Add what every command over pages takes: the paths, and how to read them."""
    paths = click.argument("paths", nargs=-1, required=True, metavar="PATHS...")
    return paths(reading_options(ending_options(command)))


def rows_option(command: Command) -> Command:
    """Add the switch from lines for people to lines for programs."""
    return click.option("--jsonl", is_flag=True, help="Print one JSON object a line.")(command)


def object_option(command: Command) -> Command:
    """Add the switch from words for people to one object for programs."""
    return click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")(command)


def listing(command: Command) -> Command:
    """Add what every listing of pages takes."""
    return rows_option(shared_options(command))


def transliteration(command: Command) -> Command:
    """Add the switch for names in several scripts."""
    return click.option(
        "--transliterate/--no-transliterate",
        default=True,
        show_default=True,
        help="Let spellings in different scripts be one name.",
    )(command)


def desk_argument(command: Command) -> Command:
    """Add the desk's file; whether it is there is the store's to say."""
    kind = click.Path(dir_okay=False, path_type=Path)
    return click.argument("desk", type=kind, metavar="DESK")(command)


def limit_option(default: int) -> Callable[[Command], Command]:
    """Return the option for how many lines a listing prints."""
    return click.option(
        "--limit",
        "-n",
        type=click.IntRange(min=1),
        default=default,
        show_default=True,
        help="Print at most so many.",
    )


def output_file(name: str, text: str, *, dash: bool = False) -> Callable[[Command], Command]:
    """Return an option that names a file to write; with `dash`, “-” is standard output."""
    kind = click.Path(dir_okay=False, writable=True, allow_dash=dash, path_type=Path)
    return click.option(name, type=kind, metavar="FILE", callback=writable, help=text)


def writable(_context: click.Context, option: click.Parameter, path: Path | None) -> Path | None:
    """Say before any work that a file cannot be written."""
    if str(path) == "-" and not (isinstance(option.type, click.Path) and option.type.allow_dash):
        raise click.BadParameter("give the name of a file")
    if path is not None and not path.absolute().parent.is_dir():
        raise click.BadParameter(f"cannot write {path}: the folder {path.parent} does not exist")
    return path


def session_of(paths: tuple[str, ...], options: dict[str, object]) -> Session:
    """Return the session of a command that reads pages; its workers start while the rooms are imported."""
    # Before any room is imported and any worker started: they read the variable, and workers inherit it.
    _set_agencies(options.get("agencies"))
    from headwater.engine import start_early  # noqa: PLC0415 - --help stays quick

    if options.get("workers") != 1:
        start_early("headwater.desk")  # the workers' imports run beside our own
    from headwater.cli.session import Session  # noqa: PLC0415 - --help stays quick

    return Session.of(paths, options)


def _set_agencies(files: object) -> None:
    given = [str(file) for file in files] if isinstance(files, tuple) else []
    for file in given:
        if os.pathsep in file:
            raise click.UsageError(f"--agencies cannot take a path with “{os.pathsep}” in it: {file}")
    if given:
        os.environ[AGENCIES] = os.pathsep.join(given)
