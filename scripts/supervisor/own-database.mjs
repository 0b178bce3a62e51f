/** The port and the encryption have a value when they aren't set, and name no database. */
const NAMING = ["DATABASE_URL", "DATABASE_HOST", "DATABASE_NAME", "DATABASE_USER", "DATABASE_PASSWORD"];

/**
 * The variables by which somebody names a database of their own, whole or in part; with none of them the embedded one is started.
 * @param {NodeJS.ProcessEnv} env
 */
export function ownDatabase(env) {
  return NAMING.filter((name) => env[name]);
}
