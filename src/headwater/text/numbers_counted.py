"""Numeral → what it counts: unit, counted noun, what is said of it, and whether it is the whole, a part or a change.

>>> from headwater.text.numbers_grammar import numerals
>>> text = "Three of the 12 dead were children."
>>> three, twelve = numerals(text)
>>> counted_by(text, three, None, twelve).role, counted_by(text, twelve, three, None).unit
('part', 'dead')
"""

from __future__ import annotations

import re
from dataclasses import replace

from headwater.model.mention import QuantityRole
from headwater.text.numbers_grammar import Numeral
from headwater.text.numbers_lexicon import CHANGED, MEASURE_OF
from headwater.text.numbers_measures import measure_of
from headwater.text.numbers_nouns import REACH, noun_of
from headwater.text.numbers_sizes import _RATE, Counted, sized

_OF_THEM = re.compile(
    r"\s+of\s+(?:them|whom|(?:these|those)(?=\s*[,.;]|\s+(?:were|was|are|have|had|killed|dead|injured)\b)|the\s+(?:dead|injured|victims|wounded|missing))\b",
    re.IGNORECASE,
)
_OF_NUMBER = re.compile(
    r"\s+of\s+(?:the|its|their|those|these|all)?\s*(?:at least\s+|about\s+|some\s+)?$", re.IGNORECASE
)
_PART = re.compile(
    r"\b(?:including|includes?|included|among\s+(?:them|whom|the\s+(?:dead|victims|injured|wounded))(?:\s+(?:are|were|was|is))?"
    r"|of\s+(?:whom|them|these|those)|along\s+with)\s*,?\s*$",
    re.IGNORECASE,
)
_MORE = re.compile(r"\b(?:another|a\s+further|an\s+additional|an\s+extra|a\s+second)\s+$", re.IGNORECASE)
_MORE_AFTER = re.compile(r"\s+(?:other|others|more|further|additional|extra)\b(?!\s+than)", re.IGNORECASE)
_FORMER = re.compile(
    r"\b(?:compared\s+(?:with|to)|up\s+from|down\s+from|against|previously|earlier|initially|originally|formerly|revised\s+from|"
    r"instead\s+of|rather\s+than|from\s+an?\s+(?:earlier|initial|previous)(?:\s+\w+)?(?:\s+of)?)\s*$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom\s*$", re.IGNORECASE)
_TO = re.compile(r"[^.;:!?\n]{0,40}\bto\s+", re.IGNORECASE)


def counted_by(text: str, one: Numeral, before: Numeral | None, after: Numeral | None) -> Counted:
    """Return what the numeral counts; `before` and `after` are its neighbours, which keep their own measures."""
    left = _left(text, one, before)
    role = _role(text, one, left, before, after)
    fixed = sized(text, one, left, role)
    if fixed:
        return fixed
    if re.match(r"-strong\b", text[one.end : one.end + 8]):
        return Counted(unit="person", end=one.end + 7, role=role)
    whole = after if after and _OF_NUMBER.fullmatch(text, one.end, after.number) else None
    noun = noun_of(text, whole or one)
    if before and _OF_NUMBER.fullmatch(text, before.end, one.number):
        measure = noun.measure  # “of the 200 passengers” were hurt: that is said of the first number
    else:
        measure = measure_of(text, one, noun, left, None if whole else after)
    if whole:
        noun = replace(noun, end=one.end)
    people = noun.people or (not noun.head and measure in set(MEASURE_OF.values()))
    counted = " ".join((*noun.modifiers, noun.head, noun.whole)).strip()
    end = max(noun.end, one.end)
    if people:
        unit = measure if measure in set(MEASURE_OF.values()) else "person"
    elif not noun.head and measure:
        unit = measure
    else:
        unit = noun.head
    rate = _RATE.match(text, end)
    if rate and unit:
        unit, end = f"{unit} a {rate[1].lower()}", rate.end()
    if role == "more" and noun.head == "other" and measure != "dead":
        role = "whole"  # “500 others were injured”: others than the dead
    return Counted(unit=unit, end=end, counted=counted, measure=measure, role=role)


def _left(text: str, one: Numeral, before: Numeral | None) -> str:
    """Return the words before a number, back to the number before; “from 10” does not part “rose” from “to 12”."""
    edge = before.end if before else 0
    if (
        before
        and _TO.fullmatch(text, before.end, one.start)
        and _FROM.search(text[max(0, before.start - 6) : before.start])
    ):
        edge = 0
    return text[max(edge, one.start - REACH) : one.start]


def _role(text: str, one: Numeral, left: str, before: Numeral | None, after: Numeral | None) -> QuantityRole:
    if _PART.search(left) or _OF_THEM.match(text, one.end):
        return "part"
    if after and _OF_NUMBER.fullmatch(text, one.end, after.number) and noun_of(text, after).measure:
        return "part"
    if _FORMER.search(left):
        return "former"
    if _FROM.search(left) and after and _TO.fullmatch(text, one.end, after.start):
        return "former"
    if (
        before
        and one.number - before.end < 60
        and re.fullmatch(r"\s+[^,.;:!?\n]{1,40}?(?:,|\s+and)\s+", text[before.end : one.start])
    ):
        earlier = text[max(0, before.start - REACH) : before.start]
        if _PART.search(earlier) and not re.search(
            r"\b(?:was|were|killed|injured|wounded|dead)\b", text[before.end : one.start]
        ):
            return "part"
    if _MORE.search(left) or _MORE_AFTER.match(text, one.end):
        return "more"
    if re.search(rf"\b{CHANGED}\s+by\s+$", left, re.IGNORECASE):
        return "change"
    return "whole"
