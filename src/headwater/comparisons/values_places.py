"""Names in a sentence → where it puts what it tells, and whether two such places can be one.

A suburb of a town, or a town in a country, is told by the words of the pages alone: “Brackwater, a suburb of Lowmark”,
“in Lowmark, Ostrand”. Where no words tell, two names may still be one inside the other: only sentences that are nearly
the same otherwise may conflict by place, which the caller sees to.

>>> from headwater.model import Span
>>> located("Fire broke out in Brackwater, a suburb of Lowmark.", (Span(start=18, end=28), Span(start=42, end=49)))
(Located(span=Span(start=18, end=28), name='brackwater', inside='lowmark', near=False, sharp=True),)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from headwater.model import Span
from headwater.text.names_lexicon import lexicon, name_key

_KINDS = (
    r"(?:suburb|town|city|village|district|port|province|region|county|quarter|capital|island|neighbou?rhood|state|"
    r"municipality|borough|area|hamlet|resort|township|outskirts|part|corner|edge|coast|centre|center)"
)
_LOCATED = re.compile(
    r"\b(?P<how>in|at|near|outside|off|around|inside|hit|struck|rocked|shook|on)\s+(?:the\s+)?"
    rf"(?:(?:[\w-]*(?:north|south|east|west)[\w-]*|central|downtown|remote|coastal|nearby|[A-Z]\w+(?:ian|ish|ese|an))\s+){{0,2}}"
    rf"(?:(?:\w+\s+){{0,2}}{_KINDS}\s+of\s+)?$",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    rf"\s*(?:,|\()?\s*(?:an?\s+|the\s+)?(?:[\w-]+\s+){{0,3}}{_KINDS}\s+(?:of|in|near|outside|on)\s+(?:the\s+)?(?:(?:north|south|east|west)\w*\s+)?"
    r"|,\s+|\s+in\s+(?:the\s+)?(?:(?:north|south|east|west)\w*\s+|central\s+)?(?:\w+\s+of\s+)?",
    re.IGNORECASE,
)
_LISTED = re.compile(r"\s*(?:,|\band\b|\bor\b)", re.IGNORECASE)
_NEAR = frozenset({"near", "outside", "off", "around"})
WINDOW = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Located:
    """A place at which a sentence puts what it tells."""

    span: Span
    name: str
    """Folded to lower case."""
    inside: str = ""
    """The place that the words put it in; empty where they do not."""
    near: bool = False
    """Only near it: two towns may both be near."""
    sharp: bool = True
    """It is surely a place: “at the Harbour Forum” may be a meeting."""


def located(text: str, places: Sequence[Span]) -> tuple[Located, ...]:
    """Return the places, among the names given, that a preposition makes the scene, with what the words put them in."""
    found: list[Located] = []
    spans = sorted(places)
    for number, span in enumerate(spans):
        match = _LOCATED.search(text[max(0, span.start - WINDOW) : span.start])
        if not match:
            continue
        after = spans[number + 1] if number + 1 < len(spans) else None
        inside = (
            after.of(text).casefold() if after and _contains(text, span, after, spans[number + 2 : number + 3]) else ""
        )
        how, name = match["how"].lower(), span.of(text)
        sharp = how not in {"at", "on"} or " " not in name
        found.append(Located(span=span, name=name.casefold(), inside=inside, near=how in _NEAR, sharp=sharp))
    outer = {one.inside for one in found}
    return tuple(one for one in found if one.name not in outer)


def _contains(text: str, inner: Span, outer: Span, third: Sequence[Span]) -> bool:
    if outer.start - inner.end > WINDOW:
        return False
    between = text[inner.end : outer.start]
    if not _INSIDE.fullmatch(between):
        return False
    if between.strip() == "," and third and _LISTED.fullmatch(text[outer.end : third[0].start].rstrip()):
        return False  # “in Lowmark, Kessary and Osmer” is a list
    return not (between.strip() == "," and re.match(r"\s+(?:and|or)\b", text[outer.end : outer.end + 5]))


def placed(
    one: Sequence[Located], other: Sequence[Located], one_words: str, other_words: str
) -> tuple[Literal["compatible", "conflicting", "incomparable"], Located, Located]:
    """Say whether two sentences can be about one scene, with the two places that show it.

    >>> a, b = (Located(span=Span(start=0, end=1), name=name) for name in ("lowmark", "kessary"))
    >>> placed([a], [b], "in Lowmark", "in Kessary")[0], placed([a], [b], "in Lowmark", "in Kessary, not Lowmark")[0]
    ('conflicting', 'compatible')
    """
    texts = one_words.casefold(), other_words.casefold()
    for x in one:
        for y in other:
            if {x.name, x.inside} & {y.name, y.inside} - {""} or x.name in y.name or y.name in x.name:
                return "compatible", x, y
            if x.name in texts[1] or y.name in texts[0]:
                return "compatible", x, y
    x, y = one[0], other[0]
    single = len({x.name for x in one}) == len({y.name for y in other}) == 1
    if not single or x.near != y.near or not (x.sharp and y.sharp) or _rank(x.name) != _rank(y.name):
        return "incomparable", x, y
    return "conflicting", x, y


def _rank(name: str) -> tuple[bool, bool]:
    """Return what the lexicon knows of a place: an unknown one may lie in a city or state that it knows."""
    return name in lexicon().states, name_key(name) in lexicon().kinds
