"""Lines of a page → how sure the shipped classifier is of each that it belongs to the article, 0 to 1.

Two stages of gradient-boosted trees (Friedman, 2001; LightGBM), shipped as ONNX: the second also sees what the first one
believes of all other lines. `training/lines` makes both files; the model card beside them says from what.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import numpy as np
import onnxruntime
from onnxruntime.capi import onnxruntime_pybind11_state as failures

from headwater.articles.dumps.beliefs import revise
from headwater.articles.dumps.features import Table, describe
from headwater.articles.dumps.lines import Line
from headwater.errors import MissingModel

STAGES = ("dump_lines_first.onnx", "dump_lines_second.onnx")
DAMAGED = (
    failures.InvalidProtobuf,
    failures.InvalidGraph,
    failures.InvalidArgument,
    failures.Fail,
    failures.NoSuchFile,
)


def believe(lines: list[Line]) -> Table:
    """Return for each line the probability that it is part of the article; raise `MissingModel` if a file is damaged."""
    if not lines:
        return np.zeros(0)
    described = describe(lines)
    first = _ask(STAGES[0], described.table)
    return _ask(STAGES[1], revise(described, lines, first))


def load(content: bytes, name: str) -> onnxruntime.InferenceSession:
    """Return a session of one thread for a model's bytes; raise `MissingModel` if they are not one."""
    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = 1
    settings.inter_op_num_threads = 1
    settings.log_severity_level = 4
    try:
        return onnxruntime.InferenceSession(content, settings, providers=["CPUExecutionProvider"])
    except DAMAGED as reason:
        raise MissingModel(f"{name} is damaged: reinstall with `pip install --force-reinstall headwater`") from reason


@cache
def _session(name: str) -> onnxruntime.InferenceSession:
    try:
        content = files("headwater.articles").joinpath(name).read_bytes()
    except OSError as reason:
        raise MissingModel(f"{name} is gone: reinstall with `pip install --force-reinstall headwater`") from reason
    return load(content, name)


def _ask(name: str, table: Table) -> Table:
    _, odds = _session(name).run(None, {"lines": table.astype(np.float32)})
    return np.asarray(odds, dtype=np.float64)[:, 1]
