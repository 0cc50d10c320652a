"""A group of units that answer one question → its answers: one, or several that oppose each other.

Units that give different values, or stand on different sides of a contradiction, are different answers. A conflict that is
not sure divides the group as well, but is marked as such.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from headwater.comparisons.clusters import clusters
from headwater.comparisons.conflicts import Conflict, find_conflicts
from headwater.comparisons.material import Material
from headwater.comparisons.opposition import VALUES, Opposition, side_of
from headwater.comparisons.opposition import Side as Given
from headwater.comparisons.slots import Slot
from headwater.stories.profiles import moment
from headwater.text.normalise import fold_words
from headwater.text.numbers import compatible

AGREE = 0.5
"""How likely units must say the same to stand in one answer."""
LEANS = 0.2
"""How much nearer a unit must be to one side of a dispute than to the other to stand on it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Side:
    """Units that give one answer."""

    value: str
    """The value in a unit's own words; empty where the whole proposition is the answer."""
    units: Sequence[int]
    amount: float = 0.0
    """For numbers, the value itself."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Divided:
    """One question of fact with its answers."""

    sides: Sequence[Side]
    conflict: Conflict | None
    """The surest one between the sides; None where there is one answer."""
    grew: bool = False
    """The values grew with the hour of the report."""


def divide(group: Sequence[int], material: Material) -> Iterator[Divided]:
    """Yield the questions that a group holds: each differing value is one, so is a contradiction, so is what is left.

    A unit may answer several: how many died, and how many were hurt.
    """
    left, asked = set(group), set()
    for conflict in sorted(find_conflicts(group, material), key=lambda each: (-each.score, each.a, each.b)):
        question = (conflict.opposition.reason, conflict.opposition.counted)
        valued = conflict.opposition.reason in VALUES and conflict.slot is None
        if question in asked if valued else not {conflict.a, conflict.b} <= left:
            continue
        asked |= {question} if valued else set()
        sides = _sides(sorted(group if valued else left), conflict, material)
        grew = conflict.opposition.grows and _grew(sides, material)
        if conflict.compatible and not grew:
            continue
        if len(sides) > 1:
            yield Divided(sides=sides, conflict=conflict, grew=grew)
            left -= {unit for side in sides for unit in side.units}
    yield from _agreeing(sorted(left), material)


def _sides(units: Sequence[int], conflict: Conflict, material: Material) -> list[Side]:
    if conflict.slot and conflict.slot.reason != "opposed":
        return _by_slot(units, conflict, conflict.slot, material)
    if conflict.opposition.reason in VALUES:
        return _by_value(units, conflict.opposition, material)
    return _by_reading(units, conflict, material)


def _by_value(units: Sequence[int], opposition: Opposition, material: Material) -> list[Side]:
    """Return the units by the value that they give; those that give none are left out."""
    values = {unit: side for unit in units if (side := side_of(material.units[unit], opposition, material.places))}
    keys: defaultdict[str, list[int]] = defaultdict(list)
    for unit, side in values.items():
        keys[side.key].append(unit)
    if opposition.reason != "number":
        return [Side(value=values[listed[0]].words, units=listed) for listed in keys.values()]
    numbers = [(values[listed[0]], listed) for _, listed in sorted(keys.items(), key=lambda pair: float(pair[0]))]
    apart = [Side(value=side.words, units=sorted(units), amount=float(side.key)) for side, units in numbers]
    if opposition.grows and _grew(apart, material):
        return apart
    return [Side(value=side.words, units=sorted(units), amount=float(side.key)) for side, units in _joined(numbers)]


def _joined(numbers: Sequence[tuple[Given, list[int]]]) -> list[tuple[Given, list[int]]]:
    """Put numbers that can both be right into one answer; one that fits several answers (“dozens”) is none of its own."""
    exact = [each for each in numbers if _width(each[0]) == 0.0]
    found = [(side, list(units)) for side, units in exact or numbers]
    for side, units in numbers if exact else ():
        if _width(side) > 0.0:
            fitting = [listed for other, listed in found if _fits(side, other)]
            if len(fitting) == 1:
                fitting[0].extend(units)
            elif not fitting:
                found.append((side, list(units)))
    return found


def _width(side: Given) -> float:
    quantity = side.quantity
    if quantity is None or quantity.low is None or quantity.high is None:
        return float("inf")
    return quantity.high - quantity.low


def _fits(one: Given, other: Given) -> bool:
    return one.quantity is not None and other.quantity is not None and compatible(one.quantity, other.quantity)


def _grew(sides: Sequence[Side], material: Material) -> bool:
    """Say whether every higher value was first reported later than every lower one."""
    times = []
    for side in sorted(sides, key=lambda side: side.amount):
        printed = (unit for number in side.units for unit in material.printed[number])
        known = [at for unit in printed if (at := moment(material.reported.get(unit.article)))]
        times.append(min(known, default=None))
    return len(times) > 1 and all(
        before is not None and after is not None and before < after for before, after in pairwise(times)
    )


def _by_slot(units: Sequence[int], conflict: Conflict, slot: Slot, material: Material) -> list[Side]:
    """Return the units that hold the words of one side of a slot and not those of the other."""
    sides = {slot.one: [conflict.a], slot.other: [conflict.b]}
    one, other = (f" {' '.join(fold_words(words).keys)} " for words in (slot.one, slot.other))
    for unit in units:
        if unit in (conflict.a, conflict.b) or abs(_lean(unit, conflict.a, conflict.b, material)) == 0.0:
            continue
        words = f" {' '.join(fold_words(material.units[unit].words).keys)} "
        if (one in words) != (other in words):
            sides[slot.one if one in words else slot.other].append(unit)
    return [Side(value=words, units=sorted(listed)) for words, listed in sides.items()]


def _by_reading(units: Sequence[int], conflict: Conflict, material: Material) -> list[Side]:
    """Return the units by which of two opposed units they stand with; those that lean to neither are left out."""
    sides: tuple[list[int], list[int]] = ([conflict.a], [conflict.b])
    for unit in units:
        if unit in (conflict.a, conflict.b):
            continue
        lean = _lean(unit, conflict.a, conflict.b, material)
        if abs(lean) >= LEANS:
            sides[lean < 0].append(unit)
    return [Side(value="", units=sorted(side)) for side in sides]


def _lean(unit: int, a: int, b: int, material: Material) -> float:
    """Return how much nearer a unit is to `a` than to `b`: what supports one, and what contradicts the other."""
    near, far = material.related(unit, a), material.related(unit, b)
    to_a = max(near.supports if near else 0.0, far.contradicts if far else 0.0)
    to_b = max(far.supports if far else 0.0, near.contradicts if near else 0.0)
    return to_a - to_b if max(to_a, to_b) >= AGREE else 0.0


def _agreeing(left: Sequence[int], material: Material) -> Iterator[Divided]:
    """Yield the units that say the same together, and each of the others alone."""
    number = {unit: place for place, unit in enumerate(left)}
    alike = [
        (related.supports, number[a], number[b])
        for a, b in combinations(left, 2)
        if (related := material.related(a, b)) is not None
    ]
    for group in clusters([material.units[unit].article for unit in left], alike, meet=AGREE):
        yield Divided(sides=[Side(value="", units=[left[place] for place in group])], conflict=None)
