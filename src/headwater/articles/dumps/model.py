"""Features of lines → how sure the shipped classifier is of each line that it belongs to the article, 0 to 1.

Gradient-boosted trees (Friedman, 2001; LightGBM), shipped as ONNX. `training/lines` makes the file; the model card beside
it says from what.
"""

from __future__ import annotations

from functools import cache

import numpy as np
import onnxruntime

from headwater.articles.dumps.features import Table
from headwater.readers.sessions import session, shipped_bytes

PACKAGE, FILE = "headwater.articles", "dump_lines.onnx"


def believe(table: Table) -> Table:
    """Return for each row of features the probability that its line is part of the article.

    Raises `MissingModel` if the shipped file is gone or damaged.
    """
    if not len(table):
        return np.zeros(0)
    _, odds = _session().run(None, {"lines": table.astype(np.float32)})
    return np.asarray(odds, dtype=np.float64)[:, 1]


@cache
def _session() -> onnxruntime.InferenceSession:
    return session(shipped_bytes(PACKAGE, FILE), FILE)
