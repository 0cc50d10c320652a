"""The grid of outlets and points → lines on a terminal: one row a point, one column an outlet.

>>> from rich.console import Console
>>> from headwater.outputs.laying_out import lay_out
>>> from headwater.outputs.sample import sample_brief
>>> from headwater.outputs.screen import print_line
>>> for line in grid_section(lay_out(sample_brief())[0].grid, 80):
...     print_line(line, Console(width=80, color_system=None))
<BLANKLINE>
Who says what  1
                                                              1  2  3
  nine / twelve                                               A  ·  B
  A, B … answer of that letter, · not mentioned
  1 The Daily Tern  2 Harbour Post  3 Quill Mail
"""

from __future__ import annotations

from collections.abc import Iterator

from headwater.outputs import point_labels
from headwater.outputs.closing import number
from headwater.outputs.point_sheet import Cell, Grid, GridRow
from headwater.outputs.screen import Line, heading, item
from headwater.outputs.visible import one_line, short

_POINT = 58
"""Characters of a point's name, where there is room …"""
_LEAST = 30
"""… and where there is not; a grid that would leave less is written out in words."""
_NAMED = 20
"""Outlets that a row of words names."""


def grid_section(grid: Grid, width: int) -> Iterator[Line]:
    """Yield which outlet gives which answer to which point, as a grid where it fits in `width` columns, else in words."""
    if not grid.rows:
        return
    yield from heading("Who says what", len(grid.rows) + grid.more_points)
    symbols = (_symbol(cell, row) for row in grid.rows for cell in row.cells)
    column = max(len(str(grid.outlets[-1].number)), *(len(symbol) for symbol in symbols)) + 2
    room = width - 4 - column * len(grid.outlets)
    if room >= _LEAST:
        yield from _drawn(grid, min(room, _POINT), column)
    else:
        for row in grid.rows:
            yield from _in_words(row, grid)
    if grid.more_points:
        yield item(2, (f"… and {number(grid.more_points, 'more point')} (--full shows all)", "dim italic"))
    if grid.more_outlets:
        yield item(2, (f"… and {number(grid.more_outlets, 'more outlet')} (--full shows all)", "dim italic"))


def _drawn(grid: Grid, room: int, column: int) -> Iterator[Line]:
    numbers = "".join(str(outlet.number).rjust(column) for outlet in grid.outlets)
    yield item(2, (" " * room + numbers, "dim"))
    for row in grid.rows:
        name = short(point_labels.values(row.point, room), room)
        style = {"disputed": "yellow", "updated": "cyan", "agreed": "green"}.get(row.point.status, "")
        yield item(2, (name.ljust(room), style), *((_symbol(cell, row).rjust(column), style) for cell in row.cells))
    divided = any(row.point.divided for row in grid.rows)
    agreed = any(not row.point.divided for row in grid.rows)
    legend = ("A, B … answer of that letter" * divided, "✓ says so" * agreed, "· not mentioned")
    yield item(2, (", ".join(part for part in legend if part), "dim"))
    outlets = "  ".join(f"{outlet.number} {one_line(outlet.name)}" for outlet in grid.outlets)
    yield item(2, (outlets, "dim"))


def _symbol(cell: Cell, row: GridRow) -> str:
    if not cell.given:
        return "·"
    return "+".join(given.letter for given in cell.given) if row.point.divided else "✓"


def _in_words(row: GridRow, grid: Grid) -> Iterator[Line]:
    yield item(2, (point_labels.values(row.point), "bold"), (f"  {point_labels.status(row.point)}", "dim"))
    said: dict[str, list[str]] = {}
    for cell, outlet in zip(row.cells, grid.outlets, strict=True):
        said.setdefault(point_labels.cell(cell, row.point), []).append(f"{one_line(outlet.name)} [{outlet.number}]")
    for words, outlets in sorted(said.items(), key=lambda pair: (pair[0] == "not mentioned", pair[0])):
        rest = f" and {len(outlets) - _NAMED:,} more" if len(outlets) > _NAMED else ""
        yield item(
            4, (f"{words}: ", "dim" if words == "not mentioned" else ""), (", ".join(outlets[:_NAMED]) + rest, "")
        )
