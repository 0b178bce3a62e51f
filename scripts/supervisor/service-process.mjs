import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { lastWords } from "./last-words.mjs";
import { identify } from "./process-identity.mjs";

/**
 * Starts one service process. It says over IPC that it is ready or misconfigured, logs JSON lines, and ends by itself when the channel closes.
 * @param {{ node: string, main: string, role: string, cwd: string, env: NodeJS.ProcessEnv, log: import("./log-file.mjs").LogFile,
 *   show: (line: string) => void, verbose: boolean }} options verbose shows all that isn't a log line
 * @returns {import("./keep-alive.mjs").Launched}
 */
export function launchService({ node, main, role, cwd, env, log, show, verbose }) {
  const child = spawn(node, ["--disable-warning=ExperimentalWarning", main, `--role=${role}`], {
    cwd,
    env,
    // A group of its own: Ctrl-C in the terminal reaches the supervisor alone, which then stops everything in order.
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const identity = child.pid === undefined ? undefined : identify(child.pid);
  const words = lastWords({ role, show, verbose });
  for (const stream of /** @type {const} */ (["stdout", "stderr"])) {
    const output = child[stream];
    if (!output) continue;
    createInterface({ input: output, crlfDelay: Infinity }).on("line", (line) => {
      log.append(line);
      words.take(line, stream);
    });
  }
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code, signal) => resolve(signal ? `ended by ${signal}` : `exit code ${code}`));
  });
  /** @type {string | undefined} */
  let misconfigured;
  /** @type {Promise<void>} */
  const ready = new Promise((resolve) => {
    child.on("message", (/** @type {{ type?: unknown, message?: unknown }} */ message) => {
      if (message?.type === "ready") resolve();
      if (message?.type === "misconfigured") misconfigured = String(message.message);
    });
  });
  return { identity, ended, ready, tail: words.tail, unseen: words.unseen, misconfigured: () => misconfigured };
}
