"""A table → Apache Parquet with a schema of its own, the same bytes for the same table and the same pyarrow.

>>> from headwater.outputs.exports.tables import story_table
>>> from headwater.outputs.sample import sample_story
>>> table_parquet(story_table([sample_story()], "points"))[:4]  # doctest: +SKIP
b'PAR1'
"""

from __future__ import annotations

import io
from importlib import import_module
from types import ModuleType

from headwater.errors import MissingExtra
from headwater.outputs.exports.encoding import sound
from headwater.outputs.exports.tables import Cell, Table

_REQUIRED = frozenset({"story", "id", "point", "evidence", "copy", "original"})
"""Columns that always have a value."""


def table_parquet(table: Table) -> bytes:
    """Return a table as a Parquet file (format 2.6, zstd), its schema fixed by the table's columns, rows or none.

    Texts are UTF-8 strings, several texts lists of them, whole numbers int64, numbers float64. Raises MissingExtra where
    pyarrow is not installed.
    """
    arrow, parquet = _library("pyarrow"), _library("pyarrow.parquet")
    kinds = {
        "text": arrow.string(),
        "texts": arrow.list_(arrow.string()),
        "whole": arrow.int64(),
        "number": arrow.float64(),
        "flag": arrow.bool_(),
    }
    schema = arrow.schema(
        [
            arrow.field(column.name, kinds[column.kind], nullable=column.name not in _REQUIRED)
            for column in table.columns
        ],
        metadata={"headwater.table": f"{table.name}/1"},
    )
    arrays = [
        arrow.array([_value(row[place]) for row in table.rows], type=field.type) for place, field in enumerate(schema)
    ]
    sink = io.BytesIO()
    parquet.write_table(arrow.Table.from_arrays(arrays, schema=schema), sink, version="2.6", compression="zstd")
    return sink.getvalue()


def _library(name: str) -> ModuleType:
    try:
        return import_module(name)
    except ImportError as missing:
        raise MissingExtra("Parquet needs the parquet extra: pip install 'headwater[parquet]'") from missing


def _value(cell: Cell) -> object:
    match cell:
        case str():
            return sound(cell)
        case tuple():
            return [sound(each) for each in cell]
        case _:
            return cell
