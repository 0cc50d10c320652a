"""What a reader of time words is given, and what it may answer.

A *shape* is a pattern and the function that reads its matches. It answers with the days meant, with an `Offset` from
another date of the text (“two days later”), with `unresolved` (a time whose day nobody can tell) or with `no time`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from headwater.text.dates_calendar import Days
from headwater.text.dates_tense import Tense, tense_at

GAP = 4
Unit = Literal["day", "week", "its week", "weekend", "month", "year"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Offset:
    """So many units after (before, if negative) another date that the text names."""

    count: int
    unit: Unit
    ahead: bool = False
    """Whether that date follows the words directly (“two days before Thursday”) instead of standing earlier."""


Reading = Days | Offset | Literal["unresolved", "no time"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """A text and the day of its report."""

    text: str
    anchor: date | None

    def tense(self, match: re.Match[str]) -> Tense:
        """Return whether the words around a match look back or ahead."""
        return tense_at(self.text, match.start(), match.end())

    def before(self, match: re.Match[str], reach: int = 24) -> str:
        """Return the characters that stand before a match."""
        return self.text[max(0, match.start() - reach) : match.start()]

    def after(self, match: re.Match[str], reach: int = 40) -> str:
        """Return the characters that stand after a match."""
        return self.text[match.end() : match.end() + reach]


Read = Callable[[re.Match[str], Seen], Reading | None]
"""None: the words are not of this shape after all, and a shorter one may read them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Shape:
    """One way to write a time, and how it is read."""

    pattern: re.Pattern[str]
    read: Read
    needs: tuple[str, ...]
    """In lower case: a text that holds none of these holds no such time, so that most patterns are never run."""

    def may_stand_in(self, lower: str) -> bool:
        """Say whether a text, in lower case, holds what every match must hold."""
        return any(word in lower for word in self.needs)


def shape(pattern: str, read: Read, *needs: str) -> Shape:
    """Compile a pattern that begins and ends at the edge of a word; case is left to the reader.

    White space between words is read up to `GAP` characters, so that a page of spaces costs no more than one of words.
    """
    bounded = pattern.replace(r"\s+", rf"\s{{1,{GAP}}}").replace(r"\s*", rf"\s{{0,{GAP}}}")
    compiled = re.compile(rf"(?<![\w$€£])(?:{bounded})(?!\w)", re.IGNORECASE)
    return Shape(pattern=compiled, read=read, needs=needs)


def or_unresolved(days: Days | None) -> Reading:
    """Return the days, or say that they cannot be told."""
    return days or "unresolved"
