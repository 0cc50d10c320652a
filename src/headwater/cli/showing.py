"""What `headwater desk …` shows: one story, one article, two articles side by side, one page."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from headwater.cli.keeping import desk_to_read
from headwater.cli.printing import console, destinations, print_lines, write
from headwater.errors import UsageError
from headwater.model import Article, ArticleView, Brief, Link, StoryBrief, StoryCard
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
    statement_line,
    statement_row,
)
from headwater.outputs.citing import outlet
from headwater.outputs.screen import Line, blank, heading, item
from headwater.outputs.times import readable
from headwater.outputs.visible import one_line, visible


def show_story(path: Path, story: str, options: Mapping[str, object]) -> None:
    """Show a story in every form that was asked for."""
    whole = [f"--{name}" for name in ("json", "markdown") if options[f"as_{name}"]]
    files, piped = destinations(options, ("html", "csv", "annotations"), alone=whole)
    with desk_to_read(path) as desk:
        told = desk.story(desk.card(story).id)
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
        print_lines(_names(told))


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
    print_lines(_article(view, card, articles))


def show_pair(path: Path, a: str, b: str, *, as_json: bool) -> None:
    """Show what links two articles as copies, if anything, and the passages that they share."""
    with desk_to_read(path) as desk:
        link, left, right = desk.pair(a, b)
    articles = {reading.article.id: reading.article for reading in (left, right)}
    if as_json:
        click.echo(json_text({"copy": copy_row(link, articles) if link else None}))
    elif link is None:
        click.echo(f"nothing shows that {a} and {b} share text")
    else:
        print_lines(_pair(link, articles))


def write_page(path: Path, page: str, file: Path | None) -> None:
    """Write the bytes of a page as they were saved; raises `UsageError` before they reach a terminal."""
    if file is None and sys.stdout.isatty():
        raise UsageError("the bytes of a page may steer a terminal: name a file with -o FILE, or pipe them")
    with desk_to_read(path) as desk:
        write(file or Path("-"), desk.page(page).content)


def _pair(link: Link, articles: Mapping[str, Article]) -> Iterator[Line]:
    yield item(0, (copy_line(link, articles), "bold"))
    for passage in link.passages:
        copy, original = passage.copy.of(articles[link.a].text), passage.original.of(articles[link.b].text)
        yield blank()
        yield item(2, (f"{passage.copy.start}-{passage.copy.end}  ", "dim"), (one_line(copy), ""))
        if one_line(copy) != one_line(original):
            yield item(2, (f"{passage.original.start}-{passage.original.end}  ", "dim"), (one_line(original), ""))


def _written(name: str, brief: Brief, *, full: bool) -> str:
    if name == "html":
        return brief_html(brief, full=full)
    if name == "csv":
        return comparison_csv(brief)
    return json_text(comparison_annotations(brief), indent=1) + "\n"


def _names(told: StoryBrief) -> Iterator[Line]:
    """The ids that other commands ask for, under what stands above them."""
    yield from heading("Articles", len(told.articles), "Ids for `headwater desk article` and `headwater correct`.")
    for place, article in enumerate(told.articles, start=1):
        yield item(2, (f"[{place}] ", "dim"), (article.id, ""), (f"  {one_line(outlet(article))}", ""))
    yield blank()
    yield item(0, (f"story {told.story.id}", ""))


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
        yield item(2, (one_line(where.label), ""))
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
