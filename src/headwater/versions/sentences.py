"""Article → its sentences as two versions are compared by, and how alike two of them are.

>>> one, other = ("The ferry sank off Port Sello at night.", "The ferry sank off Port Sello, a rescuer said.")
>>> round(alike(sentence(one, Span(start=0, end=len(one))), sentence(other, Span(start=0, end=len(other)))), 1)
0.8
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Indel

from headwater.model import Article, Span
from headwater.text.normalise import fold_words
from headwater.text.sentences import sentences
from headwater.text.weights import terms, weight
from headwater.versions.wording import tokens

LONGEST = 300
"""Words of a sentence that are looked at."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Sentence:
    """One sentence, or two that stand beside each other."""

    span: Span
    """Into the article's text."""
    forms: tuple[str, ...]
    """Its words, numbers and marks as they are compared."""
    words: tuple[str, ...]
    """Its words and numbers alone, at most `LONGEST`; the marks where there are no words."""

    def joined(self, after: Sentence) -> Sentence:
        """Return this sentence and the one behind it as one."""
        return Sentence(
            span=Span(start=self.span.start, end=after.span.end),
            forms=self.forms + after.forms,
            words=(self.words + after.words)[:LONGEST],
        )


def sentence(text: str, span: Span) -> Sentence:
    """Return one sentence of a text."""
    listed = tokens(text, span)
    forms = tuple(token.form for token in listed)
    words = tuple(token.form for token in listed if token.wordy)
    return Sentence(span=span, forms=forms, words=(words or forms)[:LONGEST])


def sentences_of(article: Article) -> list[Sentence]:
    """Return the sentences of an article in order; a headline that repeats its title is left to the title."""
    title = fold_words(article.title or "").keys
    titles = [
        block.span
        for block in article.blocks
        if block.role == "headline" and title and fold_words(block.span.of(article.text)).keys == title
    ]
    found = (
        sentence(article.text, span)
        for span in sentences(article.text)
        if not any(headline.contains(span) for headline in titles)
    )
    return [each for each in found if each.forms]


def alike(one: Sentence, other: Sentence) -> float:
    """Return how alike two sentences are, 0 to 1: the mean of order and content.

    Order: the longest common subsequence of their words over their mean length. Content: the weight of the terms that
    both hold over the mean of theirs, each weighing the more the rarer it is in news.
    """
    if one.words == other.words:
        return 1.0
    order = Indel.normalized_similarity(one.words, other.words)
    mine, theirs = content(one.words), content(other.words)
    whole = sum(mine.values()) + sum(theirs.values())
    if not whole:
        return order
    common = sum(min(value, theirs[term]) for term, value in mine.items() if term in theirs)
    return (order + 2 * common / whole) / 2


@lru_cache(maxsize=1 << 12)
def content(words: tuple[str, ...]) -> dict[str, float]:
    """Return the terms of some words, each with how often it comes times its rarity in news."""
    counted: Counter[str] = terms(" ".join(words))
    return {term: count * weight(term) for term, count in counted.items()}
