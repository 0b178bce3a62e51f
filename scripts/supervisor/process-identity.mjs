import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * A process id with what tells its process from a later one under the same id.
 * @typedef {{ pid: number, born: string }} ProcessIdentity
 */

/**
 * @param {number} pid
 * @returns {ProcessIdentity | undefined} undefined when no such process lives
 */
export function identify(pid) {
  const born = birth(pid);
  return born === undefined ? undefined : { pid, born };
}

/** @param {ProcessIdentity} identity */
export function isAlive({ pid, born }) {
  return birth(pid) === born;
}

/**
 * Ends a process if it is still the one meant: asks first, then insists.
 * @param {ProcessIdentity} identity
 * @param {{ graceMs: number, ask?: NodeJS.Signals }} options
 */
export async function end(identity, { graceMs, ask = "SIGTERM" }) {
  for (const [signal, waitMs] of /** @type {[NodeJS.Signals, number][]} */ ([
    [ask, graceMs],
    ["SIGKILL", 2000],
  ])) {
    if (!isAlive(identity)) return;
    try {
      process.kill(identity.pid, signal);
    } catch {
      return;
    }
    for (const until = Date.now() + waitMs; Date.now() < until && isAlive(identity); ) await pause(20);
  }
}

/** @param {number} ms */
function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** @param {number} pid */
function birth(pid) {
  if (process.platform === "linux") return linuxBirth(pid);
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== "EPERM") return undefined;
  }
  if (process.platform === "win32") return "unknown";
  try {
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim() || undefined;
  } catch {
    return undefined;
  }
}

/** @param {number} pid */
function linuxBirth(pid) {
  try {
    // After the command's name, which is in parentheses and may hold anything: field 3 is the state, field 22 the start time.
    const fields = readFileSync(`/proc/${pid}/stat`, "latin1")
      .replace(/^.*\) /s, "")
      .split(" ");
    if (fields[0] === "Z" || fields[0] === "X") return undefined;
    return `${fields[19]}@${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}`;
  } catch {
    return undefined;
  }
}
