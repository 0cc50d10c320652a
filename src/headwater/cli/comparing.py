"""What `headwater compare` does with its desk: the comparison of every story, rows, a table, annotations or a web page."""

from __future__ import annotations

import sys
from collections.abc import Mapping

import click

from headwater.cli.printing import console, destinations, write
from headwater.cli.session import Session
from headwater.model import Brief
from headwater.outputs import (
    chosen,
    closing_line,
    comparison_annotations,
    comparison_csv,
    comparison_html,
    comparison_terminal,
    json_text,
    point_rows,
)


def show_comparison(session: Session, options: Mapping[str, object]) -> None:
    """Compare once and show it in every form that was asked for."""
    files, piped = destinations(options, ("html", "csv", "annotations"), alone=session.alone)
    with session.desk() as desk:
        brief = desk.brief(session.paths, stdin=sys.stdin.buffer)
    told = chosen(brief, str(options["story"])) if options["story"] else brief
    full = bool(options["full"])
    for name, path in files.items():
        write(path, _written(name, told, full=full))
    if session.jsonl:
        for story in told.stories:
            for row in point_rows(story):
                click.echo(json_text(row))
    elif not piped:
        comparison_terminal(told, console(), full=full)
    session.close(closing_line(brief), brief.rejected)


def _written(name: str, brief: Brief, *, full: bool) -> str:
    if name == "html":
        return comparison_html(brief, full=full)
    if name == "csv":
        return comparison_csv(brief)
    return json_text(comparison_annotations(brief), indent=1) + "\n"
