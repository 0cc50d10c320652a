"""Trains the networks of `headwater.readers` and ships them: `python -m training.readers`.

Needs the train extra and `../shared/data`. Seeded; a log line every 25 steps and dev scores after each pass. Writes
`encoder.onnx`, `look.onnx` and `MODEL.md`. `--look-layers 0` trains the
other design of the card's comparison and ships nothing.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch

from training.readers.export import exported, quantised
from training.readers.fit import Networks, Settings, train
from training.readers.scores import dev_scores

ROOT = Path(__file__).resolve().parents[2]
HERE = ROOT / "src" / "headwater" / "readers"


def main() -> None:
    """Train, score, quantise, score again, write."""
    parser = argparse.ArgumentParser(prog="python -m training.readers", description=__doc__)
    parser.add_argument("--epochs", type=int, default=Settings.epochs)
    parser.add_argument("--look-layers", type=int, default=Settings.look_layers, help="for comparison; ships nothing")
    parser.add_argument("--weights", type=Path, help="also keep the weights in full precision here")
    given = parser.parse_args()
    settings = Settings(epochs=given.epochs, look_layers=given.look_layers)

    def after_epoch(epoch: int, networks: Networks) -> None:
        print(f"epoch {epoch} dev {json.dumps(dev_scores(networks))}", flush=True)
        if given.weights:
            torch.save(networks.state_dict(), given.weights)

    networks = train(settings, after_epoch)
    if given.look_layers != Settings.look_layers:
        return
    encoder, look = exported(networks.encoder, networks.second)
    (HERE / "encoder.onnx").write_bytes(quantised(encoder))
    (HERE / "look.onnx").write_bytes(quantised(look))


if __name__ == "__main__":
    main()
