"""What an article calls its people besides their names, and whom “the minister” or “the 54-year-old” can mean.

The words before a name, an apposition behind it, “is” and an age describe a person. A phrase means the only person whose
description has its noun and every word that the phrase adds.

>>> text = "Orvian leader Ana Ruiz, 54, met Bo Lund, a former teacher."
>>> described = Described.of([("Ana Ruiz", describe(text, 14, 22)), ("Bo Lund", describe(text, 32, 39))])
>>> [described.bearers(phrase) for phrase in ("the leader", "the 54-year-old", "the former teacher", "the teacher")]
[('Ana Ruiz',), ('Ana Ruiz',), ('Bo Lund',), ()]
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from headwater.statements import words

WORD = re.compile(r"\w+(?:[-’'.]\w+)*\.?")
REACH = 120
"""Characters around a name in which it is described."""
LONGEST_LEAD = 6
"""Words of a description before a name."""
AGE = re.compile(r"\b(\d{1,3})-year-old\b")
AGE_BEHIND = re.compile(r",\s(?:aged\s)?(\d{1,3})(?=[,.;)]|\s\()")
APPOSITION = re.compile(
    r"(?:\s\([^()\n]{1,40}\))?,\s(?:(?:aged\s)?\d{1,3},\s)?(?:who\s(?:is|was)\s)?([^,.;:()\n“”\"—–]{3,110})"
)
HOME = re.compile(r"\s(?:\([RDI]-|of\s)([A-Z][\w.]+(?:\s[A-Z]\w+)?)(?=[,.)]|\s[a-z])")
"""“Gov. Ana Ruiz of North Tolben”."""
COPULA = re.compile(
    r"\s(?:is|was|became|remains|served\sas|works\sas|worked\sas)\s(?=(?:an?|the|its|their|one)\b)([^,.;:()\n“”\"—–]{3,110})"
)
REVERSED = re.compile(
    r"(?:^|[.!?,”\"\n—–]\s*|\s)((?:the|its|their|his|her|an?|\w+[’']s)\s[^,.;:()\n“”\"—–]{2,70}),\s$", re.IGNORECASE
)
BREAKS = (
    words.DETERMINERS
    | words.PREPOSITIONS
    | words.PERSONAL
    | words.AUXILIARIES
    | words.BOUNDARIES
    | frozenset("said says told and but or mr. ms. mrs.".split())
)
LIST_OF_WORDS = re.compile(r"\s(?:and|who|whom|whose|which|that|since|until|when|where|while|as)\s|\s(?=and\s)")
SAME = {"gop": "republican", "republicans": "republican", "british": "britain", "french": "france", "german": "germany"}
SHORT = {
    "sen.": "senator", "rep.": "representative", "gov.": "governor", "gen.": "general", "prof.": "professor",
    "dr.": "doctor", "capt.": "captain", "col.": "colonel", "lt.": "lieutenant", "sgt.": "sergeant", "pres.": "president",
}  # fmt: skip
MOST = 40
"""People who share a noun; of more nobody can be meant."""
SHORTEST_STEM = 4
UNNAMED = re.compile(r"\b(?:an?|another|one)\s(?:[\w’'-]{1,20}\s){0,2}?([\w-]{3,20})\b", re.IGNORECASE)
TIED = re.compile(r"(?:,|\b(?:is|was|became|remains|as|of|like|for|than|be|and))\s(?:not\s)?$")
OFFICES = frozenset(
    "president premier chancellor king queen pope governor mayor senator minister secretary speaker candidate nominee "
    "leader congressman congresswoman representative ambassador".split()
)
"""Nouns of which news speaks in general (“a president must …”) beside the one that it names."""


@dataclass(frozen=True, slots=True)
class Description:
    """One description of a person: its noun, the words before and behind it, lower-case; an age is its own noun."""

    head: str
    words: frozenset[str]


def describe(text: str, start: int, end: int) -> tuple[Description, ...]:
    """Return how a text describes the person whom it names at `text[start:end]`."""
    before = text[max(text.rfind("\n", 0, start) + 1, start - REACH) : start]
    after = text[end : end + REACH].partition("\n")[0]
    found: list[Description] = []
    lead = _lead(before)
    if lead:
        home = HOME.match(after)
        found.extend(_read(f"{lead} of {home.group(1)}" if home else lead))
    turned = REVERSED.search(before)
    if turned:
        found.extend(_read(turned.group(1)))
    for match in (APPOSITION.match(after), COPULA.match(after)):
        if match:
            found.extend(_read(match.group(1)))
    found.extend(
        Description(f"{match.group(1)}-year-old", frozenset())
        for match in (AGE.search(lead or before[-40:]), AGE_BEHIND.match(after))
        if match
    )
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Described:
    """The descriptions of all people of one article."""

    _own: Mapping[str, frozenset[Description]]
    _by_noun: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, described: Iterable[tuple[str, Sequence[Description]]]) -> Described:
        """Return the descriptions of people by their noun; one person may come several times."""
        own: dict[str, set[Description]] = {}
        by_noun: dict[str, set[str]] = {}
        for name, descriptions in described:
            own.setdefault(name, set()).update(descriptions)
            for each in descriptions:
                by_noun.setdefault(each.head, set()).add(name)
        return cls(
            {name: frozenset(found) for name, found in own.items()},
            {noun: tuple(sorted(names)) for noun, names in by_noun.items()},
        )

    def bearers(self, phrase: str) -> tuple[str, ...]:
        """Return the people, in order of name, whom a phrase like “the Orvian leader” can mean."""
        age = AGE.search(phrase)
        wanted = [Description(age.group(0), frozenset())] if age else _read(phrase)
        if len(wanted) != 1:
            return ()
        names = self._by_noun.get(wanted[0].head, ())
        return tuple(name for name in names if _fits(wanted[0], self._own[name])) if len(names) <= MOST else ()


def noun_of(phrase: str) -> str | None:
    """Return the noun of a description of one person, None where the phrase is none.

    >>> noun_of("the former finance minister of Orvia"), noun_of("the ministry")
    ('minister', None)
    """
    read = _read(phrase)
    return read[0].head if read else None


def strangers(text: str) -> dict[str, int]:
    """Return where a text first speaks of “a judge” without saying who, by noun; offices of one bearer do not count.

    >>> strangers("A judge left. Ana Ruiz is a rower. Bo Lund, a teacher, met a president.")
    {'judge': 2}
    """
    found: dict[str, int] = {}
    for match in UNNAMED.finditer(text):
        noun = match.group(1).lower()
        before = text[max(0, match.start() - 12) : match.start()]
        if noun in words.PERSON_NOUNS - OFFICES and match.group(1).islower() and not TIED.search(before):
            following = WORD.match(text, match.end() + 1)
            if following is None or not following.group()[0].isupper():
                found.setdefault(noun, match.start(1))
    return found


def _fits(wanted: Description, own: Collection[Description]) -> bool:
    known = frozenset(word for each in own for word in each.words) | frozenset(each.head for each in own)
    return any(
        each.head == wanted.head
        and each.words & words.OTHER_OFFICE == wanted.words & words.OTHER_OFFICE
        and all(_said(word, known) for word in wanted.words)
        for each in own
    )


def _said(word: str, known: frozenset[str]) -> bool:
    """Say whether a description has a word, or its people has the place of it: “Orvian” and “Orvia”."""
    if word in known or SAME.get(word, word) in known or word in {SAME.get(each) for each in known}:
        return True
    return any(_one_place(word, each) for each in known)


def _one_place(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    stem = max(SHORTEST_STEM, len(shorter) - 2)
    return len(shorter) >= stem and len(longer) - len(shorter) <= 3 and shorter[:stem] == longer[:stem]


def _lead(before: str) -> str:
    """Return the words right before a name that belong to it: “former Orvian teacher”."""
    if not before.endswith(" "):
        return ""
    found: list[str] = []
    for word in reversed(WORD.findall(re.split(r"[,;:()“”\"—–!?]|\.\s(?!$)", before)[-1])):
        if word.lower() in BREAKS - {"ex"} or len(found) == LONGEST_LEAD:
            break
        found.append(word)
    return " ".join(reversed(found))


def _read(phrase: str) -> list[Description]:
    """Return the descriptions in a phrase: “a former teacher and mayor of Tolben” has two."""
    found: list[Description] = []
    for part in LIST_OF_WORDS.split(phrase):
        read = _read_one(part)
        if read is None:
            break
        found.append(read)
        if re.search(r"\b(?:who|which|that)\b", phrase[: phrase.find(part) + len(part) + 5]):
            break
    return found


def _read_one(part: str) -> Description | None:
    found = [word.lower().removesuffix("’s").removesuffix("'s") for word in WORD.findall(part)]
    found = [SHORT.get(word, word) for word in found]
    while found and found[0] in words.DETERMINERS | {"and", "one", "then"}:
        del found[0]
    stop = next((at for at, word in enumerate(found) if word in words.PREPOSITIONS), len(found))
    head = next((at for at in range(stop - 1, -1, -1) if found[at].rstrip(".") in words.PERSON_NOUNS), None)
    if head is None or head != stop - 1:
        return None
    rest = found[:head] + [
        word for word in found[stop:] if word not in words.DETERMINERS | words.PREPOSITIONS | {"and"}
    ]
    parts = [piece for word in rest for piece in ([word] if word == "one-time" else word.split("-"))]
    return Description(found[head].rstrip("."), frozenset(part for part in parts if part))
