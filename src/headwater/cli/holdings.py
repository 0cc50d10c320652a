"""What `headwater desk …` lists: stories, speakers, outlets, history, rejected inputs, and how much there is of all."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import get_args

import click

from headwater.cli.keeping import desk_to_read
from headwater.cli.printing import print_lines
from headwater.cli.slices import every, items_of, rest_line
from headwater.desk import StoredDesk
from headwater.model import SpeakerCard, StoryCard, StoryEvent, StoryOrder
from headwater.outputs import json_text, rejected_line, rejected_row
from headwater.outputs.closing import number
from headwater.outputs.screen import Line, item
from headwater.outputs.times import readable
from headwater.outputs.visible import one_line
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
        print_lines(_card(card) for card in found.items)
    click.echo(rest_line(found, "story"), err=True)


def list_speakers(path: Path, prefix: str, options: Mapping[str, object]) -> None:
    """Print speakers whose name, or a word of it, begins like this."""
    limit = int(str(options["limit"]))
    with desk_to_read(path) as desk:
        found = items_of(lambda after, most: desk.speakers(prefix, after=after, limit=most), limit)
    if options["jsonl"]:
        _rows(found.items)
    else:
        print_lines(_speaker(card) for card in found.items)
    click.echo(rest_line(found, "speaker"), err=True)


def list_outlets(path: Path, prefix: str, options: Mapping[str, object]) -> None:
    """Print outlets whose name begins like this, most articles first."""
    with desk_to_read(path) as desk:
        found = desk.outlets(prefix, limit=int(str(options["limit"])))
    for name, articles in found:
        row = json_text({"outlet": name, "articles": articles})
        click.echo(row if options["jsonl"] else f"{one_line(name)}  {number(articles, 'article')}")


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


def _card(card: StoryCard) -> Line:
    points = {status: getattr(card, status) for status in STATUSES}
    shown = ", ".join(f"{count:,} {status}" for status, count in points.items() if count)
    size = f"{number(card.articles, 'article')} → {number(card.origins, 'origin')}" if card.settled else number(card.articles, "article")  # fmt: skip
    told = "; ".join(part for part in (size, shown if card.settled else "not compared yet") if part)
    last = f"  {readable(card.last)}" if card.last else ""
    return item(0, (card.id, "dim"), (f"  {one_line(card.title)}", "bold"), (f"  {told}", ""), (last, "dim"))


def _speaker(card: SpeakerCard) -> Line:
    counted = (number(card.statements, "statement"), number(card.articles, "article"), number(card.stories, "story"))
    last = f"  {readable(card.last)}" if card.last else ""
    return item(0, (one_line(card.name), "bold"), (f"  {', '.join(counted)}", ""), (last, "dim"))
