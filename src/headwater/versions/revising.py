"""Two texts found at one address → whether the later one is the earlier one revised, or another article. See `is_version`."""

from __future__ import annotations

from rapidfuzz.distance import Indel

from headwater.model import Article
from headwater.text.weights import terms, weight
from headwater.versions.aligning import align
from headwater.versions.sentences import Sentence, content, sentences_of
from headwater.versions.wording import tokens

KEPT = 0.2
"""How much of the shorter text's content stands in sentences that the other has, reworded or moved ones included."""
RETOLD = 0.45
"""How alike two texts are in their terms, from where on one is the other told anew."""
RETITLED = 0.25
"""The same, for texts under one title."""
SAME_TITLE = 0.7
LONGEST = 60_000
"""Characters of a text that are looked at."""


def is_version(old: Article, new: Article) -> bool:
    """Say whether a text at the address of another is that article revised, rather than a different article.

    It is where sentences of one, reworded or not, are at least `KEPT` of the content of the shorter; else where the two are
    alike in their terms, each weighing the more the rarer it is in news: a first short report that was written anew. A front
    page or a live page of which everything changed is another article, whatever stays of its title. The order of the two
    makes no difference.
    """
    one, other = sorted((old, new), key=lambda article: (len(article.text), article.text))
    if one.text == other.text:
        return True
    if _kept(sentences_of(one), sentences_of(other)) >= KEPT:
        return True
    return _alike(one.text, other.text) >= (RETITLED if _same_title(one.title, other.title) else RETOLD)


def _kept(short: list[Sentence], long: list[Sentence]) -> float:
    """Return how much of the content of one text stands in sentences that the other has as well; greetings weigh little."""
    whole = sum(map(_weight, short))
    both = (each.old for each in align(short, long) if each.old and each.new)
    return sum(map(_weight, both)) / whole if whole else 0.0


def _weight(each: Sentence) -> float:
    return sum(content(each.words).values())


def _alike(one: str, other: str) -> float:
    """Return the cosine of two texts' terms, each weighing by its rarity (Salton and Buckley 1988)."""
    a, b = (
        {term: count**0.5 * weight(term) for term, count in sorted(terms(text[:LONGEST]).items())}
        for text in (one, other)
    )
    lengths = sum(value * value for value in a.values()) * sum(value * value for value in b.values())
    return sum(value * b[term] for term, value in a.items() if term in b) / lengths**0.5 if lengths else 0.0


def _same_title(one: str | None, other: str | None) -> bool:
    a, b = (tuple(token.form for token in tokens(title or "") if token.wordy) for title in (one, other))
    return bool(a) and bool(b) and Indel.normalized_similarity(a, b) >= SAME_TITLE
