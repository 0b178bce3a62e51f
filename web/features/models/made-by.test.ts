import { expect, test } from "vitest";
import { madeBy } from "./made-by.ts";

test.each([
  ["logistic-regression", "trained by ann"],
  ["onnx", "registered by ann"],
])("who made a version by %s is named for what they did", (algorithm, words) => {
  expect(madeBy({ algorithm, createdBy: "ann" })).toBe(words);
});
