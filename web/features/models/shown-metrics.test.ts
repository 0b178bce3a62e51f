import { expect, test } from "vitest";
import { shownMetrics } from "./shown-metrics.ts";

const holdout = { name: "accuracy", split: "holdout" };
const train = { name: "accuracy", split: "train" };
const logged = { name: "accuracy", split: "logged" };

test("of a version that was trained here, those of the rows held out", () => {
  expect(shownMetrics([train, holdout])).toEqual([holdout]);
});

test("of one that was logged, those that were told with it", () => {
  expect(shownMetrics([logged])).toEqual([logged]);
});

test("those of the rows that it was trained on are shown of neither", () => {
  expect(shownMetrics([train])).toEqual([]);
});
