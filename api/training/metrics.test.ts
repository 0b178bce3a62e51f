import { expect, test } from "vitest";
import { baselineMetrics, classificationMetrics } from "./metrics.ts";

const valueNamed = (metrics: { name: string; value: number }[], name: string) =>
  metrics.find((metric) => metric.name === name)?.value;
const two = (...positive: number[]) => Float64Array.from(positive.flatMap((p) => [1 - p, p]));

test("accuracy, log loss and ROC AUC as scikit-learn gives them, ties included", () => {
  // sklearn.metrics on y = [0, 0, 1, 1, 1, 0], p = [.1, .4, .35, .8, .4, .4]: 0.6667…, 0.5527…, 0.6667…
  const metrics = classificationMetrics(
    { target: [0, 0, 1, 1, 1, 0], probabilities: two(0.1, 0.4, 0.35, 0.8, 0.4, 0.4), classes: 2 },
    "holdout",
  );
  expect(metrics.map(({ name, split }) => [name, split])).toEqual([
    ["accuracy", "holdout"],
    ["log_loss", "holdout"],
    ["roc_auc", "holdout"],
  ]);
  expect(valueNamed(metrics, "accuracy")).toBeCloseTo(4 / 6, 12);
  expect(valueNamed(metrics, "log_loss")).toBeCloseTo(0.5527113618128084, 10);
  expect(valueNamed(metrics, "roc_auc")).toBeCloseTo(0.6666666666666667, 10);
});

test("a certain mistake has a finite log loss", () => {
  const metrics = classificationMetrics({ target: [1, 0], probabilities: two(0, 0.5), classes: 2 }, "train");
  expect(valueNamed(metrics, "log_loss")).toBeLessThan(20);
});

test("the baseline knows only how often each class occurs in training", () => {
  const metrics = baselineMetrics([0, 0, 0, 1], [0, 1, 1], 2);
  expect(valueNamed(metrics, "baseline_accuracy")).toBeCloseTo(1 / 3, 12);
  expect(valueNamed(metrics, "baseline_log_loss")).toBeCloseTo(-(Math.log(0.75) + 2 * Math.log(0.25)) / 3, 12);
});
