import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { SetupError } from "../setup/errors.mjs";
import { identify } from "../supervisor/process-identity.mjs";
import { recentLines } from "../supervisor/recent-lines.mjs";
import { readPostmasterPid } from "./postmaster-pid.mjs";

/** Fit for one machine: the pools of two processes, and little memory at rest. */
const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "60",
  shared_buffers: "64MB",
  timezone: "UTC",
  log_timezone: "UTC",
  lc_messages: "C",
};
/** For data that is thrown away: no waiting for the disk. */
const UNSAFE_SETTINGS = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
};
/** What a server may meet for a moment after a predecessor was killed. */
const PASSING = /shared memory block|lock file "postmaster.pid"|[Aa]ddress already in use|could not bind/;
/** Longer than the recovery of a killed server with a full log takes. */
const READY_WITHIN_MS = 60_000;
/** Lines of its log kept to explain a death. */
const TAIL_LINES = 12;
/** What it said last may arrive after its end; processes of a killed server may hold its output open for longer. */
const LAST_WORDS_MS = 500;

/**
 * Starts the server once.
 * @param {{ program: string, dataDir: string, port: number, log: import("../supervisor/log-file.mjs").LogFile, durable: boolean,
 *   runner: import("./unprivileged.mjs").Runner }} options
 * @returns {import("../supervisor/keep-alive.mjs").Launched}
 */
export function launchServer({ program, dataDir, port, log, durable, runner }) {
  const settings = { ...SETTINGS, port: String(port), ...(durable ? {} : UNSAFE_SETTINGS) };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const [command, args] = runner.wrap(program, ["-D", dataDir, ...flags]);
  const child = spawn(command, args, {
    ...runner.ids,
    cwd: "/",
    env: { PATH: process.env.PATH, LC_ALL: "C" },
    // A group of its own: Ctrl-C in the terminal must not stop it before the services that use it.
    detached: true,
    // Through us, so that the log is bounded while the server runs. When we are gone it goes on, and its words are lost.
    stdio: ["ignore", "pipe", "pipe"],
  });
  /** @type {ReturnType<typeof recentLines<{ text: string }>>} */
  const said = recentLines({ most: TAIL_LINES });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream, crlfDelay: Infinity }).on("line", (line) => {
      log.append(line);
      said.add({ text: line });
    });
  }
  const identity = child.pid === undefined ? undefined : identify(child.pid);
  /** @type {Promise<string>} */
  const ended = new Promise((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("exit", (code, signal) => {
      const why = signal ? `ended by ${signal}` : `exit code ${code}`;
      child.on("close", () => resolve(why));
      setTimeout(resolve, LAST_WORDS_MS, why).unref();
    });
  });
  return {
    identity,
    ended,
    ready: untilReady(dataDir, child.pid, ended),
    tail: () => said.text(),
  };
}

/**
 * The first start: goes past what a killed predecessor may have left for a moment.
 * @param {() => Promise<Parameters<typeof launchServer>[0]>} options asked anew for each try
 * @throws {SetupError} with the end of the server's log
 */
export async function startServer(options) {
  for (const until = Date.now() + 15_000; ; ) {
    const server = launchServer(await options());
    const problem = await Promise.race([server.ready.then(() => undefined), server.ended]);
    if (problem === undefined) return server;
    const tail = server.tail();
    if (Date.now() > until || !PASSING.test(tail))
      throw new SetupError(`PostgreSQL does not start (${problem}):\n${tail}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/**
 * @param {string} dataDir
 * @param {number | undefined} pid
 * @param {Promise<string>} ended
 * @returns {Promise<void>} never settles when the server ends before
 */
function untilReady(dataDir, pid, ended) {
  return new Promise((resolve) => {
    const look = setInterval(() => {
      const state = readPostmasterPid(dataDir);
      if (state?.pid !== pid || !state?.ready) return;
      clearInterval(look);
      resolve();
    }, 15);
    const limit = setTimeout(() => clearInterval(look), READY_WITHIN_MS);
    void ended.then(() => {
      clearInterval(look);
      clearTimeout(limit);
    });
  });
}
