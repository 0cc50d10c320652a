"""What `headwater desk …` shows: stories, articles, history, rejected inputs and counts of a desk that is kept."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import get_args

import click

from headwater.cli.keeping import desk_to_read
from headwater.cli.printing import console, destinations, write
from headwater.cli.slices import every, items_of, rest_line
from headwater.desk import StoredDesk
from headwater.model import Article, ArticleView, Brief, StoryBrief, StoryCard, StoryEvent, StoryOrder
from headwater.outputs import (
    article_row,
    brief_html,
    brief_json_text,
    brief_markdown,
    brief_terminal,
    comparison_annotations,
    comparison_csv,
    copy_line,
    copy_row,
    json_text,
    rejected_line,
    rejected_row,
    statement_line,
    statement_row,
)
from headwater.outputs.citing import outlet
from headwater.outputs.closing import number
from headwater.outputs.screen import Line, blank, heading, item, print_line
from headwater.outputs.times import readable
from headwater.outputs.visible import one_line, visible
from headwater.wire import packed

STATUSES = ("disputed", "updated", "unsure", "agreed", "single")


def list_stories(path: Path, options: Mapping[str, object]) -> None:
    """Print the stories of a desk."""
    limit = int(str(options["limit"]))
    order: StoryOrder = next(order for order in get_args(StoryOrder) if order == options["order"])
    with desk_to_read(path) as desk:
        found = items_of(lambda after, most: desk.stories(order, after=after, limit=most), limit)
    if options["jsonl"]:
        _rows(found.items)
    else:
        _print(_card(card) for card in found.items)
    click.echo(rest_line(found, "story"), err=True)


def show_story(path: Path, story: str, options: Mapping[str, object]) -> None:
    """Show a story in every form that was asked for."""
    whole = [f"--{name}" for name in ("json", "markdown") if options[f"as_{name}"]]
    files, piped = destinations(options, ("html", "csv", "annotations"), alone=whole)
    with desk_to_read(path) as desk:
        told = desk.story(desk.card(story).id)
        history = desk.history(told.story.id)
    brief = Brief(stories=(told,), pages=len({article.page for article in told.articles}), rejected=())
    full = bool(options["full"])
    for name, file in files.items():
        write(file, _written(name, brief, full=full))
    if options["as_json"]:
        for piece in brief_json_text(brief):
            click.echo(piece, nl=False)
    elif options["as_markdown"]:
        click.echo(brief_markdown(brief))
    elif not piped:
        brief_terminal(brief, console(), full=full)
        _print(_names(told, history))


def show_article(path: Path, article: str, *, as_json: bool) -> None:
    """Show an article with all that the desk knows about it."""
    with desk_to_read(path) as desk:
        view = desk.article(article)
        others = [end for link in view.copies for end in (link.a, link.b)]
        articles = {end: desk.article(end).article for end in dict.fromkeys((view.article.id, *others))}
        card = desk.card(view.story) if view.story else None
    if as_json:
        click.echo(json_text(_article_row(view, articles)))
        return
    _print(_article(view, card, articles))


def list_history(path: Path, story: str | None, *, jsonl: bool) -> None:
    """Print what happened to stories, from the first."""
    with desk_to_read(path) as desk:
        if story is not None:
            desk.card(story)  # a story that never was has no history
        for event in _events(desk, story):
            click.echo(packed(event).decode() if jsonl else event_line(event))


def list_rejected(path: Path, *, jsonl: bool) -> None:
    """Print the inputs that could not be read."""
    with desk_to_read(path) as desk:
        for rejected in every(lambda after, most: desk.rejected(after=after, limit=most)):
            click.echo(json_text(rejected_row(rejected)) if jsonl else rejected_line(rejected))


def show_counts(path: Path, *, as_json: bool) -> None:
    """Print how much a desk holds."""
    with desk_to_read(path) as desk:
        counts = desk.counts()
    if as_json:
        click.echo(packed(counts).decode())
        return
    for name, count in json.loads(packed(counts)).items():
        click.echo(f"{name:<12}{count:>12,}")


def event_line(event: StoryEvent) -> str:
    """Return one change of a story as a line.

    >>> event_line(StoryEvent(number=7, story="s1", change="merged", articles=("a1",), other="s2", by="person"))
    '7  s1  merged  with s2  article a1  by person'
    """
    word = {"merged": "with", "split": "into", "ended": "in"}.get(event.change, "")
    other = [f"{word} {event.other}".strip()] if event.other else []
    what = f"article{'s' * (len(event.articles) != 1)} {' '.join(event.articles)}"
    return "  ".join([str(event.number), event.story, event.change, *other, what, f"by {event.by}"])


def _events(desk: StoredDesk, story: str | None) -> Iterator[StoryEvent]:
    after = 0
    while events := desk.history(story, after=after):
        yield from events
        after = events[-1].number


def _rows(records: Iterable[object]) -> None:
    for record in records:
        click.echo(packed(record).decode())


def _print(lines: Iterable[Line]) -> None:
    screen = console()
    for line in lines:
        print_line(line, screen)


def _written(name: str, brief: Brief, *, full: bool) -> str:
    if name == "html":
        return brief_html(brief, full=full)
    if name == "csv":
        return comparison_csv(brief)
    return json_text(comparison_annotations(brief), indent=1) + "\n"


def _card(card: StoryCard) -> Line:
    points = {status: getattr(card, status) for status in STATUSES}
    shown = ", ".join(f"{count:,} {status}" for status, count in points.items() if count)
    size = f"{number(card.articles, 'article')} → {number(card.origins, 'origin')}" if card.settled else number(card.articles, "article")  # fmt: skip
    told = "; ".join(part for part in (size, shown if card.settled else "not compared yet") if part)
    last = f"  {readable(card.last)}" if card.last else ""
    return item(0, (card.id, "dim"), (f"  {one_line(card.title)}", "bold"), (f"  {told}", ""), (last, "dim"))


def _names(told: StoryBrief, history: tuple[StoryEvent, ...]) -> Iterator[Line]:
    """The ids that other commands ask for, under what stands above them."""
    yield from heading("Articles", len(told.articles), "Ids for `headwater desk article` and `headwater correct`.")
    for place, article in enumerate(told.articles, start=1):
        yield item(2, (f"[{place}] ", "dim"), (article.id, ""), (f"  {one_line(outlet(article))}", ""))
    changes = [event.change for event in history]
    yield blank()
    yield item(0, (f"story {told.story.id}", ""), (f"  {', '.join(changes[-8:])}" if changes else "", "dim"))


def _article(view: ArticleView, card: StoryCard | None, articles: Mapping[str, Article]) -> Iterator[Line]:
    article = view.article
    yield item(0, (one_line(article.title or "no headline"), "bold"))
    about = (outlet(article), readable(article.published), ", ".join(article.authors), article.url or "")
    yield item(0, ("  ".join(one_line(part) for part in about if part), ""))
    yield item(0, (f"article {article.id}  page {article.page}", "dim"))
    if card:
        yield item(0, (f"story {card.id}  {one_line(card.title)}", "dim"))
    if len(view.versions) > 1:
        place = view.versions.index(article.id) + 1
        newest = "the newest" if view.current else f"the newest is {view.versions[-1]}"
        yield item(0, (f"version {place} of {len(view.versions)}; {newest}", "dim"))
    yield from heading("Found in", len(article.places))
    for where in article.places:
        yield item(2, (one_line(f"{where.file}#{where.member}" if where.member else where.file), ""))
    if view.copies:
        yield from heading("Copies", len(view.copies))
    for link in view.copies:
        yield item(2, (copy_line(link, articles), ""))
    if view.statements:
        yield from heading("Statements", len(view.statements))
    for statement in view.statements:
        yield item(2, (statement_line(statement, article), ""))
    yield from heading("Text", len(article.text), "characters")
    for block in article.blocks:
        yield blank()
        yield item(
            0, (" ".join(visible(block.span.of(article.text)).split()), "bold" if block.role == "headline" else "")
        )


def _article_row(view: ArticleView, articles: Mapping[str, Article]) -> dict[str, object]:
    return {
        "article": article_row(view.article),
        "story": view.story,
        "versions": list(view.versions),
        "current": view.current,
        "copies": [copy_row(link, articles) for link in view.copies],
        "statements": [statement_row(statement, view.article) for statement in view.statements],
    }
