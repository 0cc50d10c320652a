"""Spellings of names → keys under which the same name, written differently, is the same.

>>> keys("Yaroslav Dovhenskyy") == keys("Yaroslav Dovhenskiy")
True
>>> keys("Ольга Ковальчук"), keys("Ольга Ковальчук", transliterate=False)
(('olga', 'kovalchuk'), ('ольга', 'ковальчук'))
"""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import Levenshtein

from headwater.text.names_lexicon import lexicon
from headwater.text.normalise import fold

FOLDINGS = (
    ("shch", "sh"),
    ("sch", "sh"),
    ("tch", "ch"),
    ("tsch", "ch"),
    ("dzh", "j"),
    ("kh", "h"),
    ("gh", "g"),
    ("dh", "d"),
    ("ph", "f"),
    ("th", "t"),
    ("ck", "k"),
    ("q", "k"),
    ("x", "ks"),
    ("w", "v"),
    ("oe", "o"),
    ("ue", "u"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("y", "i"),
    ("z", "s"),
)
"""Romanisations of one sound (BGN/PCGN, ALA-LC, ISO 9 and newsroom habits), longest first."""
IOTATED = re.compile(r"j(?=[aeou])|(?<=[aeiou])j$")
"""“Janukovych”, “Yanukovych”, “Selenskyj”: the letter sounds like a y; “Jim” and “Beijing” keep theirs."""
HARD_C = re.compile(r"c(?![hei])")
DOUBLED = re.compile(r"(.)\1+")
PARTS = re.compile(r"[\s\-‐‑.’'ʼ]+")
VOWELS = str.maketrans("", "", "aeiou")
LEAST_FUZZY = 5
LEAST_TYPO = 7


def keys(name: str, *, transliterate: bool = True) -> tuple[str, ...]:
    """Return one key a word: without case, marks, doubled letters and differences of romanisation; titles like “Pope” go."""
    parts = [part for part in PARTS.split(name) if part]
    while len(parts) > 1 and lexicon().has("styles", parts[0].casefold()):
        parts = parts[1:]
    return tuple(key for part in parts if (key := key_of(part, transliterate)))


@lru_cache(maxsize=1 << 16)
def key_of(word: str, transliterate: bool) -> str:  # noqa: FBT001 - a cache key
    """Return the key of one word; scripts other than Latin stay as they are without transliteration."""
    plain = fold(word)
    if not plain.isascii():
        if not transliterate and not _is_latin(plain):
            return plain
        plain = "".join(character for character in anyascii(plain).lower() if character.isalnum())
    if plain.isdigit():
        return plain
    for written, sound in FOLDINGS:
        plain = plain.replace(written, sound)
    return DOUBLED.sub(r"\1", HARD_C.sub("k", IOTATED.sub("i", plain)))


def _is_latin(word: str) -> bool:
    return all(character < "\u0250" or "\u1e00" <= character <= "\u1eff" for character in word)


def alike(a: str, b: str) -> bool:
    """Say whether two keys are one word: equal, or long, with the same first letter and the same consonants.

    >>> alike(key_of("Mohammed", True), key_of("Muhamad", True)), alike("lund", "land")
    (True, False)
    """
    if a == b:
        return True
    if min(len(a), len(b)) < LEAST_FUZZY or a[0] != b[0]:
        return False
    return a.translate(VOWELS) == b.translate(VOWELS) and Levenshtein.distance(a, b) <= 2


def nearly_alike(a: str, b: str) -> bool:
    """Say whether two keys are alike or one letter apart: enough only where the rest of the name agrees.

    >>> nearly_alike("ketsoian", "ketsoan"), nearly_alike("lund", "land")
    (True, False)
    """
    return alike(a, b) or (min(len(a), len(b)) >= LEAST_TYPO and a[0] == b[0] and Levenshtein.distance(a, b) <= 1)


def initials(name: str) -> frozenset[str]:
    """Return the acronyms that a full name may have, small words counted or not.

    >>> sorted(initials("Union of Orvian Nurses"))
    ['UON', 'UOON']
    """
    words = [word for word in re.split(r"[\s\-‐‑]+", name) if word]
    large = "".join(word[0] for word in words if word[0].isupper()).upper()
    return frozenset({large, "".join(word[0] for word in words).upper()}) if len(words) > 1 else frozenset()


def acronym(name: str) -> str | None:
    """Return a name's letters where it is an acronym, else None.

    >>> acronym("U.N."), acronym("Unit")
    ('UN', None)
    """
    letters = name.replace(".", "")
    short = 2 <= len(letters) <= 8
    return (
        letters.upper()
        if short and letters.isalnum() and sum(map(str.isupper, letters)) >= 2 and letters[:2].isupper()
        else None
    )
