import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../setup/paths.mjs";
import { withNodeFirst } from "../setup/private-node.mjs";

/** @typedef {{ name: string, passed: number, failed: number }} StepResult */

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
 * Runs vitest and counts by its own report.
 * @param {string} node
 * @param {import("./plan.mjs").Suite} suite
 * @returns {Promise<StepResult>}
 */
export async function runSuite(node, { name, args, vitest = "node_modules/vitest/vitest.mjs" }) {
  heading(name);
  const dir = mkdtempSync(join(tmpdir(), "modelwright-test-"));
  try {
    const file = join(dir, "report.json");
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const code = await run(node, [vitest, "run", ...args, ...reporters]);
    return { name, ...countTests(file, code) };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/**
 * @param {string} file of vitest's JSON report
 * @param {number} code vitest's exit code
 */
export function countTests(file, code) {
  /** @type {{ numPassedTests: number, numFailedTests: number, numFailedTestSuites: number }} */
  let counts;
  try {
    counts = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return { passed: 0, failed: 1 };
  }
  const failed = counts.numFailedTests;
  // A file that can't be loaded, or an error outside of any test, fails the run without a failed test; and no test at all is no success.
  const silent = failed === 0 && (code !== 0 || counts.numPassedTests === 0) ? 1 : 0;
  return { passed: counts.numPassedTests, failed: failed + silent };
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
