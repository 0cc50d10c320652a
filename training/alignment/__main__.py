"""`python -m training.alignment` writes the shipped judge; `--cross-validate` prints its scores on unseen topics."""

import sys

from training.alignment import cross_validated, train

if "--cross-validate" in sys.argv:
    for figure, value in cross_validated().items():
        print(f"{figure:12} {value:.3f}")
else:
    train()
