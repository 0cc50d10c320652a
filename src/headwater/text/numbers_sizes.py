"""Numeral → the sum, share, age, strength, length, weight, speed or span of time that it gives; None for a count of things.

>>> from headwater.text.numbers_grammar import numerals
>>> text = "It lies 10 miles north of Dorn."
>>> sized(text, numerals(text)[0], "It lies ", "whole")
Counted(unit='km', end=16, counted='', measure='distance', role='whole', size=1.609344, offset=0.0)
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from headwater.model.mention import QuantityRole
from headwater.text.numbers_grammar import Numeral
from headwater.text.numbers_lexicon import CHANGED, CURRENCIES, EXTENTS, MEASURE_OF, OTHER_DOLLARS, STATE_OF, UNITS
from headwater.text.numbers_nouns import _DETERMINERS, _OF, _PLURALS, following, noun_at, singular

_CHANGE = re.compile(rf"\b{CHANGED}(?:\s+\w+ly)?(?:\s+by)?\s*(?:a\s+)?$", re.IGNORECASE)
_CHANGE_AFTER = re.compile(
    r"\s+(?:\w+\s+)?(?:rise|increase|fall|drop|decline|decrease|cut|growth|jump|gain|surge|reduction|hike|raise)\b",
    re.IGNORECASE,
)
_EXTENT_WORDS = "|".join(sorted({word for words in EXTENTS.values() for word in words}))
_EXTENT_AFTER = re.compile(rf"[\s-]+(?:to\s+the\s+)?({_EXTENT_WORDS})\b", re.IGNORECASE)
_EXTENT_BEFORE = re.compile(rf"\b({_EXTENT_WORDS})\s+(?:\w+\s+){{0,2}}$", re.IGNORECASE)
_RATE = re.compile(
    r"\s+(?:a|an|per|each|every)\s+(day|week|month|year|hour|minute|second|head|person|night|game|litre|barrel|tonne)\b",
    re.IGNORECASE,
)
_PRICE = re.compile(
    r"(?:\s+(?:per|an?|each|every|for\s+each)|-a|-per)(?:\s+[A-Z]\w+)?[\s-]"
    r"(share|ticket|person|head|day|night|week|month|year|hour|tonne|ton|ounce|gallon|litre|liter|barrel|kilo|kg|unit|bushel|megawatt)\b"
)
_AGE_AFTER = re.compile(r"[\s-]years?[\s-]olds?\b|[\s-](?:months?|weeks?|days?)[\s-]olds?\b", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged|age\s+of|ages?)\s+(?:between\s+)?$", re.IGNORECASE)
_AGED_TOO = re.compile(r"\b(?:aged|ages)\s+\d{1,3}(?:,\s+\d{1,3})*,?\s+and\s+$", re.IGNORECASE)
_BY_COMMA = re.compile(r"(?<!\d)\b([^\W\d_][\w’'-]+),\s$")
_SCENE_FIRST = re.compile(r"\b(?:in|on|at|near|of)\s+(?:[A-Z][\w’'-]+\s+)?[\w’'-]+,\s$", re.IGNORECASE)
_WHO_AFTER = re.compile(r"\s+(?:((?:[A-Z][\w’'.-]+\s?)+)|(?:(?:male|female|local|[a-z-]+ian)\s)?([a-z]{3,}))")
_WHO_AGED = re.compile(r"([\w’'-]+),?\s+aged?\s")
_THEN_COMMA = re.compile(r",|\.(?:\s|$)|\)")
_STRENGTH = re.compile(
    r"\b(?:magnitude|measuring|measured|strength)(?:\s+(?:of|at))?(?:\s+(?:about|around|at least))?\s*$", re.IGNORECASE
)
_STRENGTH_AFTER = re.compile(r"[\s-]magnitude\b|\s+on\s+the\s+\w+\s+scale\b", re.IGNORECASE)
_CATEGORY = re.compile(r"\b(?:category|categories|cat\.)\s*$", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Counted:
    """What a numeral counts, and where its words end."""

    unit: str
    end: int
    counted: str = ""
    measure: str = ""
    role: QuantityRole = "whole"
    size: float = 1.0
    """What one of the unit as written is in `unit`: 1.609 for miles in km."""
    offset: float = 0.0
    """Added before `size` is applied: degrees Fahrenheit."""


def sized(text: str, one: Numeral, left: str, role: QuantityRole) -> Counted | None:
    """Return the unit of a sum, share, age, strength or physical size; None for a count of things."""
    if one.percent:
        of = _OF.match(text, one.end)
        noun = noun_at(text, of.end() if of else one.end, single=False)
        if role == "whole" and not one.fraction and _changes(text, one, left):
            role = "change"
        return Counted(unit=one.percent, end=one.end, counted=noun.head, role=role)
    age = _age(text, one, left, role)
    if age:
        return age
    if _CATEGORY.search(left):
        return Counted(unit="category", end=one.end, role=role)
    if _STRENGTH.search(left) and one.value < 10 and not _physical(text, one.end):
        return Counted(unit="magnitude", end=one.end, role=role)
    strength = _STRENGTH_AFTER.match(text, one.end)
    if strength:
        return Counted(unit="magnitude", end=strength.end(), role=role)
    return _money(text, one, role) or _size(text, one, role)


def _age(text: str, one: Numeral, left: str, role: QuantityRole) -> Counted | None:
    """Return the age that a number gives, with the noun or surname of who is so old: “the 15-year-old boy”, “Ruiz, 34,”."""
    old = _AGE_AFTER.match(text, one.end)
    near = text[max(0, one.start - 40) : one.start]
    if old:
        who = _WHO_AFTER.match(text, old.end())
        counted = (who[1] or who[2]).split()[-1] if who else ""
        return Counted(unit="age", end=old.end(), counted=singular(counted.lower()), role=role)
    if _AGED.search(left) or _AGED_TOO.search(near):
        who = _WHO_AGED.search(near)
        return Counted(unit="age", end=one.end, counted=singular(who[1].lower()) if who else "", role=role)
    named = None if _SCENE_FIRST.search(near) else _BY_COMMA.search(near)
    shut = one.digits and one.start == one.number and _THEN_COMMA.match(text, one.end)
    if named and shut and 0 < one.value < 120 and (named[1][:1].isupper() or text[one.end : one.end + 1] == ","):
        return Counted(unit="age", end=one.end, counted=singular(named[1].lower()), role=role)
    return None


def _money(text: str, one: Numeral, role: QuantityRole) -> Counted | None:
    words = following(text, one.end, 2)
    named = next((n for n, word in enumerate(words) if singular(word.key) in CURRENCIES), None)
    if (
        named is not None
        and not one.currency
        and (named == 0 or words[0].text[:1].isupper() or words[0].key in OTHER_DOLLARS)
    ):
        code = (
            OTHER_DOLLARS.get(words[0].key, CURRENCIES[singular(words[named].key)])
            if named
            else CURRENCIES[singular(words[0].key)]
        )
        if code == "gbp" and re.match(r"\s+(?:of\s+(?!debt|aid)|in\s+weight)", text[words[named].end :]):
            return None
        end = words[named].end
    elif one.currency:
        code, end = one.currency, one.end
    else:
        return None
    rate = _PRICE.match(text, end)
    if rate:
        return Counted(unit=f"{code} a {rate[1].lower()}", end=rate.end(), role=role)
    return Counted(unit=code, end=end, measure=_state(text, one.start, end), role=role)


def _size(text: str, one: Numeral, role: QuantityRole) -> Counted | None:
    if one.tail == "m" and not _plural_after(text, one.end):
        size = UNITS["m"]
        return Counted(unit=size.name, end=one.end, role=role, size=size.size / 1e6)
    found = _physical(text, one.end)
    if found is None:
        return None
    word, end = found
    size = UNITS[word]
    if size.name == "day":
        if re.match(r"\s+(?:ago|later|earlier|before|after|old)\b", text[end : end + 12], re.IGNORECASE):
            return Counted(unit="-", end=end)
        of = re.match(r"\s+(?:in|of|behind|into)\s+(?:the\s+|its\s+|a\s+)?(\w+)", text[end : end + 30])
        return Counted(unit="day", end=end, counted=of[1].lower() if of else "", role=role, size=size.size)
    rate = _RATE.match(text, end)
    unit = size.name
    if rate and unit == "km" and rate[1].lower() == "hour":
        return Counted(unit="km/h", end=rate.end(), role=role, size=size.size)
    if rate:
        unit, end = f"{unit} a {rate[1].lower()}", rate.end()
    of = re.match(r"\s+of\s+(\w+)(?!\s*\w*\d)", text[end : end + 40])
    return Counted(
        unit=unit, end=end, counted=of[1].lower() if of else "", measure=_extent(text, one.start, end) or _state(text, one.start, end), role=role,
        size=size.size, offset=size.offset,
    )  # fmt: skip


def _physical(text: str, start: int) -> tuple[str, int] | None:
    """Return the unit word at a place of the text and where it ends; two and three words (“square km”) come first."""
    glued = re.compile(r"\s?(km/h|km²|m²|°\s?[CF]\b|[a-z]{1,3}\b)", re.IGNORECASE).match(text, start)
    words = [word for word in following(text, start, 3) if word.key not in _DETERMINERS]
    if words and words[0].key in {"pound", "pounds"} and re.match(r"\s+of\b", text[words[0].end : words[0].end + 4]):
        return "lbs", words[0].end
    for count in (3, 2, 1):
        if len(words) >= count:
            key = "-".join(word.key for word in words[:count])
            key = re.sub(r"^(?:sq|square)-(km|kms)$", "square-kilometres", key)
            key = re.sub(r"^sq-(?:miles|mi)$", "square-miles", key)
            if key in UNITS:
                end = words[count - 1].end
                if key in {"degree", "degrees"}:
                    scale = re.match(r"\s+(celsius|centigrade|fahrenheit|[cf]\b)", text[end : end + 14], re.IGNORECASE)
                    if scale:
                        return ("fahrenheit" if scale[1].lower().startswith("f") else "celsius"), end + scale.end()
                    return None
                return key, end
    if glued:
        key = glued[1].lower().replace(" ", "")
        if key in UNITS and key not in {"m", "in"}:
            return key, glued.end()
    return None


def _plural_after(text: str, start: int) -> bool:
    words = following(text, start, 2)
    return any(word.key in _PLURALS or (word.key.endswith("s") and len(word.key) > 3) for word in words)


def _changes(text: str, one: Numeral, left: str) -> bool:
    return bool(_CHANGE.search(left) or _CHANGE_AFTER.match(text, one.end))


def _extent(text: str, start: int, end: int) -> str:
    """Return which way a length is measured: a depth is no distance."""
    after = _EXTENT_AFTER.match(text, end)
    before = _EXTENT_BEFORE.search(text[max(0, start - 40) : start])
    told = ((after or before) and (after or before)[1].lower()) or ""  # type: ignore[index]
    return next((name for name, words in EXTENTS.items() if told in words), "")


def _state(text: str, start: int, end: int) -> str:
    """Return what a sum or size is of: the nearest telling word after, else before, in its own clause."""
    after = re.split(r"[.;:!?,\n]|\band\b", text[end : end + 40], maxsplit=1)[0]
    before = re.split(r"[.;:!?,\n]", text[max(0, start - 50) : start])[-1]
    for words in (re.findall(r"[a-z]+", after.lower())[:4], re.findall(r"[a-z]+", before.lower())[:-6:-1]):
        told = next((STATE_OF[word] for word in words if word in STATE_OF and word not in MEASURE_OF), "")
        if told:
            return told
    return ""
