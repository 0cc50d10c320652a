"""Physical lines of a page → which of them go on from the line before.

>>> joins_by_width(["A short line", "another one"], [False, False])
[False, False]
"""

from __future__ import annotations

import re

NARROWEST, WIDEST = 50, 130
"""Columns between which a page may have been wrapped."""
FEWEST = 3
"""So many line ends must sit at the width before it is believed."""
LIST_ITEM = re.compile(r"\s*(?:[•◦▪‣●○■·∙*+-]\s|\d{1,3}[.)]\s)")
MARKDOWN_BLOCK = re.compile(r"\s*(?:[*+-]\s|\d{1,3}\.\s|#{1,6}\s|\||(?:[*_-]\s*){3,}$)|(?:\t| {4})")
QUOTED = re.compile(r"\s*>\s?")
FIRST_WORD = re.compile(r"\s*([^\s-]*-?)")


def joins_by_markdown(rows: list[str], breaks: list[bool]) -> list[bool]:
    """Say for each row whether it continues the paragraph above: Markdown ends one at a blank line or a new block."""
    joins = [False] * len(rows)
    for i in range(1, len(rows)):
        above = rows[i - 1]
        ended = breaks[i] or above.endswith("  ") or above.lstrip().startswith("#")
        quoted = QUOTED.match(rows[i]) is not None
        alike = quoted == (QUOTED.match(above) is not None) and QUOTED.fullmatch(rows[i]) is None
        joins[i] = not ended and alike and (quoted or not MARKDOWN_BLOCK.match(rows[i]))
    return joins


def joins_by_width(rows: list[str], breaks: list[bool]) -> list[bool]:
    """Say for each row whether a hard wrap broke it off the row above.

    A line was broken at width W if it fits into W and would not with the next line's first word. W is the width that
    explains most neighbouring lines, believed only where it explains most of those that are long enough.
    """
    rows = [row.rstrip() for row in rows]
    pairs = [i for i in range(1, len(rows)) if _may_go_on(rows[i - 1], rows[i], ended=breaks[i])]
    width = _width(rows, pairs)
    joins = [False] * len(rows)
    if width:
        for i in pairs:
            joins[i] = len(rows[i - 1]) <= width < _reach(rows[i - 1], rows[i])
    return joins


def _may_go_on(above: str, row: str, *, ended: bool) -> bool:
    return not ended and NARROWEST // 2 <= len(above) <= WIDEST and not LIST_ITEM.match(row)


def _reach(above: str, row: str) -> int:
    word = FIRST_WORD.match(row[: WIDEST + 1])
    return len(above) + 1 + (len(word[1]) if word else 0)


def _width(rows: list[str], pairs: list[int]) -> int:
    explained = [0] * (WIDEST + 2)
    for i in pairs:
        for width in range(max(NARROWEST, len(rows[i - 1])), min(WIDEST, _reach(rows[i - 1], rows[i]) - 1) + 1):
            explained[width] += 1
    width = max(range(NARROWEST, WIDEST + 1), key=lambda w: (explained[w], -w))
    rivals = sum(len(row) > width // 2 and not LIST_ITEM.match(row) for row in rows)
    too_long = sum(len(row) > width and not LIST_ITEM.match(row) for row in rows)
    believed = explained[width] >= max(FEWEST, 0.4 * rivals) and too_long <= 0.1 * rivals
    return width if believed else 0
