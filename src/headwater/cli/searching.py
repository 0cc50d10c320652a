"""What `headwater search` does: hits of a desk with the words that were found, and where they stand.

>>> excerpt("The dyke at Lowmark broke on Monday.", ((4, 8),), 60)
[('The ', False), ('dyke', True), (' at Lowmark broke on Monday.', False)]
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import get_args

import click
from rich.text import Text

from headwater.cli.keeping import desk_to_read
from headwater.cli.printing import console
from headwater.cli.slices import items_of, rest_line
from headwater.errors import UsageError
from headwater.model import Article, Hit, Query, Stance, Statement
from headwater.outputs import article_row, json_text, labels, statement_row
from headwater.outputs.cite import stated_in
from headwater.outputs.citing import StoryIndex, outlet
from headwater.outputs.screen import Line, blank, item, print_line
from headwater.outputs.times import readable
from headwater.outputs.visible import one_line, visible

WIDTH = 240
"""Characters of a text that show around the words."""
BEFORE = 40
"""Of these, how many stand before the first word found."""
FOUND = "bold yellow"
Spans = Sequence[tuple[int, int]]


def show_hits(path: Path, words: str, options: Mapping[str, object]) -> None:
    """Print what a query finds, best first."""
    query = query_of(words, options)
    limit = int(str(options["limit"]))
    with desk_to_read(path) as desk:
        found = items_of(lambda after, most: desk.search(query, after=after, limit=most), limit)
    if options["jsonl"]:
        for hit in found.items:
            click.echo(json_text(_row(hit)))
    else:
        screen = console()
        for number, hit in enumerate(found.items):
            for line in (*([blank()] if number else []), *_lines(hit)):
                print_line(line, screen)
    click.echo(rest_line(found, "hit"), err=True)


def query_of(words: str, options: Mapping[str, object]) -> Query:
    """Return the query that the options ask for; raises `UsageError` where they ask for nothing."""
    given = {name: str(options[name]) for name in _FILTERS if options[name]}
    statements = bool(options["statements"] or given.keys() & {"speaker", "about", "stance"})
    if not words.strip() and not given:
        raise UsageError("say what to find: words, or --speaker, --outlet, --story, --since and the like")
    return Query(
        words=words,
        meaning=bool(options["meaning"]),
        kind="statement" if statements else "article",
        outlet=given.get("outlet"),
        language=given.get("language"),
        since=given.get("since"),
        until=given.get("until"),
        speaker=given.get("speaker"),
        about=given.get("about"),
        stance=next((stance for stance in get_args(Stance) if stance == given.get("stance")), None),
        story=given.get("story"),
    )


_FILTERS = ("speaker", "about", "stance", "outlet", "language", "since", "until", "story")


def excerpt(text: str, spans: Spans, width: int) -> list[tuple[str, bool]]:
    """Return about `width` characters of a text where most of the spans are, in pieces: found (True) or around them."""
    first = max(spans, key=lambda span: (sum(span[0] <= other[0] < span[0] + width - BEFORE for other in spans), -span[0])) if spans else (0, 0)  # fmt: skip
    start = _word_start(text, max(first[0] - BEFORE, 0))
    end = _word_end(text, start + width)
    pieces = [("…", False)] if start else []
    at = start
    for begins, ends in sorted(spans):
        if at <= begins and ends <= end:
            pieces += [(text[at:begins], False), (text[begins:ends], True)]
            at = ends
    pieces += [(text[at:end], False), ("…" if end < len(text) else "", False)]
    return [(_flat(piece), found) for piece, found in pieces if piece]


def _word_start(text: str, place: int) -> int:
    """The next beginning of a word, where one is near."""
    space = text.find(" ", place, place + BEFORE) if place else -1
    return space + 1 if space >= 0 else place


def _word_end(text: str, place: int) -> int:
    """The last end of a word before a place."""
    if place >= len(text):
        return len(text)
    space = text.rfind(" ", place - BEFORE, place)
    return space if space > 0 else place


def _flat(piece: str) -> str:
    return re.sub(r"\s+", " ", visible(piece))


def _lines(hit: Hit) -> tuple[Line, ...]:
    article, said = hit.article, hit.statement
    when = readable(article.published)
    if said is None:
        head = item(
            0, (one_line(article.title or "-"), "bold"), (f"  {one_line(outlet(article))}", ""), (f"  {when}", "dim")
        )
        body = _marked(excerpt(article.text, hit.spans, WIDTH), "")
        place = f"{article.file}:{hit.spans[0][0]}-{hit.spans[0][1]}" if hit.spans else article.file
    else:
        told = StoryIndex(1, (article,)).said(said)
        head = item(
            0, (one_line(labels.behind(told)), "bold"), (f"  {one_line(labels.manner(told))}", ""), (f"  {when}", "dim")
        )
        body = _marked(_content(said, article, hit.spans), "“")
        place = told.cite.place
    return head, Line(indent=2, text=body), item(2, (_ids(one_line(place), hit), "dim"))


def _content(said: Statement, article: Article, spans: Spans) -> list[tuple[str, bool]]:
    """Return the words of a statement in pieces; its runs are parted by “ … ”."""
    text = stated_in(said, article)
    pieces: list[tuple[str, bool]] = []
    for number, run in enumerate(said.content):
        inside = [
            (start - run.start, end - run.start)
            for start, end in (spans if said.part == "text" else ())
            if run.start <= start and end <= run.end
        ]
        pieces += [(" … ", False)] * bool(number) + excerpt(run.of(text), inside, WIDTH)
    return pieces


def _marked(pieces: Sequence[tuple[str, bool]], mark: str) -> Text:
    """Return pieces as styled text, in quote marks where they are somebody's words."""
    body = Text.assemble(*((piece, FOUND if found else "") for piece, found in pieces))
    return Text.assemble("“", body, "”") if mark and body.plain[:1] not in '“"„«' else body


def _ids(place: str, hit: Hit) -> str:
    return "  ".join([place, f"article {hit.article.id}", *([f"story {hit.story}"] if hit.story else [])])


def _row(hit: Hit) -> dict[str, object]:
    return {
        "article": article_row(hit.article),
        "story": hit.story,
        "statement": statement_row(hit.statement, hit.article) if hit.statement else None,
        "spans": [list(span) for span in hit.spans],
        "score": round(hit.score, 4),
    }
