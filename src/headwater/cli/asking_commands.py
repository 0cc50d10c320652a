"""The commands that ask a desk: search, what leaves it for other programs, and serving it to all of them.

>>> search.name, export.name, serve.name
('search', 'export', 'serve')
"""

# ruff: noqa: PLC0415 - a command imports its rooms when it runs: --help stays quick

from __future__ import annotations

from pathlib import Path

import click

from headwater.cli.options import DESK_HELP, desk_argument, limit_option, rows_option, writable

STANCES = ("asserts", "denies", "rejects", "doubts", "demands", "promises", "asks")
"""`headwater.model.Stance`, written out: importing the model would slow every --help."""
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


@click.command(short_help="A desk as web pages and REST interface.", epilog=DESK_HELP)
@desk_argument
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Where to listen.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8420,
    show_default=True,
    help="… and at which port; 0: any free one.",
)
@click.option("--make-token", is_flag=True, help="Make the token with which people correct and add; shown this once.")
@click.option(
    "--token-file",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="What is kept of the token.  [default: beside the desk; env: HEADWATER_TOKEN holds a token itself]",
)
@click.option("--read-only", is_flag=True, help="Nobody may write, token or not.")
@click.option("--public", is_flag=True, help="Let others than this machine read without any token being set.")
@click.option(
    "--host-name",
    "host_names",
    multiple=True,
    metavar="NAME",
    help="A name under which browsers reach it, other than ADDRESS; may be given again.",
)
@click.option("--proxy", metavar="ADDRESS", help="Believe this proxy about who asks (X-Forwarded-For).")
@click.option(
    "--rate",
    type=click.FloatRange(min=0, min_open=True),
    default=100.0,
    show_default=True,
    metavar="N",
    help="Requests a second that one address may make.",
)
@click.option(
    "--seconds-per-page",
    type=click.FloatRange(min=0.1),
    default=30.0,
    show_default=True,
    help="Give up on an uploaded page after this long.",
)
def serve(desk: Path, **options: object) -> None:
    """Serve a desk to browsers and programs until Ctrl-C; to this machine only unless told otherwise."""
    from headwater.cli.serving import serve_desk

    serve_desk(desk, options)
