import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
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
 * The API and the worker as a process of their own, on a database and in a folder of their own; and another API beside it, which is behind a
 * balancer's sign-in and lets in nobody but programs by their key.
 * @param {string} node the interpreter
 * @param {string} logFile where its log goes
 * @returns {Promise<{ url: string, guarded: { url: string, key: string }, stop: () => Promise<void> }>}
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
  const start = (/** @type {string} */ roles, /** @type {Record<string, string>} */ more = {}) =>
    spawn(node, ["--disable-warning=ExperimentalWarning", "api/main.ts", `--role=${roles}`], {
      cwd: projectRoot,
      env: { ...env, ...more },
      stdio: ["ignore", log, log],
    });
  const guarded = { port: await freePort(), key: randomBytes(32).toString("hex") };
  const children = [start("api,worker"), start("api", guardedBy(guarded))];
  const ended = Promise.all(children.map((child) => once(child, "exit")));
  const urls = [port, guarded.port].map((each) => `http://127.0.0.1:${each}`);
  const stop = async () => {
    for (const child of children) child.kill("SIGTERM");
    await ended;
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    await Promise.all(children.map((child, index) => ready(urls[index] ?? "", child)));
  } catch (error) {
    await stop();
    throw error;
  }
  const [url = "", guardedUrl = ""] = urls;
  return { url, guarded: { url: guardedUrl, key: guarded.key }, stop };
}

/**
 * As a deployment has it. No such balancer is there, so nobody comes by it.
 * @param {{ port: number, key: string }} guarded
 */
function guardedBy({ port, key }) {
  return {
    PORT: String(port),
    SIGN_IN: "AWS_ALB",
    SIGN_IN_BALANCER_ARN: "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/modelwright/1",
    SIGN_IN_ISSUER: "https://id.example.com",
    SIGN_IN_CLIENT_ID: "modelwright",
    SIGN_IN_OWNERS: "ann@example.com",
    SIGN_IN_MACHINES: `python=${key}`,
    SIGN_IN_EDITORS: "machine:python",
  };
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
