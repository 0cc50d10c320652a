"""Predict which sentences of different documents tell of one event, as `headwater compare` aligns them.

Rows hold `id` and `sentences` with their `numbers`; documents are taken to be one collection. Only documents that may
be about one event are paired (`MAY_MEET`), since all pairs of sentences of all documents would be millions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from evaluate.rows import articles_of
from headwater.actors import find_actors
from headwater.comparisons import Unit, align, vector
from headwater.comparisons.units import dot, unit
from headwater.model import Article, Span

MAY_MEET = 0.05
"""Cosine of two documents from which their sentences are paired."""
COMMON = 12
"""A term of more documents than this, and of more than a fifth of all, brings none together."""
SHOWN = 0.01
"""Pairs below this probability are left out of the output; the scorer ranks them last."""


def predict(rows: Iterable[Mapping[str, object]]) -> Iterator[dict[str, object]]:
    """Yield {"a": "DOC#SENTENCE", "b": …, "score", "same"} for pairs of sentences of different documents."""
    held = list(rows)
    numbers = {str(row["id"]): _numbers(row) for row in held}
    documents = articles_of(held)
    units = {
        name: units_in(article, row_sentences)
        for (name, article), row_sentences in zip(documents, map(_sentences, held), strict=True)
    }
    vectors = {name: vector(article.text) for name, article in documents}
    for a, b in meeting(vectors):
        both = [*units[a], *units[b]]
        names = [f"{a}#{n}" for n in numbers[a]] + [f"{b}#{n}" for n in numbers[b]]
        ids = {units[name][0].article: vectors[name] for name in (a, b) if units[name]}
        for pair in align(both, ids):
            if pair.score >= SHOWN:
                yield {"a": names[pair.a], "b": names[pair.b], "score": round(pair.score, 6), "same": pair.same}


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


def meeting(vectors: Mapping[str, Mapping[str, float]]) -> list[tuple[str, str]]:
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
