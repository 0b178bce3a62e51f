import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** A process of the benchmark's own that speaks over IPC and ends when it is disposed of. */
export interface Child<Said> extends AsyncDisposable {
  readonly pid: number;
  send(message: object): void;
  /** The next thing it says. @throws when it ends first, or `signal` aborts */
  hear(signal: AbortSignal): Promise<Said>;
}

/** @param module as a URL, beside the caller's */
export function startChild<Said>(module: URL, args: string[] = []): Child<Said> {
  const child = fork(fileURLToPath(module), args, {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    // What the benchmark itself is run with is no part of what is measured.
    execArgv: [],
    env: { ...process.env, NODE_ENV: "production" },
  });
  return {
    // Undefined only when it could not be started; then `hear` says so.
    pid: child.pid ?? 0,
    send: (message) => void child.send(message),
    async hear(signal) {
      if (hasEnded(child)) throw new Error(`${module.pathname} has ended`);
      const settled = new AbortController();
      try {
        const either = { signal: AbortSignal.any([signal, settled.signal]) };
        const ended = once(child, "exit", either).then(([code]) => {
          throw new Error(`${module.pathname} ended with ${code}`);
        });
        const [message] = await Promise.race([once(child, "message", either), ended]);
        return message as Said;
      } finally {
        settled.abort();
      }
    },
    [Symbol.asyncDispose]: () => ended(child),
  };
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

async function ended(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const exit = once(child, "exit");
  child.kill("SIGKILL");
  await exit;
}
