"""Writes the network as int8 ONNX, with its vocabulary and what the service must know of both."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from corpus import INTENTS
from intent_model import IntentModel

MOST_TOKENS = 64


def export(
    model: IntentModel, folder: Path, base: Path, calibration: dict[str, float], seed: int
) -> Callable[[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]:
    """Returns the quantised network, run by onnxruntime, so that the figures are of what is shipped."""
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / "intents.onnx"
    with tempfile.TemporaryDirectory() as scratch:
        plain, prepared = Path(scratch) / "plain.onnx", Path(scratch) / "prepared.onnx"
        ids = torch.ones((2, 8), dtype=torch.int64)
        torch.onnx.export(
            model.eval(),
            (ids, torch.ones_like(ids)),
            str(plain),
            dynamo=False,
            opset_version=17,
            input_names=["input_ids", "attention_mask"],
            output_names=["primary", "asked"],
            dynamic_axes={name: {0: "batch", 1: "tokens"} for name in ("input_ids", "attention_mask")}
            | {name: {0: "batch"} for name in ("primary", "asked")},
        )
        quant_pre_process(str(plain), str(prepared), skip_symbolic_shape=True)
        # Seven bits: the eighth overflows on processors without VNNI, and the same file must answer the same everywhere.
        quantize_dynamic(str(prepared), str(target), per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
    shutil.copy(base / "vocab.txt", folder / "vocab.txt")
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    metadata = {
        "version": f"intents-{digest[:12]}",
        "sha256": digest,
        "intents": INTENTS,
        "mostTokens": MOST_TOKENS,
        **calibration,
        "seed": seed,
    }
    (folder / "encoder.json").write_text(json.dumps(metadata, indent=2) + "\n", encoding="utf8")
    settings = onnxruntime.SessionOptions()
    settings.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(target), settings, providers=["CPUExecutionProvider"])

    def run(input_ids: np.ndarray, attention_mask: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        primary, asked = session.run(["primary", "asked"], {"input_ids": input_ids, "attention_mask": attention_mask})
        return primary, asked

    return run
