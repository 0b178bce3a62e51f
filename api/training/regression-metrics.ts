import type { Metric } from "../models/metric.ts";

/**
 * rmse and mae, in the target's unit, and r2: the part of the target's variance that is explained, below 0 when the mean would do
 * better. Without variance there is no r2.
 */
export function regressionMetrics(
  { target, predicted }: { target: ArrayLike<number>; predicted: ArrayLike<number> },
  split: Metric["split"],
): Metric[] {
  const { squares, absolute } = errors(target, predicted);
  const mean = meanOf(target);
  const variance = errors(target, mean).squares;
  const r2: Metric[] = variance > 0 ? [{ name: "r2", value: 1 - squares / variance, split }] : [];
  return [{ name: "rmse", value: Math.sqrt(squares), split }, { name: "mae", value: absolute, split }, ...r2];
}

/** How well the holdout is met by one who always says the mean of the training part. */
export function meanBaseline(trainTarget: ArrayLike<number>, testTarget: ArrayLike<number>): Metric[] {
  const mean = meanOf(trainTarget);
  const { squares, absolute } = errors(testTarget, mean);
  return [
    { name: "baseline_rmse", value: Math.sqrt(squares), split: "holdout" },
    { name: "baseline_mae", value: absolute, split: "holdout" },
  ];
}

/** Mean squared and mean absolute error. */
function errors(target: ArrayLike<number>, predicted: ArrayLike<number> | number) {
  let squares = 0;
  let absolute = 0;
  for (let i = 0; i < target.length; i += 1) {
    const error = (typeof predicted === "number" ? predicted : (predicted[i] as number)) - (target[i] as number);
    squares += error ** 2;
    absolute += Math.abs(error);
  }
  return { squares: squares / target.length, absolute: absolute / target.length };
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i] as number;
  return sum / values.length;
}
