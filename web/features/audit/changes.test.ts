import { expect, test } from "vitest";
import { changesOf } from "./changes.ts";

test("each part of what was and what is stands side by side", () => {
  expect(changesOf({ stage: "CANDIDATE", production: null }, { stage: "PRODUCTION", production: 2 })).toEqual([
    { name: "stage", before: "CANDIDATE", after: "PRODUCTION" },
    { name: "production", before: "none", after: "2" },
  ]);
  expect(changesOf(null, { stage: "CANDIDATE" })).toEqual([{ name: "stage", before: "none", after: "CANDIDATE" }]);
  expect(changesOf([1], "x")).toEqual([{ name: "value", before: "[1]", after: "x" }]);
  expect(changesOf(null, null)).toEqual([]);
});
