"""Rows with a text → who said what in it, as the shared scorer reads it.

Statements of the headline (`part="title"`) are left out: a row's offsets count in its text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from evaluate.rows import articles_of
from headwater.model import Spans, Statement
from headwater.statements import read_statements


def predict(rows: Iterable[Mapping[str, object]]) -> Iterator[dict[str, object]]:
    """Yield `{"id", "attributions": [{"source", "cue", "content"}]}` for each row whose text can be read."""
    for row in rows:
        for own, article in articles_of([row]):
            found = [statement for statement in read_statements([article]) if statement.part == "text"]
            yield {"id": own, "attributions": [_row(statement) for statement in found]}


def _row(statement: Statement) -> dict[str, list[list[int]]]:
    return {"source": _pairs(statement.source), "cue": _pairs(statement.cue), "content": _pairs(statement.content)}


def _pairs(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
