"""One invented fact (who did what, where, when, how many) in two tellings: the same, one detail changed, or another fact.

>>> row = fact(random.Random(4))
>>> row.set
'facts'
"""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from training.readers.invented_cast import Cast
from training.readers.invented_grammar import capitalised, inflected, lists
from training.relations.gold import CONTRADICTS, HEDGED, NEITHER, SUPPORTS, Row
from training.relations.invented_words import ALIKE, OPPOSITE, SAME, headline

PART = re.compile(r"\{(\w+)(?::\w+)?(\^?)\}|@(\w+)")
CHANGED = ("num", "few", "pct", "money", "town", "country", "month", "year", "company", "nth", "org", "score")
"""Details whose change makes a conflict."""
SPACES = re.compile(r"\s+(?=[.,])|\s+(?=\s)")
ARTICLE = re.compile(r"\b([Aa]) (?=[aeiouAEIOU])")


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """A run of words of one kind: a slot's name, "@" for a verb, "" for what stands between."""

    kind: str
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """Who did what and when."""

    who: str
    many: bool
    did: tuple[Part, ...]
    when: str


@cache
def _known() -> dict[str, tuple[str, ...]]:
    return {**lists("names"), **lists("words"), **lists("frames")}


def fact(chance: random.Random) -> Row:
    """Return a pair of tellings with what is right of them."""
    cast = Cast(chance)
    first = _drawn(cast, chance)
    draw = chance.random()
    if draw < 0.3:
        return _same(first, cast, chance)
    if draw < 0.68:
        return _opposed(first, cast, chance)
    return _unrelated(first, cast, chance)


def _same(first: Fact, cast: Cast, chance: random.Random) -> Row:
    if chance.random() < 0.25:
        denials = chance.sample(_denials(first, cast, chance), 2)
        return _row(denials[0], denials[1], SUPPORTS)
    other = _reworded(first, chance)
    a, hedged = _told(first, cast, chance)
    b, _ = _told(replace(other, when="") if chance.random() < 0.5 else other, cast, chance, plain=True)
    return Row(a=a, b=b, right=(HEDGED if hedged else SUPPORTS,), plain=(SUPPORTS,), set="facts")


def _opposed(first: Fact, cast: Cast, chance: random.Random) -> Row:
    draw = chance.random()
    if draw < 0.5:
        pair = [
            chance.choice(_denials(_reworded(first, chance), cast, chance)),
            _told(first, cast, chance, plain=True)[0],
        ]
        chance.shuffle(pair)
        return _row(pair[0], pair[1], CONTRADICTS)
    other = _with_opposite_verb(first) if draw < 0.65 else None
    other = other or _with_change(first, cast, chance)
    if other is None:
        return _row(
            chance.choice(_denials(first, cast, chance)), _told(first, cast, chance, plain=True)[0], CONTRADICTS
        )
    return _row(
        _told(first, cast, chance)[0], _told(_reworded(other, chance), cast, chance, plain=True)[0], CONTRADICTS
    )


def _unrelated(first: Fact, cast: Cast, chance: random.Random) -> Row:
    draw = chance.random()
    other = _drawn(cast, chance)
    while other.did[0] == first.did[0]:
        other = _drawn(cast, chance)
    if draw < 0.3:  # the same people, something else
        other = replace(other, who=first.who, many=first.many)
        return _row(_told(first, cast, chance)[0], _told(other, cast, chance, plain=True)[0], NEITHER)
    if draw < 0.5:  # a denial of something else
        other = replace(other, who=first.who, many=first.many)
        pair = [chance.choice(_denials(other, cast, chance)), _told(first, cast, chance, plain=True)[0]]
        chance.shuffle(pair)
        return _row(pair[0], pair[1], NEITHER)
    if draw < 0.75:  # a look-alike: other people elsewhere do the like
        elsewhere = Cast(chance)
        there = _drawn(elsewhere, chance)
        look = Fact(who=there.who, many=there.many, did=_refilled(first.did, elsewhere, chance), when=there.when)
        return _row(_told(first, cast, chance)[0], _told(look, elsewhere, chance, plain=True)[0], NEITHER)
    if draw < 0.9:  # asked for, feared, planned by others: not said to be so
        return Row(a=_open(first, cast, chance), b=_told(first, cast, chance, plain=True)[0], right=(NEITHER, HEDGED),
                   plain=(NEITHER,), set="facts")  # fmt: skip
    return _row(_told(first, cast, chance)[0], _told(other, cast, chance, plain=True)[0], NEITHER)


# -- telling


def _told(fact: Fact, cast: Cast, chance: random.Random, *, plain: bool = False) -> tuple[str, bool]:
    """Return one telling, and whether it keeps its distance."""
    draw = chance.random()
    when = f" {fact.when}" if fact.when and draw < 0.6 else ""
    past = f"{fact.who} {_in(fact.did, 'past')}"
    if draw < 0.3:
        return _clean(f"{past}{when}."), False
    if draw < 0.38:
        has = "have" if fact.many else "has"
        return _clean(f"{fact.who} {has} {_in(fact.did, 'pp')}."), False
    if draw < 0.46:
        present = _in(fact.did, "" if fact.many else "s")
        return headline(_clean(f"{fact.who} {present}"), chance), False
    if draw < 0.52 and fact.when and "{" not in fact.when:
        return _clean(f"{fact.when}, {past}."), False
    if draw < 0.75 or plain:
        frame = chance.choice(SAID)
        return _clean(_filled(frame, cast, chance).replace("@", past + when)), False
    return _clean(_filled(chance.choice(HEDGING), cast, chance).replace("@", past + when)), True


SAID = (
    "{lastname} said @.", "{fullname}, the {role}, said that @.", "@, {lastname} said.", "@, according to {org}.",
    "@, officials said.", "According to {agency}, @.", "“@,” {lastname} said.", "@, {agency} reported.",
    "{org} confirmed that @.", "It was announced that @.", "@ and nobody was surprised.", "@, the second time this year.",
    "@, which {lastname} welcomed.", "In a step that surprised many, @.", "@, say officials", "@ after {few} days of waiting.",
)  # fmt: skip
HEDGING = (
    "@, reports say.", "Reportedly, @.", "There are rumours that @.", "{lastname} claimed that @.", "@, it is alleged.",
    "Unconfirmed reports say that @.", "@?", "Did it happen? @, some say.", "It is not clear whether @.", "@, claims {lastname}",
    "It could not be confirmed that @.", "{org} is looking into reports that @.", "Social media posts say that @.", "Report: @",
    "@, according to an anonymous post.",
)  # fmt: skip
OPEN = (
    "{lastname} demanded that {who} should {base}.", "{who} may {base}, {lastname} fears.", "If {who} {past}, many would suffer.",
    "{lastname} asked whether {who} {past}.", "{who} is considering whether to {base}.", "Nobody knows whether {who} {past}.",
    "Protesters urged {who} to {base}.", "Will {who} {base}?", "{lastname} wondered why anybody should {base}.",
)  # fmt: skip
DENYING = (
    "{who} did not {base}.", "{who} never {past}.", "{who} denied that {it} had {pp}.", "{who} denied {ing}.", "{who} refused to {base}.",
    "{who} will not {base}, {lastname} said.", "{who} ruled out {ing}.", "{who} {has} not {pp}.", "{who} declined to {base}.",
    "{who} rejected reports that {it} had {pp}.", "{lastname} denied that {who} {past}.", "It is not true that {who} {past}.",
    "Reports that {who} {past} are false, {lastname} said.", "“{who} did not {base},” {lastname} said.", "{who} failed to {base}.",
    "{lastname} dismissed the claim that {who} {past}.", "No, {who} did not {base}.", "{who} says {it} did not {base}",
    "{who} {has} yet to {base}.", "Contrary to reports, {who} did not {base}.", "{who} decided not to {base}.",
    "The story that {who} {past} is invented, {lastname} said.", "Hoax: {who} never {past}",
)  # fmt: skip


def _denials(fact: Fact, cast: Cast, chance: random.Random) -> list[str]:
    return [_clean(_framed(frame, fact, cast, chance)) for frame in chance.sample(DENYING, 3)]


def _open(fact: Fact, cast: Cast, chance: random.Random) -> str:
    return _clean(_framed(chance.choice(OPEN), fact, cast, chance))


def _framed(frame: str, fact: Fact, cast: Cast, chance: random.Random) -> str:
    forms = {form: _in(fact.did, form) for form in ("base", "past", "pp", "ing")}
    own = {**forms, "who": fact.who, "it": "they" if fact.many else "it", "has": "have" if fact.many else "has"}
    for name, text in own.items():
        frame = frame.replace(f"{{{name}}}", text)
    return _filled(frame, cast, chance)


def _row(a: str, b: str, relation: int) -> Row:
    return Row(a=a, b=b, right=(relation,), plain=(relation,), set="facts")


def _clean(text: str) -> str:
    return capitalised(ARTICLE.sub(r"\1n ", SPACES.sub("", text.replace(" , ", ", "))).replace(",,", ",").strip())


# -- facts


def _drawn(cast: Cast, chance: random.Random) -> Fact:
    many = chance.random() < 0.4
    who = _filled("{many}" if many else "{one}", cast, chance).replace(",,", ",").strip(", ")
    did = _parts(chance.choice(_vps()), cast, chance)
    return Fact(who=who, many=many, did=did, when=_filled(chance.choice(WHEN), cast, chance))


WHEN = ("", "on {day}", "on {day}", "on {date}", "in {month}", "in {year}", "last week", "on {day} {part}", "overnight")


@cache
def _vps() -> tuple[str, ...]:
    return tuple(each for each in _known()["vp"] if each.startswith("@"))


def _filled(template: str, cast: Cast, chance: random.Random) -> str:
    return "".join(
        inflected(part.text, "past") if part.kind == "@" else part.text for part in _parts(template, cast, chance)
    )


def _parts(template: str, cast: Cast, chance: random.Random, kind: str = "") -> tuple[Part, ...]:
    found: list[Part] = []
    last = 0
    for part in PART.finditer(template):
        if part.start() > last:
            found.append(Part(kind=kind, text=template[last : part.start()]))
        name, _, verb = part.groups()
        if verb:
            found.append(Part(kind="@", text=verb))
        else:
            make = cast.slot(name)
            text = make() if make else chance.choice(_known()[name])
            found.extend(
                _parts(text, cast, chance, name) if "{" in text or "@" in text else [Part(kind=name, text=text)]
            )
        last = part.end()
    if last < len(template):
        found.append(Part(kind=kind, text=template[last:]))
    return tuple(found)


def _in(did: Sequence[Part], form: str) -> str:
    return "".join(
        (_present(part.text) if form == "s" else inflected(part.text, form)) if part.kind == "@" else part.text
        for part in did
    )


def _present(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in "aeiou" else verb + "s"


# -- changing


def _with_change(fact: Fact, cast: Cast, chance: random.Random) -> Fact | None:
    """Another value for one detail; None if there is none to change."""
    places = [at for at, part in enumerate(fact.did) if part.kind in CHANGED]
    if not places:
        return None
    at = chance.choice(places)
    old = fact.did[at]
    for _ in range(20):
        new = _filled(f"{{{old.kind}}}", cast, chance)
        if new.lower() != old.text.lower() and not (old.kind == "money" and new[:4] == old.text[:4]):
            return replace(fact, did=(*fact.did[:at], Part(kind=old.kind, text=new), *fact.did[at + 1 :]))
    return None


def _with_opposite_verb(fact: Fact) -> Fact | None:
    """The opposite verb, where it has one."""
    opening = " ".join("".join("@" + part.text if part.kind == "@" else part.text for part in fact.did).split()[:3])
    for old, new in OPPOSITE:
        if opening.startswith(f"@{old} ") or opening == f"@{old}":
            words = old.split(" ", 1)
            tail = fact.did[1].text
            if len(words) > 1:
                tail = tail.replace(f" {words[1]}", "", 1)
            verb, *more = new.split(" ", 1)
            first = Part(kind="@", text=verb)
            second = Part(kind="", text=(f" {more[0]}" if more else "") + tail)
            return replace(fact, did=(first, second, *fact.did[2:]))
    return None


def _reworded(fact: Fact, chance: random.Random) -> Fact:
    """Some words replaced by others that mean the same."""
    did: list[Part] = []
    for part in fact.did:
        if part.text in SAME and chance.random() < 0.6:
            word, *more = (
                chance.choice(SAME[part.text]).split(" ", 1) if part.kind == "@" else (chance.choice(SAME[part.text]),)
            )
            did.append(replace(part, text=word))
            did.extend(Part(kind="", text=f" {each}") for each in more)
        else:
            did.append(part)
    who = fact.who
    for old, new in ALIKE:
        if old in who and chance.random() < 0.4:
            who = who.replace(old, new)
    return replace(fact, did=tuple(did), who=who)


def _refilled(did: Sequence[Part], cast: Cast, chance: random.Random) -> tuple[Part, ...]:
    """The like done elsewhere: every name and number anew."""
    return tuple(
        Part(kind=part.kind, text=_filled(f"{{{part.kind}}}", cast, chance)) if part.kind in CHANGED else part
        for part in did
    )
