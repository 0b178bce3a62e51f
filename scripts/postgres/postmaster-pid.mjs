import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { end, identify } from "../supervisor/process-identity.mjs";

/** Time for an orphaned server's fast shutdown: it ends its sessions and writes a checkpoint. */
export const SHUTDOWN_MS = 8000;

/**
 * What a running server says of itself in its data folder: line 1 its process id, line 4 its port, line 8 its state.
 * @param {string} dataDir
 * @returns {{ pid: number, port: number, ready: boolean } | undefined}
 */
export function readPostmasterPid(dataDir) {
  try {
    const lines = readFileSync(join(dataDir, "postmaster.pid"), "utf8").split("\n");
    const pid = Number(lines[0]);
    return pid > 0 ? { pid, port: Number(lines[3]), ready: (lines[7] ?? "").startsWith("ready") } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The server that runs on a data folder.
 * @param {string} dataDir
 * @returns {import("../supervisor/process-identity.mjs").ProcessIdentity | undefined} undefined when it is gone, whoever has its id now
 */
export function findServer(dataDir) {
  const found = readPostmasterPid(dataDir);
  const identity = found && identify(found.pid);
  return identity && commandLine(identity.pid).includes(dataDir) ? identity : undefined;
}

/**
 * Ends a server that outlived its supervisor, and removes the claim of one that is gone while another process has its id.
 * @param {string} dataDir
 */
export async function stopOrphanedServer(dataDir) {
  const server = findServer(dataDir);
  if (server) return end(server, { graceMs: SHUTDOWN_MS, ask: "SIGINT" });
  const claimed = readPostmasterPid(dataDir);
  if (claimed && identify(claimed.pid)) rmSync(join(dataDir, "postmaster.pid"), { force: true });
}

/** @param {number} pid */
function commandLine(pid) {
  try {
    return process.platform === "linux"
      ? readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")
      : execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
  } catch {
    return "";
  }
}
