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
NEARLY_ALL = 0.75
SUBJECT = 0.08
"""How alike the beginnings of two texts about one thing are at least: 99 of 100 pairs of reports of two events are below."""
BEGINNING = 1000
"""Characters of a text that are its beginning, half of it at most: forms and contacts stand at the end."""
LONGEST = 60_000
"""Characters of a text that are looked at."""


def is_version(old: Article, new: Article) -> bool:
    """Say whether a text at the address of another is that article revised, rather than a different article.

    The two must be about one thing: nearly the same title, or beginnings that share terms. Then they are versions where
    sentences of one, reworded or not, are at least `KEPT` of the content of the shorter; or where they are alike in their
    terms, each weighing the more the rarer it is in news: a first short report that was written anew. Where nearly all
    is kept nothing else is asked. A front page or a live page of which everything changed is another article, whatever stays of
    its title, and so is one that shares a sign-up form with another. The order of the two makes no difference.
    """
    one, other = sorted((old, new), key=lambda article: (len(article.text), article.text))
    if one.text == other.text:
        return True
    kept = _kept(sentences_of(one), sentences_of(other))
    if kept >= NEARLY_ALL:
        return True
    retitled = _same_title(one.title, other.title)
    if not retitled and _alike(_beginning(one), _beginning(other)) < SUBJECT:
        return False
    return kept >= KEPT or _alike(one.text[:LONGEST], other.text[:LONGEST]) >= (RETITLED if retitled else RETOLD)


def _beginning(article: Article) -> str:
    return f"{article.title or ''}\n{article.text[: min(BEGINNING, len(article.text) // 2)]}"


def _kept(short: list[Sentence], long: list[Sentence]) -> float:
    """Return how much of the content of one text stands in sentences that the other has as well; greetings weigh little."""
    whole = sum(map(_weight, short))
    both = (each.old for each in align(short, long) if each.old and each.new)
    return sum(map(_weight, both)) / whole if whole else 0.0


def _weight(each: Sentence) -> float:
    return sum(content(each.words).values())


def _alike(one: str, other: str) -> float:
    """Return the cosine of two texts' terms, each weighing by its rarity (Salton and Buckley 1988)."""
    a, b = ({term: count**0.5 * weight(term) for term, count in sorted(terms(text).items())} for text in (one, other))
    lengths = sum(value * value for value in a.values()) * sum(value * value for value in b.values())
    return sum(value * b[term] for term, value in a.items() if term in b) / lengths**0.5 if lengths else 0.0


def _same_title(one: str | None, other: str | None) -> bool:
    a, b = (tuple(token.form for token in tokens(title or "") if token.wordy) for title in (one, other))
    return bool(a) and bool(b) and Indel.normalized_similarity(a, b) >= SAME_TITLE
