"""Reads the utterances that the intent encoder learns from, and splits them by family."""

from __future__ import annotations

import gzip
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

INTENTS = (
    "LIST_MODELS",
    "ACTIVE_MODEL",
    "MODEL_DETAILS",
    "COMPARE_VERSIONS",
    "PROMOTE",
    "ARCHIVE",
    "ROLLBACK",
    "REMOVE",
    "TRAIN",
    "TRAINING_STATUS",
    "CANCEL_TRAINING",
    "PREDICT",
    "AUDIT_HISTORY",
    "HELP",
    "OUT_OF_SCOPE",
)
ACTS = ("PROMOTE", "ARCHIVE", "ROLLBACK", "REMOVE", "TRAIN", "CANCEL_TRAINING")

# CLINC150's intents that this service answers itself (help, greetings) or that a dialogue uses (yes, no, cancel).
CLINC_LEFT_OUT = {
    "what_can_i_ask_you",
    "greeting",
    "thank_you",
    "goodbye",
    "yes",
    "no",
    "maybe",
    "cancel",
    "repeat",
    "are_you_a_bot",
    "user_name",
    "oos",
}


@dataclass(frozen=True)
class Utterance:
    """`intents` in the order asked; empty when only `any_of` is known: each of those is right."""

    text: str
    family: str
    intents: tuple[str, ...]
    any_of: tuple[str, ...] = ()


def read_corpus(folder: Path) -> list[Utterance]:
    """All lines of data/*.jsonl. Raises ValueError for a label that there is not or a text that stands twice."""
    utterances: list[Utterance] = []
    seen: dict[str, str] = {}
    for file in sorted(folder.glob("*.jsonl")):
        for line in file.read_text(encoding="utf8").splitlines():
            row = json.loads(line)
            one = Utterance(row["text"], row["family"], tuple(row["intents"]), tuple(row.get("anyOf", ())))
            unknown = set(one.intents + one.any_of) - set(INTENTS)
            if unknown or not (one.intents or one.any_of):
                raise ValueError(f"{file.name}: labels of {one.text!r}: {sorted(unknown) or 'none'}")
            key = one.text.lower()
            if key in seen:
                raise ValueError(f"{file.name}: {one.text!r} stands twice (also in {seen[key]})")
            seen[key] = one.family
            utterances.append(one)
    return utterances


def held_out_families(utterances: list[Utterance], part: float, seed: int) -> set[str]:
    """About `part` of the families of each label set of two families or more, chosen by a hash of their names."""
    by_label: dict[tuple[str, ...], set[str]] = {}
    for one in utterances:
        # Families of several intents are one stratum: each label set of theirs has one family only.
        label = one.intents if len(one.intents) == 1 else (one.any_of or ("several",))
        by_label.setdefault(label, set()).add(one.family)
    held_out: set[str] = set()
    for families in by_label.values():
        ordered = sorted(families, key=lambda name: hashlib.sha256(f"{seed}/{name}".encode()).hexdigest())
        if len(ordered) > 1:
            held_out.update(ordered[: max(1, round(part * len(ordered)))])
    return held_out


def read_clinc(file: Path, split: str) -> list[Utterance]:
    """CLINC150 (CC BY 3.0) as text that is far from this service: its own intents ("train") and its out-of-scope part."""
    with gzip.open(file, "rt", encoding="utf8") as stream:
        data = json.load(stream)
    rows = [row for row in data[split] if row[1] not in CLINC_LEFT_OUT] + data[f"oos_{split}"]
    return [Utterance(text, f"clinc-{intent}", ("OUT_OF_SCOPE",)) for text, intent in rows]
