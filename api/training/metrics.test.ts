import { expect, test } from "vitest";
import type { Examples } from "../datasets/training-examples.ts";
import { cars } from "../models/definitions/cars.ts";
import { compareWithBaseline } from "../models/definitions/metric-kinds.ts";
import { penguins } from "../models/definitions/penguins.ts";
import { classificationMetrics, majorityBaseline } from "./classification-metrics.ts";
import { evaluate } from "./metrics.ts";
import { regressionMetrics } from "./regression-metrics.ts";

const valueNamed = (metrics: { name: string; value: number }[], name: string) =>
  metrics.find((metric) => metric.name === name)?.value;
const two = (...positive: number[]) => Float64Array.from(positive.flatMap((p) => [1 - p, p]));
const targets = (...target: number[]): Examples => ({
  count: target.length,
  features: [],
  target: Float64Array.from(target),
  rowIndices: new Int32Array(target.length),
  dropped: 0,
});

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

test("of three classes: scikit-learn's accuracy, log loss, and ROC AUC with multi_class='ovr'", () => {
  const probabilities = Float64Array.of(
    ...[0.6, 0.3, 0.1, 0.2, 0.5, 0.3, 0.1, 0.2, 0.7, 0.3, 0.4, 0.3],
    ...[0.5, 0.3, 0.2, 0.4, 0.4, 0.2, 0.1, 0.4, 0.5],
  );
  const metrics = classificationMetrics({ target: [0, 1, 2, 2, 1, 0, 1], probabilities, classes: 3 }, "holdout");
  expect(valueNamed(metrics, "accuracy")).toBeCloseTo(0.5714285714285714, 12);
  expect(valueNamed(metrics, "log_loss")).toBeCloseTo(0.8287392600949787, 12);
  expect(valueNamed(metrics, "roc_auc")).toBeCloseTo(0.8194444444444445, 12);
});

test("a certain mistake has a finite log loss", () => {
  const metrics = classificationMetrics({ target: [1, 0], probabilities: two(0, 0.5), classes: 2 }, "train");
  expect(valueNamed(metrics, "log_loss")).toBeLessThan(20);
});

test("the baseline knows only how often each class occurs in training", () => {
  const metrics = majorityBaseline([0, 0, 0, 1], [0, 1, 1], 2);
  expect(valueNamed(metrics, "baseline_accuracy")).toBeCloseTo(1 / 3, 12);
  expect(valueNamed(metrics, "baseline_log_loss")).toBeCloseTo(-(Math.log(0.75) + 2 * Math.log(0.25)) / 3, 12);
});

test("of numbers: scikit-learn's RMSE, MAE and R²", () => {
  const metrics = regressionMetrics({ target: [3, -0.5, 2, 7], predicted: [2.5, 0, 2, 8] }, "holdout");
  expect(valueNamed(metrics, "rmse")).toBeCloseTo(0.6123724356957945, 12);
  expect(valueNamed(metrics, "mae")).toBeCloseTo(0.5, 12);
  expect(valueNamed(metrics, "r2")).toBeCloseTo(0.9486081370449679, 12);
});

test("a target that is always the same has no R², and no metric is no number", () => {
  const metrics = regressionMetrics({ target: [5, 5], predicted: [5, 6] }, "train");
  expect(metrics.map(({ name }) => name)).toEqual(["rmse", "mae"]);
});

test("a regression is measured beside the mean of its training part", () => {
  const parts = { train: targets(10, 20, 30), test: targets(10, 40) };
  const metrics = evaluate({ predict: (_features, count) => new Float64Array(count).fill(25) }, cars, parts);
  expect(metrics.map(({ name, split }) => `${split} ${name}`)).toEqual([
    "holdout rmse",
    "holdout mae",
    "holdout r2",
    "holdout baseline_rmse",
    "holdout baseline_mae",
    "train rmse",
    "train mae",
    "train r2",
  ]);
  expect(valueNamed(metrics, "baseline_rmse")).toBeCloseTo(Math.sqrt((10 ** 2 + 20 ** 2) / 2), 12);
  expect(valueNamed(metrics, "baseline_mae")).toBe(15);
});

test.each([
  [cars, [{ name: "rmse", value: 3 }], [{ name: "baseline_rmse", value: 8 }], true],
  [cars, [{ name: "rmse", value: 9 }], [{ name: "baseline_rmse", value: 8 }], false],
  [penguins, [{ name: "log_loss", value: 0.1 }], [{ name: "baseline_log_loss", value: 1 }], true],
  [penguins, [{ name: "log_loss", value: 1 }], [{ name: "baseline_log_loss", value: 1 }], false],
] as const)(
  "what is better than the baseline is so in the metric's own direction: %#",
  ({ task }, own, base, beaten) => {
    const metrics = [...own, ...base].map((metric) => ({ ...metric, split: "holdout" }));
    expect(compareWithBaseline(task, metrics)).toMatchObject({ beaten });
  },
);

test("what was not measured is not compared", () => {
  expect(compareWithBaseline("REGRESSION", [{ name: "rmse", value: 3, split: "train" }])).toBeNull();
});
