"""Makes the intent encoder: reads the corpus, fine-tunes, calibrates, quantises, and writes weights and figures."""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn

from augment import joined, vary
from base_weights import base_folder
from calibrate import calibrate
from corpus import Utterance, held_out_families, read_clinc, read_corpus
from export import export
from intent_model import IntentModel
from measure import figures, infer, read_messages
from targets import targets

HERE = Path(__file__).parent
ROOT = HERE.parent.parent


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clinc", type=Path, help="clinc150.json.gz (CC BY 3.0), for text far from this service")
    parser.add_argument("--out", type=Path, default=ROOT / "api/language/built-in/encoder/weights")
    parser.add_argument("--test", type=Path, default=ROOT / "api/language/evaluation/tuning-messages.jsonl")
    parser.add_argument("--figures", type=Path, default=HERE / "figures.json")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--held-out", type=float, default=0.15, help="part of the families that validates")
    parser.add_argument("--frozen", type=int, default=2, help="lower layers that stay as they are")
    parser.add_argument("--states", type=Path, help="a folder that keeps the fits: one that lies there is not made again")
    parser.add_argument("--only", choices=["validation", "shipped"], help="make this one fit for --states, and stop")
    return parser.parse_args()


def epoch_of(corpus: list[Utterance], far: list[Utterance], rng: random.Random) -> list[Utterance]:
    """The texts of one epoch: a new variant of each utterance, messages of several, and another sample of far text."""
    varied = [Utterance(vary(one.text, rng), one.family, one.intents, one.any_of) for one in corpus]
    several = joined(corpus, len(corpus) // 4, rng)
    sample = rng.sample(far, min(len(far), len(corpus) // 5))
    return varied + several + sample


def batches(texts: list[Utterance], size: int, tokenizer: Tokenizer, rng: random.Random):
    """Batches of texts of like length, in random order."""
    encoded = [(tokenizer.encode(one.text).ids, one) for one in texts]
    encoded.sort(key=lambda pair: (len(pair[0]), rng.random()))
    chunks = [encoded[start : start + size] for start in range(0, len(encoded), size)]
    rng.shuffle(chunks)
    for chunk in chunks:
        width = max(len(ids) for ids, _ in chunk)
        ids = torch.tensor([row + [0] * (width - len(row)) for row, _ in chunk])
        yield ids, (ids != 0).long(), targets([one for _, one in chunk])


def validation_of(held_out: list[Utterance], seed: int) -> list[Utterance]:
    """One variant of each utterance of the held-out families, and messages of several of them."""
    rng = random.Random(seed)
    varied = [Utterance(vary(one.text, rng), one.family, one.intents, one.any_of) for one in held_out]
    return varied + joined(held_out, len(varied) // 4, rng)


def fit(name: str, corpus: list[Utterance], far: list[Utterance], tokenizer: Tokenizer, options: argparse.Namespace) -> IntentModel:
    """Fine-tunes all but word vectors and frozen layers: the sum of both heads' losses, AdamW, linear warm-up and decay."""
    torch.manual_seed(options.seed)
    rng = random.Random(options.seed)
    model = IntentModel(str(base_folder()), options.layers, options.frozen)
    kept = options.states / f"{name}.pt" if options.states else None
    if kept and kept.exists():
        model.load_state_dict(torch.load(kept))
        return model.eval()
    heads = [*model.primary.parameters(), *model.asked.parameters()]
    body = [weight for weight in model.encoder.parameters() if weight.requires_grad]
    optimiser = torch.optim.AdamW([{"params": body, "lr": options.rate}, {"params": heads, "lr": 2e-3}], weight_decay=0.01)
    per_epoch = -(-len(epoch_of(corpus, far, random.Random(0))) // options.batch)
    steps = per_epoch * options.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / (0.08 * steps), max(0.0, (steps - step) / (0.92 * steps)))
    )
    for epoch in range(options.epochs):
        model.train()
        started, total = time.monotonic(), 0.0
        for ids, mask, wanted in batches(epoch_of(corpus, far, rng), options.batch, tokenizer, rng):
            loss = loss_of(*model(ids, mask), *(torch.from_numpy(part) for part in wanted))
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            total += loss.item()
        print(f"{name}, epoch {epoch + 1}: loss {total / per_epoch:.4f}, {time.monotonic() - started:.0f} s", flush=True)
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        torch.save(model.state_dict(), kept)
    return model.eval()


def loss_of(primary: Tensor, asked: Tensor, wanted: Tensor, binary: Tensor, known: Tensor) -> Tensor:
    """Cross-entropy of the first head, and half the summed binary cross-entropy of the second where it is known."""
    second = nn.functional.binary_cross_entropy_with_logits(asked, binary, weight=known, reduction="sum") / len(asked)
    return nn.functional.cross_entropy(primary, wanted) + 0.5 * second


def main() -> None:
    options = arguments()
    torch.set_num_threads(options.threads)
    tokenizer = Tokenizer.from_file(str(base_folder() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(64)
    corpus = read_corpus(HERE / "data")
    far = read_clinc(options.clinc, "train") if options.clinc else []
    held_out = held_out_families(corpus, options.held_out, options.seed)
    learning = [one for one in corpus if one.family not in held_out]
    validation = validation_of([one for one in corpus if one.family in held_out], options.seed + 1)
    far_test = read_clinc(options.clinc, "test")[::5] if options.clinc else []
    print(f"{len(learning)} utterances to learn, {len(validation)} of {len(held_out)} held-out families, {len(far)} far", flush=True)

    if options.only == "shipped":
        fit("shipped", corpus, far, tokenizer, options)
        return
    sets = {"held-out families": validation, "clinc150 test": far_test, "tuning messages": read_messages(options.test)}
    model = fit("validation", learning, far, tokenizer, options)
    calibration = calibrate(*infer(model, tokenizer, [one.text for one in validation]), validation)
    report = {"heldOutFamilies": sorted(held_out), "calibration": calibration, "validation": figures(model, tokenizer, sets, calibration)}
    if options.only is None:
        quantised = export(fit("shipped", corpus, far, tokenizer, options), options.out, base_folder(), calibration, options.seed)
        # The shipped network has learnt the held-out families too: it has no figure of its own for them.
        report["shipped"] = figures(quantised, tokenizer, {name: rows for name, rows in sets.items() if rows is not validation}, calibration)
    options.figures.write_text(json.dumps(report, indent=2) + "\n", encoding="utf8")
    for name in ("validation", "shipped"):
        print(name, json.dumps({key: value["summary"] for key, value in report.get(name, {}).items()}, indent=1))


if __name__ == "__main__":
    main()
