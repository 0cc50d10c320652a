"""Trained networks → the three shipped graphs: the lower layers, the rest of the sentence encoder, the judge."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from training.readers.export import WHOLE, graph
from training.readers.net import WIDTH
from training.relations.net import Pairs, Sentences

ONES = torch.ones(2, 5, dtype=WHOLE)
SEEN = torch.zeros(2, 5, WIDTH)
AXES = ("B", "T")


class Upper(nn.Module):
    """Vectors after the lower layers → sentence vectors."""

    def __init__(self, sentences: Sentences) -> None:
        super().__init__()
        self.sentences = sentences

    def forward(self, seen: Tensor) -> Tensor:
        """Return (B, 384) of length 1."""
        return self.sentences.upper(seen, None)


class Judging(nn.Module):
    """Vectors after the lower layers, and marks → scores."""

    def __init__(self, pairs: Pairs) -> None:
        super().__init__()
        self.judge = pairs.judge

    def forward(self, seen: Tensor, marks: Tensor) -> Tensor:
        """Return (B, 4)."""
        found: Tensor = self.judge(seen, None, marks)
        return found


def exported(sentences: Sentences, pairs: Pairs) -> dict[str, bytes]:
    """Return the graphs in full precision by name, free in every length; all rows of a batch must be equally long."""
    return {
        "lower": graph(pairs.shared.eval(), (ONES, ONES), {"ids": AXES, "kinds": AXES}, ["seen"]),
        "sentences": graph(Upper(sentences).eval(), (SEEN,), {"seen": AXES}, ["vectors"]),
        "judge": graph(Judging(pairs).eval(), (SEEN, ONES), {"seen": AXES, "marks": AXES}, ["scores"]),
    }
