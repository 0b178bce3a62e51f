import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { startEmbeddedPostgres } from "../postgres/embedded-postgres.mjs";
import { standBy } from "../postgres/stand-by.mjs";
import { withNodeFirst } from "../setup/private-node.mjs";
import { runCommand } from "../setup/run-command.mjs";
import { orFullDisk, tellsOfFullDisk } from "./full-disk.mjs";
import { keepAlive } from "./keep-alive.mjs";
import { logFile } from "./log-file.mjs";
import { ownDatabase } from "./own-database.mjs";
import { freePort, originOf } from "./ports.mjs";
import { launchService } from "./service-process.mjs";

/** An API drains for at most 8 s; all must be over within 10. */
const SERVICE_GRACE_MS = 8500;
const TOTAL_GRACE_MS = 9500;

/**
 * Starts the database, the API and the worker, and keeps them running.
 * @param {{ root: string, main: string, node: string, env: NodeJS.ProcessEnv, host: string, wished: number, dev: boolean,
 *   paths: import("../setup/paths.mjs").DataPaths, progress: import("../setup/progress.mjs").Progress, signal: AbortSignal, beside?: Promise<void>,
 *   onChange: (children: import("./lock.mjs").RunningChild[]) => void, onGiveUp: (error: Error) => void }} options
 *   wished: the port, 0 for any; beside: what must be done before the services start but may go on while the database does
 * @returns the URLs, once all is ready, and how to stop and restart
 */
export function runServices(options) {
  const { root, main, node, env, host, wished, dev, paths, progress, signal, beside, onChange, onGiveUp } = options;
  const say = progress.say;
  /** @type {import("./keep-alive.mjs").KeptAlive[]} */
  const services = [];
  /** @type {import("./keep-alive.mjs").KeptAlive | undefined} */
  let database;
  /** @type {Promise<string> | undefined} */
  let databaseStart;
  /** @type {ReturnType<typeof standBy> | undefined} */
  let stoodBy;
  const changed = () =>
    onChange(
      services.flatMap((service) => {
        const identity = service.identity();
        return identity ? [{ name: service.name, ...identity }] : [];
      }),
    );

  async function start() {
    mkdirSync(paths.logs, { recursive: true });
    const embedded = ownDatabase(env).length === 0;
    if (embedded) databaseStart = startDatabase();
    const [url] = await Promise.all([databaseStart, beside]);
    const base = { ...withNodeFirst(node, env, root), ...(url ? { DATABASE_URL: url } : {}) };
    await migrate(base).catch((/** @type {unknown} */ error) => {
      throw embedded ? orFullDisk(error, paths.dir) : error;
    });
    signal.throwIfAborted();

    let port = await freePort(wished, host);
    let apiWasReady = false;
    const common = { node, main, cwd: root, show: say, verbose: dev };
    const serviceEnv = {
      ...base,
      HOST: host,
      MODELWRIGHT_DATA_DIR: paths.dir,
      NODE_ENV: dev ? "development" : "production",
      NEXT_TELEMETRY_DISABLED: "1",
      ...(dev ? { WEB_DEV: "true" } : {}),
    };
    const apiLog = logFile(join(paths.logs, "api.log"));
    const workerLog = logFile(join(paths.logs, "worker.log"));
    const api = keep("API", async () => {
      // Once it was served the port stays, whatever happens; before that another program may have been quicker.
      if (!apiWasReady) port = await freePort(port, host);
      return launchService({ ...common, role: "api", env: { ...serviceEnv, PORT: String(port) }, log: apiLog });
    });
    const worker = keep("worker", () => launchService({ ...common, role: "worker", env: serviceEnv, log: workerLog }));
    await aborted(Promise.all([api.ready.then(() => (apiWasReady = true)), worker.ready]), signal);

    if (wished !== 0 && port !== wished) say(`  Port ${wished} is taken by another program; using ${port} instead.`);
    const origin = originOf(host, port);
    const web = env.WEB === "false" || env.WEB === "0" ? undefined : `${origin}/`;
    return { ...(web ? { web } : {}), graphql: `${origin}/graphql` };
  }

  async function startDatabase() {
    stoodBy = standBy({ dataDir: paths.postgres, runFile: paths.run });
    const started = await startEmbeddedPostgres({
      dataDir: paths.postgres,
      passwordFile: paths.postgresPassword,
      log: logFile(join(paths.logs, "postgres.log")),
      signal,
      step: progress.step,
    }).catch((error) => {
      throw orFullDisk(error, paths.dir);
    });
    database = keepAlive({
      name: "database server",
      launch: started.launchAgain,
      running: started.server,
      graceMs: TOTAL_GRACE_MS - SERVICE_GRACE_MS,
      ask: "SIGINT",
      hindrance: (said) =>
        tellsOfFullDisk(said) ? `The disk of ${paths.dir} is full; it is started again when there is room.` : undefined,
      say,
      onGiveUp,
    });
    return started.url;
  }

  /** @param {NodeJS.ProcessEnv} base */
  async function migrate(base) {
    const output = await runCommand(
      node,
      ["--disable-warning=ExperimentalWarning", join(root, "scripts/migrate.ts"), "deploy"],
      {
        env: base,
        signal,
      },
    );
    for (const line of output.split("\n")) if (line.startsWith("Applied")) say(`  ${line}`);
  }

  /**
   * @param {string} name
   * @param {() => import("./keep-alive.mjs").Launched | Promise<import("./keep-alive.mjs").Launched>} launch
   */
  function keep(name, launch) {
    const service = keepAlive({
      name,
      launch,
      graceMs: SERVICE_GRACE_MS,
      untilChanged: dev,
      hindrance: () => (database?.hindered() ? "It is started again when the database server runs." : undefined),
      say,
      onGiveUp,
      onChange: changed,
    });
    services.push(service);
    return service;
  }

  return {
    ready: start().catch((/** @type {NodeJS.ErrnoException} */ error) => {
      throw error.code ? orFullDisk(error, paths.dir) : error;
    }),
    /** Restarts API and worker, for changed code. */
    reload: () => Promise.all(services.map((service) => service.restart())),
    /**
     * Stops everything, the database last.
     * @param {{ hurry?: boolean }} [options]
     */
    async stop({ hurry = false } = {}) {
      const from = Date.now();
      await Promise.all(services.map((service) => service.stop(hurry ? { graceMs: 0 } : {})));
      await databaseStart?.catch(() => {});
      await database?.stop({ graceMs: hurry ? 0 : TOTAL_GRACE_MS - (Date.now() - from) });
      stoodBy?.dismiss();
    },
  };
}

/** @typedef {ReturnType<typeof runServices>} Services */

/**
 * @template T
 * @param {Promise<T>} promise
 * @param {AbortSignal} signal
 * @returns {Promise<T>}
 */
function aborted(promise, signal) {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const onAbort = () => reject(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", onAbort));
  });
}
