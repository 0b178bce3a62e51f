import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, expect, test } from "vitest";
import { readPostmasterPid, stopOrphanedServer } from "../postgres/postmaster-pid.mjs";
import { readLock } from "./lock.mjs";
import { anyFreePort } from "./ports.mjs";
import { end, identify } from "./process-identity.mjs";

const dataDir = mkdtempSync(join(tmpdir(), "modelwright-start-"));
const port = await anyFreePort();
const program = fileURLToPath(new URL("./testing/fake-start.mjs", import.meta.url));
const graphql = `http://localhost:${port}/graphql`;

/** @type {import("node:child_process").ChildProcess[]} */
const starts = [];
afterEach(async () => {
  for (const child of starts.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGTERM");
      await once(child, "exit");
    }
  }
});
afterAll(async () => {
  for (const child of readLock(join(dataDir, "run.json"))?.children ?? []) await end(child, { graceMs: 0 });
  await stopOrphanedServer(join(dataDir, "postgres"));
  rmSync(dataDir, { recursive: true, force: true });
});

/**
 * @param {string[]} [args]
 * @param {NodeJS.ProcessEnv} [env]
 */
function start(args = [], env = {}) {
  return watch(process.execPath, [program, ...args], env);
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
function watch(command, args, env) {
  const child = spawn(command, args, {
    env: { ...process.env, MODELWRIGHT_DATA_DIR: dataDir, PORT: String(port), DATABASE_URL: "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  /** @type {string[]} */
  const lines = [];
  /** @type {Set<() => void>} */
  const waiting = new Set();
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", (line) => {
      lines.push(line);
      for (const look of waiting) look();
    });
  }
  const closed = once(child, "close").then(([code]) => /** @type {number | null} */ (code));
  starts.push(child);
  return {
    child,
    lines,
    closed,
    /**
     * Resolves when a line begins so; fails when the program ends before.
     * @param {string} beginning
     * @returns {Promise<void>}
     */
    line: (beginning) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (lines.some((line) => line.startsWith(beginning))) resolve();
        };
        waiting.add(look);
        look();
        void closed.then(() => reject(new Error(`ended without a line "${beginning}":\n${lines.join("\n")}`)));
      }),
  };
}

/** @param {string} name of a service */
function service(name) {
  const found = readLock(join(dataDir, "run.json"))?.children.find((child) => child.name === name);
  if (!found) throw new Error(`no ${name} runs`);
  return found;
}

function server() {
  const found = readPostmasterPid(join(dataDir, "postgres"));
  if (!found) throw new Error("no database server runs");
  return found;
}

/** @returns {Promise<{ pid: number, databaseUrl: string }>} what the fake API says of itself */
async function answer() {
  const response = await fetch(graphql);
  return /** @type {Promise<{ pid: number, databaseUrl: string }>} */ (response.json());
}

test("starts, says where it is, refuses to run twice, and stops cleanly", async () => {
  const running = start();
  await running.line(`GraphQL: ${graphql}`);
  expect((await answer()).databaseUrl).toMatch(/^postgresql:\/\/modelwright:\w+@127\.0\.0\.1:\d+\/modelwright$/);

  const again = start();
  expect(await again.closed).toBe(0);
  expect(again.lines.join("\n")).toContain("already running");
  expect(again.lines).toContain(`GraphQL: ${graphql}`);

  const reset = start(["--reset", "--yes"]);
  expect(await reset.closed).toBe(1);
  expect(reset.lines.join("\n")).toContain("Stop it first");

  const pids = [service("API").pid, service("worker").pid, server().pid];
  running.child.kill("SIGTERM");
  expect(await running.closed).toBe(0);
  expect(pids.map(identify)).toEqual([undefined, undefined, undefined]);
  expect(existsSync(join(dataDir, "run.json"))).toBe(false);
});

test("what is killed is started again, under the same address", async () => {
  const running = start();
  await running.line("GraphQL:");
  const api = service("API");
  const database = server();
  process.kill(api.pid, "SIGKILL");
  process.kill(database.pid, "SIGKILL");
  await running.line("Starting the API again");
  await running.line("Starting the database server again");
  await expect
    .poll(() => answer().catch(() => undefined), { timeout: 20_000 })
    .toMatchObject({ pid: expect.any(Number) });
  expect((await answer()).pid).not.toBe(api.pid);
  await expect
    .poll(() => readPostmasterPid(join(dataDir, "postgres")), { timeout: 20_000 })
    .toMatchObject({ port: database.port, ready: true });
});

test.each([["the supervisor"], ["the supervisor and the API"], ["everything"]])(
  "after a kill of %s the next start works",
  async (what) => {
    const running = start();
    await running.line("GraphQL:");
    const left = [service("API"), service("worker")];
    const database = server();
    running.child.kill("SIGKILL");
    if (what !== "the supervisor") process.kill(left[0]?.pid ?? 0, "SIGKILL");
    if (what === "everything") for (const pid of [left[1]?.pid ?? 0, database.pid]) process.kill(pid, "SIGKILL");
    const next = start();
    await next.line(`GraphQL: ${graphql}`);
    expect([...left.map(({ pid }) => pid), database.pid]).not.toContain((await answer()).pid);
    expect(server().pid).not.toBe(database.pid);
  },
);

test("after a kill of the supervisor nothing is left running, though nothing is started", async () => {
  const running = start();
  await running.line("GraphQL:");
  const pids = [service("API").pid, service("worker").pid, server().pid];
  running.child.kill("SIGKILL");
  await expect.poll(() => pids.map(identify), { timeout: 20_000 }).toEqual([undefined, undefined, undefined]);
  expect(readPostmasterPid(join(dataDir, "postgres"))).toBeUndefined();
});

test("a taken port is passed by, and that is said", async () => {
  const { createServer } = await import("node:http");
  const other = createServer().listen(port, "127.0.0.1");
  await once(other, "listening");
  try {
    const running = start();
    await running.line("GraphQL:");
    expect(running.lines.join("\n")).toContain(`Port ${port} is taken`);
    expect(running.lines.find((line) => line.startsWith("GraphQL:"))).not.toBe(`GraphQL: ${graphql}`);
  } finally {
    other.close();
  }
});

test("a service that can't run ends the start, with its last words and everything stopped", async () => {
  const failing = start([], { FAKE_DIES: "worker" });
  expect(await failing.closed).toBe(1);
  expect(failing.lines.join("\n")).toMatch(/The worker died 5 times.*the fake service dies/s);
  expect(readPostmasterPid(join(dataDir, "postgres"))).toBeUndefined();
});

test("a service that is misconfigured ends the start with its sentence, and is not tried again", async () => {
  const misconfigured = start([], { FAKE_MISCONFIGURED: "api" });
  expect(await misconfigured.closed).toBe(1);
  expect(misconfigured.lines.slice(1)).toEqual(["", "THING must be set."]);
  expect(readPostmasterPid(join(dataDir, "postgres"))).toBeUndefined();
});

test.each([
  [
    "DATABASE_URL",
    "postgresql://nobody:secret@127.0.0.1:1/nothing",
    /^No PostgreSQL answers at 127\.0\.0\.1:1 .*DATABASE_URL or its parts\.$/,
  ],
  ["DATABASE_URL", "mysql://localhost/x", /^DATABASE_URL must be a postgresql:\/\/ URL/],
  ["DATABASE_URL", "postgresql://me:sec/ret@localhost/x", /^DATABASE_URL must be a postgresql:\/\/ URL/],
  ["HOST", "192.0.2.1", /^HOST must be an address of this machine, not "192\.0\.2\.1"\./],
  ["PORT", "abc", /^PORT must be .* not "abc"\.$/],
  ["MODELWRIGHT_DATA_DIR", program, /^MODELWRIGHT_DATA_DIR must be a folder that can be written to/],
])("an unusable %s (%s) ends the start with a sentence", async (name, value, sentence) => {
  const refused = start([], { [name]: value });
  expect(await refused.closed).toBe(1);
  expect(refused.lines.filter((line) => line !== "" && !line.startsWith("Modelwright "))).toEqual([
    expect.stringMatching(sentence),
  ]);
});

test("what can't be listened on is refused before anything is made", async () => {
  for (const wrong of [{ HOST: "192.0.2.1" }, { PORT: "abc" }]) {
    const elsewhere = join(dataDir, "elsewhere");
    expect(await start([], { ...wrong, MODELWRIGHT_DATA_DIR: elsewhere }).closed).toBe(1);
    expect(existsSync(elsewhere)).toBe(false);
  }
});

const parts = { DATABASE_HOST: "127.0.0.1", DATABASE_PORT: "1", DATABASE_NAME: "n", DATABASE_USER: "u" };

test.each([
  [{ ...parts, DATABASE_PASSWORD: "p" }, /^No PostgreSQL answers at 127\.0\.0\.1:1 /],
  [parts, /^DATABASE_PASSWORD must be set too/],
])("a database that is named by its parts is used: %j", async (env, sentence) => {
  const refused = start([], env);
  expect(await refused.closed).toBe(1);
  expect(refused.lines.slice(2)).toEqual([expect.stringMatching(sentence)]);
});

test("reset removes all state when confirmed, and begins anew", async () => {
  const password = readFileSync(join(dataDir, "postgres-password"), "utf8");
  const unconfirmed = start(["--reset"]);
  expect(await unconfirmed.closed).toBe(1);
  expect(readFileSync(join(dataDir, "postgres-password"), "utf8")).toBe(password);

  const reset = start(["--reset", "--yes"]);
  await reset.line("GraphQL:");
  expect(readFileSync(join(dataDir, "postgres-password"), "utf8")).not.toBe(password);
  expect(readdirSync(dataDir).sort()).toEqual(["logs", "postgres", "postgres-password", "run.json"]);
});

test.each([
  [{ DATABASE_URL: "postgresql://nobody@127.0.0.1:1/nothing" }, "DATABASE_URL is set"],
  [parts, "DATABASE_HOST, DATABASE_NAME, DATABASE_USER are set"],
])("reset with a database of one's own (%j) removes nothing, and says what to do", async (env, why) => {
  const file = join(dataDir, "artifacts/00/kept");
  mkdirSync(join(file, ".."), { recursive: true });
  writeFileSync(file, "a model");
  const refused = start(["--reset", "--yes"], env);
  expect(await refused.closed).toBe(1);
  expect(refused.lines.join("\n")).toContain(`\nNothing was removed. ${why}, and --reset`);
  expect(readFileSync(file, "utf8")).toBe("a model");
  expect(existsSync(join(dataDir, "postgres"))).toBe(true);
});

test("when the npm that started it is gone it stops", async () => {
  const shell = watch("sh", ["-c", '"$0" "$1"; true', process.execPath, program], { npm_lifecycle_event: "start" });
  await shell.line("GraphQL:");
  shell.child.kill("SIGKILL");
  await shell.line("Stopped.");
  expect(existsSync(join(dataDir, "run.json"))).toBe(false);
});

test("an unknown option is refused with the ones there are", async () => {
  const wrong = start(["--rest"]);
  expect(await wrong.closed).toBe(1);
  expect(wrong.lines.join("\n")).toMatch(/--rest.*npm start -- --reset/s);
});
