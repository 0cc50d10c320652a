"""Units of one story with how they relate → points: one question of fact each, with its answers and their voices."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from math import log
from typing import Literal

from headwater.comparisons.conflicts import SURE
from headwater.comparisons.dividing import Divided, Side, divide
from headwater.comparisons.material import Material
from headwater.comparisons.relating import METHOD
from headwater.comparisons.units import Unit, dot
from headwater.model import Answer, Evidence, Link, Point, Status, Verdict, digest
from headwater.stories.profiles import moment

SHOWN = 0.5
"""How likely a judgement must be to be kept as a link."""
LINKS = 60
"""Links of one point that are kept, the surest first."""
RANK: Mapping[Status, int] = {"disputed": 0, "updated": 1, "unsure": 2, "agreed": 3, "single": 4}


def make_points(material: Material, groups: Sequence[Sequence[int]]) -> list[Point]:
    """Return the points that groups of units make: disputed, updated, unsure, agreed, single; heaviest first in each."""
    found = [_point(divided, material) for group in groups for divided in divide(group, material)]
    return sorted(found, key=lambda point: (RANK[point.status], -point.weight, point.id))


def _point(divided: Divided, material: Material) -> Point:
    answers = [_answer(side, material) for side in divided.sides]
    units = [unit for side in divided.sides for unit in side.units]
    evidence = sorted(piece for answer in answers for piece in answer.evidence)
    heard = material.voices(evidence)
    status = _status(divided, heard.count)
    if status == "updated":
        answers.sort(key=lambda answer: (moment(answer.reported), answer.value))
    else:
        answers.sort(key=lambda answer: (-answer.voices, answer.value, answer.evidence))
    return Point(
        id=digest("point", *(f"{piece.article}:{piece.span.start}:{piece.span.end}" for piece in evidence), status),
        status=status,
        voices=heard.count,
        answers=tuple(answers),
        reason=divided.conflict.opposition.reason if divided.conflict else "same" if status == "agreed" else "",
        certainty=round(_certainty(divided, status, units, material), 3),
        weight=round(_weight([material.units[unit] for unit in units]) + log(1 + heard.count), 3),
        doubts=heard.doubts,
        links=tuple(_links(divided, units, material)),
    )


def _status(divided: Divided, voices: int) -> Status:
    if divided.conflict is None:
        return "agreed" if voices > 1 else "single"
    if divided.grew:
        return "updated"
    return "disputed" if divided.conflict.score >= SURE else "unsure"


def _answer(side: Side, material: Material) -> Answer:
    group = [unit for number in side.units for unit in material.printed[number]]
    evidence = sorted({_evidence(unit) for unit in group})
    clearest = _clearest([material.units[number] for number in side.units])
    dated = [(moment(when), when) for unit in group if (when := material.reported.get(unit.article))]
    return Answer(
        value=side.value or clearest.words,
        voices=material.voices(evidence).count,
        evidence=tuple(evidence),
        reported=min(((at, when) for at, when in dated if at), default=(None, None))[1],
    )


def _clearest(units: Sequence[Unit]) -> Unit:
    """Return the unit that most resembles the others; of equals the shortest."""
    return max(
        units,
        key=lambda unit: (
            sum(dot(unit.vector, other.vector) for other in units),
            -len(unit.words),
            unit.article,
            -unit.span.start,
        ),
    )


def _evidence(unit: Unit) -> Evidence:
    return Evidence(
        article=unit.article,
        span=unit.span,
        origin=unit.origin,
        statement=unit.statement.id if unit.statement else None,
    )


def _certainty(divided: Divided, status: Status, units: Sequence[int], material: Material) -> float:
    """Return how sure the judgement is that made the status: the surest of those that could have made it."""
    if divided.conflict:
        return divided.conflict.score
    if status == "single":
        return 1.0
    known = (material.related(a, b) for a, b in combinations(units, 2))
    return max((related.supports for related in known if related), default=1.0)


def _links(divided: Divided, units: Sequence[int], material: Material) -> list[Link]:
    """Return the judgements between units of a point, the surest first, at most `LINKS`."""
    found = []
    conflict = divided.conflict
    for a, b in combinations(units, 2):
        related = material.related(a, b)
        if related is None:
            continue
        ids = (_evidence(material.units[a]).id, _evidence(material.units[b]).id)
        if conflict and {conflict.a, conflict.b} == {a, b}:
            by = related.by if related.judged and related.contradicts >= conflict.score else METHOD
            found.append(_link("contradicts", ids, conflict.score, by, conflict.opposition.reason))
        elif max(related.contradicts, related.supports) >= SHOWN:
            opposed = related.contradicts > related.supports
            score = max(related.contradicts, related.supports)
            found.append(_link("contradicts" if opposed else "supports", ids, score, related.by, ""))
    return sorted(found, key=lambda link: (-link.score, link.a, link.b))[:LINKS]


def _link(kind: Literal["supports", "contradicts"], ids: tuple[str, str], score: float, by: str, reason: str) -> Link:
    verdict: Verdict = "yes" if score >= SURE else "unsure"
    return Link(
        kind=kind, a=ids[0], b=ids[1], verdict=verdict, score=round(score, 3), by=by, directed=False, reason=reason
    )


def _weight(group: Sequence[Unit]) -> float:
    """How telling a point is: names, numbers and times, who says it, and how early it stands."""
    return max(
        len(unit.names)
        + len(unit.quantities)
        + 0.5 * len(unit.times)
        + (unit.statement is not None)
        + 2 / (1 + unit.position)
        for unit in group
    )
