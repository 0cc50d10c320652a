"""Pairs of invented news sentences that support, contradict or leave each other alone.

`invented_sides.toml` holds questions with two sides, `invented_values.toml` questions with a value; `told` clothes a sentence
as news does: attribution, headline, dateline, time. Seeded; no text of others is in here.

>>> row = next(invented(random.Random(3)))
>>> row.set, len(row.plain) > 0
('invented', True)
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from training.readers.invented_cast import Cast
from training.readers.invented_grammar import Grammar, capitalised, lists
from training.relations.gold import CONTRADICTS, HEDGED, NEITHER, SUPPORTS, Row
from training.relations.invented_words import BLURRED, GROUPS, OWN, SOURCES, headline

SLOT = re.compile(r"\{([a-z]+)(\d?)(\^?)\}")
SPACES = re.compile(r"\s+")


@cache
def _grammar() -> Grammar:
    return Grammar({**lists("names"), **lists("words"), **lists("frames"), **OWN})


@cache
def questions(name: str) -> tuple[dict[str, tuple[str, ...]], ...]:
    """Return the questions of `sides` or `values`: lines by side."""
    found = tomllib.loads(Path(__file__).with_name(f"invented_{name}.toml").read_text(encoding="utf-8"))
    return tuple(
        {side: tuple(text.strip().split("\n")) for side, text in question.items()} for question in found.values()
    )


class Scene:
    """What the numbered slots of one question stand for."""

    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self._cast = Cast(chance)
        self._known: dict[str, str] = {}

    def line(self, template: str, value: str = "") -> str:
        """Return the template with its slots filled, as a sentence begins; `value` is what {v} stands for."""
        return capitalised(self.phrase(template, value).strip())

    def phrase(self, template: str, value: str = "") -> str:
        """Return the template with its slots filled."""

        def filled(found: re.Match[str]) -> str:
            name, number, capital = found.groups()
            text = value if name == "v" else self._numbered(name, number) if number else self.fresh(name)
            return capitalised(text) if capital else text

        return SPACES.sub(" ", SLOT.sub(filled, template))

    def fresh(self, name: str) -> str:
        """Return something new of a kind."""
        if name in {"full", "last", "person", "fullname", "lastname"}:
            person = self._cast.full()
            return person if name in {"full", "person", "fullname"} else person.split()[-1]
        name = OTHERWISE.get(name, name)
        if name == "magnitude":
            return f"{self.chance.randint(3, 8)}.{self.chance.randint(0, 9)}"
        return SPACES.sub(" ", _grammar().expand(f"{{{name}}}", self._cast.slot, self.chance)).strip()

    def another(self, name: str, than: str) -> str:
        """Return something of a kind that is clearly another than `than`."""
        for _ in range(50):
            found = self.fresh(name)
            if _apart(found, than):
                return found
        return f"{self.fresh(name)} or more"

    def _numbered(self, name: str, number: str) -> str:
        if name in {"full", "last"}:
            person = self._known.setdefault(f"person{number}", self._person())
            return person if name == "full" else person.split()[-1]
        key = name + number
        if key not in self._known:
            taken = {value for other, value in self._known.items() if other.startswith(name)}
            drawn = self.fresh(name)
            while drawn in taken:
                drawn = self.fresh(name)
            self._known[key] = drawn
        return self._known[key]

    def _person(self) -> str:
        taken = {value.split()[-1] for key, value in self._known.items() if key.startswith("person")}
        drawn = self._cast.full()
        for _ in range(20):
            if drawn.split()[-1] not in taken:
                break
            drawn = self._cast.full()
        return drawn


def invented(chance: random.Random) -> Iterator[Row]:
    """Yield rows for ever: a third with a value, the rest with sides."""
    while True:
        yield (values if chance.random() < 0.4 else sides)(chance)


def sides(chance: random.Random) -> Row:
    """Return a pair of lines of one question with two sides."""
    scene = Scene(chance)
    question = chance.choice(questions("sides"))
    draw = chance.random()
    one, two = ("yes", "no") if chance.random() < 0.5 else ("no", "yes")
    if draw < 0.28:
        first, second = chance.sample(question[one], 2)
        return _row(scene, (first, second), SUPPORTS)
    if draw < 0.68:
        return _row(scene, (chance.choice(question[one]), chance.choice(question[two])), CONTRADICTS)
    if draw < 0.86:
        pair = [chance.choice(question[one]), chance.choice(question["other"])]
        chance.shuffle(pair)
        return _row(scene, (pair[0], pair[1]), NEITHER)
    if draw < 0.96:  # two matters of the same people, one of them often denied
        another = chance.choice([each for each in questions("sides") if each is not question])
        pair = [chance.choice(question["no"]), chance.choice(another[chance.choice(("yes", "no", "other"))])]
        chance.shuffle(pair)
        return _row(scene, (pair[0], pair[1]), NEITHER)
    elsewhere = Scene(chance)  # the same question about others: a look-alike
    a, b = chance.choice(question[one]), chance.choice(question[chance.choice((one, two))])
    named = _names(a) & _names(b)
    target = NEITHER if {"full", "company", "town", "country"} & named else None
    if target is None:
        return _row(scene, (a, chance.choice(question["other"])), NEITHER)
    return Row(
        a=told(scene.line(a), scene, named=_named(a))[0],
        b=told(elsewhere.line(b), elsewhere, named=_named(b), plain=True)[0],
        right=(NEITHER,),
        plain=(NEITHER,),
        set="invented",
    )


def values(chance: random.Random) -> Row:
    """Return a pair of lines of one question with a value."""
    scene = Scene(chance)
    question = chance.choice(questions("values"))
    kind = question["of"][0]
    value = scene.fresh(kind)
    draw = chance.random()
    first, second = chance.choice(question["lines"]), chance.choice(question["lines"])
    if draw < 0.3:
        return _row(scene, (first, second), SUPPORTS, (value, _restated(value, kind, chance), kind))
    if draw < 0.36 and kind in {"num", "few"}:
        blurred = _blurred(value, chance)
        if blurred:
            given = (value, blurred) if draw < 0.33 else (blurred, value)
            return _row(scene, (first, second), SUPPORTS, (*given, kind))
    if draw < 0.72:
        return _row(scene, (first, second), CONTRADICTS, (value, scene.another(kind, value), kind))
    if draw < 0.92:
        pair = [first, chance.choice(question["other"])]
        chance.shuffle(pair)
        return _row(scene, (pair[0], pair[1]), NEITHER, (value, value, kind))
    elsewhere = Scene(chance)
    other = scene.another(kind, value) if chance.random() < 0.7 else value
    return Row(
        a=told(scene.line(first, value), scene, named=_named(first, kind))[0],
        b=told(elsewhere.line(second, other), elsewhere, named=_named(second, kind), plain=True)[0],
        right=(NEITHER,),
        plain=(NEITHER,),
        set="invented",
    )


def told(line: str, scene: Scene, *, named: bool, plain: bool = False) -> tuple[str, str]:
    """Return a line as news tells it, and how it is meant: "" plainly, "hedged", or "open" (asked, demanded, imagined)."""
    chance = scene.chance
    draw = chance.random()
    if "“" in line or draw < 0.4:
        return _dressed(line, chance), ""
    low = line if named else line[0].lower() + line[1:]
    if draw < 0.58:
        return scene.line(chance.choice(SOURCES["plain"])).replace("@", low).replace("#", line), ""
    if draw < 0.66:
        return headline(line, chance), ""
    if draw < 0.74:
        return f"{line}, {scene.line(chance.choice(TAILS))[1:]}.", ""
    if plain or draw < 0.8:
        return f"{line}.", ""
    kind = "hedged" if draw < 0.93 else "open"
    text = scene.line(chance.choice(SOURCES[kind])).replace("@", low).replace("#", line)
    return (headline(text, chance) if chance.random() < 0.25 else text), kind


TAILS = (
    "_{source}", "_{source}", "_according to {org}", "_a spokesman for {org} said", "_{lastname} said on {day}",
    "_{agency} reported", "_{fullname} told {paper}", "_the police said", "_witnesses said",
)  # fmt: skip
"""The mark keeps the first letter small."""
NAMES = frozenset("full last company country town person fullname lastname day date month".split())
OTHERWISE = {"group": "armed", "event": "disaster"}
"""Slots whose words here are others than in `training/readers`."""


def _named(template: str, kind: str = "") -> bool:
    """Whether a line begins with a name, which keeps its capital."""
    found = SLOT.match(template)
    return found is not None and (kind if found[1] == "v" else found[1]) in NAMES


def _row(scene: Scene, lines: tuple[str, str], relation: int, given: tuple[str, str, str] = ("", "", "")) -> Row:
    """A pair of lines told; `given` are the values of both and their kind."""
    (a, b), (one, other, kind) = lines, given
    first, how = told(scene.line(a, one), scene, named=_named(a, kind))
    second, _ = told(scene.line(b, other), scene, named=_named(b, kind), plain=True)
    if how == "open":
        return Row(a=first, b=second, right=(NEITHER, HEDGED), plain=(NEITHER,), set="invented")
    right = (HEDGED,) if how == "hedged" and relation == SUPPORTS else (relation,)
    return Row(a=first, b=second, right=right, plain=(relation,), set="invented")


def _names(line: str) -> set[str]:
    return {name for name, number, _ in SLOT.findall(line) if number}


def _dressed(line: str, chance: random.Random) -> str:
    if chance.random() < 0.3:
        return line
    when = chance.choice(GROUPS["when"])
    if chance.random() < 0.2 and " on " not in line and "“" not in line:
        return f"{line} {when}."
    return f"{line}."


NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split()


def amount(text: str) -> float | None:
    """Return the number that a text such as "six", "1,200" or "2.4 million" stands for."""
    head = text.split(maxsplit=1)[0].lower().replace(",", "")
    if head in NUMBERS:
        return float(NUMBERS.index(head))
    try:
        return float(head) * (1_000_000 if "million" in text else 1)
    except ValueError:
        return None


def _apart(one: str, two: str) -> bool:
    if one == two or set(one.lower().split()) & set(two.lower().split()) - {"of", "the", "a", "million", "per", "cent"}:
        return False
    first, second = amount(one), amount(two)
    return first is None or second is None or first != second


def _restated(value: str, kind: str, chance: random.Random) -> str:
    """The same value in another spelling, where there is one."""
    number = amount(value) if kind in {"num", "few", "age"} else None
    if chance.random() < 0.5:
        return value
    if number is not None and number < len(NUMBERS) and "." not in value:
        return NUMBERS[int(number)] if value[0].isdigit() else str(int(number))
    if kind == "pct":
        return re.sub(r"%| per cent| percent", lambda _: chance.choice(("%", " per cent", " percent")), value)
    if kind == "person":
        return value.rsplit(maxsplit=1)[-1]
    for pattern, new in MONEY:
        if kind == "money" and pattern.search(value):
            return pattern.sub(new, value)
    return value


MONEY: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"^\$([\d.]+) million$"), r"\1 million dollars"),
    (re.compile(r"^([\d.]+) million dollars$"), r"$\1m"),
    (re.compile(r"^([$€£])([\d.]+) billion$"), r"\1\2bn"),
    (re.compile(r"^([$€£])([\d.]+)bn$"), r"\1\2 billion"),
    (re.compile(r"^£([\d.]+)m$"), r"£\1 million"),
)


def _blurred(value: str, chance: random.Random) -> str:
    """A bound or a round number that the value keeps to."""
    number = amount(value)
    if number is None or number < 4 or "million" in value:
        return ""
    lower = int(number * chance.uniform(0.8, 0.98)) if number > 15 else int(number) - 1
    digits = 10 ** max(0, len(str(lower)) - 2)
    lower = lower // digits * digits
    word, shift = chance.choice(BLURRED)
    shown = lower if shift < 0 else (int(number) // digits + 1) * digits
    return f"{word} {NUMBERS[shown] if shown < len(NUMBERS) else format(shown, ',')}"
