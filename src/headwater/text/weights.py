"""Text → its terms, and how much each is worth by how rare it is in news at large.

The document frequencies are counts over a background collection (`python -m training.weights`), so that a collection
of two articles is weighed as well as one of ten thousand.

>>> terms("The strikes hit Orvia; a strike hurt.")
Counter({'strike': 2, 'hit': 1, 'orvia': 1, 'hurt': 1})
>>> weight("government") < weight("earthquake") < weight("orvia")
True
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from math import log
from pathlib import Path

from headwater.text.names_lexicon import lexicon
from headwater.text.normalise import fold, fold_words

FILE = Path(__file__).parent / "weights.txt"
"""First line: the number of documents; then `term count` a line."""
SHORTEST_STEM = 3
MIN_OWN = 10
"""A collection smaller than this says nothing about how common a word is."""


def terms(text: str) -> Counter[str]:
    """Return the terms of a text with their counts: folded words without function words, English plurals made singular.

    >>> terms("Cafés und café")
    Counter({'cafe': 2})
    """
    return Counter(term_list(text))


def term_list(text: str) -> list[str]:
    """Return the terms of a text in order; scripts without spaces give pairs of neighbouring characters.

    >>> term_list("Three ministers’ policies")
    ['minister', 'policy']
    """
    small = _function_words()
    return [_singular(word) for word in _paired(fold_words(text).keys) if word not in small]


@lru_cache(maxsize=1 << 18)
def weight(term: str) -> float:
    """Return the inverse document frequency of a term in nats, 0 for a term of every document (Spärck Jones 1972)."""
    counts, documents = _background()
    return log((documents + 1) / (counts.get(term, 0) + 1))


def weights_for(documents: Iterable[Iterable[str]]) -> dict[str, float]:
    """Return the weight of every term of a collection; terms that the background lacks are weighed by the collection.

    Languages that the background does not know have only the collection to tell their common words by.

    >>> weights_for([["orvia", "volcano"]])["orvia"] == weight("orvia")
    True
    """
    own: Counter[str] = Counter()
    size = 0
    for document in documents:
        own.update(set(document))
        size += 1
    return {term: weight_among(term, count, size) for term, count in own.items()}


def weight_among(term: str, count: int, size: int) -> float:
    """Return what a term weighs that `count` of the `size` documents of a collection have.

    >>> weight_among("orvia", 900, 1000) < weight_among("orvia", 3, 1000) < weight("orvia")
    True
    """
    alone = weight(term)
    return alone if size < MIN_OWN or known(term) else min(alone, 1 + log((size + 1) / count))


def known(term: str) -> bool:
    """Say whether the background collection has a term: if it has not, a collection's own count tells what it is worth."""
    return term in _background()[0]


def _paired(words: list[str]) -> Iterator[str]:
    """Yield the words; a run of single characters of a script without spaces gives its pairs."""
    for place, word in enumerate(words):
        after = words[place + 1] if place + 1 < len(words) else ""
        if not _is_sign(word):
            yield word
        elif _is_sign(after):
            yield word + after


def _is_sign(word: str) -> bool:
    return len(word) == 1 and not word.isascii() and word.isalpha() and word.lower() == word.upper()


@lru_cache(maxsize=1 << 18)
def _singular(word: str) -> str:
    if len(word) <= SHORTEST_STEM or not word.endswith("s") or word.endswith(("ss", "us")):
        return word
    return word[:-3] + "y" if word.endswith("ies") and len(word) > SHORTEST_STEM + 1 else word[:-1]


@cache
def _function_words() -> frozenset[str]:
    return frozenset(fold(word) for word in lexicon().cues["function_words"] | lexicon().cues["ordinary_starts"])


@cache
def _background() -> tuple[dict[str, int], int]:
    first, *rows = FILE.read_text(encoding="utf-8").splitlines()
    return {term: int(count) for term, count in (row.split() for row in rows)}, int(first)
