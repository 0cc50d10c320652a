"""How `comparisons/alignment.json` is made: pairs of ECB+ sentences → weights of the alignment judge.

Pairs are positive where both sentences mention one event chain. Features are those of the comparison room itself, read
through its own functions. `cross_validated()` holds out whole topics, look-alike events of a topic included.
"""

from __future__ import annotations

import gzip
import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from evaluate.align import Collection
from evaluate.scores import SHARED, score
from headwater.comparisons.alignment import FEATURES, features

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
    topic = {str(row["id"]): str(row["topic"]) for row in rows}
    collection = Collection.of(rows)
    known = np.array([name in chains for name in collection.names])
    of_unit = np.array([topic[name.split("#")[0]] for name in collection.names])
    chosen = [
        pairs[known[pairs].all(axis=1) & (of_unit[pairs[:, 0]] == of_unit[pairs[:, 1]])] for pairs in collection.pairs()
    ]
    pairs = np.concatenate(chosen)
    names = [(collection.names[a], collection.names[b]) for a, b in pairs.tolist()]
    return Pairs(
        topics=of_unit[pairs[:, 0]],
        names=names,
        features=features(collection.lines, pairs, collection.surroundings),
        same=np.array([bool(chains[a] & chains[b]) for a, b in names]),
    )


def _chains(rows: Sequence[Gold]) -> dict[str, set[str]]:
    """Return the event chains of every annotated sentence, known as "DOC#SENTENCE"."""
    found: dict[str, set[str]] = {}
    for row in rows:
        validated, mentions = row["validated"], row["mentions"]
        assert isinstance(validated, list)
        assert isinstance(mentions, list)
        for number in validated:
            found[f"{row['id']}#{number}"] = set()
        for mention in mentions:
            if mention["type"].startswith("ACTION") and mention["sentence"] in validated:
                found[f"{row['id']}#{mention['sentence']}"].add(mention["chain"])
    return found


def fitted(table: np.ndarray, same: np.ndarray) -> LogisticRegression:
    """Fit the judge; the constant feature is its intercept."""
    return LogisticRegression(C=10.0, fit_intercept=False, max_iter=5000).fit(table, same)


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
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        with predicted.open("w", encoding="utf-8") as out:
            for (a, b), score_of, same in zip(pairs.names, probability, called, strict=True):
                row = {"a": a, "b": b, "score": float(score_of), "same": bool(same)}
                out.write(json.dumps(row) + "\n")
        return score("align", GOLD, predicted)


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
