"""Units of different articles → how likely each pair tells of one event.

The judge is a logistic regression over features of the two sentences (meaning, words, names, numbers, place in the
article), of what stands around them, and of the two articles: sentences alone do not tell look-alike events apart. Its
coefficients are made by `python -m training.alignment` on ECB+ (event coreference across documents; Cybulska and Vossen
2014) and lie in `alignment.json`.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np

from headwater.comparisons.surroundings import TAKEN, Meanings, Numbers, Places, Surroundings
from headwater.comparisons.units import Unit, dot
from headwater.text.numbers import compatible

SENTENCES = ("cosine", "context", "specific", "words", "names", "numbers", "clash", "lead", "shortest")
"""What is looked at in the two sentences; `specific`: how much nearer they are than either is to the other article."""
FEATURES = ("bias", *SENTENCES, "product", "meaning", *(f"articles: {name}" for name in TAKEN))
"""`product`: cosine of the sentences times the weight of terms that the articles share; `meaning`: of the articles."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Lines:
    """The units of a story or collection with their meanings: what alignment looks at."""

    units: Sequence[Unit]
    """The units of one article stand together, in the order of its text."""
    meanings: Meanings
    """One row a unit, unit length."""
    contexts: Meanings
    """The same, mixed with the meanings of the neighbours."""
    article: Places
    """For each unit, the number of its article."""
    articles: Sequence[str]
    """The ids of the articles, by number."""
    means: Meanings
    """One row an article: the mean of its units' meanings."""

    @classmethod
    def of(cls, units: Sequence[Unit], meanings: Meanings) -> Lines:
        """Take in units with one row of `meanings` each."""
        articles = list(dict.fromkeys(unit.article for unit in units))
        number = {article: place for place, article in enumerate(articles)}
        article = np.array([number[unit.article] for unit in units], dtype=np.int64)
        mixed = 2 * meanings
        inside = (article[1:] == article[:-1])[:, None]
        mixed[1:] += np.where(inside, meanings[:-1], 0)
        mixed[:-1] += np.where(inside, meanings[1:], 0)
        sums = np.zeros((len(articles), meanings.shape[1]), dtype=np.float32)
        np.add.at(sums, article, meanings)
        counts = np.bincount(article, minlength=len(articles)).astype(np.float32)
        return cls(
            units=units,
            meanings=meanings,
            contexts=unit_length(mixed),
            article=article,
            articles=articles,
            means=np.asarray(sums / np.maximum(counts, 1)[:, None], dtype=np.float32),
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class AlignmentJudge:
    """The weights of the features and the probability from which a pair counts as the same."""

    weights: Mapping[str, float]
    threshold: float

    def score(self, features: Numbers) -> Numbers:
        """Return the probabilities, 0 to 1, of rows of `FEATURES`; shape of `features` without the last axis."""
        total = features @ np.array([self.weights[name] for name in FEATURES])
        return np.asarray(1 / (1 + np.exp(-np.clip(total, -30.0, 30.0))), dtype=np.float64)


@cache
def shipped_judge() -> AlignmentJudge:
    """Load the judge that ships with the package."""
    held = json.loads(resources.files(__package__).joinpath("alignment.json").read_text("utf-8"))
    return AlignmentJudge(
        weights={name: float(held["weights"][name]) for name in FEATURES}, threshold=float(held["threshold"])
    )


def align(lines: Lines, pairs: Places, surroundings: Surroundings, *, judge: AlignmentJudge | None = None) -> Numbers:
    """Return the probability that the units of each pair tell of one event.

    `pairs` has one row a pair, with the numbers of two units of different articles; `surroundings` holds those articles.
    """
    return (judge or shipped_judge()).score(features(lines, pairs, surroundings))


def features(lines: Lines, pairs: Places, surroundings: Surroundings) -> Numbers:
    """Return the judge's features: one row a pair, one column for each of `FEATURES`."""
    a, b = pairs[:, 0], pairs[:, 1]
    here, there = lines.article[a], lines.article[b]
    between = _between(lines, here, there, surroundings)
    cosine = _products(lines.meanings[a], lines.meanings[b])
    elsewhere = _products(lines.meanings[a], lines.means[there]) + _products(lines.meanings[b], lines.means[here])
    lengths = np.log(np.array([max(1, len(unit.words.split())) for unit in lines.units], dtype=np.float64))
    first = np.array([unit.position == 0 for unit in lines.units], dtype=bool)
    whole = unit_length(lines.means)
    columns = (
        np.ones(len(pairs)), cosine, _products(lines.contexts[a], lines.contexts[b]), 2 * cosine - elsewhere,
        *_by_pair(lines.units, pairs), first[a] & first[b], np.minimum(lengths[a], lengths[b]),
        cosine * between[:, TAKEN.index("shared")], _products(whole[here], whole[there]),
    )  # fmt: skip
    return np.column_stack([*columns, between]).astype(np.float64)


def _between(lines: Lines, here: Places, there: Places, surroundings: Surroundings) -> Numbers:
    """Return what is between the articles of each pair, looked up once for each two articles."""
    found = np.zeros((len(here), len(TAKEN)))
    keys = here * len(lines.articles) + there
    order = np.argsort(keys, kind="stable")
    different, starts = np.unique(keys[order], return_index=True)
    ends = np.append(starts[1:], len(order))
    rows: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    for key, start, end in zip(different.tolist(), starts.tolist(), ends.tolist(), strict=True):
        one, other = divmod(key, len(lines.articles))
        rows[one].append((other, start, end))
    for one, others in rows.items():
        told = surroundings.between(lines.articles[one], [lines.articles[other] for other, _, _ in others])
        for row, (_, start, end) in zip(told, others, strict=True):
            found[order[start:end]] = row
    return found


def _by_pair(units: Sequence[Unit], pairs: Places) -> Numbers:
    """Return what is read pair by pair: likeness in words, names in common, numbers that agree, numbers that clash."""
    found = np.zeros((4, len(pairs)))
    for place, (a, b) in enumerate(pairs.tolist()):
        one, other = units[a], units[b]
        either = len(one.names | other.names)
        shared = len(one.names & other.names) / either if either else 0.0
        comparable = [(x, y) for x in one.quantities for y in other.quantities if x.unit == y.unit]
        agree = any(compatible(x, y) for x, y in comparable)
        found[:, place] = dot(one.vector, other.vector), shared, agree, bool(comparable) and not agree
    return found


def _products(a: Meanings, b: Meanings) -> Numbers:
    return np.asarray(np.einsum("ij,ij->i", a, b, dtype=np.float64), dtype=np.float64)


def unit_length(rows: Meanings) -> Meanings:
    """Return the rows at length 1; rows of nothing stay nothing."""
    lengths = np.sqrt((rows * rows).sum(axis=-1, keepdims=True))
    return np.asarray(rows / np.maximum(lengths, np.float32(1e-9)), dtype=np.float32)
