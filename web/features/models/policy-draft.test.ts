import { expect, test } from "vitest";
import { draftOf, inputOf } from "./policy-draft.ts";

test("a policy that goes through its form untouched is the same", () => {
  const policy = {
    approvals: 1,
    description: true,
    parity: false,
    metrics: [
      { name: "accuracy", atLeast: 0.8, atMost: null },
      { name: "log_loss", atLeast: 0, atMost: 0.5 },
    ],
    notWorse: { metric: null, tolerance: 0.01 },
  };
  expect(inputOf(draftOf(policy))).toEqual(policy);
  const nothing = { approvals: 0, description: false, parity: true, metrics: [], notWorse: null };
  expect(inputOf(draftOf(nothing))).toEqual(nothing);
});
