"""Rows with a text → who said what in it, as the shared scorer reads it.

Left out are statements of the headline (`part="title"`), since a row's offsets count in its text, and those inside another
one's content: the corpus marks the outermost only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from evaluate.rows import articles_of
from headwater.model import Spans, Statement
from headwater.statements import read_statements


def predict(rows: Iterable[Mapping[str, object]]) -> Iterator[dict[str, object]]:
    """Yield `{"id", "attributions": [{"source", "cue", "content"}]}` for each row whose text can be read."""
    for row in rows:
        for own, article in articles_of([row]):
            found = [statement for statement in read_statements([article]) if statement.part == "text"]
            yield {"id": own, "attributions": [_row(each) for each in found if not _nested(each, found)]}


def _nested(statement: Statement, every: Sequence[Statement]) -> bool:
    """Say whether the cue lies inside what another statement reports."""
    return any(
        run.contains(cue)
        for other in every
        if other.id != statement.id
        for run in other.content
        for cue in statement.cue
    )


def _row(statement: Statement) -> dict[str, list[list[int]]]:
    return {"source": _pairs(statement.source), "cue": _pairs(statement.cue), "content": _pairs(statement.content)}


def _pairs(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
