"""Articles → units: the propositions that a comparison lines up, each with what it rests on and what it is about.

A unit is one proposition of an article's running text: mostly a sentence, or a part of one. Where a statement covers most
of it, the unit carries that statement, so that a point can say who says it. Headlines, captions and list headings are no
units: they repeat or label.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from headwater.comparisons.propositions import propositions
from headwater.model import Actor, Article, Quantity, Span, Statement, TimeRef
from headwater.text.dates import times
from headwater.text.numbers import quantities
from headwater.text.weights import terms, weight

NEGATION = re.compile(
    r"\b(?:no|not|never|none|neither|nor|nothing|nobody|without|cannot|denied|denies|deny|refused?|rejected|rejects|ruled out)\b|n['’]t\b",
    re.IGNORECASE,
)

REMEMBERED = 1 << 14
"""Sentences whose features are kept: a story that gains a report is compared again."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Unit:
    """One proposition with the features that alignment and opposition look at."""

    article: str
    span: Span
    """Into `Article.text`."""
    words: str
    core: str = ""
    """What is put forward, without who says it; the words themselves where nobody is quoted."""
    origin: str
    """Id of the origin whose voice it is; of the article itself where none is known."""
    statement: Statement | None
    vector: Mapping[str, float]
    """Weighted terms, unit length."""
    names: frozenset[str]
    """Ids of the actors named in it."""
    aside: frozenset[str] = frozenset()
    """Terms that only name somebody or carry the attribution: who speaks is not what is said."""
    quantities: tuple[Quantity, ...]
    """Spans count in `words`."""
    times: tuple[TimeRef, ...]
    """Spans count in `words`."""
    negated: bool
    position: int
    """Number of its sentence in the article, from 0."""


def vector(text: str) -> dict[str, float]:
    """Return the weighted terms of a text as a vector of length 1 (tf-idf with a logarithmic tf; empty for no terms).

    >>> round(sum(value * value for value in vector("Rain fell on Lowmark").values()), 6)
    1.0
    """
    counted = {term: weight(term) * count**0.5 for term, count in sorted(terms(text).items())}
    length = sum(value * value for value in counted.values()) ** 0.5
    return {term: value / length for term, value in counted.items()} if length else {}


def two_speakers(a: Unit, b: Unit) -> bool:
    """Say whether the units are what two different named speakers say."""
    speakers = {unit.statement.speaker for unit in (a, b) if unit.statement}
    return len(speakers) == 2 and None not in speakers


def dot(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Return the cosine of two vectors of length 1."""
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return sum(value * large[term] for term, value in small.items() if term in large)


def units_of(article: Article, *, statements: Sequence[Statement] = (), actors: Sequence[Actor] = ()) -> list[Unit]:
    """Return the units of one article in the order of its text; each speaks for the article itself.

    `statements` and `actors` may be those of other articles too; of a large story give each article its own.
    """
    named = sorted(
        (mention.span, actor.id) for actor in actors for mention in actor.mentions if mention.article == article.id
    )
    found: list[Unit] = []
    for one in propositions(article, statements):
        inside = [(mention, actor) for mention, actor in named if one.span.contains(mention)]
        read = unit(article, one.span, names=frozenset(actor for _, actor in inside), position=one.sentence)
        around = [*one.statement.source, *one.statement.cue] if one.statement else []
        aside = [
            run.of(article.text) for run in (*(mention for mention, _ in inside), *around) if one.span.overlaps(run)
        ]
        aside_terms = frozenset(terms(" ".join(aside)))
        found.append(replace(read, statement=one.statement, core=one.core, aside=aside_terms))
    return found


def unit(article: Article, span: Span, *, names: frozenset[str], position: int) -> Unit:
    """Read one run of an article into a unit that speaks for the article itself."""
    sentence = span.of(article.text)
    seen = _seen(sentence, article.published)
    return Unit(
        article=article.id,
        span=span,
        words=sentence,
        core=sentence,
        origin=article.id,
        statement=None,
        vector=seen.vector,
        names=names,
        quantities=seen.quantities,
        times=seen.times,
        negated=seen.negated,
        position=position,
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class _Seen:
    """What the words of a unit show by themselves."""

    vector: Mapping[str, float]
    quantities: tuple[Quantity, ...]
    times: tuple[TimeRef, ...]
    negated: bool


@lru_cache(maxsize=REMEMBERED)
def _seen(sentence: str, published: str | None) -> _Seen:
    return _Seen(
        vector=vector(sentence),
        quantities=tuple(quantities(sentence)),
        times=tuple(times(sentence, reported=published)),
        negated=bool(NEGATION.search(sentence)),
    )
