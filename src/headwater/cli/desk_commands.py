"""The command `headwater desk`: what a desk holds, and the care of its file.

>>> list(desk.commands)
['stories', 'story', 'article', 'versions', 'pair', 'page', 'speakers', 'outlets', 'history', 'rejected', 'counts', 'reread', 'settle', 'check', 'backup', 'compact']
"""

# ruff: noqa: PLC0415 - a command imports its rooms when it runs: --help stays quick

from __future__ import annotations

from pathlib import Path

import click

from headwater.cli.front import Ordered
from headwater.cli.judging import judge_options
from headwater.cli.options import (
    DESK_HELP,
    desk_argument,
    ending_options,
    limit_option,
    object_option,
    output_file,
    reading_options,
    rows_option,
    session_of,
    transliteration,
    writable,
)

ORDERS = ("newest", "articles", "origins", "disputed")
"""`headwater.model.StoryOrder`, written out: importing the model would slow every --help."""


@click.group(cls=Ordered, name="desk", short_help="What a desk holds: stories, articles, versions; check, backup.")
def desk() -> None:
    """What a desk holds, and the care of its file."""


@desk.command(name="stories", epilog=DESK_HELP)
@desk_argument
@click.option("--order", type=click.Choice(ORDERS), default="newest", show_default=True, help="What comes first.")
@limit_option(30)
@rows_option
def desk_stories(desk: Path, **options: object) -> None:
    """List the stories of a desk."""
    from headwater.cli.holdings import list_stories

    list_stories(desk, options)


@desk.command(name="story", epilog=DESK_HELP)
@desk_argument
@click.argument("story", metavar="ID")
@click.option("--full", is_flag=True, help="Show every line, not only the most telling ones.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object, in the shape of `brief --json`.")
@click.option("--markdown", "as_markdown", is_flag=True, help="Print Markdown.")
@output_file("--html", "Also write it as one self-contained web page; - is standard output.", dash=True)
@output_file("--csv", "Also write one row a piece of evidence as CSV; - is standard output.", dash=True)
@output_file("--annotations", "Also write W3C Web Annotations (JSON-LD); - is standard output.", dash=True)
def desk_story(desk: Path, story: str, **options: object) -> None:
    """Show a story: origins, who said what, what is agreed, disputed, single and left out.

    The id of a story that merged into another shows the one that its articles went to.
    """
    from headwater.cli.showing import show_story

    show_story(desk, story, options)


@desk.command(name="article", epilog=DESK_HELP)
@desk_argument
@click.argument("article", metavar="ID")
@object_option
def desk_article(desk: Path, article: str, *, as_json: bool) -> None:
    """Show an article with its place, story, copies, statements and text."""
    from headwater.cli.showing import show_article

    show_article(desk, article, as_json=as_json)


@desk.command(name="versions", epilog=DESK_HELP)
@desk_argument
@click.argument("article", metavar="ID")
@rows_option
def desk_versions(desk: Path, article: str, *, jsonl: bool) -> None:
    """Show what changed from each version of an article to the next, sentence by sentence."""
    from headwater.cli.changes import show_versions

    show_versions(desk, article, jsonl=jsonl)


@desk.command(name="pair", epilog=DESK_HELP)
@desk_argument
@click.argument("article", metavar="ID")
@click.argument("other", metavar="ID")
@object_option
def desk_pair(desk: Path, article: str, other: str, *, as_json: bool) -> None:
    """Show which text two articles share, and who takes it from whom."""
    from headwater.cli.showing import show_pair

    show_pair(desk, article, other, as_json=as_json)


@desk.command(name="page", epilog=DESK_HELP)
@desk_argument
@click.argument("page", metavar="ID")
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    callback=writable,
    metavar="FILE",
    help="The file to write.  [default: standard output]",
)
def desk_page(desk: Path, page: str, output: Path | None) -> None:
    """Write a page byte for byte as it was saved; `desk article` names the page of an article."""
    from headwater.cli.showing import write_page

    write_page(desk, page, output)


@desk.command(name="speakers", epilog=DESK_HELP)
@desk_argument
@click.argument("prefix", default="", metavar="[BEGINNING]")
@limit_option(50)
@rows_option
def desk_speakers(desk: Path, prefix: str, **options: object) -> None:
    """List who is reported to have said something, most statements first."""
    from headwater.cli.holdings import list_speakers

    list_speakers(desk, prefix, options)


@desk.command(name="outlets", epilog=DESK_HELP)
@desk_argument
@click.argument("prefix", default="", metavar="[BEGINNING]")
@limit_option(50)
@rows_option
def desk_outlets(desk: Path, prefix: str, **options: object) -> None:
    """List outlets with the number of their articles, most first."""
    from headwater.cli.holdings import list_outlets

    list_outlets(desk, prefix, options)


@desk.command(name="history", epilog=DESK_HELP)
@desk_argument
@click.argument("story", required=False, metavar="[ID]")
@rows_option
def desk_history(desk: Path, story: str | None, *, jsonl: bool) -> None:
    """List what happened to one story, or to all: began, grew, revised, merged, split, ended."""
    from headwater.cli.holdings import list_history

    list_history(desk, story, jsonl=jsonl)


@desk.command(name="rejected", epilog=DESK_HELP)
@desk_argument
@rows_option
def desk_rejected(desk: Path, *, jsonl: bool) -> None:
    """List the inputs that could not be read, with the reason."""
    from headwater.cli.holdings import list_rejected

    list_rejected(desk, jsonl=jsonl)


@desk.command(name="counts", epilog=DESK_HELP)
@desk_argument
@object_option
def desk_counts(desk: Path, *, as_json: bool) -> None:
    """Print how much a desk holds."""
    from headwater.cli.holdings import show_counts

    show_counts(desk, as_json=as_json)


@desk.command(name="reread", epilog=DESK_HELP)
@desk_argument
@reading_options
@rows_option
@transliteration
@judge_options
@ending_options
def desk_reread(desk: Path, **options: object) -> None:
    """Read every page again, as after an upgrade; what people decided holds."""
    session = session_of((), options)
    from headwater.cli.adding import reread

    reread(session, desk)


@desk.command(name="settle", epilog=DESK_HELP)
@desk_argument
@click.option("--workers", type=click.IntRange(min=1), help="Processes that compare.  [default: one a core]")
@transliteration
@judge_options
@ending_options
def desk_settle(desk: Path, **options: object) -> None:
    """Compare the stories that changed since they were compared, as after a run that was broken off."""
    session = session_of((), options)
    from headwater.cli.adding import settle

    settle(session, desk)


@desk.command(name="check", epilog=DESK_HELP)
@desk_argument
def desk_check(desk: Path) -> None:
    """Look for anything wrong with a desk's file; exits with 1 if there is."""
    from headwater.cli.housekeeping import check

    check(desk)


@desk.command(name="backup", epilog=DESK_HELP)
@desk_argument
@click.argument("file", type=click.Path(dir_okay=False, writable=True, path_type=Path), metavar="FILE")
def desk_backup(desk: Path, file: Path) -> None:
    """Write a whole copy of a desk, also while others read and add."""
    from headwater.cli.housekeeping import backup

    backup(desk, file)


@desk.command(name="compact", epilog=DESK_HELP)
@desk_argument
def desk_compact(desk: Path) -> None:
    """Give back the space that a desk's file no longer uses."""
    from headwater.cli.housekeeping import compact

    compact(desk)
