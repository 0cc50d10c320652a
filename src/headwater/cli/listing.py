"""What each command does with its desk: rows or a brief out, a closing line after it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import click

from headwater.cli.printing import console, write
from headwater.cli.session import Session
from headwater.model import Reading, Rejected
from headwater.outputs import (
    article_line,
    article_row,
    brief_html,
    brief_json_text,
    brief_markdown,
    brief_terminal,
    closing_line,
    rejected_line,
    statement_line,
    statement_row,
    story_line,
    story_row,
)
from headwater.outputs.closing import closing_words, number

Row = Mapping[str, object]


def print_brief(session: Session, options: Mapping[str, object]) -> None:
    """Make the brief once and print it in every form that was asked for."""
    with session.desk() as desk:
        brief = desk.brief(session.paths, stdin=sys.stdin.buffer)
    page = options["html"]
    if isinstance(page, Path):
        write(page, brief_html(brief, full=bool(options["full"])))
    if options["as_json"]:
        for piece in brief_json_text(brief):
            click.echo(piece, nl=False)
    elif options["as_markdown"]:
        click.echo(brief_markdown(brief))
    else:
        brief_terminal(brief, console(), full=bool(options["full"]))
        session.leave(brief.rejected)  # the brief ends with its own closing line
        return
    session.close(closing_line(brief), brief.rejected)


def list_articles(session: Session) -> None:
    """Print each article as it is read."""
    _list_readings(session, lambda read: [(article_row(read.article), article_line(read.article))], statements=False)


def list_statements(session: Session) -> None:
    """Print the statements of each article as it is read."""
    _list_readings(
        session,
        lambda read: [
            (statement_row(found, read.article), statement_line(found, read.article)) for found in read.statements
        ],
        statements=True,
    )


def _list_readings(
    session: Session, listed: Callable[[Reading], Iterable[tuple[Row, str]]], *, statements: bool
) -> None:
    """Print the rows of each reading at once: a run that is stopped has printed whole lines of whole pages."""
    rejected: list[Rejected] = []
    read = 0
    with session.desk(streaming=True) as desk:
        for item in desk.read(session.paths, stdin=sys.stdin.buffer, statements=statements):
            if isinstance(item, Reading):
                session.emit(listed(item))
                read += 1
            elif isinstance(item, Rejected):
                rejected.append(item)
    for item in rejected:
        session.say(f"rejected: {rejected_line(item)}")
    session.close(closing_words([number(read + len(rejected), "page"), number(read, "article")], rejected), rejected)


def list_stories(session: Session) -> None:
    """Print every story with what the brief holds of it."""
    with session.desk() as desk:
        brief = desk.brief(session.paths, stdin=sys.stdin.buffer)
    session.emit((story_row(story), story_line(story)) for story in brief.stories)
    session.close(closing_line(brief), brief.rejected)
