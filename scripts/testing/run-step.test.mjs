import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { readReport } from "./run-step.mjs";

const dir = mkdtempSync(join(tmpdir(), "modelwright-counts-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test.each([
  ["all passed", { numPassedTests: 3, numFailedTests: 0 }, 0, { passed: 3, failed: 0, failedFiles: [] }],
  [
    "some failed",
    {
      numPassedTests: 3,
      numFailedTests: 2,
      testResults: [
        { name: "a.test.ts", status: "failed", assertionResults: [{ status: "passed" }, { status: "failed" }] },
        { name: "b.test.ts", status: "passed", assertionResults: [{ status: "passed" }] },
      ],
    },
    1,
    { passed: 3, failed: 2, failedFiles: [{ name: "a.test.ts", passed: 1 }] },
  ],
  [
    "a file that can't be loaded",
    { numPassedTests: 3, numFailedTests: 0 },
    1,
    { passed: 3, failed: 1, failedFiles: [] },
  ],
  ["no test at all", { numPassedTests: 0, numFailedTests: 0 }, 0, { passed: 0, failed: 1, failedFiles: [] }],
  ["no report", undefined, 1, { passed: 0, failed: 1, failedFiles: [] }],
])("%s", (name, report, code, expected) => {
  const file = join(dir, `${name}.json`);
  if (report) writeFileSync(file, JSON.stringify(report));
  expect(readReport(file, code)).toEqual(expected);
});
