"""A brief → its comparison as CSV (RFC 4180), one row a piece of evidence.

>>> from headwater.outputs.sample import sample_brief
>>> [line.split(",")[:4] for line in comparison_csv(sample_brief()).splitlines()[:2]]
[['story', 'point', 'status', 'reason'], ['s1', 'q1', 'disputed', 'number']]
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping

from headwater.model import Answer, Brief, Evidence, Point, StoryBrief
from headwater.outputs.citing import StoryIndex
from headwater.outputs.order import ordered
from headwater.outputs.points import letter
from headwater.outputs.visible import visible

COLUMNS = (
    "story", "point", "status", "reason", "certainty", "answer", "value", "voices", "outlet", "origin", "speaker",
    "chain", "stance", "hedge", "form", "article", "file", "url", "start", "end", "quote", "sentence", "published",
)  # fmt: skip
_FORMULA = re.compile(r"\s*[=+\-@\t\r\n＝＋－＠]")


def comparison_csv(brief: Brief) -> str:
    """Return every point of every story as CSV text with a header line and CRLF line ends.

    `answer` is the letter of the answer inside its point, `voices` counts those of the answer, `chain` is joined by “ < ”
    from the speaker to the outlet. `start` and `end` are code points of the article's text. A cell that a spreadsheet would
    take for a formula begins with an apostrophe (OWASP, CSV injection).

    >>> from headwater.model import Brief
    >>> comparison_csv(Brief(stories=(), pages=0, rejected=()))[:11]
    'story,point'
    """
    sheet = io.StringIO(newline="")
    writer = csv.DictWriter(sheet, COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    for number, told in enumerate(ordered(brief).stories, start=1):
        writer.writerows({key: guarded(cell) for key, cell in row.items()} for row in _rows(told, number))
    return sheet.getvalue()


def guarded(cell: str) -> str:
    """Return a cell made visible, with an apostrophe before it where it could be read as a formula.

    >>> guarded("=1+1"), guarded("12 May")
    ("'=1+1", '12 May')
    """
    return f"'{visible(cell)}" if _FORMULA.match(cell) else visible(cell)


def _rows(told: StoryBrief, number: int) -> Iterator[Mapping[str, str]]:
    index = StoryIndex.of(number, told)
    for point in told.comparison.points:
        for place, answer in enumerate(point.answers):
            for found in answer.evidence:
                yield _about(point, told) | _given(place, answer) | _evidence(found, index)


def _about(point: Point, told: StoryBrief) -> dict[str, str]:
    return {
        "story": told.story.id,
        "point": point.id,
        "status": point.status,
        "reason": point.reason,
        "certainty": f"{point.certainty:.4g}",
    }


def _given(place: int, answer: Answer) -> dict[str, str]:
    return {"answer": letter(place), "value": answer.value, "voices": str(answer.voices)}


def _evidence(found: Evidence, index: StoryIndex) -> dict[str, str]:
    article = index.articles[found.article]
    said = index.evidence(found)
    return {
        "outlet": article.outlet or "",
        "origin": index.origin_name(found.origin),
        "speaker": said.who or "",
        "chain": " < ".join([*([said.who] if said.who else []), *said.via, said.cite.outlet]),
        "stance": said.stance or "",
        "hedge": said.hedge or "",
        "form": said.form,
        "article": article.id,
        "file": article.file,
        "url": article.url or "",
        "start": str(found.span.start),
        "end": str(found.span.end),
        "quote": said.cite.quote,
        "sentence": said.cite.sentence,
        "published": article.published or "",
    }
