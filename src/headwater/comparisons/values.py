"""Two sentences → the values that both give, each compatible, conflicting or incomparable.

This is the one place that says of two values whether they can both be true: numbers with what they count, days, places
and names. What is counted, of whom, when and where must be the same before two values conflict; where that cannot be
told the values are incomparable, because a false dispute is worse than a missed one.

>>> a = read("At least a dozen people died in the Brennick fire on Monday.", reported="2025-03-06")
>>> b = read("The fire in Brennick killed 15 people, seven of them children.", reported="2025-03-06")
>>> [(one.reason, one.a.of(a.words), one.b.of(b.words), one.verdict) for one in compare_values(a, b)]  # doctest: +NORMALIZE_WHITESPACE
[('number', 'At least a dozen people', '15 people', 'compatible'),
 ('number', 'At least a dozen people', 'seven', 'incomparable'),
 ('place', 'Brennick', 'Brennick', 'compatible')]
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from headwater.comparisons.values_names import names_given
from headwater.comparisons.values_places import placed
from headwater.comparisons.values_said import (
    MANY,
    Said,
    gather,
    likeness,
    nearly_the_same,
    read,
    shared,
    stem,
    stems,
)
from headwater.model import Quantity, Span, TimeRef
from headwater.text.numbers import HIGHER, LOWER, MEASURES, compatible
from headwater.text.numbers_lexicon import GENERAL, SUBSETS, UNITS
from headwater.text.weights import terms

Verdict = Literal["compatible", "conflicting", "incomparable"]
ValueReason = Literal["number", "date", "place", "name"]
MOST = 0.5
"""The same for a differing day, for a span of time and for a change by percent."""
SOME = 0.2
"""The least share where numbers answer one question."""
ALIKE = 0.42
"""Cosine from which a differing sum, share or number of things can count."""
FAR = 3.0
"""Two sums or sizes of which one is more than this times the other are hardly of one thing."""
ALMOST_ALL = 0.7
"""The same for a differing name that carries no title."""
BEYOND = 3
"""Terms of content, the counted noun left aside, that two sentences share if their numbers answer one question."""
MOST_VALUES = 20
"""Of more numbers, days or names in one sentence the first are compared: it is a table, and time stays bounded."""
SHORT = 3
"""A sentence with no more terms of content than this says nothing of what it is about: “The toll rose to 15.”"""
_PERIOD = re.compile(
    r"\b(?:since|so\s+far\s+this|this\s+year|last\s+year|in\s+total\s+since|over\s+the\s+(?:past|last)|in\s+the\s+(?:past|last)|"
    r"a\s+year\s+(?:earlier|ago|before)|previous\w*|record|initial\w*|original\w*|(?:an|the)\s+earlier|formerly|still|annually|every\s+year|on\s+average|an\s+average|each)\b",
    re.IGNORECASE,
)
_RESTRICTIVE = frozenset(
    "foreign local young old elderly female male dead injured wounded armed unarmed senior junior former pregnant disabled "
    "second third remaining unidentified missing critically seriously off-duty plain-clothes retired undocumented domestic "
    "confirmed suspected new first big small large major minor key active".split()
)
_GROWING = frozenset(
    "dead injured casualty missing arrested displaced evacuated infected rescued survived hospitalised abducted freed charged "
    "stranded affected trapped hectare vote case house home building".split()
)
_GROWING_SUMS = frozenset({"damage", "aid", "burned", "destroyed", "damaged", "cancelled", "delayed"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Compared:
    """One value of each sentence, and whether both can be true."""

    reason: ValueReason
    verdict: Verdict
    a: Span
    b: Span
    unit: str = ""
    """For numbers: the unit of both; for names: `role` where a title showed it."""
    counted: str = ""
    """For numbers: who or what is counted, in the fuller words of the two; for names: the role that they fill."""
    grows: bool = False
    """The value may grow with the hour of the report: a difference may be an update."""
    score: float = 1.0
    """How certain the verdict is, 0 to 1."""


def compare_values(a: Said, b: Said) -> tuple[Compared, ...]:
    """Return every pair of values of one sort that the two sentences give, numbers first, then days, places and names.

    A number of one sentence is paired with the number of the other that answers the same question; where two could, it
    is paired with the compatible one, else the pair is incomparable.
    """
    days, places, names = _days(a, b), placed_pairs(a, b), _name_pairs(a, b)
    elsewhere = any(one.verdict != "compatible" for one in places) or _apart(a, b)
    return (*_numbers(a, b, elsewhere=elsewhere), *days, *places, *names)


def verdict(compared: Iterable[Compared], reason: ValueReason | None = None) -> Verdict:
    """Return the verdict over several values: conflicting before compatible before incomparable.

    >>> verdict(compare_values(read("12 people died in the fire."), read("15 people died in the fire.")))
    'conflicting'
    """
    found = {one.verdict for one in compared if reason in {None, one.reason}}
    return next((kind for kind in ("conflicting", "compatible") if kind in found), "incomparable")


def grows(unit: str, measure: str = "") -> bool:
    """Say whether a number of this unit may grow with the hour of the report, so that two values may be an update.

    >>> grows("dead"), grows("hectare"), grows("percent"), grows("usd", "damage")
    (True, True, False, True)
    """
    return unit in _GROWING or measure in _GROWING_SUMS


def _numbers(a: Said, b: Said, *, elsewhere: bool) -> list[Compared]:
    left, right = a.quantities[:MOST_VALUES], b.quantities[:MOST_VALUES]
    pairs = [(i, j) for i, x in enumerate(left) for j, y in enumerate(right) if x.unit == y.unit and x.unit]
    asked = {(i, j) for i, j in pairs if same_question(left[i], right[j], a, b)}
    met = {(i, j) for i, j in asked if compatible(left[i], right[j])}
    rivals = asked
    if (
        shared(a, b) >= MOST
    ):  # of nearly the same sentences, the numbers that found no partner are set against each other
        taken, given = {i for i, _ in met}, {j for _, j in met}
        rivals = {(i, j) for i, j in asked if i not in taken and j not in given}
    by_left, by_right = Counter(i for i, _ in rivals), Counter(j for _, j in rivals)
    found = []
    for i, j in pairs:
        x, y = left[i], right[j]
        told: Verdict = "conflicting"
        if (i, j) in met:
            told = "compatible"
        elif elsewhere or (i, j) not in rivals or by_left[i] > 1 or by_right[j] > 1:
            told = "incomparable"
        found.append(
            Compared(
                reason="number", verdict=told, a=x.span, b=y.span, unit=x.unit, counted=max(x.counted, y.counted, key=len),
                grows=grows(x.unit, x.measure or y.measure), score=_certainty(x, y),
            )
        )  # fmt: skip
    return found


def same_question(x: Quantity, y: Quantity, a: Said, b: Said) -> bool:
    """Say whether two numbers answer one question: one unit, role and measure, of the same people or things."""
    if x.unit != y.unit or x.role != y.role or x.role == "former" or not same_counted(x, y):
        return False
    if x.role == "part" and not (x.counted and x.counted == y.counted):
        return False
    if x.measure != y.measure and (x.unit not in _SIZES or x.unit == "km" or (x.measure and y.measure)):
        return False
    beyond = (a.content & b.content) - stems(" ".join((x.span.of(a.words), y.span.of(b.words)))) - _MEASURE_TERMS
    if x.unit in MEASURES:
        names = {term for name in a.named for term in terms(name.span.of(a.words))} & {
            term for name in b.named for term in terms(name.span.of(b.words))
        }
        return bool(beyond or names) or min(len(a.content), len(b.content)) <= SHORT
    if x.unit in {HIGHER, LOWER} and (x.measure or y.measure):
        return False
    if x.unit in {HIGHER, LOWER} and len(_capitals(a) & _capitals(b)) > 1:
        return True
    if x.unit == "age":
        return bool(x.counted) and x.counted.split(" ")[-1] == y.counted.split(" ")[-1] and shared(a, b) >= SOME
    return _about_the_same(x, y, a, b, len(beyond))


def _about_the_same(x: Quantity, y: Quantity, a: Said, b: Said, beyond: int) -> bool:
    """Say whether two sentences are alike enough for their sums, shares, sizes or numbers of things to be of one thing."""
    if likeness(a, b) < ALIKE or len(a.content & b.content) < 2:
        return False
    if x.unit == "day" or x.role == "change" or _ratio(x, y) > FAR:
        return shared(a, b) >= MOST
    return (beyond >= BEYOND and shared(a, b) >= SOME) or shared(a, b) >= MANY


def _ratio(x: Quantity, y: Quantity) -> float:
    one, other = ((q.low if q.low is not None else q.high) or 0.0 for q in (x, y))
    small, large = sorted((abs(one), abs(other)))
    return large / small if small else 1.0


def _capitals(said: Said) -> set[str]:
    return set(re.findall(r"\b[A-Z]\w{2,}", said.words))


_MEASURE_TERMS = frozenset(one for name, words in MEASURES.items() for one in stems(" ".join((name, *words))))
_SIZES = frozenset(unit.name for unit in UNITS.values()) | frozenset(
    "usd eur gbp jpy rub try inr uah chf cny aud cad nzd hkd krw sek pln mxn zar ngn ils irr sar aed azn crown".split()
)


def same_counted(x: Quantity, y: Quantity) -> bool:
    """Say whether the same are counted: “people” may be “miners”, but not “children”, nor “Orvians”."""
    one, other = x.counted.split(" "), y.counted.split(" ")
    heads = one[-1], other[-1]
    if (x.unit in _SIZES or x.unit in {"percent", "day"}) and not all(heads):
        return True
    if _restricted(one) != _restricted(other):
        return False
    if heads[0] == heads[1]:
        return True
    general = [head in GENERAL or not head for head in heads]
    if all(general):
        return True
    if not any(general):
        return False
    named = heads[1] if general[0] else heads[0]
    return named not in SUBSETS and named == named.lower()


def _restricted(counted: Sequence[str]) -> frozenset[str]:
    return frozenset(word for word in counted[:-1] if word[:1].isupper() or word in _RESTRICTIVE)


def _certainty(x: Quantity, y: Quantity) -> float:
    certain = 0.9 if x.unit in MEASURES or x.unit in {HIGHER, LOWER, "magnitude", "age"} else 0.8
    if x.counted != y.counted:
        certain -= 0.1
    return certain if x.role == "whole" else certain - 0.2


def _days(a: Said, b: Said) -> list[Compared]:
    """Pair the times of two sentences: those that meet are compatible; single ones that do not may conflict."""
    found = [
        Compared(reason="date", verdict="compatible", a=x.span, b=y.span)
        for x in a.times[:MOST_VALUES]
        for y in b.times[:MOST_VALUES]
        if x.first <= y.last and y.first <= x.last
    ]
    if found or not a.times or not b.times:
        return found
    x, y = a.times[0], b.times[0]
    single = len({(one.first, one.last) for one in a.times}) == len({(one.first, one.last) for one in b.times}) == 1
    same_words = x.span.of(a.words).casefold() == y.span.of(b.words).casefold()
    told = single and not same_words and _crisp(x, y) and nearly_the_same(a, b) and shared(a, b) >= MOST
    return [Compared(reason="date", verdict="conflicting" if told else "incomparable", a=x.span, b=y.span, score=0.8)]


def _crisp(x: TimeRef, y: TimeRef) -> bool:
    """Say whether two times that do not meet are sharp enough to conflict: days, months or years, not “last week”."""
    grains = {_grain(x), _grain(y)}
    return grains <= {"day", "month"} or grains == {"year"}


def _grain(time: TimeRef) -> str:
    days = (date.fromisoformat(time.last) - date.fromisoformat(time.first)).days + 1
    return "day" if days == 1 else "month" if 28 <= days <= 31 else "year" if days in {365, 366} else ""


def _apart(a: Said, b: Said) -> bool:
    """Say whether the sentences are plainly about different years, days or spans of time."""
    if a.times and b.times and not any(x.first <= y.last and y.first <= x.last for x in a.times for y in b.times):
        return True
    if bool(_years(a)) != bool(_years(b)) and not (a.times and b.times):
        return True
    return bool(_PERIOD.search(a.words)) != bool(_PERIOD.search(b.words))


def _years(said: Said) -> list[TimeRef]:
    """Return the times that are whole years: “in 2019”."""
    return [time for time in said.times if time.first[4:] == "-01-01" and time.last[4:] == "-12-31"]


def placed_pairs(a: Said, b: Said) -> list[Compared]:
    """Pair the places where two sentences put what they tell: one inside the other is compatible."""
    if not a.places or not b.places:
        return []
    told, one, other = placed(a.places[:MOST_VALUES], b.places[:MOST_VALUES], a.words, b.words)
    if told == "conflicting" and not (nearly_the_same(a, b) and not _apart(a, b)):
        told = "incomparable"
    return [Compared(reason="place", verdict=told, a=one.span, b=other.span, score=0.75)]


def _strictly(a: Said, b: Said) -> bool:
    return shared(a, b) >= ALMOST_ALL and len(a.content & b.content) > 1 and not _apart(a, b)


def _name_pairs(a: Said, b: Said) -> list[Compared]:
    same = bool(a.actors) and a.actors == b.actors
    found = []
    for one in names_given(a.words, a.named[:MOST_VALUES], b.words, b.named[:MOST_VALUES], same=same):
        counts = one.verdict != "conflicting" or _strictly(a, b) or (one.titled and nearly_the_same(a, b))
        found.append(
            Compared(
                reason="name", verdict=one.verdict if counts else "incomparable", a=one.a, b=one.b, unit="role" if one.titled else "",
                counted=one.role, score=0.8 if one.titled else 0.65,
            )
        )  # fmt: skip
    return found


__all__ = [
    "Compared", "Said", "ValueReason", "Verdict", "compare_values", "gather", "grows", "likeness", "nearly_the_same", "placed_pairs",
    "read", "same_counted", "same_question", "shared", "stem", "verdict",
]  # fmt: skip
