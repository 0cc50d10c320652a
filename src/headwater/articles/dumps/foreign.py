"""A line beside an article → its language, where it reads like the article's headline in another one.

>>> language_of_headline("Мост снова открыт после ремонта", "en", "LATIN")
'ru'
"""

from __future__ import annotations

import unicodedata
from collections import Counter

from headwater.articles.language import language_of

FEWEST, MOST = 3, 30
"""Words of a headline."""
LONGEST = 250
READ = 1_000
FOREIGN_LETTERS, ENOUGH_WORDS = 2, 8
"""A line in the article's own script must show so many letters outside ASCII, or be so long: short lines are misjudged."""
ONE_LANGUAGE = {
    "GREEK": "el",
    "HEBREW": "he",
    "HANGUL": "ko",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
    "THAI": "th",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
}
CYRILLIC = (("ў", "be"), ("қғұ", "kk"), ("їєґ", "uk"), ("ђћџљњ", "sr"), ("ыэё", "ru"))
"""Letters that only one of the languages has among those that come before it is ruled out."""


def language_of_headline(line: str, own: str, script: str) -> str | None:
    """Return the ISO 639-1 code of a line of headline length that is not in the article's own language, else None.

    `own` is the article's language, `script` its script as `script_of` names it. Another script is foreign for certain;
    where the line is too short for the language model, the script's letters tell.
    """
    if not FEWEST <= len(line.split()) <= MOST or len(line) > LONGEST:
        return None
    letters = script_of(line)
    if letters != script:
        return language_of(line, None) or ONE_LANGUAGE.get(letters) or _cyrillic(line, letters)
    language = language_of(line, None)
    shown = sum(ord(letter) > 127 and letter.isalpha() for letter in line)
    enough = shown >= FOREIGN_LETTERS or len(line.split()) >= ENOUGH_WORDS
    return language if language and language != own and enough else None


def script_of(text: str) -> str:
    """Return the script of most letters of a text's beginning, as Unicode names it; empty where there are none.

    >>> script_of("Мост 2")
    'CYRILLIC'
    """
    scripts = Counter(unicodedata.name(letter, "?").split()[0] for letter in text[:READ] if letter.isalpha())
    return scripts.most_common(1)[0][0] if scripts else ""


def _cyrillic(line: str, script: str) -> str | None:
    lowered = line.lower()
    found = (language for letters, language in CYRILLIC if any(letter in lowered for letter in letters))
    return next(found, None) if script == "CYRILLIC" else None
