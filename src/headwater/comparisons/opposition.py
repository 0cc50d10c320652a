"""Two aligned units → whether they give different answers to one question, and why.

Values (numbers, days, places, names) are compared in `values`, words that turn a sentence round in `opposites`. Every rule
abstains where more than one thing could be meant.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from headwater.comparisons.opposites import Poles, pole_in, turned_round
from headwater.comparisons.units import Unit
from headwater.comparisons.values import Compared, Said, compare_values, gather, same_counted, shared
from headwater.comparisons.values_names import name_for
from headwater.model import Quantity, Span, TimeRef
from headwater.text.numbers import MEASURES

NEARLY_ALL = 0.65
"""Share of all terms of content that both sentences must hold for a bare “not” to count."""

VALUES = frozenset({"number", "date", "place", "name"})
"""Reasons that lie in a value; the others lie in what the units say as a whole."""
GROWTH = 0.1
"""Share by which a number must have grown to be news, where both values could still be right."""

Places = Mapping[str, tuple[Span, ...]]
"""An article's id → the spans of the places that it names."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Opposition:
    """Why two units differ."""

    reason: Literal["denial", "number", "date", "place", "name", "opposed"]
    counted: str = ""
    """For `number`: the unit of the numbers that differ. For `name`: the role that they fill."""
    score: float = 1.0
    """How certain it is, 0 to 1."""
    grows: bool = False
    """The number may grow with the hour of the report: the difference may be an update."""
    quantity: Quantity | None = None
    """For `number`: one of the numbers that differ: what answers the question is of its unit, role, measure and kind."""
    titled: bool = False
    """For `name`: the role is a title; else it is the word that the names stand beside."""
    poles: Poles | None = None
    """For `opposed`: the two words, or the names in their two orders, where a bare “not” is not what divides them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Side:
    """The answer that one unit gives to a disputed question."""

    key: str
    """Equal for equal answers: the bare value (“14” for “at least 14” as well), or `affirms` / `denies`."""
    words: str
    """The value in the unit's own words; empty where the whole sentence is the answer."""
    quantity: Quantity | None = None
    """The number itself: two sides whose numbers are compatible are one answer."""


def opposes(a: Unit, b: Unit, places: Places) -> Opposition | None:
    """Say how two aligned units oppose each other; None where they do not, or where it cannot be told."""
    if _elsewhen(a, b):
        return None
    one, other = _said(a, places), _said(b, places)
    return _by_denial(a, b) or _by_value(one, other) or _by_words(a, b, one, other)


def grown(a: Unit, b: Unit, places: Places) -> Opposition | None:
    """Return the number that may have grown from one unit to the other, though both can be right: “at least 14”, then 21."""
    if _elsewhen(a, b):
        return None
    one, other = _said(a, places), _said(b, places)
    for found in compare_values(one, other):
        if found.reason == "number" and found.verdict == "compatible" and found.grows:
            numbers = [
                next(each for each in said.quantities if each.span == span and each.unit == found.unit)
                for said, span in ((one, found.a), (other, found.b))
            ]
            low, high = sorted(map(_bare, numbers))
            if low < high * (1 - GROWTH):
                quantity = _fuller(found, one, other)
                return Opposition(reason="number", counted=found.unit, score=found.score, grows=True, quantity=quantity)
    return None


def side_of(unit: Unit, opposition: Opposition, places: Places) -> Side | None:
    """Return the answer of a unit to the question that an opposition raises; None where it gives none."""
    said = _said(unit, places)
    if opposition.reason == "number":
        return _number_side(said, opposition)
    if opposition.reason == "date":
        days = {(time.first, time.last): time for time in said.times}
        day = next(iter(days.values())) if len(days) == 1 else None
        return Side(key=day.first, words=day.span.of(said.words)) if day else None
    if opposition.reason == "place":
        found = {place.name: place for place in said.places}
        place = next(iter(found.values())) if len(found) == 1 else None
        return Side(key=place.name, words=place.span.of(said.words)) if place else None
    if opposition.reason == "name":
        name = name_for(said.words, said.named, opposition.counted, titled=opposition.titled)
        return Side(key=name.of(said.words).casefold().split()[-1], words=name.of(said.words)) if name else None
    if opposition.poles:
        pole = pole_in(said, opposition.poles)
        return Side(key=pole, words="") if pole else None
    denying = is_denial(unit) if opposition.reason == "denial" else unit.negated
    return Side(key="denies" if denying else "affirms", words="")


def is_denial(unit: Unit) -> bool:
    """Say whether the unit is a statement by which somebody denies something; to condemn an act denies nothing."""
    return unit.statement is not None and unit.statement.stance == "denies"


def _said(unit: Unit, places: Places) -> Said:
    """Read a unit as a sentence with values; the day on which somebody spoke is not one of them."""
    start = unit.span.start
    inside = tuple(
        Span(start=span.start - start, end=span.end - start)
        for span in places.get(unit.article, ())
        if unit.span.contains(span)
    )
    days = tuple(time for time in unit.times if unit.statement is None or _inside(time, unit))
    return replace(_gathered(unit.words, unit.quantities, days, inside, unit.aside), actors=unit.names)


@lru_cache(maxsize=1 << 13)
def _gathered(
    words: str,
    numbers: tuple[Quantity, ...],
    days: tuple[TimeRef, ...],
    places: tuple[Span, ...],
    aside: frozenset[str],
) -> Said:
    return gather(words, numbers=numbers, days=days, places=places, aside=aside)


def _inside(time: TimeRef, unit: Unit) -> bool:
    start = unit.span.start + time.span.start
    return unit.statement is not None and any(run.start <= start < run.end for run in unit.statement.content)


def _by_denial(a: Unit, b: Unit) -> Opposition | None:
    if is_denial(a) == is_denial(b) or (a.statement and b.statement and a.statement.id == b.statement.id):
        return None
    return Opposition(reason="denial", score=0.8)


def _by_value(a: Said, b: Said) -> Opposition | None:
    """Return the surest conflict of values; of equals numbers come first, then days, places and names."""
    conflicts = [one for one in compare_values(a, b) if one.verdict == "conflicting"]
    if not conflicts:
        return None
    found = max(conflicts, key=lambda one: (one.reason == "number" and one.unit in MEASURES, one.score))
    if found.reason != "number":
        titled = found.reason == "name" and found.unit == "role"
        return Opposition(reason=found.reason, counted=found.counted, score=found.score, titled=titled)
    return Opposition(
        reason="number", counted=found.unit, score=found.score, grows=found.grows, quantity=_fuller(found, a, b)
    )


def _fuller(found: Compared, a: Said, b: Said) -> Quantity:
    """Return that number of the two which says more of what is counted."""
    one = next(x for x in a.quantities if x.span == found.a and x.unit == found.unit)
    other = next(y for y in b.quantities if y.span == found.b and y.unit == found.unit)
    return max(one, other, key=lambda quantity: (len(quantity.counted), quantity.measure, quantity.low or 0.0))


def _number_side(said: Said, opposition: Opposition) -> Side | None:
    asked = opposition.quantity
    answers = [
        one
        for one in said.quantities
        if one.unit == opposition.counted
        and (asked is None or (one.role == asked.role and same_counted(one, asked) and _same_state(one, asked)))
    ]
    if len({_bare(one) for one in answers}) != 1:
        return None
    return Side(key=f"{_bare(answers[0]):.12g}", words=answers[0].span.of(said.words), quantity=answers[0])


def _same_state(one: Quantity, other: Quantity) -> bool:
    return not one.measure or not other.measure or one.measure == other.measure


def _bare(quantity: Quantity) -> float:
    """Return the number that the words name, its bound left aside."""
    if quantity.low is None or quantity.high is None:
        return quantity.low or quantity.high or 0.0
    return round((quantity.low + quantity.high) / 2, 6)


def _elsewhen(a: Unit, b: Unit) -> bool:
    """Say whether the units are plainly about different years: 2019's toll is no answer to today's."""
    years = [{time.first[:4] for time in unit.times if time.first[:4] == time.last[:4]} for unit in (a, b)]
    return bool(years[0] and years[1]) and not years[0] & years[1]


def _by_words(a: Unit, b: Unit, one: Said, other: Said) -> Opposition | None:
    poles = turned_round(one, other)
    if poles:
        return Opposition(reason="opposed", poles=poles, score=0.7)
    if a.negated != b.negated and shared(one, other) >= NEARLY_ALL:
        return Opposition(reason="opposed", score=0.7)
    return None


__all__ = [
    "Opposition",
    "Places",
    "Side",
    "grown",
    "is_denial",
    "opposes",
    "side_of",
]
