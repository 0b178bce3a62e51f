"""What the two heads should answer to an utterance."""

from __future__ import annotations

import numpy as np

from corpus import INTENTS, Utterance

INDEX = {intent: place for place, intent in enumerate(INTENTS)}


def targets(utterances: list[Utterance]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """
    Rows of 15: `primary` shares its mass among the right intents; `asked` is 0 or 1; `known` is 0 where `asked` is not to be
    learned (each intent of `any_of` may or may not be meant).
    """
    primary = np.zeros((len(utterances), len(INTENTS)), dtype=np.float32)
    asked = np.zeros_like(primary)
    known = np.ones_like(primary)
    for row, one in enumerate(utterances):
        right = one.intents or one.any_of
        for intent in right:
            primary[row, INDEX[intent]] = 1 / len(right)
            if one.intents:
                asked[row, INDEX[intent]] = 1
            else:
                known[row, INDEX[intent]] = 0
    return primary, asked, known
