import { expect, test } from "vitest";
import { policyInWords } from "./policy-words.ts";

const nothing = { approvals: 0, description: false, parity: false, metrics: [], notWorse: null };

test("a policy says what it asks for, one sentence each", () => {
  expect(policyInWords(nothing)).toEqual([]);
  const all = policyInWords({
    approvals: 1,
    description: true,
    parity: true,
    metrics: [
      { name: "accuracy", atLeast: 0.8 },
      { name: "log_loss", atLeast: 0, atMost: 0.5 },
    ],
    notWorse: { metric: "roc_auc", tolerance: 0.01 },
  });
  expect(all).toEqual([
    "Accuracy at least 0.8",
    "Log loss at least 0, at most 0.5",
    "Not worse than production by ROC AUC, but for 0.01",
    "It has a description",
    "Its file, run anew, gives the metrics that were registered",
    "A second person approves it",
  ]);
  expect(policyInWords({ ...nothing, notWorse: { metric: null, tolerance: 0 } })).toEqual([
    "Not worse than production",
  ]);
});
