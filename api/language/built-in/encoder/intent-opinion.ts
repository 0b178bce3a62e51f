import type { Intent } from "../../interpreter.ts";

/** What the encoder holds of a text. All numbers lie between 0 and 1; how well they are calibrated: docs/language-model-card.md. */
export interface IntentOpinion {
  /** What the text asks for if it asks for one thing: sums to 1. */
  probabilities: Record<Intent, number>;
  /** How likely the text asks, among other things, for each: independent of each other, for texts that ask for several. */
  asked: Record<Intent, number>;
  /** The most probable of `probabilities`. */
  best: Intent;
}

/** What the logits of one text are divided by: more than 1 makes the encoder less sure. */
export interface Temperatures {
  primary: number;
  asked: number;
}

/** @param primary, asked the two heads' logits, one an intent of `order` */
export function opinionOf(
  primary: ArrayLike<number>,
  asked: ArrayLike<number>,
  order: readonly Intent[],
  temperatures: Temperatures,
): IntentOpinion {
  const logits = order.map((_, place) => (primary[place] ?? Number.NEGATIVE_INFINITY) / temperatures.primary);
  const highest = Math.max(...logits);
  const shares = logits.map((logit) => Math.exp(logit - highest));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const best = order[logits.indexOf(highest)] ?? "OUT_OF_SCOPE";
  return {
    probabilities: recordOf(order, (place) => (shares[place] ?? 0) / total),
    asked: recordOf(order, (place) => 1 / (1 + Math.exp(-(asked[place] ?? 0) / temperatures.asked))),
    best,
  };
}

function recordOf(order: readonly Intent[], valueAt: (place: number) => number): Record<Intent, number> {
  return Object.fromEntries(order.map((intent, place) => [intent, valueAt(place)])) as Record<Intent, number>;
}
