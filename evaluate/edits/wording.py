"""Other words for the same: light and heavy rewording, other spellings and other ways to write numbers.

>>> from random import Random
>>> respelled("The colour of the harbour changed in two hours, 5 percent said.", Random(1))
'The color of the harbor changed in 2 hours, five percent said.'
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from random import Random

TABLES: dict[str, list[list[str]]] = tomllib.loads(Path(__file__).with_name("wording.toml").read_text("utf-8"))
SWAPS = {a: b for pair in TABLES["swaps"] for a, b in (pair, pair[::-1])}
NUMBERS = {a: b for pair in TABLES["numbers"] for a, b in (pair, pair[::-1])}
FUNCTION_WORDS = frozenset(
    "a an the of to in on at for with by from that which who is was are were has had have been be it its his her their "
    "he she they and".split()
)
"""What a terse retelling leaves out."""
SAID = re.compile(r"\b((?:[A-Z][\w.’'-]+ ){0,2}[A-Z][\w’'-]+) (said|says|added|told reporters)(?=[.,])")
WHO_SAID = re.compile(r"(?<=[”\"] )(said|says|added) ((?:[A-Z][\w’'-]+ ?){1,3})(?=[.,])")
OPENING = re.compile(
    r"(?<![^\n])(After|Before|When|While|As|In|On|Since|If|Although) ([^,.\n“”\"]{5,120}), ([^.\n“”\"]{10,300})\."
)
ENDINGS = {"ed": "ing", "ing": "ed", "ies": "y", "ly": "", "s": "", "tion": "ting", "ment": "ing"}
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DATE = re.compile(rf"\b({MONTHS}) (\d{{1,2}})\b(?! \d)")


def _pattern(keys: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b({'|'.join(sorted(keys, key=len, reverse=True))})\b", re.IGNORECASE)


SWAPPED = _pattern(list(SWAPS))
NUMBERED = re.compile(
    rf"(?<![\w$£€.,-])({'|'.join(sorted(NUMBERS, key=len, reverse=True))})(?![\w%]|[.,-]\w| (?:{MONTHS}))"
)
BRITISH = {pair[0]: pair[1] for pair in TABLES["spellings"]}
AMERICAN = {american: british for british, american in BRITISH.items()}


def reworded_lightly(text: str, chance: Random) -> str:
    """Return a text with most of the words of a small table exchanged, and “X said” turned to “said X” or back."""
    turned = WHO_SAID.sub(lambda found: f"{found[2].strip()} {found[1]}", SAID.sub(r"\2 \1", text))
    return SWAPPED.sub(lambda found: _like(found[0], SWAPS) if chance.random() < 0.6 else found[0], turned)


def reworded_heavily(text: str, chance: Random) -> str:
    """Return a text with clauses turned round, function words left out and one in five longer words inflected otherwise."""
    turned = OPENING.sub(lambda found: f"{found[3][:1].upper()}{found[3][1:]} {found[1].lower()} {found[2]}.", text)
    swapped = SWAPPED.sub(lambda found: _like(found[0], SWAPS), turned)
    return re.sub(r"[^\W\d_]+ ?", lambda found: _terse(found[0], chance), swapped)


def respelled(text: str, chance: Random) -> str:
    """Return a text in British or American spelling, other than before, with small numbers and dates written otherwise."""
    british = sum(text.casefold().count(word) for word in BRITISH)
    table = BRITISH if british > sum(text.casefold().count(word) for word in AMERICAN) else AMERICAN
    found = re.sub("|".join(table), lambda one: _like(one[0], table), text, flags=re.IGNORECASE)
    dated = DATE.sub(r"\2 \1", found).replace("U.S.", "US").replace("U.N.", "UN")
    return NUMBERED.sub(lambda one: NUMBERS[one[1]] if chance.random() < 0.9 else one[1], dated)


def _terse(word: str, chance: Random) -> str:
    bare = word.rstrip()
    if bare in FUNCTION_WORDS and chance.random() < 0.4:
        return ""
    if len(bare) > 5 and bare.islower() and chance.random() < 0.2:
        for ending, other in ENDINGS.items():
            if bare.endswith(ending):
                return word.replace(bare, bare.removesuffix(ending) + other)
    return word


def _like(word: str, table: dict[str, str]) -> str:
    other = table[word.casefold()]
    return other[:1].upper() + other[1:] if word[:1].isupper() else other
