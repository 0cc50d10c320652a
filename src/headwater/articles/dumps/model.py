"""Features of lines → how sure the shipped classifier is of each line that it belongs to the article, 0 to 1.

Gradient-boosted trees (Friedman, 2001; LightGBM), shipped as ONNX. `training/lines` makes the file; the model card beside
it says from what.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import numpy as np
import onnxruntime
from onnxruntime.capi import onnxruntime_pybind11_state as failures

from headwater.articles.dumps.features import Table
from headwater.errors import MissingModel

FILE = "dump_lines.onnx"
RESTORE = "reinstall it with `pip install --force-reinstall headwater`"
DAMAGED = (
    failures.Fail,
    failures.InvalidArgument,
    failures.InvalidGraph,
    failures.InvalidProtobuf,
    failures.NotImplemented,
    failures.RuntimeException,
)
FATAL_ONLY = 4


def believe(table: Table) -> Table:
    """Return for each row of features the probability that its line is part of the article.

    Raises `MissingModel` if the shipped file is gone or damaged.
    """
    if not len(table):
        return np.zeros(0)
    _, odds = _session().run(None, {"lines": table.astype(np.float32)})
    return np.asarray(odds, dtype=np.float64)[:, 1]


def load(content: bytes) -> onnxruntime.InferenceSession:
    """Return a session of one thread for a model's bytes; raise `MissingModel` if they are damaged."""
    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = 1
    settings.inter_op_num_threads = 1
    settings.log_severity_level = FATAL_ONLY
    try:
        return onnxruntime.InferenceSession(content, settings, providers=["CPUExecutionProvider"])
    except DAMAGED as reason:
        raise MissingModel(f"the line classifier {FILE} is damaged: {RESTORE}") from reason


@cache
def _session() -> onnxruntime.InferenceSession:
    try:
        content = files("headwater.articles").joinpath(FILE).read_bytes()
    except OSError as reason:
        raise MissingModel(f"the line classifier {FILE} is gone: {RESTORE}") from reason
    return load(content)
