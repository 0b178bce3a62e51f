import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { countTests } from "./run-step.mjs";

const dir = mkdtempSync(join(tmpdir(), "modelwright-counts-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test.each([
  ["all passed", { numPassedTests: 3, numFailedTests: 0 }, 0, { passed: 3, failed: 0 }],
  ["some failed", { numPassedTests: 3, numFailedTests: 2 }, 1, { passed: 3, failed: 2 }],
  ["a file that can't be loaded", { numPassedTests: 3, numFailedTests: 0 }, 1, { passed: 3, failed: 1 }],
  ["no test at all", { numPassedTests: 0, numFailedTests: 0 }, 0, { passed: 0, failed: 1 }],
  ["no report", undefined, 1, { passed: 0, failed: 1 }],
])("%s", (name, report, code, expected) => {
  const file = join(dir, `${name}.json`);
  if (report) writeFileSync(file, JSON.stringify(report));
  expect(countTests(file, code)).toEqual(expected);
});
