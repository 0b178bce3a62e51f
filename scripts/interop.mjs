// `npm run test:interop`: MLflow's own client, unmodified and from PyPI, against this server; and a real MLflow server, to bring models
// over from; then the registry's contract over a real MLflow server that is this product's registry. Arguments are pytest's, which runs
// alone then: `npm run test:interop -- -k registry`. With --registry only the contract is run; with --serve the server alone is started,
// to try things out.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { startMlflowServer } from "./interop/mlflow-server.mjs";
import { pythonEnvironment } from "./interop/python-environment.mjs";
import { startService } from "./interop/service.mjs";
import { report } from "./setup/errors.mjs";
import { projectRoot } from "./setup/paths.mjs";

const suite = fileURLToPath(new URL("interop/suite/", import.meta.url));
const say = (/** @type {string} */ line) => void process.stdout.write(`${line}\n`);
const args = process.argv.slice(2);

try {
  const { python, bin } = await pythonEnvironment(say);
  const scratch = mkdtempSync(join(tmpdir(), "modelwright-interop-log-"));
  if (!args.includes("--registry")) await runSuite({ python, bin, scratch });
  if (args.length === 0 || args.includes("--registry")) await runContract({ python, scratch });
} catch (error) {
  process.exitCode = report(error);
}

/** @param {{ python: string, bin: string, scratch: string }} made */
async function runSuite({ python, bin, scratch }) {
  const logFile = join(scratch, "modelwright.log");
  const service = await startService(process.execPath, logFile);
  try {
    const env = {
      ...process.env,
      PATH: `${bin}${delimiter}${process.env.PATH ?? ""}`,
      MODELWRIGHT_URL: service.url,
      MODELWRIGHT_GUARDED_URL: service.guarded.url,
      MODELWRIGHT_GUARDED_KEY: service.guarded.key,
      MLFLOW_TRACKING_URI: `${service.url}/mlflow`,
      MODELWRIGHT_ROOT: projectRoot,
      MODELWRIGHT_NODE: process.execPath,
      // The client tells its maker of its use, unless it is told not to; and waits minutes for a server that fails.
      MLFLOW_DISABLE_TELEMETRY: "true",
      DO_NOT_TRACK: "true",
      MLFLOW_HTTP_REQUEST_MAX_RETRIES: "1",
      PYTHONDONTWRITEBYTECODE: "1",
      PYTHONUNBUFFERED: "1",
    };
    if (args.includes("--serve")) {
      say(`MLFLOW_TRACKING_URI=${env.MLFLOW_TRACKING_URI}\nlog: ${logFile}`);
      await once(process, "SIGINT");
    } else {
      const pytest = ["-m", "pytest", "-p", "no:cacheprovider", "--quiet", "--durations=5", suite, ...args];
      const child = spawn(python, pytest, { cwd: scratch, env, stdio: "inherit" });
      const [code] = await once(child, "exit");
      process.exitCode = code ?? 1;
      if (process.exitCode !== 0) say(`The server's log: ${logFile}`);
    }
  } finally {
    await service.stop();
  }
}

/** @param {{ python: string, scratch: string }} made */
async function runContract({ python, scratch }) {
  const logFile = join(scratch, "mlflow-server.log");
  const server = await startMlflowServer(python, logFile);
  try {
    const vitest = fileURLToPath(new URL("../node_modules/vitest/vitest.mjs", import.meta.url));
    const child = spawn(process.execPath, [vitest, "run", "--config", "scripts/interop/registry/vitest.config.ts"], {
      cwd: projectRoot,
      env: { ...process.env, MLFLOW_SERVER_URL: server.url, MLFLOW_PYTHON: python },
      stdio: "inherit",
    });
    const [code] = await once(child, "exit");
    if (code !== 0) {
      process.exitCode = code ?? 1;
      say(`The MLflow server's log: ${logFile}`);
    }
  } finally {
    await server.stop();
  }
}
