"""Outlets across points → a map of who says what: a row an outlet, a column a point, a letter and colour an answer.

>>> from headwater.outputs.laying_out import lay_out
>>> from headwater.outputs.sample import sample_brief
>>> chart = heat_map(lay_out(sample_brief())[0])
>>> chart.count('class="cell a"'), chart.count('class="cell b"')  # one of them in the legend
(2, 1)
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby

from markupsafe import Markup

from headwater.outputs import point_labels
from headwater.outputs.charts.svg import LINE, Caption, block, drawing, legend, name, percent, words
from headwater.outputs.closing import number
from headwater.outputs.point_sheet import Cell, Grid, GridRow
from headwater.outputs.sheet import StorySheet
from headwater.outputs.visible import short

OUTLETS = 40
"""Outlets that are drawn; the others are counted."""
POINTS = 40
"""… and points."""
_NAMES = 0.34
"""Share of the width that the names of outlets take."""
_NAME = (32, 15)
_ROW, _CELL = 1.8, 1.5
_LETTERED = 20
"""Up to so many points a cell has room for its letter, a column for its number; past it every fifth number is given."""
_CLOSE = 9
"""Past so many points a phone shows every fifth number."""
_TOP = 0.8 + 4.4 * LINE
"""Middle of the line with the numbers of the points."""
_STATUS: Mapping[str, str] = {"unsure": "possible conflict"}
_PHONE, _DESK, _LETTER = 25, 45, 0.55
"""Ems that a phone and a desk's screen are wide and a letter takes: a status is named where it has the room."""
_TELLING = 6
"""Outlets whose cells are read out."""
_LEGEND = (
    ("cell a", "A, B: differing answers"),
    ("cell same", "says so"),
    ("cell left", "left out: others have it"),
    ("cell none", "not mentioned"),
)


def heat_map(sheet: StorySheet) -> Markup:
    """Return who says what of the points that more than one origin carries; empty where there is none.

    Points are numbered as in the grid of the story. Each filled cell says on hovering what it stands for; a screen reader
    gets the counts, the cells themselves are in the grid.
    """
    grid = sheet.grid
    outlets, rows = grid.outlets[:OUTLETS], grid.rows[:POINTS]
    if not outlets or not rows:
        return Markup("")
    more = (
        ("outlet", len(grid.outlets) - len(outlets) + grid.more_outlets),
        ("point", len(grid.rows) - len(rows) + grid.more_points),
    )
    left = " and ".join(number(count, noun) for noun, count in more if count)
    foot = _TOP + 1.4 + len(outlets) * _ROW
    shapes = [
        words("Who says what", x="0", y=0.8, cls="head"),
        *legend(_LEGEND, 0.8 + LINE),
        *_columns(rows),
        *(shape for place in range(len(outlets)) for shape in _outlet(grid, rows, place)),
        *([words(f"{left} more", x="0", y=foot + 0.7, cls="soft")] if left else []),
    ]
    title = f"Who says what: {number(len(outlets), 'outlet')}, {number(len(rows), 'point')}"
    caption = Caption(title=title, told=_told(grid, rows))
    return drawing("heat", sheet.anchor, caption, foot + LINE * bool(left), shapes)


def _columns(rows: tuple[GridRow, ...]) -> Iterator[Markup]:
    """The numbers of the points, and under them a strip that shows the status of neighbours."""
    wide = (1 - _NAMES) / len(rows)
    for place in range(len(rows)):
        fifth = (place + 1) % 5 == 0
        if fifth or len(rows) <= _LETTERED:
            cls = "soft" if fifth or len(rows) <= _CLOSE else "soft wide"
            yield words(str(place + 1), x=percent(_NAMES + (place + 0.5) * wide), y=_TOP, cls=cls, anchor="middle")
    start = 0
    for status, group in groupby(row.point.status for row in rows):
        count = len(list(group))
        left, across = _NAMES + start * wide, count * wide - 0.004
        called = _STATUS.get(status, status)
        yield block((left, _TOP + 0.75, across, 0.3), f"strip {status}", f"{number(count, 'point')} {called}")
        if across * _DESK > len(called) * _LETTER:
            cls = "soft" if across * _PHONE > len(called) * _LETTER else "soft wide"
            yield words(called, x=percent(left), y=_TOP - LINE, cls=cls)
        start += count


def _outlet(grid: Grid, rows: tuple[GridRow, ...], place: int) -> Iterator[Markup]:
    top = _TOP + 1.4 + place * _ROW
    outlet, middle = grid.outlets[place].name, top + _CELL / 2
    yield from name(outlet, _NAME, y=middle)
    wide = (1 - _NAMES) / len(rows)
    gap = min(wide * 0.06, 0.002)
    yield block((_NAMES, top, 1 - _NAMES, _CELL), "cell none")
    for column, row in enumerate(rows):
        cell = row.cells[place]
        if not cell.given and not cell.left_out:
            continue
        left = _NAMES + column * wide
        title = f"{outlet}, point {column + 1} ({point_labels.status(row.point)}): {_says(cell, row)}"
        yield block((left + gap, top, wide - 2 * gap, _CELL), f"cell {_class(cell, row)}", title)
        if cell.given and row.point.divided and len(rows) <= _LETTERED:
            letters = cell.given[0].letter + ("+" if len(cell.given) > 1 else "")
            yield words(letters, x=percent(left + wide / 2), y=middle, cls="letter", anchor="middle")


def _class(cell: Cell, row: GridRow) -> str:
    """The first four answers have a colour each; further ones share one, and are told by their letter."""
    if not cell.given:
        return "left"
    if not row.point.divided:
        return "same"
    letter = cell.given[0].letter.lower()
    return letter if letter in {"a", "b", "c", "d"} else "further"


def _says(cell: Cell, row: GridRow) -> str:
    return point_labels.cell(cell, row.point) if cell.given else "left out"


def _told(grid: Grid, rows: tuple[GridRow, ...]) -> str:
    """How many of the points each of the first outlets speaks to."""
    counts = [
        f"{short(outlet.name, 40)} speaks to {sum(bool(row.cells[place].given) for row in rows):,} of {len(rows):,}"
        for place, outlet in enumerate(grid.outlets[:_TELLING])
    ]
    more = len(grid.outlets) + grid.more_outlets - len(counts)
    return "; ".join([*counts, *([f"{number(more, 'outlet')} more"] if more > 0 else [])]) + "."
