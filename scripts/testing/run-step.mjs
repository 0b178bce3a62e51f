import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../setup/paths.mjs";
import { withNodeFirst } from "../setup/private-node.mjs";

/** @typedef {{ name: string, passed: number, failed: number, unsteady?: string[] }} StepResult `unsteady`: files that passed only the second time */

/** With more failed files than this it is the change that is broken, not the machine that was busy. */
const repeatedFiles = 3;

/**
 * Runs the commands of a check, all of them even when one fails.
 * @param {string} node
 * @param {import("./plan.mjs").Check} check
 * @returns {Promise<StepResult>}
 */
export async function runCheck(node, { name, commands }) {
  heading(name);
  let failed = 0;
  for (const command of commands) if ((await run(node, command)) !== 0) failed = 1;
  return { name, passed: 1 - failed, failed };
}

/**
 * Runs vitest and counts by its own report. A few files that fail are run again, once and alone: what fails twice has failed; what
 * passes then is told, since it is a fault too, of the test or of what it tests, but none that should stop everybody else.
 * @param {string} node
 * @param {import("./plan.mjs").Suite} suite
 * @returns {Promise<StepResult>}
 */
export async function runSuite(node, suite) {
  heading(suite.name);
  const first = await runVitest(node, suite, []);
  const files = first.failedFiles.map(({ name }) => name);
  if (files.length === 0 || files.length > repeatedFiles) {
    return { name: suite.name, passed: first.passed, failed: first.failed };
  }
  heading(`${suite.name}: what failed, again`);
  const again = await runVitest(node, suite, files);
  const failedTwice = again.failedFiles.map(({ name }) => name);
  return {
    name: suite.name,
    passed: first.passed - first.failedFiles.reduce((sum, { passed }) => sum + passed, 0) + again.passed,
    failed: again.failed,
    unsteady: files.filter((file) => !failedTwice.includes(file)),
  };
}

/**
 * @param {string} node
 * @param {import("./plan.mjs").Suite} suite
 * @param {string[]} files all of the suite's when there is none
 */
async function runVitest(node, { args, vitest = "node_modules/vitest/vitest.mjs" }, files) {
  const dir = mkdtempSync(join(tmpdir(), "modelwright-test-"));
  try {
    const file = join(dir, "report.json");
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const code = await run(node, [vitest, "run", ...args, ...reporters, ...files]);
    return readReport(file, code);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/**
 * @param {string} file of vitest's JSON report
 * @param {number} code vitest's exit code
 * @returns {{ passed: number, failed: number, failedFiles: { name: string, passed: number }[] }} with what passed in those files
 */
export function readReport(file, code) {
  /** @type {{ numPassedTests: number, numFailedTests: number, testResults?: { name: string, status: string, assertionResults: { status: string }[] }[] }} */
  let report;
  try {
    report = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return { passed: 0, failed: 1, failedFiles: [] };
  }
  const { numPassedTests, numFailedTests, testResults = [] } = report;
  // A file that can't be loaded, or an error outside of any test, fails the run without a failed test; and no test at all is no success.
  const silent = numFailedTests === 0 && (code !== 0 || numPassedTests === 0) ? 1 : 0;
  return {
    passed: numPassedTests,
    failed: numFailedTests + silent,
    failedFiles: testResults
      .filter(({ status }) => status === "failed")
      .map(({ name, assertionResults }) => ({
        name,
        passed: assertionResults.filter(({ status }) => status === "passed").length,
      })),
  };
}

/** @param {string} name */
function heading(name) {
  process.stdout.write(`\n── ${name} ${"─".repeat(Math.max(3, 76 - name.length))}\n`);
}

/**
 * @param {string} node
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
function run(node, args) {
  const child = spawn(node, ["--disable-warning=ExperimentalWarning", ...args], {
    cwd: projectRoot,
    env: withNodeFirst(node, process.env, projectRoot),
    stdio: ["ignore", "inherit", "inherit"],
  });
  return new Promise((resolve) => {
    child.on("error", () => resolve(1));
    child.on("exit", (code) => resolve(code ?? 1));
  });
}
