"""Pairs about whether something happened at all: denied in one, told in other words in the other.

>>> row = denial(random.Random(1))
>>> row.set
'denials'
"""

from __future__ import annotations

import random

from training.readers.invented_grammar import capitalised
from training.relations.gold import CONTRADICTS, NEITHER, SUPPORTS, Row
from training.relations.invented import Scene

DOINGS = (
    "mediation", "talks", "negotiations", "contacts", "meetings", "payments", "recruitment", "shelling", "deportations", "torture",
    "surveillance", "censorship", "bribery", "price fixing", "smuggling", "rehearsals", "inspections", "cooperation", "arms deliveries",
    "troop movements", "job cuts", "layoffs", "vote buying", "looting", "executions", "evictions", "rationing", "military exercises",
    "secret flights", "preparations for war", "private deals", "doping", "tapping of telephones", "bargaining", "fighting", "sabotage",
)  # fmt: skip
SINGLE = frozenset(
    "mediation recruitment shelling torture surveillance censorship bribery smuggling cooperation looting rationing doping bargaining "
    "fighting sabotage".split()
) | {"price fixing", "vote buying", "tapping of telephones"}
THINGS = (
    "ship", "protester", "journalist", "village", "prisoner", "soldier", "worker", "church", "school", "truck", "passenger", "patient",
    "file", "house", "flight", "bank account", "diplomat", "farmer", "boat", "official",
)  # fmt: skip
DONE: dict[str, tuple[str, ...]] = {
    "ship": ("stopped", "searched", "sunk", "boarded"), "boat": ("stopped", "sunk", "seized"), "truck": ("stopped", "searched", "burned"),
    "village": ("shelled", "burned", "cleared"), "church": ("damaged", "looted", "closed"), "school": ("closed", "hit", "evacuated"),
    "house": ("searched", "burned", "demolished"), "file": ("deleted", "stolen", "leaked"), "flight": ("cancelled", "delayed"),
    "bank account": ("frozen", "emptied"),
}  # fmt: skip
TO_PEOPLE = (
    "killed",
    "beaten",
    "arrested",
    "wounded",
    "tortured",
    "expelled",
    "dismissed",
    "threatened",
    "bribed",
    "released",
)
NO_DOING = (
    "There {has} been no {d}", "No {d} took place, {lastname} said", "No {d} {is} under way, the spokesman said", "{who^} denied any {d}",
    "{who^} denied that there had been {d}", "“There {is} no {d},” {lastname} said", "{who^} knows of no {d}",
    "Nothing that deserves the name of {d} is going on, {who} said", "{who^} rejected reports of {d}", "{who^} dismissed talk of {d}",
    "{who^} said reports of {d} were invented", "There never {was} any {d}, {lastname} insisted", "“We have no part in any {d},” {who} said",
    "{who^} ruled out {d}",
)  # fmt: skip
SOME_DOING = (
    "{q^} {d} {is} under way, {source}", "{q^} {d} {has} begun, {source}", "{q^} {d} took place in {town1}", "{q^} {d} took place, {source}",
    "{d^} went on in {town1} for weeks", "{who^} admitted the {d}", "{source^}: {d} in {town1}", "There {is} {d}, {source}",
    "{source^} spoke of {q} {d}", "{lastname} took part in the {d}", "{q^} {d} {was} confirmed by two diplomats", "Evidence of {d} has emerged",
)  # fmt: skip
NO_THING = (
    "{who^} denied that any {t} was {z}", "No {t} was {z}, {who} said", "Not a single {t} was {z}", "{who^} said no {t} had been {z}",
    "{who^} knows of no {t} that was {z}", "“We have not {z} any {t},” {lastname} said", "None of the {t}s was {z}",
    "{who^} rejected reports that {t}s had been {z}", "It is not true that {t}s were {z}, {lastname} said", "No {t}s have been {z} in {town1}",
)  # fmt: skip
SOME_THING = (
    "{few^} {t}s were {z} off {town1}, {source}", "{few^} {t}s have been {z}", "A {t} was {z} near {town1}, {source}", "Several {t}s were {z}",
    "{source^}: {few} {t}s {z} in {town1}", "{t^}s were {z} in {town1} on {day}", "{lastname} saw how a {t} was {z}",
    "At least {few} {t}s were {z}, {source}", "Dozens of {t}s have been {z} since {month}",
)  # fmt: skip
QUIET = ("", "", "quiet", "secret", "discreet", "informal", "confidential", "private", "intense", "first")
WHO = (
    "the ministry",
    "the spokesman",
    "a spokeswoman",
    "the government",
    "the company",
    "the army",
    "the police",
    "{org}",
    "{fullname}",
    "{country1}",
)
LEAVING = (
    "{who^} said nothing about {d}", "{who^} wants {d} to begin soon", "{who^} called for an end to {d}", "{town1} was quiet on {day}",
    "{who^} published a report on {town}", "{lastname} was born in {town1}",
)  # fmt: skip


def denial(chance: random.Random) -> Row:
    """Return a pair with what is right of it."""
    scene = Scene(chance)
    doing = chance.random() < 0.5
    deny, tell = (NO_DOING, SOME_DOING) if doing else (NO_THING, SOME_THING)
    one, other = _filling(doing, chance), _filling(doing, chance)
    draw = chance.random()
    if draw < 0.45:
        return _pair(scene, (chance.choice(deny), one), (chance.choice(tell), one), CONTRADICTS)
    if draw < 0.57:
        first, second = chance.sample(deny, 2)
        return _pair(scene, (first, one), (second, one), SUPPORTS)
    if draw < 0.69:
        first, second = chance.sample(tell, 2)
        return _pair(scene, (first, one), (second, one), SUPPORTS if doing else (SUPPORTS, NEITHER))
    if draw < 0.9 and not set(one.values()) & set(other.values()) - {"is", "has", "was", "are", "have", "were", ""}:
        return _pair(scene, (chance.choice(deny), one), (chance.choice(tell), other), NEITHER)
    return _pair(
        scene,
        (chance.choice(deny if chance.random() < 0.6 else tell), one),
        (chance.choice(LEAVING), _filling(True, chance)),
        NEITHER,
    )


def _filling(doing: bool, chance: random.Random) -> dict[str, str]:  # noqa: FBT001 - which of two kinds
    if doing:
        what = chance.choice(DOINGS)
        verbs = ("is", "has", "was") if what in SINGLE else ("are", "have", "were")
        return {"d": what, "q": chance.choice(QUIET), **dict(zip(("is", "has", "was"), verbs, strict=True))}
    thing = chance.choice(THINGS)
    return {"t": thing, "z": chance.choice(DONE.get(thing, TO_PEOPLE))}


def _pair(
    scene: Scene, a: tuple[str, dict[str, str]], b: tuple[str, dict[str, str]], relation: int | tuple[int, ...]
) -> Row:
    right = relation if isinstance(relation, tuple) else (relation,)
    told = [_line(scene, *each) for each in (a, b)]
    scene.chance.shuffle(told)
    return Row(a=told[0], b=told[1], right=right, plain=right, set="denials")


def _line(scene: Scene, template: str, filling: dict[str, str]) -> str:
    own = {**filling, "who": scene.phrase(scene.chance.choice(WHO))}
    for name, text in own.items():
        template = template.replace(f"{{{name}}}", text).replace(f"{{{name}^}}", capitalised(text) if text else "")
    return capitalised(scene.phrase(template).replace("“ ", "“").strip()) + scene.chance.choice((".", ".", ""))
