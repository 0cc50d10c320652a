"""Trained networks → the two shipped graphs: weights of 8 bits, sums in 32."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from training.readers.net import WIDTH, Encoder, SecondLook

OPSET = 17
WHOLE = torch.int64


def exported(encoder: Encoder, second: SecondLook) -> tuple[bytes, bytes]:
    """Return the encoder's and the second look's ONNX graphs in full precision, free in every length."""
    encoding = graph(
        encoder.eval(),
        (torch.ones(2, 5, dtype=WHOLE), torch.zeros(2, 5, 3, dtype=WHOLE)),
        {"ids": ("B", "T"), "marks": ("B", "T")},
        ["vectors", "cues", "names"],
    )
    looking = graph(
        second.eval(),
        (
            torch.zeros(7, WIDTH),
            torch.ones(3, 4, dtype=WHOLE),
            torch.ones(3, 2, dtype=WHOLE),
            torch.ones(3, 4, dtype=WHOLE),
        ),
        {"vectors": ("M",), "around": ("N", "W"), "ends": ("N",), "places": ("N", "W")},
        ["roles"],
    )
    return encoding, looking


def quantised(whole: bytes) -> bytes:
    """Return a graph whose weights are integers of 8 bits, one scale a channel; what flows is quantised as it comes."""
    with tempfile.TemporaryDirectory() as folder:
        full, ready, small = (Path(folder) / name for name in ("full.onnx", "ready.onnx", "small.onnx"))
        full.write_bytes(whole)
        quant_pre_process(full, ready, skip_symbolic_shape=True)
        quantize_dynamic(ready, small, per_channel=True, weight_type=QuantType.QInt8)
        return small.read_bytes()


def graph(
    network: nn.Module, example: tuple[Tensor, ...], given: dict[str, tuple[str, ...]], found: list[str]
) -> bytes:
    """Return a network's ONNX graph in full precision; `given` names its inputs with their free axes, `found` its outputs."""
    out = io.BytesIO()
    torch.onnx.export(
        network,
        example,
        out,
        input_names=list(given),
        output_names=found,
        dynamic_axes={name: dict(enumerate(axes)) for name, axes in given.items()},
        opset_version=OPSET,
        dynamo=False,
    )
    return out.getvalue()
