r"""Decoded text of a page → its lines, un-wrapped and without the marks of bullets and Markdown.

>>> [line.text for line in read_lines("  • Sport\n\nThe bridge is open.")]
['Sport', 'The bridge is open.']
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from headwater.articles.dumps.markdown import is_markdown, strip_markdown
from headwater.articles.dumps.wrapping import joins_by_markdown, joins_by_width
from headwater.model import Span

MOST_LINES = 10_000
"""A page with more lines than this is read up to here; what follows is one cut, so that time stays bounded."""
LONGEST = 20_000
"""Marks are looked for in this many characters of a line."""
BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\u2028\u2029]")
BULLET = re.compile(r"(?:[•◦▪‣●○■·∙*+]\s+)+(?=\S)")
HANGING_BULLET = re.compile(r"(?:[o-]\s+)(?=\S)")
QUOTED = re.compile(r"(?:>\s*)+")
HEADING = re.compile(r"(#{1,6})\s+")


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One line as a reader sees it: what a hard wrap broke is joined again."""

    text: str
    """Without indentation, bullet and Markdown marks."""
    span: Span
    """Into the page, white space trimmed, marks included."""
    indent: int
    """Columns of white space before it."""
    gap: int
    """Blank lines before it."""
    bullet: bool
    heading: int
    """Level of a Markdown heading, 0 for none."""
    links: float
    """Share of its characters that are link text; negative where the page does not show links."""
    image: bool
    """Nothing but the description of a picture."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Row:
    """A physical line of the page that is not blank."""

    text: str
    """White space trimmed on the right only."""
    start: int
    gap: int


def read_lines(page: str) -> list[Line]:
    """Return the lines of a page, at most `MOST_LINES`; blank ones are counted in `gap` only."""
    rows = _rows(page)
    markdown = is_markdown([row.text for row in rows])
    texts = [row.text for row in rows]
    breaks = [row.gap > 0 for row in rows]
    joined = joins_by_markdown(texts, breaks) if markdown else joins_by_width(texts, breaks)
    groups: list[list[Row]] = []
    for row, join in zip(rows, joined, strict=True):
        if join and groups:
            groups[-1].append(row)
        else:
            groups.append([row])
    lines = (_line(group, markdown=markdown) for group in groups)
    return [line for line in lines if line is not None]


def _rows(page: str) -> list[Row]:
    rows: list[Row] = []
    gap, start = 0, 0
    while start <= len(page) and len(rows) < MOST_LINES:
        found = BREAK.search(page, start)
        end = found.start() if found else len(page)
        text = page[start:end].rstrip()
        if text:
            # Two trailing spaces are a line break in Markdown, so one of them stays to say so.
            rows.append(Row(text=text + "  " * page.startswith("  ", start + len(text)), start=start, gap=gap))
            gap = 0
        else:
            gap += 1
        if not found:
            break
        start = found.end()
    return rows


def _line(rows: list[Row], *, markdown: bool) -> Line | None:
    first, last = rows[0], rows[-1]
    bare = first.text.lstrip()
    indent = len(first.text.expandtabs(4)) - len(bare.expandtabs(4)) if len(first.text) < LONGEST else 0
    start = first.start + len(first.text) - len(bare)
    texts = [row.text.strip() for row in rows]
    text = _joined([QUOTED.sub("", text, count=1) if text[0] == ">" else text for text in texts] if markdown else texts)
    marked = BULLET.match(text) or (HANGING_BULLET.match(text) if indent > 1 or markdown else None)
    text = text[marked.end() :] if marked else text
    heading, links, image = 0, -1.0, False
    if markdown and len(text) <= LONGEST:
        level = HEADING.match(text)
        heading, text = (len(level[1]), text[level.end() :]) if level else (0, text)
        text, links, image = strip_markdown(text)
    if not text:
        return None
    return Line(
        text=text,
        span=Span(start=start, end=last.start + len(last.text.rstrip())),
        indent=indent,
        gap=first.gap,
        bullet=marked is not None,
        heading=heading,
        links=links,
        image=image,
    )


def _joined(texts: list[str]) -> str:
    """Join what a wrap broke: nothing goes between the halves of a hyphenated word or address."""
    pieces: list[str] = []
    for text in texts:
        if pieces and not (len(pieces[-1]) > 1 and pieces[-1][-1] == "-" and pieces[-1][-2].isalnum()):
            pieces.append(" ")
        pieces.append(text)
    return "".join(pieces)
