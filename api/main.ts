import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import {
  type Environment,
  type ProcessEnvironment,
  readEnvironment,
  readProcessEnvironment,
  silenceNativeCode,
} from "./environment.ts";
import { ConfigurationError } from "./platform/errors.ts";
import { openLog } from "./platform/log.ts";
import { setTelemetry, type Telemetry } from "./platform/telemetry.ts";
import type { Role } from "./roles/role.ts";

/** Loaded only when asked for: a worker has no use for the agent, the schema and the web app. */
const roles = {
  api: async () => (await import("./roles/api.ts")).startApi,
  worker: async () => (await import("./roles/worker.ts")).startWorker,
  web: async () => (await import("./roles/web.ts")).startWeb,
  migrate: async () => (await import("./roles/migrate.ts")).startMigrate,
} as const;
/** The exit code of a start that would fail again, as sysexits.h has it. */
const misconfigured = 78;

const names = namedRoles();
const unknown = names.filter((name) => !(name in roles));
if (unknown.length > 0) {
  process.stderr.write(`Unknown role: ${unknown.join(", ")}. Roles: ${Object.keys(roles).join(", ")}.\n`);
  process.exit(2);
}

silenceNativeCode();
const environment = await readEnvironmentOrExit();
const log = openLog(environment.logLevel, names.join("+"));
const running: Role[] = [];
let telemetry: Telemetry | undefined;
let stopping = false;

/** `--role=api,worker`, or the role as an argument of its own: `worker`. */
function namedRoles(): string[] {
  const options = { role: { type: "string" } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const named = [values.role, ...positionals].filter((text) => text !== undefined).join(",");
  return (named || "api,worker").split(",").map((name) => name.trim());
}

async function readEnvironmentOrExit(): Promise<Environment> {
  try {
    // The web app alone is given no database, and asks for none.
    if (names.every((name) => name === "web")) return readProcessEnvironment() as ProcessEnvironment as Environment;
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

/** @param wanted somebody else decided it: those who send work are given time to see it */
async function stop(why: string, code: number, wanted = false): Promise<void> {
  if (stopping) return;
  stopping = true;
  log.info({ why }, "stopping");
  const { delayMs, withinMs } = environment.stop;
  setTimeout(() => process.exit(code || 1), withinMs).unref();
  for (const role of running) role.beginStop?.();
  if (wanted && delayMs > 0) await pause(delayMs);
  await Promise.allSettled(running.map((role) => role.stop()));
  await telemetry?.close();
  process.exit(code);
}

process.on("SIGTERM", () => void stop("SIGTERM", 0, true));
process.on("SIGINT", () => void stop("SIGINT", 0));
// Whoever started us is gone: without it nobody would stop us.
process.on("disconnect", () => void stop("the starter is gone", 0));
process.on("unhandledRejection", (error) => log.error({ err: error }, "an error nobody waited for"));
process.on("uncaughtException", (error) => {
  log.fatal({ err: error }, "an error nobody caught");
  void stop("a fault", 1);
});

try {
  if (environment.telemetry) {
    const { openTelemetry } = await import("./platform/open-telemetry.ts");
    const serviceName = `modelwright-${names.join("-")}`;
    telemetry = openTelemetry({ serviceName, ...environment.telemetry, log });
    setTelemetry(telemetry);
  }
  for (const name of names) {
    const start = await roles[name as keyof typeof roles]();
    running.push(await start(environment, log));
  }
  const ready = Object.assign({ type: "ready" }, ...running.map((role) => role.ready));
  log.info(ready, "ready");
  process.send?.(ready);
  if (running.every((role) => role.done)) await stop("done", 0);
} catch (error) {
  await exitMisconfigured(error).catch((fault: unknown) => log.fatal({ err: fault }, "the start failed"));
  await stop("the start failed", 1);
}
