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

from rich.console import Console
from rich.text import Text

_NARROWEST = 24
_HANGING = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One line before it is wrapped."""

    indent: int
    text: Text


def print_line(line: Line, console: Console) -> None:
    """Print one line, wrapped at the console's width; what goes over stands two columns further in."""
    width = max(console.width - line.indent - _HANGING, _NARROWEST)
    for place, wrapped in enumerate(line.text.wrap(console, width)):
        wrapped.rstrip()
        margin = " " * (line.indent + (_HANGING if place else 0)) if wrapped.plain else ""
        console.print(Text(margin).append_text(wrapped), soft_wrap=True, highlight=False)


def item(indent: int, *parts: tuple[str, str]) -> Line:
    """Return a line of words, each part with its style."""
    return Line(indent=indent, text=Text.assemble(*parts))


def blank() -> Line:
    """Return an empty line."""
    return Line(indent=0, text=Text())


def heading(label: str, count: int) -> Iterator[Line]:
    """Yield a heading with a number, an empty line before it."""
    yield blank()
    yield item(0, (label, "bold underline"), (f"  {count:,}", "dim"))


def more(indent: int, count: int) -> Iterator[Line]:
    """Yield a line that says how many are left out, if any are."""
    if count > 0:
        yield item(indent, (f"… and {count:,} more (--full shows all)", "dim italic"))
