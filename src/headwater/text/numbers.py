"""Text → quantities: the interval that a number means, its unit, and what it counts.

>>> text = "At least a dozen miners died and about $1.2 billion was lost, 4.5 percent of the total."
>>> for q in quantities(text):
...     print(q.span.of(text), q.low, q.high, q.unit)
At least a dozen miners 12.0 None dead
about $1.2 billion 1140000000.0 1260000000.0 usd
4.5 percent 4.5 4.5 percent

How a number is written is read in `numbers_grammar`, what it counts in `numbers_counted`, the words of both are in
`numbers_lexicon`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from headwater.model import Quantity, Span
from headwater.text.numbers_counted import counted_by
from headwater.text.numbers_grammar import Numeral, numerals
from headwater.text.numbers_lexicon import LABELS, MEASURES, PEOPLE, STATES
from headwater.text.numbers_sizes import Counted

__all__ = ["MEASURES", "compatible", "quantities"]

HIGHER, LOWER = "higher score", "lower score"
"""Units of a result: 54-46 and 46-54 are one result, told from two sides."""
LARGEST = 1e18
_CLOCK = re.compile(r"\s*(?:a\.?m\.?|p\.?m\.?|o['’]clock|gmt|utc|cet|est|hrs|st|nd|rd|th)\b", re.IGNORECASE)
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
_MONTH_NEAR = re.compile(rf"\b(?:{_MONTHS})\.?\s*$", re.IGNORECASE)
_MONTH_AFTER = re.compile(rf"\s+(?:of\s+)?(?:{_MONTHS})\b(?!\s+(?:have|be|also|not)\b)", re.IGNORECASE)
_NAMED = re.compile(r"(?:^|(?<=[^\W_]\s)|(?<=[,;(]\s)|(?<=[“\"‘]))([A-Z][\w’'.-]*)\s$")
_LABEL = re.compile(r"\b([a-z]+\.?)\s(?:no\.\s)?$", re.IGNORECASE)
_RESULT = re.compile(
    r"\b(?:won|wins?|winning|beat|beats|beaten|beating|defeat(?:ed|s)?|lost|loss|lose|drew|draw|tied?|victory|scored?|score|voted?|votes?|"
    r"passed|approved|rejected|adopted|lead|led|result|margin|majority|verdict|ruled|backed|game|match|thrashed|edged)\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(r"\s+(?:votes?\s+)?to\s+(?:about\s+)?$|\s+votes?\s+against\s+$", re.IGNORECASE)
_NOUN_NEXT = re.compile(
    r"\s+(?!(?:against|for|in|on|to|after|at|with|over|and|when|that|late|last|victory|win|loss|defeat)\b)[a-z]{3}"
)
_CONVERTED = frozenset({"km", "kg", "litre", "hectare", "celsius", "km/h", "mw"})
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday".split())
_AIRLINER = re.compile(r"[\s-](?:aircraft|jets?|planes?|airliners?|max|passenger)\b", re.IGNORECASE)
_MIXED = re.compile(r"\s\d/\d")
"""“9 1/2”: neither the nine nor the half is the number."""
_DEGREES = re.compile(r"\s?(?:°|degrees?\b|celsius|c\b)", re.IGNORECASE)
_INTERIM = re.compile(
    r"\b(?:lead|led|leads|leading|ahead|behind|deficit|trail\w*|half-?time|quarter|innings?|fell\s+to|improve\w*|record|ti(?:e|ed|ing)|"
    r"reduc\w*|series|up|down)\b",
    re.IGNORECASE,
)
"""Words beside a score that is not how it ended."""
_NOBODY = re.compile(
    r"\b(?:no\s?one|nobody|none)\s+(?:was|were|is|has\s+been|have\s+been|had\s+been)\s+(?:\w+ly\s+)?(?P<verb>killed|hurt|injured|wounded|arrested|missing)\b"
    r"|\b(?:no|without(?:\s+any)?)\s+(?:\w+\s+){0,2}?(?P<noun>casualties|injuries|deaths|fatalities|arrests)\b"
    r"|\bno\s(?:people|passengers|residents)\s(?:was|were)\s(?P<third>killed|hurt|injured|arrested)\b",
    re.IGNORECASE,
)


def quantities(text: str) -> list[Quantity]:
    """Return the numbers of a text with bounds and unit, in order.

    `low` and `high` are inclusive; None is open. “About” widens by 5 % (10 % below a thousand, 20 % below a hundred).
    Physical sizes are converted (km, kg, litre, hectare, celsius, km/h, mw; spans of time to days); sums keep their
    currency. Years, dates, clock times, ordinals and the numbers of flights, roads, rooms and the like are none.
    """
    found = sorted([*_counts(text), *_nobody(text)], key=lambda quantity: (quantity.span, quantity.unit))
    return _seen_together(found)


def compatible(a: Quantity, b: Quantity) -> bool:
    """Say whether one number could satisfy both: their intervals meet, or miss by no more than the coarser one's rounding.

    >>> a, b, c = quantities("at least a dozen dead; 15 dead; 12 dead")
    >>> compatible(a, b), compatible(b, c)
    (True, False)
    >>> compatible(*quantities("$1.2 billion; $1.19 billion"))
    True
    """
    low = max(a.low if a.low is not None else float("-inf"), b.low if b.low is not None else float("-inf"))
    high = min(a.high if a.high is not None else float("inf"), b.high if b.high is not None else float("inf"))
    return low - high <= max(a.slack, b.slack) * (1 + 1e-9)


def _counts(text: str) -> Iterator[Quantity]:
    found = numerals(text)
    skipped = -1
    for number, one in enumerate(found):
        if number == skipped:
            continue
        after = found[number + 1] if number + 1 < len(found) else None
        result = _result(text, one, after)
        if result is not None:
            skipped = number + 1 if after and result[0].span.end >= after.end else -1
            yield from result
            continue
        if _is_none(text, one):
            continue
        before = found[number - 1] if number else None
        counted = counted_by(text, one, before, after)
        if _counts_nothing(text, one, counted):
            continue
        yield _quantity(one, counted)


def _seen_together(found: list[Quantity]) -> list[Quantity]:
    """Read what a number takes over from those before it in the text.

    “12 killed, 30 others injured” are all the injured; “140 houses destroyed and 900 damaged” are houses; “from 10 to
    12 percent” are both percent.
    """
    read: list[Quantity] = []
    earlier: set[str] = set()
    for found_one in found:
        one = found_one
        last = read[-1] if read else None
        if one.role == "more" and one.unit in MEASURES:
            one = replace(one, role="whole") if earlier and one.unit not in earlier else one
        elif one.role == "part" and one.unit in {"", "person"} and last and last.unit in MEASURES:
            one = replace(one, unit=last.unit, measure=last.measure)
        elif one.unit in STATES and last and last.measure in STATES and last.unit == last.counted.split(" ")[-1]:
            one = replace(one, unit=last.unit, counted=last.counted, measure=one.unit)
        elif one.unit in STATES:
            one = replace(one, unit="")
        if last and last.role == "former" and not last.counted and last.unit != one.unit and one.role == "whole":
            read[-1] = replace(last, unit=one.unit, measure=one.measure)
        if one.unit in MEASURES:
            earlier.add(one.unit)
        read.append(one)
    return read


def _quantity(one: Numeral, counted: Counted) -> Quantity:
    size = counted.size
    low, high = (None if end is None else round(_converted(end, one, counted), 9) for end in (one.low, one.high))
    if low is not None and high is not None and low > high:
        low, high = high, low
    if counted.unit == "day" and one.over:
        low = high = round(one.value * size, 9)  # “over three years” is how long it lasts
    slack = one.slack * size
    if size != 1.0 or counted.unit in _CONVERTED:
        coarse = 0.0 if one.decimal else min(0.5, 0.1 * one.value)
        slack = max(slack, coarse * size, 0.02 * abs(_converted(one.value, one, counted)))
    if counted.unit == "day":
        slack = 0.03 * one.value * size
    elif counted.unit in {"percent", "percentage point"}:
        slack = max(slack, 0.0 if "." in one.digits else 0.5)
    elif counted.unit in {"age", "category"}:
        slack = 0.0
    span = Span(start=one.start, end=max(one.end, counted.end))
    return Quantity(
        span=span, low=low, high=high, unit=counted.unit, counted=counted.counted, measure=counted.measure,
        role=counted.role, slack=slack,
    )  # fmt: skip


def _converted(value: float, one: Numeral, counted: Counted) -> float:
    return ((-value if one.minus else value) + counted.offset) * counted.size


def _result(text: str, one: Numeral, after: Numeral | None) -> list[Quantity] | None:
    """Return the two sides of a score or vote: “54-46”, “54 votes to 46”; None where it is none."""
    clause = text[max(0, one.start - 60) : one.start] + " " + text[one.end : one.end + 40]
    if one.second is not None and one.digits and not one.percent and not one.currency:
        first = one.low
        told = _RESULT.search(clause)
        if (
            first is None
            or max(first, one.second) >= 1000
            or re.search(r"[-–]0\d", text[one.start : one.end])
            or (not told and one.second >= first)
        ):
            return None
        if not told and not re.match(r"\s*(?:$|[.,;)]|in\b|on\b|vote|win|victory|after)", text[one.end : one.end + 10]):
            return None
        return _sides(Span(start=one.start, end=one.end), first, one.second, clause)
    votes = after and re.search(r"\bvotes?\b", text[one.end : after.start], re.IGNORECASE)
    if after and _AGAINST.fullmatch(text, one.end, after.start) and (votes or _RESULT.search(clause)):
        plain = not (one.percent or one.currency or after.percent or after.currency)
        if plain and (votes or not _NOUN_NEXT.match(text, after.end)):
            return _sides(Span(start=one.start, end=after.end), one.value, after.value, clause)
    return None


def _sides(span: Span, first: float, second: float, clause: str) -> list[Quantity]:
    high, low = max(first, second), min(first, second)
    measure = "interim" if _INTERIM.search(clause) else ""
    return [
        Quantity(span=span, low=high, high=high, unit=HIGHER, measure=measure),
        Quantity(span=span, low=low, high=low, unit=LOWER, measure=measure),
    ]


def _is_none(text: str, one: Numeral) -> bool:
    """Say whether the number is a year, date, clock time, label or beyond all sense."""
    left = text[max(0, one.number - 24) : one.number]
    label = _LABEL.search(left)
    if one.value > LARGEST or _MIXED.match(text, one.end):
        return True
    if one.currency or one.percent:
        return False
    if one.minus and not _DEGREES.match(text, one.end):
        return True
    if (label and label[1].lower() in LABELS) or _is_span_of_years(text, one):
        return True
    return bool(one.digits) and (_is_day_or_hour(text, one, left) or _is_year(text, one) or _is_named(text, one, left))


def _is_day_or_hour(text: str, one: Numeral, left: str) -> bool:
    if _CLOCK.match(text, one.end) or (re.fullmatch(r"7[0-8]7|3[1-8]0", one.digits) and _AIRLINER.match(text, one.end)):
        return True
    if not one.digits.isdigit():
        return False
    if one.value <= 31 and (_MONTH_AFTER.match(text, one.end) or _MONTH_NEAR.search(left)):
        return True
    return len(one.digits) > 1 and one.digits.startswith("0")


def _is_year(text: str, one: Numeral) -> bool:
    years = one.digits.isdigit() and len(one.digits) == 4 and 1500 <= int(one.digits) <= 2100
    following = re.match(r"\s+(?:\w+\s+)?(\w+)", text[one.end : one.end + 40])
    return years and not (following and following[1].lower() in PEOPLE)


def _is_span_of_years(text: str, one: Numeral) -> bool:
    low, high = one.low or 0.0, one.high or 0.0
    whole = one.ranged and low.is_integer() and high.is_integer() and 1500 <= low < high <= 2100
    return whole and not _NOUN_NEXT.match(text, one.end)


def _is_named(text: str, one: Numeral, left: str) -> bool:
    """Say whether a capitalised word before makes the number a name: “Boeing 737”, “Area 51”."""
    named = _NAMED.search(left)
    if (
        not named
        or one.start != one.number
        or named[1].lower() in {"the", "magnitude", "category", "about", "only", "just"}
    ):
        return False
    inside = text[max(0, one.number - 60) : one.number].rstrip()[: -len(named[1])].rstrip()
    if not inside or inside[-1] in '.!?:”"\n' or named[1].lower() in _DAYS:
        return False
    told = r"people|persons?|men|women|children|dead|died|were|killed|injured|km|per|percent"
    if re.search(r"\b(?:in|on|at|near|of|from)$", inside):
        told += r"|(?:\w+\s)?\w{2,}s"
    return not re.match(rf"[\s-](?:{told})\b", text[one.end : one.end + 40])


def _counts_nothing(text: str, one: Numeral, counted: Counted) -> bool:
    if counted.unit == "-":
        return True
    words = text[one.number : one.end].lower().strip()
    if words == "one":
        telling = (
            counted.measure or counted.counted.split(" ")[-1] in PEOPLE or counted.unit in {"day", "km", "usd", "eur"}
        )
        return not telling or bool(
            re.match(r"\s+of\s+(?:the|its|his|her|their|our|my)\s+(?!\d)", text[one.end : one.end + 20])
        )
    if words == "zero" and counted.unit not in {"celsius", "percent"} and not counted.measure:
        return True
    return not counted.unit and (words in {"a hundred", "a thousand", "a million"} or one.second is not None)


def _nobody(text: str) -> Iterator[Quantity]:
    for match in _NOBODY.finditer(text):
        told = (match["verb"] or match["noun"] or match["third"]).lower()
        measure = next(name for name, words in MEASURES.items() if told in words)
        yield Quantity(
            span=Span(start=match.start(), end=match.end()),
            low=0.0,
            high=0.0,
            unit=measure,
            counted="person",
            measure=measure,
        )
