"""Feasts with a fixed date: “Christmas Day”, “New Year's Eve 2024”. Movable ones, and those of one country, are unresolved."""

from __future__ import annotations

import re

from headwater.text.dates_calendar import a_day, one
from headwater.text.dates_seen import Reading, Seen, Shape, or_unresolved, shape
from headwater.text.dates_written import YEAR

FIXED = {
    "christmas day": (12, 25), "christmas eve": (12, 24), "boxing day": (12, 26), "new year's eve": (12, 31),
    "new year's day": (1, 1), "new year’s eve": (12, 31), "new year’s day": (1, 1), "valentine's day": (2, 14),
    "valentine’s day": (2, 14), "halloween": (10, 31), "st patrick's day": (3, 17), "st patrick’s day": (3, 17),
    "bastille day": (7, 14), "all saints' day": (11, 1), "all saints’ day": (11, 1), "armistice day": (11, 11),
    "international women's day": (3, 8), "international women’s day": (3, 8), "juneteenth": (6, 19),
}  # fmt: skip
MOVABLE = (
    r"good\s+friday|easter\s+(?:sunday|monday|saturday)|easter|palm\s+sunday|ash\s+wednesday|maundy\s+thursday|"
    r"black\s+friday|thanksgiving(?:\s+day)?|orthodox\s+christmas(?:\s+(?:day|eve))?"
)
FEAST = "|".join(sorted(FIXED, key=len, reverse=True)).replace(" ", r"\s+")
CLOSE = 60
"""Days within which a feast without a year is the nearest one."""


def _fixed(match: re.Match[str], seen: Seen) -> Reading:
    month, day = FIXED[re.sub(r"\s+", " ", match["feast"].lower())]
    if re.search(r"\b(?:orthodox|every|each)\s+$", seen.before(match), re.IGNORECASE):
        return "unresolved"
    if match["year"]:
        return or_unresolved(one(a_day(int(match["year"]), month, day)))
    anchor = seen.anchor
    if anchor is None:
        return "unresolved"
    if match["yearly"]:
        return or_unresolved(
            one(a_day(anchor.year + {"last": -1, "this": 0, "next": 1}[match["yearly"].lower()], month, day))
        )
    tense = seen.tense(match)
    options = [found for step in (-1, 0, 1) if (found := a_day(anchor.year + step, month, day))]
    nearest = min(options, key=lambda option: abs((option - anchor).days))
    if tense == "ahead":
        return or_unresolved(one(min(option for option in options if option >= anchor)))
    if tense == "past":
        return or_unresolved(one(max(option for option in options if option <= anchor)))
    return or_unresolved(one(nearest) if tense == "none" and abs((nearest - anchor).days) <= CLOSE else None)


def _movable(_match: re.Match[str], _seen: Seen) -> Reading:
    return "unresolved"


FEASTS: tuple[Shape, ...] = (
    shape(
        rf"(?P<feast>{FEAST})(?:,?\s+(?:of\s+)?(?P<year>{YEAR})|\s+(?:of\s+)?(?P<yearly>last|this|next)\s+year)?",
        _fixed,
        *(word.split()[-1] for word in FIXED),
    ),
    shape(MOVABLE, _movable, "day", "easter", "thanksgiving", "orthodox"),
)
