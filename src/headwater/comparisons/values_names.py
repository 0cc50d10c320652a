"""Names of two sentences → who is given for one role or one place in the sentence, and whether it is the same person.

>>> from headwater.text.names import find_names
>>> a, b = "Mayor Ana Ruiz opened the hall.", "Mayor Iva Pell opened the hall."
>>> [(one.verdict, one.role) for one in names_given(a, find_names(a), b, find_names(b))]
[('conflicting', 'mayor')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz.fuzz import ratio

from headwater.model import Span
from headwater.text.names import Name

_ROLE = re.compile(
    r"(?P<before>(?:[\w’'-]+\s+){0,2})(?P<role>mayor|president|prime\s+minister|premier|chancellor|minister|governor|chief|"
    r"spokes(?:man|woman|person)|coach|manager|captain|chair(?:man|woman|person)?|director|general|admiral|king|queen|"
    r"prince|princess|pope|ambassador|secretary|senator|judge|bishop|archbishop|ceo|head|leader|commander|commissioner|"
    r"prosecutor|speaker|sheriff|principal|rector|professor|owner|founder|driver|pilot|striker|goalkeeper|midfielder)\s+$",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"\s*,?\s*(?:said|says|told|added|adds|wrote|stated|announced|warned|argued|insisted|claimed|explained|noted|replied)\b",
    re.IGNORECASE,
)
_SPOKEN = re.compile(r"\b(?:said|says|told|added|according\s+to|told\s+by)\s+(?:[\w’'-]+\s+){0,2}$", re.IGNORECASE)
_SMALL = frozenset("the a an of by and with to for from in on at when as that his her their its new said".split())
ONE_SPELLING = 75
"""Likeness of two surnames or of two whole names, 0 to 100, from which they may be one name spelled in two ways."""
WINDOW = 50


@dataclass(frozen=True, kw_only=True, slots=True)
class Given:
    """Two names for one thing."""

    verdict: Literal["compatible", "conflicting", "incomparable"]
    a: Span
    b: Span
    role: str
    """The title that both bear; where none does, the word that both stand beside."""
    titled: bool


def name_for(text: str, names: Sequence[Name], role: str, *, titled: bool) -> Span | None:
    """Return the one name that a sentence gives for a role; None for none or several.

    >>> from headwater.text.names import find_names
    >>> text = "Mayor Ana Ruiz opened the hall."
    >>> name_for(text, find_names(text), "mayor", titled=True)
    Span(start=6, end=14)
    """
    found = [name.span for name in names if role == (_role(text, name) if titled else _around(text, name.span))]
    return found[0] if len(found) == 1 else None


def names_given(
    one: str, one_names: Sequence[Name], other: str, other_names: Sequence[Name], *, same: bool = False
) -> Iterator[Given]:
    """Yield the names that two sentences give for one role, or for one place in the sentence, each with a verdict.

    `same` says that both sentences are known to name the same actors.
    """
    titled = list(_by_title(one, one_names, other, other_names))
    yield from titled
    if titled or same:
        return
    yield from _by_slot(one, one_names, other, other_names)


def _by_title(one: str, one_names: Sequence[Name], other: str, other_names: Sequence[Name]) -> Iterator[Given]:
    roles = [(_role(other, name), name) for name in other_names]
    for name in one_names:
        role = _role(one, name)
        for other_role, other_name in roles:
            if role and role == other_role:
                told = _alike(name.span.of(one), other_name.span.of(other))
                yield Given(verdict=told, a=name.span, b=other_name.span, role=role, titled=True)


def _by_slot(one: str, one_names: Sequence[Name], other: str, other_names: Sequence[Name]) -> Iterator[Given]:
    """Yield the one name in each that the other lacks, where both stand before or after the same word."""
    left = [name for name in one_names if not _known(name.span.of(one), other)]
    right = [name for name in other_names if not _known(name.span.of(other), one)]
    if len(left) != 1 or len(right) != 1:
        return
    x, y = left[0], right[0]
    if _speaks(one, x) or _speaks(other, y) or _scene(one, x) or _scene(other, y):
        return
    if {x.kind, y.kind} == {"person", "group"} or _around(one, x.span) != _around(other, y.span):
        return
    told = _alike(x.span.of(one), y.span.of(other))
    yield Given(verdict=told, a=x.span, b=y.span, role=_around(one, x.span), titled=False)


def _role(text: str, name: Name) -> str:
    return _role_in(text[max(0, name.span.start - WINDOW) : name.span.start])


@lru_cache(maxsize=1 << 16)
def _role_in(left: str) -> str:
    match = _ROLE.search(left)
    if not match:
        return ""
    before = [word.lower() for word in match["before"].split()]
    kept: list[str] = []
    for word in reversed(before):
        if word in _SMALL:
            break
        kept.insert(0, word)
    return " ".join((*kept, re.sub(r"\s+", " ", match["role"].lower())))


def _alike(one: str, other: str) -> Literal["compatible", "conflicting", "incomparable"]:
    words, others = one.casefold().split(), other.casefold().split()
    if set(words) & set(others):
        return "compatible" if words[-1] == others[-1] or min(len(words), len(others)) == 1 else "incomparable"
    alike = max(ratio(words[-1], others[-1]), ratio(" ".join(words), " ".join(others)))
    return "incomparable" if alike >= ONE_SPELLING else "conflicting"


def _known(name: str, text: str) -> bool:
    folded = text.casefold()
    return any(word.casefold() in folded for word in name.split() if len(word) > 2)


def _speaks(text: str, name: Name) -> bool:
    return bool(
        _SPEAKS.match(text, name.span.end) or _SPOKEN.search(text[max(0, name.span.start - 30) : name.span.start])
    )


def _scene(text: str, name: Name) -> bool:
    """Say whether a preposition makes the name a scene: places are compared elsewhere."""
    left = text[max(0, name.span.start - 20) : name.span.start]
    return name.kind == "place" or bool(re.search(r"\b(?:in|near|at|off|outside)\s+(?:the\s+)?$", left, re.IGNORECASE))


def _around(text: str, span: Span) -> str:
    """Return the word after the name, else the word before it where the name ends the sentence."""
    after = re.match(r"(?:['’]s)?\s+([\w-]+)", text[span.end : span.end + 30])
    if after:
        return after[1].casefold()
    before = re.search(r"([\w-]+)\s+(?:the\s+)?$", text[max(0, span.start - 30) : span.start])
    return before[1].casefold() if before else ""
