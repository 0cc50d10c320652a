"""Brief → sheets: what terminal, Markdown and web page show, decided once for all three.

>>> from headwater.outputs.sample import sample_brief
>>> sheet = lay_out(sample_brief())[0]
>>> [(point.status, [answer.value for answer in point.answers]) for point in sheet.points]
[('disputed', ['nine', 'twelve']), ('single', ['The harbour closed.'])]
"""

from __future__ import annotations

from collections.abc import Sequence

from headwater.model import Actor, Brief, Comparison, Point
from headwater.model.brief import StoryBrief
from headwater.outputs.citing import StoryIndex, outlet
from headwater.outputs.copy_tree import beyond_families, no_copies, origin_sheets, shared_texts
from headwater.outputs.order import ordered
from headwater.outputs.sheet import (
    AnswerSheet,
    Cell,
    GridRow,
    LeftOut,
    MomentSheet,
    NameSheet,
    PointSheet,
    Said,
    SpeakerKind,
    SpeakerSheet,
    Spelling,
    StorySheet,
)

_KINDS: tuple[SpeakerKind, ...] = ("named", "unnamed", "abstained", "own voice")


def lay_out(brief: Brief) -> tuple[StorySheet, ...]:
    """Return one sheet a story, in the order of the brief.

    >>> from headwater.outputs.sample import sample_brief
    >>> [(sheet.title, sheet.articles, len(sheet.origins)) for sheet in lay_out(sample_brief())]
    [('Boats sink at Quill Bay', 3, 2)]
    """
    return tuple(_story(number, told) for number, told in enumerate(ordered(brief).stories, start=1))


def _story(number: int, told: StoryBrief) -> StorySheet:
    index = StoryIndex.of(number, told)
    numbered = enumerate(told.comparison.points, start=1)
    points = {point.id: _point(point, f"s{number}p{place}", index) for place, point in numbered}
    outlets = tuple(dict.fromkeys(outlet(article) for article in told.articles))
    origins = origin_sheets(told, index)
    return StorySheet(
        number=number,
        title=told.story.title,
        articles=len(told.articles),
        origins=tuple(origin for origin in origins if origin.lines),
        independent=index.independent(),
        rests_on=tuple(origin for origin in origins if not origin.lines),
        shared=shared_texts(beyond_families(told, index), index),
        common=shared_texts(no_copies(told), index),
        points=tuple(points.values()),
        outlets=outlets,
        grid=_grid(points, outlets, told.comparison),
        left_out=_left_out(points, told.comparison),
        speakers=_speakers(told, index),
        names=tuple(_name(actor, index) for actor in told.actors),
        timeline=_timeline(told.comparison, index),
    )


def _point(point: Point, anchor: str, index: StoryIndex) -> PointSheet:
    answers = (
        AnswerSheet(
            value=answer.value,
            voices=answer.voices,
            said=tuple(index.evidence(found) for found in answer.evidence),
        )
        for answer in point.answers
    )
    return PointSheet(
        anchor=anchor,
        status=point.status,
        reason=point.reason,
        voices=point.voices,
        doubts=index.doubts(found for answer in point.answers for found in answer.evidence),
        answers=tuple(answers),
    )


def _grid(points: dict[str, PointSheet], outlets: tuple[str, ...], comparison: Comparison) -> tuple[GridRow, ...]:
    """The points that more than one origin carries: a single point is by itself one filled cell."""
    left_out = {(omission.outlet, point) for omission in comparison.omissions for point in omission.points}
    rows = []
    for point, sheet in points.items():
        if sheet.status == "single":
            continue
        given = _given(sheet)
        cells = (_cell(given.get(name, ()), left_out=(name, point) in left_out) for name in outlets)
        rows.append(GridRow(point=sheet, cells=tuple(cells)))
    return tuple(rows)


def _given(point: PointSheet) -> dict[str, list[tuple[str, str]]]:
    """Outlet → the values that it gives, each with the anchor of its evidence."""
    given: dict[str, list[tuple[str, str]]] = {}
    for answer in point.answers:
        for said in answer.said:
            given.setdefault(said.cite.outlet, []).append((answer.value, said.cite.anchor))
    return given


def _cell(found: Sequence[tuple[str, str]], *, left_out: bool) -> Cell:
    return Cell(
        values=tuple(dict.fromkeys(value for value, _ in found)),
        anchor=found[0][1] if found else None,
        left_out=left_out and not found,
    )


def _left_out(points: dict[str, PointSheet], comparison: Comparison) -> tuple[LeftOut, ...]:
    return tuple(
        LeftOut(outlet=omission.outlet, points=tuple(points[point] for point in omission.points if point in points))
        for omission in comparison.omissions
        if omission.points
    )


def _speakers(told: StoryBrief, index: StoryIndex) -> tuple[SpeakerSheet, ...]:
    """Named speakers by how much they say, then unnamed ones together, then abstained ones, then outlets themselves."""
    groups: dict[tuple[SpeakerKind, str | None], list[Said]] = {}
    for statement in told.statements:
        said = index.said(statement)
        groups.setdefault((said.kind, said.who if said.kind == "named" else None), []).append(said)
    ranked = sorted(groups.items(), key=lambda group: (_KINDS.index(group[0][0]), -len(group[1]), group[0][1] or ""))
    return tuple(SpeakerSheet(name=name, kind=kind, said=tuple(said)) for (kind, name), said in ranked)


def _name(actor: Actor, index: StoryIndex) -> NameSheet:
    first = {mention.name: mention for mention in reversed(actor.mentions) if mention.article in index.articles}
    spellings = (
        Spelling(
            words=variant,
            cite=index.cite(first[variant].article, (first[variant].span,)) if variant in first else None,
        )
        for variant in actor.variants
    )
    return NameSheet(
        name=actor.name,
        kind=actor.kind,
        spellings=tuple(spellings),
        mentions=len(actor.mentions),
        articles=len({mention.article for mention in actor.mentions}),
    )


def _timeline(comparison: Comparison, index: StoryIndex) -> tuple[MomentSheet, ...]:
    return tuple(
        MomentSheet(
            when=moment.when,
            cite=index.cite(moment.article, (moment.span,)),
            published=index.articles[moment.article].published,
        )
        for moment in comparison.timeline
    )
