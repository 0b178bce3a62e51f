import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, openSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { SetupError } from "../setup/errors.mjs";
import { projectRoot } from "../setup/paths.mjs";
import { runCommand } from "../setup/run-command.mjs";
import { startTemporaryPostgres } from "../testing/temporary-postgres.mjs";

const startWithinMs = 120_000;

/**
 * The API and the worker as a process of their own, on a database and in a folder of their own.
 * @param {string} node the interpreter
 * @param {string} logFile where its log goes
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startService(node, logFile) {
  const postgres = await startTemporaryPostgres();
  const dataDir = mkdtempSync(join(tmpdir(), "modelwright-interop-"));
  const port = await freePort();
  const env = {
    ...process.env,
    DATABASE_URL: postgres.url,
    MODELWRIGHT_DATA_DIR: dataDir,
    PORT: String(port),
    HOST: "127.0.0.1",
    WEB: "false",
    INTERPRETER: "BUILT_IN",
    LOG_LEVEL: process.env.INTEROP_LOG_LEVEL ?? "info",
  };
  await runCommand(node, ["scripts/migrate.ts", "deploy"], { env });
  const log = openSync(logFile, "w");
  const child = spawn(node, ["--disable-warning=ExperimentalWarning", "api/main.ts", "--role=api,worker"], {
    cwd: projectRoot,
    env,
    stdio: ["ignore", log, log],
  });
  const ended = once(child, "exit");
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await ready(url, child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

/**
 * @param {string} url
 * @param {import("node:child_process").ChildProcess} child
 */
async function ready(url, child) {
  const until = performance.now() + startWithinMs;
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new SetupError("Modelwright ended while it was starting; see the log.");
    const answer = await fetch(`${url}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await pause(200);
  }
  throw new SetupError("Modelwright did not become ready in time; see the log.");
}

/** @returns {Promise<number>} */
export async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  server.close();
  await once(server, "close");
  return port;
}
