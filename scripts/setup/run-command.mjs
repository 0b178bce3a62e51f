import { spawn } from "node:child_process";
import { SetupError, TOLD } from "./errors.mjs";
import { projectRoot } from "./paths.mjs";

/** Lines of a failed command's output that are shown: enough for npm's and Next's own explanations. */
const TAIL_LINES = 60;

/**
 * Runs a command quietly; its output is shown only when it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, signal?: AbortSignal }} [options]
 * @returns {Promise<string>} stdout
 * @throws {SetupError} with the end of the output, when it can't be started or exits with another code than 0; with the output alone when
 *   the exit code says that nothing is to be added
 */
export function runCommand(command, args, { cwd = projectRoot, env = process.env, signal } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ["ignore", "pipe", "pipe"],
      ...(signal ? { signal, killSignal: "SIGTERM" } : {}),
    });
    let stdout = "";
    /** @type {string[]} */
    let tail = [];
    /** @param {string} text */
    const keep = (text) => {
      tail = [...tail, text].slice(-500);
    };
    child.stdout.setEncoding("utf8").on("data", (text) => {
      stdout = (stdout + text).slice(-1_000_000);
      keep(text);
    });
    child.stderr.setEncoding("utf8").on("data", keep);
    child.on("error", (error) => reject(signal?.aborted ? signal.reason : failed(error.message)));
    child.on("close", (code, killedBy) => {
      if (code === 0) resolve(stdout);
      else if (signal?.aborted) reject(signal.reason);
      else if (code === TOLD) reject(new SetupError(lastLines()));
      else reject(failed(killedBy ? `it was ended by ${killedBy}` : `exit code ${code}`));
    });
    const lastLines = () => tail.join("").trimEnd().split("\n").slice(-TAIL_LINES).join("\n");
    /** @param {string} why */
    function failed(why) {
      return new SetupError(`${lastLines()}\n\nThis command failed (${why}): ${[command, ...args].join(" ")}`);
    }
  });
}
