"""What `headwater copies` does with its desk: the trees of every story, rows, a web page or a graph of who copied whom."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click

from headwater.cli.session import Session
from headwater.copies import find_origins
from headwater.desk import Collection, Desk
from headwater.errors import UsageError
from headwater.model import Article, Brief, Comparison, Link, Story, StoryBrief
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
    files = {name: path for name in ("html", "graphml", "dot") if isinstance(path := options[name], Path)}
    piped = [f"--{name} -" for name, path in files.items() if str(path) == "-"]
    if len(piped) + session.jsonl > 1:
        raise UsageError(f"only one of {', '.join(piped)}{' and --jsonl' * session.jsonl} can go to standard output")
    with session.desk() as desk:
        collection = desk.collect(session.paths, stdin=sys.stdin.buffer, statements=False)
        links = desk.copies(collection)
        brief = _families(desk, collection, links)
    full = bool(options["full"])
    for name, path in files.items():
        session.write(path, _written(name, brief, links, full=full))
    if session.jsonl:
        for row in _rows(brief, links):
            click.echo(json_text(row))
    elif not piped:
        copies_terminal(brief, links, session.console(), full=full)
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


def _families(desk: Desk, collection: Collection, links: Sequence[Link]) -> Brief:
    """The stories of a collection with their origins, without what was said in them."""
    stories = desk.stories(collection)
    articles = {article.id: article for article in collection.articles}
    story_of = {article: story.id for story in stories for article in story.articles}
    inside: dict[str, list[Link]] = {story.id: [] for story in stories}
    for link in links:
        if story_of[link.a] == story_of[link.b]:
            inside[story_of[link.a]].append(link)
    told = (_told(story, [articles[article] for article in story.articles], inside[story.id]) for story in stories)
    return Brief(stories=tuple(told), pages=collection.pages, rejected=collection.rejected)


def _told(story: Story, articles: Sequence[Article], copies: Sequence[Link]) -> StoryBrief:
    return StoryBrief(
        story=story,
        articles=tuple(articles),
        origins=tuple(find_origins(articles, copies)),
        copies=tuple(copies),
        statements=(),
        actors=(),
        comparison=Comparison(story=story.id, points=(), omissions=(), timeline=()),
    )
