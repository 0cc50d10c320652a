"""The commands of a visit: pages in, an answer out, nothing kept.

>>> [command.name for command in VISITS]
['brief', 'articles', 'statements', 'copies', 'stories', 'compare']
"""

# ruff: noqa: PLC0415 - a command imports its rooms when it runs: --help stays quick

from __future__ import annotations

import click

from headwater.cli.judging import judge_options
from headwater.cli.options import PATHS_HELP, listing, output_file, session_of, shared_options, transliteration


@click.command(short_help="The whole answer: stories, origins, agreed, disputed, left out.", epilog=PATHS_HELP)
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
    session = session_of(paths, options)
    from headwater.cli.listing import print_brief

    print_brief(session, options)


@click.command(short_help="The article in each page, and what was cut.", epilog=PATHS_HELP)
@listing
def articles(paths: tuple[str, ...], **options: object) -> None:
    """The article in each page: title, outlet, date, credits, text, and what was cut."""
    session = session_of(paths, options)
    from headwater.cli.listing import list_articles

    list_articles(session)


@click.command(short_help="Who said what.", epilog=PATHS_HELP)
@listing
def statements(paths: tuple[str, ...], **options: object) -> None:
    """Who said what, as each article reports it."""
    session = session_of(paths, options)
    from headwater.cli.listing import list_statements

    list_statements(session)


@click.command(short_help="Who takes text from whom.", epilog=PATHS_HELP)
@listing
@output_file("--html", "Also write trees and articles side by side as one web page; - is standard output.", dash=True)
@output_file("--graphml", "Also write the copy graph as GraphML; - is standard output.", dash=True)
@output_file("--dot", "Also write the copy graph for Graphviz; - is standard output.", dash=True)
@click.option("--full", is_flag=True, help="Show every article, passage, quotation, notice and pair.")
def copies(paths: tuple[str, ...], **options: object) -> None:
    """Per story, which article takes text from which, how much, which passages, and what shows it."""
    session = session_of(paths, options)
    from headwater.cli.copying import show_copies

    show_copies(session, options)


@click.command(short_help="Which articles tell one story.", epilog=PATHS_HELP)
@listing
def stories(paths: tuple[str, ...], **options: object) -> None:
    """Which articles tell one story."""
    session = session_of(paths, options)
    from headwater.cli.listing import list_stories

    list_stories(session)


@click.command(short_help="What the articles of each story agree on, dispute, update or leave out.", epilog=PATHS_HELP)
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
    session = session_of(paths, options)
    from headwater.cli.comparing import show_comparison

    show_comparison(session, options)


VISITS: tuple[click.Command, ...] = (brief, articles, statements, copies, stories, compare)
"""In the order of `headwater --help`."""
