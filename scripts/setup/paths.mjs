import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's folder. */
export const projectRoot = fileURLToPath(new URL("../../", import.meta.url));

/** What the set-up made and may make again: stamps and the private Node. Goes with node_modules. */
export const setupDir = resolve(projectRoot, "node_modules/.modelwright");

/**
 * Where all state of one installation stands.
 * @param {NodeJS.ProcessEnv} env
 */
export function dataPaths(env) {
  const dir = resolve(projectRoot, env.MODELWRIGHT_DATA_DIR || ".modelwright");
  return {
    dir,
    postgres: resolve(dir, "postgres"),
    postgresPassword: resolve(dir, "postgres-password"),
    artifacts: resolve(dir, "artifacts"),
    logs: resolve(dir, "logs"),
    run: resolve(dir, "run.json"),
  };
}

/** @typedef {ReturnType<typeof dataPaths>} DataPaths */
