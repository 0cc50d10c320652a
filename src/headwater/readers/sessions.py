"""Model files that ship with the package → sessions of onnxruntime, on the processor.

A damaged or missing file is `MissingModel`, with how to restore it.
"""

from __future__ import annotations

from importlib.resources import files

import onnxruntime
from onnxruntime.capi import onnxruntime_pybind11_state as failures

from headwater.errors import MissingModel

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


def shipped_bytes(package: str, file: str) -> bytes:
    """Return a file of a package; raise `MissingModel` if it is gone.

    >>> len(shipped_bytes("headwater.readers", "vocabulary.txt"))
    231508
    """
    try:
        return files(package).joinpath(file).read_bytes()
    except OSError as reason:
        raise MissingModel(f"{file} of {package} is gone: {RESTORE}") from reason


def session(content: bytes, file: str, *, threads: int = 1) -> onnxruntime.InferenceSession:
    """Return a session of so many threads for a model's bytes; raise `MissingModel` if they are damaged."""
    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = threads
    settings.inter_op_num_threads = 1
    settings.log_severity_level = FATAL_ONLY
    try:
        return onnxruntime.InferenceSession(content, settings, providers=["CPUExecutionProvider"])
    except DAMAGED as reason:
        raise MissingModel(f"the model {file} is damaged: {RESTORE}") from reason
