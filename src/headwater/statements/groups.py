"""An article's names → its groups: the full form of an acronym, and which one “the newspaper” or “the agency” means.

>>> text = "The Orvian Press Agency (OPA) and the Tolben Herald, a daily, met the Harbour Ministry."
>>> groups = read_groups(text, find_names(text))
>>> groups.full("OPA"), [groups.meant(phrase, len(text)) for phrase in ("the agency", "The newspaper", "the company")]
('Orvian Press Agency', ['Orvian Press Agency', 'Tolben Herald', None])
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from headwater.articles.agencies import usual_name
from headwater.statements import words
from headwater.text.names import Name, find_names

__all__ = ["Groups", "find_names", "read_groups"]

WORD = re.compile(r"\w+(?:[-’'&]\w+)*")
BRACKETED = re.compile(r"\s\((?:the\s)?([A-Z][A-Za-z&.]{1,9})\)|,\sor\s(?:the\s)?([A-Z]{2,9}),")
LETTERS = re.compile(r"[A-Z][A-Z.&]{1,9}")
SMALL = frozenset("of the for and in on de la du des del e y & to".split())
REACH = 120
BEHIND = re.compile(r"(?:\s\([^()\n]{1,20}\))?,\s(?:an?|the)\s([^,.;:()\n“”\"]{3,80})")
UNNAMED = re.compile(r"\b(?:an?|another|one)\s(?:[\w’'-]{1,20}\s){0,2}?(\w{3,20})\b", re.IGNORECASE)
PHRASE = re.compile(r"(?:the|this)\s(\w+)", re.IGNORECASE)


def _set(text: str) -> frozenset[str]:
    return frozenset(text.split())


PRESS = _set(
    "times post herald gazette tribune journal chronicle telegraph guardian observer mail standard courier record "
    "bulletin globe inquirer sentinel examiner dispatch echo argus weekly daily review mirror star sun mercury ledger"
)
AIR = _set("tv television radio broadcasting channel network news")
FIRM = _set(
    "inc ltd corp co plc llc llp gmbh ag sa nv lines airlines airways holdings industries motors enterprises systems "
    "technologies pharmaceuticals energy foods laboratories company corporation firm limited partners brothers works"
)
CLUB = _set(
    "association federation foundation league society alliance coalition front union organisation organization network"
)
PRESS_NOUNS = _set("newspaper paper daily tabloid broadsheet publication outlet weekly magazine")
NAMED_BY: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(PRESS_NOUNS, PRESS),
    "outlet": PRESS | AIR,
    "publication": PRESS,
    **dict.fromkeys(("broadcaster", "network", "channel", "station"), AIR),
    **dict.fromkeys(("company", "firm", "business", "manufacturer", "maker", "retailer", "operator", "owner"), FIRM),
    **dict.fromkeys(("airline", "carrier"), _set("airlines airways air")),
    "group": CLUB,
    "organisation": CLUB,
    "organization": CLUB,
    "charity": _set("foundation trust fund"),
}
"""The words in a group's name that let a noun stand for it; every noun of a group also stands for the names that hold it."""
NOUNS = frozenset(NAMED_BY) | _set(
    "agency ministry department bank university college party union committee commission council court bureau authority "
    "institute foundation association federation parliament senate assembly board office police army club union museum "
    "hospital school church tribunal panel regulator embassy directorate service league society alliance coalition "
    "website site think-tank campaign administration"
)


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups of one article."""

    _full: Mapping[str, str]
    _called: Mapping[str, tuple[tuple[int, str], ...]]
    """Noun → who can be called so, with the place where the article names them."""
    _others: Mapping[str, int]
    """Noun → where the article first speaks of one that it does not name: “a newspaper”."""

    def full(self, name: str) -> str:
        """Return the full form that the article gives an acronym, else the name itself."""
        return self._full.get(name, name)

    def meant(self, phrase: str, place: int) -> str | None:
        """Return the only group named before a place that “the newspaper” can mean; None where there is not exactly one."""
        match = PHRASE.fullmatch(phrase)
        if match is None or self._others.get(match.group(1).lower(), place) < place:
            return None
        named = {name for at, name in self._called.get(match.group(1).lower(), ()) if at < place}
        return named.pop() if len(named) == 1 else None


def read_groups(text: str, names: Sequence[Name]) -> Groups:
    """Return the groups among the names of a text; linear in its length."""
    groups = [
        (name.span.start, name.span.end, " ".join(name.span.of(text).split()))
        for name in names
        if name.kind in {"group", "other"}
    ]
    full = _acronyms(text, groups)
    called: dict[str, dict[str, int]] = {}
    for start, end, name in groups:
        for noun in _nouns(text, start, end, name):
            called.setdefault(noun, {}).setdefault(full.get(name, name), start)
    return Groups(
        full,
        {noun: tuple(sorted((at, name) for name, at in found.items())) for noun, found in called.items()},
        _unnamed(text),
    )


def _nouns(text: str, start: int, end: int, name: str) -> frozenset[str]:
    """What a group can be called: by the words of its name, and by the noun before or behind it."""
    own = frozenset(word.lower() for word in WORD.findall(name))
    found = {noun for noun, by in NAMED_BY.items() if by & own} | (own & NOUNS if len(own) > 1 else set())
    if usual_name(name) is not None and not found & PRESS_NOUNS:
        found.add("agency")
    behind = BEHIND.match(text, end, min(len(text), end + REACH))
    if behind:
        found |= _apposed(behind.group(1))
    before = WORD.findall(text[max(0, start - 30) : start])
    if before and before[-1].lower() in NOUNS and text[start - 1 : start] == " ":
        found.add(before[-1].lower())
    if found & PRESS_NOUNS:
        found |= PRESS_NOUNS - {"magazine"}
    return frozenset(found)


def _apposed(phrase: str) -> set[str]:
    """The noun of “a London-based daily that …”: the last word before a preposition."""
    found = [word.lower() for word in WORD.findall(phrase)]
    stop = next(
        (at for at, word in enumerate(found) if word in words.PREPOSITIONS | words.RELATIVES | {"and"}), len(found)
    )
    return {found[stop - 1]} & NOUNS if stop else set()


def _unnamed(text: str) -> dict[str, int]:
    """Where the article first speaks of a group that it does not name, not in an apposition to a name."""
    found: dict[str, int] = {}
    for match in UNNAMED.finditer(text):
        noun = match.group(1).lower()
        apposed = text[max(0, match.start() - 2) : match.start()] == ", "
        if noun in NOUNS and match.group(1).islower() and not apposed:
            following = WORD.match(text, match.end() + 1)
            if following is None or not following.group()[0].isupper():
                found.setdefault(noun, match.start())
    return found


def _acronyms(text: str, groups: Sequence[tuple[int, int, str]]) -> dict[str, str]:
    """Acronym → full form: in brackets beside it, else the only group of the text with these initials."""
    given: dict[str, set[str]] = {}
    for match in BRACKETED.finditer(text):
        letters = match.group(1) or match.group(2)
        full = _spelt_before(text[max(0, match.start() - REACH) : match.start()], letters)
        if full is not None:
            given.setdefault(letters, set()).add(full)
    given.update({letters: {full} for letters, full in _reversed(text, groups) if letters not in given})
    initials: dict[str, set[str]] = {}
    for _, _, name in groups:
        for letters in _initials(name):
            initials.setdefault(letters, set()).add(name)
    for _, _, name in groups:
        if LETTERS.fullmatch(name) and name not in given and len(name.replace(".", "")) > 2:
            given[name] = initials.get(name.replace(".", ""), set()) - {name}
    return {letters: next(iter(full)) for letters, full in given.items() if len(full) == 1}


def _reversed(text: str, groups: Sequence[tuple[int, int, str]]) -> Iterator[tuple[str, str]]:
    """“OPA (Orvian Press Agency)”."""
    starts = [start for start, _, _ in groups]
    for _, end, name in groups:
        if LETTERS.fullmatch(name) and text.startswith(" (", end):
            at = bisect_left(starts, end)
            for _, last, full in groups[at : at + 1]:
                if text[last : last + 1] == ")" and name.replace(".", "") in _initials(full):
                    yield name, full


def _initials(name: str) -> set[str]:
    parts = WORD.findall(name)
    if len(parts) < 2:
        return set()
    return {
        "".join(part[0] for part in parts).upper(),
        "".join(part[0] for part in parts if part.lower() not in SMALL).upper(),
    }


def _spelt_before(before: str, letters: str) -> str | None:
    """The run of words right before a bracket whose initials the letters are, small words counted or not."""
    wanted = letters.replace(".", "").replace("&", "").upper()
    found = list(WORD.finditer(before.rpartition("\n")[2]))
    line = before.rpartition("\n")[2]
    for at in range(len(found) - 1, max(-1, len(found) - 12), -1):
        run = line[found[at].start() :]
        if found[at].group()[0].isupper() and found[at].group().lower() not in SMALL and wanted in _initials(run):
            return " ".join(run.split())
    return None
