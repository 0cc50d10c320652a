"""Units and aligned pairs → points: one question of fact each, with its answers and their voices."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from headwater.comparisons.alignment import Aligned
from headwater.comparisons.opposition import (
    Opposition,
    Places,
    Side,
    counts_something_else,
    is_denial,
    opposes,
    same_measure,
    side_of,
)
from headwater.comparisons.units import Unit, dot
from headwater.model import Answer, Evidence, Point, Status, Voices, digest
from headwater.text.numbers import MEASURES

MEET = 0.34
"""How alike two sentences of one story must be to answer one question; set by reading points, not learned."""
LOOSER = 0.5
"""A denial, or a toll of the same sort, joins at this share of it: it differs in words by nature."""
AVERAGE = 0.65
"""Share of the needed likeness that the average pair between two joined groups must reach."""

CountVoices = Callable[[Sequence[Evidence]], Voices]


def make_points(units: Sequence[Unit], pairs: Sequence[Aligned], *, places: Places, voices: CountVoices) -> list[Point]:
    """Return the points that the units make: disputed first, then agreed by voices, then single by weight."""
    found: list[tuple[float, Point]] = []
    for members in _clusters(units, pairs):
        group = [units[member] for member in members]
        for point_units, opposition in _split(group, places):
            found.append((_weight(point_units), _point(point_units, opposition, places, voices)))
    rank: dict[Status, int] = {"disputed": 0, "agreed": 1, "single": 2}
    found.sort(key=lambda pair: (rank[pair[1].status], -pair[1].voices, -pair[0], pair[1].id))
    return [point for _, point in found]


def _clusters(units: Sequence[Unit], pairs: Sequence[Aligned]) -> list[list[int]]:
    """Join pairs, best first, where the average over the pairs between the two clusters still passes (average link)."""
    pairs = [pair for pair in pairs if not counts_something_else(units[pair.a], units[pair.b])]
    scores = {(pair.a, pair.b): pair.alike for pair in pairs}
    cluster = list(range(len(units)))
    members = {number: [number] for number in cluster}
    for pair in sorted(pairs, key=lambda pair: (-pair.alike, pair.a, pair.b)):
        measured = same_measure(units[pair.a], units[pair.b])
        loosely = measured or is_denial(units[pair.a]) != is_denial(units[pair.b])
        needed = MEET * (LOOSER if loosely else 1.0)
        one, other = cluster[pair.a], cluster[pair.b]
        if pair.alike < needed or one == other:
            continue
        between = [
            scores.get((min(x, y), max(x, y)), 0.0)
            for x in members[one]
            for y in members[other]
            if units[x].article != units[y].article and (not measured or same_measure(units[x], units[y]))
        ]
        if sum(between) / len(between) >= needed * AVERAGE:
            members[one] += members.pop(other)
            for member in members[one]:
                cluster[member] = one
    return [sorted(found) for _, found in sorted(members.items())]


def _split(group: Sequence[Unit], places: Places) -> Iterable[tuple[list[Unit], Opposition | None]]:
    """Yield the units that bear on one question with what divides them; units without the dividing value stay apart."""
    opposition = _sharpest(group, places)
    if opposition is None:
        yield list(group), None
        return
    bearing = [unit for unit in group if side_of(unit, opposition, places)]
    yield bearing, opposition
    rest = [unit for unit in group if not side_of(unit, opposition, places)]
    if rest:
        yield rest, None


def _sharpest(group: Sequence[Unit], places: Places) -> Opposition | None:
    """Return the opposition of units of different voices that says most: a toll first, then the most alike pair's."""
    best: tuple[bool, float] | None = None
    sharpest = None
    for number, a in enumerate(group):
        for b in group[number + 1 :]:
            if a.origin == b.origin and not _two_speakers(a, b):
                continue
            opposition = opposes(a, b, places)
            rank = (opposition is not None and opposition.counted in MEASURES, dot(a.vector, b.vector))
            if opposition and (best is None or rank > best):
                best, sharpest = rank, opposition
    return sharpest


def _two_speakers(a: Unit, b: Unit) -> bool:
    speakers = {unit.statement.speaker for unit in (a, b) if unit.statement}
    return len(speakers) == 2 and None not in speakers


def _point(group: Sequence[Unit], opposition: Opposition | None, places: Places, voices: CountVoices) -> Point:
    sides: defaultdict[str, list[tuple[Unit, Side | None]]] = defaultdict(list)
    for unit in group:
        side = side_of(unit, opposition, places) if opposition else None
        sides[side.key if side else ""].append((unit, side))
    answers = sorted(
        (_answer(given, voices) for given in sides.values()),
        key=lambda answer: (-answer.voices, answer.value, answer.evidence),
    )
    evidence = sorted(piece for answer in answers for piece in answer.evidence)
    heard = voices(evidence)
    status: Status = "disputed" if len(answers) > 1 else "agreed" if heard.count > 1 else "single"
    reason = opposition.reason if opposition and status == "disputed" else "same" if status == "agreed" else ""
    return Point(
        id=digest("point", *(f"{piece.article}:{piece.span.start}:{piece.span.end}" for piece in evidence)),
        status=status,
        voices=heard.count,
        answers=tuple(answers),
        reason=reason,
        doubts=heard.doubts,
    )


def _answer(given: Sequence[tuple[Unit, Side | None]], voices: CountVoices) -> Answer:
    group = [unit for unit, _ in given]
    clearest, side = max(
        given, key=lambda pair: (_agreement(pair[0], group), -len(pair[0].words), pair[0].article, -pair[0].span.start)
    )
    evidence = sorted(
        Evidence(
            article=unit.article,
            span=unit.span,
            origin=unit.origin,
            statement=unit.statement.id if unit.statement else None,
        )
        for unit in group
    )
    return Answer(
        value=(side and side.words) or clearest.words,
        voices=voices(evidence).count,
        evidence=tuple(evidence),
    )


def _agreement(unit: Unit, group: Sequence[Unit]) -> float:
    return sum(dot(unit.vector, other.vector) for other in group)


def _weight(group: Sequence[Unit]) -> float:
    """How telling a point is: names, numbers and times, and how early it stands."""
    return max(
        len(unit.names)
        + len(unit.quantities)
        + 0.5 * len(unit.times)
        + (unit.statement is not None)
        + 2 / (1 + unit.position)
        for unit in group
    )
