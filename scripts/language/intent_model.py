"""The network: a sentence encoder with two linear heads over the mean of its token vectors."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from transformers import BertModel

from corpus import INTENTS


class IntentModel(nn.Module):
    """
    `primary` (softmax) says what a text of one clause asks for; `asked` (a sigmoid each) says which intents stand anywhere in
    the text. Inputs [batch, tokens] int64, outputs two times [batch, 15] logits.
    """

    def __init__(self, folder: str, layers: int, frozen: int) -> None:
        super().__init__()
        self.encoder = BertModel.from_pretrained(folder, add_pooling_layer=False, attn_implementation="eager")
        self.encoder.encoder.layer = self.encoder.encoder.layer[:layers]
        width = self.encoder.config.hidden_size
        self.dropout = nn.Dropout(0.1)
        self.primary = nn.Linear(width, len(INTENTS))
        self.asked = nn.Linear(width, len(INTENTS))
        # Word vectors stay as they are: the few words of the corpus would move away from all the others.
        for part in (self.encoder.embeddings, *self.encoder.encoder.layer[:frozen]):
            part.requires_grad_(False)

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> tuple[Tensor, Tensor]:
        states = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        mask = attention_mask.unsqueeze(-1).to(states.dtype)
        mean = self.dropout((states * mask).sum(1) / mask.sum(1))
        return self.primary(mean), self.asked(mean)
