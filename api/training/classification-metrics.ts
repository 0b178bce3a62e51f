import type { Metric } from "../models/metric.ts";

/** What a classifier said about some examples: `probabilities` row by row, a number a class. */
export interface Scored {
  target: ArrayLike<number>;
  probabilities: Float64Array;
  classes: number;
}

/** Probabilities are clipped to this before their logarithm is taken, as scikit-learn does for float64. */
const epsilon = Number.EPSILON;

/** accuracy, log_loss and roc_auc: of more than two classes each against the rest, the mean over the classes (scikit-learn's "ovr"). */
export function classificationMetrics(scored: Scored, split: Metric["split"]): Metric[] {
  return [
    { name: "accuracy", value: accuracy(scored), split },
    { name: "log_loss", value: logLoss(scored), split },
    { name: "roc_auc", value: rocAuc(scored), split },
  ];
}

/** How well the holdout is met by one who knows only how often each class occurs in the training part. */
export function majorityBaseline(
  trainTarget: ArrayLike<number>,
  testTarget: ArrayLike<number>,
  classes: number,
): Metric[] {
  const prior = new Float64Array(classes);
  for (let i = 0; i < trainTarget.length; i += 1) add(prior, trainTarget[i] as number, 1 / trainTarget.length);
  const probabilities = new Float64Array(testTarget.length * classes);
  for (let i = 0; i < testTarget.length; i += 1) probabilities.set(prior, i * classes);
  const scored = { target: testTarget, probabilities, classes };
  return [
    { name: "baseline_accuracy", value: accuracy(scored), split: "holdout" },
    { name: "baseline_log_loss", value: logLoss(scored), split: "holdout" },
  ];
}

/** The class with the highest probability; the earlier one of a tie. */
export function predictedClass(probabilities: ArrayLike<number>, row: number, classes: number): number {
  let best = 0;
  for (let k = 1; k < classes; k += 1) {
    if ((probabilities[row * classes + k] as number) > (probabilities[row * classes + best] as number)) best = k;
  }
  return best;
}

function accuracy({ target, probabilities, classes }: Scored): number {
  let right = 0;
  for (let i = 0; i < target.length; i += 1) if (predictedClass(probabilities, i, classes) === target[i]) right += 1;
  return right / target.length;
}

function logLoss({ target, probabilities, classes }: Scored): number {
  let sum = 0;
  for (let i = 0; i < target.length; i += 1) {
    const p = probabilities[i * classes + (target[i] as number)] as number;
    sum -= Math.log(Math.min(Math.max(p, epsilon), 1 - epsilon));
  }
  return sum / target.length;
}

function rocAuc(scored: Scored): number {
  if (scored.classes === 2) return rocAucOf(scored, 1);
  let sum = 0;
  for (let k = 0; k < scored.classes; k += 1) sum += rocAucOf(scored, k);
  return sum / scored.classes;
}

/** Mann–Whitney: the chance that one of the class is ranked over one of the others by the class's probability, a tie counting half. */
function rocAucOf({ target, probabilities, classes }: Scored, positive: number): number {
  const score = (i: number) => probabilities[classes * i + positive] as number;
  const order = Array.from({ length: target.length }, (_, i) => i).sort((a, b) => score(a) - score(b));
  let positives = 0;
  let rankSum = 0;
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && score(order[end] as number) === score(order[start] as number)) end += 1;
    const rank = (start + 1 + end) / 2;
    for (const i of order.slice(start, end)) {
      if (target[i] !== positive) continue;
      positives += 1;
      rankSum += rank;
    }
    start = end;
  }
  const negatives = target.length - positives;
  return (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

function add(to: Float64Array, index: number, amount: number): void {
  to[index] = (to[index] as number) + amount;
}
