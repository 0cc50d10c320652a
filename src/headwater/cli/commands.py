"""What each command does with its desk: rows or a brief out, a closing line after it."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import click
from rich.console import Console

from headwater.cli.session import Session
from headwater.desk import Collection, Reading
from headwater.model import Brief, Place, Rejected, StoryBrief
from headwater.outputs import (
    article_line,
    article_row,
    brief_html,
    brief_json,
    brief_markdown,
    brief_terminal,
    copy_line,
    copy_row,
    point_line,
    point_row,
    statement_line,
    statement_row,
    story_line,
    story_row,
)


def print_brief(session: Session, options: Mapping[str, object]) -> None:
    """Make the brief once and print it in every form that was asked for."""
    with session.desk() as desk:
        brief = desk.brief(session.paths, stdin=sys.stdin.buffer)
    page = options["html"]
    if isinstance(page, Path):
        page.write_text(brief_html(brief), encoding="utf-8")
    if options["as_json"]:
        click.echo(json.dumps(brief_json(brief), ensure_ascii=False, indent=1, sort_keys=True))
    elif options["as_markdown"]:
        click.echo(brief_markdown(brief))
    else:
        brief_terminal(brief, Console(), full=bool(options["full"]))
    session.close(brief)
