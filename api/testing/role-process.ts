import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../main.ts", import.meta.url));

/** A role in a process of its own, as a container runs it: told by its environment alone, stopped by a signal. */
export interface RoleProcess {
  child: ChildProcess;
  /** Where it serves; of a role that doesn't, nothing. */
  url: string;
  /** Its log so far, a line an object. */
  log: Record<string, any>[];
  /** What it said besides. */
  other: string[];
  /** Resolves to the exit code. */
  ended: Promise<number | null>;
  /** Asks it to stop, as whoever runs containers does. */
  stop(): Promise<number | null>;
}

/**
 * Starts it with nothing of this process's environment, and waits until it says that it is ready.
 * @param node options for Node itself
 */
export async function startRole(
  role: string,
  variables: Record<string, string>,
  node: readonly string[] = [],
): Promise<RoleProcess> {
  const started = runRole(role, variables, node);
  const ready = await Promise.race([started.ready, started.ended]);
  if (ready === null || typeof ready === "number") {
    throw new Error(`${role} ended with ${ready}:\n${started.output()}`);
  }
  return { ...started, url: `http://127.0.0.1:${ready.port}` };
}

/** The same for a role that ends by itself. */
export function runRole(role: string, variables: Record<string, string>, node: readonly string[] = []) {
  const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", ...node, main, role], {
    env: { NODE_ENV: "production", PORT: "0", WEB: "false", LOG_LEVEL: "info", ...variables },
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  const log: Record<string, any>[] = [];
  const other: string[] = [];
  if (child.stderr) {
    createInterface({ input: child.stderr }).on("line", (line) => {
      if (line.startsWith("{")) log.push(JSON.parse(line));
      else other.push(line);
    });
  }
  const ready = new Promise<{ port?: number }>((resolve) => {
    child.on("message", (message: { type?: string; port?: number }) => {
      if (message.type === "ready") resolve(message);
    });
  });
  const ended = once(child, "close").then(([code]) => code as number | null);
  return {
    child,
    log,
    other,
    ready,
    ended,
    output: () => [...other, ...log.map((line) => JSON.stringify(line))].join("\n"),
    stop() {
      child.kill("SIGTERM");
      return ended;
    },
  };
}
