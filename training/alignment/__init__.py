"""How `comparisons/alignment.json` is made: pairs of ECB+ sentences → weights of the alignment judge.

Pairs are positive where both sentences mention one event chain. Features are those of the comparison room itself, read
through its own functions. `cross_validated()` holds out whole topics, look-alike events of a topic included.
"""

from __future__ import annotations

import gzip
import json
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from evaluate.align import meeting, units_in
from evaluate.rows import articles_of
from evaluate.scores import SHARED, score
from headwater.comparisons import vector
from headwater.comparisons.alignment import FEATURES, candidates, features
from headwater.comparisons.units import Unit, dot

GOLD = SHARED / "data" / "stories" / "ecb.jsonl.gz"
SHIPPED = Path(__file__).parents[2] / "src" / "headwater" / "comparisons" / "alignment.json"
FOLDS = 5
Gold = Mapping[str, object]


@dataclass(frozen=True, kw_only=True, slots=True)
class Pairs:
    """Sentence pairs of annotated sentences with features and truth; one row a pair."""

    topics: np.ndarray
    names: list[tuple[str, str]]
    features: np.ndarray
    same: np.ndarray


def gold_rows() -> list[dict[str, object]]:
    """Return the documents of ECB+ with their event chains."""
    with gzip.open(GOLD, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def pairs_of(rows: Sequence[Gold]) -> Pairs:
    """Read every candidate pair of annotated sentences within a topic."""
    chains = _chains(rows)
    documents = dict(articles_of(rows))
    vectors = {name: vector(article.text) for name, article in documents.items()}
    topics, names, table, same = [], [], [], []
    for topic, held in sorted(_by_topic(rows).items()):
        units: dict[str, list[Unit]] = {}
        for row in held:
            name, sentences = str(row["id"]), row["sentences"]
            assert isinstance(sentences, list)
            units[name] = units_in(documents[name], sentences)
        for a, b in meeting({name: vectors[name] for name in units}):
            for x, y, found in _annotated(a, b, units, dot(vectors[a], vectors[b])):
                if x in chains and y in chains:
                    topics.append(topic)
                    names.append((x, y))
                    table.append(found)
                    same.append(bool(chains[x] & chains[y]))
    return Pairs(topics=np.array(topics), names=names, features=np.array(table), same=np.array(same))


def _annotated(
    a: str, b: str, units: Mapping[str, Sequence[Unit]], between: float
) -> Iterator[tuple[str, str, list[float]]]:
    both = [*units[a], *units[b]]
    for x, y in candidates(both):
        found = features(both[x], both[y], between)
        yield f"{a}#{both[x].position}", f"{b}#{both[y].position}", [found[name] for name in FEATURES]


def _by_topic(rows: Sequence[Gold]) -> dict[str, list[Gold]]:
    found: defaultdict[str, list[Gold]] = defaultdict(list)
    for row in rows:
        found[str(row["topic"])].append(row)
    return found


def _chains(rows: Sequence[Gold]) -> dict[str, set[str]]:
    """Return the event chains of every annotated sentence, known by document and position in `sentences`."""
    found: dict[str, set[str]] = {}
    for row in rows:
        numbers, validated, mentions = row["numbers"], row["validated"], row["mentions"]
        assert isinstance(numbers, list)
        assert isinstance(validated, list)
        assert isinstance(mentions, list)
        place = {number: position for position, number in enumerate(numbers)}
        for number in validated:
            found[f"{row['id']}#{place[number]}"] = set()
        for mention in mentions:
            if mention["type"].startswith("ACTION") and mention["sentence"] in validated:
                found[f"{row['id']}#{place[mention['sentence']]}"].add(mention["chain"])
    return found


def fitted(table: np.ndarray, same: np.ndarray) -> LogisticRegression:
    """Fit the judge; the constant feature is its intercept."""
    return LogisticRegression(C=10.0, fit_intercept=False, max_iter=2000).fit(table, same)


def best_threshold(probability: np.ndarray, same: np.ndarray) -> float:
    """Return the probability from which calling a pair the same gives the best F1."""
    order = np.argsort(-probability, kind="stable")
    hits = np.cumsum(same[order])
    f1 = 2 * hits / (np.arange(1, len(order) + 1) + same.sum())
    return float(probability[order[int(np.argmax(f1))]])


def cross_validated() -> dict[str, float]:
    """Return AP and F1 of the shared scorer with every topic predicted by a judge that has not seen it."""
    rows = gold_rows()
    pairs = pairs_of(rows)
    probability, called = np.zeros(len(pairs.same)), np.zeros(len(pairs.same), dtype=bool)
    folds = {topic: number % FOLDS for number, topic in enumerate(sorted(set(pairs.topics)))}
    held = np.array([folds[topic] for topic in pairs.topics])
    for fold in range(FOLDS):
        seen, unseen = held != fold, held == fold
        judge = fitted(pairs.features[seen], pairs.same[seen])
        threshold = best_threshold(judge.predict_proba(pairs.features[seen])[:, 1], pairs.same[seen])
        probability[unseen] = judge.predict_proba(pairs.features[unseen])[:, 1]
        called[unseen] = probability[unseen] >= threshold
    numbers = {str(row["id"]): row["numbers"] for row in rows}
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        with predicted.open("w", encoding="utf-8") as out:
            for (a, b), score_of, same in zip(pairs.names, probability, called, strict=True):
                out.write(
                    json.dumps(
                        {
                            "a": _numbered(a, numbers),
                            "b": _numbered(b, numbers),
                            "score": float(score_of),
                            "same": bool(same),
                        }
                    )
                    + "\n"
                )
        return score("align", GOLD, predicted)


def _numbered(name: str, numbers: Mapping[str, object]) -> str:
    document, position = name.split("#")
    listed = numbers[document]
    assert isinstance(listed, list)
    return f"{document}#{listed[int(position)]}"


def train() -> None:
    """Fit on every topic and write the shipped judge."""
    pairs = pairs_of(gold_rows())
    judge = fitted(pairs.features, pairs.same)
    threshold = best_threshold(judge.predict_proba(pairs.features)[:, 1], pairs.same)
    weights = {name: round(float(weight), 4) for name, weight in zip(FEATURES, judge.coef_[0], strict=True)}
    SHIPPED.write_text(
        json.dumps({"weights": weights, "threshold": round(threshold, 4)}, indent=1) + "\n", encoding="utf-8"
    )
    print(
        f"{len(pairs.same)} pairs, {int(pairs.same.sum())} of one event → {SHIPPED.name}: {weights}, threshold {threshold:.3f}"
    )
