r"""Forms that show a credit by where they stand → credits: datelines, sign-offs, lines that are only a credit.

>>> [(found.agency, found.kind) for found in by_form("PORT VALE (NWX) — Ferries stood still.\\n\\nIt was cold. (Reuters)")]
[('NWX', 'republished'), ('Reuters', 'republished')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from headwater.articles.credit_datelines import datelines
from headwater.articles.credit_found import Found, in_order
from headwater.articles.credit_lines import whole_lines
from headwater.articles.credit_signs import sign_offs

LONGEST_LINE = 160
"""Credits that fill a line, and sign-offs at the end of one, are no longer than this."""
FIRST, LAST = 3, 2
"""How many lines begin a text, and how many end it."""


def by_form(text: str) -> list[Found]:
    """Return the credits of a text that their place shows: line starts, line ends, whole lines; in order.

    >>> by_form("Rain fell.")
    []
    """
    found: list[Found] = []
    lines = [line for line in re.finditer(r"[^\n]+", text) if line.group().strip()]
    for number, line in enumerate(lines):
        inside = _of_line(line.group(), first=number < FIRST, last=number >= len(lines) - LAST)
        found += [replace(one, start=line.start() + one.start, end=line.start() + one.end) for one in inside]
    return in_order(found)


def of_line(line: str) -> list[Found]:
    """Return the credits of a line that stands by itself, like a byline or a notice outside the text.

    >>> [found.agency for found in of_line("Ana Ruiz | AFP")]
    ['AFP']
    """
    return in_order(_of_line(line, first=False, last=True))


def _of_line(line: str, *, first: bool, last: bool) -> Iterator[Found]:
    yield from datelines(line, first=first)
    if len(line) > LONGEST_LINE:
        offset = len(line) - LONGEST_LINE
        for one in sign_offs(line[offset:], last=last):
            yield replace(one, start=offset + one.start, end=offset + one.end)
        return
    yield from sign_offs(line, last=last)
    yield from whole_lines(line, edge=first or last, last=last)
