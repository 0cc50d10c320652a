"""Networks → their scores on the development sets, by the shared scorer."""

from __future__ import annotations

import tempfile
from pathlib import Path

from evaluate.rows import read_rows, write_rows
from evaluate.scores import SHARED, score
from headwater.model import Span
from headwater.readers.network import Network
from headwater.readers.reading import read

GOLD = SHARED / "data" / "attribution" / "dev.jsonl.gz"
FIGURES = {
    "source exact F1": "source",
    "cue exact F1": "cue",
    "content exact F1": "content exact",
    "content overlap F1": "content overlap",
    "attribution exact F1": "whole exact",
    "attribution overlap F1": "whole overlap",
    "who, given what accuracy": "who",
}


def dev_scores(network: Network) -> dict[str, float]:
    """Return the figures of the networks alone, before any rule touches what they find."""
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "predicted.jsonl"
        write_rows(
            predicted, ({"id": row["id"], "attributions": _found(str(row["text"]), network)} for row in read_rows(GOLD))
        )
        found = score("attribution", GOLD, predicted)
    return {name: round(found[figure], 3) for figure, name in FIGURES.items()}


def _found(text: str, network: Network) -> list[dict[str, list[list[int]]]]:
    return [
        {
            "source": _pairs(*[each.source] if each.source else []),
            "cue": _pairs(each.cue),
            "content": _pairs(*each.content),
        }
        for each in read(text, network).cues
    ]


def _pairs(*spans: Span) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
