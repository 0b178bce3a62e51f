import { spawn } from "node:child_process";
import { expect, test } from "vitest";
import { keepAlive } from "./keep-alive.mjs";
import { identify } from "./process-identity.mjs";

/**
 * A process that runs `code` and says that it is ready.
 * @param {string} code
 * @returns {import("./keep-alive.mjs").Launched}
 */
function launch(code) {
  const child = spawn(process.execPath, ["-e", `${code}; process.send("ready")`], {
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  return {
    identity: child.pid === undefined ? undefined : identify(child.pid),
    ready: new Promise((resolve) => child.once("message", () => resolve())),
    ended: new Promise((resolve) => child.once("exit", (exit, signal) => resolve(String(signal ?? exit)))),
    tail: () => "its last words",
  };
}
const RUN = "setInterval(() => {}, 1000); process.on('SIGTERM', () => process.exit(0))";

/**
 * @param {() => import("./keep-alive.mjs").Launched} start
 * @param {Partial<Parameters<typeof keepAlive>[0]>} [options]
 */
function keep(start, options) {
  /** @type {string[]} */
  const said = [];
  /** @type {(error: Error) => void} */
  let giveUp = () => {};
  /** @type {Promise<Error>} */
  const gaveUp = new Promise((resolve) => {
    giveUp = resolve;
  });
  const kept = keepAlive({
    name: "thing",
    launch: start,
    graceMs: 5000,
    say: (line) => said.push(line),
    onGiveUp: giveUp,
    ...options,
  });
  return { kept, said, gaveUp };
}

test("what is killed is started again, and what is stopped is not", async () => {
  const launches = /** @type {import("./keep-alive.mjs").Launched[]} */ ([]);
  /** @type {() => void} */
  let second = () => {};
  /** @type {Promise<void>} */
  const secondReady = new Promise((resolve) => {
    second = resolve;
  });
  const { kept, said } = keep(() => {
    const launched = launch(RUN);
    launches.push(launched);
    if (launches.length === 2) void launched.ready.then(second);
    return launched;
  });
  await kept.ready;
  process.kill(/** @type {number} */ (launches[0]?.identity?.pid), "SIGKILL");
  await secondReady;
  await kept.stop();
  expect(launches).toHaveLength(2);
  expect(await launches[1]?.ended).toBe("0");
  expect(said).toEqual([expect.stringContaining("The thing ended: SIGKILL\nits last words")]);
});

test("a restart that was asked for is no death", async () => {
  let count = 0;
  const { kept, said } = keep(() => {
    count += 1;
    return launch(RUN);
  });
  await kept.ready;
  await kept.restart();
  await expect.poll(() => count).toBe(2);
  await kept.stop();
  expect(said).toEqual([]);
});

test("what was ready and dies is started again, however often", async () => {
  const { kept, said } = keep(() => launch("setTimeout(() => process.exit(1), 1)"));
  await expect.poll(() => said.length, { timeout: 20_000 }).toBe(6);
  await kept.stop();
  expect(said.every((line) => line.endsWith("Starting the thing again."))).toBe(true);
});

test("what dies again and again before it is ready is given up, with its last words", async () => {
  let count = 0;
  const { kept, gaveUp } = keep(() => {
    count += 1;
    return {
      identity: undefined,
      ready: new Promise(() => {}),
      ended: Promise.resolve("exit code 1"),
      tail: () => "its last words",
    };
  });
  expect((await gaveUp).message).toMatch(/The thing died 5 times.*its last words/s);
  await kept.stop();
  expect(count).toBe(5);
});

test("what says that it is misconfigured is not tried again, and its sentence is all that is said", async () => {
  let count = 0;
  const { kept, said, gaveUp } = keep(() => {
    count += 1;
    return {
      identity: undefined,
      ready: new Promise(() => {}),
      ended: Promise.resolve("exit code 78"),
      tail: () => "its last words",
      misconfigured: () => "THING must be set.",
    };
  });
  expect((await gaveUp).message).toBe("THING must be set.");
  await kept.stop();
  expect({ count, said }).toEqual({ count: 1, said: [] });
});

test("a process that ignores the request to end is ended all the same", async () => {
  const launched = launch("process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)");
  const { kept } = keep(() => launched);
  await kept.ready;
  await kept.stop({ graceMs: 0 });
  expect(await launched.ended).toBe("SIGKILL");
});

/**
 * A process that ends before it is ready.
 * @param {string} words its last
 * @returns {import("./keep-alive.mjs").Launched}
 */
function dead(words) {
  return {
    identity: undefined,
    ready: new Promise(() => {}),
    ended: Promise.resolve("exit code 1"),
    tail: () => words,
  };
}

test.each([
  ["code that can't run", "SyntaxError: Expression expected", 1],
  ["anything else, in the end", "its last words", 5],
])("while somebody works on its files it waits for a change after %s", async (_what, words, tries) => {
  let count = 0;
  const { kept, said } = keep(
    () => {
      count += 1;
      return count > tries ? launch(RUN) : dead(words);
    },
    { untilChanged: true },
  );
  await expect
    .poll(() => said.at(-1), { timeout: 20_000 })
    .toMatch(/does not start.*\nIt is started again when a file/s);
  expect({ count, words: said.at(-1)?.includes(words) }).toEqual({ count: tries, words: true });
  await kept.restart();
  await kept.ready;
  await kept.stop();
});

test("what is hindered from outside is tried until that is over, and this is said once", async () => {
  let count = 0;
  const { kept, said, gaveUp } = keep(
    () => {
      count += 1;
      return count > 2 ? launch(RUN) : dead("no room");
    },
    { hindrance: (words) => (words === "no room" ? "Make room." : undefined) },
  );
  await Promise.race([kept.ready, gaveUp.then((error) => Promise.reject(error))]);
  await kept.stop();
  expect({ count, said }).toEqual({
    count: 3,
    said: ["The thing ended: exit code 1. Make room.", "The thing runs again."],
  });
});
