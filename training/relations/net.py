"""The network: the frozen MiniLM for sentence vectors, and a judge of pairs that has its upper layers to itself.

Up to layer `SHARED` texts and pairs go through the same weights, those of all-MiniLM-L6-v2. From there a single text goes on
through the original layers and becomes a sentence vector, exactly the original's; a pair goes on through layers of the
judge's own, which began as copies. Shapes: B rows of T pieces.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

import torch
from torch import Tensor, nn
from torch.nn import functional

from headwater.readers.pairs import JUDGED, MARKS
from training.readers.net import HEADS, INNER, LAYERS, POSITIONS, VOCABULARY, WIDTH, Attention, Dropout, encoder_weights

SHARED = 2
"""Layers that the judge shares with the sentence vectors."""


class Shared(nn.Module):
    """Pieces → vectors after the lower layers; frozen."""

    def __init__(self, layers: int = SHARED) -> None:
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.second = nn.Parameter(torch.zeros(WIDTH))
        """What the pieces of a pair's second text differ by."""
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Attention(WIDTH, HEADS, INNER, 0) for _ in range(layers))

    def forward(self, ids: Tensor, kinds: Tensor | None = None) -> Tensor:
        """Return vectors (B, T, 384); `ids` (B, T), 0 where nothing stands; `kinds` (B, T) is 1 in a pair's second text."""
        seen = self.pieces(ids) + self.positions.weight[: ids.shape[1]]
        if kinds is not None:
            seen = seen + kinds[:, :, None].to(seen.dtype) * self.second
        seen = self.norm(seen)
        bias = bias_of(ids, seen)
        for layer in self.layers:
            seen = layer(seen, bias)
        return seen


class Judge(nn.Module):
    """Vectors of a pair after the lower layers → scores for supports, contradicts, neither and hedged."""

    def __init__(self, layers: int = LAYERS - SHARED, drop: float = 0.1) -> None:
        super().__init__()
        self.marks = nn.Embedding(MARKS, WIDTH)
        self.layers = nn.ModuleList(Attention(WIDTH, HEADS, INNER, drop) for _ in range(layers))
        self.between = nn.Linear(2 * WIDTH, WIDTH)
        self.scores = nn.Linear(WIDTH, len(JUDGED))
        self.drop = Dropout(drop)
        nn.init.zeros_(self.marks.weight)

    def forward(self, seen: Tensor, ids: Tensor | None, marks: Tensor) -> Tensor:
        """Return scores (B, 4); `marks` (B, T) say of each piece whether the other text has it too; no `ids`: rows are full."""
        bias = bias_of(ids, seen)
        seen = self.drop(seen + self.marks(marks))
        for layer in self.layers:
            seen = layer(seen, bias)
        both = torch.cat([seen[:, 0], mean_of(seen, ids)], dim=-1)[:, None]
        between = torch.tanh(self.between(self.drop(both)))
        found: Tensor = self.scores(self.drop(between))[:, 0]
        return found


class Sentences(nn.Module):
    """The original network: pieces → one vector of length 1 a row."""

    def __init__(self, shared: Shared, layers: nn.ModuleList) -> None:
        super().__init__()
        self.shared = shared
        self.layers = layers

    def forward(self, ids: Tensor) -> Tensor:
        """Return (B, 384)."""
        return self.upper(self.shared(ids), ids)

    def upper(self, seen: Tensor, ids: Tensor | None) -> Tensor:
        """Return (B, 384) from what the lower layers make of the pieces; no `ids`: rows are full."""
        bias = bias_of(ids, seen)
        for layer in self.layers:
            seen = layer(seen, bias)
        return functional.normalize(mean_of(seen, ids), dim=-1)


class Pairs(nn.Module):
    """Pieces of pairs → scores."""

    def __init__(self, shared: Shared, judge: Judge) -> None:
        super().__init__()
        self.shared = shared
        self.judge = judge

    def forward(self, ids: Tensor, marks: Tensor) -> Tensor:
        """Return (B, 4); `marks` (B, T): see `headwater.readers.pairs`."""
        with torch.no_grad():
            seen = self.shared(ids, (marks >= MARKS // 2).long())
        return self.judge(seen, ids, marks)


def bias_of(ids: Tensor | None, seen: Tensor) -> Tensor | None:
    """Return what keeps attention off the places where nothing stands; None in a graph, whose rows are all full."""
    if ids is None or torch.onnx.is_in_onnx_export():
        return None
    return (ids == 0)[:, None, None, :].to(seen.dtype) * -10000.0


def mean_of(seen: Tensor, ids: Tensor | None) -> Tensor:
    """Return the mean (B, 384) of the vectors where something stands."""
    if ids is None:
        return seen.mean(1)
    standing = (ids != 0)[:, :, None].to(seen.dtype)
    return (seen * standing).sum(1) / standing.sum(1)


def networks(stored: Mapping[str, Tensor], *, shared: int = SHARED, drop: float = 0.1) -> tuple[Sentences, Pairs]:
    """Return both networks with the weights of a stored BERT; only the judge's own can be trained."""
    weights = encoder_weights(stored)
    types = stored["embeddings.token_type_embeddings.weight"]
    lower = Shared(shared)
    upper = nn.ModuleList(Attention(WIDTH, HEADS, INNER, 0) for _ in range(LAYERS - shared))
    lower.load_state_dict(
        {name: value for name, value in weights.items() if not _upper(name, shared)} | {"second": types[1] - types[0]}
    )
    upper.load_state_dict(
        {
            f"{int(name.split('.')[1]) - shared}.{name.split('.', 2)[2]}": value
            for name, value in weights.items()
            if _upper(name, shared)
        }
    )
    judge = Judge(LAYERS - shared, drop)
    judge.layers.load_state_dict(deepcopy(upper.state_dict()))
    for each in (*lower.parameters(), *upper.parameters()):
        each.requires_grad_(requires_grad=False)
    return Sentences(lower, upper), Pairs(lower, judge)


def _upper(name: str, shared: int) -> bool:
    return name.startswith("layers.") and int(name.split(".")[1]) >= shared
