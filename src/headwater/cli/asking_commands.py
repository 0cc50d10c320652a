"""The commands that ask a desk: search, what it holds, what leaves it; and the care of its file.

>>> [command.name for command in ASKING], sorted(desk.commands)[:4]
(['search', 'desk', 'export'], ['article', 'backup', 'check', 'compact'])
"""

# ruff: noqa: PLC0415 - a command imports its rooms when it runs: --help stays quick

from __future__ import annotations

from pathlib import Path

import click

from headwater.cli.front import Ordered
from headwater.cli.options import (
    DESK_HELP,
    desk_argument,
    limit_option,
    object_option,
    output_file,
    rows_option,
    writable,
)

STANCES = ("asserts", "denies", "rejects", "doubts", "demands", "promises", "asks")
"""`headwater.model.Stance`, written out: importing the model would slow every --help."""
ORDERS = ("newest", "articles", "origins", "disputed")
"""`headwater.model.StoryOrder`, likewise."""
WORDS_HELP = "WORDS are what to find: words, “quoted phrases”, prefix*, OR, and -word for what must not be there."


@click.command(short_help="Find articles and statements.", epilog=f"{WORDS_HELP}\n\n{DESK_HELP}")
@desk_argument
@click.argument("words", nargs=-1, metavar="[WORDS]...")
@click.option("--speaker", metavar="NAME", help="What this person or group is reported to have said; any spelling.")
@click.option("--about", metavar="WORDS", help="… about this.")
@click.option("--stance", type=click.Choice(STANCES), help="Statements of this stance only.")
@click.option("--statements", is_flag=True, help="Find WORDS in what speakers are reported to have said.")
@click.option("--meaning", is_flag=True, help="Find what means the same as WORDS, in whatever words.")
@click.option("--outlet", metavar="NAME", help="Only what this outlet published.")
@click.option("--language", metavar="CODE", help="Only this language (ISO 639-1, like en).")
@click.option("--since", metavar="DATE", help="Published on this day (2031-05-12) or later.")
@click.option("--until", metavar="DATE", help="Published on this day or earlier.")
@click.option("--story", metavar="ID", help="Only articles of this story.")
@limit_option(20)
@rows_option
def search(desk: Path, words: tuple[str, ...], **options: object) -> None:
    """Find articles by words or meaning, and what people are reported to have said."""
    from headwater.cli.searching import show_hits

    show_hits(desk, " ".join(words), options)


@click.group(cls=Ordered, name="desk", short_help="What a desk holds: stories, articles, versions; check, backup.")
def desk() -> None:
    """What a desk holds, and the care of its file."""


@desk.command(name="stories", epilog=DESK_HELP)
@desk_argument
@click.option("--order", type=click.Choice(ORDERS), default="newest", show_default=True)
@limit_option(30)
@rows_option
def desk_stories(desk: Path, **options: object) -> None:
    """List the stories of a desk."""
    from headwater.cli.showing import list_stories

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


@desk.command(name="history", epilog=DESK_HELP)
@desk_argument
@click.argument("story", required=False, metavar="[ID]")
@rows_option
def desk_history(desk: Path, story: str | None, *, jsonl: bool) -> None:
    """List what happened to one story, or to all: began, grew, revised, merged, split, ended."""
    from headwater.cli.showing import list_history

    list_history(desk, story, jsonl=jsonl)


@desk.command(name="rejected", epilog=DESK_HELP)
@desk_argument
@rows_option
def desk_rejected(desk: Path, *, jsonl: bool) -> None:
    """List the inputs that could not be read, with the reason."""
    from headwater.cli.showing import list_rejected

    list_rejected(desk, jsonl=jsonl)


@desk.command(name="counts", epilog=DESK_HELP)
@desk_argument
@object_option
def desk_counts(desk: Path, *, as_json: bool) -> None:
    """Print how much a desk holds."""
    from headwater.cli.showing import show_counts

    show_counts(desk, as_json=as_json)


@desk.command(name="check", epilog=DESK_HELP)
@desk_argument
def desk_check(desk: Path) -> None:
    """Look for anything wrong with a desk's file; exits with 1 if there is."""
    from headwater.cli.housekeeping import check

    check(desk)


@desk.command(name="backup", epilog=DESK_HELP)
@desk_argument
@click.argument("file", metavar="FILE")
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


def list_formats(context: click.Context, _option: click.Parameter, wanted: bool) -> None:  # noqa: FBT001 - click's own
    """Print the formats and end, whatever else was given."""
    if wanted:
        from headwater.cli.exporting import list_formats as formats

        formats()
        context.exit()


@click.command(short_help="A story, an article or a speaker in the formats of others.", epilog=DESK_HELP)
@desk_argument
@click.argument("story", required=False, metavar="[STORY]")
@click.option("--article", metavar="ID", help="This article instead of a story.")
@click.option(
    "--speaker", metavar="NAME", help="Everything that this person or group is reported to have said, instead."
)
@click.option("--format", required=True, metavar="NAME", help="One of those that --list names.")
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, writable=True, allow_dash=True, path_type=Path),
    callback=writable,
    metavar="FILE",
    help="The file to write.  [default: standard output]",
)
@click.option("--full", is_flag=True, help="With the whole texts of articles, where the format can hold them.")
@click.option("--link", metavar="ADDRESS", help="Link to the desk's pages at this address, where it is served.")
@click.option(
    "--list", is_flag=True, is_eager=True, expose_value=False, callback=list_formats, help="List the formats."
)
def export(desk: Path, story: str | None, **options: object) -> None:
    """Write a story, an article or a speaker for other programs: JSON-LD, ninjs, annotations, CSV, Parquet, feeds."""
    from headwater.cli.exporting import export as write

    write(desk, story, options)


ASKING: tuple[click.Command, ...] = (search, desk, export)
"""In the order of `headwater --help`."""
