"""The command line: a translation of `headwater.desk`, nothing more. Start-up imports no room; each command does.

>>> from click.testing import CliRunner
>>> CliRunner().invoke(main, ["--version"]).output.strip()
'headwater 0.1.0'
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from headwater import __version__
from headwater.cli.judging import judge_options
from headwater.errors import HeadwaterError

if TYPE_CHECKING:
    from headwater.cli.session import Session

Command = TypeVar("Command", bound=Callable[..., None])
AGENCIES = "HEADWATER_AGENCIES"
"""The environment variable that names files with more agencies."""
PATHS_HELP = """
PATHS are files, folders (read with everything below them), globs, or - for standard input: saved web pages (HTML,
XHTML, MHTML), plain-text dumps, Markdown, WARC and WET, saved RSS or Atom, and JSON lines of ready articles.
"""


class Front(click.Group):
    """The front command: turns our own errors into one clear line and exit code 2, and Ctrl-C into 130."""

    def invoke(self, ctx: click.Context) -> object:
        """Run a command."""
        try:
            return super().invoke(ctx)
        except HeadwaterError as error:
            raise click.UsageError(str(error)) from error
        except KeyboardInterrupt:
            click.echo("stopped; what was printed so far is complete", err=True)
            sys.exit(130)


@click.group(
    cls=Front,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Start with: headwater brief FOLDER",
)
@click.version_option(__version__, message="%(prog)s %(version)s", prog_name="headwater")
def main() -> None:
    """Trace every claim in the news to its source.

    Headwater reads many reports of the same events and tells which of them tell one story, who copied whom, who said
    what, and what independent origins agree on, dispute, or report alone. It works offline and counts origins, not
    headlines.
    """


def output_file(name: str, text: str, *, dash: bool = False) -> Callable[[Command], Command]:
    """Return an option that names a file to write; with `dash`, “-” is standard output."""

    def writable(_context: click.Context, _option: click.Parameter, path: Path | None) -> Path | None:
        """Say before any work that a file cannot be written."""
        if str(path) == "-" and not dash:
            raise click.BadParameter("give the name of a file")
        if path is not None and not path.absolute().parent.is_dir():
            raise click.BadParameter(f"cannot write {path}: the folder {path.parent} does not exist")
        return path

    kind = click.Path(dir_okay=False, writable=True, allow_dash=dash, path_type=Path)
    return click.option(name, type=kind, metavar="FILE", callback=writable, help=text)


def shared_options(command: Command) -> Command:
    """Add what every command takes: the paths, and how to read them."""
    options = [
        click.argument("paths", nargs=-1, required=True, metavar="PATHS..."),
        click.option("--workers", type=click.IntRange(min=1), help="Processes that read pages.  [default: one a core]"),
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
        click.option("--strict", is_flag=True, help="Exit with 1 if anything was rejected."),
        click.option("--quiet", "-q", is_flag=True, help="No progress and no closing line on standard error."),
    ]
    for option in reversed(options):
        command = option(command)
    return command


def listing(command: Command) -> Command:
    """Add what every listing takes."""
    return click.option("--jsonl", is_flag=True, help="One JSON object a line, as in `brief --json`.")(
        shared_options(command)
    )


def transliteration(command: Command) -> Command:
    """Add the switch for names in several scripts."""
    return click.option(
        "--transliterate/--no-transliterate",
        default=True,
        show_default=True,
        help="Let spellings in different scripts be one name.",
    )(command)


def _session(paths: tuple[str, ...], options: dict[str, object]) -> Session:
    # Before any room is imported and any worker started: they read the variable, and workers inherit it.
    _set_agencies(options["agencies"])
    from headwater.engine import start_early

    if options["workers"] != 1:
        start_early("headwater.desk")  # the workers' imports run beside our own
    from headwater.cli.session import Session

    return Session.of(paths, options)


def _set_agencies(files: object) -> None:
    given = [str(file) for file in files] if isinstance(files, tuple) else []
    for file in given:
        if os.pathsep in file:
            raise click.UsageError(f"--agencies cannot take a path with “{os.pathsep}” in it: {file}")
    if given:
        os.environ[AGENCIES] = os.pathsep.join(given)


@main.command(short_help="The whole answer: stories, origins, agreed, disputed, left out.", epilog=PATHS_HELP)
@shared_options
@transliteration
@click.option(
    "--json", "as_json", is_flag=True, help="Print the whole brief as one JSON object (schema: docs/brief.schema.json)."
)
@click.option("--markdown", "as_markdown", is_flag=True, help="Print the brief as Markdown.")
@output_file("--html", "Also write the brief as one self-contained web page.")
@click.option("--full", is_flag=True, help="Show every line, not only the most telling ones.")
@judge_options
def brief(paths: tuple[str, ...], **options: object) -> None:
    """Stories, origins, who said what, what is agreed, disputed, single and left out."""
    session = _session(paths, options)
    from headwater.cli.commands import print_brief

    print_brief(session, options)


@main.command(short_help="The article in each page, and what was cut.", epilog=PATHS_HELP)
@listing
def articles(paths: tuple[str, ...], **options: object) -> None:
    """The article in each page: title, outlet, date, credits, text, and what was cut."""
    session = _session(paths, options)
    from headwater.cli.commands import list_articles

    list_articles(session)


@main.command(short_help="Who said what.", epilog=PATHS_HELP)
@listing
def statements(paths: tuple[str, ...], **options: object) -> None:
    """Who said what, as each article reports it."""
    session = _session(paths, options)
    from headwater.cli.commands import list_statements

    list_statements(session)


@main.command(short_help="Who takes text from whom.", epilog=PATHS_HELP)
@listing
@output_file("--html", "Also write trees and articles side by side as one web page; - is standard output.", dash=True)
@output_file("--graphml", "Also write the copy graph as GraphML; - is standard output.", dash=True)
@output_file("--dot", "Also write the copy graph for Graphviz; - is standard output.", dash=True)
@click.option("--full", is_flag=True, help="Show every article, passage, quotation, notice and pair.")
def copies(paths: tuple[str, ...], **options: object) -> None:
    """Per story, which article takes text from which, how much, which passages, and what shows it."""
    session = _session(paths, options)
    from headwater.cli.copying import show_copies

    show_copies(session, options)


@main.command(short_help="Which articles tell one story.", epilog=PATHS_HELP)
@listing
def stories(paths: tuple[str, ...], **options: object) -> None:
    """Which articles tell one story."""
    session = _session(paths, options)
    from headwater.cli.commands import list_stories

    list_stories(session)


@main.command(short_help="What the articles of each story agree on, dispute, update or leave out.", epilog=PATHS_HELP)
@listing
@transliteration
@output_file("--html", "Also write the comparison as one web page; - is standard output.", dash=True)
@output_file("--csv", "Also write one row a piece of evidence as CSV; - is standard output.", dash=True)
@output_file("--annotations", "Also write W3C Web Annotations (JSON-LD); - is standard output.", dash=True)
@click.option("--story", metavar="N|ID", help="Only this story: its number in the brief, or its id.")
@click.option("--full", is_flag=True, help="Show every line, not only the most telling ones.")
@judge_options
def compare(paths: tuple[str, ...], **options: object) -> None:
    """Per story, different answers side by side, who says what, and what each outlet leaves out."""
    session = _session(paths, options)
    from headwater.cli.comparing import show_comparison

    show_comparison(session, options)
