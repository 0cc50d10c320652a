"""The network: MiniLM with what its vocabulary loses added, heads for cues and names, and a small second look per cue.

The encoder is BERT (Devlin et al., 2019) with the weights of all-MiniLM-L6-v2. Shapes: B windows of T pieces, N cues,
W pieces around a cue.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

import torch
from torch import Tensor, nn
from torch.nn import functional

from headwater.readers.looks import PLACES
from headwater.readers.tags import CUE_TAGS, NAME_TAGS, ROLE_TAGS
from headwater.readers.tokens import SIZES

WIDTH, HEADS, LAYERS, INNER = 384, 12, 6, 1536
VOCABULARY, POSITIONS = 30522, 512
INT32 = 6
"""ONNX's number of the type."""
LOOK = 192
"""Width of the second look."""


class Value(Protocol):
    """What flows through the exporter's graph."""

    def type(self) -> object:
        """Return its type."""
        ...

    def setType(self, given: object) -> Value:  # noqa: N802 - the exporter's own name
        """Give it a type and return it."""
        ...


class Graph(Protocol):
    """The exporter's graph."""

    def op(self, name: str, *given: Value, **attributes: int) -> Value:
        """Add an operator."""
        ...


class Dropout(nn.Module):
    """Drops the same features of all pieces of a window (Gal and Ghahramani, 2016): as good, and few random numbers."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, given: Tensor) -> Tensor:
        """Return `given` (B, T, width) with a share of its features at 0."""
        if not self.training or not self.share:
            return given
        kept = torch.rand(given.shape[0], 1, given.shape[2]) >= self.share
        return given * (kept.to(given.dtype) / (1 - self.share))


class Attention(nn.Module):
    """Self-attention with its output projection and norm (post-norm, as BERT)."""

    def __init__(self, width: int, heads: int, inner: int, drop: float) -> None:
        super().__init__()
        self.heads = heads
        self.query_key_value = nn.Linear(width, 3 * width)
        self.output = nn.Linear(width, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.last_norm = nn.LayerNorm(width, eps=1e-12)
        self.drop = Dropout(drop)

    def forward(self, given: Tensor, bias: Tensor | None) -> Tensor:
        """Return what one layer makes of `given` (B, T, width); `bias` (B, 1, 1, T) is very low where nothing stands."""
        query, key, value = self.query_key_value(given).chunk(3, dim=-1)
        mixed = self.output(self._mixed(query, key, value, bias))
        seen = self.norm(given + self.drop(mixed))
        return self.last_norm(seen + self.drop(self.down(functional.gelu(self.up(seen)))))

    def _mixed(self, query: Tensor, key: Tensor, value: Tensor, bias: Tensor | None) -> Tensor:
        if torch.onnx.is_in_onnx_export():
            return Exported.apply(query, key, value, bias, self.heads)
        batch, length, width = query.shape
        shape = (batch, length, self.heads, width // self.heads)
        query, key, value = (each.view(shape).transpose(1, 2) for each in (query, key, value))
        with torch.autocast("cpu", enabled=False):  # keeps the softmax in the inputs' own precision: twice as fast
            scores = (query * (width // self.heads) ** -0.5) @ key.transpose(-1, -2)
            weights = torch.softmax(scores if bias is None else scores + bias.to(query.dtype), dim=-1)
            return (weights @ value).transpose(1, 2).reshape(batch, length, width)


class Exported(torch.autograd.Function):
    """Stands for the whole of attention in a graph: onnxruntime has one operator for it, twice as fast as its parts."""

    @staticmethod
    def forward(_: object, query: Tensor, key: Tensor, value: Tensor, standing: Tensor | None, heads: int) -> Tensor:
        """Return anything of the right shape: only the graph counts."""
        assert heads
        assert standing is None or standing.dtype == torch.bool
        return query + key + value

    @staticmethod
    def symbolic(  # noqa: PLR0913, PLR0917 - the exporter passes what `forward` was given
        graph: Graph, query: Value, key: Value, value: Value, standing: Value | None, heads: int
    ) -> Value:
        """Write the operator."""
        given = [query, key, value]
        if standing is not None:
            none = graph.op("prim::Constant")
            none.setType(torch._C.OptionalType.ofTensor())  # noqa: SLF001 - the exporter's way to leave an input out
            given += [none, graph.op("Cast", standing, to_i=INT32)]
        return graph.op("com.microsoft::MultiHeadAttention", *given, num_heads_i=heads).setType(query.type())


class Encoder(nn.Module):
    """Windows → one vector a piece, and scores for the cue and name tags of each."""

    def __init__(self, drop: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.marks = nn.ModuleList(nn.Embedding(size, WIDTH) for size in SIZES)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Attention(WIDTH, HEADS, INNER, drop) for _ in range(LAYERS))
        self.cues = nn.Linear(WIDTH, len(CUE_TAGS))
        self.names = nn.Linear(WIDTH, len(NAME_TAGS))
        self.drop = Dropout(drop)
        for marks in self.marks:
            nn.init.normal_(marks.weight, std=0.01)

    def forward(self, ids: Tensor, marks: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return vectors (B, T, 384), cue scores (B, T, cue tags) and name scores (B, T, name tags).

        `ids` (B, T) are pieces, 0 where nothing stands; `marks` (B, T, 3).
        """
        seen = self.pieces(ids) + self.positions.weight[: ids.shape[1]]
        for at, table in enumerate(self.marks):
            seen = seen + table(marks[:, :, at])
        seen = self.drop(self.norm(seen))
        bias = None if torch.onnx.is_in_onnx_export() else (ids == 0)[:, None, None, :].to(seen.dtype) * -10000.0
        for layer in self.layers:
            seen = layer(seen, bias)
        return seen, self.cues(self.drop(seen)), self.names(self.drop(seen))


class SecondLook(nn.Module):
    """The pieces around one cue, told which the cue is → scores for the roles of each."""

    def __init__(self, layers: int = 2, drop: float = 0.1) -> None:
        super().__init__()
        self.project = nn.Linear(WIDTH, LOOK)
        self.cue = nn.Linear(2 * WIDTH, LOOK)
        self.places = nn.Embedding(PLACES, LOOK)
        self.norm = nn.LayerNorm(LOOK, eps=1e-12)
        self.layers = nn.ModuleList(Attention(LOOK, 3, 2 * LOOK, drop) for _ in range(layers))
        self.pair = (
            nn.Identity()
            if layers
            else nn.Sequential(nn.Linear(LOOK, 2 * LOOK), nn.GELU(), nn.LayerNorm(2 * LOOK), nn.Linear(2 * LOOK, LOOK))
        )
        """Without layers: a scorer of pairs, each piece on its own with the cue."""
        self.roles = nn.Linear(LOOK, len(ROLE_TAGS))
        self.drop = Dropout(drop)

    def forward(self, vectors: Tensor, around: Tensor, ends: Tensor, places: Tensor) -> Tensor:
        """Return role scores (N, W, role tags).

        `vectors` (M, 384) are all pieces at hand, the first of them standing for nothing; `around` (N, W) which of them
        stand around each cue, 0 for nothing; `ends` (N, 2) the cue's first and last; `places` (N, W) from the cue.
        """
        projected = self.project(vectors)
        cue = self.cue(vectors[ends].flatten(1))
        seen = projected[around] + cue[:, None] + self.places(places)
        seen = self.drop(self.norm(seen))
        bias = (around == 0)[:, None, None, :].to(seen.dtype) * -10000.0
        if torch.onnx.is_in_onnx_export():
            bias = around != 0  # the operator takes what stands, not what to add
        for layer in self.layers:
            seen = layer(seen, bias)
        return self.roles(self.pair(seen))


def encoder_weights(given: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Return the weights of a stored BERT under the names of `Encoder`."""
    found = {
        "pieces.weight": given["embeddings.word_embeddings.weight"],
        "positions.weight": given["embeddings.position_embeddings.weight"]
        + given["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": given["embeddings.LayerNorm.weight"],
        "norm.bias": given["embeddings.LayerNorm.bias"],
    }
    for at in range(LAYERS):
        theirs, ours = f"encoder.layer.{at}.", f"layers.{at}."
        for kind in ("weight", "bias"):
            found[f"{ours}query_key_value.{kind}"] = torch.cat(
                [given[f"{theirs}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            )
            found[f"{ours}output.{kind}"] = given[f"{theirs}attention.output.dense.{kind}"]
            found[f"{ours}norm.{kind}"] = given[f"{theirs}attention.output.LayerNorm.{kind}"]
            found[f"{ours}up.{kind}"] = given[f"{theirs}intermediate.dense.{kind}"]
            found[f"{ours}down.{kind}"] = given[f"{theirs}output.dense.{kind}"]
            found[f"{ours}last_norm.{kind}"] = given[f"{theirs}output.LayerNorm.{kind}"]
    return found
