"""Articles → units: the sentences that a comparison lines up, each with what it rests on and what it is about.

A unit is one sentence of an article's running text. Where a statement covers most of it, the unit carries that
statement, so that a point can say who says it. Headlines, captions and list headings are no units: they repeat or label.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from headwater.model import Actor, Article, Quantity, Span, Statement, TimeRef
from headwater.text.dates import times
from headwater.text.numbers import quantities
from headwater.text.sentences import sentences
from headwater.text.weights import terms, weight

RUNNING = frozenset({"paragraph", "standfirst", "list"})
SHORTEST = 4
"""Words below which a sentence says too little to be compared."""
NEGATION = re.compile(
    r"\b(?:no|not|never|none|neither|nor|nothing|nobody|without|cannot|denied|denies|deny|refused?|rejected|rejects|ruled out)\b|n['’]t\b",
    re.IGNORECASE,
)
COVERED = 0.3
"""Share of a sentence that a statement's content must cover to speak for it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Unit:
    """One sentence with the features that alignment and opposition look at."""

    article: str
    span: Span
    """Into `Article.text`."""
    words: str
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
    """Number of the sentence in its article, from 0."""


def vector(text: str) -> dict[str, float]:
    """Return the weighted terms of a text as a vector of length 1 (tf-idf with a logarithmic tf; empty for no terms).

    >>> round(sum(value * value for value in vector("Rain fell on Lowmark").values()), 6)
    1.0
    """
    counted = {term: weight(term) * count**0.5 for term, count in sorted(terms(text).items())}
    length = sum(value * value for value in counted.values()) ** 0.5
    return {term: value / length for term, value in counted.items()} if length else {}


def dot(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Return the cosine of two vectors of length 1."""
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return sum(value * large[term] for term, value in small.items() if term in large)


def units_of(article: Article, *, statements: Sequence[Statement] = (), actors: Sequence[Actor] = ()) -> list[Unit]:
    """Return the units of one article in the order of its text; each speaks for the article itself."""
    named = [
        (mention.span, actor.id) for actor in actors for mention in actor.mentions if mention.article == article.id
    ]
    running = [block.span for block in article.blocks if block.role in RUNNING]
    own = [statement for statement in statements if statement.article == article.id and statement.part == "text"]
    found: list[Unit] = []
    for span in sentences(article.text):
        if len(span.of(article.text).split()) < SHORTEST or not any(block.overlaps(span) for block in running):
            continue
        inside = [(mention, actor) for mention, actor in named if span.contains(mention)]
        read = unit(article, span, names=frozenset(actor for _, actor in inside), position=len(found))
        statement = _speaking(span, own)
        around = [*statement.source, *statement.cue] if statement else []
        aside = [run.of(article.text) for run in (*(mention for mention, _ in inside), *around) if span.overlaps(run)]
        found.append(replace(read, statement=statement, aside=frozenset(terms(" ".join(aside)))))
    return found


def unit(article: Article, span: Span, *, names: frozenset[str], position: int) -> Unit:
    """Read one sentence of an article into a unit that speaks for the article itself."""
    sentence = span.of(article.text)
    return Unit(
        article=article.id,
        span=span,
        words=sentence,
        origin=article.id,
        statement=None,
        vector=vector(sentence),
        names=names,
        quantities=tuple(quantities(sentence)),
        times=tuple(times(sentence, reported=article.published)),
        negated=bool(NEGATION.search(sentence)),
        position=position,
    )


def _speaking(span: Span, statements: Sequence[Statement]) -> Statement | None:
    """Return the statement that covers most of the sentence, the outermost of equals."""
    best, most = None, COVERED * (span.end - span.start)
    for statement in statements:
        covered = sum(max(0, min(run.end, span.end) - max(run.start, span.start)) for run in statement.content)
        if covered > most:
            best, most = statement, covered
    return best
