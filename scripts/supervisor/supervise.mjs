import { accessSync, constants, mkdirSync } from "node:fs";
import { join } from "node:path";
import { buildWeb } from "../setup/build-web.mjs";
import { report, SetupError } from "../setup/errors.mjs";
import { generateClient } from "../setup/generate.mjs";
import { dataPaths, projectRoot } from "../setup/paths.mjs";
import { prepare } from "../setup/prepare.mjs";
import { createProgress } from "../setup/progress.mjs";
import { announce, sayWhereItRuns } from "./already-running.mjs";
import { orFullDisk } from "./full-disk.mjs";
import { takeLock } from "./lock.mjs";
import { ownDatabase } from "./own-database.mjs";
import { wishedAddress } from "./ports.mjs";
import { end } from "./process-identity.mjs";
import { onSourceChange } from "./reload.mjs";
import { reset } from "./reset.mjs";
import { runRecord } from "./run-record.mjs";
import { runServices } from "./run-services.mjs";
import { onStopRequest } from "./stop-requests.mjs";

/** Time for services that outlived their supervisor; they end by themselves, and this makes sure. */
const ORPHAN_GRACE_MS = 3000;

/**
 * Sets up, starts, and keeps running until a signal comes.
 * @param {{ env: NodeJS.ProcessEnv, options: ReturnType<typeof import("./options.mjs").readOptions>, main?: string }} request main is the
 *   program of the services
 * @returns {Promise<number>} the exit code
 */
export async function supervise({ env, options, main = join(projectRoot, "api/main.ts") }) {
  const from = Date.now();
  const progress = createProgress();
  const { say } = progress;
  const paths = dataPaths(env);
  const address = await wishedAddress(env);
  const lock = takeDataDir(paths);
  if (!lock.taken) {
    if (!options.reset) return sayWhereItRuns(paths.run, lock.record, say);
    throw new SetupError(`Modelwright is running (process ${lock.record.owner.pid}). Stop it first, then reset.`);
  }

  const stop = new AbortController();
  /** @type {import("./run-services.mjs").Services | undefined} */
  let services;
  /** @type {unknown} */
  let failure;
  const fail = (/** @type {unknown} */ error) => {
    failure ??= error;
    stop.abort(error);
  };
  const record = runRecord(lock, { file: paths.run, say, signal: stop.signal });
  const stopListening = onStopRequest({
    stop: () => {
      say("\nStopping …");
      stop.abort(new SetupError("Stopped before it was ready."));
    },
    hurry: () => void services?.stop({ hurry: true }),
  });

  try {
    say(`Modelwright ${options.dev ? "(development) " : ""}— state in ${paths.dir}`);
    await Promise.all((lock.previous?.children ?? []).map((child) => end(child, { graceMs: ORPHAN_GRACE_MS })));
    if (options.reset) await reset(paths, { yes: options.yes, ownDatabase: ownDatabase(env), say });

    const withWeb = !options.dev && env.WEB !== "false" && env.WEB !== "0";
    const { signal } = stop;
    await prepare(progress, {
      signal,
      more: async (node) => {
        const building = withWeb ? buildWeb(node, progress, { signal }) : Promise.resolve();
        services = runServices({
          ...{ root: projectRoot, main, node, env, ...address, dev: options.dev, paths, progress, signal },
          beside: building,
          onChange: (children) => record.update({ children }),
          onGiveUp: fail,
        });
        services.ready.catch(() => {});
        if (options.dev) reloadOnChange(node, services, progress, signal);
        await building;
      },
    });
    const urls = await /** @type {import("./run-services.mjs").Services} */ (services).ready;
    record.update({ urls });
    say(`Ready after ${((Date.now() - from) / 1000).toFixed(1)} s. Stop with Ctrl-C.`);
    announce(urls, say);
    await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
  } catch (error) {
    if (!stop.signal.aborted) failure = error;
  } finally {
    stop.abort();
    await services?.stop();
    lock.release();
    stopListening();
  }
  if (failure) return report(failure);
  say("Stopped.");
  return 0;
}

/**
 * Makes the data folder if there is none, and takes it for this process.
 * @param {import("../setup/paths.mjs").DataPaths} paths
 * @throws {SetupError} when it can't be made or written to
 */
function takeDataDir({ dir, run }) {
  try {
    mkdirSync(dir, { recursive: true });
    accessSync(dir, constants.W_OK);
    return takeLock(run);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code === undefined) throw error;
    if (code === "ENOSPC" || code === "EDQUOT") throw orFullDisk(error, dir);
    throw new SetupError(`MODELWRIGHT_DATA_DIR must be a folder that can be written to, and ${dir} is not (${code}).`);
  }
}

/**
 * @param {string} node
 * @param {import("./run-services.mjs").Services} services
 * @param {import("../setup/progress.mjs").Progress} progress
 * @param {AbortSignal} signal
 */
function reloadOnChange(node, services, progress, signal) {
  /** @param {string} path */
  const reload = (path) => {
    progress.say(`${path} changed: restarting API and worker`);
    void services.reload();
  };
  onSourceChange(projectRoot, "api", {
    matches: (path) => /\.(ts|csv)$/.test(path) && !path.endsWith(".test.ts"),
    onChange: reload,
    signal,
  });
  onSourceChange(projectRoot, "prisma", {
    matches: (path) => path === "schema.prisma",
    onChange: (path) =>
      generateClient(node, progress, { signal }).then(
        () => reload(path),
        (error) => progress.say(String(error.message ?? error)),
      ),
    signal,
  });
}
