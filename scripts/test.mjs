// `npm test`: everything that a machine can check, from a fresh clone on. `--checks` leaves out the tests. `--infra` runs those of
// infra-pulumi alone, which need Go once, to build Pulumi's engine. `--delivery` holds Dockerfile, compose.yaml and workflows against their
// linters, which takes Python and Go. `--images` builds the images and starts them, which takes root and Debian's tools.
import { report } from "./setup/errors.mjs";
import { requireNothingKept } from "./setup/npm-options.mjs";
import { prepare } from "./setup/prepare.mjs";
import { createProgress } from "./setup/progress.mjs";
import { checks, delivery, images, infra, suites } from "./testing/plan.mjs";
import { runCheck, runSuite } from "./testing/run-step.mjs";

const has = (/** @type {string} */ flag) => process.argv.includes(flag);
const parts = {
  checks: [...(has("--delivery") ? [delivery] : [])],
  suites: [...(has("--infra") ? [infra] : []), ...(has("--images") ? [images] : [])],
};
const plan = parts.checks.length + parts.suites.length > 0 ? parts : { checks, suites };
const checksOnly = has("--checks");
const started = Date.now();
try {
  requireNothingKept(["checks", "infra", "images"], process.env);
  const node = await prepare(createProgress());
  let passed = 0;
  let failed = 0;
  /** @type {string[]} */
  const failures = [];
  /** @type {string[]} */
  const unsteady = [];
  /** @param {import("./testing/run-step.mjs").StepResult} result */
  const count = (result) => {
    passed += result.passed;
    failed += result.failed;
    if (result.failed > 0) failures.push(result.name);
    unsteady.push(...(result.unsteady ?? []));
  };

  for (const check of plan.checks) count(await runCheck(node, check));
  if (!checksOnly) {
    for (const suite of plan.suites) {
      if (suite.before) count(await runCheck(node, suite.before));
      count(await runSuite(node, suite));
    }
  }

  process.stdout.write(`\n${Math.round((Date.now() - started) / 1000)} s in all\n`);
  if (unsteady.length > 0) process.stdout.write(`Passed only the second time: ${unsteady.join(", ")}\n`);
  if (failures.length > 0) process.stdout.write(`Failed: ${failures.join(", ")}\n`);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
  process.exitCode = report(error);
}
