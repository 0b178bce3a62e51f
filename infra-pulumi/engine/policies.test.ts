import { afterAll, beforeAll, expect, test } from "vitest";
import { badResources } from "../policies/testing/bad-resources.ts";
import { Workspace } from "./testing/workspace.ts";

const PROGRAM = "engine/testing/bad-program";
let workspace: Workspace;
const outputs: string[] = [];

beforeAll(async () => {
  workspace = await Workspace.create();
  for (const stack of ["each", "whole"]) {
    await workspace.initialize(PROGRAM, stack);
    const ended = await workspace.pulumi(PROGRAM, "preview", "--stack", stack, "--policy-pack", "../../../policies");
    expect(ended.code).not.toBe(0);
    outputs.push(ended.output);
  }
});
afterAll(() => workspace?.remove());

test("engine test: nothing is made of a program that breaks policies", () => {
  expect(outputs).toEqual([expect.stringContaining("preview failed"), expect.stringContaining("preview failed")]);
  expect(workspace.takeCalls()).toEqual([]);
});

test.each(badResources.map(({ rule, says }, index) => [rule, says, index] as const))(
  "engine test: %s: it %s",
  (rule, says, index) => {
    const at = outputs
      .join("\n")
      .split(/(?=\[mandatory\])/)
      .filter((violation) => new RegExp(`^\\[mandatory\\] +${rule} `).test(violation));
    expect(at.some((violation) => new RegExp(`\\bbad-${index}\\b`).test(violation) && violation.includes(says))).toBe(
      true,
    );
  },
);
