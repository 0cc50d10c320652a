"""The registry of agencies: any spelling of an agency → its usual name. The data file beside this module holds the facts.

>>> usual_name("The Associated Press"), usual_name("新华社"), usual_name("Village Gazette")
('Associated Press', 'Xinhua', None)
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

UNSPACED = re.compile("[\u0e00-\u0eff\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Scripts where a name stands against other words without a space, or takes endings (Thai, Japanese, Chinese, Korean)."""
WORD = re.compile(r"[^\W_]+")
EDGE = " \t\"'“”«»„‘’*_"
ARABIC_PREFIXES = "لوبف"
"""Prepositions and conjunctions that are written together with the next word."""
CYRILLIC_ENDING = re.compile("[а-яёіїєґ]{1,2}")
TAIL = re.compile(r"\s*(?:\([^()]*\)|[-–—|]\s+[^-–—|]*)$")
DOMAIN = re.compile(r"(?:\.(?:com?|org|net|gov|info|tv|news|[a-z]{2}))+$")


@dataclass(frozen=True, kw_only=True, slots=True)
class Agency:
    """A supplier of news text."""

    name: str
    """The usual name."""
    aliases: tuple[str, ...]
    common: frozenset[str]
    """Names that are ordinary words or initials of much else: they count only where the form shows a credit."""


@dataclass(frozen=True, kw_only=True, slots=True, order=True)
class Named:
    """An agency's name found in a text; offsets are code points."""

    start: int
    end: int
    agency: str
    """The usual name."""
    common: bool
    """Whether the words found may as well mean something else."""


@cache
def agencies() -> tuple[Agency, ...]:
    """Return every agency of the registry, in the order of its data file."""
    raw = tomllib.loads(files("headwater.articles").joinpath("agencies.toml").read_text(encoding="utf-8"))
    return tuple(
        Agency(name=row["name"], aliases=tuple(row["aliases"]), common=frozenset(row.get("common", ())))
        for row in raw["agency"]
    )


def usual_name(name: str) -> str | None:
    """Return an agency's usual name for any of its spellings, article and case aside; None for an unknown name.

    >>> usual_name("agence france-presse")
    'AFP'
    """
    bare = name.strip(EDGE)
    known = _spellings()
    if bare in known:
        return known[bare][0]
    lowered = bare.casefold().removeprefix("the ")
    return _lowered().get(lowered) if len(lowered) > 3 else None


@lru_cache(maxsize=1 << 16)
def outlet_key(name: str) -> str:
    """Return what two spellings of one publisher share: registry name first, else its letters without article and domain.

    >>> outlet_key("The Vale Herald (Online)") == outlet_key("valeherald.com")
    True
    """
    known = usual_name(name) or usual_name(TAIL.sub("", name))
    lowered = (known or TAIL.sub("", name)).casefold().strip().removeprefix("www.").removeprefix("the ")
    bare = lowered if " " in lowered else DOMAIN.sub("", lowered)
    return "".join(character for character in bare if character.isalnum()) or lowered


def same_publisher(one: str | None, other: str | None) -> bool:
    """Say whether two names are one publisher's: spelled alike, or the initials of one are the other.

    >>> same_publisher("Vale Press Agency", "VPA"), same_publisher("Vale Herald", "Vale Post"), same_publisher(None, None)
    (True, False, False)
    """
    if not one or not other:
        return False
    return (
        outlet_key(one) == outlet_key(other)
        or _initials(one) == other.strip(EDGE)
        or _initials(other) == one.strip(EDGE)
    )


def _initials(name: str) -> str | None:
    """Return the initials of the capitalised words of a name of three or more; None for a shorter one."""
    letters = "".join(word[0] for word in WORD.findall(name) if word[0].isupper())
    return letters if len(letters) > 2 else None


def agencies_in(text: str) -> list[Named]:
    """Return every place where a text names an agency, longest name first where they overlap, in order."""
    found = sorted({*_spaced(text), *_unspaced(text)}, key=lambda named: (named.start, -named.end))
    kept: list[Named] = []
    for named in found:
        if not kept or named.start >= kept[-1].end:
            kept.append(named)
    return kept


def agency_at(text: str, start: int) -> Named | None:
    """Return the agency whose name begins at `start`, the longest there; None where none does."""
    for named in _spaced(text[start : start + 60]):
        if named.start == 0:
            return Named(start=start, end=start + named.end, agency=named.agency, common=named.common)
        break
    for spelling in _by_first_character().get(text[start : start + 1], ()):
        if text.startswith(spelling, start):
            agency, common = _spellings()[spelling]
            return Named(start=start, end=start + len(spelling), agency=agency, common=common)
    return None


def _spaced(text: str) -> Iterator[Named]:
    first_words = _by_first_word()
    for word in WORD.finditer(text):
        first = word.group()
        spellings = first_words.get(first)
        start = word.start()
        if spellings is None and "а" <= first[-1] <= "ӿ":
            first, spellings = _without_ending(first)
        elif spellings is None and first[0] in ARABIC_PREFIXES and len(first) > 4:
            start, first, spellings = start + 1, first[1:], first_words.get(first[1:])
        for spelling in spellings or ():
            end = _end_of(text, start, spelling, first)
            if end is not None:
                agency, common = _spellings()[spelling]
                yield Named(start=start, end=end, agency=agency, common=common)
                break


def _without_ending(word: str) -> tuple[str, tuple[str, ...]]:
    """Return the first word of a spelling that a Cyrillic word carries an ending of, and the spellings."""
    for length in (1, 2):
        stem = word[:-length]
        if len(stem) > 4 and stem in _by_first_word() and CYRILLIC_ENDING.fullmatch(word[-length:]):
            return stem, _by_first_word()[stem]
    return word, ()


def _end_of(text: str, start: int, spelling: str, first: str) -> int | None:
    if not text.startswith(spelling, start):
        return None
    end = start + len(spelling)
    if spelling == first:  # a lone word may carry a Cyrillic ending
        word = WORD.match(text, start)
        return word.end() if word else None
    return end if end == len(text) or not text[end].isalnum() else None


def _unspaced(text: str) -> Iterator[Named]:
    if text.isascii() or not UNSPACED.search(text):
        return
    for spellings in _by_first_character().values():
        for spelling in spellings:
            start = text.find(spelling)
            while start >= 0:
                agency, common = _spellings()[spelling]
                yield Named(start=start, end=start + len(spelling), agency=agency, common=common)
                start = text.find(spelling, start + len(spelling))


@cache
def _spellings() -> dict[str, tuple[str, bool]]:
    return {
        spelling: (agency.name, spelling in agency.common)
        for agency in reversed(agencies())
        for spelling in (*agency.aliases, agency.name)
    }


@cache
def _lowered() -> dict[str, str]:
    return {
        spelling.casefold().removeprefix("the "): agency
        for spelling, (agency, common) in _spellings().items()
        if not common
    }


@cache
def _by_first_word() -> dict[str, tuple[str, ...]]:
    """Spellings in scripts with spaces by their first word, longest first."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for spelling in _spellings():
        word = WORD.match(spelling)
        if word and not UNSPACED.match(spelling):
            found[word.group()].append(spelling)
    return {word: tuple(sorted(spellings, key=lambda s: (-len(s), s))) for word, spellings in found.items()}


@cache
def _by_first_character() -> dict[str, tuple[str, ...]]:
    """Spellings in scripts without spaces by their first character, longest first."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for spelling in _spellings():
        if UNSPACED.search(spelling):
            found[spelling[0]].append(spelling)
    return {first: tuple(sorted(spellings, key=lambda s: (-len(s), s))) for first, spellings in found.items()}
