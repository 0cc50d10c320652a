"""Pairs about who did what to what: the same in other words, the opposite, or the like of somebody else.

>>> row = turn(random.Random(2))
>>> row.set
'turns'
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from training.readers.invented_grammar import capitalised
from training.relations.gold import CONTRADICTS, HEDGED, NEITHER, SUPPORTS, Row
from training.relations.invented import Scene, told
from training.relations.invented_words import KINDS

WHO = re.compile(r"\b([SO])\b")
MANY = re.compile(r"^(?!having)[a-z].*[a-rt-z]s$|^police$")
SWAPPED = {("team", "enemy"), ("army", "enemy"), ("company", "rival"), ("person", "enemy")}
"""Kinds of which both can do it, but not both to each other."""
MUTUAL = re.compile(r"\b(?:met|talks|friends?|knows?|saw|meeting|stranger)\b")
SAYING = {"expert", "rescuer", "doctor"}
WHEN = (
    "",
    "",
    "",
    "",
    " on {day}",
    " on {day}",
    " last week",
    " in {month}",
    ", officials said",
    ", {lastname} said",
    " after long talks",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """Kinds of subject and object, and the wordings of both sides."""

    kinds: tuple[str, str]
    sides: tuple[tuple[str, ...], tuple[str, ...]]


@cache
def turns() -> tuple[Turn, ...]:
    """Return the lines of `invented_turns.txt`."""
    lines = Path(__file__).with_name("invented_turns.txt").read_text(encoding="utf-8").splitlines()
    found = []
    for line in lines:
        if line and not line.startswith("#"):
            kinds, one, other = line.split(" | ")
            subject, thing = kinds.split()
            sides = tuple(one.split("; ")), tuple(other.split("; "))
            found.append(Turn(kinds=(subject, thing), sides=sides))
    return tuple(found)


def turn(chance: random.Random) -> Row:
    """Return a pair with what is right of it."""
    scene = Scene(chance)
    what = chance.choice(turns())
    one, other = what.sides if chance.random() < 0.5 else what.sides[::-1]
    who = _two(scene, what.kinds[0])
    thing = _two(scene, what.kinds[1])
    one_way = [each for each in one if not MUTUAL.search(each)]
    if what.kinds in SWAPPED and len(one_way) > 1 and chance.random() < 0.4:
        first, second = chance.sample(one_way, 2)
        relation = NEITHER if what.kinds[0] == "person" else CONTRADICTS
        return _pair(scene, _said(first, who[0], thing[0]), _said(second, thing[0], who[0]), relation)
    draw = chance.random()
    if draw < 0.36:
        first, second = chance.sample(one, 2)
        return _pair(scene, _said(first, who[0], thing[0]), _said(second, who[0], thing[0]), SUPPORTS)
    if draw < 0.7:
        pair = chance.choice(one), chance.choice(other)
        return _pair(scene, _said(pair[0], who[0], thing[0]), _said(pair[1], who[0], thing[0]), CONTRADICTS)
    first = _said(chance.choice(one), who[0], thing[0])
    if draw < 0.78:  # of something else
        return _pair(scene, first, _said(chance.choice(one + other), who[0], thing[1]), NEITHER)
    if (
        draw < 0.86
    ):  # of somebody else, the other side: who only says what is so contradicts, who does something does not
        relation = CONTRADICTS if what.kinds[0] in SAYING else NEITHER
        return _pair(scene, first, _said(chance.choice(other), who[1], thing[0]), relation)
    another = chance.choice(
        [each for each in turns() if each.kinds[0] == what.kinds[0] or each.kinds[1] == what.kinds[1]]
    )
    if another == what:
        return _pair(scene, first, _said(chance.choice(one + other), who[1], thing[1]), NEITHER)
    subject = who[0] if another.kinds[0] == what.kinds[0] else _two(scene, another.kinds[0])[0]
    object_ = thing[0] if another.kinds[1] == what.kinds[1] and subject != who[0] else _two(scene, another.kinds[1])[0]
    wording = chance.choice(another.sides[0] + another.sides[1])
    mixed = [first, _said(wording, subject, object_)]
    chance.shuffle(mixed)
    return _pair(scene, mixed[0], mixed[1], NEITHER)


def _two(scene: Scene, kind: str) -> tuple[str, str]:
    """Two of a kind."""
    first, *others = (scene.phrase(each) for each in scene.chance.sample(KINDS[kind], len(KINDS[kind])))
    return first, next((each for each in others if each != first), first)


def _said(wording: str, who: str, thing: str) -> str:
    text = WHO.sub(lambda found: who if found[1] == "S" else thing, wording)
    for each in (who, thing):
        if MANY.search(each):
            text = text.replace(f"{each} is ", f"{each} are ").replace(f"{each} was ", f"{each} were ")
            text = text.replace(f"{each} has ", f"{each} have ")
    return text


def _pair(scene: Scene, a: str, b: str, relation: int) -> Row:
    when = scene.phrase(scene.chance.choice(WHEN))
    first, how = told(capitalised(a + when), scene, named=a[:1].isupper())
    again = when if scene.chance.random() < 0.4 else ""
    second, _ = told(capitalised(b + again), scene, named=b[:1].isupper(), plain=True)
    if how == "open":
        return Row(a=first, b=second, right=(NEITHER, HEDGED), plain=(NEITHER,), set="turns")
    right = (HEDGED,) if how == "hedged" and relation == SUPPORTS else (relation,)
    return Row(a=first, b=second, right=right, plain=(relation,), set="turns")
