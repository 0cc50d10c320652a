"""Labelled samples → the line classifier, and its scores on sites that it has not seen."""

from __future__ import annotations

import runpy
from collections.abc import Sequence
from hashlib import blake2b

import lightgbm
import numpy as np
from numpy.typing import NDArray
from onnxmltools import convert_lightgbm
from onnxmltools.convert.common.data_types import FloatTensorType

from headwater.articles.dumps.choosing import choose
from training.lines.gold import COLLECTIONS, DATA, RENDERINGS, Collection
from training.lines.samples import Labelled

SETTINGS = {
    "objective": "binary",
    "learning_rate": 0.07,
    "num_leaves": 31,
    "min_data_in_leaf": 100,
    "feature_fraction": 0.25,
    "bagging_fraction": 0.6,
    "bagging_freq": 1,
    "lambda_l2": 10.0,
    "max_bin": 63,
    "seed": 1,
    "deterministic": True,
    "force_col_wise": True,
    "num_threads": 1,
    "verbose": -1,
}
ROUNDS = 300
FOLDS = 5
VARIANT = 0.3
"""How much a variant's line counts beside a real page's."""
SMALLEST = 150.0
"""Words below which a page's lines do not count more."""
OPSET = 15
Scores = dict[str, dict[str, float]]


def train(chosen: Sequence[Labelled]) -> lightgbm.Booster:
    """Return the classifier: each page counts alike, each of its lines by its words and by how clear its label is."""
    chance = np.random.default_rng(0)
    rows, labels, weights = [], [], []
    for sample in chosen:
        used = _used(sample, chance)
        rows.append(sample.described.table[used])
        labels.append(sample.shares[used] >= 0.5)
        weights.append(_weights(sample)[used])
    data = lightgbm.Dataset(np.concatenate(rows), np.concatenate(labels).astype(int), weight=np.concatenate(weights))
    return lightgbm.train(SETTINGS, data, ROUNDS)


def as_onnx(model: lightgbm.Booster, columns: int) -> bytes:
    """Return the classifier as the bytes of an ONNX file with one input, `lines`."""
    made = convert_lightgbm(
        model, initial_types=[("lines", FloatTensorType([None, columns]))], zipmap=False, target_opset=OPSET
    )
    made.graph.name = "dump_lines"  # the converter draws a name by chance
    return bytes(made.SerializeToString())


def cross_validate(everything: Sequence[Labelled]) -> Scores:
    """Return F1 by rendering and collection; a page is read by a model that has seen no page of its site."""
    texts: dict[tuple[Collection, str], dict[str, str]] = {}
    for fold in range(FOLDS):
        model = train([sample for sample in everything if _fold(sample) != fold])
        for sample in everything:
            if sample.real and _fold(sample) == fold:
                belief = np.asarray(model.predict(sample.described.table, num_threads=1), dtype=np.float64)
                key = (sample.page.collection, sample.kind)
                texts.setdefault(key, {})[sample.page.id] = text_of(sample, belief)
        print(f"fold {fold + 1} of {FOLDS}", flush=True)
    gold = {(sample.page.collection, sample.page.id): sample.page.text for sample in everything if sample.real}
    return {
        rendering: {name: _score(name, texts[name, rendering], gold) for name in COLLECTIONS}
        for rendering in RENDERINGS
    }


def text_of(sample: Labelled, belief: NDArray[np.float64]) -> str:
    """Return the article's text as `read_dump` would join it; empty where there is none."""
    chosen = choose(sample.lines, sample.described, belief)
    return "\n\n".join(sample.lines[i].text for i in chosen.kept) if chosen else ""


def _score(collection: Collection, texts: dict[str, str], gold: dict[tuple[Collection, str], str]) -> float:
    pages = runpy.run_path(str(DATA.parent / "score" / "score.py"))["pages"]
    wanted = [{"id": page, "text": text} for (name, page), text in gold.items() if name == collection]
    return float(pages(wanted, [{"id": page, "text": text} for page, text in texts.items()])["F1"])


def _fold(sample: Labelled) -> int:
    return int.from_bytes(blake2b(sample.page.site.encode(), digest_size=4).digest(), "big") % FOLDS


def _weights(sample: Labelled) -> NDArray[np.float64]:
    words = sample.described.words
    size = max(SMALLEST, float((words * sample.shares).sum()))
    weights: NDArray[np.float64] = (words * np.abs(2 * sample.shares - 1) + 0.5) / size * 1000
    return weights * (1.0 if sample.real else VARIANT)


def _used(sample: Labelled, chance: np.random.Generator) -> NDArray[np.bool_]:
    """Leave out most of the menus far from any text: there are many such lines and they are easy."""
    article = sample.shares > 0
    near = np.convolve(article, np.ones(31))[15:-15] > 0
    drawn = chance.random(len(article))
    used: NDArray[np.bool_] = article | (near & (drawn < 0.6)) | (sample.described.words >= 10) & (drawn < 0.7)
    return used | (drawn < (0.3 if sample.real else 0.12))
