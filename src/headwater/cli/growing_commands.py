"""The commands that make a desk grow: pages once, sources for as long as it runs.

>>> [command.name for command in GROWING]
['add', 'watch']
"""

# ruff: noqa: PLC0415 - a command imports its rooms when it runs: --help stays quick

from __future__ import annotations

from pathlib import Path

import click

from headwater.cli.judging import judge_options
from headwater.cli.options import (
    DESK_HELP,
    PATHS_HELP,
    desk_argument,
    ending_options,
    listing,
    page_options,
    rows_option,
    session_of,
    transliteration,
)

CONTACT = "HEADWATER_CONTACT"
"""The environment variable that may hold who is to be reached about a watch."""
SOURCES_HELP = """
SOURCES are addresses (feeds: RSS, Atom, JSON Feed; news sitemaps; single pages) and folders in which files are dropped.
A source's robots.txt and its own times are kept to, and what did not change is not fetched again.
"""


@click.command(short_help="Add pages to a desk; it is made where there is none.", epilog=f"{DESK_HELP}\n{PATHS_HELP}")
@desk_argument
@listing
@transliteration
@judge_options
def add(desk: Path, paths: tuple[str, ...], **options: object) -> None:
    """Add pages to a desk, and say of each when it is kept for good.

    A page that is there already changes nothing, so that a run that was stopped is simply started again.
    """
    session = session_of(paths, options)
    from headwater.cli.adding import add_paths

    add_paths(session, desk)


@click.command(short_help="Follow feeds, sitemaps, pages and folders.", epilog=f"{DESK_HELP}\n{SOURCES_HELP}")
@desk_argument
@click.argument("sources", nargs=-1, metavar="[SOURCES]...")
@click.option(
    "--sources",
    "lists",
    multiple=True,
    type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path),
    metavar="FILE",
    help="Also the sources in this file: one a line, # begins a comment; may be given again.",
)
@click.option("--once", is_flag=True, help="Look at every source once, then end.")
@click.option(
    "--every",
    type=click.FloatRange(min=1),
    default=600.0,
    show_default=True,
    metavar="SECONDS",
    help="How often a source is looked at that does not say so itself.",
)
@click.option(
    "--per-host-delay",
    type=click.FloatRange(min=0),
    default=5.0,
    show_default=True,
    metavar="SECONDS",
    help="Between two requests to one host; a longer Crawl-delay replaces it.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(min=0.1),
    default=60.0,
    show_default=True,
    metavar="SECONDS",
    help="Give up on one request after this long.",
)
@click.option("--allow-private", is_flag=True, help="Also ask hosts of the own network, like an intranet's.")
@click.option(
    "--contact",
    metavar="ADDRESS",
    envvar=CONTACT,
    default="",
    help=f"Tell sites whom to reach, an e-mail or web address.  [env: {CONTACT}]",
)
@page_options
@rows_option
@transliteration
@judge_options
@ending_options
def watch(desk: Path, sources: tuple[str, ...], **options: object) -> None:
    """Follow sources and add what is new, until Ctrl-C; the desk is made where there is none."""
    session = session_of(sources, options)
    from headwater.cli.watching import watch_sources

    watch_sources(session, desk, options)


GROWING: tuple[click.Command, ...] = (add, watch)
"""In the order of `headwater --help`."""
