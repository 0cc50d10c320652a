"""Fits the judge of `headwater.stories` on labelled collections and writes `stories/judge.json`.

Run `python -m training.stories` (extra `train`). Reads `../shared/data/stories`: newscluster, wikinews and ecb. A
logistic regression on all pairs whose bodies are alike at all, each collection weighing the same; then the constant is
moved to where the mean B-cubed F1 of average linkage is best. `--check` also prints two checks: the same on halves of the
collections (fitted on one half of the events, scored on the other), and each collection scored by the other two.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from headwater.stories.judging import FEATURES, FILE, LEAST_BODY, SURE, Judge
from headwater.stories.linkage import average_linked
from headwater.stories.profiles import Profile, profile

ROOT = Path(__file__).resolve().parents[2]
DATA = ROOT.parent / "shared" / "data" / "stories"
SETS = ("newscluster", "wikinews", "ecb")
MOVES = np.arange(-1.5, 3.01, 0.125)
Array = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True, slots=True)
class Labelled:
    """A collection with its events; `topics` group look-alike events, which halves must not tear apart."""

    profiles: list[Profile]
    stories: list[str]
    topics: list[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class Pairs:
    """All pairs of one collection: features, whether they tell one story, and the matrix they came from."""

    features: Array
    same: NDArray[np.bool_]
    alike: NDArray[np.bool_]
    size: int
    stories: list[str]

    def score(self, weights: Array) -> float:
        """Return the B-cubed F1 of average linkage under these weights."""
        odds = np.where(self.alike, np.clip(self.features @ weights, -SURE, SURE), -SURE)
        square = np.zeros((self.size, self.size))
        square[np.triu_indices(self.size, 1)] = odds
        found = np.zeros(self.size, dtype=int)
        for label, cluster in enumerate(average_linked(square + square.T)):
            found[cluster] = label
        return b_cubed(self.stories, found.tolist())


def main() -> None:
    """Fit, write and print."""
    sets = {name: _read(name) for name in SETS}
    pairs = {name: _pairs(labelled) for name, labelled in sets.items()}
    if "--check" in sys.argv:
        _check_halves(sets)
        for held in SETS:
            weights = _fit([pairs[name] for name in SETS if name != held])
            print(f"{held} by the others: {pairs[held].score(weights):.3f}")
    weights = _fit(list(pairs.values()))
    for name, part in pairs.items():
        print(f"{name}: {part.score(weights):.3f}")
    FILE.write_text(json.dumps(dict(zip(FEATURES, weights.round(4).tolist(), strict=True)), indent=1) + "\n")


def _read(name: str) -> Labelled:
    with gzip.open(DATA / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return Labelled(
        profiles=[profile(title=row.get("title"), text=row["text"], published=row.get("published")) for row in rows],
        stories=[row["story"] for row in rows],
        topics=[row.get("topic") or row["story"] for row in rows],
    )


def _pairs(labelled: Labelled) -> Pairs:
    judge = Judge(labelled.profiles, weights=(0.0,) * len(FEATURES))
    size = len(labelled.stories)
    features = np.concatenate([judge.features(one, np.arange(one + 1, size)) for one in range(size - 1)])
    stories = np.array(labelled.stories)
    first, second = np.triu_indices(size, 1)
    return Pairs(
        features=features,
        same=stories[first] == stories[second],
        alike=features[:, 0] ** 2 > LEAST_BODY,
        size=size,
        stories=labelled.stories,
    )


def _fit(parts: Sequence[Pairs]) -> Array:
    features = np.concatenate([part.features[part.alike] for part in parts])
    same = np.concatenate([part.same[part.alike] for part in parts])
    even = np.concatenate([np.full(part.alike.sum(), 1 / part.same[part.alike].sum()) for part in parts])
    model = LogisticRegression(max_iter=5000).fit(features[:, :-1], same, sample_weight=even * len(even) / even.sum())
    weights = np.append(model.coef_[0], model.intercept_)
    return max(
        (_moved(weights, move) for move in MOVES), key=lambda moved: float(np.mean([p.score(moved) for p in parts]))
    )


def _moved(weights: Array, move: float) -> Array:
    return np.append(weights[:-1], weights[-1] + move)


def _check_halves(sets: dict[str, Labelled]) -> None:
    scores = []
    for seed in (1, 2):
        halves = {name: _halved(labelled, seed) for name, labelled in sets.items()}
        for side in (0, 1):
            weights = _fit([_pairs(half[side]) for half in halves.values()])
            scores.append([_pairs(half[1 - side]).score(weights) for half in halves.values()])
    print("other halves:", dict(zip(SETS, np.mean(scores, axis=0).round(3).tolist(), strict=True)))


def _halved(labelled: Labelled, seed: int) -> tuple[Labelled, Labelled]:
    topics = sorted(set(labelled.topics))
    np.random.default_rng(seed).shuffle(topics)
    first = set(topics[: len(topics) // 2])
    sides = [
        [place for place, topic in enumerate(labelled.topics) if (topic in first) == side] for side in (True, False)
    ]
    one, other = (
        Labelled(
            profiles=[labelled.profiles[place] for place in side],
            stories=[labelled.stories[place] for place in side],
            topics=[labelled.topics[place] for place in side],
        )
        for side in sides
    )
    return one, other


def b_cubed(gold: Sequence[str], found: Sequence[int]) -> float:
    """Return the B-cubed F1 of two groupings of the same items (Bagga and Baldwin 1998)."""
    _, wanted = np.unique(np.array(gold), return_inverse=True)
    _, got = np.unique(np.array(found), return_inverse=True)
    table = np.zeros((wanted.max() + 1, got.max() + 1))
    np.add.at(table, (wanted, got), 1)
    precision = (table**2 / table.sum(axis=0)).sum() / len(gold)
    recall = (table**2 / table.sum(axis=1, keepdims=True)).sum() / len(gold)
    return float(2 * precision * recall / (precision + recall))


if __name__ == "__main__":
    main()
