"""The comparison of each story → text on a terminal: disputed first, then who says what, and what each outlet leaves out.

>>> from headwater.outputs.sample import sample_brief
>>> comparison_terminal(sample_brief(), Console(width=100, color_system=None))  # doctest: +ELLIPSIS
Boats sink at Quill Bay
3 articles → 2 origins; 1 disputed, 1 single
...
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console

from headwater.model import Brief
from headwater.outputs.bounds import Bounds
from headwater.outputs.comparing import comparable
from headwater.outputs.grid_terminal import grid_section
from headwater.outputs.laying_out import lay_out_placed
from headwater.outputs.order import ordered
from headwater.outputs.points_terminal import left_out_section, points_section
from headwater.outputs.screen import Beside, Line, blank, heading, item, more, print_line
from headwater.outputs.sheet import StorySheet
from headwater.outputs.terminal import story_head
from headwater.outputs.timeline_terminal import timeline_section
from headwater.outputs.times import readable
from headwater.outputs.visible import one_line


def comparison_terminal(brief: Brief, console: Console, *, full: bool = False) -> None:
    """Print the comparison of each story; those of one article are counted, and with `full` shown.

    Stories are numbered in the order of the brief, articles inside their story; `full` lifts every bound.

    >>> from headwater.model import Brief
    >>> comparison_terminal(Brief(stories=(), pages=0, rejected=()), Console(width=60, color_system=None))
    """
    compared, lone = comparable(ordered(brief), full=full)
    bounds = Bounds.lifted() if full else Bounds()
    numbered = len(compared.stories) > 1
    for sheet in lay_out_placed(compared, full=full):
        for line in _story(sheet, bounds, console.width, numbered=numbered):
            print_line(line, console)
    if lone:
        print_line(item(0, (lone, "dim")), console)


def _story(story: StorySheet, bounds: Bounds, width: int, *, numbered: bool) -> Iterator[Line | Beside]:
    yield from story_head(story, numbered=numbered)
    yield from points_section(story, bounds)
    yield from grid_section(story.grid, width)
    yield from left_out_section(story, bounds)
    yield from timeline_section(story, bounds)
    yield from _articles(story, bounds)
    yield blank()


def _articles(story: StorySheet, bounds: Bounds) -> Iterator[Line]:
    """What the numbers in brackets stand for, and whose voice each article is."""
    yield from heading("Articles", story.articles)
    lines = sorted(
        ((line, origin.name) for origin in story.origins for line in origin.lines),
        key=lambda pair: pair[0].cite.article,
    )
    for line, origin in lines[: bounds.articles]:
        voice = f"  voice of {one_line(origin)}" if origin != line.cite.outlet else ""
        published = f"  {one_line(readable(line.published))}" if line.published else ""
        yield item(
            2,
            (f"{line.cite.mark} ", "dim"),
            (one_line(line.cite.outlet), "bold"),
            (voice, ""),
            (f"{published}  {one_line(line.cite.file)}", "dim"),
        )
    yield from more(2, len(lines) - bounds.articles)
