r"""A ready article → its reading: the text is kept to the character.

>>> from headwater.pages import ReadyRow
>>> row = ReadyRow(id="1", text="Rain\nIt fell all night.", title="Rain", outlet=None, url=None, published=None)
>>> reading = read_ready(row)
>>> [(block.role, block.span.of(reading.text)) for block in reading.blocks]
[('headline', 'Rain'), ('paragraph', 'It fell all night.')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from headwater.articles.markup import folded
from headwater.articles.published import iso
from headwater.articles.reading import Reading
from headwater.model import Block, BlockRole, Span
from headwater.pages import ReadyRow

METHOD = "articles.ready/1"
LINE = re.compile(r"\S[^\n\r\u2028\u2029]*")
ITEM = re.compile(r"(?:[-*•‣–]|\d{1,2}[.)])\s")
ENDED = re.compile(r"[.!?…:;,][\"'”’»)\]]*$")
SHORT = 20
"""A first line of at most so many words without a sentence's end is a headline."""


def read_ready(row: ReadyRow) -> Reading | None:
    """Return a ready article with a block for each line; None where its text is only white space.

    Blocks carry the same span twice: the page of a ready article is its text.
    """
    blocks = tuple(_blocks(row.text, row.title))
    if not blocks:
        return None
    return Reading(
        text=row.text,
        blocks=blocks,
        title=row.title or _headline(row.text, blocks),
        outlet=row.outlet,
        url=row.url,
        published=iso(row.published),
        by=METHOD,
    )


def _blocks(text: str, title: str | None) -> Iterator[Block]:
    lines = [(match.start(), match.start() + len(match.group().rstrip())) for match in LINE.finditer(text)]
    for index, (start, end) in enumerate(lines):
        role = _role(text[start:end], title, first=index == 0, last=index == len(lines) - 1)
        span = Span(start=start, end=end)
        yield Block(span=span, role=role, page_span=span)


def _role(line: str, title: str | None, *, first: bool, last: bool) -> BlockRole:
    if first and title and folded(line) == folded(title):
        return "headline"
    if first and not last and len(line) < 200 and len(line.split()) <= SHORT and not ENDED.search(line):
        return "headline"
    return "list" if ITEM.match(line) else "paragraph"


def _headline(text: str, blocks: tuple[Block, ...]) -> str | None:
    first = blocks[0]
    return first.span.of(text) if first.role == "headline" else None
