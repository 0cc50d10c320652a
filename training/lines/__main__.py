"""`python -m training.lines` makes the line classifier; `--cross-validate` scores it on sites that it has not seen."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from headwater.articles.dumps.model import FILE
from training.lines.card import write_card
from training.lines.fit import Scores, as_onnx, cross_validate, train
from training.lines.gold import COLLECTIONS, DATA, RENDERINGS
from training.lines.samples import samples

ROOT = Path(__file__).resolve().parents[2]
MODEL = ROOT / "src" / "headwater" / "articles" / FILE
SCORES = Path(__file__).with_name("scores.json")
"""What the last cross-validation measured; the model card quotes it."""


def main() -> None:
    """Train and write the model and its card, or cross-validate and write the scores."""
    parser = argparse.ArgumentParser(prog="python -m training.lines", description=__doc__)
    parser.add_argument("--cross-validate", action="store_true", help="score on unseen sites instead of training")
    arguments = parser.parse_args()
    if not (DATA / "pages").is_dir():
        parser.exit(1, f"nothing to train on: {DATA / 'pages'} is not there\n")
    everything = list(samples())
    print(f"{len(everything)} samples, {sum(len(sample.lines) for sample in everything)} lines", flush=True)
    if arguments.cross_validate:
        scores = cross_validate(everything)
        SCORES.write_text(json.dumps(scores, indent=2) + "\n", encoding="utf8")
        show(scores)
        return
    columns = everything[0].described.table.shape[1]
    content = as_onnx(train(everything), columns)
    MODEL.write_bytes(content)
    known: Scores = json.loads(SCORES.read_text(encoding="utf8"))
    MODEL.with_suffix(".md").write_text(write_card(known, columns, len(content)), encoding="utf8")
    print(f"{MODEL.name}: {len(content):,} bytes", flush=True)


def show(scores: Scores) -> None:
    """Print the table of scores."""
    print(f"{'':12}" + "".join(f"{name:>10}" for name in COLLECTIONS))
    for rendering in RENDERINGS:
        print(f"{rendering:12}" + "".join(f"{scores[rendering][name]:10.3f}" for name in COLLECTIONS))


if __name__ == "__main__":
    main()
