"""The invented world of one article: its people, places and groups, and how a text names them the first time and later.

>>> import random
>>> Cast(random.Random(2)).full()
'Gonzalo Olmedo'
"""

from __future__ import annotations

import random
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from training.readers.invented_grammar import Slot, alternatives, lists, table

DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
MONTHS = "January February March April May June July August September October November December".split()
WORDS = "two three four five six seven eight nine ten twelve".split()
MONEY = ("${} million", "€{} billion", "£{}m", "{} million kroner", "${}bn", "{} million dollars", "${} billion")


@dataclass(kw_only=True, slots=True)
class Person:
    """One of the article's people."""

    given: str
    family: str
    woman: bool
    family_first: bool
    title: str
    role: str
    known: bool = False

    @property
    def name(self) -> str:
        """Both names in their order."""
        return f"{self.family} {self.given}" if self.family_first else f"{self.given} {self.family}"


@cache
def _peoples() -> list[tuple[bool, list[tuple[str, ...]]]]:
    """Whether the family name stands first; women's names, men's names and family names."""
    path = Path(__file__).with_name("invented_names.toml")
    found = tomllib.loads(path.read_text(encoding="utf-8"))["people"]
    kinds = ("women", "men", "families")
    return [(bool(each.get("first")), [tuple(each[kind].split("; ")) for kind in kinds]) for each in found]


@cache
def _domains() -> list[dict[str, tuple[str, ...]]]:
    """What fits together, as lists by name."""
    return [{name: alternatives(each) for name, each in found.items()} for found in table("domains").values()]


class Cast:
    """Who and what one article is about; remembers who was named last."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._lists = lists("names")
        self._domain = chance.choice(_domains()) if chance.random() < 0.75 else {}
        home = chance.randrange(len(_peoples()))
        self.people = [self._person(home if chance.random() < 0.6 else None) for _ in range(chance.randint(2, 5))]
        self.last = self.people[0]
        self.towns = [self._place() for _ in range(4)]
        self.countries = [self._place() for _ in range(3)]
        self.companies = [f"{self._place()} {self._pick('company')}" for _ in range(2)]
        self.orgs = [self._org() for _ in range(4)]
        self.agency = "".join(chance.choice("ABCDEFGIKLMNOPRSTUVZ") for _ in range(chance.choice((3, 3, 3, 4, 2))))
        paper = chance.choice((self._place(), chance.choice(self.towns), chance.choice("Daily Sunday Evening".split())))
        self.paper = f"the {paper} {self._pick('papers')}"

    def slot(self, name: str) -> Slot | None:
        """Return what makes a slot, or None for one that is a list."""
        own = self._domain.get(name)
        if own and self._chance.random() < 0.9:
            return lambda: self._chance.choice(own)
        return getattr(self, f"_slot_{name}", None)

    def full(self) -> str:
        """Return the full name of somebody."""
        person = self._some()
        person.known = True
        return person.name

    def _pick(self, name: str) -> str:
        return self._chance.choice(self._lists[name])

    def _some(self) -> Person:
        return self._chance.choice(self.people) if self._chance.random() < 0.8 else self._person(None)

    def _person(self, home: int | None) -> Person:
        peoples = _peoples()
        first, (women, men, families) = peoples[home] if home is not None else self._chance.choice(peoples)
        woman = self._chance.random() < 0.5
        return Person(
            given=self._chance.choice(women if woman else men),
            family=self._chance.choice(families),
            woman=woman,
            family_first=first,
            title=self._pick("titles"),
            role=self._pick("roles"),
        )

    def _place(self) -> str:
        sounds = ["onsets", "middles"] * self._chance.choice((1, 1, 1, 2))
        ending = self._pick("endings")
        link = self._pick("links") if ending[0] in "aeiou" else ""
        stem = "".join(self._pick(kind) for kind in sounds) + link + ending
        return stem[0] + stem[1:].lower()

    def _org(self) -> str:
        place = self._chance.choice(self.towns if self._chance.random() < 0.5 else self.countries)
        return self._chance.choice(
            (
                "the Ministry of {field}",
                f"the {place} {self._pick('institution')}",
                f"the {self._pick('institution')}",
                f"{place}'s {{group}}",
                f"{place} University",
                "".join(self._chance.choice("ABCDEFGILMNOPRSTU") for _ in range(self._chance.randint(3, 5))),
                "the {country_adj} {group}",
                f"the {self._pick('institution')} of {place}",
            )
        )

    # -- people in the text

    def _slot_who(self) -> str:
        """Whoever speaks, as the subject of a sentence."""
        draw = self._chance.random()
        if draw < 0.18 and self.last.known:
            return self._slot_he()
        if draw < 0.72:
            return self._mention(self._chance.choice(self.people))
        if draw < 0.82:
            return "{org}"
        return "{person_group}"

    def _slot_who_full(self) -> str:
        """Whoever speaks, as they stand after the verb."""
        draw = self._chance.random()
        if draw < 0.15:
            return "{person_group}"
        if draw < 0.25:
            return "{anon}"
        person = self._some()
        return self._introduced(person) if draw < 0.8 else self._later(person)

    def _slot_pron(self) -> str:
        return self._slot_he() if self._chance.random() < 0.85 else self._later(self.last)

    def _slot_other(self) -> str:
        draw = self._chance.random()
        if draw < 0.25:
            return self._chance.choice(("{org}", "the {group}", "{country}", "the {role}", "{num} {worker}"))
        return self._chance.choice((self._some().family, self._some().name, self._titled(self._some())))

    def _slot_doc(self) -> str:
        return "{document}"

    def _slot_poss(self) -> str:
        draw = self._chance.random()
        if draw < 0.2:
            return self._slot_his()
        return f"{self._some().family if draw < 0.6 else self._some().name}'s" if draw < 0.8 else "the {group}'s"

    def _mention(self, person: Person) -> str:
        self.last = person
        return self._later(person) if person.known else self._introduced(person)

    def _introduced(self, person: Person) -> str:
        person.known = True
        self.last = person
        draw = self._chance.random()
        if draw < 0.3:
            return self._titled(person)
        if draw < 0.4:
            return person.name
        if draw < 0.75:
            return f"{person.name}, {self._pick('apposition')},"
        apposed = self._chance.choice(APPOSED)
        return f"{apposed} {person.name}{',' if apposed.endswith(',') and draw < 0.92 else ''}"

    def _titled(self, person: Person) -> str:
        return f"{person.title} {person.name if self._chance.random() < 0.7 else person.family}"

    def _later(self, person: Person) -> str:
        draw = self._chance.random()
        if draw < 0.7:
            return person.family
        if draw < 0.8:
            return f"{'Ms' if person.woman else 'Mr'}{self._chance.choice(('', '.'))} {person.family}"
        if draw < 0.9:
            return f"{person.title} {person.family}"
        return f"the {person.role}"

    def _slot_he(self) -> str:
        return "she" if self.last.woman else "he"

    def _slot_his(self) -> str:
        return "her" if self.last.woman else "his"

    def _slot_lastname(self) -> str:
        return self._some().family

    def _slot_fullname(self) -> str:
        return self._some().name

    def _slot_first(self) -> str:
        return self._some().given

    def _slot_role(self) -> str:
        return self._pick("roles")

    # -- places and groups

    def _slot_town(self) -> str:
        return self._chance.choice(self.towns)

    def _slot_TOWN(self) -> str:  # noqa: N802 - the slot's own name
        return self.towns[0].upper()

    def _slot_country(self) -> str:
        return self._chance.choice(self.countries)

    def _slot_country_adj(self) -> str:
        country = self._chance.choice(self.countries)
        return country.rstrip("aeiouwy") + ("ian" if len(country) % 2 else "ese")

    def _slot_org(self) -> str:
        return self._chance.choice(self.orgs)

    def _slot_company(self) -> str:
        return self._chance.choice(self.companies)

    def _slot_paper(self) -> str:
        return self.paper

    def _slot_agency_short(self) -> str:
        return self.agency

    def _slot_agency(self) -> str:
        town = self.towns[0]
        return self._chance.choice(
            (self.agency, self.agency, self.paper, f"the {town} News Agency", f"Radio {town}", "state television")
        )

    # -- numbers and times

    def _slot_num(self) -> str:
        draw = self._chance.random()
        if draw < 0.4:
            return self._chance.choice(WORDS)
        if draw < 0.75:
            return str(self._chance.randint(11, 990))
        if draw < 0.95:
            return f"{self._chance.randint(1, 900)},{self._chance.randint(0, 9)}00"
        return f"{self._chance.randint(2, 40)}.{self._chance.randint(1, 9)} million"

    def _slot_few(self) -> str:
        return self._chance.choice(WORDS) if self._chance.random() < 0.5 else str(self._chance.randint(11, 48))

    def _slot_pct(self) -> str:
        value = self._chance.choice(
            (f"{self._chance.randint(2, 95)}", f"{self._chance.randint(1, 9)}.{self._chance.randint(1, 9)}")
        )
        return value + self._chance.choice(("%", " per cent", " percent"))

    def _slot_money(self) -> str:
        return self._chance.choice(MONEY).format(
            self._chance.choice((self._chance.randint(2, 900), "1.2", "3.5", "7.8"))
        )

    def _slot_age(self) -> str:
        return str(self._chance.randint(17, 89))

    def _slot_day(self) -> str:
        return self._chance.choice(DAYS)

    def _slot_month(self) -> str:
        return self._chance.choice(MONTHS)

    def _slot_dom(self) -> str:
        return str(self._chance.randint(1, 28))

    def _slot_date(self) -> str:
        return self._chance.choice(
            (f"{self._slot_dom()} {self._slot_month()}", f"{self._slot_month()} {self._slot_dom()}")
        )

    def _slot_year(self) -> str:
        return str(self._chance.randint(1962, 2029))

    def _slot_score(self) -> str:
        return f"{self._chance.randint(0, 5)}-{self._chance.randint(0, 4)}"


APPOSED = (
    "the {group}'s {role},",
    "a spokeswoman for {org},",
    "the {role} of {town},",
    "{country_adj} {role}",
    "a local {role},",
    "{company} {role}",
    "the {country_adj} {role}",
    "{role}",
    "former {role}",
    "{adj} {role}",
    "{age}-year-old {role}",
    "union leader",
    "army spokesman Col.",
)
