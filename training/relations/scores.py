"""How good a judge is on pairs that it has not seen, and how sure it may say it is."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from training.relations.gold import CONTRADICTS, Row

Floats = NDArray[np.float32]
RELATIONS = 3
TEMPERATURES = np.arange(0.5, 3.01, 0.05)


def accuracy(rows: Sequence[Row], scores: Floats) -> float:
    """Return the share of rows (n) whose scores (n, 4) are right by the labels of their set, as `evaluate.relation` reads them."""
    odds = _odds(scores)
    distant = np.array([row.set == "emergent" for row in rows])
    three = np.where(
        distant[:, None], np.stack([odds[:, 0], odds[:, 1], odds[:, 2] + odds[:, 3]], axis=1), odds[:, :RELATIONS]
    )
    return float(np.mean([int(best) in row.right for best, row in zip(three.argmax(1), rows, strict=True)]))


def conflicts(rows: Sequence[Row], scores: Floats, least: float) -> tuple[float, float]:
    """Return precision and recall of `contradicts` where it is at least so likely; precision 1 if nothing is found."""
    found = _odds(scores[:, :RELATIONS])[:, CONTRADICTS] >= least
    meant = np.array([CONTRADICTS in row.right for row in rows])
    return float(meant[found].mean()) if found.any() else 1.0, float(found[meant].mean())


def temperature(rows: Sequence[Row], scores: Floats) -> float:
    """Return by what to divide the scores for the relations of rows that have one to be as likely as they say (Guo et al., 2017)."""
    known = [at for at, row in enumerate(rows) if len(row.plain) == 1]
    right = np.array([rows[at].plain[0] for at in known])
    losses = [
        -np.log(_odds(scores[known, :RELATIONS] / each)[np.arange(len(known)), right]).mean() for each in TEMPERATURES
    ]
    return float(TEMPERATURES[int(np.argmin(losses))])


def _odds(scores: Floats) -> Floats:
    odds = np.exp(scores - scores.max(1, keepdims=True))
    shares: Floats = odds / odds.sum(1, keepdims=True)
    return shares
