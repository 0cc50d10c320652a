"""A sentence → the values in it, its terms of content, and how like another sentence it is.

>>> said = read("At least a dozen people died in the Brennick fire on Monday.", reported="2025-03-06")
>>> [one.span.of(said.words) for one in (*said.quantities, *said.times)], sorted(said.content)
(['At least a dozen people', 'on Monday'], ['died', 'fire', 'least', 'peopl'])
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from headwater.comparisons.values_places import Located, located
from headwater.model import Quantity, Span, TimeRef
from headwater.text.dates import times
from headwater.text.names import Name, find_names
from headwater.text.numbers import quantities
from headwater.text.numbers_lexicon import SCALES, SMALL, TENS
from headwater.text.weights import terms, weight

CLOSE = 0.36
"""Cosine from which two sentences are near enough in words for a differing number, day or place to count."""
MANY = 0.4
"""Share of the terms of content of both that they must hold in common for a differing place to count."""
_OPEN = re.compile(
    r"\b(?:since|until|till|by|from|before|after|between|through|ahead\s+of|as\s+of|for)\s*$", re.IGNORECASE
)
_OPENING = re.compile(r"(?:since|until|till|by|from|before|after|between|through)\s", re.IGNORECASE)
_SPOKEN = re.compile(
    r"\b(?:said|says|told|added|stated|wrote|tweeted|reported|announced|confirmed|speaking)\b[^,.;:]{0,25}$",
    re.IGNORECASE,
)
_SPEAKING = re.compile(
    r",?\s+(?:said|says|told|stated|announced|confirmed|denied|warned|condemned|opposed|accused|urged|called\s+(?:for|on))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """A sentence with the values in it; all spans count in `words`."""

    words: str
    quantities: tuple[Quantity, ...]
    times: tuple[TimeRef, ...]
    """Times of what is told: neither of its telling nor open-ended (“since Monday”)."""
    named: tuple[Name, ...]
    places: tuple[Located, ...]
    """Where the sentence puts what it tells."""
    actors: frozenset[str]
    """Ids of the actors named, where they are known."""
    content: frozenset[str]
    """The stems of its terms without names, attribution, numbers and times."""
    weights: Mapping[str, float]
    """Its terms with their weights, in order."""
    telling: Mapping[str, float]
    """The stems of its terms of content with their weights, in order."""


def read(text: str, *, reported: str | None = None, actors: frozenset[str] = frozenset()) -> Said:
    """Read one sentence; `reported` is the ISO date of its report, without which relative days are not resolved."""
    named = tuple(_names(text))
    spans = tuple(name.span for name in named if name.kind in {"place", "other"})
    days = tuple(times(text, reported=reported))
    return replace(gather(text, numbers=tuple(quantities(text)), days=days, places=spans), actors=actors)


_DISCLAIMED = re.compile(r"\bnot\s+$", re.IGNORECASE)
"""“Four, and not three”: three is no answer."""


def gather(
    text: str,
    *,
    numbers: tuple[Quantity, ...],
    days: tuple[TimeRef, ...],
    places: tuple[Span, ...],
    aside: frozenset[str] = frozenset(),
) -> Said:
    """Put together what is known of a sentence; `places` are the names that may be places, `aside` terms that tell nothing.

    >>> said = gather("Rain fell in Lowmark.", numbers=(), days=(), places=(Span(start=13, end=20),))
    >>> [place.name for place in said.places], sorted(said.content)
    (['lowmark'], ['fell', 'rain'])
    """
    named = _names(text)
    counted = terms(text)
    left_out = (time.span for time in days)
    silent = terms(" ".join(span.of(text) for span in (*(name.span for name in named), *left_out)))
    content = frozenset(
        stem(term) for term in counted if term not in silent and term not in aside and not _numeral(term)
    )
    weights = {term: weight(term) * count**0.5 for term, count in counted.items()}
    telling = {stem(term): value for term, value in weights.items() if stem(term) in content}
    return Said(
        words=text,
        quantities=tuple(one for one in numbers if not _DISCLAIMED.search(text[: one.span.start])),
        times=tuple(day for day in days if not _spoken_or_open(text, day.span)),
        named=named,
        places=located(text, places),
        actors=frozenset(),
        content=content,
        weights=dict(sorted(weights.items())),
        telling=dict(sorted(telling.items())),
    )


def likeness(a: Said, b: Said) -> float:
    """Return the cosine of the weighted terms of two sentences: of all, or of those of content, whichever is higher.

    >>> round(likeness(read("Rain fell in Lowmark."), read("Rain fell in Kessary.")), 2)
    1.0
    """
    return max(_cosine(a.weights, b.weights), _cosine(a.telling, b.telling))


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    dot = sum((value * other[term] for term, value in one.items() if term in other), start=0.0)
    return dot / (_length(one) * _length(other)) if dot else 0.0


def _length(weights: Mapping[str, float]) -> float:
    return math.sqrt(sum(value * value for value in weights.values()))


def shared(a: Said, b: Said) -> float:
    """Return the share of the terms of content of both that each of them holds (Jaccard)."""
    return len(a.content & b.content) / len(a.content | b.content) if a.content | b.content else 0.0


@lru_cache(maxsize=1 << 16)
def stem(term: str) -> str:
    """Return a term without the ending of its tense, so that “marched” meets “march”.

    >>> stem("marched"), stem("injuring"), stem("stopped"), stem("red")
    ('march', 'injur', 'stop', 'red')
    """
    for ending in ("ing", "ed"):
        if term.endswith(ending) and len(term) > len(ending) + 3:
            bare = term[: -len(ending)]
            return bare[:-1] if bare[-1] == bare[-2] and bare[-1] not in "sl" else bare
    return term[:-1] if term.endswith("e") and len(term) > 4 else term


def stems(text: str) -> frozenset[str]:
    """Return the stems of the terms of a text."""
    return frozenset(stem(term) for term in terms(text))


def _spoken_or_open(text: str, span: Span) -> bool:
    left = text[max(0, span.start - 40) : span.start]
    after = _SPEAKING.match(text, span.end)
    return bool(_OPEN.search(left) or _OPENING.match(text, span.start) or _SPOKEN.search(left) or after)


def nearly_the_same(a: Said, b: Said) -> bool:
    """Say whether two sentences are so alike that a differing day or place can count."""
    return likeness(a, b) >= CLOSE and shared(a, b) >= MANY and len(a.content & b.content) > 1


def _numeral(term: str) -> bool:
    return term[:1].isdigit() or term in SMALL or term in TENS or term in SCALES


@lru_cache(maxsize=1 << 14)
def _names(text: str) -> tuple[Name, ...]:
    return tuple(find_names(text))
