import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { ask, pause } from "./graphql.ts";
import { processesUnder } from "./processes.ts";

export const projectRoot = fileURLToPath(new URL("../../", import.meta.url));

/** The whole product, as `npm start` starts it. Stopped when it is disposed of. */
export interface Service extends AsyncDisposable {
  graphqlUrl: string;
  /** From the spawn of `npm start` to the first answer of GraphQL. */
  firstAnswerMs: number;
  /** The processes at the top: npm's own, and what the supervisor says that it runs. */
  rootProcesses(): number[];
  /** The process that answers GraphQL; 0 where processes can't be listed. */
  apiProcess(): number;
}

/** The supervisor names a process's role as an argument. */
export const apiCommand = /--role=\S*\bapi\b/;

const stopWithinMs = 15_000;

/**
 * Runs `npm start` with all state under `dataDir`, and waits for the first answer.
 * @throws when it ends before it answers, or `signal` aborts; nothing of it runs any more then
 */
export async function startService(dataDir: string, signal: AbortSignal): Promise<Service> {
  const port = await freePort();
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    PORT: String(port),
    MODELWRIGHT_DATA_DIR: dataDir,
    INTERPRETER: "BUILT_IN",
  };
  for (const name of ["DATABASE_URL", "LOG_LEVEL", "WEB", "WEB_DEV", "HOST", "NODE_ENV"]) delete env[name];
  const started = performance.now();
  // A group of its own: Ctrl-C in the terminal reaches the benchmark alone, which then stops everything in order.
  const child = spawn("npm", ["start"], {
    cwd: projectRoot,
    env,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      output = (output + chunk.toString("utf8")).slice(-4_000);
    });
  }
  const graphqlUrl = `http://127.0.0.1:${port}/graphql`;
  try {
    await firstAnswer(graphqlUrl, child, signal);
  } catch (error) {
    await stop(child, dataDir);
    throw new Error(`the service did not start; it said:\n${output}`, {
      cause: error,
    });
  }
  return {
    graphqlUrl,
    firstAnswerMs: performance.now() - started,
    rootProcesses: () => rootsOf(child, dataDir),
    apiProcess: () => processesUnder(rootsOf(child, dataDir)).find(({ command }) => apiCommand.test(command))?.pid ?? 0,
    [Symbol.asyncDispose]: () => stop(child, dataDir),
  };
}

async function firstAnswer(url: string, child: ChildProcess, signal: AbortSignal): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) {
    try {
      await ask(url, "{ activeModel { version } }", {}, signal);
      return;
    } catch {
      await pause(10, signal);
    }
  }
  throw new Error(`npm start ended with ${child.exitCode ?? child.signalCode}`);
}

/** Asks the supervisor to stop, as SIGTERM from a service manager would, and waits until nothing is left. @throws when something is */
async function stop(child: ChildProcess, dataDir: string): Promise<void> {
  if (child.pid === undefined) return;
  const all = processesUnder(rootsOf(child, dataDir));
  const supervisor = supervisorOf(dataDir);
  const exited = child.exitCode !== null || child.signalCode !== null ? Promise.resolve() : once(child, "exit");
  signalTo(supervisor ?? -child.pid, "SIGTERM");
  await Promise.race([exited, setTimeout(stopWithinMs, undefined, { ref: false })]);
  const left = processesUnder(all.map(({ pid }) => pid)).filter(({ pid, command }) =>
    all.some((one) => one.pid === pid && one.command === command),
  );
  for (const { pid } of left) signalTo(pid, "SIGKILL");
  if (left.length > 0)
    throw new Error(`the service left processes behind: ${left.map(({ command }) => command.slice(0, 80)).join("; ")}`);
}

function rootsOf(child: ChildProcess, dataDir: string): number[] {
  const { owner, children = [] } = runRecord(dataDir);
  return [child.pid, owner?.pid, ...children.map(({ pid }) => pid)].filter((pid) => pid !== undefined);
}

function supervisorOf(dataDir: string): number | undefined {
  const pid = runRecord(dataDir).owner?.pid;
  return pid !== undefined && processesUnder([pid]).length > 0 ? pid : undefined;
}

/** What the supervisor writes down about itself while it runs. */
function runRecord(dataDir: string): {
  owner?: { pid: number };
  children?: { pid: number }[];
} {
  try {
    return JSON.parse(readFileSync(join(dataDir, "run.json"), "utf8"));
  } catch {
    return {};
  }
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
