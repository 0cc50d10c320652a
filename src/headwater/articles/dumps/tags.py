"""A short line after a text → the tags on it, told apart by the words that the article itself uses.

>>> split_tags("Orvale Harbour Office Ilse Brandt", known("Ilse Brandt of the Orvale Harbour Office in Orvale"))
['Orvale Harbour Office', 'Ilse Brandt']
"""

from __future__ import annotations

import re

from headwater.articles.dumps.looks import ENDS

LABEL = re.compile(
    r"^\W*(?:tags?|topics?|keywords?|filed under|in this story|themen|schlagw\w+|stichwörter|sujets|thèmes|mots-clés|etiquetas|temas|argomenti|assuntos|tagi|etiketler|теги|темы|метки|теми)\b\s*:?\s*",
    re.IGNORECASE,
)
MARKS = re.compile(r"[,;|·•]|\s#|\s/\s")
TOKEN = re.compile(r"[^\W_]+")
LONGEST = 200
MOST = 20
MOST_WORDS = 5
"""A tag has at most so many words."""
SMALL_WORD = 3
"""Shorter words of a name may be in lower case: “of”, “de”, “and”."""


def known(text: str) -> str:
    """Return a text's words in lower case, so that a run of words can be looked for."""
    return f" {' '.join(TOKEN.findall(text.casefold()))} "


def split_tags(line: str, words: str) -> list[str]:
    """Take a line of tags apart: at its marks, else into the longest runs of words that the article uses."""
    marked = [part.strip(" #.•") for part in MARKS.split(line.lstrip("#"))]
    if len(marked) > 1:
        return [part for part in marked if part]
    left = line.lstrip("#").split()
    tags: list[str] = []
    while left and len(tags) < MOST:
        size = next((n for n in range(min(MOST_WORDS, len(left)), 0, -1) if known(" ".join(left[:n])) in words), 0)
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
    if len(line) > LONGEST // 2 or ENDS.search(line) or line[-1:] in ":,":
        return False
    parts = line.split()
    named = all(not part[0].islower() or len(part) <= SMALL_WORD for part in parts) and line[:1].isupper()
    return named and all(known(tag) in words for tag in split_tags(line, words))
