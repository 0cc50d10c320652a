"""Lines of styled text → a rich console: wrapped at its width with a hanging indent, plain when piped, no boxes.

>>> from rich.console import Console
>>> for line in heading("Origins", 2):
...     print_line(line, Console(width=60, color_system=None))
<BLANKLINE>
Origins  2
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from rich.console import Console
from rich.text import Text

_NARROWEST = 24
_HANGING = 2
_COLUMN = 34
"""Columns narrower than this stand below each other instead …"""
_PIPED = 1_000
"""… and so they do where no line is wrapped: what is piped is searched line by line."""
_GAP = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One line before it is wrapped."""

    indent: int
    text: Text


@dataclass(frozen=True, kw_only=True, slots=True)
class Beside:
    """Lines in columns beside each other; below each other where the console is too narrow, or no terminal."""

    indent: int
    columns: tuple[tuple[Line, ...], ...]
    first: int | None = None
    """Width of the first column; None: all are equally wide."""


def print_line(line: Line | Beside, console: Console) -> None:
    """Print one line, wrapped at the console's width; what goes over stands two columns further in."""
    if isinstance(line, Line):
        for wrapped in _wrapped(line, console.width, console):
            console.print(wrapped, soft_wrap=True, highlight=False)
        return
    widths = _widths(line, console.width)
    if widths is None:
        for place, column in enumerate(line.columns):
            # What stands beside a heading stands under it.
            margin = line.indent + (_HANGING if place and line.first is not None else 0)
            for each in column:
                print_line(Line(indent=margin + each.indent, text=each.text), console)
        return
    columns = (
        [wrapped for each in column for wrapped in _wrapped(each, width, console)]
        for column, width in zip(line.columns, widths, strict=True)
    )
    for cells in zip_longest(*columns):
        text = Text(" " * line.indent)
        for cell, width in zip(cells, widths, strict=True):
            shown = cell or Text()
            text.append_text(shown).append(" " * (width + _GAP - shown.cell_len))
        text.rstrip()
        console.print(text, soft_wrap=True, highlight=False)


def _widths(beside: Beside, width: int) -> list[int] | None:
    count = len(beside.columns)
    room = width - beside.indent - _GAP * (count - 1)
    if width > _PIPED or count < 2:
        return None
    widths = [room // count] * count
    if beside.first is not None:
        widths = [beside.first, *[(room - beside.first) // (count - 1)] * (count - 1)]
    return widths if min(widths[beside.first is not None :]) >= _COLUMN else None


def _wrapped(line: Line, width: int, console: Console) -> Iterator[Text]:
    room = max(width - line.indent - _HANGING, _NARROWEST)
    for place, wrapped in enumerate(line.text.wrap(console, room)):
        wrapped.rstrip()
        yield Text(" " * (line.indent + (_HANGING if place else 0)) if wrapped.plain else "").append_text(wrapped)


def item(indent: int, *parts: tuple[str, str]) -> Line:
    """Return a line of words, each part with its style."""
    return Line(indent=indent, text=Text.assemble(*parts))


def blank() -> Line:
    """Return an empty line."""
    return Line(indent=0, text=Text())


def heading(label: str, count: int, note: str = "") -> Iterator[Line]:
    """Yield a heading with a number and perhaps what it means, an empty line before it."""
    yield blank()
    yield item(0, (label, "bold underline"), (f"  {count:,}", "dim"), (f"  {note}" if note else "", "dim"))


def more(indent: int, count: int) -> Iterator[Line]:
    """Yield a line that says how many are left out, if any are."""
    if count > 0:
        yield item(indent, (f"… and {count:,} more (--full shows all)", "dim italic"))
