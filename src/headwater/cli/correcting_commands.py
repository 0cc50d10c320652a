"""The commands with which people correct a desk, and read and carry over what was corrected.

>>> list(correct.commands)[:3], list(corrections.commands)
(['merge', 'split', 'same-actor'], ['list', 'undo', 'export', 'import'])
"""

# ruff: noqa: PLC0415 - a command imports its rooms when it runs: --help stays quick

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from headwater.cli.front import Ordered
from headwater.cli.options import desk_argument, rows_option

Command = TypeVar("Command", bound=Callable[..., None])
PERSON = "HEADWATER_PERSON"
"""The environment variable that may hold who corrects."""


def signed(command: Command) -> Command:
    """Add who decides, and why."""
    person = click.option(
        "--person", metavar="NAME", envvar=PERSON, help=f"Who decides.  [env: {PERSON}; default: your login name]"
    )
    return person(command)


def reasoned(command: Command) -> Command:
    """Add who decides, and words on why."""
    return signed(click.option("--note", metavar="TEXT", default="", help="Why, in your own words.")(command))


def in_story(command: Command) -> Command:
    """Add the story in which somebody noticed a name."""
    return click.option("--story", metavar="ID", help="The story in which you saw the names: it is made anew at once.")(
        command
    )


@click.group(
    cls=Ordered, short_help="Correct stories, names, copies and disputes.", subcommand_metavar="CORRECTION [ARGS]..."
)
@desk_argument
@click.pass_context
def correct(context: click.Context, desk: Path) -> None:
    """Correct what the machine got wrong: `headwater correct news.desk merge STORY STORY`.

    A correction outranks the machine from then on, whatever is added or read anew; it can be taken back with
    `headwater corrections DESK undo`. Stories and articles are named by their ids.
    """
    context.obj = desk


@correct.command(name="merge", short_help="Stories are one.")
@click.argument("stories", nargs=-1, required=True, metavar="STORY STORY...")
@reasoned
@click.pass_obj
def correct_merge(desk: Path, /, stories: tuple[str, ...], **options: object) -> None:
    """Say that stories are one."""
    from headwater.cli.correcting import correct_with, merge_stories

    correct_with(desk, merge_stories(stories), options)


@correct.command(name="split", short_help="Some articles of a story tell another.")
@click.argument("story", metavar="STORY")
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@reasoned
@click.pass_obj
def correct_split(desk: Path, /, story: str, articles: tuple[str, ...], **options: object) -> None:
    """Say that some articles of a story tell another story than the rest of it."""
    from headwater.cli.correcting import correct_with, split_story

    correct_with(desk, split_story(story, articles), options)


@correct.command(name="same-actor", short_help="Spellings name one person or group.")
@click.argument("names", nargs=-1, required=True, metavar="NAME NAME...")
@in_story
@reasoned
@click.pass_obj
def correct_same_actor(desk: Path, /, names: tuple[str, ...], story: str | None, **options: object) -> None:
    """Say that spellings name one person or group."""
    from headwater.cli.correcting import correct_with, merge_actors

    correct_with(desk, merge_actors(names, story), options)


@correct.command(name="different-actors", short_help="Spellings name different ones.")
@click.argument("names", nargs=-1, required=True, metavar="NAME NAME...")
@in_story
@reasoned
@click.pass_obj
def correct_different_actors(desk: Path, /, names: tuple[str, ...], story: str | None, **options: object) -> None:
    """Say that spellings name different persons or groups."""
    from headwater.cli.correcting import correct_with, split_actor

    correct_with(desk, split_actor(names, story), options)


@correct.command(name="copy", short_help="One article takes text from another.")
@click.argument("copy", metavar="COPY")
@click.argument("original", metavar="ORIGINAL")
@reasoned
@click.pass_obj
def correct_copy(desk: Path, /, copy: str, original: str, **options: object) -> None:
    """Say that one article takes text from another."""
    from headwater.cli.correcting import confirm_copy, correct_with

    correct_with(desk, confirm_copy(copy, original), options)


@correct.command(name="no-copy", short_help="Neither of two articles does.")
@click.argument("article", metavar="ARTICLE")
@click.argument("other", metavar="ARTICLE")
@reasoned
@click.pass_obj
def correct_no_copy(desk: Path, /, article: str, other: str, **options: object) -> None:
    """Say that neither of two articles takes text from the other."""
    from headwater.cli.correcting import correct_with, undo_copy

    correct_with(desk, undo_copy(article, other), options)


@correct.command(name="dispute", short_help="Words of two articles cannot both hold.")
@click.argument("article", metavar="ARTICLE")
@click.argument("words", metavar="WORDS")
@click.argument("other", metavar="ARTICLE")
@click.argument("others_words", metavar="WORDS")
@reasoned
@click.pass_obj
def correct_dispute(desk: Path, /, article: str, words: str, other: str, others_words: str, **options: object) -> None:
    """Say that words of two articles cannot both hold. WORDS stand in the article letter by letter."""
    from headwater.cli.correcting import correct_with, disputed

    correct_with(desk, disputed("confirm dispute", ((article, words), (other, others_words))), options)


@correct.command(name="no-dispute", short_help="They can.")
@click.argument("article", metavar="ARTICLE")
@click.argument("words", metavar="WORDS")
@click.argument("other", metavar="ARTICLE")
@click.argument("others_words", metavar="WORDS")
@reasoned
@click.pass_obj
def correct_no_dispute(
    desk: Path, /, article: str, words: str, other: str, others_words: str, **options: object
) -> None:
    """Say that words of two articles do not contradict each other. WORDS stand in the article letter by letter."""
    from headwater.cli.correcting import correct_with, disputed

    correct_with(desk, disputed("undo dispute", ((article, words), (other, others_words))), options)


@correct.command(name="note", short_help="Words about a story, article, point or name.")
@click.argument("subject", metavar="SUBJECT")
@click.argument("text", metavar="TEXT")
@signed
@click.pass_obj
def correct_note(desk: Path, /, subject: str, text: str, **options: object) -> None:
    """Keep words about story:ID, article:ID, point:ID or actor:NAME; they judge nothing."""
    from headwater.cli.correcting import correct_with, noted

    correct_with(desk, noted(subject), {**options, "note": text})


@click.group(
    cls=Ordered,
    invoke_without_command=True,
    short_help="List, undo, export and import corrections.",
    subcommand_metavar="[list|undo|export|import] [ARGS]...",
)
@desk_argument
@click.pass_context
def corrections(context: click.Context, desk: Path) -> None:
    """What people corrected, as a list; take it back, carry it to another desk."""
    context.obj = desk
    if context.invoked_subcommand is None:
        context.invoke(corrections_list)


@corrections.command(name="list")
@rows_option
@click.pass_obj
def corrections_list(desk: Path, /, *, jsonl: bool = False) -> None:
    """List every correction in the order in which it was made, those taken back included."""
    from headwater.cli.correcting import list_corrections

    list_corrections(desk, jsonl=jsonl)


@corrections.command(name="undo")
@click.argument("correction", metavar="ID")
@signed
@click.pass_obj
def corrections_undo(desk: Path, /, correction: str, **options: object) -> None:
    """Take a correction back; the id of an undo brings back what it took."""
    from headwater.cli.correcting import undo

    undo(desk, correction, options)


@corrections.command(name="export")
@click.argument("file", type=click.Path(dir_okay=False, writable=True, allow_dash=True, path_type=Path), metavar="FILE")
@click.pass_obj
def corrections_export(desk: Path, /, file: Path) -> None:
    """Write every correction as JSON lines; - is standard output."""
    from headwater.cli.carrying import export_corrections

    export_corrections(desk, file)


@corrections.command(name="import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path), metavar="FILE")
@click.pass_obj
def corrections_import(desk: Path, /, file: Path) -> None:
    """Add the corrections of an export, in its order; those that are there already change nothing."""
    from headwater.cli.carrying import import_corrections

    import_corrections(desk, file)


CORRECTING: tuple[click.Command, ...] = (correct, corrections)
"""In the order of `headwater --help`."""
