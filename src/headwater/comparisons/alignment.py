"""Units of different articles → pairs that answer one question of fact, each with a probability.

The judge is a logistic regression over a handful of features of the two sentences and of the two articles around them:
sentences alone do not tell look-alike events apart. Inside one story the articles tell nothing more; there the
sentences count alone (`Aligned.alike`). The judge's coefficients are made by `python -m training.alignment` on ECB+
(event coreference across documents; Cybulska and Vossen 2014) and lie in `alignment.json`.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from headwater.comparisons.likeness import Likeness
from headwater.comparisons.units import Unit, dot
from headwater.text.numbers import compatible

COMMON = 0.2
"""A term that stands in more than this share of the units (and in more than `RARE` of them) proposes no pair."""
RARE = 12
MOST = 400
"""No term that stands in more units than this proposes a pair, however many units there are: time stays bounded."""
FEW = 120
"""Up to so many units every pair is judged, shared words or not."""
NUMBERS = 0.1
"""What a compatible number of one unit adds to the likeness of two sentences of one story."""
FEATURES = ("bias", "cosine", "names", "numbers", "clash", "articles", "product", "lead")


@dataclass(frozen=True, kw_only=True, slots=True)
class Aligned:
    """Two units with the probability that they are about the same thing."""

    a: int
    """Index into the units."""
    b: int
    score: float
    """Probability that they are about the same thing, for articles that may be of different stories."""
    same: bool
    alike: float
    """How alike the two sentences themselves are, 0 to 1 and a little more: what counts inside one story."""


@dataclass(frozen=True, kw_only=True, slots=True)
class AlignmentJudge:
    """The weights of the features and the probability from which a pair counts as the same."""

    weights: Mapping[str, float]
    threshold: float

    def score(self, features: Mapping[str, float]) -> float:
        """Return the probability, 0 to 1."""
        total = sum(self.weights[name] * features[name] for name in FEATURES)
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@cache
def shipped_judge() -> AlignmentJudge:
    """Load the judge that ships with the package."""
    held = json.loads(resources.files(__package__).joinpath("alignment.json").read_text("utf-8"))
    return AlignmentJudge(
        weights={name: float(held["weights"][name]) for name in FEATURES}, threshold=float(held["threshold"])
    )


def align(
    units: Sequence[Unit], articles: Mapping[str, Mapping[str, float]], *, judge: AlignmentJudge | None = None
) -> list[Aligned]:
    """Return the candidate pairs of units of different articles with their scores, in order of index.

    `articles` holds each article's own vector by id. Of many units, pairs that share nothing telling are not returned:
    their probability is near zero.
    """
    judge = judge or shipped_judge()
    between: dict[tuple[str, str], float] = {}
    likeness = Likeness.among(units)
    found = []
    for a, b in candidates(units):
        key = (units[a].article, units[b].article)
        if key not in between:
            between[key] = dot(articles[key[0]], articles[key[1]])
        pair = features(units[a], units[b], between[key])
        score = judge.score(pair)
        alike = likeness.between(a, b, numbers=bool(pair["numbers"])) + NUMBERS * pair["numbers"]
        found.append(Aligned(a=a, b=b, score=score, same=score >= judge.threshold, alike=alike))
    return found


def candidates(units: Sequence[Unit]) -> Iterator[tuple[int, int]]:
    """Yield index pairs of units of different articles, in order: all of a few, else those that share a telling term or name."""
    if len(units) <= FEW:
        yield from ((a, b) for b in range(len(units)) for a in range(b) if units[a].article != units[b].article)
        return
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for number, unit in enumerate(units):
        for term in unit.vector:
            postings[term].append(number)
        for name in unit.names:
            postings["\0" + name].append(number)
    limit = min(MOST, max(RARE, COMMON * len(units)))
    telling = {term: listed for term, listed in postings.items() if len(listed) <= limit}
    for b, unit in enumerate(units):
        keys = [*unit.vector, *("\0" + name for name in unit.names)]
        partners = {a for key in keys for a in telling.get(key, ()) if a < b and units[a].article != unit.article}
        for a in sorted(partners):
            yield a, b


def features(a: Unit, b: Unit, articles: float) -> dict[str, float]:
    """Return the judge's features of a pair; `articles` is the cosine of the two whole articles."""
    cosine = dot(a.vector, b.vector)
    shared, either = len(a.names & b.names), len(a.names | b.names)
    comparable = [(x, y) for x in a.quantities for y in b.quantities if x.unit == y.unit]
    return {
        "bias": 1.0,
        "cosine": cosine,
        "names": shared / either if either else 0.0,
        "numbers": float(any(compatible(x, y) for x, y in comparable)),
        "clash": float(bool(comparable) and not any(compatible(x, y) for x, y in comparable)),
        "articles": articles,
        "product": cosine * articles,
        "lead": float(a.position == 0 and b.position == 0),
    }
