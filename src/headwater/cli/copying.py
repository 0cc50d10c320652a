"""What `headwater copies` does with its desk: the trees of every story, rows, a web page or a graph of who copied whom."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence

import click

from headwater.cli.printing import console, destinations, write
from headwater.cli.session import Session
from headwater.desk import StoryOrigins
from headwater.model import Brief, Comparison, Link, StoryBrief
from headwater.outputs import (
    closing_line,
    copies_html,
    copies_terminal,
    copy_dot,
    copy_graph,
    copy_graphml,
    copy_row,
    json_text,
    origin_row,
)


def show_copies(session: Session, options: Mapping[str, object]) -> None:
    """Trace the copies once and show them in every form that was asked for."""
    files, piped = destinations(options, ("html", "graphml", "dot"), alone=session.alone)
    with session.desk() as desk:
        collection = desk.collect(session.paths, stdin=sys.stdin.buffer, statements=False)
        links = desk.copies(collection)
        traced = desk.origins(collection, links, desk.stories(collection))
    brief = Brief(stories=tuple(_told(story) for story in traced), pages=collection.pages, rejected=collection.rejected)
    full = bool(options["full"])
    for name, path in files.items():
        write(path, _written(name, brief, links, full=full))
    if session.jsonl:
        for row in _rows(brief, links):
            click.echo(json_text(row))
    elif not piped:
        copies_terminal(brief, links, console(), full=full)
    session.close(closing_line(brief), brief.rejected)


def _written(name: str, brief: Brief, links: Sequence[Link], *, full: bool) -> str:
    if name == "html":
        return copies_html(brief, links, full=full)
    graph = copy_graph(brief, links)
    return copy_graphml(graph) if name == "graphml" else copy_dot(graph)


def _rows(brief: Brief, links: Sequence[Link]) -> Iterator[Mapping[str, object]]:
    """The rows of every link, then those of every origin."""
    articles = {article.id: article for told in brief.stories for article in told.articles}
    yield from (copy_row(link, articles) for link in links)
    for told in brief.stories:
        yield from (origin_row(origin, told) for origin in told.origins)


def _told(traced: StoryOrigins) -> StoryBrief:
    """A story with its origins, without what was said in it."""
    return StoryBrief(
        story=traced.story,
        articles=traced.articles,
        origins=traced.origins,
        copies=traced.copies,
        statements=(),
        actors=(),
        comparison=Comparison(story=traced.story.id, points=(), omissions=(), timeline=()),
    )
