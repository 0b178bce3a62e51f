import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { SetupError } from "../setup/errors.mjs";
import { freePort } from "./service.mjs";

/** It imports much of Python before it listens, and a machine may have other things to do. */
const startWithinMs = 240_000;

/**
 * MLflow's own server, on a database and in a folder of its own.
 * @param {string} python of an environment that has MLflow
 * @param {string} logFile where its log goes
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startMlflowServer(python, logFile) {
  const folder = mkdtempSync(join(tmpdir(), "modelwright-interop-mlflow-"));
  const port = await freePort();
  const log = openSync(logFile, "w");
  const store = ["--backend-store-uri", `sqlite:///${folder}/mlflow.db`, "--artifacts-destination", `${folder}/files`];
  const args = ["-m", "mlflow", "server", "--host", "127.0.0.1", "--port", String(port), "--workers", "1", ...store];
  // A group of its own: the server's workers end with it.
  const child = spawn(python, args, {
    cwd: folder,
    env: { ...process.env, MLFLOW_DISABLE_TELEMETRY: "true", DO_NOT_TRACK: "true" },
    stdio: ["ignore", log, log],
    detached: true,
  });
  const ended = once(child, "exit");
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGKILL");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const until = performance.now() + startWithinMs;
  while (performance.now() < until) {
    if (child.exitCode !== null) break;
    const answer = await fetch(`${url}/health`).catch(() => undefined);
    if (answer?.ok) return { url, stop };
    await pause(300);
  }
  await stop();
  throw new SetupError(`The MLflow server did not become ready; its log: ${logFile}`);
}
