"""The registry of agencies: any spelling of an agency → its usual name, and every place where a text names one.

>>> usual_name("The Associated Press"), usual_name("新华社"), usual_name("Village Gazette")
('Associated Press', 'Xinhua', None)
"""

from __future__ import annotations

import os
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice

from headwater.articles.agencies_files import VARIABLE, Agency, read_agencies

UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Scripts where a name stands against other words without a space, or takes endings (Thai, Japanese, Chinese, Korean)."""
MARKS = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e\u200c\u200d"
"""Vowel signs and other marks, which belong to the word that they stand in."""
WORD = re.compile(rf"[^\W_]+(?:[{MARKS}]+[^\W_]*)*")
EDGE = " \t\"'“”«»„‘’*_"
PREFIXES = "لوبفלבמוה"
"""Arabic and Hebrew prepositions and conjunctions, which are written together with the next word."""
CYRILLIC_ENDING = re.compile("[а-яёіїєґ]{1,2}")
LATIN_ENDING = re.compile("[a-zà-ž]{1,4}")
TAIL = re.compile(r"\s*(?:\([^()]*\)|[-–—|]\s+[^-–—|]*)$")
DOMAIN = re.compile(r"(?:\.(?:com?|org|net|gov|info|tv|news|[a-z]{2}))+$")
LONGEST_NAME = 60


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
    """Return every agency: the shipped ones, then those of the files that `HEADWATER_AGENCIES` names, read once.

    Raises `HeadwaterError` where a file of the user's cannot be read.

    >>> agencies()[0].name
    'Reuters'
    """
    return read_agencies([path for path in os.environ.get(VARIABLE, "").split(os.pathsep) if path.strip()])


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


def agencies_in(text: str, words: frozenset[str] | None = None) -> list[Named]:
    """Return every place where a text names an agency, longest name first where they overlap, in order.

    `words` are those of the text, where the caller has them already.

    >>> [(named.start, named.agency) for named in agencies_in("Rain fell, AP and l'AFP said.")]
    [(11, 'Associated Press'), (20, 'AFP')]
    """
    words = words_in(text) if words is None else words
    found = sorted({*_spaced(text, words), *_unspaced(text)}, key=lambda named: (named.start, -named.end, named.agency))
    kept: list[Named] = []
    for named in found:
        if not kept or named.start >= kept[-1].end:
            kept.append(named)
    return kept


def agency_at(text: str, start: int) -> Named | None:
    """Return the agency whose name begins at `start`, the longest there; None where none does.

    >>> agency_at("By AFP", 3).agency
    'AFP'
    """
    part = text[start : start + LONGEST_NAME]
    first = frozenset(word.group() for word in islice(WORD.finditer(part), 2))  # two, for “The Guardian”
    found = [named for named in _spaced(part, first) if named.start == 0]
    found += [
        Named(start=0, end=len(spelling), agency=_spellings()[spelling][0], common=_spellings()[spelling][1])
        for spelling in _by_first_character().get(part[:1], ())
        if part.startswith(spelling)
    ]
    if not found:
        return None
    best = max(found, key=lambda named: (named.end, named.agency))
    return Named(start=start, end=start + best.end, agency=best.agency, common=best.common)


def words_in(text: str) -> frozenset[str]:
    """Return the different words of a text.

    >>> sorted(words_in("Rain, rain."))
    ['Rain', 'rain']
    """
    return frozenset(WORD.findall(" ".join(frozenset(text.split()))))


def _spaced(text: str, words: frozenset[str]) -> Iterator[Named]:
    """Look only where a word of the text begins a spelling; most texts have few such words."""
    for word in words:
        reading = _begins(word)
        if reading:
            first, shift, lone = reading
            yield from _each(text, word, first, shift, lone=lone)


@lru_cache(maxsize=1 << 16)
def _begins(word: str) -> tuple[str, int, bool] | None:
    """Return what a word begins: the first word of a spelling, where it starts, and whether only lone words are meant.

    A word may carry an ending or a preposition; in the Latin script only long names of one word take an ending.
    """
    first_words = _by_first_word()
    if word in first_words:
        return word, 0, False
    if len(word) < 5 or (word.isascii() and word.islower()):
        return None
    if word[0].isupper() and "a" <= word[-1] <= "ž":
        stems = (word[:-length] for length in (3, 2, 1) if LATIN_ENDING.fullmatch(word[-length:]))
        return next(((stem, 0, True) for stem in stems if len(stem) > 5 and stem in first_words.get(stem, ())), None)
    if "а" <= word[-1] <= "ӿ":
        stems = (word[:-length] for length in (1, 2) if CYRILLIC_ENDING.fullmatch(word[-length:]))
        return next(((stem, 0, False) for stem in stems if len(stem) > 4 and stem in first_words), None)
    return (word[1:], 1, False) if word[0] in PREFIXES and word[1:] in first_words else None


def _each(text: str, word: str, first: str, shift: int, *, lone: bool = False) -> Iterator[Named]:
    """Yield the longest name at each place of a word; `first` is that word as the spellings have it."""
    place = text.find(word)
    while place >= 0:
        before = text[place - 1 : place] if place else ""
        if not before.isalnum():
            for spelling in (first,) if lone else _by_first_word()[first]:
                whole = spelling.startswith("The ") and first != "The"
                start = place + shift - 4 * whole
                end = _end_of(text, start, spelling, first) if start >= 0 else None
                if end is not None:
                    agency, common = _spellings()[spelling]
                    yield Named(start=start, end=end, agency=agency, common=common)
                    break
        place = text.find(word, place + len(word))


def _end_of(text: str, start: int, spelling: str, first: str) -> int | None:
    if not text.startswith(spelling, start) and not (
        spelling.startswith("The ") and text.startswith(f"t{spelling[1:]}", start)
    ):
        return None
    end = start + len(spelling)
    if spelling == first:  # a lone word may carry an ending
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
    """Spellings in scripts with spaces by their first word behind “The”, longest first."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for spelling in _spellings():
        word = WORD.match(spelling.removeprefix("The "))
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
