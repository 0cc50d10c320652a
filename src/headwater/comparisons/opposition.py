"""Two aligned units → whether they give different answers to one question, and why.

Every rule abstains where more than one value could be meant: a sentence with two tolls in it opposes nothing by number.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from headwater.comparisons.units import Unit, dot
from headwater.model import Quantity, Span, TimeRef
from headwater.text.numbers import MEASURES, compatible
from headwater.text.weights import terms

CLOSE = 0.36
"""Cosine from which two sentences are near enough in words for a differing number, day or place to count."""
NEARLY_ALL = 0.65
"""Share of all terms of content that both sentences must hold for a bare “not” to count."""
MANY = 0.25
"""The same for a bare day or place."""
BEYOND = 3
"""Terms of content, the counted noun left aside, that two sentences share if their numbers answer one question."""
LOCATED = re.compile(
    r"\b(?:in|at|near|outside|off|from|around)\s+(?:the\s+)?(?:(?:north|south|east|west)\w*\s+)*"
    r"(?:(?:suburb|town|city|village|district|port|province|region|county|quarter)\s+of\s+)?$",
    re.IGNORECASE,
)


Places = Mapping[str, tuple[Span, ...]]
"""An article's id → the spans of the places that it names."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Opposition:
    """Why two units differ."""

    reason: Literal["denial", "number", "date", "place", "opposed"]
    counted: str = ""
    """For `number`: the unit of the numbers that differ."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Side:
    """The answer that one unit gives to a disputed question."""

    key: str
    """Equal for equal answers: the bare value (“14” for “at least 14” as well), or `affirms` / `denies`."""
    words: str
    """The value in the unit's own words; empty where the whole sentence is the answer."""


def opposes(a: Unit, b: Unit, places: Places) -> Opposition | None:
    """Say how two aligned units oppose each other; None where they do not, or where it cannot be told."""
    if _elsewhen(a, b):
        return None
    return _by_denial(a, b) or _by_number(a, b) or _by_date(a, b) or _by_place(a, b, places) or _by_negation(a, b)


def side_of(unit: Unit, opposition: Opposition, places: Places) -> Side | None:
    """Return the answer of a unit to the question that an opposition raises; None where it gives none."""
    if opposition.reason == "number":
        counted = next((q for q in unit.quantities if q.unit == opposition.counted and _alone(q, unit)), None)
        return Side(key=f"{_bare(counted):g}", words=counted.span.of(unit.words)) if counted else None
    if opposition.reason == "date":
        day = _event_day(unit)
        return Side(key=day.first, words=day.span.of(unit.words)) if day else None
    if opposition.reason == "place":
        place = _located(unit, places)
        return Side(key=place.casefold(), words=place) if place else None
    denying = is_denial(unit) if opposition.reason == "denial" else unit.negated
    return Side(key="denies" if denying else "affirms", words="")


def _bare(quantity: Quantity) -> float:
    """Return the number that the words name, its bound left aside."""
    if quantity.low is None or quantity.high is None:
        return quantity.low or quantity.high or 0.0
    return round((quantity.low + quantity.high) / 2, 6)


def same_measure(a: Unit, b: Unit) -> bool:
    """Say whether both give one toll (dead, injured, missing …) of the same sort, for no other time."""
    return _measured(a, b) is not None and not _elsewhen(a, b)


def counts_something_else(a: Unit, b: Unit) -> bool:
    """Say whether the only numbers that could be compared differ, and the words around them do too: two questions."""
    pairs = [pair for pair in _comparable(a, b) if pair[0].unit and pair[0].unit not in MEASURES]
    return bool(pairs) and not any(compatible(*pair) or _about_the_same(a, b, pair) for pair in pairs)


def is_denial(unit: Unit) -> bool:
    """Say whether the unit is a statement by which somebody denies something; to condemn an act denies nothing."""
    return unit.statement is not None and unit.statement.stance == "denies"


def _by_denial(a: Unit, b: Unit) -> Opposition | None:
    if is_denial(a) == is_denial(b) or (a.statement and b.statement and a.statement.id == b.statement.id):
        return None
    return Opposition(reason="denial")


def _by_number(a: Unit, b: Unit) -> Opposition | None:
    measured = _measured(a, b)
    if measured is None and dot(a.vector, b.vector) >= CLOSE:
        measured = next((pair for pair in _comparable(a, b) if pair[0].unit and _about_the_same(a, b, pair)), None)
    if measured is None or compatible(*measured):
        return None
    return Opposition(reason="number", counted=measured[0].unit)


def _about_the_same(a: Unit, b: Unit, pair: tuple[Quantity, Quantity]) -> bool:
    """Say whether the sentences share content beyond what is counted: passengers on board are not passengers saved."""
    counted = terms(" ".join((pair[0].span.of(a.words), pair[1].span.of(b.words))))
    return len((frozenset(a.vector) - a.aside) & (frozenset(b.vector) - b.aside) - counted.keys()) >= BEYOND


def _measured(a: Unit, b: Unit) -> tuple[Quantity, Quantity] | None:
    return next((pair for pair in _comparable(a, b) if pair[0].unit in MEASURES), None)


def _comparable(a: Unit, b: Unit) -> list[tuple[Quantity, Quantity]]:
    """Return the pairs of quantities with one unit, where neither sentence has a second quantity of that unit."""
    return [(x, y) for x in a.quantities for y in b.quantities if x.unit == y.unit and _alone(x, a) and _alone(y, b)]


def _alone(quantity: Quantity, unit: Unit) -> bool:
    return sum(other.unit == quantity.unit for other in unit.quantities) == 1


def _by_date(a: Unit, b: Unit) -> Opposition | None:
    one, other = _event_day(a), _event_day(b)
    if one is None or other is None or one.first == other.first or not _nearly_the_same(a, b):
        return None
    if one.span.of(a.words).casefold() == other.span.of(b.words).casefold():
        return None  # one word, resolved against two days of report: one of these days is wrong
    return Opposition(reason="date")


def _event_day(unit: Unit) -> TimeRef | None:
    """Return the only single day that a unit names for its event; the day on which somebody spoke is not one."""
    said = unit.statement
    days = [time for time in unit.times if time.first == time.last and (said is None or _inside(time, unit))]
    return days[0] if len({day.first for day in days}) == 1 else None


def _inside(time: TimeRef, unit: Unit) -> bool:
    start = unit.span.start + time.span.start
    return unit.statement is not None and any(run.start <= start < run.end for run in unit.statement.content)


def _elsewhen(a: Unit, b: Unit) -> bool:
    """Say whether the units are plainly about different years: 2019's toll is no answer to today's."""
    years = [{time.first[:4] for time in unit.times if time.first[:4] == time.last[:4]} for unit in (a, b)]
    return bool(years[0] and years[1]) and not years[0] & years[1]


def _by_place(a: Unit, b: Unit, places: Places) -> Opposition | None:
    if not _nearly_the_same(a, b):
        return None
    one, other = _located(a, places), _located(b, places)
    if one is None or other is None or one.casefold() in b.words.casefold() or other.casefold() in a.words.casefold():
        return None
    return Opposition(reason="place")


def _located(unit: Unit, places: Places) -> str | None:
    """Return the one place that the unit puts its event at; None for no or several places."""
    inside = [span for span in places.get(unit.article, ()) if unit.span.contains(span)]
    found = {
        unit.words[span.start - unit.span.start : span.end - unit.span.start]
        for span in inside
        if LOCATED.search(unit.words[: span.start - unit.span.start])
    }
    return found.pop() if len(found) == 1 else None


def _nearly_the_same(a: Unit, b: Unit) -> bool:
    return dot(a.vector, b.vector) >= CLOSE and _shared(a, b) >= MANY


def _by_negation(a: Unit, b: Unit) -> Opposition | None:
    return Opposition(reason="opposed") if a.negated != b.negated and _shared(a, b) >= NEARLY_ALL else None


def _shared(a: Unit, b: Unit) -> float:
    """Return the share of the terms of content of both that each of them holds (Jaccard)."""
    one, other = frozenset(a.vector) - a.aside, frozenset(b.vector) - b.aside
    return len(one & other) / len(one | other) if one | other else 0.0
