"""A table → CSV (RFC 4180) that a spreadsheet opens and never runs.

>>> from headwater.outputs.exports.tables import story_table
>>> from headwater.outputs.sample import sample_story
>>> table_csv(story_table([sample_story()], "articles")).splitlines()[1].split(",")[:4]
['s1', 'a1', 'p-a1', 'tern.html']
"""

from __future__ import annotations

import csv
import io

from headwater.outputs.exports.tables import Cell, Table
from headwater.outputs.spreadsheet import guarded


def table_csv(table: Table) -> str:
    """Return a table as CSV text with a header line and CRLF line ends.

    Several texts in a cell are joined by “; ”, yes and no are `true` and `false`, what is not known is empty. Control
    characters are shown as pictures, and a cell that a spreadsheet would take for a formula begins with an apostrophe.
    """
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([_cell(cell) for cell in row] for row in table.rows)
    return sheet.getvalue()


def _cell(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case float():
            return f"{cell:.4f}".rstrip("0").rstrip(".")
        case int():
            return str(cell)
        case tuple():
            return guarded("; ".join(cell))
        case _:
            return guarded(cell)
