import { parseArgs } from "node:util";
import { readEnvironment } from "./environment.ts";
import { ConfigurationError } from "./platform/errors.ts";
import { openLog } from "./platform/log.ts";
import type { Role } from "./roles/role.ts";

/** Loaded only when asked for: a worker has no use for the agent, the schema and the web app. */
const roles = {
  api: async () => (await import("./roles/api.ts")).startApi,
  worker: async () => (await import("./roles/worker.ts")).startWorker,
} as const;
/** Longer than any drain; after it nothing is waited for. */
const stopWithinMs = 9_000;
/** The exit code of a start that would fail again, as sysexits.h has it. */
const misconfigured = 78;

const { values } = parseArgs({ options: { role: { type: "string", default: "api,worker" } } });
const names = values.role.split(",").map((name) => name.trim());
const unknown = names.filter((name) => !(name in roles));
if (unknown.length > 0) {
  process.stderr.write(`Unknown role: ${unknown.join(", ")}. Roles: ${Object.keys(roles).join(", ")}.\n`);
  process.exit(2);
}

const environment = await readEnvironmentOrExit();
const log = openLog(environment.logLevel, names.join("+"));
const running: Role[] = [];
let stopping = false;

async function readEnvironmentOrExit() {
  try {
    return readEnvironment();
  } catch (error) {
    return exitMisconfigured(error);
  }
}

/** Says in a sentence what a person must change, also to who started us, who need not try again. @throws any other error */
async function exitMisconfigured(error: unknown): Promise<never> {
  if (!(error instanceof ConfigurationError)) throw error;
  const { message } = error;
  process.stderr.write(`${message}\n`);
  if (process.connected) await new Promise((sent) => process.send?.({ type: "misconfigured", message }, sent));
  process.exit(misconfigured);
}

async function stop(why: string, code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ why }, "stopping");
  setTimeout(() => process.exit(code || 1), stopWithinMs).unref();
  await Promise.allSettled(running.map((role) => role.stop()));
  process.exit(code);
}

process.on("SIGTERM", () => void stop("SIGTERM", 0));
process.on("SIGINT", () => void stop("SIGINT", 0));
// Whoever started us is gone: without it nobody would stop us.
process.on("disconnect", () => void stop("the starter is gone", 0));
process.on("unhandledRejection", (error) => log.error({ err: error }, "an error nobody waited for"));
process.on("uncaughtException", (error) => {
  log.fatal({ err: error }, "an error nobody caught");
  void stop("a fault", 1);
});

try {
  for (const name of names) {
    const start = await roles[name as keyof typeof roles]();
    running.push(await start(environment, log));
  }
  const ready = Object.assign({ type: "ready" }, ...running.map((role) => role.ready));
  log.info(ready, "ready");
  process.send?.(ready);
} catch (error) {
  await exitMisconfigured(error).catch((fault: unknown) => log.fatal({ err: fault }, "the start failed"));
  await stop("the start failed", 1);
}
