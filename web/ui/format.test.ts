import { expect, test } from "vitest";
import { headlineMetric, inWords, lessIsBetter, metricValue, plainNumber } from "./format.ts";

test.each([
  ["roc_auc", "ROC AUC"],
  ["r2", "R²"],
  ["baseline_rmse", "Baseline RMSE"],
  ["baseline_log_loss", "Baseline log loss"],
  ["ridge_regression", "Ridge regression"],
])("%s is read as %s", (name, words) => expect(inWords(name)).toBe(words));

test("shares are per cent, scores have three decimals, errors in a large unit are plain", () => {
  expect(metricValue("baseline_accuracy", 0.5941)).toBe("59.4%");
  expect(metricValue("rmse", 3.21449)).toBe("3.214");
  expect(metricValue("rmse", 41_234.56)).toBe("41,235");
  expect(plainNumber(23.4567)).toBe("23.46");
});

test("the headline is the accuracy of a classifier and the error of a regression, of held-out rows", () => {
  const metric = (name: string, value: number, split = "holdout") => ({ name, value, split });
  expect(headlineMetric([metric("log_loss", 0.4), metric("accuracy", 0.8)])).toBe("80.0% accuracy");
  expect(headlineMetric([metric("r2", 0.82), metric("rmse", 3.2)])).toBe("RMSE 3.200");
  expect(headlineMetric([metric("accuracy", 0.9, "train")])).toBeUndefined();
});

test("losses and errors are better when they are less; scores are not", () => {
  expect(["log_loss", "rmse", "mae"].every(lessIsBetter)).toBe(true);
  expect(["accuracy", "roc_auc", "r2"].some(lessIsBetter)).toBe(false);
});
