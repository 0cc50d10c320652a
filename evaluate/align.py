"""Predict which sentences of different documents tell of one event, as `headwater.comparisons.align` judges them.

Rows hold `id` and `sentences` with their `numbers`; documents are taken to be one collection. Only documents that may
be about one event are paired (`MAY_MEET`), since all pairs of sentences of all documents would be millions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from evaluate.rows import articles_of
from headwater.actors import find_actors
from headwater.comparisons import Lines, Surroundings, Unit, align, vector
from headwater.comparisons.alignment import shipped_judge
from headwater.comparisons.surroundings import Places
from headwater.comparisons.units import dot, unit
from headwater.model import Article, Span
from headwater.readers import embed

MAY_MEET = 0.05
"""Cosine of two documents from which their sentences are paired."""
COMMON = 12
"""A term of more documents than this, and of more than a fifth of all, brings none together."""
SHOWN = 0.01
"""Pairs below this probability are left out of the output; the scorer ranks them last."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Collection:
    """Documents whose sentences are to be lined up."""

    lines: Lines
    surroundings: Surroundings
    names: Sequence[str]
    """"DOC#SENTENCE" for each of the units."""
    starts: Mapping[str, tuple[int, int]]
    """Document → the range of its units."""
    vectors: Mapping[str, Mapping[str, float]]

    @classmethod
    def of(cls, rows: Iterable[Mapping[str, object]]) -> Collection:
        """Read rows with `id`, `text`, `sentences` and `numbers`."""
        units: list[Unit] = []
        names: list[str] = []
        starts: dict[str, tuple[int, int]] = {}
        held = {str(row["id"]): row for row in rows}
        documents = articles_of(held.values())
        for name, article in documents:
            found = units_in(article, _sentences(held[name]))
            starts[name] = (len(units), len(units) + len(found))
            units += found
            names += [f"{name}#{number}" for number in _numbers(held[name])]
        return cls(
            lines=Lines.of(units, embed([one.core for one in units])),
            surroundings=Surroundings.of([article for _, article in documents]),
            names=names,
            starts=starts,
            vectors={name: vector(article.text) for name, article in documents},
        )

    def pairs(self) -> Iterator[Places]:
        """Yield the pairs of units of documents that may be about one event, document by document."""
        meeting = defaultdict(list)
        for a, b in meet(self.vectors):
            meeting[a].append(b)
        for a, others in meeting.items():
            mine = np.arange(*self.starts[a])
            theirs = np.concatenate([np.arange(*self.starts[b]) for b in others])
            yield np.stack([np.repeat(mine, len(theirs)), np.tile(theirs, len(mine))], axis=1)


def predict(rows: Iterable[Mapping[str, object]]) -> Iterator[dict[str, object]]:
    """Yield {"a": "DOC#SENTENCE", "b": …, "score", "same"} for pairs of sentences of different documents."""
    collection = Collection.of(rows)
    threshold = shipped_judge().threshold
    for pairs in collection.pairs():
        scores = align(collection.lines, pairs, collection.surroundings)
        for (a, b), score in zip(pairs[scores >= SHOWN].tolist(), scores[scores >= SHOWN].tolist(), strict=True):
            same = score >= threshold
            yield {"a": collection.names[a], "b": collection.names[b], "score": round(score, 6), "same": same}


def units_in(article: Article, sentences: Sequence[str]) -> list[Unit]:
    """Read given sentences of an article, in order, into units."""
    found, start = [], 0
    actors = find_actors([article])
    named = [(mention.span, actor.name.casefold()) for actor in actors for mention in actor.mentions]
    for position, sentence in enumerate(sentences):
        start = article.text.index(sentence, start)
        span = Span(start=start, end=start + len(sentence))
        inside = frozenset(name for mention, name in named if span.contains(mention))
        found.append(unit(article, span, names=inside, position=position))
        start = span.end
    return found


def meet(vectors: Mapping[str, Mapping[str, float]]) -> list[tuple[str, str]]:
    """Return the pairs of documents whose cosine passes `MAY_MEET`, through an index of their terms."""
    postings: defaultdict[str, list[str]] = defaultdict(list)
    common = max(COMMON, len(vectors) / 5)
    found = []
    for name, terms in sorted(vectors.items()):
        partners = {other for term in terms if len(postings[term]) < common for other in postings[term]}
        found += [(other, name) for other in sorted(partners) if dot(terms, vectors[other]) >= MAY_MEET]
        for term in terms:
            postings[term].append(name)
    return found


def _numbers(row: Mapping[str, object]) -> list[int]:
    listed = row.get("numbers")
    return [int(str(number)) for number in listed] if isinstance(listed, list) else list(range(len(_sentences(row))))


def _sentences(row: Mapping[str, object]) -> list[str]:
    listed = row.get("sentences")
    return [str(sentence) for sentence in listed] if isinstance(listed, list) else []
