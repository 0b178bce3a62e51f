import { accessSync, constants, mkdirSync } from "node:fs";
import { join } from "node:path";
import { buildWeb } from "../setup/build-web.mjs";
import { report, SetupError } from "../setup/errors.mjs";
import { generateClient } from "../setup/generate.mjs";
import { dataPaths, projectRoot } from "../setup/paths.mjs";
import { prepare } from "../setup/prepare.mjs";
import { createProgress } from "../setup/progress.mjs";
import { announce, sayWhereItRuns } from "./already-running.mjs";
import { takeLock } from "./lock.mjs";
import { end } from "./process-identity.mjs";
import { onSourceChange } from "./reload.mjs";
import { reset } from "./reset.mjs";
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
  makeDataDir(paths.dir);
  const lock = takeLock(paths.run);
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
    if (options.reset) await reset(paths, { yes: options.yes, externalDatabase: Boolean(env.DATABASE_URL), say });

    const withWeb = !options.dev && env.WEB !== "false" && env.WEB !== "0";
    const { signal } = stop;
    const node = await prepare(progress, {
      signal,
      more: async (node) => {
        const building = withWeb ? buildWeb(node, progress, { signal }) : Promise.resolve();
        services = runServices({
          ...{ root: projectRoot, main, node, env, dev: options.dev, paths, progress, signal },
          beside: building,
          onChange: (children) => lock.update({ children }),
          onGiveUp: fail,
        });
        services.ready.catch(() => {});
        await building;
      },
    });
    const urls = await /** @type {import("./run-services.mjs").Services} */ (services).ready;
    lock.update({ urls });
    say(`Ready after ${((Date.now() - from) / 1000).toFixed(1)} s. Stop with Ctrl-C.`);
    announce(urls, say);
    if (options.dev) reloadOnChange(node, services, progress, signal);
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
 * @param {string} dir
 * @throws {SetupError} when it can't be made or written to
 */
function makeDataDir(dir) {
  try {
    mkdirSync(dir, { recursive: true });
    accessSync(dir, constants.W_OK);
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    throw new SetupError(`MODELWRIGHT_DATA_DIR must be a folder that can be written to, and ${dir} is not (${code}).`);
  }
}

/**
 * @param {string} node
 * @param {import("./run-services.mjs").Services | undefined} services
 * @param {import("../setup/progress.mjs").Progress} progress
 * @param {AbortSignal} signal
 */
function reloadOnChange(node, services, progress, signal) {
  /** @param {string} path */
  const reload = (path) => {
    progress.say(`${path} changed: restarting API and worker`);
    void services?.reload();
  };
  onSourceChange(join(projectRoot, "api"), {
    matches: (path) => /\.(ts|csv)$/.test(path) && !path.endsWith(".test.ts"),
    onChange: reload,
    signal,
  });
  onSourceChange(join(projectRoot, "prisma"), {
    matches: (path) => path === "schema.prisma",
    onChange: (path) =>
      generateClient(node, progress, { signal }).then(
        () => reload(path),
        (error) => progress.say(String(error.message ?? error)),
      ),
    signal,
  });
}
