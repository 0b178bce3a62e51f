"""Makes the heads' probabilities mean what they say, on families that were not learned from."""

from __future__ import annotations

import numpy as np
import torch

from corpus import Utterance
from targets import targets


def calibrate(primary: np.ndarray, asked: np.ndarray, utterances: list[Utterance]) -> dict[str, float]:
    """
    A temperature for each head, found by least log loss on a grid (Guo et al. 2017, "On Calibration of Modern Neural
    Networks"). Logits of [n, 15] each.
    """
    wanted, binary, known = (torch.from_numpy(part) for part in targets(utterances))
    single = torch.tensor([len(one.intents) == 1 for one in utterances])
    first, second = torch.from_numpy(primary), torch.from_numpy(asked)
    grid = [0.5 * 1.04**step for step in range(60)]

    def softmax_loss(temperature: float) -> float:
        return float(torch.nn.functional.cross_entropy(first[single] / temperature, wanted[single]))

    def sigmoid_loss(temperature: float) -> float:
        return float(torch.nn.functional.binary_cross_entropy_with_logits(second / temperature, binary, weight=known))

    return {
        "primaryTemperature": round(min(grid, key=softmax_loss), 4),
        "askedTemperature": round(min(grid, key=sigmoid_loss), 4),
    }
