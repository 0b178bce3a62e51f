import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { identify } from "./process-identity.mjs";

/** Lines of output kept to explain a death. */
const TAIL_LINES = 30;
/** pino's number for warnings. */
const WARN = 40;

/**
 * Starts one service process. It says over IPC that it is ready, logs JSON lines, and ends by itself when the channel closes.
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
  /** @type {string[]} */
  let tail = [];
  /** @param {string} line */
  const take = (line) => {
    log.append(line);
    const entry = logEntry(line);
    if (entry && entry.level < WARN) return;
    const shown = entry ? `[${role}] ${entry.text}` : line;
    tail = [...tail, shown].slice(-TAIL_LINES);
    if (entry || verbose) show(shown);
  };
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream, crlfDelay: Infinity }).on("line", take);
  }
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code, signal) => resolve(signal ? `ended by ${signal}` : `exit code ${code}`));
  });
  /** @type {Promise<void>} */
  const ready = new Promise((resolve) => {
    child.on("message", (/** @type {{ type?: unknown }} */ message) => {
      if (message?.type === "ready") resolve();
    });
  });
  return { identity, ended, ready, tail: () => tail.join("\n") };
}

/**
 * @param {string} line
 * @returns {{ level: number, text: string } | undefined} undefined when it is no log line
 */
function logEntry(line) {
  if (!line.startsWith("{")) return undefined;
  try {
    const { level, msg, err } = JSON.parse(line);
    if (typeof level !== "number") return undefined;
    const word = level >= 60 ? "fatal" : level >= 50 ? "error" : "warning";
    return { level, text: [`${word}: ${msg ?? ""}`, err?.stack ?? err?.message].filter(Boolean).join("\n") };
  } catch {
    return undefined;
  }
}
