"""The points of a comparison → what is shown of them, of the grid and of omissions.

>>> from headwater.outputs.sample import sample_story
>>> told = sample_story()
>>> points = lay_out_points(told.comparison, StoryIndex.of(1, told))
>>> [(point.anchor, point.status) for point in points.values()]
[('s1p1', 'disputed'), ('s1p2', 'single')]
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace

from headwater.model import Answer, Article, Comparison, Link, Point
from headwater.outputs.citing import StoryIndex, outlet
from headwater.outputs.point_sheet import (
    AnswerSheet,
    Cell,
    Given,
    Grid,
    GridRow,
    JudgementSheet,
    LeftOut,
    OutletColumn,
    PointSheet,
)
from headwater.outputs.said import Said
from headwater.outputs.times import steps

GRID_POINTS = 40
"""Points in a grid where not all are asked for …"""
GRID_OUTLETS = 40
"""… and outlets."""
_LETTERS = 26
_SHORT = 60
"""Characters up to which a value is looked for inside the sentences that give it."""
_FIGURE = re.compile(r"\d[\d.,]*\d|\d")


def lay_out_points(comparison: Comparison, index: StoryIndex) -> dict[str, PointSheet]:
    """Return the points by id, in the order of the comparison; the story's second point is called `s1p2`."""
    numbered = enumerate(comparison.points, start=1)
    return {point.id: _point(point, f"s{index.number}p{place}", index) for place, point in numbered}


def lay_out_grid(
    points: Mapping[str, PointSheet], articles: Iterable[Article], comparison: Comparison, *, full: bool = False
) -> Grid:
    """Return outlets across the points that more than one origin carries: a single point is one filled cell by itself.

    Outlets stand in the order of their first article. Without `full` the first points and outlets are shown and the
    others counted.
    """
    columns: dict[str, OutletColumn] = {}
    for number, article in enumerate(articles, start=1):
        columns.setdefault(outlet(article), OutletColumn(name=outlet(article), number=number))
    shared = [(point, sheet) for point, sheet in points.items() if sheet.status != "single"]
    outlets = tuple(columns.values())
    shown = outlets if full else outlets[:GRID_OUTLETS]
    kept = shared if full else shared[:GRID_POINTS]
    left_out = {(omission.outlet, point) for omission in comparison.omissions for point in omission.points}
    return Grid(
        outlets=shown,
        rows=tuple(_row(point, sheet, shown, left_out) for point, sheet in kept),
        more_outlets=len(outlets) - len(shown),
        more_points=len(shared) - len(kept),
    )


def lay_out_omissions(points: Mapping[str, PointSheet], comparison: Comparison) -> tuple[LeftOut, ...]:
    """Return what each outlet leaves out, in the order of the comparison."""
    return tuple(
        LeftOut(outlet=omission.outlet, points=tuple(points[point] for point in omission.points if point in points))
        for omission in comparison.omissions
        if omission.points
    )


def letter(place: int) -> str:
    """Return what the answer at a place is called, counted from 0: A to Z, then AA.

    >>> [letter(place) for place in (0, 25, 26, 702)]
    ['A', 'Z', 'AA', 'AAA']
    """
    rest, last = divmod(place, _LETTERS)
    return (letter(rest - 1) if rest else "") + chr(ord("A") + last)


def _point(point: Point, anchor: str, index: StoryIndex) -> PointSheet:
    said = {found.id: index.evidence(found) for answer in point.answers for found in answer.evidence}
    moments = steps([answer.reported for answer in point.answers]) if point.status == "updated" else []
    return PointSheet(
        anchor=anchor,
        status=point.status,
        reason=point.reason,
        voices=point.voices,
        certainty=point.certainty,
        doubts=point.doubts,
        answers=tuple(
            _answer(answer, place, moments[place] if moments else "", said, divided=len(point.answers) > 1)
            for place, answer in enumerate(point.answers)
        ),
        judgements=tuple(_judgements(point.links, said)),
    )


def _answer(answer: Answer, place: int, step: str, said: Mapping[str, Said], *, divided: bool) -> AnswerSheet:
    value = answer.value if divided and len(answer.value) <= _SHORT else None
    return AnswerSheet(
        letter=letter(place),
        value=answer.value,
        voices=answer.voices,
        reported=answer.reported,
        step=step,
        said=tuple(_pinned(said[found.id], value) for found in answer.evidence),
    )


def _pinned(said: Said, value: str | None) -> Said:
    """Cut the cited words down to the value that divides the point, or its figure, where the sentence holds it."""
    cite = said.cite
    for words in (value, *_FIGURE.findall(value)) if value else ():
        found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", cite.quote, re.IGNORECASE)
        if found and found.group() != cite.quote:
            start, end = found.span()
            before, after = cite.before + cite.quote[:start], cite.quote[end:] + cite.after
            return replace(said, cite=replace(cite, before=before, quote=found.group(), after=after))
    return said


def _judgements(links: Iterable[Link], said: Mapping[str, Said]) -> Iterable[JudgementSheet]:
    for link in links:
        if link.a in said and link.b in said:
            yield JudgementSheet(
                kind=link.kind, verdict=link.verdict, score=link.score, by=link.by, a=said[link.a], b=said[link.b]
            )


def _row(
    point: str, sheet: PointSheet, outlets: Sequence[OutletColumn], left_out: Container[tuple[str, str]]
) -> GridRow:
    given: dict[str, dict[str, Given]] = {}
    for answer in sheet.answers:
        for said in answer.said:
            first = Given(letter=answer.letter, value=answer.value, cite=said.cite)
            given.setdefault(said.cite.outlet, {}).setdefault(answer.letter, first)
    cells = (
        Cell(
            given=tuple(given.get(column.name, {}).values()),
            left_out=(column.name, point) in left_out and column.name not in given,
        )
        for column in outlets
    )
    return GridRow(point=sheet, cells=tuple(cells))
