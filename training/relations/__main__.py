"""Trains the judge of pairs and ships it with the sentence encoder: `python -m training.relations`.

Needs the train extra and `../shared/data`. Seeded; a log line every 50 steps. Writes `lower.onnx`, `sentences.onnx` and
`judge.onnx`. `--cross-validate` instead holds a quarter of the rumours and a tenth of SICK out, once for each number that follows,
and prints how good the judge is on them; it ships nothing.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from training.readers.export import quantised
from training.relations.export import exported
from training.relations.fit import Settings, judged, train
from training.relations.gold import Row, by_hand, claims, parts
from training.relations.mixture import mixture
from training.relations.net import Pairs
from training.relations.scores import accuracy, conflicts, temperature

HERE = Path(__file__).resolve().parents[2] / "src" / "headwater" / "readers"
QUARTERS, TENTHS = 4, 10
SURE = 0.8


def main() -> None:
    """Train on all and ship, or train on parts and score the rest."""
    parser = argparse.ArgumentParser(prog="python -m training.relations", description=__doc__)
    parser.add_argument("--epochs", type=int, default=Settings.epochs)
    parser.add_argument("--cross-validate", type=int, nargs="+", choices=range(QUARTERS), metavar="PART")
    given = parser.parse_args()
    settings = Settings(epochs=given.epochs)
    if given.cross_validate:
        for part in given.cross_validate:
            cross_validate(part, settings)
        return
    sentences, pairs = train(mixture([*claims("emergent"), *claims("sick")]), settings, lambda *_: None)
    for name, graph in exported(sentences, pairs).items():
        (HERE / f"{name}.onnx").write_bytes(quantised(graph))


def cross_validate(part: int, settings: Settings) -> None:
    """Train without one quarter of the rumours and one tenth of SICK and print the scores on them after each pass."""
    kept, held = [], dict(zip(("by hand, looked at", "by hand, scored only"), by_hand(), strict=True))
    for name, count in (("emergent", QUARTERS), ("sick", TENTHS)):
        dealt = parts(claims(name), count)
        held[name] = dealt[part]
        kept += [row for at, rows in enumerate(dealt) if at != part for row in rows]

    def scored(epoch: int, pairs: Pairs) -> None:
        shown = []
        for name, rows in held.items():
            scores = judged(pairs, rows)
            precision, recall = conflicts(rows, scores, SURE)
            shown.append(
                f"{name} {accuracy(rows, scores):.3f} (conflicts, sure: {precision:.2f} right, {recall:.2f} found)"
            )
        every: list[Row] = held["emergent"] + held["sick"]
        print(
            f"part {part} epoch {epoch}",
            *shown,
            f"temperature {temperature(every, judged(pairs, every)):.2f}",
            flush=True,
        )

    train(mixture(kept), settings, scored)


if __name__ == "__main__":
    main()
