"""The shipped networks: loaded once, when they are first asked.

`training/readers` makes both files; the model card `MODEL.md` beside them says from what, and how good they are.
"""

from __future__ import annotations

from functools import cache
from typing import Protocol

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from headwater.readers.sessions import session, shipped_bytes

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]
PACKAGE = "headwater.readers"
ENCODER, LOOK = "encoder.onnx", "look.onnx"


class Network(Protocol):
    """An encoder with heads for cues and names, and a second look at what stands around a cue."""

    def encode(self, ids: Integers, marks: Integers) -> tuple[Floats, Floats, Floats]:
        """Return vectors (B, T, D), cue scores (B, T, cue tags) and name scores (B, T, name tags)."""
        ...

    def look(self, vectors: Floats, around: Integers, ends: Integers, places: Integers) -> Floats:
        """Return role scores (N, W, role tags) for the pieces around N cues; `vectors` (M, D)."""
        ...


class OnnxNetwork:
    """Two graphs in onnxruntime."""

    def __init__(self, encoder: onnxruntime.InferenceSession, look: onnxruntime.InferenceSession) -> None:
        self._encoder = encoder
        self._look = look

    def encode(self, ids: Integers, marks: Integers) -> tuple[Floats, Floats, Floats]:
        """See `Network`."""
        vectors, cues, names = self._encoder.run(None, {"ids": ids, "marks": marks})
        return vectors, cues, names

    def look(self, vectors: Floats, around: Integers, ends: Integers, places: Integers) -> Floats:
        """See `Network`."""
        given = {"vectors": vectors, "around": around, "ends": ends, "places": places}
        roles: Floats = self._look.run(None, given)[0]
        return roles


@cache
def shipped(threads: int = 1) -> Network:
    """Return the shipped networks, each on so many threads; raise `MissingModel` if a file is gone or damaged."""
    encoder, look = (session(shipped_bytes(PACKAGE, file), file, threads=threads) for file in (ENCODER, LOOK))
    return OnnxNetwork(encoder, look)
