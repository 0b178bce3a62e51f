import { expect, test } from "vitest";
import { reproductionInWords } from "./reproduction-words.ts";

const report = { rows: 313, largestDifference: 0.123456, differingRows: 12 };

test("while it is under way, and when it failed, it says what the worker says", () => {
  expect(reproductionInWords({ status: "RUNNING", message: "Iteration 3" })).toBe("Iteration 3");
  expect(reproductionInWords({ status: "FAILED", message: "The data is gone." })).toBe("The data is gone.");
});

test("what came of it is told by what was compared", () => {
  const ended = { status: "SUCCEEDED" as const, message: "" };
  expect(reproductionInWords({ ...ended, outcome: "BYTE_EQUAL", report })).toContain("byte for byte");
  const equal = { ...report, largestDifference: 3e-8, differingRows: 0 };
  expect(reproductionInWords({ ...ended, outcome: "PREDICTIONS_EQUAL", report: equal })).toContain("3.0e-8 apart");
  expect(reproductionInWords({ ...ended, outcome: "DIFFERENT", report })).toContain("12 of 313 rows");
});
