"""A sentence and one value in it → the sentence with another value of the same form, incompatible with the first.

>>> from random import Random
>>> from evaluate.conflicts.values import Known, find
>>> text = "The council approved the bridge."
>>> change(text, find("polarity", text, Known.of([]))[0], "", Random(1)).text
'The council rejected the bridge.'
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from evaluate.conflicts.values import COUNTS, DAYS, OPPOSITES, Value, states
from headwater.model import Span

FAMILIES = (
    "Tessick Brandow Halvern Quillane Morstad Pelluso Karvonne Wexley Dastrup Fenwright Lindquore Ostraven".split()
)
GIVEN = "Martin Helen Victor Laura Arthur Irene Oscar Judith Felix Nora".split()
TOWNS = (
    "Halifax Bergen Tampere Valparaiso Fresno Leipzig Osaka Adelaide Galway Durban Mombasa Winnipeg Oaxaca Lublin "
    "Rotterdam Cordoba Albany Spokane Perth Aberdeen"
).split()
LANDS = "Portugal Chile Finland Kenya Uruguay Latvia Nepal Ghana Iceland Paraguay".split()
FURTHEST = (1.5, 2.6)
"""By how much a number grows; it shrinks by as much."""
LARGEST_SHARE = 100
"""Percent."""
SHRINKING = 0.3
"""How many of the numbers above `FEW` shrink."""
FEW = 5
GROUPED = 10_000
"""Four digits may stand without a comma."""
LAST_DAY = 28
"""A day that every month has."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """A changed sentence with what was taken out and put in."""

    text: str
    old: str
    new: str


def change(sentence: str, value: Value, story: str, chance: Random) -> Change | None:
    """Return the sentence with the value changed; None where nothing fit to stand there is left.

    `story` is all the text of the story: an invented name or an unrelated place must not stand in it.
    """
    new = _new(value, sentence, story, chance)
    if new is None:
        return None
    rest = sentence[value.span.end :]
    if value.kind == "name" and " " in value.span.of(sentence):
        rest = re.sub(rf"\b{re.escape(value.key)}\b", new.split()[-1], rest)
    return Change(text=sentence[: value.span.start] + new + rest, old=value.span.of(sentence), new=new)


def _new(value: Value, sentence: str, story: str, chance: Random) -> str | None:
    if value.kind == "number":
        return _number(value, sentence, chance)
    if value.kind == "name":
        return _name(value.span.of(sentence), story, chance)
    if value.kind == "date":
        return _date(value.span.of(sentence), chance)
    if value.kind == "place":
        return _place(value.span.of(sentence), story, chance)
    return _polarity(value.span.of(sentence))


def _number(value: Value, sentence: str, chance: Random) -> str:
    old = value.span.of(sentence)
    if old.casefold() in COUNTS:
        return _count(old, chance)
    _, point, decimals = old.partition(".")
    held = float(old.replace(",", ""))
    factor = chance.uniform(*FURTHEST)
    too_much = "%" in value.roles and held * factor > LARGEST_SHARE
    other = held / factor if too_much or (held > FEW and chance.random() < SHRINKING) else held * factor
    if point:
        return f"{other:,.{len(decimals)}f}"
    zeros = len(old) - len(old.rstrip("0"))
    other = max(round(other, -zeros), 10**zeros)
    other = other if abs(other - held) >= 1 else held + 2 * 10**zeros
    return f"{other:,.0f}" if "," in old or other >= GROUPED else f"{other:.0f}"


def _count(old: str, chance: Random) -> str:
    """Return another count in words, at least twice or at most half of the old one, and at most four times (or nine)."""
    held = COUNTS[old.casefold()]
    fit = [word for word, count in COUNTS.items() if 2 * count <= held or 2 * held <= count <= max(9, 4 * held)]
    word = chance.choice(fit)
    return word.capitalize() if old[0].isupper() else word


def _name(old: str, story: str, chance: Random) -> str | None:
    families = [name for name in FAMILIES if name not in story]
    if not families:
        return None
    family = chance.choice(families)
    if " " not in old:
        return family
    owner = "’s" if old.endswith("’s") else "'s" if old.endswith("'s") else ""
    return f"{chance.choice([name for name in GIVEN if name not in old])} {family}{owner}"


def _date(old: str, chance: Random) -> str:
    if old in DAYS:
        return DAYS[(DAYS.index(old) + chance.randint(2, 5)) % 7]
    if old.isdigit():
        return str(int(old) - chance.randint(3, 15))
    if not any(letter.isdigit() for letter in old):
        which, spell = old.split()
        return f"{which} {chance.choice([word for word in ('week', 'month', 'year') if word != spell])}"
    day = int(re.findall(r"\d+", old)[0])
    days = [other for other in range(1, LAST_DAY + 1) if abs(other - day) in range(3, 11)]
    return re.sub(r"\d+", str(chance.choice(days)), old)


def _place(old: str, story: str, chance: Random) -> str | None:
    names: Sequence[str] = LANDS if old in states() else TOWNS
    fit = [name for name in names if name not in story]
    return chance.choice(fit) if fit else None


def _polarity(old: str) -> str:
    if old in OPPOSITES:
        return OPPOSITES[old]
    if old.casefold() == "cannot":
        return old[:-3]
    return old.removesuffix(" not") if old.endswith(" not") else f"{old} not"


def changed(text: str, span: Span, sentence: str) -> str:
    """Return an article's text with another sentence at a span.

    >>> changed("Rain fell. It stopped.", Span(start=0, end=10), "Snow fell.")
    'Snow fell. It stopped.'
    """
    return text[: span.start] + sentence + text[span.end :]
