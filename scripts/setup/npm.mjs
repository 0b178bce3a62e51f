import { basename } from "node:path";
import { runCommand } from "./run-command.mjs";

/**
 * Runs npm, the same one that started us if one did.
 * @param {string[]} args
 * @param {{ cwd?: string, signal?: AbortSignal }} [options]
 */
export function npm(args, options = {}) {
  const cli = process.env.npm_execpath;
  const env = cleanEnvironment(process.env);
  if (cli && basename(cli) === "npm-cli.js") return runCommand(process.execPath, [cli, ...args], { ...options, env });
  return process.platform === "win32"
    ? runCommand("cmd.exe", ["/d", "/s", "/c", "npm", ...args], { ...options, env })
    : runCommand("npm", args, { ...options, env });
}

/**
 * Without what an outer npm says about its own run (its prefix, its flags such as --production), which would change ours; registry,
 * proxy and certificate settings stay.
 * @param {NodeJS.ProcessEnv} env
 */
function cleanEnvironment(env) {
  const foreign =
    /^npm_(config_(local_prefix|prefix|global|omit|include|only|production|dry_run|workspace.*|yes)|package_.*|lifecycle_.*|command)$/i;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !foreign.test(name) && name !== "NODE_ENV"));
}
