import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { identify } from "../supervisor/process-identity.mjs";

const STOP_ORPHAN = fileURLToPath(new URL("./stop-orphan.mjs", import.meta.url));

/**
 * Has a process stand by that stops the server when this one was killed and can't: a shell that waits for its input to end, which costs next to
 * nothing, and becomes Node only then. Where there is no shell (Windows) the server is stopped by the next start.
 * @param {{ dataDir: string, runFile: string }} paths of the server's data, and of the RunRecord of this process
 * @returns {{ dismiss: () => void }} for when the server was stopped
 */
export function standBy({ dataDir, runFile }) {
  const self = identify(process.pid);
  if (process.platform === "win32" || !self) return { dismiss() {} };
  const args = [STOP_ORPHAN, dataDir, runFile, String(self.pid), self.born];
  const child = spawn("/bin/sh", ["-c", 'read -r _; exec "$0" "$@"', process.execPath, ...args], {
    cwd: "/",
    // A group of its own: what ends this process from the terminal must not end it too.
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  child.on("error", () => {});
  child.stdin.on("error", () => {});
  child.unref();
  return { dismiss: () => void child.kill("SIGKILL") };
}
