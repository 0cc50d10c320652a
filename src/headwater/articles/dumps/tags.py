"""A short line after a text → the tags on it, told apart by the words that the article itself uses.

>>> split_tags("Orvale Harbour Office Ilse Brandt", known("Ilse Brandt of the Orvale Harbour Office in Orvale"))
['Orvale Harbour Office', 'Ilse Brandt']
"""

from __future__ import annotations

import re
from itertools import zip_longest

from headwater.articles.dumps.lexicon import Kind, kinds_of
from headwater.articles.dumps.looks import ENDS

LABEL = re.compile(
    r"^\W*(?:tags?|topics?|keywords?|filed under|in this story|themen|schlagw\w+|stichwörter|sujets|thèmes|mots-clés|etiquetas|temas|argomenti|assuntos|tagi|etiketler|теги|темы|метки|теми)\b\s*:?\s*",
    re.IGNORECASE,
)
MARKS = re.compile(r"[,;|·•]|\s#|\s/\s")
START = re.compile(r"(?:[.!?…:\n][\s\"“”«»]*|[\"“«])$")
TOKEN = re.compile(r"[^\W_]+")
BUTTONS: frozenset[Kind] = frozenset({"share", "follow", "comment", "account", "advert", "related", "shop", "contact"})
LONGEST = 200
MOST = 20
MOST_WORDS = 5
"""A tag has at most so many words."""
SMALL_WORD = 3
"""Shorter words of a name may be in lower case: “of”, “de”, “and”."""


def known(text: str) -> str:
    """Return a text's words in a row, so that a run of them can be looked for.

    The first word of a sentence is made small unless the next one is a name too: its capital says nothing.

    >>> known("The mayor of Orvale. Ilse Brandt spoke.")
    ' the mayor of Orvale Ilse Brandt spoke '
    """
    words: list[str] = []
    found = list(TOKEN.finditer(text))
    for this, following in zip_longest(found, found[1:]):
        first = START.search(text, max(0, this.start() - 4), this.start()) is not None or this.start() == 0
        alone = following is None or following.group()[0].islower()
        words.append(this.group().lower() if first and alone else this.group())
    return f" {' '.join(words)} "


def split_tags(line: str, words: str) -> list[str]:
    """Take a line of tags apart: at its marks, else into the longest runs of words that the article uses."""
    marked = [part.strip(" #.•") for part in MARKS.split(line.lstrip("#"))]
    if len(marked) > 1:
        return [part for part in marked if part]
    left = line.lstrip("#").split()
    tags: list[str] = []
    while left and len(tags) < MOST:
        size = next((n for n in range(min(MOST_WORDS, len(left)), 0, -1) if _row(" ".join(left[:n])) in words), 0)
        if size == 0:
            return [line.strip()]
        tags.append(" ".join(left[:size]))
        left = left[size:]
    return tags


def are_names(line: str, words: str) -> bool:
    """Say whether a line is nothing but names that the article uses, without being a sentence.

    >>> are_names("Ilse Brandt", known("Ilse Brandt spoke.")), are_names("Brandt spoke", known("Ilse Brandt spoke."))
    (True, False)
    """
    if len(line) > LONGEST // 2 or ENDS.search(line) or line[-1:] in ":," or kinds_of(line) & BUTTONS:
        return False
    parts = line.split()
    named = all(not part[0].islower() or len(part) <= SMALL_WORD for part in parts) and line[:1].isupper()
    return named and all(_row(tag) in words for tag in split_tags(line, words))


def _row(tag: str) -> str:
    return f" {' '.join(TOKEN.findall(tag))} "
