import { SetupError } from "./errors.mjs";

/**
 * npm takes options that stand before `--` for its own, passes none of them on, and tells of them in the environment alone.
 * @param {string[]} options of the program, without their dashes; none that npm has too
 * @param {NodeJS.ProcessEnv} env
 * @throws {SetupError} when npm kept one of them, with the command that was meant
 */
export function requireNothingKept(options, env) {
  const kept = options.filter((name) => env[`npm_config_${name.replaceAll("-", "_")}`] === "true");
  if (kept.length === 0) return;
  const script = env.npm_lifecycle_event ?? "start";
  const command = ["start", "test"].includes(script) ? `npm ${script}` : `npm run ${script}`;
  const meant = kept.map((name) => `--${name}`).join(" ");
  throw new SetupError(`npm kept ${meant} for itself, so nothing was done. Say: ${command} -- ${meant}`);
}
