import { expect, test } from "vitest";
import { cars } from "../models/definitions/cars.ts";
import { chance, estimate, measuredAs, measuredSentence, metricsLine, valuesLine } from "./wording.ts";

test.each([
  [0.9999, "over 99.9%"],
  [0.982, "98.2%"],
  [0.0001, "under 0.1%"],
  [0.5, "50.0%"],
])("a probability of %d is never told as a certainty", (probability, words) => {
  expect(chance(probability)).toBe(words);
});

test.each([
  [24.3127, "24.3 mpg"],
  [4213.4, "4213 mpg"],
  [0.051234, "0.0512 mpg"],
  [-12.36, "-12.4 mpg"],
  [0, "0 mpg"],
])("a number is told as precisely as it is worth: %d", (value, words) => {
  expect(estimate(value, "mpg")).toBe(words);
});

test("metrics of a regression stand in the target's unit, beside the mean's", () => {
  const metrics = [
    { name: "rmse", value: 3.8644, split: "holdout" as const },
    { name: "mae", value: 2.7728, split: "holdout" as const },
    { name: "r2", value: 0.77635, split: "holdout" as const },
    { name: "baseline_rmse", value: 8.4143, split: "holdout" as const },
    { name: "rmse", value: 3.082, split: "train" as const },
  ];
  expect(metricsLine(metrics, "mpg")).toBe(
    "RMSE **3.86 mpg** (always saying the mean: 8.41 mpg), MAE 2.77 mpg, R² 0.776",
  );
});

test("of a version that was trained elsewhere is told what was logged, and no empty sentence where nothing was", () => {
  const heldOut = [{ name: "accuracy", value: 0.8, split: "holdout" as const }];
  expect(measuredSentence(heldOut)).toBe(" On the rows held out: accuracy **80.0%**.");
  expect(measuredAs(heldOut)).toBe(": accuracy **80.0%**");
  const logged = [{ name: "val_f1", value: 0.912345, split: "logged" as const }];
  expect(measuredSentence(logged)).toBe(" As it was logged: `val_f1` 0.9123.");
  expect(measuredAs(logged)).toBe(": `val_f1` 0.9123");
  expect(measuredSentence([])).toBe("");
  expect(measuredAs([])).toBe("");
});

test("numbers are told with the names of their features", () => {
  const values = { origin: "Japan", cylinders: 4, weight_lbs: 2200 };
  expect(valuesLine(cars, values)).toBe("cylinders 4, weight 2200 lbs, Japan");
});
