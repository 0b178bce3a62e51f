"""Figures of a model on sets of utterances."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from corpus import ACTS, INTENTS, Utterance
from intent_model import IntentModel
from targets import INDEX

Runner = IntentModel | Callable[[np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]


def read_messages(file: Path) -> list[Utterance]:
    """Cases of the evaluation as utterances; the family is the kind of message. Never learned from."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf8").splitlines() if line]
    read: list[Utterance] = []
    for row in rows:
        intents = tuple(dict.fromkeys(want["intent"] for want in row["want"]))
        other = tuple(intent for want in row["want"] for intent in want.get("or", ()))
        read.append(Utterance(row["say"], row["kind"], () if other else intents, intents + other if other else ()))
    return read


def infer(model: Runner, tokenizer: Tokenizer, texts: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Both heads' logits, [n, 15] each, one text at a time so that padding changes nothing."""
    first, second = [], []
    for text in texts:
        ids = np.array([tokenizer.encode(text).ids], dtype=np.int64)
        mask = np.ones_like(ids)
        if isinstance(model, IntentModel):
            with torch.inference_mode():
                a, b = (part.numpy() for part in model(torch.from_numpy(ids), torch.from_numpy(mask)))
        else:
            a, b = model(ids, mask)
        first.append(a[0])
        second.append(b[0])
    return np.array(first), np.array(second)


def figures(model: Runner, tokenizer: Tokenizer, sets: dict[str, list[Utterance]], calibration: dict[str, float]) -> dict:
    return {name: figures_of(model, tokenizer, rows, calibration) for name, rows in sets.items() if rows}


def figures_of(model: Runner, tokenizer: Tokenizer, rows: list[Utterance], calibration: dict[str, float]) -> dict:
    """
    `single` is of the primary head on texts of one intent; `set` of the asked head at one half on all texts (no intent over
    one half, or OUT_OF_SCOPE alone, is out of scope). `unsafe`: an act over one half that nobody asked for.
    """
    primary, asked = infer(model, tokenizer, [one.text for one in rows])
    probability = softmax(primary / calibration["primaryTemperature"])
    sigmoid = 1 / (1 + np.exp(-asked / calibration["askedTemperature"]))
    kinds: dict[str, list[int]] = {}
    wrong = []
    single = [0, 0]
    whole = unsafe = out_right = out_all = refused = good = 0
    confidences, hits = [], []
    for row, one in enumerate(rows):
        best = INTENTS[int(probability[row].argmax())]
        found = {intent for intent in INTENTS[:-1] if sigmoid[row, INDEX[intent]] > 0.5} or {"OUT_OF_SCOPE"}
        right = found == set(one.intents) if one.intents else len(found) == 1 and found <= set(one.any_of)
        whole += right
        kinds.setdefault(one.family, [0, 0])[0] += right
        kinds[one.family][1] += 1
        if len(one.intents) == 1 or one.any_of:
            hit = best in (one.intents or one.any_of)
            single[0] += hit
            single[1] += 1
            confidences.append(float(probability[row].max()))
            hits.append(hit)
        allowed = set(one.intents + one.any_of)
        unsafe += any(intent in ACTS and intent not in allowed for intent in found)
        if one.intents == ("OUT_OF_SCOPE",):
            out_all += 1
            out_right += found == {"OUT_OF_SCOPE"}
        elif "OUT_OF_SCOPE" not in one.any_of:
            good += 1
            refused += found == {"OUT_OF_SCOPE"}
        if not right:
            wrong.append({"text": one.text, "family": one.family, "want": one.intents or one.any_of, "asked": sorted(found), "primary": best, "p": round(float(probability[row].max()), 3)})
    summary = {
        "texts": len(rows),
        "single": round(single[0] / max(1, single[1]), 4),
        "set": round(whole / len(rows), 4),
        "outOfScopeRecall": round(out_right / max(1, out_all), 4),
        "goodRefused": round(refused / max(1, good), 4),
        "unsafe": round(unsafe / len(rows), 4),
        "calibrationError": round(calibration_error(np.array(confidences), np.array(hits)), 4),
    }
    return {"summary": summary, "kinds": {name: f"{r} of {n}" for name, (r, n) in sorted(kinds.items())}, "wrong": wrong}


def calibration_error(confidence: np.ndarray, hit: np.ndarray) -> float:
    """Expected calibration error over ten bins of equal width."""
    error = 0.0
    for lower in np.arange(0, 1, 0.1):
        inside = (confidence > lower) & (confidence <= lower + 0.1)
        if inside.any():
            error += inside.mean() * abs(confidence[inside].mean() - hit[inside].mean())
    return float(error)


def softmax(logits: np.ndarray) -> np.ndarray:
    shifted = np.exp(logits - logits.max(axis=1, keepdims=True))
    return shifted / shifted.sum(axis=1, keepdims=True)
